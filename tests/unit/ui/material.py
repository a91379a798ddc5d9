"""A small questionnaire and what is done with the files of the tests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.questionnaire import Text
from kommune_desktop.core.round import Group, GroupKind, Round, Weighting
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store

Document = dict[str, Any]
TOWN = "Stadt Musterhausen"
ROUND = "Runde 2026"
MIN_CELL = 3
ADMINISTRATION = Group("administration", Text({"de": "Verwaltung", "en": "Administration"}), GroupKind.JOINT)
COUNCIL = Group("council", Text({"de": "Ratsfraktionen", "en": "Council groups"}), GroupKind.INDIVIDUAL)
WELFARE = Group("welfare", Text({"de": "Wohlfahrtsverbände", "en": "Welfare organisations"}), GroupKind.INDIVIDUAL)
GROUPS = (ADMINISTRATION, COUNCIL, WELFARE)


def both(german: str, english: str) -> dict[str, str]:
    """A text in both languages."""
    return {"de": german, "en": english}


def _choices(count: int) -> list[Document]:
    return [{"value": value, "text": both(f"Stufe {value}", f"step {value}")} for value in range(count)]


def _question(question_id: str, kind: str, german: str, english: str, **more: object) -> Document:
    made: Document = {
        "id": question_id,
        "kind": kind,
        "label": both(german, english),
        "text": both(f"Wie steht es um {german}?", f"How about {english}?"),
    }
    if kind == "scale":
        made["scale"] = "five"
    return made | more


def _topic(topic_id: str, german: str, english: str, *questions: Document) -> Document:
    return {"id": topic_id, "title": both(german, english), "questions": list(questions)}


SMALL: Document = {
    "id": "klein",
    "version": "1.0",
    "title": both("Kleiner Fragebogen", "Small questionnaire"),
    "languages": ["de", "en"],
    "scales": {"five": _choices(5)},
    "areas": [
        {
            "id": "a",
            "title": both("Steuerung", "Governance"),
            "topics": [
                _topic(
                    "a.strategie",
                    "Strategie",
                    "Strategy",
                    _question(
                        "a.bild",
                        "scale",
                        "Leitbild",
                        "Mission",
                        core=True,
                        evidence=True,
                        help=both("Als Beleg zählt der Text.", "The text is evidence."),
                    ),
                    _question("a.ziel", "scale", "Ziele", "Aims", relevant_if={"question": "a.bild", "at_least": 2}),
                    _question("a.leitung", "single", "Leitung", "Lead", choices=_choices(3)),
                ),
                _topic(
                    "a.daten",
                    "Daten",
                    "Data",
                    _question("a.wege", "multi", "Meldewege", "Channels", choices=_choices(4)),
                    _question(
                        "a.stellen",
                        "number",
                        "Stellen",
                        "Posts",
                        min=10,
                        max=500,
                        decimals=1,
                        unit=both("Stellen", "posts"),
                    ),
                    _question("a.partner", "text", "Partner", "Partners"),
                ),
            ],
        },
        {
            "id": "b",
            "title": both("Teilhabe", "Participation"),
            "topics": [
                _topic(
                    "b.amt",
                    "Amt",
                    "Office",
                    _question("b.haushalt", "scale", "Haushalt", "Budget", audience=["administration"]),
                ),
                _topic(
                    "b.wohnen",
                    "Wohnen",
                    "Housing",
                    _question("b.suche", "scale", "Wohnungssuche", "Flat hunting", core=True),
                    _question("b.miete", "scale", "Miete", "Rent"),
                ),
            ],
        },
    ],
}
"""Nine questions in four topics of two areas. The council is asked eight of them, a.ziel only from a.bild = 2 on."""

STRATEGY, DATA, OFFICE, HOUSING, OPEN = range(5)
"""The pages of the wizard over ``SMALL``."""
SHOWN_TO_COUNCIL = 7
"""Questions that a sheet of the council is shown as long as a.bild is below 2."""


def add_small_round(store: Store, title: str = ROUND, *, created: datetime | None = None, **fields: Any) -> Round:
    """A round over the small questionnaire; fields are those of ``Rounds.add``."""
    given: dict[str, Any] = {
        "groups": GROUPS,
        "weighting": Weighting.GROUP,
        "min_cell": MIN_CELL,
        "short_form": False,
        "created": created or datetime(2026, 9, 14, 8, tzinfo=UTC),
    }
    return store.rounds.add(SMALL, title=title, **(given | fields))


def add_sheets(store: Store, round_: Round, group_id: str, answers: Sequence[Mapping[str, Value | State]]) -> None:
    """Sheets of a group with these answers."""
    taken = len(store.sheets.of_round(round_.id))
    sheets = [
        (str(number), group_id, [(question_id, answer(value)) for question_id, value in given.items()])
        for number, given in enumerate(answers, start=taken + 1)
    ]
    store.answers.add_sheets(round_, sheets)


def answer(value: Value | State, comment: str = "", evidence: str = "") -> Answer:
    """An answer with a value, or with a state."""
    if isinstance(value, State):
        return Answer(value, None, comment, evidence)
    return Answer(State.GIVEN, value, comment, evidence)


def stored(path: Path, sheet: Sheet) -> dict[str, Answer]:
    """What another program would read of a sheet in this moment."""
    with Store.open(path, readonly=True) as store:
        questions = store.rounds.get(sheet.round_id).questionnaire.questions
        return store.answers.of_sheet(sheet.id, questions)


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Another program holds the file of a store for writing; the store does not wait for it to let go."""
    store._connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(store: Store) -> Iterator[None]:
    """The disk under the file of a store has no room for another page."""
    connection = store._connection
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    before = connection.exec_driver_sql("PRAGMA max_page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    connection.exec_driver_sql(f"PRAGMA max_page_count = {before}")
