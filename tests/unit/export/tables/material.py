"""Small exports: a round and its sheets, counted by the tests' own builders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from kommune_desktop.core.answer import Answer, Answers, State, Value
from kommune_desktop.core.questionnaire import Condition, Kind, NumberRange
from kommune_desktop.core.results import compute_results
from kommune_desktop.core.round import Round
from kommune_desktop.export.tables.material import ExportMaterial, counted_sheet
from kommune_desktop.export.tables.model import Table
from kommune_desktop.texts import texts
from tests.builders import area, individual, joint, question, questionnaire, round_of, tally_of_sheets

DAY = date(2026, 11, 24)
OFFICE, COUNCIL, CLUBS = joint("office"), individual("council"), individual("clubs")
ALL_KINDS = questionnaire(
    area(
        "a",
        question("a.grad"),
        question("a.eins", Kind.SINGLE, steps=3),
        question("a.mehr", Kind.MULTI, steps=4, relevant_if=Condition("a.grad", at_least=2)),
        question("a.zahl", Kind.NUMBER, number=NumberRange(Fraction(-100), Fraction(1000), 1, None)),
        question("a.text", Kind.TEXT),
    )
)
Given = tuple[str, Answers]


def given(value: Value, comment: str = "", evidence: str = "") -> Answer:
    """An answer with a value."""
    return Answer(State.GIVEN, value, comment, evidence)


FULL: Answers = {
    "a.grad": given(3, "Ja.", "Beschluss 1"),
    "a.eins": given(1),
    "a.mehr": given(frozenset({3, 1})),
    "a.zahl": given(Decimal("12.5")),
    "a.text": given("Mehr Treffpunkte."),
}
OTHER: Answers = {
    "a.grad": given(1),
    "a.eins": Answer(State.DONT_KNOW),
    # The condition does not hold: what was said before it changed does not count.
    "a.mehr": given(frozenset({0})),
    "a.zahl": Answer(State.ILLEGIBLE),
    "a.text": Answer(State.BLANK, None, "Kein Platz."),
}


def round_with(*groups: Any) -> Round:
    """A round over a question of every kind."""
    return round_of(ALL_KINDS, *groups)


def material_of(round_: Round, sheets: Sequence[Given], language: str = "de") -> ExportMaterial:
    """What an export of these sheets draws from; they are numbered from 1."""
    results = compute_results(round_, tally_of_sheets(round_, sheets))
    counted = tuple(
        counted_sheet(round_, str(number), group_id, answers)
        for number, (group_id, answers) in enumerate(sheets, start=1)
    )
    return ExportMaterial("Lindenau", results, None, counted, texts(language), DAY)


def heads(table: Table) -> list[str]:
    """The titles of a table's columns."""
    return [column.title for column in table.columns]


def records(table: Table) -> list[dict[str, Any]]:
    """The rows of a table by the titles of its columns; every row has a cell for each of them."""
    return [dict(zip(heads(table), row, strict=True)) for row in table.rows]


def sheets_of(path: Path) -> dict[str, list[list[Any]]]:
    """The cells of a workbook by the names of its sheets, as another program reads them."""
    workbook = CalamineWorkbook.from_path(str(path))
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}
