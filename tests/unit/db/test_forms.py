"""Printed forms are kept once each, for as long as their round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kommune_desktop.core.answer import State
from kommune_desktop.core.form import Box, FormPage, PlacedQuestion, Rect, WritingField
from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from tests.unit.db.builders import FORM, add_round

RECT = Rect(20.25, 30.1, 5.0, 4.0)
WHOLE = replace(
    FORM,
    marks=(RECT,) * 4,
    codes=(RECT,) * 2,
    pages=(
        FormPage(
            (PlacedQuestion("a.grad", 1, "Thema „Ä“", RECT),),
            (Box("a.grad", State.DONT_KNOW, None, "w", RECT),),
            (WritingField("a.grad", "comment", RECT),),
        ),
        FormPage((), (), ()),
    ),
)


def test_a_form_comes_back_as_it_was_printed(store: Store, round_: Round) -> None:
    form_id = store.forms.keep(round_.id, WHOLE)
    with Store.open(store.path, readonly=True) as other:
        read = other.forms.get(form_id)
        assert other.forms.get(form_id) is read
    assert read == WHOLE
    assert read.fingerprint == WHOLE.fingerprint


def test_the_same_form_is_kept_once(store: Store, round_: Round) -> None:
    first = store.forms.keep(round_.id, FORM)
    other = store.forms.keep(round_.id, WHOLE)
    assert store.forms.keep(round_.id, replace(FORM)) == first != other
    assert store._connection.exec_driver_sql("SELECT count(*) FROM form").scalar_one() == 2


def test_another_round_keeps_its_own(store: Store, round_: Round) -> None:
    second = add_round(store, title="Runde 2")
    ids = [store.forms.keep(of.id, FORM) for of in (round_, second)]
    assert ids[0] != ids[1]
    assert [store.forms.get(form_id) for form_id in ids] == [FORM, FORM]


@pytest.mark.parametrize("layout", ["{}", "[]", "1", '{"pages": null}'])
def test_a_form_that_is_none_is_damage_to_the_file(store: Store, round_: Round, layout: str) -> None:
    form_id = store.forms.keep(round_.id, FORM)
    store._connection.exec_driver_sql("UPDATE form SET layout = ?", (layout,))
    with pytest.raises(UserError) as caught:
        store.forms.get(form_id)
    assert caught.value.key == "store.damaged"
