"""Rounds, their groups and their questionnaires come back as they were made."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kommune_desktop.core.document import from_document
from kommune_desktop.core.questionnaire import Text
from kommune_desktop.core.results import compute_results
from kommune_desktop.core.round import Group, GroupKind, Round, Weighting
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow import questionnaires
from tests.unit.db.builders import EXAMPLES, GROUPS, SMALL, add_round, answers_of, document, dump, fill, given, question


def test_a_round_comes_back_as_it_was_made(store: Store) -> None:
    created = datetime(2026, 9, 14, 8, 30, 15, 123000, tzinfo=UTC)
    groups = (Group("x_1", Text({"de": "Ämter", "en": "Offices"}), GroupKind.JOINT, "XY"), *reversed(GROUPS))
    added = store.rounds.add(
        SMALL,
        title="Runde „Ä“",
        groups=groups,
        weighting=Weighting.SHEET,
        min_cell=7,
        short_form=True,
        created=created,
    )
    expected = Round(
        added.id,
        "Runde „Ä“",
        from_document(SMALL),
        groups,
        created,
        Weighting.SHEET,
        min_cell=7,
        short_form=True,
        code="26",
    )
    assert added == store.rounds.get(added.id) == expected


def test_a_round_is_of_now_unless_it_says_when(store: Store) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    assert before <= add_round(store).created <= datetime.now(UTC) + timedelta(seconds=1)


def test_rounds_stand_in_the_order_of_time_whatever_zone_they_were_told_in(store: Store) -> None:
    berlin = timezone(timedelta(hours=2))
    moments = {
        "dritte": datetime(2026, 1, 2, tzinfo=UTC),
        "zweite": datetime(2026, 1, 1, 0, 0, tzinfo=UTC),
        "erste": datetime(2026, 1, 1, 1, 0, tzinfo=berlin),
    }
    for title, created in moments.items():
        assert add_round(store, title=title, created=created).created == created
    assert [round_.title for round_ in store.rounds.all()] == ["erste", "zweite", "dritte"]


def test_the_round_before_is_the_last_earlier_one(store: Store) -> None:
    years = {year: add_round(store, title=f"{year}", created=datetime(year, 1, 1, tzinfo=UTC)) for year in (2026, 2021)}
    middle = add_round(store, title="2023", created=datetime(2023, 1, 1, tzinfo=UTC))
    assert store.rounds.earlier(years[2021]) == []
    assert store.rounds.earlier(middle) == [years[2021]]
    assert store.rounds.earlier(years[2026]) == [years[2021], middle]


def test_rounds_of_the_same_moment_stand_in_the_order_in_which_they_were_added(store: Store) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    first, second = (add_round(store, title=title, created=moment) for title in ("b", "a"))
    assert store.rounds.all() == [first, second]
    assert (store.rounds.earlier(first), store.rounds.earlier(second)) == ([], [first])


def test_a_title_is_taken_once(store: Store, path: Path) -> None:
    add_round(store)
    before = dump(path)
    with pytest.raises(UserError) as caught:
        add_round(store)
    assert (caught.value.key, caught.value.params) == ("round.title_taken", {"title": "Runde 1"})
    assert dump(path) == before


def test_an_unknown_round_is_named_with_those_there_are(store: Store) -> None:
    with pytest.raises(UserError) as caught:
        store.rounds.get(7)
    assert (caught.value.key, caught.value.params) == ("round.unknown", {"round": 7, "known": "–"})
    add_round(store)
    with pytest.raises(UserError) as caught:
        store.rounds.get(7)
    assert caught.value.params == {"round": 7, "known": "1"}


def test_rounds_of_the_same_questionnaire_share_it(store: Store) -> None:
    first, second = add_round(store), add_round(store, title="Runde 2")
    assert first.questionnaire == second.questionnaire
    assert store._connection.exec_driver_sql("SELECT count(*) FROM questionnaire").scalar_one() == 1


def test_the_same_version_with_other_content_is_refused(store: Store, path: Path) -> None:
    add_round(store)
    before = dump(path)
    changed = document(question("a.grad"), question("neu"))
    with pytest.raises(UserError) as caught:
        add_round(store, changed, title="Runde 2")
    assert (caught.value.key, caught.value.params) == (
        "questionnaire.version_taken",
        {"id": "klein", "version": "1.0"},
    )
    assert dump(path) == before
    assert add_round(store, changed | {"version": "1.1"}, title="Runde 2").questionnaire.version == "1.1"


def test_content_is_the_same_whatever_the_order_of_its_keys(store: Store) -> None:
    add_round(store)
    turned = json.loads(json.dumps(SMALL), object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    assert add_round(store, turned, title="Runde 2").questionnaire == from_document(SMALL)


def test_a_question_that_stays_keeps_its_row_in_a_new_version(store: Store) -> None:
    def rows() -> dict[str, int]:
        found = store._connection.exec_driver_sql("SELECT key, id FROM question")
        return {str(key): int(row) for key, row in found}

    add_round(store)
    before = rows()
    add_round(store, document(question("a.grad"), question("neu"), version="2.0"), title="Runde 2")
    assert {key: rows()[key] for key in before} == before
    assert set(rows()) - set(before) == {"neu"}


def test_a_round_that_cannot_be_added_leaves_no_questionnaire(store: Store, path: Path) -> None:
    before = dump(path)
    with pytest.raises(Exception, match="UNIQUE"):
        add_round(store, groups=(*GROUPS, GROUPS[0]))
    assert dump(path) == before
    fill(store, add_round(store))
    assert answers_of(store, store.rounds.all()[0]) == {"1": EXAMPLES}


def test_a_store_needs_no_resource_file_to_be_read_and_evaluated(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "leer"
    empty.mkdir()
    monkeypatch.setattr("kommune_desktop.paths.resources", lambda: empty)
    assert questionnaires.shipped_ids() == []
    with Store.open(file) as store:
        round_ = store.rounds.all()[0]
        assert round_.questionnaire == from_document(SMALL)
        store.answers.save(1, "a.ja", given(2), before=EXAMPLES["a.ja"])
        result = compute_results(round_, store.tallies.of_round(round_)).question("a.ja")
    assert result is not None
    assert result.groups.keys() == {"administration", "council", "welfare"}


def test_rounds_of_a_year_differ_by_a_letter_in_the_order_in_which_they_were_added(store: Store) -> None:
    moments = [datetime(2026, 9, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)]
    added = [add_round(store, title=f"{place}", created=moment) for place, moment in enumerate(moments)]
    assert [round_.code for round_ in added] == ["26", "26B", "27"]
    assert [round_.code for round_ in store.rounds.all()] == ["26B", "26", "27"]


def test_groups_without_a_code_get_one_that_stays(store: Store) -> None:
    groups = tuple(
        Group(f"g_{place}", Text({"de": title}), GroupKind.INDIVIDUAL)
        for place, title in enumerate(("Wohnbau", "Wohlfahrt", "Verwaltung"))
    )
    round_ = add_round(store, groups=(*groups, *GROUPS))
    assert [group.code for group in round_.groups] == ["WO", "WH", "VE", "VW", "RF", "WV"]
    assert store.rounds.get(round_.id).groups == round_.groups
