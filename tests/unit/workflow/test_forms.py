from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kommune_desktop.core.form import to_document
from kommune_desktop.core.numbering import MAX_SERIAL, SheetNumber
from kommune_desktop.core.round import ReturnAddress, Round
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.forms import form_of, print_again, print_master, print_set, write_list
from kommune_desktop.workflow.returns import find_sheet
from tests.unit.db.builders import add_round, document, dump, names_beside, question
from tests.unit.db.processes import protected_folder, without_rights
from tests.unit.export.reading import pages, says


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", "Lindenau") as made:
        add_round(made)
        yield made


@pytest.fixture
def round_(store: Store) -> Round:
    return store.rounds.all()[0]


def test_printed_sheets_are_registered_as_issued_with_their_form(store: Store, round_: Round, tmp_path: Path) -> None:
    first = print_set(store, round_, "council", 2, tmp_path / "1.pdf", language="de")
    second = print_set(store, round_, "welfare", 1, tmp_path / "2.pdf", language="de")
    print_master(store, round_, "council", tmp_path / "3.pdf", language="de", layout_target=tmp_path / "l.json")
    sheets = store.sheets.of_round(round_.id)
    assert [sheet.number for sheet in sheets] == [*first.numbers, *second.numbers]
    assert [int(sheet.number[-6:-2]) for sheet in sheets] == [1, 2, 3]
    assert {sheet.state for sheet in sheets} == {SheetState.ISSUED}
    form_id = sheets[0].form_id
    assert form_id is not None
    assert form_id == sheets[1].form_id != sheets[2].form_id
    written = json.loads((tmp_path / "l.json").read_text(encoding="utf-8"))
    assert written == {"fingerprint": store.forms.get(form_id).fingerprint, **to_document(store.forms.get(form_id))}


def test_sheets_that_are_out_do_not_count(store: Store, round_: Round, tmp_path: Path) -> None:
    print_set(store, round_, "council", 5, tmp_path / "1.pdf", language="de")
    assert store.tallies.of_round(round_).sheets["council"] == 0


@pytest.mark.parametrize("at", ["drawing", "syncing", "renaming"])
def test_a_disk_that_fills_up_registers_nothing_and_leaves_no_file(
    at: str, store: Store, round_: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if at == "drawing":
        monkeypatch.setattr("kommune_desktop.workflow.forms.draw_forms", full)
    elif at == "syncing":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    before = set(tmp_path.iterdir())
    with pytest.raises(UserError) as caught:
        print_set(store, round_, "council", 2, tmp_path / "1.pdf", language="de")
    assert caught.value.key == "file.unwritable"
    assert store.sheets.of_round(round_.id) == []
    assert {path for path in tmp_path.iterdir() if not path.name.startswith("a.kommune")} <= before


def test_stopping_registers_nothing(store: Store, round_: Round, tmp_path: Path) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_set(store, round_, "council", 2, tmp_path / "1.pdf", language="de", progress=stop)
    assert store.sheets.of_round(round_.id) == []
    assert not (tmp_path / "1.pdf").exists()


def test_numbers_that_another_window_took_meanwhile_are_not_given_twice(
    store: Store, round_: Round, tmp_path: Path
) -> None:
    def other_window(_: int) -> None:
        with Store.open(store.path) as other:
            print_set(other, round_, "council", 1, tmp_path / "other.pdf", language="de")

    with pytest.raises(UserError) as caught:
        print_set(store, round_, "council", 1, tmp_path / "1.pdf", language="de", progress=other_window)
    assert caught.value.key == "sheet.number_taken"
    assert not (tmp_path / "1.pdf").exists()
    assert len(store.sheets.of_round(round_.id)) == 1


@pytest.mark.parametrize(("group", "count", "key"), [
    ("council", 0, "forms.count"),
    ("council", -1, "forms.count"),
    ("council", 2001, "forms.count"),
    ("administration", 2, "forms.count"),
    ("nobody", 1, "group.unknown"),
])  # fmt: skip
def test_what_can_not_be_printed_is_refused(  # noqa: PLR0913, PLR0917 - the case and where it is tried
    group: str, count: int, key: str, store: Store, round_: Round, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as caught:
        print_set(store, round_, group, count, tmp_path / "1.pdf", language="de")
    assert caught.value.key == key
    assert store.sheets.of_round(round_.id) == []


def test_an_office_has_one_sheet_until_it_is_lost(store: Store, round_: Round, tmp_path: Path) -> None:
    print_set(store, round_, "administration", 1, tmp_path / "1.pdf", language="de")
    with pytest.raises(UserError) as caught:
        print_set(store, round_, "administration", 1, tmp_path / "2.pdf", language="de")
    assert caught.value.key == "sheet.joint_has_one"
    (sheet,) = store.sheets.of_round(round_.id)
    store.sheets.set_date(sheet.id, SheetState.LOST, sheet.created)
    assert print_set(store, round_, "administration", 1, tmp_path / "2.pdf", language="de").numbers


def test_the_number_of_a_deleted_paper_sheet_never_comes_again(store: Store, round_: Round, tmp_path: Path) -> None:
    (number,) = print_set(store, round_, "council", 1, tmp_path / "1.pdf", language="de").numbers
    store.sheets.delete(find_sheet(store, round_, number).id)
    store.sheets.purge()
    assert print_set(store, round_, "council", 1, tmp_path / "2.pdf", language="de").numbers != (number,)


def test_a_master_a_list_and_a_second_print_register_nothing(store: Store, round_: Round, tmp_path: Path) -> None:
    issued = print_set(store, round_, "council", 2, tmp_path / "1.pdf", language="en")
    pages = print_master(store, round_, "council", tmp_path / "2.pdf", language="de")
    write_list(store, round_, "council", issued.numbers, tmp_path / "3.pdf", language="de")
    assert print_again(store, round_, store.sheets.of_round(round_.id)[0], tmp_path / "4.pdf") == pages
    assert len(store.sheets.of_round(round_.id)) == 2
    assert all((tmp_path / f"{name}.pdf").stat().st_size > 5000 for name in (2, 3, 4))


@pytest.mark.parametrize(("text", "key"), [
    ("25-RF-0001-0", "number."),
    ("17", "number.unknown"),
    ("viel zu lang", "number.malformed"),
    ("", "number.malformed"),
])  # fmt: skip
def test_what_stands_on_no_sheet_is_not_found(text: str, key: str, store: Store, round_: Round) -> None:
    with pytest.raises(UserError) as caught:
        find_sheet(store, round_, text)
    assert caught.value.key.startswith(key)


def test_a_sheet_of_another_round_is_named_with_its_round(store: Store, round_: Round, tmp_path: Path) -> None:
    other = add_round(store, title="Runde 2")
    (number,) = print_set(store, other, "council", 1, tmp_path / "1.pdf", language="de").numbers
    with pytest.raises(UserError) as caught:
        find_sheet(store, round_, number)
    assert (caught.value.key, caught.value.params["round"]) == ("number.other_round", "Runde 2")


def test_a_printed_sheet_bears_the_moment_it_was_issued(store: Store, round_: Round, tmp_path: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    print_set(store, round_, "council", 1, tmp_path / "1.pdf", language="de")
    (sheet,) = store.sheets.of_round(round_.id)
    assert before <= sheet.dates[SheetState.ISSUED] <= datetime.now(UTC)
    assert set(sheet.dates) == {SheetState.ISSUED}


def test_numbers_go_on_where_the_last_print_stopped(store: Store, round_: Round, tmp_path: Path) -> None:
    store.sheets.add(round_, "welfare")
    drawn: list[int] = []
    first = print_set(store, round_, "council", 3, tmp_path / "1.pdf", language="de", progress=drawn.append)
    second = print_set(store, round_, "council", 1, tmp_path / "2.pdf", language="en")
    assert [number[:-2] for number in first.numbers] == ["26-RF-0002", "26-RF-0003", "26-RF-0004"]
    assert [number[:-2] for number in second.numbers] == ["26-RF-0005"]
    assert drawn == [1, 2, 3]


def test_every_page_of_a_set_bears_its_number(store: Store, round_: Round, tmp_path: Path) -> None:
    issued = print_set(store, round_, "council", 3, tmp_path / "1.pdf", language="de")
    texts = pages(tmp_path / "1.pdf")
    assert len(texts) == issued.pages
    each = issued.pages // 3
    for place, number in enumerate(issued.numbers):
        assert all(number in text for text in texts[place * each : (place + 1) * each])


def test_the_last_numbers_of_a_round_are_given_and_no_more(store: Store, round_: Round, tmp_path: Path) -> None:
    store.sheets.add(round_, "council", str(SheetNumber("26", "RF", MAX_SERIAL - 2)))
    with pytest.raises(UserError) as caught:
        print_set(store, round_, "council", 3, tmp_path / "1.pdf", language="de")
    assert (caught.value.key, caught.value.params["left"]) == ("sheet.no_number_left", 2)
    numbers = print_set(store, round_, "council", 2, tmp_path / "1.pdf", language="de").numbers
    assert [number[:-2] for number in numbers] == ["26-RF-9998", "26-RF-9999"]


@pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")
def test_a_folder_without_rights_registers_nothing(store: Store, round_: Round) -> None:
    with protected_folder() as folder:
        with without_rights(folder), pytest.raises(UserError) as caught:
            print_set(store, round_, "council", 2, folder / "1.pdf", language="de")
        assert list(folder.iterdir()) == []
    assert caught.value.key == "file.unwritable"
    assert store.sheets.of_round(round_.id) == []


def test_a_print_that_fails_leaves_the_last_one_whole(
    store: Store, round_: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "1.pdf"
    print_set(store, round_, "council", 1, target, language="de")
    before, names, sheets = target.read_bytes(), names_beside(target), store.sheets.of_round(round_.id)
    monkeypatch.setattr(Path, "replace", _full)
    with pytest.raises(UserError):
        print_set(store, round_, "council", 2, target, language="de")
    assert target.read_bytes() == before
    assert names_beside(target) == names
    assert store.sheets.of_round(round_.id) == sheets


def test_a_print_that_failed_gives_its_numbers_to_the_next(
    store: Store, round_: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", _full)
        with pytest.raises(UserError):
            print_set(store, round_, "council", 2, tmp_path / "1.pdf", language="de")
    (number,) = print_set(store, round_, "council", 1, tmp_path / "1.pdf", language="de").numbers
    assert number.startswith("26-RF-0001-")


def test_a_print_that_fails_leaves_no_trace_in_the_file(
    store: Store, round_: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(store.path)
    monkeypatch.setattr(Path, "replace", _full)
    with pytest.raises(UserError):
        print_set(store, round_, "council", 2, tmp_path / "1.pdf", language="de")
    assert dump(store.path) == before


def test_an_office_that_got_its_sheet_in_another_window_gets_no_second(
    store: Store, round_: Round, tmp_path: Path
) -> None:
    def other_window(_: int) -> None:
        with Store.open(store.path) as other:
            other.sheets.add(round_, "administration")

    with pytest.raises(UserError) as caught:
        print_set(store, round_, "administration", 1, tmp_path / "1.pdf", language="de", progress=other_window)
    assert caught.value.key == "sheet.joint_has_one"
    assert not (tmp_path / "1.pdf").exists()
    assert {sheet.state for sheet in store.sheets.of_round(round_.id)} == {SheetState.ON_SCREEN}


def test_a_number_on_paper_that_another_window_deleted_meanwhile_is_not_given_twice(
    store: Store, round_: Round, tmp_path: Path
) -> None:
    def other_window(_: int) -> None:
        with Store.open(store.path) as other:
            (number,) = print_set(other, round_, "council", 1, tmp_path / "other.pdf", language="de").numbers
            other.sheets.delete(find_sheet(other, round_, number).id)

    with pytest.raises(UserError):
        print_set(store, round_, "council", 1, tmp_path / "1.pdf", language="de", progress=other_window)


def test_a_group_without_questions_gets_no_paper(store: Store, tmp_path: Path) -> None:
    round_ = add_round(store, document(question("a.rat", audience=["council"]), version="2.0"), title="Rat")
    with pytest.raises(UserError) as caught:
        print_set(store, round_, "welfare", 1, tmp_path / "1.pdf", language="de")
    assert (caught.value.key, caught.value.params["group"]) == ("forms.no_questions", "Wohlfahrtsverbände")
    assert store.sheets.of_round(round_.id) == []
    assert print_set(store, round_, "council", 1, tmp_path / "1.pdf", language="de").numbers


def test_a_language_that_the_program_does_not_speak_is_refused(store: Store, round_: Round, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        print_set(store, round_, "council", 1, tmp_path / "1.pdf", language="fr")
    assert caught.value.key == "language.unknown"
    assert store.sheets.of_round(round_.id) == []


def test_the_same_form_is_kept_once_and_once_more_in_another_language(
    store: Store, round_: Round, tmp_path: Path
) -> None:
    for language in ("de", "de", "en", "de"):
        print_set(store, round_, "council", 1, tmp_path / "1.pdf", language=language)
    first, second, english, last = (sheet.form_id for sheet in store.sheets.of_round(round_.id))
    assert first == second == last != english
    assert english is not None
    assert store.forms.get(english).language == "en"


def test_a_sheet_is_printed_again_with_its_number_in_its_language(store: Store, round_: Round, tmp_path: Path) -> None:
    print_set(store, round_, "council", 2, tmp_path / "1.pdf", language="en")
    first, second = store.sheets.of_round(round_.id)
    number_of_pages = print_again(store, round_, second, tmp_path / "2.pdf")
    again = pages(tmp_path / "2.pdf")
    assert again == pages(tmp_path / "1.pdf")[number_of_pages:]
    assert all(second.number in text and first.number not in text for text in again)


def test_a_sheet_printed_again_is_kept_with_the_form_it_now_has(store: Store, round_: Round, tmp_path: Path) -> None:
    print_set(store, round_, "council", 1, tmp_path / "1.pdf", language="de")
    day = date(2026, 12, 1)
    store.rounds.set_return_address(round_.id, ReturnAddress("Rathaus\nZimmer 3\nMarkt 1\n12345 Ort\nFlur", day))
    (sheet,) = store.sheets.of_round(round_.id)
    print_again(store, round_, sheet, tmp_path / "2.pdf")
    form_id = store.sheets.get(sheet.id).form_id
    assert form_id is not None
    assert store.forms.get(form_id) == form_of(store, round_, "council", "de").layout


def test_the_list_for_handing_out_names_the_group_and_every_sheet(store: Store, round_: Round, tmp_path: Path) -> None:
    target = tmp_path / "l.pdf"
    numbers = print_set(store, round_, "council", 60, tmp_path / "1.pdf", language="de").numbers
    write_list(store, round_, "council", numbers, target, language="de")
    text = "".join(pages(target))
    assert [text.count(number) for number in numbers] == [1] * 60
    assert says(target, "Ausgabeliste Ratsfraktionen")
    assert says(target, "60 Bögen")


def test_a_list_or_a_layout_that_can_not_be_written_is_said(store: Store, round_: Round, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.unwritable"):
        write_list(store, round_, "council", ["26-RF-0001-8"], tmp_path / "no" / "l.pdf", language="de")
    with pytest.raises(UserError, match=r"file\.unwritable"):
        print_master(store, round_, "council", tmp_path / "1.pdf", language="de", layout_target=tmp_path / "no" / "l")
    assert not (tmp_path / "1.pdf").exists()


def _full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
