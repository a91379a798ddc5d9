from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kommune_desktop.core.form import to_document
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.forms import print_again, print_master, print_set, write_layout, write_list
from kommune_desktop.workflow.returns import find_sheet
from tests.unit.db.builders import add_round


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
    sheets = store.sheets.of_round(round_.id)
    assert [sheet.number for sheet in sheets] == [*first.numbers, *second.numbers]
    assert [int(sheet.number[-6:-2]) for sheet in sheets] == [1, 2, 3]
    assert {sheet.state for sheet in sheets} == {SheetState.ISSUED}
    form_id = sheets[0].form_id
    assert form_id is not None
    assert form_id == sheets[1].form_id != sheets[2].form_id
    write_layout(store, round_, "council", tmp_path / "l.json", language="de")
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
