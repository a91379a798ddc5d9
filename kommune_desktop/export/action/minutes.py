"""The minutes of the workshop."""

from __future__ import annotations

from collections.abc import Iterator

from kommune_desktop.core.results import QuestionResult
from kommune_desktop.core.results.sentences import consensus_sentence
from kommune_desktop.core.workshop import AgendaItem
from kommune_desktop.export import charts
from kommune_desktop.export.action import chapters
from kommune_desktop.export.action.chart_tables import chart_tables
from kommune_desktop.export.action.context import ActionContext
from kommune_desktop.export.blocks import Block, Bullets, Chart, Document, Grid, Heading, Look, Paragraph, Room
from kommune_desktop.export.charts import group_dots
from kommune_desktop.export.pdf.table import Column

_ROOM_FOR_QUESTION = 230
"""Points: the heading of a question, its words and its chart stay on one page."""


def minutes(context: ActionContext) -> Document:
    """Agenda, results, consensus, dissent, needs, priorities and measures; the moderator's notes stay out."""
    words, title = context.words, context.words("workshop.minutes")
    return Document(
        title=f"{title}: {context.municipality}, {context.round.title}",
        author=context.municipality,
        language=words.language,
        head=f"{context.municipality} · {title}",
        page_label=words("report.page"),
        day=context.day,
        blocks=list(_blocks(context)),
    )


def _blocks(context: ActionContext) -> Iterator[Block]:
    words, workshop = context.words, context.workshop
    yield Heading(1, words("workshop.minutes"))
    held = words.date(workshop.day) if workshop.day else ""
    yield Paragraph(" · ".join(filter(None, [context.municipality, context.round.title, held, workshop.place])))
    yield from _participants(context)
    yield from _agenda(context)
    if workshop.agenda:
        yield Heading(2, words("workshop.discussed"))
        for item in workshop.agenda:
            yield from _item(context, item)
    yield from chapters.consensus(context, 2)
    yield from chapters.priority_chapter(context, 2)
    yield from _measures(context)
    dots = [_dots(context, item) for item in workshop.agenda]
    yield from chart_tables([chart for chart in dots if chart is not None], 2, words)


def _dots(context: ActionContext, item: AgendaItem) -> charts.Chart | None:
    """The groups side by side; ``None`` where the question has no points."""
    result = context.results.question(item.question_id)
    if result is None or result.total.score is None:
        return None
    return group_dots(context.round, result, context.look)


def _participants(context: ActionContext) -> Iterator[Block]:
    words, workshop = context.words, context.workshop
    yield Heading(2, words("workshop.participants"))
    if not workshop.people:
        yield Paragraph(words("workshop.nobody_counted"))
    else:
        yield Paragraph(words("workshop.people", people=words.count("count.people", workshop.people)))
        counted = [(group.id, workshop.participants.get(group.id, 0)) for group in context.round.groups]
        yield Bullets([f"{context.group(group_id)}: {words.number(number)}" for group_id, number in counted if number])
    if workshop.names.strip():
        yield Paragraph(workshop.names)


def _agenda(context: ActionContext) -> Iterator[Block]:
    words, workshop = context.words, context.workshop
    yield Heading(2, words("workshop.agenda"))
    if not workshop.agenda:
        yield Paragraph(words("workshop.no_agenda_yet"))
        return
    columns = [
        Column(words("word.question")),
        Column(words("workshop.area"), 190),
        Column(words("workshop.minutes_long"), 55, numeric=True),
    ]
    areas = {
        question.id: context.text(area.title)
        for area in context.round.questionnaire.areas
        for question in area.questions
    }
    rows = [[chapters.topic(context, i), areas[i.question_id], words.number(i.minutes)] for i in workshop.agenda]
    yield Grid(words("workshop.agenda"), columns, rows)


def _item(context: ActionContext, item: AgendaItem) -> Iterator[Block]:
    words = context.words
    result = context.results.question(item.question_id)
    if result is None:
        return
    yield Room(_ROOM_FOR_QUESTION)
    yield Heading(3, context.named(result.question))
    yield Paragraph(context.text(result.question.text))
    dots = _dots(context, item)
    if dots is not None:
        yield Chart(dots)
    yield from recorded(context, result, item)
    needs = [need.words for need in context.workshop.needs_of(item.question_id)]
    ideas = [line.strip() for line in item.ideas.splitlines() if line.strip()]
    for key, texts in (("needs", needs), ("ideas", ideas)):
        if texts:
            yield Paragraph(words(f"workshop.{key}"), Look.STRONG)
            yield Bullets(texts)


def recorded(context: ActionContext, result: QuestionResult, item: AgendaItem) -> Iterator[Block]:
    """What was agreed on, why, and who sees it otherwise."""
    words, agreed = context.words, item.consensus
    yield Paragraph(consensus_sentence(result, words) or words("workshop.left_open"), Look.STRONG)
    if agreed.reason.strip():
        yield Paragraph(agreed.reason)
    if agreed.dissents:
        yield Paragraph(words("workshop.dissents"), Look.STRONG)
        yield Bullets(
            [
                f"{context.group(d.group_id)}: {d.words}" if d.words.strip() else context.group(d.group_id)
                for d in agreed.dissents
            ]
        )


def _measures(context: ActionContext) -> Iterator[Block]:
    own = [measure for measure in context.plan.measures if measure.round_id == context.round.id]
    if own:
        yield Heading(2, context.words("workshop.measures"))
        yield chapters.measures_table(context.plan, own)
