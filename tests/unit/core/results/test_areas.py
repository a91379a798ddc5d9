"""Areas and the round: weights, bands, coverage, groups. Worked by hand, with one office unless said otherwise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import compute_results
from tests.builders import (
    area,
    cell,
    individual,
    joint,
    question,
    questionnaire,
    results_of_scores,
    round_of,
    tally,
)

OFFICE, COUNCIL, WELFARE = joint("office"), individual("council"), individual("welfare")


def test_an_area_is_the_weighted_mean_of_its_questions() -> None:
    # (1·100 + 2·25 + 0.5·50) / 3.5 = 175 / 3.5 = 50
    content = questionnaire(area("a", question("p"), question("q", weight=2), question("r", weight="0.5")))
    results = results_of_scores(round_of(content, OFFICE), {"p": [4], "q": [1], "r": [2]})
    assert results.areas[0].score == 50


def test_a_question_without_a_score_leaves_the_others_their_weight() -> None:
    # The second has no answer: (1·100 + 3·0) / 4 = 25, not divided by 1 + 2 + 3.
    content = questionnaire(area("a", question("p"), question("q", weight=2), question("r", weight=3)))
    results = results_of_scores(round_of(content, OFFICE), {"p": [4], "r": [0]})
    assert results.areas[0].score == 25


def test_questions_without_a_scale_do_not_enter_an_area() -> None:
    content = questionnaire(area("a", question("p"), question("choice", Kind.SINGLE, weight=9)))
    results = results_of_scores(round_of(content, OFFICE), {"p": [4], "choice": [0]})
    assert results.areas[0].score == 100


def test_the_round_is_the_weighted_mean_of_its_areas() -> None:
    # Area a: (100 + 50) / 2 = 75 with weight 1; area b: 25 with weight 3. (75 + 3·25) / 4 = 37.5.
    content = questionnaire(area("a", question("p"), question("q")), area("b", question("r"), weight=3))
    results = results_of_scores(round_of(content, OFFICE), {"p": [4], "q": [2], "r": [1]})
    assert [found.score for found in results.areas] == [75, 25]
    assert results.score == Fraction(75, 2)


def test_an_area_without_a_score_does_not_enter_the_round() -> None:
    content = questionnaire(area("a", question("p")), area("b", question("r"), weight=3))
    results = results_of_scores(round_of(content, OFFICE), {"p": [4]})
    assert (results.areas[1].score, results.areas[1].band) == (None, None)
    assert results.score == 100


def test_a_round_without_any_answer_has_neither_score_nor_band() -> None:
    results = results_of_scores(round_of(question(), OFFICE), {})
    assert (results.score, results.band, results.coverage, results.sheet_count) == (None, None, None, 0)


@pytest.mark.parametrize(
    ("values", "band"),
    # Ten sheets a question. Just below a border: 9·25 + 0 = 225 / 10 = 22.5.
    [
        ([1] * 9 + [0], "start"),
        ([1] * 10, "developing"),
        ([2] * 9 + [1], "developing"),
        ([2] * 10, "on_track"),
        ([3] * 9 + [2], "on_track"),
        ([3] * 10, "anchored"),
        ([0] * 10, "start"),
        ([4] * 10, "anchored"),
    ],
)
def test_scores_of_exactly_25_50_and_75_belong_to_the_higher_band(values: list[int], band: str) -> None:
    results = results_of_scores(round_of(question(), OFFICE), {"q": values})
    found = results.areas[0].band
    assert found is not None
    assert (found.id, results.band) == (band, found)


def test_the_band_is_found_before_rounding() -> None:
    # (99·75 + 50) / 100 = 74.75 is displayed as 75 and is still "on the right track".
    results = results_of_scores(round_of(question(), OFFICE), {"q": [*[3] * 99, 2]})
    assert results.score == Fraction("74.75")
    assert results.band is not None
    assert results.band.id == "on_track"


def test_a_group_has_the_mean_of_its_shown_cells_in_an_area() -> None:
    # Council: p 5·50 shown, q four answers hidden, r 5·100 with weight 3 shown: (50 + 3·100) / 4 = 87.5.
    content = questionnaire(area("a", question("p"), question("q"), question("r", weight=3)))
    cells = {
        ("p", "council"): cell(*[2] * 5),
        ("q", "council"): cell(0, 0, 0, 0, dont_know=1),
        ("r", "council"): cell(*[4] * 5),
    }
    found = compute_results(round_of(content, COUNCIL, WELFARE), tally(cells)).areas[0]
    assert found.groups == {"council": Fraction(175, 2), "welfare": None}


def test_coverage_of_an_area_counts_all_its_published_answers() -> None:
    # p: 6 given of 10 shown; q: 5 given of 10 − 2 applicable. (6 + 5) / (10 + 8) = 11/18.
    content = questionnaire(area("a", question("p"), question("q")), area("b", question("r")))
    cells = {
        ("p", "council"): cell(*[1] * 6, blank=4),
        ("q", "council"): cell(*[1] * 5, not_applicable=2, dont_know=3),
        ("r", "council"): cell(*[1] * 10),
    }
    results = compute_results(round_of(content, COUNCIL), tally(cells))
    assert [found.coverage for found in results.areas] == [Fraction(11, 18), 1]
    # The round: (6 + 5 + 10) / (10 + 8 + 10)
    assert results.coverage == Fraction(3, 4)


def test_a_short_form_leaves_out_questions_and_whole_areas() -> None:
    content = questionnaire(area("a", question("p"), question("q", core=True)), area("b", question("r")))
    round_ = round_of(content, OFFICE, short_form=True)
    results = results_of_scores(round_, {"p": [0], "q": [4], "r": [0]})
    assert [found.area.id for found in results.areas] == ["a"]
    assert results.question("p") is None
    assert results.score == 100


def test_numbers_of_questions_are_those_on_paper_even_in_a_short_form() -> None:
    content = questionnaire(area("a", question("p"), question("q", core=True)))
    results = results_of_scores(round_of(content, OFFICE, short_form=True), {"q": [4]})
    assert [result.number for result in results.questions] == [2]


def test_hidden_cells_are_counted_by_group() -> None:
    content = questionnaire(area("a", question("p"), question("q")))
    cells = {
        ("p", "office"): cell(1),
        ("p", "council"): cell(1, 1),
        ("q", "council"): cell(1, dont_know=1),
        ("p", "welfare"): cell(*[1] * 5),
        ("q", "welfare"): cell(1, dont_know=4),
    }
    results = compute_results(round_of(content, OFFICE, COUNCIL, WELFARE), tally(cells))
    assert results.hidden_by_group == {"council": 2, "welfare": 1}
    assert (results.sheets, results.sheet_count) == ({"office": 1, "council": 2, "welfare": 5}, 8)
