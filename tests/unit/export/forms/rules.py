"""What holds for every form, whatever it asks. Each rule returns what breaks it."""

from __future__ import annotations

from itertools import chain, combinations

from kommune_desktop.core.answer import State
from kommune_desktop.core.form import Rect
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.export.forms import Form
from kommune_desktop.export.forms.pieces import Sketch
from kommune_desktop.export.forms.typesetting import BOTTOM, LEFT, RIGHT, TOP
from tests.unit.export.forms.material import gap, grown, lines, parts, room_of

PRINTER_MARGIN, QUIET_ZONE = 5.0, 4 * 0.5
SMALLEST_BOX, CLEAR = 4.5, 2.0
ROUNDING = 0.011
CHOOSING = (Kind.SCALE, Kind.SINGLE, Kind.MULTI)
ROOM = Rect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP)


def asked(form: Form) -> tuple[Question, ...]:
    """The questions that the form is to have."""
    return form.content.round.questions_for(form.content.group.id)


def out_of_place(form: Form) -> list[str]:
    """Questions outside of the room for them; boxes and fields outside of their question."""
    found = []
    for number, page in enumerate(form.layout.pages, start=1):
        rooms = {placed.question: placed.rect for placed in page.questions}
        found += [f"{number}: {name}" for name, rect in rooms.items() if not _lies_within(rect, ROOM)]
        inner = [(part.question, part.rect) for part in parts(page)]
        found += [f"{number}: {name}, {rect}" for name, rect in inner if not _lies_within(rect, rooms[name])]
    return found


def overlapping(form: Form) -> list[str]:
    """Questions, and boxes and fields, that overlap each other, a corner mark or a code with its quiet zone."""
    layout = form.layout
    kept_free = [*layout.marks, *(grown(code, QUIET_ZONE) for code in layout.codes), layout.number]
    found = [f"margin: {one}, {other}" for one, other in combinations(kept_free, 2) if gap(one, other) < 0]
    for number, page in enumerate(layout.pages, start=1):
        questions = [placed.rect for placed in page.questions]
        pairs = chain(
            combinations([*(part.rect for part in parts(page)), *kept_free], 2),
            combinations(questions, 2),
            ((question, free) for question in questions for free in kept_free),
        )
        found += [f"{number}: {one}, {other}" for one, other in pairs if gap(one, other) < -ROUNDING]
    return found


def crowded_boxes(form: Form) -> list[str]:
    """Boxes that are too small, and pairs that are too close."""
    found = []
    for number, page in enumerate(form.layout.pages, start=1):
        found += [f"{number}: {box}" for box in page.boxes if min(box.rect.width, box.rect.height) < SMALLEST_BOX]
        found += [
            f"{number}: {one.question} {one.key}, {other.question} {other.key}"
            for one, other in combinations(page.boxes, 2)
            if gap(one.rect, other.rect) < CLEAR
        ]
    return found


def without_their_boxes(form: Form) -> list[str]:
    """Questions that lack a box for a choice or for a state, or whose boxes can't be told apart by their keys."""
    found = []
    for question in asked(form):
        page = form.layout.pages[form.layout.page_of(question.id) - 1]
        boxes = [box for box in page.boxes if box.question == question.id]
        keys = [str(place) for place, _ in enumerate(question.choices, start=1)]
        given = [(box.key, box.value) for box in boxes if box.state is State.GIVEN]
        states = [box.state for box in boxes if box.state is not State.GIVEN]
        wanted = [] if question.kind is Kind.TEXT else [State.DONT_KNOW, State.NOT_APPLICABLE]
        if (
            given != [(key, choice.value) for key, choice in zip(keys, question.choices, strict=True)]
            or states != wanted
            or len({box.key for box in boxes}) != len(boxes)
        ):
            found.append(question.id)
    return found


def beyond_the_margins(form: Form) -> list[str]:
    """Lines of text that leave the page to the left or to the right, or run into what printers cut off."""
    highest, lowest = PRINTER_MARGIN, form.layout.size[1] - PRINTER_MARGIN
    return [
        f"{number}: {text}"
        for number, sketch in enumerate(form.sketches, start=1)
        for text, room in _printed(sketch)
        if room.x < LEFT - ROUNDING or room.right > RIGHT + ROUNDING or room.y < highest or room.bottom > lowest
    ]


def run_together(form: Form) -> list[str]:
    """Lines of text that run into a box, a mark, a code with its quiet zone or another line."""
    found = []
    pages = zip(form.sketches, form.layout.pages, strict=True)
    solid = [*form.layout.marks, *(grown(code, QUIET_ZONE) for code in form.layout.codes)]
    for number, (sketch, page) in enumerate(pages, start=1):
        printed = list(_printed(sketch))
        taken = [*solid, *(box.rect for box in page.boxes)]
        found += [f"{number}: {text}" for text, room in printed if any(gap(room, rect) < -ROUNDING for rect in taken)]
        found += [
            f"{number}: {one} / {other}"
            for (one, first), (other, second) in combinations(printed, 2)
            if gap(first, second) < -ROUNDING
        ]
    return found


def _printed(sketch: Sketch) -> list[tuple[str, Rect]]:
    return [(line.text, room_of(line)) for line in lines(sketch) if line.text]


def in_the_printers_margin(form: Form) -> list[Rect]:
    """What a printer would cut off: geometry within 5 mm of the edge of the paper."""
    width, height = form.layout.size
    layout = form.layout
    pages = [[part.rect for part in [*page.questions, *parts(page)]] for page in layout.pages]
    everything = [*layout.marks, *layout.codes, layout.number, *chain.from_iterable(pages)]
    printable = Rect(PRINTER_MARGIN, PRINTER_MARGIN, width - 2 * PRINTER_MARGIN, height - 2 * PRINTER_MARGIN)
    return [rect for rect in everything if not _lies_within(rect, printable)]


def _lies_within(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - ROUNDING
        and inner.y >= outer.y - ROUNDING
        and inner.right <= outer.right + ROUNDING
        and inner.bottom <= outer.bottom + ROUNDING
    )
