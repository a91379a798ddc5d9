"""What matters most, in sentences."""

from __future__ import annotations

from reportlab.platypus import Flowable

from kommune_desktop.core.results.sentences import gap_sentence, score_sentence
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import body, bullets, heading, together
from kommune_desktop.export.report import sentences
from kommune_desktop.export.report.context import DocumentContext


def summary(context: DocumentContext) -> list[Flowable]:
    """The whole, strengths, needs, where the groups differ, what changed."""
    words, findings = context.words, context.findings
    parts: list[Flowable] = [
        heading(1, words("report.summary")),
        body(sentences.overall(context), styles.LEAD),
    ]
    extremes = sentences.extremes(context)
    if extremes:
        parts.append(body(extremes))
    for key, results in (("strengths", findings.strengths), ("needs", findings.needs)):
        if results:
            items = bullets(
                [
                    score_sentence(result, context.change_of_question(result.question.id), context.words)
                    for result in results
                ]
            )
            parts.append(together([heading(2, words(f"report.{key}"), is_listed=False), *items]))
    gaps = list(bullets([gap_sentence(result, context.words) for result in findings.gaps]))
    comparable = any(result.gap for result in context.results.questions)
    none = [body(words("report.no_gaps" if comparable else "report.one_group"))]
    parts.append(together([heading(2, words("report.gaps"), is_listed=False), *(gaps or none)]))
    movers = sentences.movers(context)
    if movers and context.trend is not None:
        title = context.words("report.changes", round=context.trend.before.round.title)
        parts.append(together([heading(2, title, is_listed=False), *bullets(movers)]))
    return parts
