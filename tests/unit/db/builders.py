"""Small questionnaires, rounds and stores to test with."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.form import Box, FormLayout, FormPage, Rect
from kommune_desktop.core.questionnaire import Text
from kommune_desktop.core.round import Group, GroupKind, Round, Weighting
from kommune_desktop.db import Store

TOWN = "Lindenau am See"
GROUPS = (
    Group("administration", Text({"de": "Verwaltung", "en": "Administration"}), GroupKind.JOINT, "VW"),
    Group("council", Text({"de": "Ratsfraktionen", "en": "Council groups"}), GroupKind.INDIVIDUAL, "RF"),
    Group("welfare", Text({"de": "Wohlfahrtsverbände", "en": "Welfare organisations"}), GroupKind.INDIVIDUAL, "WV"),
)
Document = dict[str, Any]


def german(text: str) -> dict[str, str]:
    """A text in German alone."""
    return {"de": text}


def choices(count: int) -> list[Document]:
    """Choices with the values 0, 1, 2 …."""
    return [{"value": value, "text": german(f"Antwort {value}")} for value in range(count)]


def question(question_id: str, kind: str = "scale", **more: object) -> Document:
    """A question as it stands in a questionnaire file; a scale has five steps."""
    made: Document = {
        "id": question_id,
        "kind": kind,
        "label": german(f"L {question_id}"),
        "text": german(f"Frage {question_id}?"),
    }
    if kind == "scale":
        made["scale"] = "five"
    if kind in ("single", "multi"):
        made["choices"] = choices(4)
    return made | more


def document(*questions: Document, version: str = "1.0", questionnaire_id: str = "klein") -> Document:
    """A questionnaire with all questions in one topic."""
    return {
        "id": questionnaire_id,
        "version": version,
        "title": german("Klein"),
        "languages": ["de"],
        "scales": {"five": choices(5), "three": choices(3)},
        "areas": [
            {
                "id": "a",
                "title": german("Bereich"),
                "topics": [{"id": "a.t", "title": german("Thema"), "questions": list(questions)}],
            }
        ],
    }


SMALL = document(
    question("a.grad", core=True),
    question("a.ja", scale="three"),
    question("a.warum", "text", relevant_if={"question": "a.grad", "at_least": 2}),
    question("a.eins", "single"),
    question("a.mehr", "multi", relevant_if={"question": "a.eins", "any_of": [1, 2]}),
    question("a.zahl", "number", max=1000, decimals=1),
    question("a.rat", audience=["council"]),
)
"""One question of each kind, two conditions, an audience."""


def add_round(  # noqa: PLR0913 - the fields of a round, all by keyword
    store: Store,
    content: Document = SMALL,
    *,
    title: str = "Runde 1",
    groups: tuple[Group, ...] = GROUPS,
    min_cell: int = 5,
    short_form: bool = False,
    created: datetime | None = None,
) -> Round:
    """A round with three groups and the small questionnaire."""
    return store.rounds.add(
        content,
        title=title,
        groups=groups,
        weighting=Weighting.GROUP,
        min_cell=min_cell,
        short_form=short_form,
        created=created,
    )


def given(value: Value, comment: str = "", evidence: str = "") -> Answer:
    """An answer with a value."""
    return Answer(State.GIVEN, value, comment, evidence)


EXAMPLES = {
    "a.grad": given(3, "Kommentar mit „Umlauten“ äöü", "Beschluss 12/2026"),
    "a.ja": Answer(State.DONT_KNOW),
    "a.warum": given("Weil es\nzwei Zeilen sind."),
    "a.eins": given(2),
    "a.mehr": given(frozenset({0, 3})),
    "a.zahl": given(Decimal("12.5")),
    "a.rat": Answer(State.ILLEGIBLE),
}
"""An answer to each question of the small questionnaire."""


FORM = FormLayout(
    questionnaire="klein",
    version="1.0",
    round_code="26",
    group="council",
    language="de",
    size=(210.0, 297.0),
    marks=(),
    codes=(),
    number=Rect(100.0, 8.0, 60.0, 7.0),
    pages=(FormPage((), (Box("a.grad", State.GIVEN, 3, "4", Rect(20.0, 30.0, 5.0, 5.0)),), ()),),
)
"""The geometry of a form with one box."""


def fill(store: Store, round_: Round) -> None:
    """A sheet of the council with the example answers, and a printed form."""
    sheet = store.sheets.add(round_, "council", str(len(store.sheets.of_round(round_.id)) + 1))
    store.forms.keep(round_.id, FORM)
    for question_id, answer in EXAMPLES.items():
        store.answers.save(sheet.id, question_id, answer)


def answers_of(store: Store, round_: Round) -> dict[str, Mapping[str, Answer]]:
    """All answers of a round by sheet number."""
    return {
        sheet.number: store.answers.of_sheet(sheet.id, round_.questionnaire.questions)
        for sheet in store.sheets.of_round(round_.id)
    }


def execute(path: Path, *statements: str) -> None:
    """Change a file behind the program's back, as a foreign program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def single(path: Path, query: str) -> Any:
    """The one value of a query on a file that is at rest."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchone()[0]


def dump(path: Path) -> list[str]:
    """Everything a file holds, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def names_beside(path: Path) -> set[str]:
    """The names of all files in a file's folder."""
    return {other.name for other in path.parent.iterdir()}
