"""A table with a row each sheet: what its cells mean, and how its faults are named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import Coding, ColumnUse, Mapping, Role
from kommune_desktop.intake.answers import wide as wide_module
from tests.unit.db.builders import given
from tests.unit.intake.answer_files import ROUND, Taken, answers
from tests.unit.intake.wide_files import GOOD, HEAD, MAPPING, lines, read_rows, row, short_form

BLANK = Answer(State.BLANK)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Umfrage.csv"


def mapped(*uses: ColumnUse) -> Mapping:
    """A mapping of a few columns, the sheets numbered by row, all of the council."""
    return replace(MAPPING, uses=uses, sheet_column=None, group_column=None, group="council", prefix="O-")


@pytest.mark.parametrize("name", ["Umfrage.csv", "Umfrage.xlsx"])
def test_a_row_is_a_sheet(tmp_path: Path, name: str) -> None:
    found = read_rows(tmp_path / name, [GOOD])
    assert not found.problems
    assert answers(list(found.sheets)) == {
        "1": {
            "a.grad": given(3),
            "a.ja": given(2),
            "a.mehr": given(frozenset({0, 3})),
            "a.zahl": given(Decimal("12.5")),
            "a.warum": given("Weil"),
            "a.rat": given(1),
        }
    }


STATES = {
    "weiß nicht": State.DONT_KNOW,
    "WEISS NICHT": State.DONT_KNOW,
    "N/A": State.NOT_APPLICABLE,
    "-oth-": State.NOT_APPLICABLE,
    "k. A.": State.BLANK,
    "[weiß nicht]": State.DONT_KNOW,
    " unleserlich ": State.ILLEGIBLE,
}


@pytest.mark.parametrize("text", STATES)
@pytest.mark.parametrize("column", ["grad", "mehr", "zahl", "warum"])
def test_a_state_is_told_in_every_column(path: Path, text: str, column: str) -> None:
    found = read_rows(path, [row(**{column: text})])
    assert found.sheets[0].answers[f"a.{column}"] == Answer(STATES[text])


def test_an_empty_cell_of_a_question_that_was_shown_was_left_empty(path: Path) -> None:
    """a.warum is shown from a.grad = 2 on only."""
    found = read_rows(path, [row(grad="1", warum="", zahl="")])
    assert "a.warum" not in found.sheets[0].answers
    assert found.sheets[0].answers["a.zahl"] == BLANK
    found = read_rows(path, [row(grad="2", warum="")])
    assert found.sheets[0].answers["a.warum"] == BLANK


def test_an_empty_cell_may_be_an_answer_not_entered(path: Path) -> None:
    found = read_rows(path, [row(zahl="")], replace(MAPPING, blank_if_empty=False))
    assert "a.zahl" not in found.sheets[0].answers


def test_what_our_own_table_says_was_not_asked_is_left_out(path: Path) -> None:
    found = read_rows(path, [row(grad="0", warum="[nicht gestellt]")])
    assert not found.problems
    assert "a.warum" not in found.sheets[0].answers


def test_a_comment_stands_beside_its_answer_and_may_stand_alone(path: Path) -> None:
    found = read_rows(path, [row(grad_k=" gut "), row(nr="2", grad="", grad_k="später")])
    assert [sheet.answers["a.grad"] for sheet in found.sheets] == [given(3, "gut"), Answer(State.BLANK, None, "später")]


def test_a_row_that_answers_nothing_is_left_out_and_counted(path: Path) -> None:
    found = read_rows(path, [GOOD, ["2", "Kirche", *[""] * 7], []])
    assert (len(found.sheets), found.empty_rows, list(found.problems)) == (1, 1, [])


CODES = [
    (Coding.VALUE, "0", 0),
    (Coding.VALUE, "4", 4),
    (Coding.VALUE, "A0", 0),
    (Coding.VALUE, "3.0", 3),
    (Coding.PLACE, "1", 0),
    (Coding.PLACE, "5", 4),
    (Coding.PLACE, "AO05", 4),
    (Coding.PLACE, "A1", 0),
    (Coding.LABEL, "Antwort 2", 2),
    (Coding.LABEL, "ANTWORT  2", 2),
    (Coding.LABEL, "antwort_2", 2),
    (Coding.LABEL, "3 Antwort 2", 2),
]


@pytest.mark.parametrize(("coding", "text", "value"), CODES)
def test_a_choice_is_named_in_many_ways(path: Path, coding: Coding, text: str, value: int) -> None:
    found = read_rows(path, [[text]], mapped(ColumnUse("x", "a.grad", coding=coding)), head=["x"])
    assert found.sheets[0].answers == {"a.grad": given(value)}


@pytest.mark.parametrize("text", ["5", "-1", "A5", "4.5", "null", "0x1", "٣", "1|2", "😀", "=1+1"])
def test_what_names_no_choice_is_refused_with_those_that_do(path: Path, text: str) -> None:
    found = read_rows(path, [row(grad=text)])
    allowed = "0 = Antwort 0; 1 = Antwort 1; 2 = Antwort 2; 3 = Antwort 3; 4 = Antwort 4"
    assert lines(found) == [f"Zeile 2, Spalte „grad“: „{text}“ steht nicht zur Auswahl. Erlaubt sind: {allowed}."]
    assert [(one.column, one.text, one.count) for one in found.unread] == [("grad", text, 1)]


SEVERAL = ["0|3", "0 3", "0;3", "3, 0", "A0 A3"]


@pytest.mark.parametrize("text", SEVERAL)
def test_several_choices_stand_in_one_cell(path: Path, text: str) -> None:
    assert read_rows(path, [row(mehr=text)]).sheets[0].answers["a.mehr"] == given(frozenset({0, 3}))


@pytest.mark.parametrize(
    "text", ["Antwort 0; Antwort 3", "Antwort 3, Antwort 0", "antwort 0 antwort 3", "Antwort 0|Antwort 3"]
)
def test_several_choices_stand_in_one_cell_in_their_words(path: Path, text: str) -> None:
    mapping = mapped(ColumnUse("x", "a.mehr", coding=Coding.LABEL))
    assert read_rows(path, [[text]], mapping, head=["x"]).sheets[0].answers == {"a.mehr": given(frozenset({0, 3}))}


TICKS = mapped(*(ColumnUse(f"m{value}", "a.mehr", Role.CHOICE, value) for value in range(4)))
TICK_HEAD = ["m0", "m1", "m2", "m3"]


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        (["Y", "", "", "Y"], given(frozenset({0, 3}))),
        ([1, 0, 0, 1], given(frozenset({0, 3}))),
        (["Ja", "Nein", "nein", "JA"], given(frozenset({0, 3}))),
        (["TRUE", "FALSE", "FALSE", "TRUE"], given(frozenset({0, 3}))),
        (["Antwort 0", "", "", "Antwort 3"], given(frozenset({0, 3}))),
        ([0, 0, 0, 0], BLANK),
        (["N/A", "N/A", "N/A", "N/A"], Answer(State.NOT_APPLICABLE)),
        (["weiß nicht", "", "", ""], Answer(State.DONT_KNOW)),
    ],
)
def test_several_choices_stand_in_columns_to_tick(path: Path, cells: list[str], answer: Answer) -> None:
    assert read_rows(path, [cells], TICKS, head=TICK_HEAD).sheets[0].answers == {"a.mehr": answer}


def test_a_tick_that_is_none_is_refused(path: Path) -> None:
    [line] = lines(read_rows(path, [["Y", "vielleicht", "", ""]], TICKS, head=TICK_HEAD))
    assert line.startswith("Zeile 2, Spalte „m1“: „vielleicht“ sagt nicht, ob die Antwort angekreuzt ist.")
    assert len(lines(read_rows(path, [["Y", "weiß nicht", "", ""]], TICKS, head=TICK_HEAD))) == 1


def test_single_texts_are_given_a_meaning(path: Path) -> None:
    use = ColumnUse("x", "a.grad", meanings={"Voll": 4, "egal": State.DONT_KNOW})
    mapping = replace(mapped(use), states={"pfff": State.BLANK})
    found = read_rows(path, [["voll"], ["EGAL"], ["pfff"]], mapping, head=["x"])
    assert [sheet.answers["a.grad"] for sheet in found.sheets] == [given(4), Answer(State.DONT_KNOW), BLANK]


FAULTS = {
    "an unknown group": (
        row(wer="Kirche"),
        "Spalte „wer“: Die Gruppe „Kirche“ gehört nicht zur Runde. Möglich sind: administration, council, welfare.",
    ),
    "no number": (row(nr=""), "Spalte „nr“: Die Nummer des Bogens fehlt."),
    "a question that the group is not asked": (
        row(wer="welfare"),
        "Spalte „rat“: Die Frage „a.rat“ wird der Gruppe „welfare“ nicht gestellt. Leeren Sie die Zelle.",
    ),
    "a number outside its bounds": (row(zahl="1000,5"), "Spalte „zahl“: 1000,5 liegt außerhalb von 0 bis 1000."),
    "no number where one should be": (
        row(zahl="viele"),
        "Spalte „zahl“: „viele“ ist keine Zahl. Schreiben Sie zum Beispiel 12 oder 12,5.",
    ),
    "a comment that is too long": (
        row(grad_k="x" * 20_001),
        "Spalte „grad_k“: Der Text hat 20001 Zeichen. Erlaubt sind 20000.",
    ),
    "a text that is too long": (
        row(warum="x" * 20_001),
        "Spalte „warum“: Der Text hat 20001 Zeichen. Erlaubt sind 20000.",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_cell_is_named_with_its_row_and_column(path: Path, name: str) -> None:
    faulty, sentence = FAULTS[name]
    found = read_rows(path, [row(nr="9"), faulty])
    assert lines(found) == [f"Zeile 3, {sentence}"]
    assert found.bad_rows == 1


@pytest.mark.parametrize("text", ["", "N/A", "k. A.", "[nicht gestellt]"])
def test_a_question_that_the_group_is_not_asked_may_say_so(path: Path, text: str) -> None:
    found = read_rows(path, [row(wer="Wohlfahrtsverbände", rat=text)])
    assert not found.problems
    assert "a.rat" not in found.sheets[0].answers


def test_the_short_form_takes_its_own_questions_alone(path: Path) -> None:
    there = Taken(round_=short_form())
    core = ["1", "council", "3", "", "", "", "", "", ""]
    assert read_rows(path, [core], there=there).sheets[0].answers == {"a.grad": given(3)}
    problems = read_rows(path, [GOOD], there=there).problems
    assert {one.params["column"] for one in problems} == set(HEAD[4:])


def test_a_number_that_is_there_already_is_named(path: Path) -> None:
    found = read_rows(path, [row(nr="7"), row(nr="8"), row(nr="8")], there=Taken(numbers=["7"]))
    assert [line.partition(" gibt es")[0] for line in lines(found)] == [
        "Zeile 2, Spalte „nr“: Den Bogen „7“",
        "Zeile 4, Spalte „nr“: Den Bogen „8“",
    ]


def test_a_joint_group_has_one_sheet(path: Path) -> None:
    rows = [row(nr="A", wer="administration", rat=""), row(nr="B", wer="administration", rat="")]
    assert [one.params["row"] for one in read_rows(path, rows).problems] == [3]
    assert len(read_rows(path, rows[:1], there=Taken(groups=["administration"])).problems) == 1


def test_sheets_without_a_number_take_that_of_their_row(path: Path) -> None:
    mapping = mapped(ColumnUse("x", "a.grad"))
    found = read_rows(path, [["1"], ["2"]], mapping, head=["x"])
    assert [(sheet.number, sheet.group.id) for sheet in found.sheets] == [("O-2", "council"), ("O-3", "council")]
    again = read_rows(path, [["1"]], mapping, Taken(numbers=["O-2"]), head=["x"])
    assert lines(again)[0].startswith("Zeile 2: Den Bogen „O-2“ gibt es in dieser Runde schon.")


def test_all_faults_of_all_rows_are_named_in_their_order(path: Path) -> None:
    found = read_rows(path, [row(nr="2", grad="9", ja="9"), GOOD, row(nr="", wer="x")])
    assert [(one.params["row"], one.params["column"]) for one in found.problems] == [
        (2, "grad"),
        (2, "ja"),
        (4, "wer"),
        (4, "nr"),
    ]
    assert found.bad_rows == 2
    with pytest.raises(UserError) as caught:
        found.whole(path)
    assert (caught.value.key, caught.value.params["n"]) == ("import.faulty.other", 2)


def test_reading_ends_where_nobody_would_go_through_the_problems(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wide_module, "MAX_PROBLEMS", 20)
    assert len(read_rows(path, [row(nr=str(n), grad="x") for n in range(100)]).problems) == 20


WRONG_MAPPINGS = {
    "other_questionnaire": replace(MAPPING, questionnaire="andere"),
    "column_missing": replace(MAPPING, sheet_column="gibt es nicht"),
    "no_question": replace(MAPPING, uses=()),
    "group_open": replace(MAPPING, group_column=None),
    "group_unknown": replace(MAPPING, group_column=None, group="Kirche"),
    "question_unknown": MAPPING.with_use("ja", ColumnUse("ja", "a.gibtesnicht")),
    "choice_unknown": MAPPING.with_use("mehr", ColumnUse("mehr", "a.mehr", Role.CHOICE, 9)),
    "meaning": MAPPING.with_use("ja", ColumnUse("ja", "a.ja", meanings={"x": 9})),
    "twice": MAPPING.with_use("ja", ColumnUse("ja", "a.grad")),
    "both": MAPPING.with_use("ja", ColumnUse("ja", "a.mehr", Role.CHOICE, 1)),
}


@pytest.mark.parametrize("key", WRONG_MAPPINGS)
def test_a_mapping_that_does_not_fit_is_refused(path: Path, key: str) -> None:
    with pytest.raises(UserError) as caught:
        read_rows(path, [GOOD], WRONG_MAPPINGS[key])
    assert caught.value.key == "import.mapping.unfit"
    assert f"import.mapping.{key}" in [problem.key for problem in caught.value.problems]


NASTY = [
    "😀👍🏽",
    "\u202eabc\u202c مرحبا",
    "=cmd|'/C calc'!A0",
    "+1",
    "@SUM(1)",
    "<b>x</b>",
    "a\nb",
    "'; DROP TABLE x; --",
]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("name", ["Umfrage.csv", "Umfrage.xlsx"])
def test_whatever_people_write_is_taken_as_they_wrote_it(tmp_path: Path, name: str, text: str) -> None:
    found = read_rows(tmp_path / name, [row(warum=text, grad_k=text)])
    assert found.sheets[0].answers["a.warum"] == given(text)
    assert found.sheets[0].answers["a.grad"].comment == text


def test_the_questions_left_empty_are_those_that_were_shown(path: Path) -> None:
    found = read_rows(path, [["1", "council", "1", *[""] * 6]])
    shown = {question.id for question in shown_questions(ROUND.questions, "council", found.sheets[0].answers)}
    assert set(found.sheets[0].answers) == shown - {"a.eins"}, "a.eins has no column"
