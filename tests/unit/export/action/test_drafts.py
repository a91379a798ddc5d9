"""The drafts for the council and for the strategy: what stands in them, and what must not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from kommune_desktop.core.measure import Measure
from kommune_desktop.core.workshop import Need, Workshop
from kommune_desktop.export.action.context import ActionContext
from kommune_desktop.export.action.drafts import council_paper, strategy
from kommune_desktop.export.blocks import Bullets, Chart, Document
from tests.unit.export.action.material import (
    INTERNAL,
    OF_NO_AREA,
    OLD_DONE,
    OWN,
    WITHOUT_COST,
    below,
    context_of,
    headings,
    rows_below,
    said,
    words_below,
)

Draft = Callable[[ActionContext], Document]
BOTH = pytest.mark.parametrize("draft", [council_paper, strategy])


@BOTH
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_internal_stands_in_a_draft(draft: Draft, language: str) -> None:
    found = said(draft(context_of(language=language)))
    assert [text for text in found if any(word in text for word in INTERNAL)] == []
    assert any("BEDARF Sprachkurse" in text for text in found)


@BOTH
def test_a_group_that_is_few_has_no_figure(draft: Draft) -> None:
    """The clubs chose the highest answer throughout: with them a.6 would have 33 points, and b.1 67."""
    document = draft(context_of())
    assert [text for text in said(document) if "clubs" in text] == []
    # a.1 50, a.2 75, a.3 100, a.4 25, a.5 50, a.6 0: together 300, a sixth is 50. Before, all had 25.
    (profile, *_) = [rows for rows in map(list, _rows(document)) if rows[0][0] == "Feld a"]
    assert profile == [["Feld a", "50", "auf gutem Weg", "+25"], ["Feld b", "50", "auf gutem Weg", "+25"]]


def _rows(document: Document) -> list[list[list[str]]]:
    return [[list(row) for row in block.rows] for block in document.blocks if hasattr(block, "rows")]


def test_the_paper_for_the_council_has_its_parts() -> None:
    assert headings(council_paper(context_of())) == [
        (1, "Entwurf einer Vorlage für den Rat"),
        (2, "Beschlussvorschlag"),
        (2, "Anlass"),
        (2, "Ergebnisse"),
        (3, "Stärken"),
        (3, "Handlungsbedarf"),
        (3, "Wo die Gruppen es verschieden sehen"),
        (2, "Einigungen"),
        (2, "Prioritäten"),
        (2, "Maßnahmen"),
        (2, "Finanzielle Auswirkungen"),
        (2, "Was aus den Maßnahmen von „Runde 2023“ wurde"),
    ]


def test_the_council_is_asked_to_decide_on_the_open_measures() -> None:
    assert words_below(council_paper(context_of()), "Beschlussvorschlag") == [
        "Der Rat nimmt die Ergebnisse der Selbstüberprüfung „Runde 2026“ zur Kenntnis.",
        "Der Rat stimmt dem Maßnahmenplan zu (3 Maßnahmen).",
        "Die Verwaltung berichtet dem zuständigen Ausschuss nach einem Jahr über den Stand.",
    ]


@pytest.mark.parametrize(
    ("measures", "sentences"),
    [
        ([], ["Die Kosten der Maßnahmen sind noch nicht geschätzt."]),
        ([WITHOUT_COST], ["Die Kosten der Maßnahmen sind noch nicht geschätzt."]),
        ([OWN], ["Die Kosten der offenen Maßnahmen sind, soweit geschätzt, zusammen 12.500 €."]),
        (
            [OWN, WITHOUT_COST, replace(OF_NO_AREA, cost=Decimal("99.50"))],
            [
                "Die Kosten der offenen Maßnahmen sind, soweit geschätzt, zusammen 12.599,50 €.",
                "Noch ohne Schätzung: 1 Maßnahme.",
            ],
        ),
        (
            [replace(WITHOUT_COST, cost=Decimal(0))],
            ["Die Kosten der offenen Maßnahmen sind, soweit geschätzt, zusammen 0 €."],
        ),
    ],
)
def test_costs_are_added_up_and_those_that_lack_are_counted(measures: list[Measure], sentences: list[str]) -> None:
    found = words_below(council_paper(context_of(measures=measures)), "Finanzielle Auswirkungen")
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in found] == sentences


def test_what_became_of_the_measures_before_stands_beside_the_points_then_and_now() -> None:
    rows = rows_below(council_paper(context_of()), "Was aus den Maßnahmen von „Runde 2023“ wurde")
    assert rows == [
        ["Buslinie", "verworfen", "–", "–", "–", "–"],
        ["Leitbild", "erledigt", "1 Frage a.1", "25", "50", "+25"],
    ]


@BOTH
def test_a_first_round_without_workshop_and_measures_is_a_draft(draft: Draft) -> None:
    document = draft(context_of(Workshop(), (), first_round=True))
    titles = [title for _, title in headings(document)]
    for missing in ("Einigungen", "Prioritäten", "Zeitplan der Maßnahmen", "Die Handlungsfelder über die Runden"):
        assert missing not in titles
    assert not any("Runde 2023" in text for text in said(document))


def test_the_strategy_goes_through_the_fields_of_action() -> None:
    assert headings(strategy(context_of())) == [
        (1, "Entwurf zur Fortschreibung der Integrationsstrategie"),
        (2, "Profil der Handlungsfelder"),
        (2, "Die Handlungsfelder über die Runden"),
        (2, "Feld a"),
        (3, "Sprechstunde"),
        (2, "Feld b"),
        (3, "Formulare"),
        (2, "Ohne Handlungsfeld"),
        (3, "Internetseite"),
        (2, "Zeitplan der Maßnahmen"),
    ]


def test_a_field_of_action_says_where_it_stands_what_it_needs_and_what_is_done() -> None:
    found = words_below(strategy(context_of()), "Feld a")
    assert found[0] == "Ausgangslage"
    # Of two with 50 points the first one leads: a.1; the lowest come first among the needs.
    strengths, needs = found.index("Stärken"), found.index("Handlungsbedarf")
    assert found[strengths + 1 : needs] == [
        "Frage a.3: 100 Punkte (+75)",
        "Frage a.2: 75 Punkte (+50)",
        "Frage a.1: 50 Punkte (+25)",
    ]
    assert found[needs + 1 : needs + 4] == [
        "Frage a.6: 0 Punkte (\N{MINUS SIGN}25)",
        "Frage a.4: 25 Punkte (±0)",
        "Frage a.5: 50 Punkte (+25)",
    ]
    assert found[needs + 4 :] == [
        "Bedarfe aus dem Workshop",
        "BEDARF Sprachkurse",
        "Ziel: Rat finden",
        "Zuständig: Amt 50",
        "Beteiligte: Caritas",
        "Fällig: 30.09.2026, überfällig",
        "Stand: läuft",
        "Kennzahl: Beratungen",
        "Zielwert: 200",
    ]


def test_needs_and_measures_of_no_field_of_action_are_not_lost() -> None:
    elsewhere = replace(OWN, area_id="of another questionnaire")
    document = strategy(context_of(measures=[elsewhere]))
    assert words_below(document, "Ohne Handlungsfeld")[:2] == ["Bedarfe aus dem Workshop", "BEDARF Treffpunkt"]
    assert (3, "Sprechstunde") in headings(document)
    assert "Für dieses Handlungsfeld ist noch keine Maßnahme vereinbart." in words_below(document, "Feld a")


def test_where_all_belongs_to_a_field_of_action_there_is_no_other_chapter() -> None:
    workshop = Workshop(needs=(Need(1, "Bus", "b.1"),))
    titles = [title for _, title in headings(strategy(context_of(workshop, [OWN])))]
    assert "Ohne Handlungsfeld" not in titles


def test_the_schedule_has_those_that_have_a_day() -> None:
    document = strategy(context_of())
    rows = rows_below(document, "Zeitplan der Maßnahmen")
    assert [row[0] for row in rows] == ["Sprechstunde", "Formulare"]
    (chart,) = [block for block in below(document, "Zeitplan der Maßnahmen") if isinstance(block, Chart)]
    assert "Sprechstunde" in chart.chart.alternative_text


def test_measures_that_are_over_stay_out_of_the_decision() -> None:
    done = replace(OLD_DONE, round_id=2)
    document = council_paper(context_of(measures=[done]))
    assert "Der Rat stimmt dem Maßnahmenplan zu (0 Maßnahmen)." in words_below(document, "Beschlussvorschlag")
    assert words_below(document, "Maßnahmen") == ["Noch sind keine Maßnahmen vereinbart."]


def test_a_list_never_stands_empty() -> None:
    for draft in (council_paper, strategy):
        blocks = draft(context_of(Workshop(), (), first_round=True)).blocks
        assert all(block.texts for block in blocks if isinstance(block, Bullets))
