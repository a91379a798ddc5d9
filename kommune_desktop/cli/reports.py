"""The commands that write what is known of a round: reports, papers about its workshop, its data.

They import what they need when they run: ``--help`` and a mistyped word should answer at once.
"""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from kommune_desktop.core.report import ReportKind
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from kommune_desktop.core.round import Round
    from kommune_desktop.db import Store

    Write = Callable[[Store, Round], object]

MEASURES = "measures"
"""The kind of report that is the plan of measures."""
PAPER_KINDS = {"workshop": "minutes", "handouts": "handouts"}
"""The kinds of report that are papers about the workshop, and which."""
REPORT_KINDS = (*ReportKind, MEASURES, *PAPER_KINDS)

CALENDAR = "ics"
"""The format that is the dates of the measures."""
WORD = "docx"
"""The format that is a paper to go on writing in."""
PAPERS = ("council", "strategy", "minutes", "handouts")
"""What can be a Word file; the first one where nothing is said."""
_OF_A_WORKSHOP = ("minutes", "handouts")


def report(options: argparse.Namespace, words: Texts) -> str:
    """Write a report, the plan of measures, or a paper about the workshop as PDF."""
    if options.kind not in REPORT_KINDS:
        raise UserError("report.unknown_kind", kind=options.kind, known=", ".join(REPORT_KINDS))
    if options.output.suffix.casefold() == f".{WORD}":
        raise UserError("report.is_pdf")
    if options.area is not None and options.kind != "handouts":
        raise UserError("report.area_is_for_handouts")
    _write(options, _report_writer(options))
    return words("cli.done.report", path=options.output)


def _report_writer(options: argparse.Namespace) -> Write:
    from kommune_desktop.workflow.measures import MeasuresForm, write_measures  # noqa: PLC0415
    from kommune_desktop.workflow.reports import read_day, report_options, write_report  # noqa: PLC0415

    to_write = {"target": options.output, "language": options.lang}
    if options.kind in set(ReportKind):
        chosen = report_options(
            options.kind,
            sections=options.sections,
            foreword=options.foreword,
            closing=options.closing,
            day=options.date,
        )
        return partial(write_report, kind=options.kind, options=chosen, **to_write)
    is_plan = options.kind == MEASURES
    if options.sections or options.foreword or options.closing:
        raise UserError("report.plan_is_whole" if is_plan else "report.paper_is_whole")
    day = read_day(options.date) if options.date else None
    if is_plan:
        return partial(write_measures, form=MeasuresForm.PLAN, day=day, **to_write)
    return partial(_write_paper, name=PAPER_KINDS[options.kind], area_id=options.area or "", day=day, **to_write)


def export(options: argparse.Namespace, words: Texts) -> str:
    """Write the data of a round, the dates of its measures, or a paper as a Word file."""
    chooses_answers = options.public or options.wide or options.plain_csv
    if options.format == CALENDAR and chooses_answers:
        raise UserError("export.calendar_is_dates")
    if options.format == WORD and chooses_answers:
        raise UserError("export.word_is_paper")
    if options.format == WORD and options.output.suffix.casefold() != f".{WORD}":
        raise UserError("export.word_ending", path=options.output)
    if options.paper is not None and options.format != WORD:
        raise UserError("export.paper_is_word")
    _write(options, _export_writer(options))
    return words("cli.done.word" if options.format == WORD else "cli.done.export", path=options.output)


def _export_writer(options: argparse.Namespace) -> Write:
    from kommune_desktop.workflow.exports import ExportFormat, ExportWish, export_round  # noqa: PLC0415
    from kommune_desktop.workflow.measures import MeasuresForm, write_measures  # noqa: PLC0415

    if options.format == WORD:
        name = options.paper or PAPERS[0]
        return partial(_write_paper, name=name, target=options.output, language=options.lang)
    if options.format == CALENDAR:
        return partial(write_measures, form=MeasuresForm.CALENDAR, target=options.output, language=options.lang)
    wish = ExportWish(
        ExportFormat(options.format),
        options.lang,
        is_public=options.public,
        is_wide=options.wide,
        is_plain_csv=options.plain_csv,
    )
    return partial(export_round, wish=wish, target=options.output)


def _write_paper(  # noqa: PLR0913 - a paper needs them all
    store: Store,
    round_: Round,
    *,
    name: str,
    target: Path,
    language: str,
    area_id: str = "",
    day: date | None = None,
) -> None:
    """Write a paper.

    Raises:
        UserError: ``workshop.none`` where it would tell of a workshop that nobody has prepared.
    """
    from kommune_desktop.workflow.papers import Paper, write_paper  # noqa: PLC0415

    workshop = store.workshops.of_round(round_)
    if name in _OF_A_WORKSHOP and not (workshop.agenda or workshop.has_record):
        raise UserError("workshop.none", round=round_.title)
    write_paper(store, round_, Paper(name), target, language=language, area_id=area_id, day=day)


def _write(options: argparse.Namespace, write: Write) -> None:
    """Let a function write something about the round that was named."""
    from kommune_desktop.db import Store  # noqa: PLC0415
    from kommune_desktop.workflow.rounds import find_round  # noqa: PLC0415

    with Store.open(options.file, readonly=True) as store:
        write(store, find_round(store, options.round))
