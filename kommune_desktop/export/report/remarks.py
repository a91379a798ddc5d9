"""What people wrote: which of it a report may hold, and how it stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportlab.platypus import Flowable

from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.core.report import ReportKind
from kommune_desktop.core.results import QuestionResult
from kommune_desktop.core.round import Round
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import body, bullets
from kommune_desktop.export.report.context import DocumentContext

_LINE_ENDS = re.compile(r"\s*[\r\n]\s*")
_ORDER = (RemarkKind.ANSWER, RemarkKind.COMMENT, RemarkKind.EVIDENCE)


def remarks_for(kind: ReportKind, round_: Round, remarks: Sequence[Remark]) -> Mapping[str, Sequence[Remark]]:
    """What a report of a kind may hold, by question id.

    The words to a question stand in the order of the groups and then of the alphabet: not in that of the sheets, by
    which the words of one person to several questions could be put together.
    """
    order = {group.id: place for place, group in enumerate(round_.groups)}
    by_question = defaultdict(list)
    for remark in remarks:
        if _may_be_shown(remark, kind):
            by_question[remark.question_id].append(remark)
    for found in by_question.values():
        found.sort(key=lambda remark: (order[remark.group_id], remark.words))
    return by_question


def _may_be_shown(remark: Remark, kind: ReportKind) -> bool:
    if kind is ReportKind.PUBLIC:
        return remark.is_released and remark.kind is not RemarkKind.EVIDENCE
    return kind.is_internal


def remark_lists(context: DocumentContext, result: QuestionResult) -> Iterator[Flowable]:
    """The words to a question, a list for each kind."""
    remarks = context.remarks.get(result.question.id, ())
    for kind in _ORDER:
        of_kind = [remark for remark in remarks if remark.kind is kind]
        if of_kind:
            yield body(context.words.count(f"report.remarks_{kind.value}", len(of_kind)), styles.STRONG)
            yield from bullets(_said(context, remark) for remark in of_kind)


def _said(context: DocumentContext, remark: Remark) -> str:
    text = _LINE_ENDS.sub("\n", remark.words)
    if not _may_name_group(context, remark):
        return text
    group = context.text(context.results.round.group(remark.group_id).title)
    return context.words("report.said_by", text=text, group=group)


def _may_name_group(context: DocumentContext, remark: Remark) -> bool:
    """To the public a small group would be as good as a name."""
    results = context.results
    return context.kind.is_internal or results.sheets[remark.group_id] >= results.round.min_cell
