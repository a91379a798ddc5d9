"""The printed file: archival, the same every time, and drawn where the layout says."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PIL import Image

from kommune_desktop.core.form import Rect
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.export.forms import Form, draw_forms
from kommune_desktop.texts import LANGUAGES
from tests.judge import verdict
from tests.unit.export.forms.material import MM_PER_INCH, UNNUMBERED, drawn, numbers, png, rendered, shipped_form
from tests.unit.export.reading import base_fonts, fonts_in_use, metadata, pages, structure

DPI = 300
DARK, WHITE = 128, 250
SHEETS = {"numbered": numbers(3), "unnumbered": [UNNUMBERED]}
LABELS = {"de": "Bogen", "en": "Sheet"}


@pytest.fixture(scope="module", params=LANGUAGES)
def form(request: pytest.FixtureRequest) -> Form:
    return shipped_form(language=request.param, logo=png())


@pytest.fixture(scope="module", params=SHEETS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def pdf(form: Form, kind: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn(tmp_path_factory.mktemp("forms") / "form.pdf", form, SHEETS[kind])


FLAVOURS = {"numbered": ["2u"], "unnumbered": ["2a", "ua1"]}


def test_sets_are_archival_and_a_form_to_copy_is_accessible_too(pdf: Path, kind: str) -> None:
    assert [verdict(pdf, flavour) for flavour in FLAVOURS[kind]] == [[] for _ in FLAVOURS[kind]]


@pytest.mark.parametrize("kind", SHEETS)
def test_so_they_are_without_a_logo(kind: str, tmp_path: Path) -> None:
    target = drawn(tmp_path / "form.pdf", shipped_form(), SHEETS[kind])
    assert [verdict(target, flavour) for flavour in FLAVOURS[kind]] == [[] for _ in FLAVOURS[kind]]


def test_a_form_to_copy_is_read_in_order(form: Form, tmp_path: Path) -> None:
    target, content = drawn(tmp_path / "form.pdf", form, [UNNUMBERED]), form.content
    whole = [part for page in range(1, len(form.layout.pages) + 1) for part in structure(target, page)]
    language, round_ = content.words.language, content.round
    asked = list(round_.questions_for(content.group.id))

    def read(kind: str) -> list[str]:
        return [part.actual_text for top in whole for part in top.all(kind)]

    areas = [area.title.in_language(language) for area in round_.questionnaire.areas]
    assert read("H1") == [content.title]
    assert [head for head in read("H2") if head in areas] == areas
    starts = [f"{round_.questionnaire.numbers[one.id]} {one.text.in_language(language)}" for one in asked]
    questions = [text for text in read("P") if text[0].isdigit()]
    assert len(questions) == len(starts)
    assert all(text.startswith(start) for text, start in zip(questions, starts, strict=True))
    choices = [text.partition(": ")[2] for text in read("LBody")]
    states = [content.words(f"state.{state}") for state in ("dont_know", "not_applicable")]
    expected = [
        [*(choice.text.in_language(language) for choice in one.choices), *states]
        for one in asked
        if one.kind is not Kind.TEXT
    ]
    assert choices == [text for texts in expected for text in texts]


def test_all_fonts_are_embedded(pdf: Path) -> None:
    used = fonts_in_use(pdf)
    assert used
    assert all(used.values())
    assert [name for name in base_fonts(pdf) if "NotoSans" not in name] == []


def test_the_same_form_gives_the_same_bytes(pdf: Path, form: Form, kind: str, tmp_path: Path) -> None:
    assert drawn(tmp_path / "again.pdf", form, SHEETS[kind]).read_bytes() == pdf.read_bytes()


def test_each_sheet_has_its_number_on_all_its_pages(pdf: Path, form: Form, kind: str) -> None:
    found = [[number for number in numbers(3) if number in text] for text in pages(pdf)]
    assert found == [[number] if number else [] for number in SHEETS[kind] for _ in form.layout.pages]


def test_an_unnumbered_form_has_a_line_to_write_the_number_on(form: Form, tmp_path: Path) -> None:
    target = drawn(tmp_path / "form.pdf", form, [UNNUMBERED])
    line = f"{LABELS[form.content.words.language]} ____"
    assert [number for number, text in enumerate(pages(target), start=1) if line not in text] == []


def test_every_page_says_which_of_how_many_it_is(pdf: Path, form: Form, kind: str) -> None:
    count = len(form.layout.pages)
    wanted = [form.content.words("forms.page", page=page, count=count) for page in range(1, count + 1)]
    found = pages(pdf)
    assert len(found) == count * len(SHEETS[kind])
    assert [text for text, says in zip(found, wanted * len(SHEETS[kind]), strict=True) if says not in text] == []


def test_title_and_municipality_are_in_the_metadata(pdf: Path, form: Form) -> None:
    found = metadata(pdf)
    assert found["Title"] == form.title
    assert found["Author"] == "Lindenau"


def test_the_progress_counts_the_sheets(tmp_path: Path) -> None:
    told: list[int] = []
    draw_forms(tmp_path / "form.pdf", shipped_form(short=True), numbers(3), told.append)
    assert told == [1, 2, 3]


def around(image: Image.Image, rect: Rect, side: str, by: float) -> list[int]:
    """Greys along a side of a rectangle, moved ``by`` millimetres inwards; its corners are left out."""
    steps = [0.2 + 0.6 * step / 20 for step in range(21)]
    places = {
        "left": [(rect.x + by, rect.y + part * rect.height) for part in steps],
        "right": [(rect.right - by, rect.y + part * rect.height) for part in steps],
        "top": [(rect.x + part * rect.width, rect.y + by) for part in steps],
        "bottom": [(rect.x + part * rect.width, rect.bottom - by) for part in steps],
    }
    scale = DPI / MM_PER_INCH
    found: list[int] = []
    for x, y in places[side]:
        grey = image.getpixel((int(x * scale), int(y * scale)))
        assert isinstance(grey, int)
        found.append(grey)
    return found


SIDES = ("left", "right", "top", "bottom")


@pytest.mark.parametrize("group", ["administration", "civil_society"])
def test_boxes_and_marks_are_drawn_where_the_layout_says(group: str, tmp_path: Path) -> None:
    form = shipped_form(group=group)
    target = drawn(tmp_path / "form.pdf", form, [UNNUMBERED])
    random = Random(30)
    faulty: list[str] = []
    for number in (1, 3, 5):
        image = rendered(target, number, DPI)
        page = form.layout.pages[number - 1]
        for box in random.sample(page.boxes, k=10):
            outline = [max(around(image, box.rect, side, 0)) for side in SIDES]
            # Outside, the key stands on the left and words stand above.
            blank = [min(around(image, box.rect, side, by)) for side in SIDES for by in (0.5, 1.0, 2.4)]
            blank += [min(around(image, box.rect, side, -0.5)) for side in ("right", "bottom")]
            if max(outline) > DARK or min(blank) < WHITE:
                faulty.append(f"{number}: {box} {outline} {blank}")
        for mark in form.layout.marks:
            inside = [max(around(image, mark, side, by)) for side in SIDES for by in (0.2, 1.9)]
            outside = [min(around(image, mark, side, -0.3)) for side in SIDES]
            if max(inside) > DARK or min(outside) < WHITE:
                faulty.append(f"{number}: {mark}")
    assert faulty == []


def test_the_logo_stands_at_the_right_of_the_title(tmp_path: Path) -> None:
    target = drawn(tmp_path / "form.pdf", shipped_form(logo=png()), [UNNUMBERED])
    without = drawn(tmp_path / "without.pdf", shipped_form(), [UNNUMBERED])
    left, top, right, bottom = (int(part * DPI / MM_PER_INCH) for part in (147, 28, 197, 48))
    dark = [rendered(path, 1, DPI).crop((left, top, right, bottom)).histogram()[:DARK] for path in (target, without)]
    assert sum(dark[0]) > 50_000
    assert sum(dark[1]) < sum(dark[0]) / 4


@pytest.mark.parametrize("number", ["26B-WW-9999-9", UNNUMBERED])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_keeps_within_its_place(number: str, language: str, tmp_path: Path) -> None:
    form = shipped_form(language=language)
    image = rendered(drawn(tmp_path / "form.pdf", form, [number]), 1, DPI)
    place, scale = form.layout.number, DPI / MM_PER_INCH
    top, bottom = int(place.y * scale), int(place.bottom * scale)

    def darkest(left: float, right: float) -> int:
        return int(image.crop((int(left * scale), top, int(right * scale), bottom)).getextrema()[0])  # type: ignore[arg-type]

    assert darkest(place.x, place.right) < DARK
    assert darkest(place.x - 2, place.x) >= WHITE
    assert darkest(place.right + 0.5, place.right + 2) >= WHITE
