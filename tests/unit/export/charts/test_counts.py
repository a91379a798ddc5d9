"""Counts of choices and of numbers."""

from __future__ import annotations

import pytest
from reportlab.graphics.shapes import Path

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import QuestionResult, compute_results
from kommune_desktop.core.round import Round
from kommune_desktop.export.charts import LIGHT, counts
from tests.builders import cell, individual, joint, question, round_of, tally
from tests.unit.export.charts.drawings import filled, shapes, words_in
from tests.unit.export.charts.rounds import look

OFFICE, COUNCIL, FEW = joint("office"), individual("council"), individual("few")


def one(kind: Kind = Kind.SINGLE) -> tuple[Round, QuestionResult]:
    """Council: 6 × choice 0, 3 × choice 2, two don't know; few are hidden."""
    round_ = round_of(question("q", kind, steps=3), COUNCIL, FEW)
    values = [0] * 6 + [2] * 3 if kind is Kind.SINGLE else [frozenset({0, 2})] * 3 + [frozenset({0})] * 3
    cells = {("q", "council"): cell(*values, dont_know=2), ("q", "few"): cell(*values[:2])}
    return round_, compute_results(round_, tally(cells)).questions[0]


def test_bars_are_as_long_as_their_counts() -> None:
    chart = counts(*one(), look())
    assert [bar.width + 1 for bar in filled(chart, LIGHT.primary)] == pytest.approx(
        [2 * (filled(chart, LIGHT.primary)[1].width + 1), filled(chart, LIGHT.primary)[1].width + 1]
    )
    assert {"Stufe 0", "6", "Stufe 1", "0", "Stufe 2", "3", "weiß nicht", "2"} <= set(words_in(chart))
    assert len(shapes(chart, Path)) == 1  # don't know is hatched


def test_several_choices_of_one_sheet_are_said_to_be_possible() -> None:
    chart = counts(*one(Kind.MULTI), look())
    assert chart.table.rows == (("Stufe 0", "6"), ("Stufe 1", "0"), ("Stufe 2", "3"), ("weiß nicht", "2"))
    assert "Mehrere Antworten waren möglich." in words_in(chart)
    assert "Mehrere Antworten waren möglich." not in words_in(counts(*one(), look()))


def test_the_alternative_text_has_every_count() -> None:
    said = counts(*one(), look()).alternative_text
    assert "Stufe 0 6, Stufe 1 0, Stufe 2 3 und weiß nicht 2" in said


def test_a_hidden_group_is_its_reason_alone() -> None:
    round_, result = one()
    chart = counts(round_, result, look(), FEW)
    assert words_in(chart) == ["verdeckt: weniger als 5 Bögen"]
    assert chart.table.rows == (("Gruppe few", "verdeckt"),)
    assert chart.spots == ()
    assert "verdeckt" in chart.alternative_text


def test_no_answers_are_said() -> None:
    round_, result = one()
    assert words_in(counts(round_, result, look(), individual("other"))) == ["Noch keine Antworten."]
