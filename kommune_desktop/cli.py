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

CALENDAR = "ics"
EXPORT_FORMATS = ("xlsx", "csv", "json", "spss", "ddi", CALENDAR)
MEASURES = "measures"
"""The kind of report that is the plan of measures."""
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


class _Commands:
    """The commands of the program or of one of its commands, added one by one."""

    def __init__(self, parser: argparse.ArgumentParser, words: Texts) -> None:
        self.words = words
        self._added = parser.add_subparsers(title=words("cli.commands"), required=True, metavar="")

    def add(self, name: str, key: str, run: Any = None) -> _Command:  # noqa: ANN401 - a function
        """A command; without one to run it has commands of its own."""
        text = self.words(f"cli.help.{key}")
        added = self._added.add_parser(name, help=text, description=text, words=self.words)
        if run is not None:
            added.set_defaults(run=run)
        return _Command(added, self.words)


class _Command:
    """One command and what it takes."""

    def __init__(self, parser: argparse.ArgumentParser, words: Texts) -> None:
        self._parser, self._words = parser, words

    def commands(self) -> _Commands:
        """Its own commands."""
        return _Commands(self._parser, self._words)

    def takes(self, name: str, key: str, **more: Any) -> None:  # noqa: ANN401 - argparse's
        """An argument or an option, under one or more names."""
        self._parser.add_argument(*name.split(), help=self._words(f"cli.help.{key}"), **more)

    def takes_file(self) -> None:
        """The store."""
        self.takes("file", "file", type=Path, metavar="FILE")

    def takes_round(self) -> None:
        """The store and a round of it."""
        self.takes_file()
        self.takes("--round", "round_id", required=True, metavar="ID|latest")

    def takes_pdf(self, language_key: str) -> None:
        """The PDF to write and its language."""
        self.takes("-o --output", "output", required=True, type=Path, metavar="OUT.pdf")
        self.takes("--lang", language_key, choices=LANGUAGES, default="de")


def _parser(words: Texts) -> argparse.ArgumentParser:
    parser = _Parser(words, prog="kommune-desktop", description=words("cli.description"))
    parser.add_argument("--version", action="version", version=__version__, help=words("cli.help.version"))
    parser.add_argument("--store", metavar="FILE", help=words("cli.help.store_option"))
    commands = _Commands(parser, words)
    _add_files_and_rounds(commands)
    _add_answers_and_results(commands)
    _add_checks(commands)
    return parser


def _add_files_and_rounds(commands: _Commands) -> None:
    commands.add("demo", "demo", _demo).takes_file()
    new = commands.add("new", "new", _new)
    new.takes_file()
    new.takes("--municipality", "municipality", required=True, metavar="NAME")
    round_ = commands.add("round", "round")
    round_.takes_file()
    add = round_.commands().add("add", "round_add", _round_add)
    add.takes("--title", "title", required=True, metavar="T")
    add.takes("--groups", "groups", metavar="ID:joint|individual,...")
    add.takes("--questionnaire", "questionnaire_id", metavar="ID")


def _add_answers_and_results(commands: _Commands) -> None:
    forms = commands.add("forms", "forms", _forms)
    forms.takes_round()
    forms.takes("--group", "group_id", required=True, metavar="ID")
    forms.takes("--count", "count", type=int, metavar="N")
    forms.takes_pdf("form_language")
    forms.takes("--layout", "layout", type=Path, metavar="FILE.json")
    forms.takes("--list", "issue_list", type=Path, metavar="LIST.pdf")
    import_ = commands.add("import", "import", _import)
    import_.takes_round()
    import_.takes("answers", "answers", type=Path, metavar="ANSWERS.csv|.xlsx")
    import_.takes("--mapping", "mapping", type=Path, metavar="MAPPING.json")
    import_.takes("--write-mapping", "write_mapping", type=Path, metavar="MAPPING.json")
    import_.takes("--worksheet", "worksheet", metavar="NAME")
    results = commands.add("results", "results", _results)
    results.takes_round()
    results.takes("--json", "json", action="store_true", required=True)
    report = commands.add("report", "report", _report)
    report.takes_round()
    report.takes("--kind", "report_kind", required=True, metavar="short|public|full|measures")
    report.takes("--sections", "sections", metavar="A,B,...")
    report.takes("--foreword", "foreword", type=Path, metavar="FILE.txt")
    report.takes("--closing", "closing", type=Path, metavar="FILE.txt")
    report.takes("--date", "report_day", metavar="YYYY-MM-DD")
    report.takes_pdf("language")
    export = commands.add("export", "export", _export)
    export.takes_round()
    export.takes("--format", "export_format", required=True, choices=EXPORT_FORMATS)
    export.takes("-o --output", "output", required=True, type=Path, metavar="OUT")
    export.takes("--public", "export_public", action="store_true")
    export.takes("--wide", "export_wide", action="store_true")
    export.takes("--plain-csv", "export_plain_csv", action="store_true")
    export.takes("--lang", "export_language", choices=LANGUAGES, default="de")


def _add_checks(commands: _Commands) -> None:
    commands.add("check", "check", _check).takes_file()
    check = (
        commands.add("questionnaire", "questionnaire")
        .commands()
        .add("check", "questionnaire_check", _questionnaire_check)
    )
    check.takes("file", "questionnaire_file", type=Path, metavar="FILE.yaml")


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
    from kommune_desktop.workflow.importing import import_answers, read_mapping  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    if options.write_mapping:
        return _write_mapping(options, words)
    mapping = read_mapping(options.mapping) if options.mapping else None
    with Store.open(options.file) as store:
        round_ = find_round(store, options.round)
        done = import_answers(store, round_, options.answers, mapping=mapping, worksheet=options.worksheet)
    sheets, answers = words.count("count.sheets", done.sheets), words.count("count.answers", done.answers)
    return words("cli.done.import", sheets=sheets, answers=answers)


def _write_mapping(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.importing import write_mapping  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    with Store.open(options.file, readonly=True) as store:
        round_ = find_round(store, options.round)
        unmapped = write_mapping(round_, options.answers, options.write_mapping, options.worksheet)
    return words("cli.done.mapping", path=options.write_mapping, unmapped=", ".join(unmapped) or "–")


def _results(options: argparse.Namespace, _: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.reports import round_figures  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    with Store.open(options.file, readonly=True) as store:
        figures = round_figures(store, find_round(store, options.round))
    return json.dumps(figures, ensure_ascii=False, indent=2)


def _report(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.reports import report_options, write_report  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    if options.kind == MEASURES:
        return _measures_plan(options, words)
    chosen = report_options(
        options.kind,
        sections=options.sections,
        foreword=options.foreword,
        closing=options.closing,
        day=options.date,
    )
    with Store.open(options.file, readonly=True) as store:
        round_ = find_round(store, options.round)
        write_report(store, round_, options.kind, options.output, language=options.lang, options=chosen)
    return words("cli.done.report", path=options.output)


def _measures_plan(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.measures import MeasuresForm, write_measures  # noqa: PLC0415
    from kommune_desktop.workflow.reports import read_day  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    if options.sections or options.foreword or options.closing:
        raise UserError("report.plan_is_whole")
    day = read_day(options.date) if options.date else None
    with Store.open(options.file, readonly=True) as store:
        round_ = find_round(store, options.round)
        write_measures(store, round_, MeasuresForm.PLAN, options.output, language=options.lang, day=day)
    return words("cli.done.report", path=options.output)


def _export(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.exports import ExportFormat, ExportWish, export_round  # noqa: PLC0415
    from kommune_desktop.workflow.measures import MeasuresForm, write_measures  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    if options.format == CALENDAR:
        if options.public or options.wide or options.plain_csv:
            raise UserError("export.calendar_is_dates")
        with Store.open(options.file, readonly=True) as store:
            round_ = find_round(store, options.round)
            write_measures(store, round_, MeasuresForm.CALENDAR, options.output, language=options.lang)
        return words("cli.done.export", path=options.output)
    wish = ExportWish(
        ExportFormat(options.format),
        options.lang,
        is_public=options.public,
        is_wide=options.wide,
        is_plain_csv=options.plain_csv,
    )
    with Store.open(options.file, readonly=True) as store:
        export_round(store, find_round(store, options.round), wish, options.output)
    return words("cli.done.export", path=options.output)


def _forms(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow import forms  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    if options.list and options.count is None:
        raise UserError("forms.list_without_count")
    with Store.open(options.file, readonly=options.count is None) as store:
        round_ = find_round(store, options.round)
        common = {"language": options.lang, "layout_target": options.layout}
        if options.count is None:
            forms.print_master(store, round_, options.group, options.output, **common)
            return words("cli.done.form", path=options.output)
        issued = forms.print_set(
            store, round_, options.group, options.count, options.output, list_target=options.list, **common
        )
    sheets = words.count("count.sheets", len(issued.numbers))
    first, last = issued.numbers[0], issued.numbers[-1]
    return words("cli.done.forms", sheets=sheets, first=first, last=last, path=options.output)


def _check(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.workflow.checking import check_store  # noqa: PLC0415

    check_store(options.file)
    return words("cli.done.check", path=options.file)


def _questionnaire_check(options: argparse.Namespace, words: Texts) -> str:
    from kommune_desktop.workflow.questionnaires import check_questionnaire  # noqa: PLC0415

    questionnaire = check_questionnaire(options.file)
    questions = words.count("count.questions", len(questionnaire.questions))
    return words("cli.done.questionnaire", path=options.file, questions=questions)
