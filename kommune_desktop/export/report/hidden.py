"""Which values are hidden, and why."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.results import Hidden, HiddenReason
from kommune_desktop.core.round import Group
from kommune_desktop.export.pdf.flowables import body, heading
from kommune_desktop.export.pdf.table import Column, table
from kommune_desktop.export.report.context import DocumentContext

_GROUP_WIDTH, _REASON_WIDTH = 42 * mm, 66 * mm


def hidden(context: DocumentContext) -> list[Flowable]:
    """A row for each group and reason, with the numbers of the questions."""
    words = context.words
    rows = [row for group in context.results.round.groups for row in _rows(context, group)]
    lead = "report.hidden_list_lead" if rows else "report.nothing_hidden"
    parts: list[Flowable] = [heading(1, words("report.hidden_list")), body(words(lead))]
    if rows:
        columns = [
            Column(words("report.column_group"), _GROUP_WIDTH),
            Column(words("report.column_reason"), _REASON_WIDTH),
            Column(words("report.column_questions")),
        ]
        parts.append(table(columns, rows))
    return parts


def _rows(context: DocumentContext, group: Group) -> Iterator[list[str]]:
    words = context.words
    for reason in HiddenReason:
        numbers = [
            result.number for result in context.results.questions if result.groups.get(group.id) == Hidden(reason)
        ]
        if numbers:
            why = words(f"report.hidden_{reason.value}", k=context.results.round.min_cell)
            count = words.count("count.questions", len(numbers))
            yield [context.text(group.title), why, f"{count}: {spans(numbers)}"]


def spans(numbers: list[int]) -> str:
    """Ascending numbers in few words: ``1–3, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
