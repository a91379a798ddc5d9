"""Single answers as tables: long, wide, and what stands beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.export.tables.answers import comments_table, long_table, not_asked_code, state_code, wide_table
from kommune_desktop.texts import LANGUAGES, texts
from tests.unit.export.tables.material import (
    ALL_KINDS,
    COUNCIL,
    FULL,
    OFFICE,
    OTHER,
    given,
    heads,
    material_of,
    records,
    round_with,
)


def test_the_long_form_has_one_row_an_answer() -> None:
    table = long_table(material_of(round_with(OFFICE), [("office", FULL)]))
    rows = [list(row) for row in table.rows]
    assert heads(table) == [
        *("Bogen", "Gruppe", "Nr.", "Kennung", "Frage", "Zustand", "Wert", "Antwort", "Bemerkung", "Nachweis")
    ]
    head = ["1", "Amt office"]
    assert rows == [
        [*head, 1, "a.grad", "Frage a.grad", "beantwortet", 3, "Stufe 3", "Ja.", "Beschluss 1"],
        [*head, 2, "a.eins", "Frage a.eins", "beantwortet", 1, "Stufe 1", "", ""],
        [*head, 3, "a.mehr", "Frage a.mehr", "beantwortet", "1|3", "Stufe 1 | Stufe 3", "", ""],
        [*head, 4, "a.zahl", "Frage a.zahl", "beantwortet", Decimal("12.5"), "", "", ""],
        [*head, 5, "a.text", "Frage a.text", "beantwortet", "Mehr Treffpunkte.", "", "", ""],
    ]


def test_states_are_told_and_have_no_value() -> None:
    rows = records(long_table(material_of(round_with(OFFICE), [("office", OTHER)])))
    assert [(row["Kennung"], row["Zustand"], row["Wert"]) for row in rows] == [
        ("a.grad", "beantwortet", 1),
        ("a.eins", "weiß nicht", None),
        ("a.zahl", "unleserlich", None),
        ("a.text", "leer", None),
    ]


def test_the_wide_form_has_a_column_a_question_and_a_code_a_state() -> None:
    sheets = [("office", FULL), ("office", OTHER), ("office", {"a.grad": given(2)})]
    table = wide_table(material_of(round_with(OFFICE), sheets))
    assert heads(table) == ["Bogen", "Gruppe", *(question.id for question in ALL_KINDS.questions)]
    assert [list(row)[2:] for row in table.rows] == [
        [3, 1, "1|3", Decimal("12.5"), "Mehr Treffpunkte."],
        [1, "[weiß nicht]", "[nicht gestellt]", "[unleserlich]", "[leer]"],
        [2, None, None, None, None],
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_are_apart_from_each_other_and_from_every_value(language: str) -> None:
    words = texts(language)
    codes = [state_code(words, state) for state in State] + [not_asked_code(words)]
    assert len(set(codes)) == len(State) + 1
    assert all(code.startswith("[") and code.endswith("]") for code in codes)


def test_what_was_written_beside_answers_has_a_table_of_its_own() -> None:
    rows = records(comments_table(material_of(round_with(OFFICE), [("office", FULL), ("office", OTHER)])))
    assert [(row["Bogen"], row["Kennung"], row["Bemerkung"], row["Nachweis"]) for row in rows] == [
        ("1", "a.grad", "Ja.", "Beschluss 1"),
        ("2", "a.text", "Kein Platz.", ""),
    ]


def test_a_question_for_others_is_not_asked() -> None:
    round_ = round_with(COUNCIL, OFFICE)
    (row,) = records(wide_table(material_of(round_, [("council", {"a.grad": Answer(State.BLANK)})])))
    assert (row["a.grad"], row["a.mehr"]) == ("[leer]", "[nicht gestellt]")


def test_heads_and_words_are_english_in_english() -> None:
    table = long_table(material_of(round_with(OFFICE), [("office", OTHER)], "en"))
    assert heads(table)[:3] == ["Sheet", "Group", "No."]
    assert records(table)[1]["State"] == "don't know"


def test_an_empty_round_has_heads_alone() -> None:
    empty = material_of(round_with(OFFICE), [])
    for table in (long_table(empty), wide_table(empty), comments_table(empty)):
        assert heads(table)
        assert list(table.rows) == []
