"""What is known of a printed form is kept whole, and any change of it is noticed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.answer import State
from kommune_desktop.core.form import (
    Box,
    FormLayout,
    FormPage,
    PlacedQuestion,
    Rect,
    WritingField,
    from_document,
    to_document,
)

RECT = Rect(20.0, 30.5, 5.0, 4.25)
PAGES = (
    FormPage(
        (PlacedQuestion("a.grad", 1, "Erstes Thema", RECT), PlacedQuestion("a.ja", 2, "Erstes Thema", RECT)),
        (Box("a.grad", State.GIVEN, 3, "4", RECT), Box("a.grad", State.DONT_KNOW, None, "w", RECT)),
        (WritingField("a.grad", "comment", RECT),),
    ),
    FormPage((PlacedQuestion("b.zahl", 3, "Zweites Thema", RECT),), (), (WritingField("b.zahl", "number", RECT),)),
)
FORM = FormLayout(
    questionnaire="klein",
    version="1.0",
    round_code="26",
    group="council",
    language="de",
    size=(210.0, 297.0),
    marks=(Rect(8.0, 8.0, 5.0, 5.0), Rect(197.0, 8.0, 5.0, 5.0)),
    codes=(Rect(180.0, 10.0, 15.0, 15.0),),
    number=Rect(100.0, 8.0, 60.0, 7.0),
    pages=PAGES,
)

lengths = st.floats(0, 300)
rects = st.builds(Rect, lengths, lengths, lengths, lengths)
names = st.text(max_size=8)
pages = st.builds(
    FormPage,
    st.lists(st.builds(PlacedQuestion, names, st.integers(1, 200), names, rects), max_size=3).map(tuple),
    st.lists(
        st.builds(Box, names, st.sampled_from(State), st.none() | st.integers(0, 10), names, rects), max_size=3
    ).map(tuple),
    st.lists(st.builds(WritingField, names, names, rects), max_size=2).map(tuple),
)
layouts = st.builds(
    FormLayout,
    *(names,) * 5,
    size=st.tuples(lengths, lengths),
    marks=st.lists(rects, max_size=4).map(tuple),
    codes=st.lists(rects, max_size=2).map(tuple),
    number=rects,
    pages=st.lists(pages, max_size=3).map(tuple),
)


@given(layouts)
def test_a_layout_comes_back_from_a_file_as_it_was(layout: FormLayout) -> None:
    written = json.dumps(to_document(layout))
    read = from_document(json.loads(written))
    assert read == layout
    assert read.fingerprint == layout.fingerprint


def test_lengths_are_left_top_width_height_in_millimetres() -> None:
    written = to_document(FORM)
    assert (written["unit"], written["layout_version"], written["size"]) == ("mm", 1, [210.0, 297.0])
    assert written["pages"][0]["boxes"][1] == {
        "question": "a.grad",
        "state": "dont_know",
        "value": None,
        "key": "w",
        "rect": [20.0, 30.5, 5.0, 4.25],
    }
    assert (RECT.right, RECT.bottom) == (25.0, 34.75)


def test_the_fingerprint_is_that_of_the_layout_written_without_blanks_and_sorted() -> None:
    """It stands on paper: a layout that was printed once has it for good."""
    layout = FormLayout("klein", "1.0", "26", "rät", "de", (210.0, 297.0), (), (), Rect(1.0, 2.0, 3.0, 4.5), ())
    written = (
        r'{"codes":[],"group":"r\u00e4t","language":"de","layout_version":1,"marks":[],"number":[1.0,2.0,3.0,4.5],'
        r'"pages":[],"questionnaire":"klein","round":"26","size":[210.0,297.0],"unit":"mm","version":"1.0"}'
    )
    assert layout.fingerprint == hashlib.sha256(written.encode()).hexdigest()[:8].upper()


MOVED = Rect(20.0, 30.6, 5.0, 4.25)
FIRST, SECOND = PAGES
CHANGED = {
    "questionnaire": replace(FORM, questionnaire="gross"),
    "version": replace(FORM, version="1.1"),
    "round": replace(FORM, round_code="26B"),
    "group": replace(FORM, group="welfare"),
    "language": replace(FORM, language="en"),
    "size": replace(FORM, size=(297.0, 210.0)),
    "a corner mark": replace(FORM, marks=(FORM.marks[0], MOVED)),
    "a code": replace(FORM, codes=(MOVED,)),
    "place of the number": replace(FORM, number=MOVED),
    "order of the pages": replace(FORM, pages=(SECOND, FIRST)),
    "place of a question": replace(
        FORM, pages=(FIRST, replace(SECOND, questions=(PlacedQuestion("b.zahl", 3, "Zweites Thema", MOVED),)))
    ),
    "words above a question": replace(
        FORM, pages=(FIRST, replace(SECOND, questions=(PlacedQuestion("b.zahl", 3, "Drittes Thema", RECT),)))
    ),
    "place of a box": replace(
        FORM, pages=(replace(FIRST, boxes=(replace(FIRST.boxes[0], rect=MOVED), FIRST.boxes[1])), SECOND)
    ),
    "key of a box": replace(
        FORM, pages=(replace(FIRST, boxes=(replace(FIRST.boxes[0], key="5"), FIRST.boxes[1])), SECOND)
    ),
    "meaning of a box": replace(
        FORM, pages=(replace(FIRST, boxes=(replace(FIRST.boxes[0], value=4), FIRST.boxes[1])), SECOND)
    ),
    "a field to write on": replace(FORM, pages=(replace(FIRST, fields=()), SECOND)),
}


@pytest.mark.parametrize("what", CHANGED)
def test_whatever_changes_changes_the_fingerprint(what: str) -> None:
    assert CHANGED[what].fingerprint != FORM.fingerprint


@given(layouts)
def test_a_fingerprint_is_eight_hexadecimal_digits(layout: FormLayout) -> None:
    assert len(layout.fingerprint) == 8
    assert set(layout.fingerprint) <= set("0123456789ABCDEF")


def test_a_question_is_found_with_its_page_and_the_words_above_it() -> None:
    assert [FORM.page_of(question) for question in ("a.grad", "a.ja", "b.zahl")] == [1, 1, 2]
    assert [FORM.block_of(question) for question in ("a.ja", "b.zahl")] == ["Erstes Thema", "Zweites Thema"]


def test_a_question_that_the_form_does_not_have_is_not_found() -> None:
    with pytest.raises(KeyError):
        FORM.page_of("c")
    with pytest.raises(KeyError):
        FORM.block_of("c")
