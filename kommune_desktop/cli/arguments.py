"""Which commands there are, and what each takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from kommune_desktop import __version__
from kommune_desktop.cli import commands, reports
from kommune_desktop.cli.parser import Commands, Parser
from kommune_desktop.texts import LANGUAGES, Texts

EXPORT_FORMATS = ("xlsx", "csv", "json", "spss", "ddi", reports.CALENDAR, reports.WORD)


def build_parser(words: Texts) -> argparse.ArgumentParser:
    """The parser of the whole command line; ``run`` of what it gives is the function of the command."""
    parser = Parser(words, prog="kommune-desktop", description=words("cli.description"))
    parser.add_argument("--version", action="version", version=__version__, help=words("cli.help.version"))
    parser.add_argument("--store", metavar="FILE", help=words("cli.help.store_option"))
    added = Commands(parser, words)
    _add_files_and_rounds(added)
    _add_answers_and_results(added)
    _add_reports(added)
    _add_checks(added)
    return parser


def _add_files_and_rounds(added: Commands) -> None:
    added.add("demo", "demo", commands.demo).takes_file()
    new = added.add("new", "new", commands.new)
    new.takes_file()
    new.takes("--municipality", "municipality", required=True, metavar="NAME")
    round_ = added.add("round", "round")
    round_.takes_file()
    add = round_.commands().add("add", "round_add", commands.round_add)
    add.takes("--title", "title", required=True, metavar="T")
    add.takes("--groups", "groups", metavar="ID:joint|individual,...")
    add.takes("--questionnaire", "questionnaire_id", metavar="ID")


def _add_answers_and_results(added: Commands) -> None:
    forms = added.add("forms", "forms", commands.forms)
    forms.takes_round()
    forms.takes("--group", "group_id", required=True, metavar="ID")
    forms.takes("--count", "count", type=int, metavar="N")
    forms.takes_pdf("form_language")
    forms.takes("--layout", "layout", type=Path, metavar="FILE.json")
    forms.takes("--list", "issue_list", type=Path, metavar="LIST.pdf")
    import_ = added.add("import", "import", commands.import_)
    import_.takes_round()
    import_.takes("answers", "answers", type=Path, metavar="ANSWERS.csv|.xlsx")
    import_.takes("--mapping", "mapping", type=Path, metavar="MAPPING.json")
    import_.takes("--write-mapping", "write_mapping", type=Path, metavar="MAPPING.json")
    import_.takes("--worksheet", "worksheet", metavar="NAME")
    results = added.add("results", "results", commands.results)
    results.takes_round()
    results.takes("--json", "json", action="store_true", required=True)


def _add_reports(added: Commands) -> None:
    report = added.add("report", "report", reports.report)
    report.takes_round()
    report.takes("--kind", "report_kind", required=True, metavar="|".join(reports.REPORT_KINDS))
    report.takes("--area", "report_area", metavar="ID")
    report.takes("--sections", "sections", metavar="A,B,...")
    report.takes("--foreword", "foreword", type=Path, metavar="FILE.txt")
    report.takes("--closing", "closing", type=Path, metavar="FILE.txt")
    report.takes("--date", "report_day", metavar="YYYY-MM-DD")
    report.takes_pdf("language")
    export = added.add("export", "export", reports.export)
    export.takes_round()
    export.takes("--format", "export_format", required=True, choices=EXPORT_FORMATS)
    export.takes("--paper", "export_paper", choices=reports.PAPERS)
    export.takes("-o --output", "output", required=True, type=Path, metavar="OUT")
    export.takes("--public", "export_public", action="store_true")
    export.takes("--wide", "export_wide", action="store_true")
    export.takes("--plain-csv", "export_plain_csv", action="store_true")
    export.takes("--lang", "export_language", choices=LANGUAGES, default="de")


def _add_checks(added: Commands) -> None:
    added.add("check", "check", commands.check).takes_file()
    check = (
        added.add("questionnaire", "questionnaire")
        .commands()
        .add("check", "questionnaire_check", commands.questionnaire_check)
    )
    check.takes("file", "questionnaire_file", type=Path, metavar="FILE.yaml")
