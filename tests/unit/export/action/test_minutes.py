"""The minutes of the workshop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.workshop import AgendaItem, Need, Voting, Workshop
from kommune_desktop.export.action.minutes import minutes
from kommune_desktop.export.blocks import Chart
from kommune_desktop.export.charts import Chart as Drawn
from tests.unit.export.action.material import (
    FULL,
    MEASURES,
    OLD_DONE,
    below,
    context_of,
    headings,
    rows_below,
    said,
    words_below,
)


def test_the_minutes_follow_the_day() -> None:
    assert headings(minutes(context_of())) == [
        (1, "Protokoll des Workshops"),
        (2, "Teilnahme"),
        (2, "Tagesordnung"),
        (2, "Was besprochen wurde"),
        (3, "1 Frage a.1"),
        (3, "7 Frage a.wort"),
        (3, "8 Frage b.1"),
        (3, "2 Frage a.2"),
        (2, "Einigungen"),
        (2, "Prioritäten"),
        (2, "Vereinbarte Maßnahmen"),
        (2, "Zahlen zu den Diagrammen"),
        *((3, f"Frage {key}: Punkte je Gruppe") for key in ("a.1", "b.1", "a.2")),
    ]


def test_the_minutes_say_when_where_and_how_many() -> None:
    document = minutes(context_of())
    assert document.title == "Protokoll des Workshops: Lindenau, Runde 2026"
    assert "Lindenau · Runde 2026 · 20.11.2026 · Rathaus" in said(document)
    assert words_below(document, "Teilnahme") == [
        "Teilnehmende am Workshop: 15 Personen",
        "Amt office: 3",
        "Gruppe council: 12",
        "NAMEN: Ada und Cem",
    ]
    assert rows_below(document, "Tagesordnung") == [
        ["1 Frage a.1", "Feld a", "15"],
        ["7 Frage a.wort", "Feld a", "10"],
        ["8 Frage b.1", "Feld b", "20"],
        ["2 Frage a.2", "Feld a", "5"],
    ]


def test_a_question_has_its_consensus_its_reason_who_sees_it_otherwise_its_needs_and_ideas() -> None:
    # Office 100, council 0: 50 points. Step 3 of 0 to 4 is 75 points.
    assert words_below(minutes(context_of()), "1 Frage a.1") == [
        "Wie steht es um a.1?",
        "Einigung im Workshop: Stufe 3 (75 Punkte).",
        "GRUND der Einigung",
        "Abweichende Sicht",
        "Gruppe council: SICHT des Rats",
        "Gruppe clubs",
        "Bedarfe",
        "BEDARF Sprachkurse",
        "Ideen",
        "IDEE eins",
        "IDEE zwei",
    ]


@pytest.mark.parametrize(
    ("heading", "ending"),
    [
        ("7 Frage a.wort", "Im Workshop gab es eine Einigung."),
        ("8 Frage b.1", "Im Workshop gab es keine Einigung."),
        ("2 Frage a.2", "Hier ist noch keine Einigung festgehalten."),
    ],
)
def test_each_way_to_end_is_said(heading: str, ending: str) -> None:
    assert words_below(minutes(context_of()), heading)[1] == ending


def charts_below(heading: str) -> list[Drawn]:
    return [block.chart for block in below(minutes(context_of()), heading) if isinstance(block, Chart)]


def test_a_question_with_points_has_a_picture_that_hides_who_is_few() -> None:
    (chart,) = charts_below("1 Frage a.1")
    assert "Verdeckt: Gruppe clubs." in chart.alternative_text
    assert ("Gruppe clubs", "verdeckt") in chart.table.rows
    assert charts_below("7 Frage a.wort") == []


def test_consensus_stands_beside_the_survey() -> None:
    # b.1: office 75, council 25.
    assert rows_below(minutes(context_of()), "Einigungen") == [
        ["1 Frage a.1", "50", "75", "Stufe 3"],
        ["7 Frage a.wort", "–", "–", "Einigung"],
        ["8 Frage b.1", "50", "–", "keine Einigung"],
    ]


def test_what_got_most_comes_first_and_equals_share_a_place() -> None:
    document = minutes(context_of())
    assert rows_below(document, "Prioritäten") == [
        ["1", "1 Frage a.1", "Frage", "12"],
        ["1", "BEDARF Bus", "Bedarf", "12"],
        ["3", "BEDARF Sprachkurse", "Bedarf", "7"],
    ]
    assert words_below(document, "Prioritäten") == [
        "Jede Person hatte 5 Punkte zu kleben.",
        "Weitere Bedarfe",
        "BEDARF Treffpunkt",
    ]


def test_a_show_of_hands_is_said() -> None:
    document = minutes(context_of(replace(FULL, voting=Voting.HANDS)))
    assert words_below(document, "Prioritäten")[0].startswith("Gezählt wurde durch Handzeichen;")
    assert "Stimmen" in said(document)
    assert not any("Klebepunkte" in text for text in said(document))


def test_measures_of_other_rounds_were_not_agreed_on_here() -> None:
    rows = rows_below(minutes(context_of()), "Vereinbarte Maßnahmen")
    assert [row[0] for row in rows] == ["Sprechstunde", "Formulare", "Internetseite"]
    assert "Vereinbarte Maßnahmen" not in said(minutes(context_of(measures=[OLD_DONE])))


def test_notes_of_the_moderation_stay_in_the_program() -> None:
    assert [text for text in said(minutes(context_of())) if "NOTIZ" in text] == []


def test_a_workshop_that_has_not_been_says_so() -> None:
    document = minutes(context_of(Workshop(), ()))
    assert [text for _, text in headings(document)] == [
        "Protokoll des Workshops",
        "Teilnahme",
        "Tagesordnung",
        "Einigungen",
        "Prioritäten",
    ]
    assert said(document)[1] == "Lindenau · Runde 2026"
    for heading, words in (
        ("Teilnahme", "Die Zahl der Teilnehmenden ist nicht erfasst."),
        ("Tagesordnung", "Noch steht keine Frage auf der Tagesordnung."),
        ("Einigungen", "Noch ist keine Einigung festgehalten."),
        ("Prioritäten", "Noch sind keine Prioritäten gesetzt."),
    ):
        assert words_below(document, heading) == [words]


def test_needs_are_written_down_though_nobody_gave_dots() -> None:
    needs = (Need(1, "Sprachkurse", "a.1"), Need(2, "Treffpunkt"))
    document = minutes(context_of(Workshop(needs=needs)))
    assert words_below(document, "Prioritäten") == [
        "Noch sind keine Prioritäten gesetzt.",
        "Bedarfe",
        "Sprachkurse",
        "Treffpunkt",
    ]


@pytest.mark.parametrize("names", ["", "  \n"])
def test_without_names_and_needs_nothing_is_said_of_them(names: str) -> None:
    item = AgendaItem("a.1", consensus=Consensus(ConsensusState.REACHED, 0, "  "), ideas=" \n ")
    document = minutes(context_of(Workshop(participants={"office": 1}, names=names, agenda=(item,)), MEASURES))
    assert words_below(document, "Teilnahme") == ["Teilnehmende am Workshop: 1 Person", "Amt office: 1"]
    assert words_below(document, "1 Frage a.1") == [
        "Wie steht es um a.1?",
        "Einigung im Workshop: Stufe 0 (0 Punkte).",
    ]


def test_dissent_stands_also_where_there_was_no_agreement() -> None:
    agreed = Consensus(ConsensusState.NOT_REACHED, dissents=(Dissent("office", "Zu früh."),))
    document = minutes(context_of(Workshop(agenda=(AgendaItem("b.1", consensus=agreed),))))
    assert words_below(document, "8 Frage b.1")[-2:] == ["Abweichende Sicht", "Amt office: Zu früh."]
