"""All that there is to say of one question."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reportlab.platypus import Flowable

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import QuestionResult, RoundResults
from kommune_desktop.core.results.sentences import consensus_sentence
from kommune_desktop.core.results.trend import counterpart
from kommune_desktop.export import charts
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import body, kept_with_next
from kommune_desktop.export.report.context import DocumentContext
from kommune_desktop.export.report.distribution import distribution
from kommune_desktop.export.report.figures import figure
from kommune_desktop.export.report.remarks import remark_lists

_MANY_GROUPS = 12


def question_title(context: DocumentContext, result: QuestionResult) -> str:
    """Number and label."""
    return f"{result.number} {context.text(result.question.label)}"


def question_parts(context: DocumentContext, result: QuestionResult) -> Iterator[Flowable]:
    """What follows the heading: on one page with it what is seen at a glance, then what people wrote."""
    yield from kept_with_next(
        [
            body(context.text(result.question.text)),
            body(" ".join(_figures(context, result)), styles.STRONG),
            *_answers(context, result),
        ]
    )
    yield from distribution(context, result)
    if result.gap is not None and result.gap.is_perception_gap and _are_few(context):
        yield body(context.words("report.apart", number=result.number), styles.STRONG)
        yield figure(charts.group_dots(context.results.round, result, context.look))
    past = " ".join(_history(context, result))
    if past:
        yield body(past, styles.NOTE)
    yield from remark_lists(context, result)


def _answers(context: DocumentContext, result: QuestionResult) -> list[Flowable]:
    """Who answered how, as a picture; the numbers stand in the table behind."""
    round_, kind = context.results.round, result.question.kind
    if not result.total.given:
        return []
    if kind in (Kind.SCALE, Kind.SINGLE):
        draw = charts.distributions if _are_few(context) else charts.distribution
        return [figure(draw(round_, result, context.look))]
    if kind is Kind.MULTI:
        return [figure(charts.counts(round_, result, context.look))]
    return []


def _are_few(context: DocumentContext) -> bool:
    """Whether the groups have room beside each other in a picture; a table has them all."""
    return len(context.results.round.groups) <= _MANY_GROUPS


def _figures(context: DocumentContext, result: QuestionResult) -> Iterator[str]:
    words, total = context.words, result.total
    if result.question.kind is Kind.SCALE:
        if total.score is None:
            yield words("report.question_no_score", coverage=words.percent(total.coverage))
        else:
            yield words(
                "report.question_score",
                points=words.count("count.points", int(words.points(total.score))),
                coverage=words.percent(total.coverage),
                agreement=words.coefficient(total.agreement),
            )
    elif total.mean_number is not None:
        yield words(
            "report.question_mean",
            mean=_with_unit(context, result, total.mean_number),
            coverage=words.percent(total.coverage),
        )
    else:
        yield words(f"report.question_{result.question.kind.value}", coverage=words.percent(total.coverage))
    if result.gap is not None:
        gap = result.gap
        yield words(
            "report.question_gap",
            points=words.points(gap.points),
            higher=context.text(gap.highest.title),
            high=words.points(gap.highest_score),
            lower=context.text(gap.lowest.title),
            low=words.points(gap.lowest_score),
        )
    change = context.change_of_question(result.question.id)
    if change is not None and context.trend is not None:
        yield words("report.question_change", round=context.trend.before.round.title, change=words.change(change))
    agreed = consensus_sentence(result, words)
    if agreed:
        yield agreed


def _with_unit(context: DocumentContext, result: QuestionResult, mean: Fraction) -> str:
    number = context.words.number(mean, 1)
    unit = result.question.number.unit if result.question.number else None
    return f"{number} {context.text(unit)}" if unit else number


def _history(context: DocumentContext, result: QuestionResult) -> Iterator[str]:
    """The score in each round, and which rounds can't be compared."""
    history, words = context.history, context.words
    if result.question.kind is not Kind.SCALE or len(history.rounds) < 2:
        return
    pairs = list(zip(history.rounds, history.questions[result.question.id], strict=True))
    known = [
        words("report.history_value", round=one.round.title, points=words.points(score))
        for one, score in pairs
        if score is not None
    ]
    if len(known) > 1:
        yield words("report.history", values=", ".join(known))
    strange = [words("report.quoted", text=one.round.title) for one, _ in pairs if _is_strange(result, one)]
    if strange:
        yield words("report.not_comparable", rounds=words.join(strange))


def _is_strange(result: QuestionResult, of_round: RoundResults) -> bool:
    earlier = counterpart(result, of_round)
    return earlier is None or earlier.question.kind is not result.question.kind
