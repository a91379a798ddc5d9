"""The measures as a table, one row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommune_desktop.core.measure import in_order
from kommune_desktop.export.action.context import MeasuresPlan
from kommune_desktop.export.tables.model import Cell, Column, Format, Table


def measures_table(plan: MeasuresPlan) -> Table:
    """All there is to say of each measure."""
    words = plan.words
    columns = (
        Column(words("measures.measure"), 40, is_wrapped=True),
        Column(words("measures.goal"), 48, is_wrapped=True),
        Column(words("measures.area"), 30, is_wrapped=True),
        Column(words("measures.office"), 24),
        Column(words("measures.partners"), 30, is_wrapped=True),
        Column(words("measures.start"), 12),
        Column(words("measures.due"), 12),
        Column(words("measures.status"), 12),
        Column(words("measures.reason"), 30, is_wrapped=True),
        Column(words("measures.cost_euros"), 14, Format.HUNDREDTHS),
        Column(words("measures.indicator"), 30, is_wrapped=True),
        Column(words("measures.target"), 20, is_wrapped=True),
        Column(words("measures.dots"), 8, Format.WHOLE),
        Column(words("measures.questions"), 40, is_wrapped=True),
        Column(words("measures.course"), 60, is_wrapped=True),
    )
    return Table(words("measures.measures"), columns, _rows(plan), frozen=1)


def _rows(plan: MeasuresPlan) -> Iterator[Sequence[Cell]]:
    words = plan.words
    titles = {key: title for key, title, _ in plan.areas()}
    for measure in in_order(plan.measures):
        yield (
            measure.title,
            measure.goal,
            titles.get(measure.area_id, ""),
            measure.office,
            measure.partners,
            measure.start,
            measure.due,
            words(f"measure_status.{measure.status.value}"),
            measure.dropped_because,
            measure.cost,
            measure.indicator,
            measure.target,
            measure.priority,
            ", ".join(plan.questions(measure)),
            "\n".join(f"{words.date(note.day)}: {note.words}" for note in measure.notes),
        )
