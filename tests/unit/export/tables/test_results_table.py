"""The figures as a table: worked out by hand, and without a trace of what is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import Hidden, compare
from kommune_desktop.export.tables.codebook import codebook_table
from kommune_desktop.export.tables.material import ExportMaterial
from kommune_desktop.export.tables.results import results_table
from kommune_desktop.export.tables.xlsx import Workbook, write_workbook
from kommune_desktop.texts import texts
from tests.builders import individual, joint, question, round_of
from tests.unit.core.results.drawn import PROPERTY, DrawnRound, drawn_rounds
from tests.unit.export.tables.material import DAY, heads, material_of, records, sheets_of
from tests.unit.export.tables.material import given as answer

OFFICE, COUNCIL, CLUBS = joint("office"), individual("council"), individual("clubs")
QUESTION = 2
"""Place of the first question's row, below the whole and its area."""


def material(values: Mapping[str, list[int]], language: str = "de") -> ExportMaterial:
    """One scale question, answered by groups."""
    round_ = round_of(question(), *(group for group in (OFFICE, COUNCIL, CLUBS) if group.id in values))
    sheets = [(group_id, {"q": answer(value)}) for group_id, chosen in values.items() for value in chosen]
    return material_of(round_, sheets, language)


def test_a_question_has_its_figures() -> None:
    rows = records(results_table(material({"office": [4], "council": [1, 1, 2, 2, 2]})))
    row = rows[QUESTION]
    # Office 100, council (25 + 25 + 50 + 50 + 50) / 5 = 40, each group the same: 70. Six answers on six sheets.
    assert (row["Ebene"], row["Nr."], row["Kennung"]) == ("Frage", 1, "q")
    assert (row["Punkte"], row["Stufe"], row["Abdeckung"]) == (70.0, "auf gutem Weg", 1.0)
    assert (row["Amt office"], row["Gruppe council"]) == (100.0, 40.0)
    assert (row["Abstand"], row["Höchste Gruppe"], row["Niedrigste Gruppe"]) == (60.0, "Amt office", "Gruppe council")
    assert (row["Gefragt"], row["beantwortet"], row["weiß nicht"], row["Verdeckt"]) == (6, 6, 0, "")
    assert [row["Punkte"] for row in rows] == [70.0, 70.0, 70.0]


def test_figures_have_six_decimals_as_the_json_has() -> None:
    row = records(results_table(material({"office": [1], "council": [0, 0, 0, 0, 1, 1]})))[QUESTION]
    # (25 + 50 / 6) / 2 = 16.666…
    assert row["Punkte"] == 16.666667


def test_a_hidden_cell_is_named_with_its_reason() -> None:
    rows = records(results_table(material({"office": [4], "council": [1, 1, 2]})))
    area, row = rows[1], rows[QUESTION]
    for hidden in (area, row):
        assert hidden["Gruppe council"] == "verdeckt"
        assert hidden["Verdeckt"] == "Gruppe council: weniger als 5 Bögen"
    assert (row["Punkte"], row["Gefragt"], row["Abstand"]) == (100.0, 1, None)


def test_hidden_groups_that_the_total_includes_are_counted() -> None:
    row = records(results_table(material({"council": [1, 1, 2], "clubs": [4, 4, 4]})))[QUESTION]
    assert row["Verdeckte Gruppen in der Gesamtzahl"] == 2
    assert (row["Gruppe council"], row["Gruppe clubs"], row["Gefragt"]) == ("verdeckt", "verdeckt", 6)


def test_all_groups_hidden_leave_no_figure() -> None:
    rows = records(results_table(material({"council": [1, 1, 2]})))
    figures = ("Punkte", "Abdeckung", "Übereinstimmung", "Abstand", "Mittelwert")
    assert {row[name] for row in rows for name in figures} == {None}
    assert rows[QUESTION]["Gefragt"] == 0


def test_changes_stand_beside_the_figures() -> None:
    now, before = material({"office": [4]}), material({"office": [3]})
    trend = compare(now.results, before.results)
    changed = ExportMaterial("Lindenau", now.results, trend, (), texts("de"), DAY)
    assert [row["Veränderung"] for row in records(results_table(changed))] == [25.0, 25.0, 25.0]


def agreed(consensus: Consensus, kind: Kind = Kind.SCALE, language: str = "de") -> ExportMaterial:
    """One question that the office answered with 4, and what the workshop came to."""
    made = material_of(round_of(question(kind=kind), OFFICE), [("office", {"q": answer(4)})], language)
    (first,) = made.results.areas
    settled = replace(first, questions=(replace(first.questions[0], consensus=consensus),))
    return replace(made, results=replace(made.results, areas=(settled,)))


@pytest.mark.parametrize(
    ("consensus", "kind", "said", "points"),
    [
        (Consensus(), Kind.SCALE, None, None),
        (Consensus(ConsensusState.REACHED, 1), Kind.SCALE, "Stufe 1", 25.0),
        (Consensus(ConsensusState.REACHED, 0), Kind.SCALE, "Stufe 0", 0.0),
        (Consensus(ConsensusState.REACHED, 1), Kind.SINGLE, "Stufe 1", None),
        (Consensus(ConsensusState.REACHED), Kind.SCALE, "Einigung", None),
        (Consensus(ConsensusState.NOT_REACHED), Kind.SCALE, "keine Einigung", None),
    ],
)
def test_consensus_has_columns_of_its_own(
    consensus: Consensus, kind: Kind, said: str | None, points: float | None
) -> None:
    rows = records(results_table(agreed(consensus, kind)))
    assert (rows[QUESTION]["Einigung"], rows[QUESTION]["Einigung, Punkte"]) == (said, points)
    assert [(row["Einigung"], row["Einigung, Punkte"]) for row in rows[:QUESTION]] == [(None, None)] * 2
    others = [{k: v for k, v in row.items() if not k.startswith("Einigung")} for row in rows]
    plain = [
        {k: v for k, v in row.items() if not k.startswith("Einigung")}
        for row in records(results_table(agreed(Consensus(), kind)))
    ]
    assert others == plain


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_workbook_holds_the_consensus_as_a_number_without_its_reason(tmp_path: Path, language: str) -> None:
    consensus = Consensus(ConsensusState.REACHED, 1, "GRUND", (Dissent("office", "SICHT"),))
    made, target = agreed(consensus, language=language), tmp_path / "w.xlsx"
    table = results_table(made)
    write_workbook(target, Workbook("Ergebnisse", "Lindenau", language, DAY), [table], lambda _: None)
    head, *rows = sheets_of(target)[table.title]
    assert rows[QUESTION][head.index(made.words("consensus.points"))] == 25
    assert rows[QUESTION][head.index(made.words("consensus.title"))] == {"de": "Stufe 1", "en": "step 1"}[language]
    assert not any(cell in ("GRUND", "SICHT") for row in rows for cell in row)


@pytest.mark.parametrize("language", ["de", "en"])
def test_forty_groups_have_a_column_each(language: str) -> None:
    groups = [individual(f"g{number}") for number in range(40)]
    empty = material_of(round_of(question(), *groups), [], language)
    table = results_table(empty)
    assert [head for head in heads(table) if head.startswith(("Gruppe g", "Group g"))] == [
        group.title.in_language(language) for group in groups
    ]
    assert list(records(table)[QUESTION].values()).count(texts(language)("word.hidden")) == 40


@PROPERTY
@given(drawn_rounds())
def test_no_table_that_is_public_tells_hidden_cells_apart(drawn: DrawnRound) -> None:
    """What a cell holds that is hidden and in no total must not change a cell of the tables."""
    results = drawn.results()
    alone = {
        (result.question.id, group_id)
        for result in results.questions
        for group_id, cell in result.groups.items()
        if isinstance(cell, Hidden) and not result.pooled_groups
    }
    emptied = drawn.changed({key: [None] * len(drawn.entries[key]) for key in alone if key in drawn.entries})
    if _shape(emptied) == _shape(drawn):
        assert _cells(drawn) == _cells(emptied)


def _shape(drawn: DrawnRound) -> list[Any]:
    results = drawn.results()
    return [(result.pooled_groups, result.total.shown, result.hidden_groups) for result in results.questions]


def _cells(drawn: DrawnRound) -> list[Any]:
    material = ExportMaterial("Lindenau", drawn.results(), None, (), texts("de"), DAY)
    reasons = ("Verdeckt",)
    rows = [*records(results_table(material)), *records(codebook_table(material))]
    return [[cell for name, cell in row.items() if name not in reasons] for row in rows]
