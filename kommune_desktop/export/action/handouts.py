"""Handouts for the working groups: what the survey says of their questions, and room for what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kommune_desktop.core.consensus import OPEN
from kommune_desktop.core.questionnaire import Area
from kommune_desktop.core.results import QuestionResult
from kommune_desktop.core.workshop import AgendaItem
from kommune_desktop.errors import UserError
from kommune_desktop.export import charts
from kommune_desktop.export.action.chart_tables import chart_tables
from kommune_desktop.export.action.context import ActionContext
from kommune_desktop.export.blocks import Block, Bullets, Chart, Document, Heading, Lines, Look, NewPage, Paragraph
from kommune_desktop.export.charts import distribution, group_dots

_LINES = (("reason", 2), ("dissents", 2), ("needs", 3), ("ideas", 1))
"""What is asked for, and how many lines to write there is room for."""


def handouts(context: ActionContext, area_id: str = "") -> Document:
    """The handout of one working group, or of all one after the other.

    Raises:
        UserError: ``workshop.no_agenda``, ``workshop.no_working_group``.
    """
    groups = list(context.workshop.working_groups(context.round))
    if not groups:
        raise UserError("workshop.no_agenda")
    wanted = [(area, items) for area, items in groups if area_id in ("", area.id)]
    if not wanted:
        known = ", ".join(area.id for area, _ in groups)
        raise UserError("workshop.no_working_group", area=area_id, known=known)
    words, title = context.words, context.words("workshop.handout")
    named = context.text(wanted[0][0].title) if len(wanted) == 1 else context.round.title
    return Document(
        title=f"{title}: {named}",
        author=context.municipality,
        language=words.language,
        head=f"{context.municipality} · {title}",
        page_label=words("report.page"),
        day=context.day,
        blocks=[
            *(
                block
                for place, (area, items) in enumerate(wanted)
                for block in ([NewPage()] if place else []) + list(_handout(context, area, items))
            ),
            *_chart_tables(context, [item for _, items in wanted for item in items]),
        ],
    )


def _chart_tables(context: ActionContext, items: Sequence[AgendaItem]) -> Iterator[Block]:
    drawn = [chart for _, result in _asked(context, items) for chart in _charts(context, result)]
    if drawn:
        yield NewPage()
        yield from chart_tables(drawn, 1, context.words)


def _asked(context: ActionContext, items: Sequence[AgendaItem]) -> list[tuple[AgendaItem, QuestionResult]]:
    """Without what is settled already: it would lead the pen."""
    return [
        (item, replace(result, consensus=OPEN))
        for item in items
        if (result := context.results.question(item.question_id)) is not None
    ]


def _charts(context: ActionContext, result: QuestionResult) -> Iterator[charts.Chart]:
    if result.total.score is not None:
        yield group_dots(context.round, result, context.look)
    if result.question.choices and result.total.given:
        yield distribution(context.round, result, context.look)


def _handout(context: ActionContext, area: Area, items: Sequence[AgendaItem]) -> Iterator[Block]:
    words = context.words
    yield Heading(1, words("workshop.working_group", area=context.text(area.title)))
    asked = _asked(context, items)
    minutes = words.count("count.minutes", sum(item.minutes for item, _ in asked))
    questions = words.count("count.questions", len(asked))
    yield Paragraph(words("workshop.handout_lead", questions=questions, minutes=minutes))
    for place, (item, result) in enumerate(asked):
        if place:
            yield NewPage()
        yield from _question(context, result, item)


def _question(context: ActionContext, result: QuestionResult, item: AgendaItem) -> Iterator[Block]:
    words, question = context.words, result.question
    yield Heading(2, context.named(question))
    yield Paragraph(context.text(question.text), Look.LEAD)
    yield Paragraph(words("workshop.time", minutes=words.count("count.minutes", item.minutes)), Look.NOTE)
    yield from map(Chart, _charts(context, result))
    if question.choices:
        yield Paragraph(words("workshop.choose"), Look.STRONG)
        yield Bullets(
            [context.text(choice.text) for choice in question.choices] + [words("consensus.state.not_reached")]
        )
    for key, count in _LINES:
        yield Lines(words(f"workshop.{key}"), count)
