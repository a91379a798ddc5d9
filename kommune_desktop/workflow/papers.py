"""Papers about the workshop and what follows from it: minutes, handouts, drafts; as PDF or as a Word file."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.export.action.context import ActionContext
from kommune_desktop.export.action.drafts import council_paper, strategy
from kommune_desktop.export.action.handouts import handouts
from kommune_desktop.export.action.minutes import minutes
from kommune_desktop.export.blocks import Document
from kommune_desktop.export.blocks.paper import write_document
from kommune_desktop.export.pdf.document import Progress
from kommune_desktop.texts import texts
from kommune_desktop.workflow.evaluation import evaluate
from kommune_desktop.workflow.measures import plan_of
from kommune_desktop.workflow.targets import check_targets

WORD = ".docx"
"""The ending of a Word file; with any other, a paper is a PDF."""


class Paper(StrEnum):
    """What is written."""

    MINUTES = "minutes"
    HANDOUTS = "handouts"
    COUNCIL = "council"
    STRATEGY = "strategy"


def read_context(store: Store, round_: Round, language: str, day: date | None = None) -> ActionContext:
    """All that the papers of a round draw from; ``day``: today where left out."""
    with store.one_moment():
        evaluation = evaluate(store, round_)
        plan = plan_of(store, evaluation, language, day)
    return ActionContext(
        municipality=evaluation.municipality,
        results=evaluation.results,
        trend=evaluation.trend,
        findings=evaluation.findings,
        words=texts(language),
        day=plan.day,
        history=evaluation.history,
        workshop=evaluation.workshop,
        plan=plan,
    )


def write_paper(  # noqa: PLR0913 - a file needs them all
    store: Store,
    round_: Round,
    paper: Paper,
    target: Path,
    *,
    language: str,
    area_id: str = "",
    day: date | None = None,
    progress: Progress = lambda _: None,
) -> None:
    """Write a paper: as a Word file where the target ends so, else as PDF.

    Args:
        area_id: The working group that handouts are for; all of them where left out.

    Raises:
        UserError: ``workshop.*``, ``file.*``, ``language.unknown``.
    """
    check_targets(store, target)
    document = _document(read_context(store, round_, language, day), paper, area_id)
    if target.suffix.casefold() == WORD:
        from kommune_desktop.export.blocks.word import write_word_file  # noqa: PLC0415 - for this alone

        write_word_file(target, document)
    else:
        write_document(target, document, progress)


def _document(context: ActionContext, paper: Paper, area_id: str) -> Document:
    match paper:
        case Paper.MINUTES:
            return minutes(context)
        case Paper.HANDOUTS:
            return handouts(context, area_id)
        case Paper.COUNCIL:
            return council_paper(context)
        case Paper.STRATEGY:
            return strategy(context)
