"""Which chart is shown for what: each is drawn anew for the width and the colours of the window.

Drawing is loaded when the first chart is seen; by then the work that made the results has loaded it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import AreaResult, QuestionResult
from kommune_desktop.core.round import Round
from kommune_desktop.texts import Texts
from kommune_desktop.workflow.evaluation import Evaluation

if TYPE_CHECKING:
    from kommune_desktop.export.charts import Chart, Look, Palette, Ranked

    Make = Callable[[float, Palette], Chart]


def profile_as_bars(evaluation: Evaluation, words: Texts) -> Make:
    """The areas as bars."""
    return _made(lambda look: _charts().profile_bars(evaluation.results, evaluation.trend, look), words)


def profile_as_net(evaluation: Evaluation, words: Texts) -> Make:
    """The areas as a net."""
    return _made(lambda look: _charts().profile_radar(evaluation.results, evaluation.trend, look), words)


def heat_of_areas(evaluation: Evaluation, words: Texts) -> Make:
    """Areas by groups."""
    return _made(lambda look: _charts().area_heat_map(evaluation.results, look), words)


def heat_of_questions(round_: Round, questions: Sequence[QuestionResult], words: Texts) -> Make:
    """Questions by groups."""
    return _made(lambda look: _charts().question_heat_map(round_, questions, look), words)


def questions(evaluation: Evaluation, area: AreaResult, words: Texts) -> Make:
    """The questions of an area, a row each."""
    return _made(lambda look: _charts().question_rows(evaluation.results.round, area, evaluation.trend, look), words)


def answers(round_: Round, result: QuestionResult, words: Texts) -> Make:
    """How often each choice was given, by group unless a sheet can give several."""
    if result.question.kind is not Kind.MULTI:
        return _made(lambda look: _charts().distributions(round_, result, look), words)
    return _made(lambda look: _charts().counts(round_, result, look), words)


def all_answers(round_: Round, result: QuestionResult, words: Texts) -> Make:
    """How often each choice was given by all together."""
    if result.question.kind is not Kind.MULTI:
        return _made(lambda look: _charts().distribution(round_, result, look), words)
    return _made(lambda look: _charts().counts(round_, result, look), words)


def groups(round_: Round, result: QuestionResult, words: Texts) -> Make:
    """The groups side by side on one line."""
    return _made(lambda look: _charts().group_dots(round_, result, look), words)


def past_of_areas(evaluation: Evaluation, words: Texts) -> Make:
    """All areas over the rounds."""
    return _made(lambda look: _charts().area_history(evaluation.history, look), words)


def past_of_area(evaluation: Evaluation, area_id: str, words: Texts) -> Make:
    """One area over the rounds."""
    return _made(lambda look: _charts().area_history(evaluation.history, look, only=area_id), words)


def past_of_question(evaluation: Evaluation, question_id: str, words: Texts) -> Make:
    """A question over the rounds, by group."""
    return _made(lambda look: _charts().question_history(evaluation.history, question_id, look), words)


def priorities(ranked: Sequence[Ranked], unit: str, words: Texts) -> Make:
    """What the workshop puts first."""
    return _made(lambda look: _charts().ranking(ranked, unit, look), words)


def _made(draw: Callable[[Look], Chart], words: Texts) -> Make:
    return lambda width, palette: draw(_charts().Look(words, palette, width))


def _charts() -> ModuleType:
    from kommune_desktop.export import charts  # noqa: PLC0415 - see above

    return charts
