"""The list of what is missing and what differs, read from its PDF; its figures are worked out by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.batch import Batch, BatchSheets
from kommune_desktop.core.numbering import SheetNumber
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.round import STANDARD_GROUPS, Round
from kommune_desktop.core.sheet import Sheet, SheetState, count_returns
from kommune_desktop.core.verification import Difference, ErrorRate, Reliability, Resolution
from kommune_desktop.errors import UserError
from kommune_desktop.export.keying_list import KeyingReview, write_keying_list
from kommune_desktop.texts import texts
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped
from tests.builders import CREATED
from tests.unit.export.forms.material import shipped_form
from tests.unit.export.reading import base_fonts, bookmarks, metadata, outside, pages, says, squeezed

QUESTIONNAIRE = shipped(DEFAULT_QUESTIONNAIRE)[0]
ROUND = Round(1, "Runde 2026", QUESTIONNAIRE, STANDARD_GROUPS, CREATED, code="26")
SCALES = [
    question for question in QUESTIONNAIRE.questions if question.kind is Kind.SCALE and len(question.choices) == 5
]
DAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
UNCHECKED = Reliability(ErrorRate(0, 0, 0, 0), [], [], [])
KEYED, RETURNED, VERIFIED = SheetState.KEYED, SheetState.RETURNED, SheetState.VERIFIED


def sheet(serial: int, *stations: SheetState, **fields: Any) -> Sheet:
    """A paper sheet of the civil society that was handed out and has reached these stations."""
    number = str(SheetNumber("26", "ZG", serial))
    dates = dict.fromkeys((SheetState.ISSUED, *stations), NOON)
    return Sheet(serial, 1, "civil_society", number, CREATED, dates=dates, **fields)


def given(value: int, comment: str = "") -> Answer:
    return Answer(State.GIVEN, value, comment)


def batch(number: int, *sheets: Sheet, expected: int = 0) -> BatchSheets:
    return BatchSheets(Batch(number, 1, number, expected, NOON), sheets)


@dataclass
class Review:
    """What a list is made of; nothing, where nothing is said."""

    batches: Sequence[BatchSheets] = ()
    sheets: Sequence[Sheet] = ()
    unlaid: Sequence[Sheet] = ()
    gaps: dict[int, int] = field(default_factory=dict)
    contradictions: Sequence[tuple[Sheet, Sequence[Question]]] = ()
    differences: Sequence[Difference] = ()
    reliability: Reliability = UNCHECKED

    def written(self, target: Path, language: str = "de") -> Path:
        """The list as a file."""
        review = KeyingReview(
            returns=[returns for returns in count_returns(ROUND, self.sheets) if returns.issued],
            batches=self.batches,
            unlaid=self.unlaid,
            gaps=self.gaps,
            contradictions=self.contradictions,
            differences=self.differences,
            reliability=self.reliability,
            forms={1: shipped_form().layout},
        )
        count = write_keying_list(
            target,
            municipality="Lindenau am See",
            round_=ROUND,
            review=review,
            day=DAY,
            words=texts(language),
            progress=lambda _: None,
        )
        assert count == len(pages(target))
        return target


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "Liste.pdf"


def rows(path: Path, start: str) -> list[str]:
    """The lines of the list that begin with a text, blanks made alike."""
    lines = (" ".join(line.split()) for page in pages(path) for line in page.splitlines())
    return [line for line in lines if line.startswith(start)]


def part(path: Path, key: str, until: str = "") -> str:
    """What stands between two headings."""
    words, text = texts("de"), "".join(map(squeezed, pages(path)))
    start = text.index(squeezed(words(f"keying_list.{key}"))) + len(squeezed(words(f"keying_list.{key}")))
    end = text.index(squeezed(words(f"keying_list.{until}")), start) if until else len(text)
    return text[start:end]


def test_it_says_of_whom_it_is_and_when_it_was_made(target: Path) -> None:
    path = Review().written(target)
    assert says(path, "Vollständigkeit und Abweichungen")
    assert says(path, "Lindenau am See · Runde 2026 · 24.11.2026")
    found = metadata(path)
    assert (found["Title"], found["Author"]) == ("Vollständigkeit und Abweichungen – Runde 2026", "Lindenau am See")


def test_without_anything_to_say_it_says_so(target: Path) -> None:
    path = Review().written(target)
    assert part(path, "completeness", "differences") == squeezed("Es gibt noch keinen Stapel.")
    assert part(path, "differences", "contradictions") == "Keine."
    assert part(path, "contradictions", "reliability") == "Keine."
    assert "Noch ist kein Bogen ein zweites Mal zu Ende erfasst.".replace(" ", "") in part(path, "reliability")


def test_the_returns_of_each_group_are_counted(target: Path) -> None:
    stations = [(), (), (), (RETURNED,), (RETURNED, KEYED), (KEYED, VERIFIED), (SheetState.LOST,)]
    path = Review(sheets=[sheet(place, *reached) for place, reached in enumerate(stations, start=1)]).written(target)
    title = ROUND.group("civil_society").title.in_language("de")
    # Seven were printed: three are out, one is back, two are keyed, one is lost.
    assert rows(path, title) == [f"{title} 7 3 1 2"]
    other = ROUND.group("council").title.in_language("de")
    assert rows(path, other) == [], "of groups without paper there is nothing to say"


def test_each_batch_shows_what_is_half_keyed_with_its_gaps_and_what_is_to_be_keyed_again(target: Path) -> None:
    half, done, wanted = sheet(1, RETURNED), sheet(2, KEYED), sheet(3, KEYED, is_second_wanted=True)
    checked = sheet(4, KEYED, is_second_wanted=True, second_at=NOON)
    lost = sheet(5, RETURNED, SheetState.LOST)
    laid = batch(7, half, done, wanted, checked, lost, expected=8)
    path = Review(batches=[laid], gaps={1: 31}).written(target)
    # Eight were counted and one of them is lost, so three of seven are keyed. Five lie in it: three are missing.
    text = part(path, "completeness", "differences")
    expected = f"7 3 von 7 3 {half.number} (31) {wanted.number} In Klammern: Fragen ohne Eintrag."
    assert text.endswith(squeezed(expected))


def test_a_batch_with_more_sheets_than_were_counted_misses_none(target: Path) -> None:
    path = Review(batches=[batch(2, sheet(1, KEYED), sheet(2, KEYED), expected=1)]).written(target)
    assert rows(path, "2 2 von 2") == ["2 2 von 2 0"]


def test_a_lost_sheet_of_a_batch_does_not_make_others_missing(target: Path) -> None:
    lost = sheet(2, RETURNED, SheetState.LOST)
    path = Review(batches=[batch(2, sheet(1, KEYED), lost, expected=2)]).written(target)
    assert rows(path, "2 1 von 1") == ["2 1 von 1 0"]


def test_sheets_that_are_back_and_in_no_batch_are_named(target: Path) -> None:
    loose = [sheet(11, RETURNED), sheet(12, RETURNED)]
    path = Review(unlaid=loose).written(target)
    assert says(path, f"Zurück, aber in keinem Stapel: {loose[0].number}, {loose[1].number}.")


def difference(serial: int, question: Question, first: Answer | None, second: Answer | None) -> Difference:
    return Difference(sheet(serial, KEYED, form_id=1), question, first, second)


def test_each_difference_stands_with_page_question_both_keyings_and_note(target: Path) -> None:
    one, two, three = SCALES[0], SCALES[40], SCALES[-1]
    settled = replace(
        difference(4, two, given(0), given(4)), settled=given(4), resolution=Resolution(given(0), "Kreuz verrutscht")
    )
    found = [difference(3, one, given(1), given(2)), settled, difference(5, three, None, Answer(State.ILLEGIBLE))]
    path = Review(differences=found).written(target)
    assert says(path, "Noch zu klären: 2 von 3. Sehen Sie auf dem Bogen nach.")
    form, numbers = shipped_form().layout, QUESTIONNAIRE.numbers
    text = part(path, "differences", "contradictions")

    def row(place: int, *more: str) -> str:
        where = found[place]
        start = f"{where.sheet.number}{form.page_of(where.question.id)}{numbers[where.question.id]}"
        return squeezed(start + "".join(more))

    assert row(0, f"2 {one.choices[1].text.in_language('de')}", f"3 {one.choices[2].text.in_language('de')}") in text
    first, last = (f"{place + 1} {two.choices[place].text.in_language('de')}" for place in (0, 4))
    assert row(1, first, last, last, "Kreuz verrutscht") in text
    assert row(2, "leer", "unleserlich") in text


@pytest.mark.parametrize("stands", [Answer(State.BLANK), None])
def test_a_difference_settled_as_blank_is_not_taken_for_an_open_one(target: Path, stands: Answer | None) -> None:
    settled = replace(difference(3, SCALES[0], given(1), None), settled=stands, resolution=Resolution(given(1), ""))
    path = Review(differences=[settled]).written(target)
    choice = SCALES[0].choices[1].text.in_language("de")
    assert part(path, "differences", "contradictions").endswith(squeezed(f"2 {choice} leer leer"))
    assert says(path, "Noch zu klären: 0 von 1.")


def test_a_difference_on_a_sheet_whose_form_is_not_known_has_no_page(target: Path) -> None:
    unknown = replace(difference(3, SCALES[0], given(1), given(2)), sheet=sheet(3, KEYED))
    path = Review(differences=[unknown]).written(target)
    number = QUESTIONNAIRE.numbers[SCALES[0].id]
    assert squeezed(f"{unknown.sheet.number}{number}2") in part(path, "differences", "contradictions")


def test_contradictions_are_named_by_sheet_and_question(target: Path) -> None:
    found = sheet(9, KEYED)
    questions = (SCALES[1], SCALES[3])
    numbers = [QUESTIONNAIRE.numbers[question.id] for question in questions]
    path = Review(contradictions=[(found, questions)]).written(target)
    assert says(path, f"{found.number}: Frage {numbers[0]} und {numbers[1]}")
    assert says(path, texts("de")("keying_list.contradictions_note"))


def test_the_error_rate_is_per_thousand_by_batch_and_by_question_with_errors(target: Path) -> None:
    rates = [ErrorRate(8, 1, 1, 0), ErrorRate(8, 3, 2, 1), ErrorRate(8, 1, 0, 1)]
    figures = Reliability(
        # 3 of 24 are wrong: 125 per 1,000. Two of 16: 125 as well, one of 8: 125. 2 of 8: 250.
        ErrorRate(24, 5, 3, 2),
        [(Batch(7, 1, 7, 0, NOON), ErrorRate(16, 4, 2, 2)), (None, ErrorRate(8, 1, 1, 0))],
        list(zip(SCALES[:3], rates, strict=True)),
        [("KS", ErrorRate(24, 5, 3, 2))],
    )
    path = Review(reliability=figures).written(target)
    labels = [question.label.in_language("de") for question in SCALES[:3]]
    sentences = [
        "24 Antworten geprüft, 3 falsch (125,0 je 1.000), 2 offen.",
        "Stapel 7: 16 Antworten geprüft, 2 falsch (125,0 je 1.000), 2 offen.",
        "Ohne Stapel: 8 Antworten geprüft, 1 falsch (125,0 je 1.000), 0 offen.",
        f"{labels[1]}: 8 Antworten geprüft, 2 falsch (250,0 je 1.000), 1 offen.",
        f"{labels[0]}: 8 Antworten geprüft, 1 falsch (125,0 je 1.000), 0 offen.",
    ]
    text = part(path, "reliability")
    places = [text.index(squeezed(sentence)) for sentence in sentences]
    assert places == sorted(places), "the most errors come first"
    assert squeezed(labels[2]) not in text


def test_persons_are_not_named_in_it(target: Path) -> None:
    rate = ErrorRate(24, 5, 3, 2)
    figures = Reliability(rate, [], [], [("Kürzelperson", rate)])
    laid = batch(1, sheet(1, RETURNED, keyed_by="Kürzelperson", second_by="Zweitperson"))
    path = Review(batches=[laid], gaps={1: 5}, reliability=figures).written(target)
    assert not says(path, "Kürzelperson")
    assert not says(path, "Zweitperson")


def test_a_long_list_keeps_its_lines_on_the_page_and_its_fonts_in_the_file(target: Path) -> None:
    long = Resolution(given(1), "Auf dem Bogen steht beides, und am Rand ein Wort, das niemand lesen kann. " * 5)
    found = [
        replace(difference(place, question, given(0), given(4)), settled=given(1), resolution=long)
        for place, question in enumerate(SCALES, start=1)
    ]
    halves = [sheet(serial, RETURNED) for serial in range(1, 60)]
    path = Review(
        batches=[batch(1, *halves)], gaps={one.id: 105 for one in halves}, differences=found, unlaid=halves
    ).written(target)
    assert len(pages(path)) > 3
    assert outside(path) == []
    assert not any("Helvetica" in name for name in base_fonts(path))
    for one in (*found[:1], *found[-1:]):
        assert says(path, one.sheet.number)


def test_every_part_is_a_bookmark(target: Path) -> None:
    titles = [title for _, title in bookmarks(Review().written(target))]
    words = texts("de")
    keys = ("title", "completeness", "differences", "contradictions", "reliability")
    assert titles == [words(f"keying_list.{key}") for key in keys]


def test_the_english_list_has_no_german_words(target: Path) -> None:
    laid = batch(1, sheet(1, RETURNED), expected=3)
    found = [difference(3, SCALES[0], given(1), Answer(State.DONT_KNOW))]
    path = Review(
        batches=[laid], gaps={1: 3}, differences=found, sheets=[sheet(1, RETURNED)], unlaid=[sheet(2, RETURNED)]
    ).written(target, "en")
    text = " ".join(pages(path))
    for word in ("Stapel", "Bogen", "Frage", "Seite", "Erfasst", "Gezählt", "weiß", "Zurück", "Keine"):
        assert re.search(rf"\b{word}", text) is None, word
    assert says(path, SCALES[0].choices[1].text.in_language("en"))


def test_a_target_that_can_not_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.unwritable"):
        Review().written(tmp_path / "gibt es nicht" / "Liste.pdf")
