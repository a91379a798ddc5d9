"""A question's results in a sentence."""

from __future__ import annotations

from fractions import Fraction

from kommune_desktop.core.results.sentences import gap_sentence, score_sentence
from kommune_desktop.texts import texts
from tests.builders import cell, question, results_of_one

GERMAN, ENGLISH = texts("de"), texts("en")
APART = results_of_one(question(), {"office": cell(4), "council": cell(1, 1, 1, 1, 1)})  # 100 and 25
ALIKE = results_of_one(question(), {"office": cell(4)})


def test_a_score_is_told_in_whole_points() -> None:
    assert score_sentence(APART, None, GERMAN) == "Frage q: 63 Punkte"
    assert score_sentence(APART, None, ENGLISH) == "Question q: 63 points"


def test_a_change_stands_behind_the_score() -> None:
    assert score_sentence(APART, Fraction(-15, 2), GERMAN) == "Frage q: 63 Punkte (−8)"


def test_a_gap_names_the_higher_group_first() -> None:
    told = gap_sentence(APART, GERMAN)
    assert told.index("(100)") < told.index("(25)") < told.index("75 Punkte")


def test_without_a_gap_nothing_is_said() -> None:
    assert gap_sentence(ALIKE, GERMAN) == ""
