"""A round of 1,000 sheets with 105 answers each, in a store and as a CSV file. The same every time."""

from __future__ import annotations

import copy
import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.document import Document
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.round import DEFAULT_MIN_CELL, STANDARD_GROUPS, Round, Weighting
from kommune_desktop.db import Store
from kommune_desktop.intake.answers import COLUMNS
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped

SHEETS = {"administration": 1, "council": 120, "welfare": 180, "civil_society": 549, "business": 150}
GROUPS = STANDARD_GROUPS[:5]
_OTHER_STATES = (
    State.DONT_KNOW,
    State.DONT_KNOW,
    State.DONT_KNOW,
    State.BLANK,
    State.NOT_APPLICABLE,
    State.DOUBLE_MARKED,
)
_OTHER_SHARE = 0.12
_COMMENT_SHARE = 0.03
_SEED = 105_000
NewSheet = tuple[str, str, list[tuple[str, Answer]]]


def new_store(path: Path) -> tuple[Store, Round]:
    """A store with an empty round whose every question is for every group."""
    store = Store.create(path, "Musterstadt")
    _, document = shipped(DEFAULT_QUESTIONNAIRE)
    round_ = store.rounds.add(
        _for_all(document),
        title="Runde",
        groups=GROUPS,
        weighting=Weighting.GROUP,
        min_cell=DEFAULT_MIN_CELL,
        short_form=False,
        created=None,
    )
    return store, round_


def _for_all(document: Document) -> Document:
    changed = copy.deepcopy(dict(document))
    for area in changed["areas"]:
        for topic in area["topics"]:
            for question in topic["questions"]:
                question.pop("audience", None)
    return changed


def sheets(round_: Round) -> Iterator[NewSheet]:
    """Number, group id and answers of every sheet."""
    random = Random(_SEED)
    groups = [group_id for group_id, count in SHEETS.items() for _ in range(count)]
    for number, group_id in enumerate(groups, start=1):
        yield str(number), group_id, [(question.id, _answer(question, random)) for question in round_.questions]


def _answer(question: Question, random: Random) -> Answer:
    comment = "Das müssten wir genauer wissen." if random.random() < _COMMENT_SHARE else ""
    if random.random() < _OTHER_SHARE:
        return Answer(random.choice(_OTHER_STATES), None, comment)
    return Answer(State.GIVEN, _value(question, random), comment)


def _value(question: Question, random: Random) -> Value:
    values = [choice.value for choice in question.choices]
    if question.kind is Kind.TEXT:
        return random.choice(
            ["Mehr Treffpunkte im Ortsteil.", "Formulare in einfacher Sprache.", "Öffnungszeiten am Abend."]
        )
    if question.kind is Kind.NUMBER:
        return Decimal(random.randint(0, 100))
    if question.kind is Kind.MULTI:
        return frozenset(random.sample(values, k=random.randint(1, 3)))
    return random.choice(values)


def write_csv(path: Path, round_: Round) -> None:
    """The sheets as a file for ``kommune-desktop import``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS[:-1])
        for number, group_id, answers in sheets(round_):
            for question_id, answer in answers:
                cells = [number, group_id, question_id, answer.state.value, _written(answer.value)]
                writer.writerow([*cells, answer.comment])


def _written(value: Value | None) -> str:
    if isinstance(value, frozenset):
        return "|".join(map(str, sorted(value)))
    return "" if value is None else str(value)
