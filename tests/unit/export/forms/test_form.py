"""The shipped questionnaire on paper, long and short, in both languages, for an office and for single persons."""

from __future__ import annotations

from itertools import product

import pytest

from kommune_desktop.core.form import from_document, to_document
from kommune_desktop.export.forms import Form
from kommune_desktop.texts import LANGUAGES
from tests.unit.export.forms import rules
from tests.unit.export.forms.material import png, shipped_form

MOST_PAGES = {False: 10, True: 4}
VARIANTS = list(product((False, True), LANGUAGES, ("administration", "civil_society"), (None, png())))


def name_of(variant: tuple[bool, str, str, bytes | None]) -> str:
    short, language, group, logo = variant
    return "-".join(["short" if short else "long", language, group, *(["logo"] if logo else [])])


@pytest.fixture(params=VARIANTS, ids=name_of)
def form(request: pytest.FixtureRequest) -> Form:
    short, language, group, logo = request.param
    return shipped_form(short=short, language=language, group=group, logo=logo)


def test_the_pages_are_few_and_even(form: Form) -> None:
    count = len(form.layout.pages)
    assert count == len(form.sketches)
    assert count % 2 == 0
    assert count <= MOST_PAGES[form.content.round.short_form]


def test_every_question_stands_there_once_in_order_with_its_number(form: Form) -> None:
    placed = [(q.question, q.number) for page in form.layout.pages for q in page.questions]
    numbers = form.content.round.questionnaire.numbers
    assert placed == [(question.id, numbers[question.id]) for question in rules.asked(form)]


def test_nothing_stands_in_the_margin_that_printers_cut_off(form: Form) -> None:
    assert rules.in_the_printers_margin(form) == []


def test_questions_stand_on_the_page_and_boxes_and_fields_in_their_question(form: Form) -> None:
    assert rules.out_of_place(form) == []


def test_nothing_overlaps_a_code_a_mark_or_each_other(form: Form) -> None:
    assert rules.overlapping(form) == []


def test_boxes_are_large_and_clear_of_each_other(form: Form) -> None:
    assert rules.crowded_boxes(form) == []


def test_every_choice_and_state_has_its_box_and_key(form: Form) -> None:
    assert rules.without_their_boxes(form) == []


def test_every_line_of_text_keeps_within_the_margins(form: Form) -> None:
    assert rules.beyond_the_margins(form) == []


def test_no_line_of_text_runs_into_a_box_or_another_line(form: Form) -> None:
    assert rules.run_together(form) == []


def test_every_question_but_one_for_words_of_ones_own_has_room_for_a_comment(form: Form) -> None:
    fields = [(field.question, field.kind) for page in form.layout.pages for field in page.fields]
    wanted = []
    for question in rules.asked(form):
        kinds = {"number": ["number", "comment"], "text": ["text"]}.get(question.kind, ["comment"])
        wanted += [(question.id, kind) for kind in kinds]
    assert fields == wanted


def test_an_office_is_asked_more_than_a_person() -> None:
    assert len(rules.asked(shipped_form(group="administration"))) > len(rules.asked(shipped_form()))


def test_the_geometry_survives_being_stored(form: Form) -> None:
    again = from_document(to_document(form.layout))
    assert again == form.layout
    assert again.fingerprint == form.layout.fingerprint


def test_no_two_forms_have_the_same_fingerprint() -> None:
    plain = [variant for variant in VARIANTS if variant[3] is None]
    found = {
        shipped_form(short=short, language=language, group=group).layout.fingerprint
        for short, language, group, _ in plain
    }
    assert len(found) == len(plain) == 8
