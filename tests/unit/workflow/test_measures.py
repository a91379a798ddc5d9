"""The measures of a round as files: whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.measures import MeasuresForm, read_plan, write_measures
from tests.unit.db.builders import TOWN, add_round, names_beside
from tests.unit.export.tables.material import sheets_of

DAY = date(2026, 11, 26)
FORMS = pytest.mark.parametrize("form", MeasuresForm)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as store:
        yield store


def test_a_round_has_its_own_measures_and_what_was_left_of_those_before(store: Store) -> None:
    first = add_round(store, title="Runde 1", created=datetime(2023, 1, 1, tzinfo=UTC))
    second = add_round(store, title="Runde 2", created=datetime(2026, 1, 1, tzinfo=UTC))
    for title, round_, status in (
        ("alt", first, MeasureStatus.RUNNING),
        ("fertig", first, MeasureStatus.DONE),
        ("neu", second, MeasureStatus.DONE),
    ):
        store.measures.add(Measure(title, round_id=round_.id, status=status))
    assert [measure.title for measure in read_plan(store, first, "de", DAY).measures] == ["alt", "fertig"]
    assert [measure.title for measure in read_plan(store, second, "de", DAY).measures] == ["alt", "neu"]


@FORMS
def test_each_form_is_written_also_without_any_measure(store: Store, tmp_path: Path, form: MeasuresForm) -> None:
    round_ = add_round(store)
    target = tmp_path / f"ä ö{form.value}"
    write_measures(store, round_, form, target, language="en", day=DAY)
    empty = target.stat().st_size
    store.measures.add(Measure("Formulare", round_id=round_.id, due=DAY))
    write_measures(store, round_, form, target, language="en", day=DAY)
    assert target.stat().st_size > empty > 50


def test_the_table_is_a_workbook_with_a_sheet(store: Store, tmp_path: Path) -> None:
    round_ = add_round(store)
    store.measures.add(Measure("=1+1", round_id=round_.id, due=DAY, question_ids=("a.grad",)))
    target = tmp_path / "m.xlsx"
    write_measures(store, round_, MeasuresForm.TABLE, target, language="de", day=DAY)
    (rows,) = sheets_of(target).values()
    assert rows[1][0] == "=1+1"
    assert rows[1][6] == DAY


@FORMS
@pytest.mark.parametrize("place", [(os, "fsync"), (Path, "replace")])
def test_a_disk_that_fills_up_leaves_what_was_there(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: MeasuresForm, place: tuple[object, str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    round_ = add_round(store)
    target = tmp_path / f"m{form.value}"
    target.write_bytes(b"of last year")
    before = names_beside(target)
    monkeypatch.setattr(*place, full)
    with pytest.raises(UserError, match=r"file\.unwritable"):
        write_measures(store, round_, form, target, language="de", day=DAY)
    assert target.read_bytes() == b"of last year"
    assert names_beside(target) == before


@FORMS
def test_the_file_of_the_municipality_is_not_written_over(store: Store, form: MeasuresForm) -> None:
    with pytest.raises(UserError, match=r"file\.is_store"):
        write_measures(store, add_round(store), form, store.path, language="de", day=DAY)
