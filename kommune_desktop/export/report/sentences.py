"""The results in sentences, made from the numbers."""

from __future__ import annotations

from kommune_desktop.core.results import AreaResult
from kommune_desktop.export.context import ReportContext


def overall(context: ReportContext) -> str:
    """Who answered, and what came out on the whole."""
    words, results = context.words, context.results
    if not results.sheet_count:
        return words("report.nobody")
    answering = [group for group in results.round.groups if results.sheets[group.id]]
    who = words(
        "report.who" if results.coverage is not None else "report.who_only",
        sheets=words.count("count.sheets", results.sheet_count),
        groups=words.count("count.groups", len(answering)),
        coverage=words.percent(results.coverage),
    )
    if results.score is None:
        return f"{who} {words('report.no_score')}"
    what = words(
        "report.overall",
        municipality=context.municipality,
        points=words.points(results.score),
        band=context.band(results.band),
    )
    return f"{who} {what}{change(context)}"


def change(context: ReportContext) -> str:
    """How the whole changed, with a space in front; empty where nothing can be compared."""
    if context.trend is None or context.trend.whole is None:
        return ""
    whole = context.trend.whole
    return " " + context.words(
        "report.overall_change",
        round=context.trend.before.round.title,
        change=context.words.change(whole.points),
        questions=context.words.count("count.questions", whole.questions),
    )


def extremes(context: ReportContext) -> str:
    """The strongest and the weakest area."""
    areas = context.findings.areas
    if len(areas) < 2:
        return ""
    return context.words(
        "report.extremes",
        strongest=context.text(areas[0].area.title),
        most=context.words.points(areas[0].score),
        weakest=context.text(areas[-1].area.title),
        least=context.words.points(areas[-1].score),
    )


def movers(context: ReportContext) -> list[str]:
    """Which questions rose and fell most since the round before; none where there is no such round."""
    texts = []
    for key, results in (("risen", context.findings.risen), ("fallen", context.findings.fallen)):
        named = [
            context.words(
                "report.changed",
                question=context.text(result.question.label),
                change=context.words.change(context.change_of_question(result.question.id)),
            )
            for result in results
        ]
        if named:
            texts.append(context.words(f"report.{key}", questions=", ".join(named)))
    return texts


def area(context: ReportContext, result: AreaResult) -> str:
    """The score of an area, its band, its coverage and its change."""
    words = context.words
    if result.score is None:
        return words("report.no_score")
    text = words(
        "report.area",
        points=words.points(result.score),
        band=context.band(result.band),
        coverage=words.percent(result.coverage),
    )
    changed = context.change_of_area(result.area.id)
    if changed is None or context.trend is None:
        return text
    return f"{text} " + words(
        "report.area_change",
        change=words.change(changed.points),
        round=context.trend.before.round.title,
        questions=words.count("count.questions", changed.questions),
    )


def hidden(context: ReportContext) -> list[str]:
    """Which groups' values are hidden, how many and why."""
    results, words = context.results, context.words
    k = results.round.min_cell
    sentences = []
    for group_id, count in results.hidden_by_group.items():
        title = context.text(results.round.group(group_id).title)
        few_sheets = results.sheets[group_id] < k
        key = "report.hidden_sheets" if few_sheets else "report.hidden_answers"
        sentences.append(words(key, group=title, k=k, questions=words.count("count.questions", count)))
    return sentences
