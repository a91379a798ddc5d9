"""What the tables themselves refuse, whoever writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kommune_desktop.core.answer import State
from kommune_desktop.db import Store
from tests.unit.db.builders import FORM, add_round, document, fill, question


@pytest.fixture
def raw(store: Store) -> Iterator[sqlite3.Connection]:
    """A connection of its own to a store with two rounds; each round has the group rows 1–3 and 4–6."""
    fill(store, add_round(store))
    add_round(store, document(question("b.eins"), version="2.0"), title="Runde 2")
    store.sheets.add(store.rounds.all()[0], "council", "2")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def insert(table: str, **values: object) -> str:
    names, shown = ", ".join(values), ", ".join("NULL" if value is None else repr(value) for value in values.values())
    return f"INSERT INTO {table} ({names}) VALUES ({shown})"


def answer(state: str, value: object = None, text: object = None, question_id: int = 1, sheet_id: int = 2) -> str:
    return insert("answer", sheet_id=sheet_id, question_id=question_id, state=state, value=value, text=text)


def a_round(**other: object) -> str:
    values = {
        "title": "Runde 3",
        "questionnaire_id": 1,
        "weighting": "group",
        "min_cell": 5,
        "short_form": 0,
        "code": "99",
    }
    return insert("round", **(values | other))


def a_group(**other: object) -> str:
    return insert(
        "actor_group",
        **({"round_id": 1, "key": "x", "title": "{}", "kind": "joint", "position": 9, "code": "XX"} | other),
    )


def a_sheet(**other: object) -> str:
    return insert("sheet", **({"round_id": 1, "group_id": 2, "number": "77"} | other))


def a_form(**other: object) -> str:
    return insert("form", **({"round_id": 1, "fingerprint": "0123ABCD", "layout": "{}"} | other))


ALLOWED = [
    *(answer(state.value, 1 if state is State.GIVEN else None) for state in State),
    answer("given", 0),
    answer("given", 12.5),
    answer("given", text="Wort"),
    a_round(),
    a_round(min_cell=3, weighting="sheet", short_form=1),
    a_group(),
    a_sheet(),
    a_sheet(round_id=2, group_id=5, number="1"),
    a_sheet(form_id=1),
    a_form(),
    a_form(round_id=2, fingerprint=FORM.fingerprint),
    a_group(round_id=2, code="ZZ"),
]
REFUSED = {
    "given without a value": answer("given"),
    "a value with don't know": answer("dont_know", 1),
    "a text with blank": answer("blank", text="Wort"),
    "an unknown state": answer("perhaps"),
    "a state in capitals": answer("GIVEN", 1),
    "text and value both": answer("given", 1, "Wort"),
    "words in the column of numbers": answer("given", "viel"),
    "no state": answer("given", 1).replace("'given'", "NULL"),
    "a second answer to a question": answer("given", 1, sheet_id=1),
    "an answer of no sheet": answer("given", 1, sheet_id=99),
    "an answer to no question": answer("given", 1, question_id=99),
    "a minimum of two": a_round(min_cell=2),
    "an unknown weighting": a_round(weighting="person"),
    "a short form of two": a_round(short_form=2),
    "a round without a title": a_round(title="  "),
    "a second round of the same title": a_round(title="Runde 1"),
    "a round without its questionnaire": a_round(questionnaire_id=9),
    "an unknown kind of group": a_group(kind="crowd"),
    "a title that is not JSON": a_group(title="Verwaltung"),
    "a group twice in a round": a_group(key="council"),
    "a second round of the same code": a_round(code="26"),
    "a round without a code": a_round(code=None),
    "a second group of the same code": a_group(code="RF"),
    "a group without a code": a_group(code=None),
    "a form twice in a round": a_form(fingerprint=FORM.fingerprint),
    "a form that is not JSON": a_form(layout="{"),
    "a form of no round": a_form(round_id=9),
    "a sheet on no form": a_sheet(form_id=9),
    "a group of another round": a_sheet(group_id=5),
    "a second live sheet with the same number": a_sheet(number="1"),
    "a sheet without a number": a_sheet(number=" "),
    "a second municipality": insert("municipality", id=2, name="Nachbarort"),
    "a questionnaire that is not JSON": insert("questionnaire", key="x", version="1.0", content="{"),
    "a version of a questionnaire twice": insert("questionnaire", key="klein", version="1.0", content="{}"),
    "a question twice": insert("question", key="a.grad"),
    "removing a question that has answers": "DELETE FROM question WHERE key = 'a.grad'",
    "removing a questionnaire that a round uses": "DELETE FROM questionnaire",
}


@pytest.mark.parametrize("statement", ALLOWED)
def test_what_is_meant_to_be_stored_is_stored(raw: sqlite3.Connection, statement: str) -> None:
    assert raw.execute(statement).rowcount == 1


@pytest.mark.parametrize("name", REFUSED)
def test_what_makes_no_sense_is_refused(raw: sqlite3.Connection, name: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(REFUSED[name])


def test_a_number_is_free_again_when_its_sheet_is_deleted(raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE sheet SET deleted_at = '2026-01-01T00:00:00.000Z' WHERE number = '1'")
    assert raw.execute(a_sheet(number="1")).rowcount == 1


def test_removing_a_round_removes_what_belongs_to_it(raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE sheet SET form_id = 1 WHERE number = '1'")
    raw.execute("DELETE FROM round WHERE id = 1")
    tables = ("actor_group", "sheet", "answer", "form")
    left = [raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]
    assert left == [3, 0, 0, 0]


def test_moments_are_utc_with_milliseconds(raw: sqlite3.Connection, path: Path) -> None:
    form = "????-??-??T??:??:??.???Z".replace("?", "[0-9]")
    for table, column in [("municipality", "created_at"), ("round", "created_at"), ("answer", "updated_at")]:
        query = f"SELECT count(*), sum({column} GLOB '{form}') FROM {table}"
        count, right = raw.execute(query).fetchone()
        assert count == right > 0
