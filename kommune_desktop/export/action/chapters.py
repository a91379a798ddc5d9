"""What more than one paper says: what was agreed on, what comes first, what is to be done, what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kommune_desktop.core.consensus import ConsensusState
from kommune_desktop.core.measure import Measure, in_order
from kommune_desktop.core.outcome import Outcome, outcome_rows
from kommune_desktop.core.results.sentences import agreed_on
from kommune_desktop.core.workshop import AgendaItem, Need, Voting, Workshop, ballot, priorities
from kommune_desktop.export.action.context import ActionContext, MeasuresPlan
from kommune_desktop.export.blocks import Block, Bullets, Grid, Heading, Look, Paragraph, Room
from kommune_desktop.export.pdf.table import Column
from kommune_desktop.texts import NO_BREAK_SPACE, Texts

_ROOM_FOR_TABLE = 130
"""Points: heading, note and the first rows stay on one page."""


def consensus(context: ActionContext, level: int) -> Iterator[Block]:
    """What the workshop agreed on, beside what the survey says."""
    words, results = context.words, context.results
    settled = [result for result in results.questions if result.consensus.state is not ConsensusState.OPEN]
    yield Room(_ROOM_FOR_TABLE)
    yield Heading(level, words("workshop.consensus"))
    if not settled:
        yield Paragraph(words("workshop.no_consensus_yet"))
        return
    yield Paragraph(words("workshop.consensus_note"))
    yield Grid(
        words("workshop.consensus"),
        [
            Column(words("word.question")),
            Column(words("workshop.survey"), 55, numeric=True),
            Column(words("consensus.title"), 55, numeric=True),
            Column(words("workshop.agreed_on"), 150),
        ],
        [
            [
                context.named(result.question),
                words.points(result.total.score),
                words.points(result.consensus_score),
                agreed_on(result, words),
            ]
            for result in settled
        ],
    )


def priority_chapter(context: ActionContext, level: int) -> Iterator[Block]:
    """What got most dots, how they were given, and the needs that got none."""
    words, workshop = context.words, context.workshop
    ranked = priorities(workshop)
    yield Room(_ROOM_FOR_TABLE)
    yield Heading(level, words("workshop.priorities"))
    if ranked:
        yield Paragraph(voted(workshop, words))
        yield _ranking(context)
    else:
        yield Paragraph(words("workshop.no_priorities_yet"))
    without = [one.words for one in ballot(workshop) if isinstance(one, Need) and not one.dots]
    if without:
        yield Paragraph(words("workshop.more_needs" if ranked else "workshop.needs"), Look.STRONG)
        yield Bullets(without)


def _ranking(context: ActionContext) -> Grid:
    words, workshop = context.words, context.workshop
    columns = [
        Column(words("workshop.place"), 35, numeric=True),
        Column(words("workshop.topic")),
        Column(words("workshop.kind"), 60),
        Column(words(f"workshop.counted_{workshop.voting.value}"), 70, numeric=True),
    ]
    rows = [
        [words.number(one.place), topic(context, one.about), kind(one.about, words), words.number(one.dots)]
        for one in priorities(workshop)
    ]
    return Grid(words("workshop.priorities"), columns, rows, named_by=1)


def voted(workshop: Workshop, words: Texts) -> str:
    """How the priorities were set."""
    if workshop.voting is Voting.HANDS:
        return words("workshop.by_hands")
    return words("workshop.by_dots", dots=words.count("count.dots", workshop.dots_each))


def topic(context: ActionContext, about: AgendaItem | Need) -> str:
    """A question by number and label, a need in its own words."""
    if isinstance(about, Need):
        return about.words
    return context.named(context.round.questionnaire.question(about.question_id))


def kind(about: AgendaItem | Need, words: Texts) -> str:
    """Whether it is a need or a question."""
    return words("workshop.need" if isinstance(about, Need) else "word.question")


def measures(plan: MeasuresPlan, level: int) -> Iterator[Block]:
    """What is to be done, in a table."""
    words = plan.words
    yield Room(_ROOM_FOR_TABLE)
    yield Heading(level, words("measures.measures"))
    if plan.measures:
        yield measures_table(plan, in_order(plan.measures))
    else:
        yield Paragraph(words("measures.none"))


def measures_table(plan: MeasuresPlan, measures: Sequence[Measure]) -> Grid:
    """Each with its office, its date and how far it is."""
    words = plan.words
    columns = [
        Column(words("measures.measure")),
        Column(words("measures.office"), 110),
        Column(words("measures.due"), 90),
        Column(words("measures.status"), 60),
        Column(words("measures.dots"), 52, numeric=True),
    ]
    rows = [
        [
            measure.title,
            measure.office,
            plan.due(measure),
            words(f"measure_status.{measure.status.value}"),
            "" if measure.priority is None else words.number(measure.priority),
        ]
        for measure in measures
    ]
    return Grid(words("measures.measures"), columns, rows)


def euros(words: Texts, cost: Decimal | None) -> str:
    """An amount; whole euros without cents, nothing where there is none."""
    if cost is None:
        return ""
    decimals = 0 if cost == cost.to_integral_value() else 2
    return f"{words.number(cost, decimals)}{NO_BREAK_SPACE}€"


def outcomes(plan: MeasuresPlan, level: int) -> Iterator[Block]:
    """What became of the measures of the round before."""
    words = plan.words
    yield Room(_ROOM_FOR_TABLE)
    yield Heading(level, words("measures.outcomes", round=plan.before))
    yield Paragraph(words("measures.outcomes_note"))
    yield _outcomes_table(plan)


def _outcomes_table(plan: MeasuresPlan) -> Grid:
    """The measures of the round before with their questions then and now."""
    words = plan.words
    columns = [
        Column(words("measures.measure")),
        Column(words("measures.status"), 60),
        Column(words("word.question")),
        Column(words("measures.then"), 55, numeric=True),
        Column(words("measures.now"), 55, numeric=True),
        Column(words("word.change"), 65, numeric=True),
    ]
    rows = [row for outcome in plan.outcomes for row in _rows_of(plan, outcome)]
    return Grid(words("measures.outcomes", round=plan.before), columns, rows, named_by=2)


def _rows_of(plan: MeasuresPlan, outcome: Outcome) -> Iterator[list[str]]:
    """The measure stands in the first row alone."""
    for place, row in enumerate(outcome_rows(outcome, plan.round.questionnaire, plan.words)):
        yield ["", "", *row[2:]] if place else row
