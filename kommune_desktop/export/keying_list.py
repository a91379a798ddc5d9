"""The list of what is missing and what differs, to be worked off with the paper in hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.batch import BatchSheets
from kommune_desktop.core.form import FormLayout
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Returns, Sheet, SheetState
from kommune_desktop.core.verification import Difference, ErrorRate, Reliability
from kommune_desktop.core.wording import on_paper
from kommune_desktop.export.pdf.document import Frontmatter, Progress, write_pdf
from kommune_desktop.export.pdf.flowables import body, bullets, heading
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.export.pdf.table import Column, table
from kommune_desktop.texts import Texts

_BLANK = Answer(State.BLANK)


@dataclass(frozen=True)
class KeyingReview:
    """What the list is made of.

    Attributes:
        returns: Of the groups that were handed out paper.
        unlaid: Sheets that have come back and lie in no batch.
        gaps: Number of questions without an entry, by the id of a sheet that is not keyed to its end.
        contradictions: Sheets with questions that were answered although an answer before says to skip them.
        forms: What the sheets were printed as, by form id.
    """

    returns: Sequence[Returns]
    batches: Sequence[BatchSheets]
    unlaid: Sequence[Sheet]
    gaps: Mapping[int, int]
    contradictions: Sequence[tuple[Sheet, Sequence[Question]]]
    differences: Sequence[Difference]
    reliability: Reliability
    forms: Mapping[int, FormLayout]

    def page_of(self, difference: Difference) -> str:
        """The page of the paper that a difference stands on; empty where that is not known."""
        form = self.forms.get(difference.sheet.form_id or 0)
        return str(form.page_of(difference.question.id)) if form else ""


def write_keying_list(  # noqa: PLR0913 - a list needs them all, by keyword
    target: Path,
    *,
    municipality: str,
    round_: Round,
    review: KeyingReview,
    day: date,
    words: Texts,
    progress: Progress,
) -> int:
    """Write the list of discrepancies and completeness.

    Returns:
        The number of pages.

    Raises:
        UserError: ``file.unwritable``.
    """
    register()
    title = words("keying_list.title")
    story: list[Flowable] = [
        heading(1, title),
        body(f"{municipality} · {round_.title} · {words.date(day)}"),
        heading(2, words("keying_list.completeness")),
        *_completeness(review, words),
        heading(2, words("keying_list.differences")),
        *_differences(round_, review, words),
        heading(2, words("keying_list.contradictions")),
        *_contradictions(round_, review, words),
        heading(2, words("keying_list.reliability")),
        *_reliability(review.reliability, words),
    ]
    frontmatter = Frontmatter(
        title=f"{title} – {round_.title}",
        author=municipality,
        language=words.language,
        running_head=f"{title} · {round_.title}",
        page_label=words("report.page"),
    )
    return write_pdf(target, frontmatter, story, progress)


def _completeness(review: KeyingReview, words: Texts) -> list[Flowable]:
    parts: list[Flowable] = [_returns(review.returns, words)] if review.returns else []
    parts += [_batches(review, words), body(words("keying_list.half_note"))] if review.batches else []
    if not review.batches:
        parts.append(body(words("keying_list.no_batch")))
    if review.unlaid:
        numbers = ", ".join(sheet.number for sheet in review.unlaid)
        parts.append(body(words("keying_list.unlaid", numbers=numbers)))
    return parts


def _returns(returns: Sequence[Returns], words: Texts) -> Flowable:
    columns = (
        Column(words("keying_list.group")),
        Column(words("keying_list.issued"), 26 * mm, numeric=True),
        Column(words("keying_list.out"), 26 * mm, numeric=True),
        Column(words("keying_list.returned"), 34 * mm, numeric=True),
        Column(words("keying_list.keyed"), 26 * mm, numeric=True),
    )
    rows = [
        (
            one.group.title.in_language(words.language),
            words.number(one.issued),
            words.number(one.missing),
            words.number(one.counts[SheetState.RETURNED]),
            words.number(one.counts[SheetState.KEYED] + one.counts[SheetState.VERIFIED]),
        )
        for one in returns
    ]
    return table(columns, rows)


def _batches(review: KeyingReview, words: Texts) -> Flowable:
    columns = (
        Column(words("keying_list.batch"), 24 * mm),
        Column(words("keying_list.keyed"), 24 * mm),
        Column(words("keying_list.missing"), 30 * mm),
        Column(words("keying_list.half")),
        Column(words("keying_list.again")),
    )
    rows = [
        (
            str(laid.batch.number),
            words("keying_list.of", done=laid.keyed, total=laid.total),
            words.number(max(laid.batch.expected - len(laid.sheets), 0)),
            ", ".join(f"{sheet.number} ({review.gaps[sheet.id]})" for sheet in laid.to_key),
            ", ".join(sheet.number for sheet in laid.to_key_again),
        )
        for laid in review.batches
    ]
    return table(columns, rows)


def _differences(round_: Round, review: KeyingReview, words: Texts) -> list[Flowable]:
    found = review.differences
    if not found:
        return [body(words("keying_list.no_difference"))]
    columns = (
        Column(words("keying_list.sheet"), 30 * mm),
        Column(words("keying_list.page"), 12 * mm),
        Column(words("keying_list.question"), 14 * mm),
        Column(words("keying_list.first")),
        Column(words("keying_list.second")),
        Column(words("keying_list.stands")),
        Column(words("keying_list.note")),
    )
    numbers = round_.questionnaire.numbers
    rows = [
        (
            one.sheet.number,
            review.page_of(one),
            str(numbers[one.question.id]),
            on_paper(one.question, one.first or _BLANK, words),
            on_paper(one.question, one.second or _BLANK, words),
            on_paper(one.question, one.settled or _BLANK, words) if one.resolution else "",
            one.resolution.note if one.resolution else "",
        )
        for one in found
    ]
    left = sum(one.is_open for one in found)
    return [
        body(words("keying_list.left", left=words.number(left), total=words.number(len(found)))),
        table(columns, rows),
    ]


def _contradictions(round_: Round, review: KeyingReview, words: Texts) -> list[Flowable]:
    if not review.contradictions:
        return [body(words("keying_list.no_difference"))]
    numbers = round_.questionnaire.numbers
    lines = [
        words(
            "keying_list.contradiction",
            sheet=sheet.number,
            questions=words.join([str(numbers[question.id]) for question in questions]),
        )
        for sheet, questions in review.contradictions
    ]
    return [body(words("keying_list.contradictions_note")), *bullets(lines)]


def _reliability(figures: Reliability, words: Texts) -> list[Flowable]:
    total = figures.total
    if total.per_thousand is None:
        return [body(words("keying_list.unchecked"))]
    parts = [body(_sentence(total, words))]
    lines = []
    for batch, rate in figures.batches:
        name = words("keying_list.batch_number", number=batch.number) if batch else words("keying_list.without_batch")
        lines.append(f"{name}: {_sentence(rate, words)}")
    wrong = sorted(
        ((question, rate) for question, rate in figures.questions if rate.wrong), key=lambda pair: -pair[1].wrong
    )
    lines += [f"{question.label.in_language(words.language)}: {_sentence(rate, words)}" for question, rate in wrong]
    return [*parts, *bullets(lines)]


def _sentence(rate: ErrorRate, words: Texts) -> str:
    return words(
        "keying_list.rate",
        checked=words.number(rate.checked),
        wrong=words.number(rate.wrong),
        open=words.number(rate.open),
        rate=words.number(rate.per_thousand or 0, 1),
    )
