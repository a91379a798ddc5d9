"""A question's results in a sentence, as the window and the reports say it."""

from __future__ import annotations

from fractions import Fraction

from kommune_desktop.core.consensus import ConsensusState
from kommune_desktop.core.results.model import QuestionResult
from kommune_desktop.texts import Texts


def score_sentence(result: QuestionResult, change: Fraction | None, words: Texts) -> str:
    """A question with its score and, where there is one, its change in points."""
    question = result.question.label.in_language(words.language)
    text = words("report.question", question=question, points=words.points(result.total.score))
    return text if change is None else f"{text} ({words.change(change)})"


def gap_sentence(result: QuestionResult, words: Texts) -> str:
    """Between whom a perception gap lies; empty where there is none."""
    gap, language = result.gap, words.language
    if gap is None:
        return ""
    return words(
        "report.gap",
        question=result.question.label.in_language(language),
        higher=gap.highest.title.in_language(language),
        high=words.points(gap.highest_score),
        lower=gap.lowest.title.in_language(language),
        low=words.points(gap.lowest_score),
        points=words.count("count.points", int(words.points(gap.points))),
    )


def consensus_sentence(result: QuestionResult, words: Texts) -> str:
    """What the workshop agreed on for a question, or that it did not; empty where it came to no end."""
    consensus = result.consensus
    if consensus.state is ConsensusState.OPEN:
        return ""
    if consensus.state is ConsensusState.NOT_REACHED:
        return words("consensus.not_reached")
    if consensus.value is None:
        return words("consensus.reached_in_words")
    answer = agreed_on(result, words)
    score = result.consensus_score
    if score is None:
        return words("consensus.reached", answer=answer)
    points = words.count("count.points", int(words.points(score)))
    return words("consensus.reached_points", answer=answer, points=points)


def agreed_on(result: QuestionResult, words: Texts) -> str:
    """The answer that the workshop agreed on, else how it ended."""
    consensus = result.consensus
    if consensus.value is not None:
        return result.question.choice(consensus.value).text.in_language(words.language)
    return words(f"consensus.state.{consensus.state.value}")


def consensus_in_short(result: QuestionResult, words: Texts) -> str:
    """The same for a cell of a table: points, else a word, else a dash."""
    consensus = result.consensus
    if consensus.state is ConsensusState.OPEN:
        return words.points(None)
    if consensus.state is ConsensusState.NOT_REACHED:
        return words("consensus.none")
    score = result.consensus_score
    return words("consensus.in_words") if score is None else words.points(score)
