"""A round with its workshop and its measures, small enough to work out by hand, and what a paper says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.measure import Measure, MeasureStatus, ProgressNote, of_round
from kommune_desktop.core.outcome import outcomes
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import RoundResults, compare, compute_results, find, look_back
from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem, Need, Workshop
from kommune_desktop.export.action.context import ActionContext, MeasuresPlan
from kommune_desktop.export.blocks import Block, Bullets, Chart, Document, Grid, Heading, Lines, Numbered, Paragraph
from kommune_desktop.export.report import Material
from kommune_desktop.texts import texts
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally
from tests.unit.export.charts.drawings import everything

DAY = date(2026, 11, 26)
OFFICE, COUNCIL, CLUBS = joint("office"), individual("council"), individual("clubs")
NOW: Mapping[str, tuple[int, int]] = {
    "a.1": (4, 0), "a.2": (3, 3), "a.3": (4, 4), "a.4": (1, 1), "a.5": (2, 2), "a.6": (0, 0), "b.1": (3, 1),
}  # fmt: skip
"""What the office and each of the council chose, 0 to 4. The two clubs are too few to be shown."""
BEFORE: Mapping[str, tuple[int, int]] = dict.fromkeys(NOW, (1, 1))

FULL = Workshop(
    day=date(2026, 11, 20),
    place="Rathaus",
    participants={"office": 3, "council": 12},
    names="NAMEN: Ada und Cem",
    agenda=(
        AgendaItem(
            "a.1",
            15,
            Consensus(
                ConsensusState.REACHED,
                3,
                "GRUND der Einigung",
                (Dissent("council", "SICHT des Rats"), Dissent("clubs", "")),
            ),
            ideas="IDEE eins\n\n IDEE zwei ",
            notes="NOTIZ der Leitung",
            dots=12,
        ),
        AgendaItem("a.wort", 10, Consensus(ConsensusState.REACHED, None, "GRUND in Worten")),
        AgendaItem("b.1", 20, Consensus(ConsensusState.NOT_REACHED, None, "GRUND des Streits"), notes="NOTIZ zwei"),
        AgendaItem("a.2", 5, ideas="IDEE drei"),
    ),
    needs=(
        Need(1, "BEDARF Sprachkurse", "a.1", 7),
        Need(2, "BEDARF Treffpunkt"),
        Need(3, "BEDARF Bus", "b.1", 12),
    ),
)
"""Everything that a workshop can have; what must stay in the program begins with a word in capitals."""
INTERNAL = ("GRUND", "SICHT", "IDEE", "NAMEN", "NOTIZ", "VERLAUF", "AUFGABE")
"""Not in a paper that may be public."""

OWN = Measure(
    "Sprechstunde", 1, 2, goal="Rat finden", office="Amt 50", partners="Caritas", start=date(2026, 1, 15),
    due=date(2026, 9, 30), cost=Decimal(12500), status=MeasureStatus.RUNNING, indicator="Beratungen", target="200",
    area_id="a", question_ids=("a.1",), priority=12, notes=(ProgressNote(date(2026, 2, 1), "VERLAUF"),),
)  # fmt: skip
WITHOUT_COST = Measure("Formulare", 2, 2, due=date(2027, 3, 31), area_id="b")
OF_NO_AREA = Measure("Internetseite", 3, 2)
OLD_DONE = Measure("Leitbild", 4, 1, status=MeasureStatus.DONE, area_id="a", question_ids=("a.1", "gone"))
OLD_DROPPED = Measure("Buslinie", 5, 1, status=MeasureStatus.DROPPED, dropped_because="AUFGABE zu teuer")
MEASURES = (OWN, WITHOUT_COST, OF_NO_AREA, OLD_DONE, OLD_DROPPED)


def round_with(number: int, title: str, year: int) -> Round:
    """Two fields of action: seven questions and one."""
    first = [question(name) for name in NOW if name.startswith("a")]
    content = questionnaire(area("a", *first, question("a.wort", Kind.TEXT)), area("b", question("b.1")))
    made = round_of(content, OFFICE, COUNCIL, CLUBS, title=title)
    return replace(made, id=number, created=datetime(year, 1, 1, tzinfo=UTC))


def results_of(round_: Round, chosen: Mapping[str, tuple[int, int]], workshop: Workshop | None = None) -> RoundResults:
    """One sheet of the office, five of the council, two of the clubs that all say 4."""
    cells = {}
    for name, (office, council) in chosen.items():
        cells[name, "office"], cells[name, "council"] = cell(office), cell(*[council] * 5)
        cells[name, "clubs"] = cell(4, 4)
    agreed = {item.question_id: item.consensus for item in workshop.agenda} if workshop else {}
    return compute_results(round_, tally(cells), agreed)


def context_of(
    workshop: Workshop = FULL,
    measures: Sequence[Measure] = MEASURES,
    language: str = "de",
    *,
    first_round: bool = False,
    chosen: Mapping[str, tuple[int, int]] = NOW,
) -> ActionContext:
    """What the papers of the round draw from; without ``first_round`` there was one before."""
    now = results_of(round_with(2, "Runde 2026", 2026), chosen, workshop)
    before = results_of(round_with(1, "Runde 2023", 2023), BEFORE)
    trend = None if first_round else compare(now, before)
    plan = MeasuresPlan(
        "Lindenau",
        now.round,
        of_round(measures, 2, [] if trend is None else [1]),
        DAY,
        texts(language),
        "Runde 2023" if trend else "",
        outcomes(measures, now.round.questions, trend) if trend else (),
    )
    history = look_back([now] if first_round else [before, now])
    return ActionContext("Lindenau", now, trend, find(now, trend), texts(language), DAY, history, workshop, plan)


def material_of(context: ActionContext) -> Material:
    """What a report of the same round is made from."""
    parts = (context.results, context.trend, context.findings, context.history, context.workshop, context.plan)
    return Material(context.municipality, *parts)


def said(document: Document) -> list[str]:
    """Every text of a document, those in charts as well."""
    return [text for block in document.blocks for text in _said_by(block)]


def _said_by(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text) | Paragraph(text, _) | Lines(text, _):
            yield text
        case Bullets(texts_) | Numbered(texts_):
            yield from texts_
        case Grid(title, columns, rows):
            yield title
            yield from (column.title for column in columns)
            yield from (cell_ for row in rows for cell_ in row)
        case Chart(chart):
            yield everything(chart)
        case _:
            pass


def headings(document: Document) -> list[tuple[int, str]]:
    """Level and text of each heading."""
    return [(block.level, block.text) for block in document.blocks if isinstance(block, Heading)]


def below(document: Document, heading: str) -> list[Block]:
    """The blocks from a heading to the next one of its level or above."""
    blocks = list(document.blocks)
    start = next(place for place, one in enumerate(blocks) if isinstance(one, Heading) and one.text == heading)
    level = blocks[start].level  # type: ignore[union-attr]  # a heading
    end = next(
        (n for n, one in enumerate(blocks) if n > start and isinstance(one, Heading) and one.level <= level),
        len(blocks),
    )
    return blocks[start + 1 : end]


def rows_below(document: Document, heading: str) -> list[list[str]]:
    """The rows of the only table below a heading."""
    (grid,) = [block for block in below(document, heading) if isinstance(block, Grid)]
    return [list(row) for row in grid.rows]


def words_below(document: Document, heading: str) -> list[str]:
    """The paragraphs and the points of lists below a heading."""
    found = [block for block in below(document, heading) if isinstance(block, Paragraph | Bullets | Numbered)]
    return [text for block in found for text in _said_by(block)]
