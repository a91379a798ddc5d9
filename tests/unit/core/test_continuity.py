"""Versions of a questionnaire held against each other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.continuity import continuity
from kommune_desktop.core.questionnaire import Kind, Question, Questionnaire
from tests.builders import area, question, questionnaire, text


def of(*questions: Question, version: str = "1.0") -> Questionnaire:
    return questionnaire(area("a", *questions), version=version)


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [one.id for one in questions]


def test_a_version_is_comparable_with_itself() -> None:
    found = continuity(of(question("a"), question("b")), of(question("a"), question("b")))
    assert ids(found.unchanged) == ["a", "b"]
    assert (found.changed, found.new, found.gone) == ((), (), ())
    assert found.comparable == 2


def test_what_is_different_is_told_apart() -> None:
    before = of(
        question("same"),
        question("reworded"),
        question("rescaled", Kind.SINGLE, steps=3),
        question("old_name"),
        question("other_kind"),
        question("gone"),
    )
    now = of(
        question("added"),
        question("same"),
        replace(question("reworded"), text=text("Anders gefragt?")),
        question("rescaled", Kind.SINGLE, steps=4),
        replace(question("new_name"), replaces="old_name", text=question("old_name").text),
        question("other_kind", Kind.TEXT),
        version="2.0",
    )
    found = continuity(now, before)
    assert ids(found.unchanged) == ["same", "new_name"]
    assert ids(found.changed) == ["reworded", "rescaled"]
    assert ids(found.new) == ["added", "other_kind"]
    assert ids(found.gone) == ["other_kind", "gone"]
    assert found.comparable == 4


def test_the_same_id_goes_before_what_is_replaced() -> None:
    now = of(replace(question("a"), replaces="b"))
    found = continuity(now, of(question("b"), question("a")))
    assert ids(found.unchanged) == ["a"]
    assert ids(found.gone) == ["b"]


def test_versions_without_a_common_question_have_nothing_to_compare() -> None:
    found = continuity(of(question("a"), question("b")), of(question("c")))
    assert (found.comparable, ids(found.new), ids(found.gone)) == (0, ["a", "b"], ["c"])


names = st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True)


@given(names, names)
def test_every_question_is_counted_once(now: list[str], before: list[str]) -> None:
    found = continuity(of(*map(question, now)), of(*map(question, before)))
    assert sorted(ids(found.unchanged) + ids(found.changed) + ids(found.new)) == sorted(now)
    assert set(ids(found.unchanged)) == set(now) & set(before)
    assert set(ids(found.gone)) == set(before) - set(now)
