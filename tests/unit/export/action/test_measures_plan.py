"""The measures on paper, in a table and in a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import vobject

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.core.outcome import Outcome
from kommune_desktop.core.results.trend import Change
from kommune_desktop.export.action.context import MeasuresPlan
from kommune_desktop.export.action.measures_plan import write_measures_plan
from kommune_desktop.export.calendar import write_calendar
from kommune_desktop.export.tables.measures import measures_table
from kommune_desktop.texts import LANGUAGES, texts
from tests.builders import WHOLE_MEASURE
from tests.judge import verdict
from tests.unit.export.reading import bookmarks, outside, says
from tests.unit.export.tables.material import OFFICE, records, round_with

DAY = date(2026, 11, 26)
WHOLE = replace(WHOLE_MEASURE, question_ids=("a.grad", "gone.question"))
LATER = Measure("Formulare", 8, due=date(2027, 3, 31), area_id="of another questionnaire")
UNDATED = Measure("Idee", 9)
DROPPED = Measure("Bus", 10, due=date(2025, 1, 1), status=MeasureStatus.DROPPED, dropped_because="Kein Geld.")
ALL = (LATER, UNDATED, DROPPED, WHOLE)


def plan_of(*measures: Measure, language: str = "de") -> MeasuresPlan:
    return MeasuresPlan("Lindenau", round_with(OFFICE), measures, DAY, texts(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measures", [ALL, ()])
def test_the_plan_is_accessible_and_may_be_archived(
    tmp_path: Path, language: str, measures: tuple[Measure, ...]
) -> None:
    target = tmp_path / "p.pdf"
    assert write_measures_plan(target, plan_of(*measures, language=language), lambda _: None) >= 1
    assert [verdict(target, flavour) for flavour in ("ua1", "2a")] == [[], []]
    assert outside(target) == []


def test_the_plan_says_all_there_is_to_say(tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    write_measures_plan(target, plan_of(*ALL), lambda _: None)
    assert [title for _, title in bookmarks(target)] == [
        "Maßnahmenplan",
        "Zeitplan der Maßnahmen",
        "Feld a",
        "Sprechstunde „für alle“",
        "Ohne Handlungsfeld",
        "Formulare",
        "Idee",
        "Bus",
    ]
    for words in (
        "4 Maßnahmen, davon 3 offen und 1 überfällig.",
        "Fällig: 30.09.2026, überfällig",
        "Fällig: 31.03.2027",
        "Beginn: 15.01.2026",
        "Kosten, geschätzt: 12.500,50 €",
        "Fragen: 1 Frage a.grad",
        "Stand: verworfen: Kein Geld.",
        "01.02.2026: Begonnen.",
        "Zielwert: 200 im Jahr",
    ):
        assert says(target, words), words
    assert not says(target, "gone.question")


def test_whole_euros_are_printed_without_cents(tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    write_measures_plan(target, plan_of(replace(WHOLE, cost=Decimal("48000.00"))), lambda _: None)
    assert says(target, "48.000 €")
    assert not says(target, "48.000,00")


def test_the_table_has_a_row_each_in_the_order_of_work() -> None:
    rows = records(measures_table(plan_of(*ALL)))
    assert [row["Maßnahme"] for row in rows] == ["Sprechstunde „für alle“", "Formulare", "Idee", "Bus"]
    first, second = rows[:2]
    assert (first["Fällig"], first["Kosten in Euro"], first["Punkte"]) == (date(2026, 9, 30), Decimal("12500.50"), 14)
    assert (first["Handlungsfeld"], first["Stand"], first["Fragen"]) == ("Feld a", "läuft", "1 Frage a.grad")
    assert first["Verlauf"] == "01.02.2026: Begonnen.\n02.01.2026: Beschlossen."
    assert (second["Handlungsfeld"], second["Kosten in Euro"]) == ("", None)
    assert rows[3]["Grund"] == "Kein Geld."


def events(target: Path) -> list[Any]:
    """The events as another library reads them."""
    calendar = vobject.readOne(target.read_text(encoding="utf-8"))
    return list(getattr(calendar, "vevent_list", []))


def test_the_calendar_has_a_day_for_each_open_measure_that_is_due(tmp_path: Path) -> None:
    target = tmp_path / "t.ics"
    write_calendar(target, plan_of(*ALL))
    found = {event.summary.value: event for event in events(target)}
    assert set(found) == {"Fällig: Sprechstunde „für alle“", "Fällig: Formulare"}
    event = found["Fällig: Sprechstunde „für alle“"]
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 9, 30), date(2026, 10, 1))
    assert event.description.value == "Wer neu ist,\nfindet Rat; schnell.\nZuständig: Amt 50"
    assert len({event.uid.value for event in found.values()}) == 2


def test_a_new_calendar_changes_the_events_of_the_old_one(tmp_path: Path) -> None:
    first, second, other = tmp_path / "1.ics", tmp_path / "2.ics", tmp_path / "3.ics"
    write_calendar(first, plan_of(WHOLE))
    write_calendar(second, replace(plan_of(replace(WHOLE, due=date(2027, 1, 1))), day=date(2026, 12, 1)))
    write_calendar(other, replace(plan_of(WHOLE), municipality="Musterstadt"))
    assert events(first)[0].uid.value == events(second)[0].uid.value != events(other)[0].uid.value


def test_the_same_plan_gives_the_same_files(tmp_path: Path) -> None:
    for number in (1, 2):
        write_calendar(tmp_path / f"{number}.ics", plan_of(*ALL))
        write_measures_plan(tmp_path / f"{number}.pdf", plan_of(*ALL), lambda _: None)
    for suffix in ("ics", "pdf"):
        assert (tmp_path / f"1.{suffix}").read_bytes() == (tmp_path / f"2.{suffix}").read_bytes()


@pytest.mark.parametrize(
    "words", ["=cmd|' /C calc'!A0", "a\x00b\x1bc\r\nd", "مرحبا 👍🏽", "BEGIN:VEVENT\nEND:VCALENDAR", "x" * 200]
)
def test_words_may_hold_anything(tmp_path: Path, words: str) -> None:
    measure = replace(WHOLE, title=words, goal=words, office=words, partners=words, indicator=words)
    write_calendar(tmp_path / "t.ics", plan_of(measure))
    assert len(events(tmp_path / "t.ics")) == 1
    target = tmp_path / "p.pdf"
    write_measures_plan(target, plan_of(measure), lambda _: None)
    assert [verdict(target, flavour) for flavour in ("ua1", "2a")] == [[], []]
    assert outside(target) == []


def test_five_hundred_measures_are_a_plan(tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    many = [replace(WHOLE, id=number, title=f"Maßnahme {number}") for number in range(500)]
    assert write_measures_plan(target, plan_of(*many), lambda _: None) > 100
    assert says(target, "500 Maßnahmen, davon 500 offen und 500 überfällig.")


def test_what_became_of_the_measures_before_has_a_row_each_question(tmp_path: Path) -> None:
    asked = round_with(OFFICE).questionnaire.questions
    changed = Outcome(DROPPED, ((asked[0], Change(Fraction(25), Fraction(75))), (asked[1], None)))
    unlinked = Outcome(UNDATED, ())
    plan = replace(plan_of(), before="Runde 2023", outcomes=(changed, unlinked))
    target = tmp_path / "p.pdf"
    write_measures_plan(target, plan, lambda _: None)
    assert [verdict(target, flavour) for flavour in ("ua1", "2a")] == [[], []]
    assert "Was aus den Maßnahmen von „Runde 2023“ wurde" in [title for _, title in bookmarks(target)]
    assert says(target, "Bus verworfen 1 Frage a.grad 25 75 +50")
    assert says(target, "2 Frage a.eins – – –")
    assert says(target, "Idee Idee – – – –")
