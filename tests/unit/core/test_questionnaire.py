"""Questions by order, number and id, bands and texts."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kommune_desktop.core.questionnaire import Area, Band, Condition, Kind, Questionnaire, Text, Topic
from tests import builders
from tests.builders import FIVE_STEPS, area, question, questionnaire, text


def two_areas() -> Questionnaire:
    topics = (
        Topic("vision", text("Leitbild"), (question("ms.vision"), question("ms.goals"))),
        Topic("money", text("Mittel"), (question("ms.money"),)),
    )
    return questionnaire(Area("ms", text("Steuerung"), topics), area("kk", question("kk.news")))


def test_questions_come_in_the_order_of_areas_and_topics() -> None:
    assert [q.id for q in two_areas().questions] == ["ms.vision", "ms.goals", "ms.money", "kk.news"]


def test_questions_are_numbered_from_one_through_all_areas() -> None:
    assert two_areas().numbers == {"ms.vision": 1, "ms.goals": 2, "ms.money": 3, "kk.news": 4}


def test_an_area_gives_the_questions_of_all_its_topics() -> None:
    first, second = two_areas().areas
    assert [q.id for q in first.questions] == ["ms.vision", "ms.goals", "ms.money"]
    assert [q.id for q in second.questions] == ["kk.news"]


def test_a_question_is_found_by_its_id() -> None:
    assert two_areas().question("ms.money").id == "ms.money"


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        two_areas().question("ms.gone")


def test_a_questionnaire_knows_which_ids_it_has() -> None:
    assert "kk.news" in two_areas()
    assert "kk.gone" not in two_areas()


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (Fraction(0), "start"),
        (Fraction("24.9999999"), "start"),
        (Fraction(25), "developing"),
        (Fraction("49.9999999"), "developing"),
        (Fraction(50), "on_track"),
        (Fraction("74.9999999"), "on_track"),
        (Fraction(75), "anchored"),
        (Fraction(100), "anchored"),
    ],
)
def test_a_band_begins_exactly_at_its_border_before_any_rounding(score: Fraction, band: str) -> None:
    assert two_areas().band(score).id == band


def test_the_default_bands_have_the_agreed_names() -> None:
    names = [band.title.in_language("de") for band in two_areas().bands]
    assert names == ["am Anfang", "in Entwicklung", "auf gutem Weg", "fest verankert"]


def test_a_questionnaire_may_name_its_own_bands() -> None:
    bands = (Band("low", text("wenig"), Fraction("33.3")), Band("high", text("viel")))
    own = questionnaire(area("a", question()), bands=bands)
    assert [own.band(Fraction(score)).id for score in ("33.2", "33.3", "100")] == ["low", "high", "high"]


def test_a_single_band_takes_every_score() -> None:
    own = questionnaire(area("a", question()), bands=(Band("all", text("alles")),))
    assert own.band(Fraction(0)) == own.band(Fraction(100))


def test_a_text_is_read_in_the_language_asked_for() -> None:
    both = text("Frage", "question")
    assert (both.in_language("de"), both.in_language("en")) == ("Frage", "question")


def test_a_text_without_the_language_is_read_in_its_first() -> None:
    assert Text({"de": "Frage"}).in_language("en") == "Frage"


def test_an_empty_translation_falls_back_too() -> None:
    assert Text({"de": "Frage", "en": ""}).in_language("en") == "Frage"


def test_the_highest_value_of_a_scale_is_that_of_its_last_choice() -> None:
    assert FIVE_STEPS.highest == 4


def test_a_condition_can_ask_for_a_lowest_value() -> None:
    condition = Condition("q", at_least=2)
    assert [condition.holds(value) for value in range(4)] == [False, False, True, True]


def test_a_condition_of_at_least_nothing_holds_for_every_value() -> None:
    assert all(Condition("q", at_least=0).holds(value) for value in range(5))


def test_a_condition_can_list_values() -> None:
    condition = Condition("q", any_of=frozenset({0, 3}))
    assert [condition.holds(value) for value in range(4)] == [True, False, False, True]


def test_only_scales_have_a_scale_and_only_choosing_has_choices() -> None:
    made = {kind: question(kind=kind) for kind in Kind}
    assert [kind for kind, q in made.items() if q.scale] == [Kind.SCALE]
    assert [kind for kind, q in made.items() if q.choices] == [Kind.SCALE, Kind.SINGLE, Kind.MULTI]
    assert made[Kind.SCALE].choices == builders.choices(5)
