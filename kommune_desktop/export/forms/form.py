"""A form of a group: its pages as they are drawn and the geometry that goes with them, made from one and the same."""

from __future__ import annotations

from dataclasses import dataclass

from kommune_desktop.core.form import FormLayout, Rect
from kommune_desktop.export.forms import codes
from kommune_desktop.export.forms.pieces import PER_POINT, Line, Sketch, text_width
from kommune_desktop.export.forms.title import FormContent, set_title
from kommune_desktop.export.forms.typesetting import BOTTOM, LEFT, RIGHT, Page, Typesetter
from kommune_desktop.export.pdf.fonts import BOLD, REGULAR, fitted, register

SIZE = (210.0, 297.0)
_EDGE, _MARK, _MODULE = 8.0, 4.0, 0.5
_CODE = codes.MODULES * _MODULE
_CODE_GAP = codes.QUIET * _MODULE
_FAR_X, _FAR_Y = SIZE[0] - _EDGE, SIZE[1] - _EDGE
MARKS = tuple(Rect(x, y, _MARK, _MARK) for y in (_EDGE, _FAR_Y - _MARK) for x in (_EDGE, _FAR_X - _MARK))
CODES = (
    Rect(_FAR_X - _MARK - 2 * _CODE_GAP - _CODE, _EDGE, _CODE, _CODE),
    Rect(_EDGE + _MARK + 2 * _CODE_GAP, _FAR_Y - _CODE, _CODE, _CODE),
)
NUMBER = Rect(CODES[0].x - _CODE_GAP - 62, _EDGE, 60, 7)
_HEAD_X = _EDGE + _MARK + 2
_FOOT_X = CODES[1].right + _CODE_GAP + 1
_SMALL = 9.0


@dataclass(frozen=True)
class Form:
    """A form, ready to be drawn.

    Attributes:
        sketches: The pages; their number is even, so that in print on both sides each sheet begins on a front.
    """

    content: FormContent
    layout: FormLayout
    sketches: tuple[Sketch, ...]

    @property
    def title(self) -> str:
        """The title of the document."""
        content = self.content
        return f"{content.title} – {content.municipality} – {content.round.title} – {content.group_title}"


def make_form(content: FormContent) -> Form:
    """Set a form."""
    register()
    first = Page()
    below = set_title(first.sketch, content)
    pages = Typesetter(content.round, content.group.id, content.words, first, below).set()
    if len(pages) % 2:
        spare = Page()
        spare.sketch.text(LEFT, BOTTOM / 2, content.words("forms.spare_page"), width=RIGHT - LEFT, size=11)
        pages.append(spare)
    for number, page in enumerate(pages, start=1):
        _set_margins(page.sketch, content, number, len(pages))
    questionnaire = content.round.questionnaire
    layout = FormLayout(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        round_code=content.round.code,
        group=content.group.id,
        language=content.words.language,
        size=SIZE,
        marks=MARKS,
        codes=CODES,
        number=NUMBER,
        pages=tuple(page.geometry for page in pages),
    )
    return Form(content, layout, tuple(page.sketch for page in pages))


def _set_margins(sketch: Sketch, content: FormContent, number: int, count: int) -> None:
    """The running head and the foot."""
    words = content.words
    width = (NUMBER.x - _HEAD_X) / PER_POINT
    head = [
        (content.title, BOLD),
        (f"{content.municipality} · {content.round.title}", REGULAR),
        (content.group_title, REGULAR),
    ]
    for row, (text, font) in enumerate(head):
        sketch.pieces.append(Line(_HEAD_X, _EDGE + 3.5 + 4.3 * row, fitted(text, font, _SMALL, width), _SMALL, font))
    page = words("forms.page", page=number, count=count)
    sketch.pieces.append(Line(NUMBER.right - text_width(page, _SMALL), NUMBER.bottom + 4, page, _SMALL))
    foot = _FAR_Y - 1
    sketch.pieces.append(Line(_FOOT_X, foot, words("forms.reminder"), _SMALL))
    right = MARKS[3].x - 3
    sketch.pieces.append(Line(right - text_width(page, _SMALL), foot, page, _SMALL))
