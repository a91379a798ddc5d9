"""What the workshop agreed on, in points."""

from __future__ import annotations

from fractions import Fraction

from kommune_desktop.core.consensus import Consensus, ConsensusState, consensus_score
from kommune_desktop.core.questionnaire import Kind
from tests.builders import question


def agreed(value: int) -> Consensus:
    return Consensus(ConsensusState.REACHED, value, "Weil es so ist.")


def test_the_points_of_a_consensus_are_those_of_a_sheet_with_that_answer() -> None:
    assert consensus_score(question(), agreed(3)) == 75
    assert consensus_score(question(steps=4), agreed(1)) == Fraction(100, 3)
    assert consensus_score(question(), agreed(0)) == 0


def test_there_are_no_points_without_a_consensus_or_without_a_scale() -> None:
    assert consensus_score(question(), Consensus()) is None
    assert consensus_score(question(), Consensus(ConsensusState.NOT_REACHED)) is None
    assert consensus_score(question(kind=Kind.SINGLE), agreed(1)) is None
