"""Every fault in a row of an answer file is named with its row, its column and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop.texts import texts
from tests.unit.intake.answer_files import HEADER, SHORT, Taken, read, refusal

GROUP_NAMES = "administration, council, welfare."
STATE_NAMES = "given, dont_know, not_applicable, blank, illegible, double_marked."
NOT_BOTH = "Eine Antwort steht da, obwohl der Zustand keine erlaubt. Lassen Sie eines von beiden weg."
NOTHING = "Hier steht weder ein Zustand noch eine Antwort. Für ein leeres Feld schreiben Sie bei state „blank“."
GOOD_ROW = "1,council,a.grad,,3,\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Antworten.csv"


FAULTS: dict[str, tuple[str, str, str]] = {
    "an unknown group": (
        "2,Kirche,a.grad,,3,",
        "unknown_group",
        "Zeile 3, Spalte group: Die Gruppe „Kirche“ gehört nicht zur Runde. Möglich sind: " + GROUP_NAMES,
    ),
    "an unknown question": (
        "2,council,a.gard,,3,",
        "unknown_question",
        "Zeile 3, Spalte question: Die Frage „a.gard“ gibt es nicht. Nehmen Sie die Kennung oder die Nummer 1 bis 7.",
    ),
    "a question number too high": (
        "2,council,8,,3,",
        "unknown_question",
        "Zeile 3, Spalte question: Die Frage „8“ gibt es nicht. Nehmen Sie die Kennung oder die Nummer 1 bis 7.",
    ),
    "a value outside the scale": (
        "2,council,a.grad,,5,",
        "value",
        "Zeile 3, Spalte value: „5“ steht nicht zur Auswahl. Erlaubt sind: 0, 1, 2, 3, 4.",
    ),
    "a word on a scale": (
        "2,council,a.grad,,viel,",
        "value",
        "Zeile 3, Spalte value: „viel“ steht nicht zur Auswahl. Erlaubt sind: 0, 1, 2, 3, 4.",
    ),
    "one choice too many": (
        "2,council,a.eins,,1|2,",
        "value",
        "Zeile 3, Spalte value: „1|2“ steht nicht zur Auswahl. Erlaubt sind: 0, 1, 2, 3.",
    ),
    "no number": (
        "2,council,a.zahl,,viele,",
        "value",
        "Zeile 3, Spalte value: „viele“ ist keine Zahl. Schreiben Sie zum Beispiel 12 oder 12,5.",
    ),
    "a number outside its bounds": (
        '2,council,a.zahl,,"1000,5",',
        "value",
        "Zeile 3, Spalte value: 1000,5 liegt außerhalb von 0 bis 1000.",
    ),
    "too many decimals": (
        '2,council,a.zahl,,"1,25",',
        "value",
        "Zeile 3, Spalte value: 1,25 hat zu viele Nachkommastellen. Erlaubt: 1.",
    ),
    "an unknown state": (
        "2,council,a.grad,vielleicht,,",
        "unknown_state",
        "Zeile 3, Spalte state: „vielleicht“ ist nicht bekannt. Möglich sind: " + STATE_NAMES,
    ),
    "a value with don't know": (
        "2,council,a.grad,dont_know,3,",
        "value",
        f"Zeile 3, Spalte value: {NOT_BOTH}",
    ),
    "given without a value": (
        "2,council,a.grad,given,,",
        "value",
        "Zeile 3, Spalte value: Die Antwort fehlt.",
    ),
    "neither a state nor a value": (
        "2,council,a.grad,,,nur ein Kommentar",
        "nothing",
        f"Zeile 3, Spalte value: {NOTHING}",
    ),
    "a question that the group is not asked": (
        "2,welfare,a.rat,,3,",
        "not_asked",
        "Zeile 3, Spalte question: Die Frage „a.rat“ wird der Gruppe „welfare“ nicht gestellt.",
    ),
    "a sheet without a number": (
        " ,council,a.grad,,3,",
        "sheet_missing",
        "Zeile 3, Spalte sheet: Die Nummer des Bogens fehlt.",
    ),
    "a question twice on a sheet": (
        "1,council,1,,4,",
        "question_twice",
        "Zeile 3, Spalte question: Der Bogen „1“ hat zur Frage „a.grad“ schon eine Antwort in Zeile 2.",
    ),
    "a sheet of two groups": (
        "1,welfare,a.ja,,1,",
        "sheet_two_groups",
        "Zeile 3, Spalte group: Der Bogen „1“ gehört weiter oben zur Gruppe „council“. Er kann nur zu einer gehören.",
    ),
    "a cell too many": (
        "2,council,a.grad,,3,,",
        "cells",
        "Zeile 3: Es sind 7 Spalten statt 6. Prüfen Sie Trennzeichen und Anführungszeichen.",
    ),
    "a cell too few": (
        "2,council,a.grad",
        "cells",
        "Zeile 3: Es sind 3 Spalten statt 6. Prüfen Sie Trennzeichen und Anführungszeichen.",
    ),
    "a comment of more than 20,000 signs": (
        f"2,council,a.grad,,3,{'x' * 20_001}",
        "value",
        "Zeile 3, Spalte value: Der Text hat 20001 Zeichen. Erlaubt sind 20000.",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_row_is_named_with_what_is_wrong(path: Path, name: str) -> None:
    row, key, sentence = FAULTS[name]
    error = refusal(path, f"{HEADER}{GOOD_ROW}{row}\n")
    assert (error.key, error.params) == ("import.faulty.one", {"path": path, "n": 1})
    assert [problem.key for problem in error.problems] == [f"import.{key}"]
    assert texts("de").error_lines(error)[1:] == [sentence]


NO_PLACE = {
    "sheet_exists": ("7,council,a.grad,,3,", Taken(numbers=["7"])),
    "joint_second": ("A,administration,a.grad,,3,", Taken(groups=["administration"])),
    "not_in_short_form": ("2,council,a.ja,,1,", Taken(round_=SHORT)),
}


@pytest.mark.parametrize("key", NO_PLACE)
def test_a_row_that_the_round_has_no_place_for_is_named(path: Path, key: str) -> None:
    row, there = NO_PLACE[key]
    error = refusal(path, f"{HEADER}{row}\n", there)
    assert [(problem.key, problem.params["row"]) for problem in error.problems] == [(f"import.{key}", 2)]


def test_a_sheet_that_is_there_already_is_named_once_and_not_for_each_of_its_rows(path: Path) -> None:
    rows = "7,council,a.grad,,3,\n7,council,a.ja,,1,\n"
    assert len(refusal(path, HEADER + rows, Taken(numbers=["7"])).problems) == 1


def test_a_second_sheet_of_a_joint_group_is_refused_within_a_file(path: Path) -> None:
    rows = "A,administration,a.grad,,3,\nB,administration,a.grad,,3,\nA,administration,a.ja,,1,\n"
    error = refusal(path, HEADER + rows)
    assert [(problem.key, problem.params) for problem in error.problems] == [
        ("import.joint_second", {"row": 3, "sheet": "B", "group": "administration"})
    ]


def test_a_joint_group_may_come_with_its_one_sheet(path: Path) -> None:
    assert len(read(path, f"{HEADER}A,administration,a.grad,,3,\nA,administration,a.ja,,1,\n")) == 1


def test_all_faults_of_a_file_are_named_in_the_order_of_its_rows(path: Path) -> None:
    rows = "1,council,x,,3,\n1,council,a.grad,,9,\n\n1,council,a.ja,sometimes,,\n2,council,a.ja\n"
    error = refusal(path, HEADER + rows)
    assert (error.key, error.params["n"]) == ("import.faulty.other", 4)
    assert [problem.params["row"] for problem in error.problems] == [2, 3, 5, 6]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(path: Path) -> None:
    """A field of three lines is one row of the table, and an empty line is one too."""
    rows = '1,council,a.grad,,3,"drei\nZeilen\nlang"\n\n1,council,a.ja,,9,\n'
    assert [problem.params["row"] for problem in refusal(path, HEADER + rows).problems] == [4]


def test_a_row_with_two_faults_counts_as_one_row(path: Path) -> None:
    error = refusal(path, f"{HEADER}1,Kirche,a.gard,,3,\n")
    assert len(error.problems) == 2
    assert texts("de").error(error) == f"Aus „{path}“ wurde nichts übernommen, weil 1 Zeile zu berichtigen ist:"


def test_of_150_bad_rows_all_are_counted_and_the_first_100_listed(path: Path) -> None:
    rows = "".join(f"{number},council,a.grad,,9,\n" for number in range(1, 151))
    error = refusal(path, HEADER + rows)
    assert (error.params["n"], len(error.problems)) == (150, 150)
    first, *listed, last = texts("de").error_lines(error)
    assert first.endswith("weil 150 Zeilen zu berichtigen sind:")
    assert [line.partition(",")[0] for line in listed] == [f"Zeile {row}" for row in range(2, 102)]
    assert last.startswith("… und 50 weitere")
    assert texts("en").error_lines(error)[-1].startswith("… and 50 more")


def test_of_101_bad_rows_one_more_is_mentioned(path: Path) -> None:
    rows = "".join(f"{number},council,a.grad,,9,\n" for number in range(1, 102))
    assert texts("de").error_lines(refusal(path, HEADER + rows))[-1].startswith("… und 1 weiterer")


@pytest.mark.timeout(20)
@pytest.mark.parametrize("number", ["1e99999999", "1E+999999999", "-1e999999999999"])
def test_a_monstrous_number_is_refused_at_once(path: Path, number: str) -> None:
    error = refusal(path, f"{HEADER}1,council,a.zahl,,{number},\n")
    assert [problem.key for problem in error.problems] == ["import.value"]
