"""Small builders of core objects, so that a test says only what matters to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from kommune_desktop.core.answer import Answers, State, Value
from kommune_desktop.core.measure import Measure, MeasureStatus, ProgressNote
from kommune_desktop.core.questionnaire import (
    DEFAULT_BANDS,
    Area,
    Band,
    Choice,
    Condition,
    Kind,
    NumberRange,
    Question,
    Questionnaire,
    Scale,
    Text,
    Topic,
)
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.results import Figures, QuestionResult, RoundResults, compute_results
from kommune_desktop.core.round import Group, GroupKind, Round, Weighting
from kommune_desktop.core.tally import CellKey, CellTally, Tally

Number = int | str | Fraction
CREATED = datetime(2026, 9, 14, 8, tzinfo=UTC)


def text(german: str, english: str | None = None) -> Text:
    """A text in both languages; the same words where only one is said."""
    return Text({"de": german, "en": english or german})


def choices(count: int) -> tuple[Choice, ...]:
    """Choices with the values 0 to ``count`` - 1."""
    return tuple(Choice(value, text(f"Stufe {value}", f"step {value}")) for value in range(count))


FIVE_STEPS = Scale("five", choices(5))


def question(  # noqa: PLR0913 - a question has that many sides; a test names the one it is about
    question_id: str = "q",
    kind: Kind = Kind.SCALE,
    *,
    weight: Number = 1,
    steps: int = 5,
    number: NumberRange | None = None,
    audience: tuple[str, ...] = (),
    relevant_if: Condition | None = None,
    replaces: str | None = None,
    core: bool = False,
) -> Question:
    """A question of a kind; choices 0 to ``steps`` - 1 where the kind has any."""
    has_choices = kind in (Kind.SCALE, Kind.SINGLE, Kind.MULTI)
    return Question(
        id=question_id,
        kind=kind,
        label=text(f"Frage {question_id}", f"Question {question_id}"),
        text=text(f"Wie steht es um {question_id}?", f"How is {question_id}?"),
        scale=Scale(f"of {steps}", choices(steps)) if kind is Kind.SCALE else None,
        choices=choices(steps) if has_choices else (),
        number=number,
        weight=Fraction(weight),
        audience=audience,
        relevant_if=relevant_if,
        replaces=replaces,
        core=core,
    )


def area(area_id: str, *questions: Question, weight: Number = 1, title: Text | None = None) -> Area:
    """An area with one topic."""
    topic = Topic(f"{area_id}_topic", text(f"Thema {area_id}", f"Topic {area_id}"), questions)
    return Area(area_id, title or text(f"Feld {area_id}", f"Area {area_id}"), (topic,), Fraction(weight))


def questionnaire(*areas: Area, version: str = "1.0", bands: tuple[Band, ...] = DEFAULT_BANDS) -> Questionnaire:
    """A questionnaire in both languages."""
    return Questionnaire("test", version, text("Fragebogen", "Questionnaire"), ("de", "en"), areas, bands)


def individual(group_id: str, title: Text | None = None) -> Group:
    """A group of persons, a sheet each."""
    return Group(group_id, title or text(f"Gruppe {group_id}", f"Group {group_id}"), GroupKind.INDIVIDUAL)


def joint(group_id: str, title: Text | None = None) -> Group:
    """An office with one sheet."""
    return Group(group_id, title or text(f"Amt {group_id}", f"Office {group_id}"), GroupKind.JOINT)


def round_of(
    content: Questionnaire | Question,
    *groups: Group,
    weighting: Weighting = Weighting.GROUP,
    min_cell: int = 5,
    short_form: bool = False,
    title: str = "Runde 2026",
) -> Round:
    """A round over a questionnaire, or over a single question."""
    whole = questionnaire(area("a", content)) if isinstance(content, Question) else content
    return Round(1, title, whole, groups, CREATED, weighting, min_cell, short_form)


def cell(*values: Value, no_row: int = 0, **states: int) -> CellTally:
    """The answers of a group to a question: each given value, and the number of sheets in other states.

    Every sheet was shown the question; ``no_row`` of them have nothing entered yet.
    """
    counts = CellTally(shown=len(values) + no_row + sum(states.values()))
    for value in values:
        counts.add(State.GIVEN, value)
    for state, count in states.items():
        counts.add(State(state), None, count)
    return counts


def tally(cells: Mapping[CellKey, CellTally], sheets: Mapping[str, int] | None = None) -> Tally:
    """Counts of a round; a group has as many sheets as its largest cell was shown to, unless said otherwise."""
    counted: dict[str, int] = {}
    for (_, group_id), counts in cells.items():
        counted[group_id] = max(counted.get(group_id, 0), counts.shown)
    return Tally(sheets if sheets is not None else counted, dict(cells))


def tally_of_sheets(round_: Round, sheets: Iterable[tuple[str, Answers]]) -> Tally:
    """Counts of whole sheets: group id and answers of each."""
    counts = {(q.id, group.id): CellTally() for q in round_.questions for group in round_.groups}
    by_group = dict.fromkeys((group.id for group in round_.groups), 0)
    for group_id, answers in sheets:
        by_group[group_id] += 1
        for shown in shown_questions(round_.questions, group_id, answers):
            counts[shown.id, group_id].shown += 1
            answer = answers.get(shown.id)
            if answer is not None:
                counts[shown.id, group_id].add(answer.state, answer.value)
    return Tally(by_group, counts)


def results_of_one(
    asked: Question, cells: Mapping[str, CellTally], *, weighting: Weighting = Weighting.GROUP
) -> QuestionResult:
    """The results of a single question by group id, with k = 5; ids that begin with ``office`` are of joint groups."""
    groups = [joint(name) if name.startswith("office") else individual(name) for name in cells]
    counts = {(asked.id, name): found for name, found in cells.items()}
    return compute_results(round_of(asked, *groups, weighting=weighting), tally(counts)).questions[0]


def results_of_scores(round_: Round, values: Mapping[str, Sequence[int]]) -> RoundResults:
    """The results of a round with one joint group: the values it chose, by question id."""
    (group,) = round_.groups
    return compute_results(round_, tally({(key, group.id): cell(*chosen) for key, chosen in values.items()}))


def shown(result: QuestionResult, group_id: str) -> Figures:
    """The figures of a group whose cell is not hidden."""
    found = result.groups[group_id]
    assert isinstance(found, Figures)
    return found


WHOLE_MEASURE = Measure(
    "Sprechstunde „für alle“",
    7,
    1,
    goal="Wer neu ist,\nfindet Rat; schnell.",
    office="Amt 50",
    partners="Caritas, Moscheeverein",
    start=date(2026, 1, 15),
    due=date(2026, 9, 30),
    cost=Decimal("12500.50"),
    status=MeasureStatus.RUNNING,
    indicator="Beratungen",
    target="200 im Jahr",
    area_id="a",
    question_ids=("a.grad",),
    priority=14,
    notes=(ProgressNote(date(2026, 2, 1), "Begonnen."), ProgressNote(date(2026, 1, 2), "Beschlossen.")),
)
"""A measure with everything that one can have."""
