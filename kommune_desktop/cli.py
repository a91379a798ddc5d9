"""The command line: for tests, automation and IT departments.

Exit code 0: done. 1: something is for the person to mend, said in one line on stderr. 2: wrong usage.
"""

from __future__ import annotations

import argparse
import io
import json
import locale
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from kommune_desktop import __version__, log, paths
from kommune_desktop.core.questionnaire import Text
from kommune_desktop.core.round import STANDARD_GROUPS, Group, GroupKind
from kommune_desktop.errors import UserError
from kommune_desktop.texts import LANGUAGES, Texts, texts

EXIT_DONE, EXIT_MEND, EXIT_USAGE, EXIT_INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = texts(_language())
    try:
        options = _parser(words).parse_args(arguments)
        _say(options.run(options, words))
    except UserError as error:
        first, *others = words.error_lines(error)
        print(words("cli.error", text=first), *others, sep="\n", file=sys.stderr)
        return EXIT_MEND
    except SystemExit as stop:
        return int(stop.code or 0)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception:
        log.start()
        logging.getLogger(__name__).critical("bug", exc_info=True)
        print(words("cli.bug", path=paths.log_file()), file=sys.stderr)
        return EXIT_MEND
    return EXIT_DONE


def _say(text: str) -> None:
    """Print a text.

    Raises:
        UserError: ``file.unwritable`` where the output goes to a file that can't take it.
    """
    try:
        print(text, flush=True)
    except OSError as error:
        # Python would complain once more at its end.
        sys.stdout = None
        # A reader that has seen enough, for example "head", is no error.
        if not isinstance(error, BrokenPipeError):
            raise UserError("file.unwritable", path="stdout", reason=error.strerror) from error


def _language() -> str:
    """English where the system speaks English, else German."""
    # On Windows none of the variables is set, and Python knows the language of the system.
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if os.name == "nt":
        names.append(locale.getlocale()[0] or "")
    name = next(filter(None, names), "")
    return "en" if name.casefold().startswith("en") else "de"


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the person's language."""

    def __init__(self, words: Texts, **options: Any) -> None:  # noqa: ANN401 - passed on to argparse
        super().__init__(add_help=False, **options)
        self.words = words
        self._positionals.title = words("cli.arguments")
        self._optionals.title = words("cli.arguments")
        self.add_argument("-h", "--help", action="help", help=words("cli.help.help"))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", self.words("cli.usage"), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", self.words("cli.usage"), 1)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(self.words("cli.wrong_usage", detail=message), file=sys.stderr)
        raise SystemExit(EXIT_USAGE)


def _parser(words: Texts) -> argparse.ArgumentParser:
    def help_of(key: str) -> str:
        return words(f"cli.help.{key}")

    parser = _Parser(words, prog="kommune-desktop", description=words("cli.description"))
    parser.add_argument("--version", action="version", version=__version__, help=help_of("version"))
    parser.add_argument("--store", metavar="FILE", help=help_of("store_option"))
    commands = parser.add_subparsers(title=words("cli.commands"), required=True, metavar="")

    def command(name: str, key: str, run: Any, within: Any = commands) -> argparse.ArgumentParser:  # noqa: ANN401
        added: argparse.ArgumentParser = within.add_parser(
            name, help=help_of(key), description=help_of(key), words=words
        )
        added.set_defaults(run=run)
        return added

    def file_argument(added: argparse.ArgumentParser, key: str = "file", metavar: str = "FILE") -> None:
        added.add_argument("file", type=Path, metavar=metavar, help=help_of(key))

    file_argument(command("demo", "demo", _demo))
    new = command("new", "new", _new)
    file_argument(new)
    new.add_argument("--municipality", required=True, metavar="NAME", help=help_of("municipality"))

    round_ = commands.add_parser("round", help=help_of("round"), words=words)
    file_argument(round_)
    rounds = round_.add_subparsers(title=words("cli.commands"), required=True, metavar="")
    add = command("add", "round_add", _round_add, rounds)
    add.add_argument("--title", required=True, metavar="T", help=help_of("title"))
    add.add_argument("--groups", metavar="ID:joint|individual,...", help=help_of("groups"))
    add.add_argument("--questionnaire", metavar="ID", help=help_of("questionnaire_id"))

    import_ = command("import", "import", _import)
    file_argument(import_)
    import_.add_argument("answers", type=Path, metavar="ANSWERS.csv", help=help_of("answers"))
    import_.add_argument("--round", required=True, metavar="ID|latest", help=help_of("round_id"))

    results = command("results", "results", _results)
    file_argument(results)
    results.add_argument("--round", required=True, metavar="ID|latest", help=help_of("round_id"))
    results.add_argument("--json", action="store_true", required=True, help=help_of("json"))

    report = command("report", "report", _report)
    file_argument(report)
    report.add_argument("--round", required=True, metavar="ID|latest", help=help_of("round_id"))
    report.add_argument("--kind", required=True, metavar="short", help=help_of("report_kind"))
    report.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.pdf", help=help_of("output"))
    report.add_argument("--lang", choices=LANGUAGES, default="de", help=help_of("language"))

    file_argument(command("check", "check", _check))
    questionnaire = commands.add_parser("questionnaire", help=help_of("questionnaire"), words=words)
    questionnaires = questionnaire.add_subparsers(title=words("cli.commands"), required=True, metavar="")
    check = command("check", "questionnaire_check", _questionnaire_check, questionnaires)
    file_argument(check, "questionnaire_file", "FILE.yaml")
    return parser


# The commands import what they need when they run: "--help" and a mistyped word should answer at once.


def _demo(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.workflow.demo import create_demo  # noqa: PLC0415

    create_demo(options.file).close()
    return words("cli.done.demo", path=options.file)


def _new(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415

    Store.create(options.file, options.municipality).close()
    return words("cli.done.new", path=options.file)


def _round_add(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import add_round  # noqa: PLC0415

    groups = _groups(options.groups) if options.groups is not None else STANDARD_GROUPS
    with Store.open(options.file) as store:
        added = add_round(
            store,
            title=options.title,
            groups=groups,
            questionnaire_id=options.questionnaire or DEFAULT_QUESTIONNAIRE,
        )
    return words("cli.done.round", id=added.id, title=added.title)


def _groups(text: str) -> tuple[Group, ...]:
    """The groups of ``ID:joint|individual,...``; standard ids bring their titles."""
    titles = {group.id: group.title for group in STANDARD_GROUPS}
    groups = []
    for part in text.split(","):
        group_id, colon, kind = part.strip().partition(":")
        if not colon or not group_id or kind not in set(GroupKind):
            raise UserError("round.group_syntax", text=part)
        groups.append(Group(group_id, titles.get(group_id, Text({"de": group_id})), GroupKind(kind)))
    return tuple(groups)


def _import(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.importing import import_answers  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    with Store.open(options.file) as store:
        done = import_answers(store, find_round(store, options.round), options.answers)
    sheets, answers = words.count("count.sheets", done.sheets), words.count("count.answers", done.answers)
    return words("cli.done.import", sheets=sheets, answers=answers)


def _results(options: argparse.Namespace, _: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.reports import round_figures  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    with Store.open(options.file, readonly=True) as store:
        figures = round_figures(store, find_round(store, options.round))
    return json.dumps(figures, ensure_ascii=False, indent=2)


def _report(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.reports import write_report  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    with Store.open(options.file, readonly=True) as store:
        round_ = find_round(store, options.round)
        write_report(store, round_, options.kind, options.output, language=options.lang)
    return words("cli.done.report", path=options.output)


def _check(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.workflow.checking import check_store  # noqa: PLC0415

    check_store(options.file)
    return words("cli.done.check", path=options.file)


def _questionnaire_check(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.workflow.questionnaires import check_questionnaire  # noqa: PLC0415

    questionnaire = check_questionnaire(options.file)
    questions = words.count("count.questions", len(questionnaire.questions))
    return words("cli.done.questionnaire", path=options.file, questions=questions)
