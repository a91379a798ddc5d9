"""Questionnaires of strangers: long texts, long words, many choices. All of it stays on the paper."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from kommune_desktop.core.questionnaire import Choice, Condition, Kind, NumberRange, Question, Scale
from kommune_desktop.errors import UserError
from kommune_desktop.export.forms import Form
from tests.builders import area, question, questionnaire, text
from tests.unit.export.forms import rules
from tests.unit.export.forms.material import form_of, lines

LONG_WORD = "Bürgerbeteiligungsverfahrensordnungsänderungsantragsformular"
LONG_TEXT = ("Wie gut gelingt es der Kommune, alle zu beteiligen? " * 40)[:2000].strip()
WORDY = "In der ganzen Verwaltung fest verankert und überprüft"


def worded(asked: Question, words: str) -> Question:
    """The question with all its choices in so many words."""
    named = tuple(Choice(choice.value, text(f"{words} {choice.value}")) for choice in asked.choices)
    return replace(asked, choices=named, scale=Scale("own", named) if asked.scale else None)


def conditional() -> list[Question]:
    first = worded(question("first", Kind.MULTI, steps=9), WORDY)
    any_of = Condition("first", any_of=frozenset(range(9)))
    return [first, question("second", relevant_if=any_of)]


STRANGERS: dict[str, list[Question]] = {
    "a text of 2,000 signs": [replace(question(kind.value, kind), text=text(LONG_TEXT)) for kind in Kind],
    "a word of 60 letters": [replace(question(kind.value, kind), text=text(LONG_WORD)) for kind in Kind],
    "a choice of 60 letters": [
        worded(question(kind.value, kind, steps=4), LONG_WORD) for kind in (Kind.SCALE, Kind.SINGLE, Kind.MULTI)
    ],
    "a scale of two": [question(steps=2)],
    "a scale of six": [question(steps=6)],
    "a scale of seven": [question(steps=7)],
    "a scale of seven in many words": [worded(question(steps=7), WORDY)],
    "a scale of seven, then one of five": [
        worded(question("seven", steps=7), WORDY),
        worded(question("five"), WORDY),
    ],
    "a scale of nine": [question(steps=9)],
    "12 choices": [question("single", Kind.SINGLE, steps=12), question("multi", Kind.MULTI, steps=12)],
    "12 choices in many words": [worded(question(kind=Kind.MULTI, steps=12), WORDY * 4)],
    "a condition in many words": conditional(),
    "a long unit": [
        question(
            kind=Kind.NUMBER,
            number=NumberRange(Fraction(0), Fraction(9), 0, text("Einwohnerinnen und Einwohner je Quadratkilometer")),
        )
    ],
    "scales in turn": [question(str(place), steps=2 + place % 4) for place in range(40)],
    "wordy scales in turn": [worded(question(str(place), steps=2 + place % 4), WORDY) for place in range(40)],
}


@pytest.fixture(params=STRANGERS)
def form(request: pytest.FixtureRequest) -> Form:
    return form_of(questionnaire(area("a", *STRANGERS[request.param])))


def test_every_question_stands_there_once_in_order(form: Form) -> None:
    placed = [placed.question for page in form.layout.pages for placed in page.questions]
    assert placed == [question.id for question in rules.asked(form)]


def test_questions_stand_on_the_page_and_boxes_and_fields_in_their_question(form: Form) -> None:
    assert rules.out_of_place(form) == []


def test_nothing_overlaps_a_code_a_mark_or_each_other(form: Form) -> None:
    assert rules.overlapping(form) == []


def test_boxes_are_large_and_clear_of_each_other(form: Form) -> None:
    assert rules.crowded_boxes(form) == []


def test_every_choice_and_state_has_its_box_and_a_key_of_its_own(form: Form) -> None:
    assert rules.without_their_boxes(form) == []


def test_every_line_of_text_keeps_within_the_margins(form: Form) -> None:
    assert rules.beyond_the_margins(form) == []


def test_no_line_of_text_runs_into_a_box_or_another_line(form: Form) -> None:
    assert rules.run_together(form) == []


def test_the_words_of_a_scale_are_said_anew_where_another_scale_begins() -> None:
    asked = [question(f"{name}_{place}") for name in ("first", "second") for place in range(2)]
    words = {"first": f"{WORDY} Eins", "second": f"{WORDY} Zwei"}
    form = form_of(questionnaire(area("a", *(worded(q, words[q.id.partition("_")[0]]) for q in asked))))
    printed = [line.text for line in lines(form.sketches[0])]
    assert [sum(name in line for line in printed) for name in ("Eins", "Zwei")] == [5, 5]


def test_long_titles_keep_within_the_page() -> None:
    content = questionnaire(area("a", question(), title=text(f"{WORDY} " * 4)))
    form = form_of(replace(content, title=text(f"{LONG_WORD} " * 3)))
    assert rules.out_of_place(form) == []
    assert rules.beyond_the_margins(form) + rules.run_together(form) == []


def test_scales_of_the_same_words_share_one_head_a_page() -> None:
    asked = [worded(question(str(place)), WORDY) for place in range(3)]
    form = form_of(questionnaire(area("a", *asked)))
    heads = [line for line in lines(form.sketches[0]) if line.text == "Feld a"]
    assert len(heads) == 1


def test_the_title_of_an_area_without_scales_stands_there_once_a_page() -> None:
    for kind in (Kind.TEXT, Kind.NUMBER, Kind.MULTI):
        form = form_of(questionnaire(area("a", *(question(str(place), kind) for place in range(3)))))
        assert [line.text for line in lines(form.sketches[0])].count("Feld a") == 1, kind


def test_choices_of_a_list_stand_beside_their_boxes_only() -> None:
    form = form_of(questionnaire(area("a", question(kind=Kind.MULTI))))
    assert [line.text for line in lines(form.sketches[0])].count("Stufe 3") == 1


def test_a_question_longer_than_a_page_is_refused_with_its_number() -> None:
    with pytest.raises(UserError) as caught:
        form_of(questionnaire(area("a", replace(question(), text=text(LONG_TEXT * 3)))))
    assert (caught.value.key, caught.value.params["number"]) == ("forms.question_too_long", 1)
