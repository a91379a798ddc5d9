"""What the results say about a question or an area, in a line of facts."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from kommune_desktop.core.results import AreaResult, Change, Hidden, QuestionResult
from kommune_desktop.core.results.sentences import consensus_sentence
from kommune_desktop.core.round import Round
from kommune_desktop.texts import Texts
from kommune_desktop.workflow.evaluation import Evaluation


def of_question(evaluation: Evaluation, result: QuestionResult, words: Texts) -> str:
    """Score or mean, coverage, agreement, distance and change, as far as there are such."""
    total = result.total
    change = evaluation.trend.questions.get(result.question.id) if evaluation.trend else None
    parts = []
    if total.score is not None:
        parts.append(words.count("count.points", int(words.points(total.score))))
    if total.mean_number is not None:
        parts.append(_mean(result, total.mean_number, words))
    if not result.question.choices:
        parts.append(words.count("count.answers", total.given))
    parts.append(f"{words('word.coverage')} {words.percent(total.coverage)}")
    if total.agreement is not None:
        parts.append(f"{words('word.agreement')} {words.coefficient(total.agreement)}")
    if result.gap is not None:
        parts.append(f"{words('word.gap')} {words.points(result.gap.points)}")
    return " · ".join([*parts, *_change(evaluation, change, words)])


def _mean(result: QuestionResult, mean: Fraction, words: Texts) -> str:
    number, unit = words.number(mean, 1), result.question.number.unit if result.question.number else None
    measured = f"{number} {unit.in_language(words.language)}" if unit else number
    return QCoreApplication.translate("facts", "Im Mittel {mean}").format(mean=measured)


def of_area(evaluation: Evaluation, result: AreaResult, words: Texts) -> str:
    """Score with band, coverage and change."""
    change = evaluation.trend.areas.get(result.area.id) if evaluation.trend else None
    parts = []
    if result.score is not None:
        parts.append(words.count("count.points", int(words.points(result.score))))
    if result.band is not None:
        parts.append(result.band.title.in_language(words.language))
    parts.append(f"{words('word.coverage')} {words.percent(result.coverage)}")
    return " · ".join([*parts, *_change(evaluation, change, words)])


def _change(evaluation: Evaluation, change: Change | None, words: Texts) -> list[str]:
    if change is None or evaluation.trend is None:
        return []
    text = QCoreApplication.translate("facts", "{change} seit {round} ({before})")
    return [
        text.format(
            change=words.change(change.points),
            round=evaluation.trend.before.round.title,
            before=words.points(change.before),
        )
    ]


def comparability(evaluation: Evaluation, result: QuestionResult) -> str:
    """A note where a question can't be compared with the earlier round; else nothing."""
    trend = evaluation.trend
    if trend is None or result.question not in trend.not_comparable:
        return ""
    text = QCoreApplication.translate("facts", "In {round} wurde diese Frage nicht oder anders gestellt.")
    return text.format(round=trend.before.round.title)


def consensus(result: QuestionResult, words: Texts) -> str:
    """What the workshop agreed on, and why; nothing where it came to no end."""
    said = consensus_sentence(result, words)
    return f"{said} {result.consensus.reason}".strip() if said else ""


def hidden(round_: Round, result: QuestionResult, words: Texts) -> list[str]:
    """Each group whose answers to a question are hidden, with the reason."""
    return [
        f"{group.title.in_language(words.language)}: {words(f'hidden.{cell.reason.value}', k=round_.min_cell)}"
        for group in round_.groups
        if isinstance(cell := result.groups.get(group.id), Hidden)
    ]
