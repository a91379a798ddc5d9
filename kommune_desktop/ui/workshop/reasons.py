"""Why the results put a question on the agenda, in words."""

from __future__ import annotations

from kommune_desktop.core.workshop.proposal import Reason, Reasons
from kommune_desktop.texts import Texts


def reasons_in_words(reasons: Reasons, words: Texts) -> str:
    """Each reason with its figure."""
    shown = {
        Reason.WIDE_GAP: words.points,
        Reason.LOW_SCORE: words.points,
        Reason.LOW_AGREEMENT: words.coefficient,
        Reason.LARGE_CHANGE: words.change,
        Reason.MANY_REMARKS: words.points,
    }
    return ", ".join(words(f"reason.{reason.value}", value=shown[reason](figure)) for reason, figure in reasons.items())
