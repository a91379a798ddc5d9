"""Who answered a question how: a row for each choice and each state, a column for each group."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import Cell, Figures, Hidden, QuestionResult
from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.flowables import body
from kommune_desktop.export.pdf.table import Column, table
from kommune_desktop.export.report.cells import blocks
from kommune_desktop.export.report.context import DocumentContext
from kommune_desktop.texts import Texts

_LABEL_WIDTH, _NUMBER_WIDTH = 52 * mm, 17.4 * mm
_UNSCORED = tuple(state for state in State if state is not State.GIVEN)
_Row = tuple[str, Callable[[Figures], str]]


def distribution(context: DocumentContext, result: QuestionResult) -> Iterator[Flowable]:
    """The table, in blocks where there are many groups, and why values are hidden."""
    words = context.words
    rows = list(_rows(context, result))
    asked = [group for group in context.results.round.groups if group.id in result.groups]
    for place, groups in enumerate(blocks(asked)):
        columns = [Column(words("report.column_answer"), _LABEL_WIDTH)]
        cells: list[Cell] = []
        if place == 0:
            columns.append(Column(words("word.total"), _NUMBER_WIDTH, numeric=True))
            cells.append(result.total)
        for group in groups:
            columns.append(Column(words.hyphenated(context.text(group.title)), _NUMBER_WIDTH, numeric=True))
            cells.append(result.groups[group.id])
        yield table(columns, [[title, *(_shown(context, cell, say) for cell in cells)] for title, say in rows])
    yield from _hidden(context, result)


def _rows(context: DocumentContext, result: QuestionResult) -> Iterator[_Row]:
    """Title of each row and what it says of a cell."""
    words, question = context.words, result.question
    for choice in question.choices:
        yield context.text(choice.text), partial(_chosen, words, choice.value)
    if question.kind in (Kind.TEXT, Kind.NUMBER, Kind.MULTI):
        yield words("report.row_given"), partial(_in_state, words, State.GIVEN)
    for state in _UNSCORED:
        yield words(f"state.{state.value}"), partial(_in_state, words, state)
    cells = [result.total, *(cell for cell in result.groups.values() if isinstance(cell, Figures))]
    if any(_missing(cell) for cell in cells):
        yield words("report.row_missing"), lambda cell: words.number(_missing(cell))
    yield words("report.row_sheets"), lambda cell: words.number(cell.shown)
    if question.kind is Kind.SCALE:
        yield words("word.score"), lambda cell: words.points(cell.score)
        yield words("word.agreement"), lambda cell: words.coefficient(cell.agreement)
    if question.kind is Kind.NUMBER:
        yield words("report.row_mean"), partial(_mean, words)
    yield words("word.coverage"), lambda cell: words.percent(cell.coverage)


def _chosen(words: Texts, value: int, cell: Figures) -> str:
    return words.number(cell.values.get(value, 0))


def _in_state(words: Texts, state: State, cell: Figures) -> str:
    return words.number(cell.states.get(state, 0))


def _mean(words: Texts, cell: Figures) -> str:
    return "–" if cell.mean_number is None else words.number(cell.mean_number, 1)


def _missing(cell: Figures) -> int:
    """Sheets with nothing entered yet."""
    return cell.shown - sum(cell.states.values())


def _shown(context: DocumentContext, cell: Cell, say: Callable[[Figures], str]) -> str:
    return context.words("report.hidden_cell") if isinstance(cell, Hidden) else say(cell)


def _hidden(context: DocumentContext, result: QuestionResult) -> Iterator[Flowable]:
    words, round_ = context.words, context.results.round
    if not result.hidden_groups:
        return
    said = []
    for group_id, cell in result.groups.items():
        if isinstance(cell, Hidden):
            group = context.text(round_.group(group_id).title)
            said.append(words(f"report.hidden_in_{cell.reason.value}", group=group, k=round_.min_cell))
    key = "report.total_with_pool" if result.pooled_groups else "report.total_without_hidden"
    yield body(" ".join([*said, words(key)]), styles.NOTE)
