"""Results of a round: one frozen object that every page, table and document draws from."""

from kommune_desktop.core.results.compute import compute_results
from kommune_desktop.core.results.findings import Findings, find
from kommune_desktop.core.results.history import History, look_back
from kommune_desktop.core.results.model import (
    AreaResult,
    Cell,
    Figures,
    Gap,
    Hidden,
    HiddenReason,
    QuestionResult,
    RoundResults,
)
from kommune_desktop.core.results.trend import Change, Trend, compare

__all__ = [
    "AreaResult",
    "Cell",
    "Change",
    "Figures",
    "Findings",
    "Gap",
    "Hidden",
    "HiddenReason",
    "History",
    "QuestionResult",
    "RoundResults",
    "Trend",
    "compare",
    "compute_results",
    "find",
    "look_back",
]
