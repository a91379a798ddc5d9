"""Rounds are added with sense and found by their id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kommune_desktop.core.questionnaire import Text
from kommune_desktop.core.round import MAX_TITLE, STANDARD_GROUPS, Group, GroupKind, Weighting
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, check_questionnaire, shipped, shipped_ids
from kommune_desktop.workflow.rounds import add_round, find_round
from tests.unit.db.builders import TOWN, dump


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty store; the tests add no two rounds of the same title."""
    with Store.create(tmp_path_factory.mktemp("rounds") / "a.kommune", TOWN) as store:
        yield store


REFUSED: dict[str, dict[str, Any]] = {
    "round.title_missing": {"title": " \n"},
    "round.title_too_long": {"title": "x" * (MAX_TITLE + 1)},
    "round.groups_missing": {"groups": ()},
    "round.group_twice": {"groups": (*STANDARD_GROUPS, STANDARD_GROUPS[0])},
    "round.min_cell_too_small": {"min_cell": 2},
    "questionnaire.unknown": {"questionnaire_id": "../etc/passwd"},
}


@pytest.mark.parametrize("key", REFUSED)
def test_a_round_that_makes_no_sense_is_refused_and_leaves_nothing(store: Store, key: str) -> None:
    before = dump(store.path)
    with pytest.raises(UserError) as caught:
        add_round(store, **({"title": "Runde"} | REFUSED[key]))
    assert caught.value.key == key
    assert dump(store.path) == before


def test_a_round_takes_the_shipped_questionnaire_and_the_standard_groups(store: Store) -> None:
    round_ = add_round(store, title="  Runde A ")
    assert (round_.title, round_.groups) == ("Runde A", STANDARD_GROUPS)
    assert round_.questionnaire == shipped(DEFAULT_QUESTIONNAIRE)[0]
    assert (round_.min_cell, round_.weighting, round_.short_form) == (5, Weighting.GROUP, False)
    assert len(round_.questions) == 105


def test_a_round_of_the_short_form_asks_the_core_questions(store: Store) -> None:
    round_ = add_round(store, title="Runde kurz", short_form=True, min_cell=3, weighting=Weighting.SHEET)
    assert {question.core for question in round_.questions} == {True}
    assert find_round(store, str(round_.id)) == round_


def test_a_round_may_have_groups_of_its_own(store: Store) -> None:
    groups = (Group("kirchen", Text({"de": "Kirchen"}), GroupKind.INDIVIDUAL, "KI"),)
    assert add_round(store, title="Runde eigen", groups=groups).groups == groups


def test_a_round_is_found_by_its_id_and_the_last_one_by_word(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.kommune", TOWN) as store:
        with pytest.raises(UserError) as caught:
            find_round(store, "latest")
        assert caught.value.key == "round.none"
        new = add_round(store, title="neu", created=datetime(2026, 1, 1, tzinfo=UTC))
        old = add_round(store, title="alt", created=datetime(2021, 1, 1, tzinfo=UTC))
        assert find_round(store, "latest") == new
        assert find_round(store, f"{old.id}") == old


@pytest.mark.parametrize("name", ["99", "-1", "1.0", "Runde A", "", "²", "LATEST", "9" * 50])
def test_an_unknown_round_is_named_with_those_there_are(store: Store, name: str) -> None:
    with pytest.raises(UserError) as caught:
        find_round(store, name)
    assert caught.value.key == "round.unknown"


def test_the_default_is_the_first_of_the_shipped_questionnaires() -> None:
    assert shipped_ids()[0] == DEFAULT_QUESTIONNAIRE


@pytest.mark.parametrize("questionnaire_id", shipped_ids())
def test_every_shipped_questionnaire_is_good_and_named_as_its_file(questionnaire_id: str) -> None:
    questionnaire, document = shipped(questionnaire_id)
    assert questionnaire.id == document["id"] == questionnaire_id


def test_an_unknown_questionnaire_is_named_with_those_there_are() -> None:
    with pytest.raises(UserError) as caught:
        shipped("unbekannt")
    assert caught.value.params == {"id": "unbekannt", "known": ", ".join(shipped_ids())}


def test_any_questionnaire_file_can_be_checked(tmp_path: Path) -> None:
    path = tmp_path / "q.yaml"
    path.write_text("id: x\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        check_questionnaire(path)
    assert caught.value.key == "questionnaire.faulty"
