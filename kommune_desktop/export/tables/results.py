"""The figures of a round as a table: the whole, each area, and below it its questions. Hidden cells are named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kommune_desktop.core.answer import State
from kommune_desktop.core.consensus import ConsensusState
from kommune_desktop.core.questionnaire import Band
from kommune_desktop.core.results import AreaResult, Hidden, HiddenReason, QuestionResult
from kommune_desktop.core.results.sentences import agreed_on
from kommune_desktop.export.results_json import figure
from kommune_desktop.export.tables.material import ExportMaterial
from kommune_desktop.export.tables.model import Cell, Column, Format, Table

_STATES = tuple(State)


def results_table(material: ExportMaterial) -> Table:
    """All published figures; points of 0 to 100, shares of 1."""
    words = material.words
    columns = (
        Column(words("export.level"), 14),
        Column(words("export.number"), 6, Format.WHOLE),
        Column(words("export.id"), 24),
        Column(words("export.name"), 40, is_wrapped=True),
        Column(words("export.area"), 40, is_wrapped=True),
        Column(words("word.score"), 9, Format.TENTHS),
        Column(words("export.band"), 16),
        Column(words("word.coverage"), 12, Format.PERCENT),
        Column(words("word.agreement"), 17, Format.HUNDREDTHS),
        Column(words("word.gap"), 10, Format.TENTHS),
        Column(words("export.highest"), 22),
        Column(words("export.lowest"), 22),
        Column(words("word.change"), 14, Format.TENTHS),
        Column(words("consensus.title"), 16),
        Column(words("consensus.points"), 12, Format.TENTHS),
        Column(words("export.mean_number"), 12, Format.HUNDREDTHS),
        Column(words("export.shown"), 10, Format.WHOLE),
        *(Column(words(f"state.{state.value}"), 12, Format.WHOLE) for state in _STATES),
        *(Column(material.text(group.title), 16, Format.TENTHS) for group in material.round.groups),
        Column(words("export.hidden"), 60, is_wrapped=True),
        Column(words("export.pooled"), 18, Format.WHOLE),
    )
    return Table(words("export.results"), columns, _rows(material), frozen=4)


def _rows(material: ExportMaterial) -> Iterator[Sequence[Cell]]:
    results, trend = material.results, material.trend
    yield (
        *(material.words("export.whole"), None, None, material.municipality, None),
        *(figure(results.score), _band(material, results.band), figure(results.coverage)),
        *(None, None, None, None, figure(trend.whole.points if trend and trend.whole else None)),
        *(None, None, None, None, *(None for _ in _STATES), *(None for _ in material.round.groups), None, None),
    )
    for area in results.areas:
        yield _area_row(material, area)
        for question in area.questions:
            yield _question_row(material, area, question)


def _area_row(material: ExportMaterial, result: AreaResult) -> Sequence[Cell]:
    change = material.trend.areas.get(result.area.id) if material.trend else None
    hidden = _hidden_throughout(result)
    title = material.text(result.area.title)
    return (
        *(material.words("export.area"), None, result.area.id, title, title),
        *(figure(result.score), _band(material, result.band), figure(result.coverage)),
        *(None, None, None, None, figure(change.points if change else None)),
        *(None, None, None, None, *(None for _ in _STATES)),
        *_group_cells(material, result.groups, hidden),
        *(_reasons(material, hidden), None),
    )


def _hidden_throughout(result: AreaResult) -> dict[str, HiddenReason]:
    """The groups that have answers in the area but none that may be shown, and why the first of them may not."""
    cells: dict[str, list[HiddenReason | None]] = {}
    for question in result.questions:
        for group_id, cell in question.groups.items():
            cells.setdefault(group_id, []).append(cell.reason if isinstance(cell, Hidden) else None)
    return {
        group_id: reasons[0] for group_id, reasons in cells.items() if reasons[0] is not None and None not in reasons
    }


def _question_row(material: ExportMaterial, area: AreaResult, result: QuestionResult) -> Sequence[Cell]:
    change = material.trend.questions.get(result.question.id) if material.trend else None
    total, gap = result.total, result.gap
    band = material.round.questionnaire.band(total.score) if total.score is not None else None
    hidden = {group_id: cell.reason for group_id, cell in result.groups.items() if isinstance(cell, Hidden)}
    scores = {group_id: result.group_score(group_id) for group_id in result.groups}
    return (
        *(material.words("export.question"), result.number, result.question.id),
        *(material.text(result.question.label), material.text(area.area.title)),
        *(figure(total.score), _band(material, band), figure(total.coverage), figure(total.agreement)),
        *((figure(gap.points), material.text(gap.highest.title), material.text(gap.lowest.title)) if gap else _NO_GAP),
        figure(change.points if change else None),
        *(_consensus(material, result), figure(result.consensus_score)),
        *(figure(total.mean_number), total.shown),
        *(total.states.get(state, 0) for state in _STATES),
        *_group_cells(material, scores, hidden),
        *(_reasons(material, hidden), result.pooled_groups or None),
    )


def _consensus(material: ExportMaterial, result: QuestionResult) -> str | None:
    """The answer that the workshop agreed on, or a word for how it ended."""
    return None if result.consensus.state is ConsensusState.OPEN else agreed_on(result, material.words)


_NO_GAP = (None, None, None)


def _group_cells(
    material: ExportMaterial, scores: Mapping[str, Fraction | None], hidden: Mapping[str, HiddenReason]
) -> Iterator[Cell]:
    for group in material.round.groups:
        yield material.words("word.hidden") if group.id in hidden else figure(scores.get(group.id))


def _reasons(material: ExportMaterial, hidden: Mapping[str, HiddenReason]) -> str:
    k = material.round.min_cell
    return "; ".join(
        material.words(f"export.{reason.value}", group=material.text(material.round.group(group_id).title), k=k)
        for group_id, reason in hidden.items()
    )


def _band(material: ExportMaterial, band: Band | None) -> str:
    return material.text(band.title) if band else ""
