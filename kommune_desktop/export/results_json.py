"""All figures of a round as JSON, for other programs. Documented by ``resources/schemas/results.schema.json``."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from kommune_desktop.core.results import (
    AreaResult,
    Cell,
    Change,
    Hidden,
    QuestionResult,
    RoundResults,
    Trend,
)
from kommune_desktop.texts import rounded

FORMAT = "kommune-results"
VERSION = 1
_DECIMALS = 6


def results_document(municipality: str, results: RoundResults, trend: Trend | None) -> dict[str, Any]:
    """The document. Scores and changes in points, coverage as a share of 1, hidden cells by their reason alone."""
    round_ = results.round
    return {
        "format": FORMAT,
        "version": VERSION,
        "municipality": municipality,
        "round": {
            "id": round_.id,
            "title": round_.title,
            "created": round_.created.isoformat(),
            "questionnaire": {"id": round_.questionnaire.id, "version": round_.questionnaire.version},
            "weighting": round_.weighting.value,
            "min_cell": round_.min_cell,
            "short_form": round_.short_form,
        },
        "groups": [
            {
                "id": group.id,
                "title": dict(group.title.by_language),
                "kind": group.kind.value,
                "sheets": results.sheets[group.id],
            }
            for group in round_.groups
        ],
        **_score(results.score),
        "band": results.band.id if results.band else None,
        "coverage": figure(results.coverage),
        "areas": [_area(area, trend) for area in results.areas],
        "questions": [_question(question, trend) for question in results.questions],
        "trend": _trend(trend) if trend else None,
    }


def figure(value: Fraction | None) -> float | None:
    """A figure to six decimals, the same number in every document and table."""
    return None if value is None else float(rounded(value, _DECIMALS))


def _score(score: Fraction | None) -> dict[str, Any]:
    """The figure itself and the whole points that are displayed."""
    return {"score": figure(score), "points": None if score is None else int(rounded(score))}


def _area(result: AreaResult, trend: Trend | None) -> dict[str, Any]:
    return {
        "id": result.area.id,
        "title": dict(result.area.title.by_language),
        **_score(result.score),
        "band": result.band.id if result.band else None,
        "coverage": figure(result.coverage),
        "groups": {group_id: _score(score) for group_id, score in result.groups.items()},
        "change": _change(trend.areas.get(result.area.id)) if trend else None,
    }


def _question(result: QuestionResult, trend: Trend | None) -> dict[str, Any]:
    gap = result.gap
    return {
        "id": result.question.id,
        "number": result.number,
        "label": dict(result.question.label.by_language),
        "kind": result.question.kind.value,
        "total": _cell(result.total),
        "pooled_groups": result.pooled_groups,
        "groups": {group_id: _cell(cell) for group_id, cell in result.groups.items()},
        "gap": None
        if gap is None
        else {
            **_score(gap.points),
            "highest": gap.highest.id,
            "lowest": gap.lowest.id,
            "perception_gap": gap.is_perception_gap,
        },
        "change": _change(trend.questions.get(result.question.id)) if trend else None,
        "consensus": {
            "state": result.consensus.state.value,
            "value": result.consensus.value,
            **_score(result.consensus_score),
        },
    }


def _cell(cell: Cell) -> dict[str, Any]:
    if isinstance(cell, Hidden):
        return {"hidden": cell.reason.value}
    return {
        "shown": cell.shown,
        "states": {state.value: count for state, count in sorted(cell.states.items())},
        "values": {str(value): count for value, count in cell.values.items()},
        **_score(cell.score),
        "agreement": figure(cell.agreement),
        "coverage": figure(cell.coverage),
        "mean_number": figure(cell.mean_number),
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "before": figure(change.before),
        "now": figure(change.now),
        **_score(change.points),
        "questions": change.questions,
    }


def _trend(trend: Trend) -> dict[str, Any]:
    return {
        "before": {"id": trend.before.round.id, "title": trend.before.round.title},
        "change": _change(trend.whole),
        "not_comparable": [question.id for question in trend.not_comparable],
    }
