"""Handouts for the working groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kommune_desktop.core.consensus import ConsensusState
from kommune_desktop.core.workshop import AgendaItem, Workshop
from kommune_desktop.errors import UserError
from kommune_desktop.export.action.handouts import handouts
from kommune_desktop.export.blocks import Chart, Heading, Lines, NewPage
from tests.unit.export.action.material import (
    FULL,
    INTERNAL,
    NOW,
    below,
    context_of,
    headings,
    rows_below,
    said,
    words_below,
)

CHARTS = ("Punkte je Gruppe", "Verteilung der Antworten")


def test_each_working_group_has_its_questions_in_the_order_of_the_day() -> None:
    assert headings(handouts(context_of())) == [
        (1, "Arbeitsgruppe Feld a"),
        (2, "1 Frage a.1"),
        (2, "7 Frage a.wort"),
        (2, "2 Frage a.2"),
        (1, "Arbeitsgruppe Feld b"),
        (2, "8 Frage b.1"),
        (1, "Zahlen zu den Diagrammen"),
        *((2, f"Frage {key}: {what}") for key in ("a.1", "a.2", "b.1") for what in CHARTS),
    ]


def test_each_question_begins_a_page_but_the_first_of_its_group() -> None:
    kinds = [type(block) for block in handouts(context_of()).blocks if isinstance(block, Heading | NewPage)]
    group = [Heading, Heading]
    tables = [Heading] * (1 + 3 * len(CHARTS))
    assert kinds == [*group, NewPage, Heading, NewPage, Heading, NewPage, *group, NewPage, *tables]


def test_a_single_working_group_has_a_paper_of_its_own() -> None:
    document = handouts(context_of(), "b")
    assert document.title == "Arbeitsblatt für den Workshop: Feld b"
    assert headings(document)[:2] == [(1, "Arbeitsgruppe Feld b"), (2, "8 Frage b.1")]
    assert [title for level, title in headings(document)[2:] if level > 1] == [f"Frage b.1: {what}" for what in CHARTS]
    assert handouts(context_of()).title == "Arbeitsblatt für den Workshop: Runde 2026"


def test_a_working_group_reads_how_much_there_is_and_how_long_it_takes() -> None:
    (lead,) = [text for text in said(handouts(context_of(), "a")) if text.startswith("3 Fragen")]
    assert lead.startswith("3 Fragen, zusammen 30 Minuten.")  # 15 + 10 + 5
    assert words_below(handouts(context_of()), "1 Frage a.1")[:2] == ["Wie steht es um a.1?", "Vorgesehen: 15 Minuten"]


def test_the_answers_to_choose_from_are_those_of_the_question_and_none() -> None:
    assert words_below(handouts(context_of()), "1 Frage a.1")[2:] == [
        "Worauf einigen Sie sich? Kreisen Sie eine Antwort ein.",
        *(f"Stufe {value}" for value in range(5)),
        "keine Einigung",
    ]
    assert words_below(handouts(context_of()), "7 Frage a.wort")[2:] == []


def test_there_is_room_to_write_for_all_that_is_recorded() -> None:
    found = [block for block in below(handouts(context_of()), "8 Frage b.1") if isinstance(block, Lines)]
    assert [block.name for block in found] == ["Begründung", "Abweichende Sicht", "Bedarfe", "Ideen"]
    assert all(block.count for block in found)


def test_pictures_show_what_the_survey_says_and_hide_who_is_few() -> None:
    dots, answers = [block.chart for block in below(handouts(context_of()), "1 Frage a.1") if isinstance(block, Chart)]
    assert ("Gruppe clubs", "verdeckt") in dots.table.rows
    assert answers.alternative_text.startswith("Verteilung der Antworten zu „Frage a.1“")
    assert not any(isinstance(block, Chart) for block in below(handouts(context_of()), "7 Frage a.wort"))


def test_a_question_that_nobody_has_answered_has_no_pictures() -> None:
    document = handouts(context_of(chosen={"b.1": NOW["b.1"]}), "a")
    assert not any(isinstance(block, Chart) for block in document.blocks)
    assert "Begründung" in said(document)


def test_nothing_of_an_earlier_record_is_on_a_handout() -> None:
    found = said(handouts(context_of()))
    assert [text for text in found if any(word in text for word in (*INTERNAL, "BEDARF"))] == []


def test_a_question_that_the_round_does_not_ask_is_left_out() -> None:
    agenda = (AgendaItem("a.1"), AgendaItem("a.2"))
    context = context_of(Workshop(agenda=agenda))
    first, *others = context.results.areas
    short = replace(first, questions=tuple(one for one in first.questions if one.question.id != "a.1"))
    asked = replace(context, results=replace(context.results, areas=(short, *others)))
    document = handouts(asked)
    assert headings(document)[:2] == [(1, "Arbeitsgruppe Feld a"), (2, "2 Frage a.2")]
    assert [title for level, title in headings(document)[2:] if level > 1] == [f"Frage a.2: {what}" for what in CHARTS]
    assert len([block for block in document.blocks if isinstance(block, NewPage)]) == 1  # in front of the tables


def test_without_an_agenda_there_is_no_handout() -> None:
    with pytest.raises(UserError, match=r"workshop\.no_agenda"):
        handouts(context_of(Workshop()))


def test_a_working_group_that_is_not_there_is_said_with_those_that_are() -> None:
    with pytest.raises(UserError, match=r"workshop\.no_working_group") as raised:
        handouts(context_of(), "z")
    assert raised.value.params == {"area": "z", "known": "a, b"}


def test_the_consensus_of_the_workshop_does_not_lead_the_pen() -> None:
    assert any(item.consensus.state is ConsensusState.REACHED for item in FULL.agenda)
    assert [text for text in said(handouts(context_of())) if "Einigung im Workshop" in text] == []


def test_the_numbers_of_each_chart_stand_in_tables_at_the_end() -> None:
    document = handouts(context_of(), "b")
    # b.1: 3 of 4 of the office are 75 points, 1 of 4 of each of the council 25; the clubs are too few.
    assert rows_below(document, "Frage b.1: Punkte je Gruppe") == [
        ["Gesamt", "50"],
        ["Amt office", "75"],
        ["Gruppe council", "25"],
        ["Gruppe clubs", "verdeckt"],
    ]
    counts = dict(rows_below(document, "Frage b.1: Verteilung der Antworten"))
    assert (counts["Stufe 3"], counts["Stufe 0"], counts["Punkte"]) == ("1", "0", "50")
