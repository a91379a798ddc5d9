"""From counts to results, with the privacy rule.

A cell of an individual group stays hidden below k sheets or k given answers. The total of a question takes hidden cells
in only together: at least two of them with at least k given answers between them. They enter as one pooled cell: then
every published total is a function of the shown cells and of the pool, and no single hidden cell can be worked out from
any combination of them, whichever weighting is used.

How many sheets were shown a follow-up question tells how many chose what its condition wants. So a hidden cell of a
follow-up question enters a pool only where the group's cell of the question before it is shown, and tells that anyway.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kommune_desktop.core.answer import Value
from kommune_desktop.core.consensus import OPEN, Consensus
from kommune_desktop.core.questionnaire import Area, Kind, Question
from kommune_desktop.core.relevance import asked_of
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
from kommune_desktop.core.round import Group, GroupKind, Round, Weighting
from kommune_desktop.core.scoring import agreement, mean_score, weighted_mean
from kommune_desktop.core.tally import CellKey, CellTally, Tally, merged

_MIN_POOL = 2


def compute_results(round_: Round, tally: Tally, consensus: Mapping[str, Consensus] | None = None) -> RoundResults:
    """All figures of a round from its counts; ``consensus``: what the workshop agreed on, by question id."""
    told: set[CellKey] = set()
    agreed = consensus or {}
    results = {
        question.id: replace(_question_result(round_, tally, question, told), consensus=agreed.get(question.id, OPEN))
        for question in round_.questions
    }
    areas = tuple(
        _area_result(round_, area, questions)
        for area in round_.questionnaire.areas
        if (questions := tuple(results[question.id] for question in area.questions if question.id in results))
    )
    score = weighted_mean((result.score, result.area.weight) for result in areas)
    return RoundResults(
        round=round_,
        sheets={group.id: tally.sheets.get(group.id, 0) for group in round_.groups},
        areas=areas,
        score=score,
        band=None if score is None else round_.questionnaire.band(score),
        coverage=_coverage([question for area in areas for question in area.questions]),
    )


def _area_result(round_: Round, area: Area, questions: tuple[QuestionResult, ...]) -> AreaResult:
    score = weighted_mean((result.total.score, result.question.weight) for result in questions)
    return AreaResult(
        area=area,
        score=score,
        band=None if score is None else round_.questionnaire.band(score),
        groups={
            group.id: weighted_mean((result.group_score(group.id), result.question.weight) for result in questions)
            for group in round_.groups
        },
        coverage=_coverage(questions),
        questions=questions,
    )


def _coverage(questions: Sequence[QuestionResult]) -> Fraction | None:
    given = sum(result.total.given for result in questions)
    applicable = sum(result.total.applicable for result in questions)
    return Fraction(given, applicable) if applicable else None


def _question_result(round_: Round, tally: Tally, question: Question, told: set[CellKey]) -> QuestionResult:
    """The results of a question; its shown cells are added to ``told``."""
    shown: dict[str, CellTally] = {}
    hidden: dict[str, CellTally] = {}
    cells: dict[str, Cell] = {}
    for group in round_.groups:
        if not asked_of(question, group.id):
            continue
        counts = tally.cells.get((question.id, group.id), _EMPTY)
        reason = hidden_reason(group, tally.sheets.get(group.id, 0), counts.given, round_.min_cell)
        if reason is None:
            shown[group.id] = counts
            cells[group.id] = _figures(question, counts)
        else:
            hidden[group.id] = counts
            cells[group.id] = Hidden(reason)
    told |= {(question.id, group_id) for group_id in shown}
    pooled = _pooled(round_, question, hidden, told)
    pool = merged(pooled.values())
    whole = merged((*shown.values(), *pooled.values()))
    answering = sum(1 for counts in pooled.values() if counts.given)
    score = None
    if round_.weighting is Weighting.GROUP and question.kind is Kind.SCALE:
        scores = [(cell.score, Fraction(1)) for cell in cells.values() if isinstance(cell, Figures)]
        score = weighted_mean([*scores, (_score(question, pool), Fraction(answering))])
    return QuestionResult(
        question=question,
        number=round_.questionnaire.numbers[question.id],
        total=_figures(question, whole, score),
        groups=cells,
        gap=_gap(round_, cells),
        pooled_groups=len(pooled),
    )


_EMPTY = CellTally()


def _pooled(
    round_: Round, question: Question, hidden: Mapping[str, CellTally], told: set[CellKey]
) -> Mapping[str, CellTally]:
    """The hidden cells that the total takes in together; none where there are too few of them or of their answers."""
    condition = question.relevant_if
    pool = {
        group_id: counts
        for group_id, counts in hidden.items()
        if condition is None or (condition.question, group_id) in told
    }
    enough = len(pool) >= _MIN_POOL and sum(counts.given for counts in pool.values()) >= round_.min_cell
    return pool if enough else {}


def hidden_reason(group: Group, sheets: int, given: int, min_cell: int) -> HiddenReason | None:
    """Why the answers of a group to a question may not be shown; ``None`` where they may."""
    if group.kind is GroupKind.JOINT:
        return None
    if sheets < min_cell:
        return HiddenReason.FEW_SHEETS
    return HiddenReason.FEW_ANSWERS if given < min_cell else None


def _figures(question: Question, counts: CellTally, group_weighted: Fraction | None = None) -> Figures:
    distribution = _distribution(question, counts)
    return Figures(
        shown=counts.shown,
        states=dict(counts.states),
        values=_choice_counts(question, counts.values),
        score=group_weighted if group_weighted is not None else mean_score(distribution),
        agreement=agreement(distribution),
        mean_number=_mean_number(counts.values) if question.kind is Kind.NUMBER else None,
    )


def _score(question: Question, counts: CellTally) -> Fraction | None:
    return mean_score(_distribution(question, counts))


def _distribution(question: Question, counts: CellTally) -> tuple[int, ...]:
    if question.kind is not Kind.SCALE:
        return ()
    return tuple(counts.values[choice.value] for choice in question.choices)


def _choice_counts(question: Question, values: Mapping[Value, int]) -> dict[int, int]:
    if question.kind is Kind.MULTI:
        counts: Counter[Value] = Counter()
        for value, count in values.items():
            counts.update(dict.fromkeys(value, count) if isinstance(value, frozenset) else {})
        values = counts
    return {choice.value: values.get(choice.value, 0) for choice in question.choices}


def _mean_number(values: Mapping[Value, int]) -> Fraction | None:
    numbers = [(Fraction(value), Fraction(count)) for value, count in values.items() if isinstance(value, Decimal)]
    return weighted_mean(numbers)


def _gap(round_: Round, cells: Mapping[str, Cell]) -> Gap | None:
    scores = [(cell.score, group_id) for group_id, cell in cells.items() if isinstance(cell, Figures)]
    known = [(score, group_id) for score, group_id in scores if score is not None]
    if len(known) < _MIN_POOL:
        return None
    highest, high_id = max(known, key=lambda pair: pair[0])
    lowest, low_id = min(known, key=lambda pair: pair[0])
    return Gap(highest - lowest, round_.group(high_id), round_.group(low_id), highest, lowest)
