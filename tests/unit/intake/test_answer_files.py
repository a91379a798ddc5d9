"""Answer files as spreadsheets, editors and other programs write them."""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from hypothesis import strategies as st

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import COLUMNS, Places, read_answers
from kommune_desktop.texts import texts
from tests.unit.db.builders import given
from tests.unit.intake.answer_files import HEADER, ROUND, answers, read, refusal

WORD = "Grüße aus Öhringen – „schön“"
GERMAN = f"{HEADER}1,council,a.grad,,3,{WORD}\n"
EXPECTED = {"1": {"a.grad": given(3, WORD)}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Antworten.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_what_spreadsheets_write_is_read(path: Path, encoding: str, delimiter: str, line_end: str) -> None:
    content = GERMAN.replace(",", delimiter).replace("\n", line_end)
    assert answers(read(path, content.encode(encoding))) == EXPECTED


def test_a_file_without_a_last_line_end_is_read(path: Path) -> None:
    assert answers(read(path, GERMAN.rstrip("\n"))) == EXPECTED


def test_a_file_from_an_old_mac_is_read_with_commas_in_its_comments(path: Path) -> None:
    comment = "eins, zwei, drei, " * 10 + "vier"
    content = f"{HEADER}1,council,a.grad,,3,".replace(",", ";") + comment
    assert answers(read(path, content.replace("\n", "\r"))) == {"1": {"a.grad": given(3, comment)}}


def test_every_kind_of_question_is_read(path: Path) -> None:
    rows = (
        "1,council,a.grad,,3,\n"
        "1,council,a.ja,dont_know,,weiß ich nicht\n"
        '1,council,a.warum,given,"Weil, und zwar ""so""\nund so",\n'
        "1,council,a.eins,,2,\n"
        "1,council,a.mehr,,0|3,\n"
        '1,council,a.zahl,,"12,5",\n'
        "1,council,a.rat,blank,,\n"
    )
    assert answers(read(path, HEADER + rows)) == {
        "1": {
            "a.grad": given(3),
            "a.ja": Answer(State.DONT_KNOW, comment="weiß ich nicht"),
            "a.warum": given('Weil, und zwar "so"\nund so'),
            "a.eins": given(2),
            "a.mehr": given(frozenset({0, 3})),
            "a.zahl": given(Decimal("12.5")),
            "a.rat": Answer(State.BLANK),
        }
    }


@pytest.mark.parametrize("state", State)
def test_every_state_is_read_in_capitals_too(path: Path, state: State) -> None:
    value = 2 if state is State.GIVEN else None
    content = f"{HEADER}1,council,a.grad, {state.upper()} ,{'' if value is None else value},\n"
    assert answers(read(path, content)) == {"1": {"a.grad": Answer(state, value)}}


@pytest.mark.parametrize("name", ["a.grad", "1", " 1 ", "A.GRAD"])
def test_a_question_is_named_by_its_id_or_its_number_on_paper(path: Path, name: str) -> None:
    assert answers(read(path, f"{HEADER}1,council,{name},,3,\n")) == {"1": {"a.grad": given(3)}}


@pytest.mark.parametrize("name", ["council", "Council", "Ratsfraktionen", "COUNCIL GROUPS", " council "])
def test_a_group_is_named_by_its_id_or_its_title(path: Path, name: str) -> None:
    [sheet] = read(path, f"{HEADER}1,{name},a.grad,,3,\n")
    assert sheet.group.id == "council"


def test_a_sheet_may_be_spread_over_the_file_and_is_named_the_same_with_blanks(path: Path) -> None:
    rows = "1,council,a.grad,,3,\n2,council,a.grad,,1,\n 1 ,council,a.ja,,2,\n"
    sheets = read(path, HEADER + rows)
    assert answers(sheets) == {"1": {"a.grad": given(3), "a.ja": given(2)}, "2": {"a.grad": given(1)}}
    assert [(sheet.row, sheet.rows) for sheet in sheets] == [(2, {"a.grad": 2, "a.ja": 4}), (3, {"a.grad": 3})]


def test_columns_may_stand_in_any_order_and_those_not_needed_may_be_missing(path: Path) -> None:
    assert answers(read(path, "Value, QUESTION ,sheet,group\n3,a.grad,1,council\n")) == {"1": {"a.grad": given(3)}}


HEADERS = [
    ("sheet,group,question,value,remark", "Zeile 1: Die Spalte „remark“ ist nicht bekannt."),
    ("sheet,group,value", "Zeile 1: Die Spalte „question“ fehlt."),
    ("sheet,group,question,value,Sheet", "Zeile 1: Die Spalte „sheet“ kommt zweimal vor."),
    ("sheet,group,question,value,", "Zeile 1: Die Spalte „“ ist nicht bekannt."),
    ("1,council,a.grad,,3,", "Zeile 1: Die Spalte „1“ ist nicht bekannt."),
    ('"sheet"s,group,question,value', "Zeile 1: Die Zeile lässt sich nicht lesen"),
]


@pytest.mark.parametrize(("header", "sentence"), HEADERS)
def test_a_wrong_header_is_named(path: Path, header: str, sentence: str) -> None:
    assert texts("de").error(refusal(path, f"{header}\n1,council,a.grad,3,x\n")).startswith(sentence)


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff", HEADER, f"{HEADER}\n\n", ",,,\n"])
def test_a_file_without_answers_is_called_empty(path: Path, content: str) -> None:
    assert refusal(path, content).key == "import.empty"


def test_a_missing_file_and_a_folder_are_named(path: Path) -> None:
    for wrong in (path, path.parent):
        with pytest.raises(UserError) as caught:
            read_answers(wrong, ROUND, Places((), ()), lambda _: None)
        assert (caught.value.key, caught.value.params["path"]) == ("file.unreadable", wrong)


def test_bytes_that_are_in_no_known_encoding_are_named_with_their_row(path: Path) -> None:
    error = refusal(path, GERMAN.encode("cp1252") + b"2,council,a.grad,,3,\x81\x8d\xff\n")
    assert (error.key, error.params) == ("import.encoding", {"row": 3})


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_utf_16_is_refused_with_what_to_do(path: Path, encoding: str) -> None:
    assert refusal(path, GERMAN.encode(encoding)).key in {"import.not_text", "import.encoding"}


def test_a_control_character_is_named_with_its_row(path: Path) -> None:
    error = refusal(path, f"{GERMAN}2,council,a.warum,,a\x00b,\n")
    assert (error.key, error.params) == ("import.not_text", {"path": path, "row": 3})


def test_a_spreadsheet_under_the_name_of_a_csv_file_is_refused(path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet>" + GERMAN * 100 + "</worksheet>")
    assert refusal(path, buffer.getvalue()).key in {"import.not_text", "import.encoding"}
    assert refusal(path, b"PK\x03\x04\x14\x00\x06\x00").key == "import.not_text"


def test_a_quotation_mark_that_is_never_closed_is_named_where_it_opens(path: Path) -> None:
    good = "".join(f"{number},council,a.grad,,1,\n" for number in range(3, 50))
    error = refusal(path, f'{GERMAN}2,council,a.warum,,"offen,\n{good}')
    assert (error.key, error.params["row"]) == ("import.broken", 3)


def test_a_file_with_more_rows_than_allowed_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kommune_desktop.intake.answers.table.MAX_ROWS", 3)
    rows = [f"{number},council,a.grad,,3,\n" for number in range(4)]
    assert len(read(path, HEADER + "".join(rows[:3]))) == 3
    assert refusal(path, HEADER + "".join(rows)).key == "import.too_many_rows"


def test_progress_is_told_and_may_stop_the_reading(path: Path) -> None:
    path.write_text(HEADER + "".join(f"{number},council,a.grad,,3,\n" for number in range(12_000)), encoding="utf-8")
    told: list[int] = []

    def stop_late(row: int) -> None:
        told.append(row)
        if row >= 10_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_answers(path, ROUND, Places((), ()), stop_late)
    assert told == [5000, 10_000]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\xa0", "\t", "\ufeff", "\u200b"])
def test_a_sign_that_looks_like_a_line_end_or_a_blank_is_part_of_its_field(path: Path, sign: str) -> None:
    """Text that was copied from a web page or a document brings them along."""
    comment = f"vorher{sign}nachher"
    assert answers(read(path, f"{HEADER}1,council,a.grad,,3,{comment}\n")) == {"1": {"a.grad": given(3, comment)}}


signs = st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("\n,;\t\"'|=\u2028"))
words = st.text(signs, max_size=30).map(str.strip)
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "a.grad": st.integers(0, 4),
    "a.ja": st.integers(0, 2),
    "a.warum": words.filter(bool),
    "a.eins": st.integers(0, 3),
    "a.mehr": st.frozensets(st.integers(0, 3), min_size=1),
    "a.zahl": st.decimals(0, 1000, places=1),
}


@st.composite
def sheets_of_answers(draw: st.DrawFn) -> dict[str, dict[str, Answer]]:
    sheets: dict[str, dict[str, Answer]] = {}
    for number in draw(st.sets(words.filter(bool), min_size=1, max_size=4)):
        sheets[number] = {}
        for question_id in draw(st.lists(st.sampled_from(list(VALUES)), min_size=1, unique=True)):
            state = draw(st.sampled_from(State))
            value = draw(VALUES[question_id]) if state is State.GIVEN else None
            sheets[number][question_id] = Answer(state, value, draw(words), draw(words))
    return sheets


def written(value: Value | None) -> str:
    if isinstance(value, frozenset):
        return "|".join(map(str, value))
    return "" if value is None else str(value)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@for_any(sheets_of_answers(), st.sampled_from([",", ";", "\t"]), st.sampled_from(["\r\n", "\n"]))
def test_whatever_a_csv_writer_writes_comes_back(
    tmp_path: Path, sheets: dict[str, dict[str, Answer]], delimiter: str, line_end: str
) -> None:
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(COLUMNS)
    for number, given_answers in sheets.items():
        for question_id, answer in given_answers.items():
            cells = [number, "council", question_id, answer.state, written(answer.value)]
            writer.writerow([*cells, answer.comment, answer.evidence])
    assert answers(read(tmp_path / "x.csv", target.getvalue())) == sheets
