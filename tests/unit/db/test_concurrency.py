"""Two connections at once: the window and a report, two windows, another program."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import EXAMPLES, add_round, answers_of, document, given, names_beside, question
from tests.unit.db.processes import holding


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kommune_desktop.db.connection.BUSY_TIMEOUT_MS", 30)


def test_a_reader_sees_each_answer_as_soon_as_it_is_saved(file: Path) -> None:
    with Store.open(file) as writer, Store.open(file, readonly=True) as reader:
        round_ = reader.rounds.all()[0]
        before = EXAMPLES["a.ja"]
        for value in range(3):
            writer.answers.save(1, "a.ja", given(value), before=before)
            before = given(value)
            assert answers_of(reader, round_)["1"]["a.ja"] == given(value)


def test_a_reader_that_stays_open_does_not_hold_up_the_writer(file: Path) -> None:
    with Store.open(file, readonly=True) as reader:
        with Store.open(file) as writer:
            writer.answers.save(1, "a.ja", given(2), before=EXAMPLES["a.ja"])
        assert answers_of(reader, reader.rounds.all()[0])["1"]["a.ja"] == given(2)


def test_the_last_writer_to_close_leaves_one_file(file: Path) -> None:
    with Store.open(file) as first:
        with Store.open(file) as second:
            second.answers.save(1, "a.ja", given(1), before=EXAMPLES["a.ja"])
        first.answers.save(1, "a.grad", given(0), before=EXAMPLES["a.grad"])
    assert names_beside(file) == {file.name}
    with Store.open(file, readonly=True) as store:
        seen = answers_of(store, store.rounds.all()[0])["1"]
    assert (seen["a.ja"], seen["a.grad"]) == (given(1), given(0))


def test_closing_waits_for_nobody(file: Path) -> None:
    store = Store.open(file)
    with holding(file, "BEGIN", "SELECT * FROM answer"):
        store.answers.save(1, "a.ja", given(1), before=EXAMPLES["a.ja"])
        store.close()
    with Store.open(file) as again:
        assert answers_of(again, again.rounds.all()[0])["1"]["a.ja"] == given(1)
    assert names_beside(file) == {file.name}


def test_saving_while_another_program_writes_is_refused_with_a_plain_message(file: Path) -> None:
    with Store.open(file) as store:
        with holding(file, "BEGIN IMMEDIATE"), pytest.raises(UserError) as caught:
            store.answers.save(1, "a.ja", given(1), before=EXAMPLES["a.ja"])
        assert (caught.value.key, caught.value.params) == ("store.locked", {"path": file})
        assert answers_of(store, store.rounds.all()[0]) == {"1": EXAMPLES}


def test_after_a_refusal_the_store_goes_on_working(file: Path) -> None:
    with Store.open(file) as store:
        round_ = store.rounds.all()[0]
        with holding(file, "BEGIN IMMEDIATE"):
            for refused in (lambda: store.sheets.add(round_, "welfare"), lambda: store.answers.add_sheets(round_, [])):
                with pytest.raises(UserError):
                    refused()
        store.answers.save(1, "a.ja", given(1), before=EXAMPLES["a.ja"])
        assert store.sheets.add(round_, "welfare", "2").number == "2"


def test_a_commit_that_another_program_holds_up_is_taken_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a write-ahead log, as on a network share, a reader holds up the commit and not the first statement."""
    monkeypatch.setattr("kommune_desktop.paths.is_on_network", lambda _: True)
    with Store.open(file) as store:
        round_ = store.rounds.all()[0]
        with holding(file, "BEGIN", "SELECT * FROM answer"), pytest.raises(UserError) as caught:
            store.sheets.add(round_, "welfare")
        assert caught.value.key == "store.locked"
        assert store.sheets.add(round_, "welfare", "2").number == "2"


def test_opening_a_store_that_another_program_holds_is_refused_and_works_afterwards(file: Path) -> None:
    with holding(file, "BEGIN EXCLUSIVE"), pytest.raises(UserError) as caught:
        Store.open(file)
    assert caught.value.key == "store.locked"
    Store.open(file).close()
    assert names_beside(file) == {file.name}


def test_a_disk_that_fills_up_while_sheets_are_added_leaves_none_of_them(file: Path) -> None:
    with Store.open(file) as store:
        round_ = store.rounds.all()[0]
        pages = store._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        store._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        sheets = [(f"W{n}", "welfare", [("a.warum", given("x" * 3000))]) for n in range(50)]
        with pytest.raises(UserError) as caught:
            store.answers.add_sheets(round_, sheets)
        assert caught.value.key == "store.disk_full"
        assert answers_of(store, round_) == {"1": EXAMPLES}
        store.answers.save(1, "a.ja", given(1), before=EXAMPLES["a.ja"])


def test_a_questionnaire_that_another_window_added_is_known(file: Path) -> None:
    with Store.open(file) as first, Store.open(file) as second:
        answers_of(first, first.rounds.all()[0])
        add_round(second, document(question("neu"), version="2.0"), title="Runde 2")
        round_ = first.rounds.all()[1]
        sheet = first.sheets.add(round_, "welfare", "1")
        first.answers.save(sheet.id, "neu", given(3))
        assert answers_of(first, round_) == {"1": {"neu": given(3)}}
        assert first.tallies.of_round(round_).cells["neu", "welfare"].given == 1


def test_an_answer_to_a_sheet_that_another_window_removed_is_refused_with_a_plain_message(file: Path) -> None:
    with Store.open(file) as first, Store.open(file) as second:
        second.sheets.delete(1)
        second.sheets.purge()
        with pytest.raises(UserError) as caught:
            first.answers.save(1, "a.ja", given(1))
    assert caught.value.key == "sheet.gone"


def test_a_sheet_number_that_another_window_took_meanwhile_is_refused_with_a_plain_message(file: Path) -> None:
    with Store.open(file) as first, Store.open(file) as second:
        round_ = first.rounds.all()[0]
        second.sheets.add(round_, "welfare", "W1")
        with pytest.raises(UserError) as caught:
            first.answers.add_sheets(round_, [("W1", "welfare", [])])
    assert caught.value.key == "sheet.number_taken"


def test_a_copy_taken_at_rest_is_the_whole_store(file: Path, tmp_path: Path) -> None:
    with Store.open(file) as store:
        store.answers.save(1, "a.ja", given(2), before=EXAMPLES["a.ja"])
    copied = tmp_path / "Kopie.kommune"
    copied.write_bytes(file.read_bytes())
    with Store.open(copied, readonly=True) as store:
        assert answers_of(store, store.rounds.all()[0])["1"]["a.ja"] == given(2)
