"""What the tables mean."""

from __future__ import annotations

from dataclasses import replace

from kommune_desktop.core.questionnaire import Condition, Kind, Text
from kommune_desktop.export.tables.codebook import codebook_table
from tests.builders import question, round_of
from tests.unit.export.tables.material import COUNCIL, DAY, FULL, OFFICE, material_of, records, round_with


def test_every_value_of_every_question_has_its_meaning() -> None:
    rows = [
        row
        for row in records(codebook_table(material_of(round_with(OFFICE), [("office", FULL)])))
        if row["Eintrag"] == "Frage"
    ]
    by_id = {
        question_id: [(row["Wert"], row["Bedeutung"]) for row in rows if row["Kennung"] == question_id]
        for question_id in ("a.grad", "a.mehr", "a.zahl", "a.text")
    }
    assert by_id == {
        "a.grad": [(value, f"Stufe {value}") for value in range(5)],
        "a.mehr": [(value, f"Stufe {value}") for value in range(4)],
        "a.zahl": [(None, "−100 bis 1.000")],
        "a.text": [(None, "")],
    }
    assert {row["Nur wenn"] for row in rows if row["Kennung"] == "a.mehr"} == {"a.grad ≥ 2"}
    assert {row["Art"] for row in rows} == {"Skala", "eine Antwort", "mehrere Antworten", "Zahl", "Text"}


def test_a_condition_on_some_values_names_them() -> None:
    asked = question("b", relevant_if=Condition("a", any_of=frozenset({2, 0})))
    rows = records(codebook_table(material_of(round_of(asked, OFFICE), [])))
    assert rows[0]["Nur wenn"] == "a = 0|2"


def test_states_groups_and_the_round_are_explained() -> None:
    rows = records(codebook_table(material_of(round_with(OFFICE, COUNCIL), [("office", FULL)])))
    states = {row["Kennung"]: row["Wert"] for row in rows if row["Eintrag"] == "Zustand"}
    assert states["dont_know"] == "[weiß nicht]"
    assert states["not_asked"] == "[nicht gestellt]"
    assert "given" not in states
    assert [(row["Wert"], row["Bedeutung"]) for row in rows if row["Eintrag"] == "Gruppe"] == [
        ("Amt office", "1 Bogen"),
        ("Gruppe council", "0 Bögen"),
    ]
    facts = {row["Kennung"]: row["Wert"] for row in rows if row["Eintrag"] == "Angabe"}
    assert (facts["municipality"], facts["exported"], facts["min_cell"]) == ("Lindenau", DAY, 5)


def test_a_question_of_two_thousand_letters_stays_whole() -> None:
    long = "W" * 2000
    asked = replace(question("a", Kind.TEXT), text=Text({"de": long}))
    rows = records(codebook_table(material_of(round_of(asked, OFFICE), [])))
    assert rows[0]["Wortlaut"] == long
