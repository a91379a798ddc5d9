"""The head of a form's first page: what it is, who asks, how to mark, privacy, where to return it."""

from __future__ import annotations

from dataclasses import dataclass

from kommune_desktop.core.form import Rect
from kommune_desktop.core.round import Group, ReturnAddress, Round
from kommune_desktop.export.forms.pieces import Frame, Line, Sketch, Stroke, ascent, leading, spoken
from kommune_desktop.export.forms.typesetting import BOX, LEFT, RIGHT, TOP
from kommune_desktop.export.pdf.fonts import BOLD
from kommune_desktop.texts import Texts

LOGO = Rect(RIGHT - 50, TOP + 1, 50, 20)
"""The room for the municipality's logo; it is set at the right."""
_WIDTH = RIGHT - LEFT
_GAP = 8.0
_HALF = (_WIDTH - _GAP) / 2
_SIZE, _HEAD_SIZE = 10.0, 11.0
_MOST_ADDRESS_LINES = 8


@dataclass(frozen=True)
class FormContent:
    """What a form says beside its questions.

    Attributes:
        logo: PNG, grey or RGB without transparency.
    """

    municipality: str
    round: Round
    group: Group
    address: ReturnAddress
    words: Texts
    logo: bytes | None = None

    @property
    def title(self) -> str:
        """The title of the questionnaire."""
        return self.round.questionnaire.title.in_language(self.words.language)

    @property
    def group_title(self) -> str:
        """The name of the group."""
        return self.group.title.in_language(self.words.language)


def set_title(sketch: Sketch, content: FormContent) -> float:
    """Set the head; returns its lower edge."""
    words = content.words
    beside = LOGO.x - LEFT - 4 if content.logo else _WIDTH
    y = sketch.text(LEFT, TOP, content.title, width=beside, size=20, font=BOLD, part=spoken("H1", content.title))
    subtitle = words("forms.subtitle", municipality=content.municipality, round=content.round.title)
    y = sketch.text(LEFT, y + 0.5, subtitle, width=beside, size=12)
    y = sketch.text(LEFT, y + 0.5, words("forms.for_group", group=content.group_title), width=beside, size=_SIZE)
    y = max(y, LOGO.bottom if content.logo else y) + 2
    y = sketch.text(LEFT, y, words(f"forms.intro_{content.group.kind.value}"), width=_WIDTH, size=_SIZE) + 2.5
    left = _how_to_mark(sketch, y, content)
    right = _section(sketch, LEFT + _HALF + _GAP, y, words("forms.privacy_title"), words(_privacy(content)))
    title = words("forms.return_title")
    right = _section(sketch, LEFT + _HALF + _GAP, right + 2, title, _return(content), _MOST_ADDRESS_LINES)
    return max(left, right) + 1


def _privacy(content: FormContent) -> str:
    return f"forms.privacy_{content.group.kind.value}"


def _return(content: FormContent) -> str:
    words, address = content.words, content.address
    place = address.place.strip() or words("forms.return_place", municipality=content.municipality)
    if address.day is None:
        return place
    return f"{words('forms.return_by', day=words.date(address.day))}\n{place}"


def _section(  # noqa: PLR0913, PLR0917 - a place, a head and what stands below it
    sketch: Sketch, x: float, y: float, title: str, text: str, most_lines: int | None = None
) -> float:
    y = sketch.text(x, y, title, width=_HALF, size=_HEAD_SIZE, font=BOLD, part=spoken("H2", title)) + 0.5
    return sketch.text(x, y, text, width=_HALF, size=_SIZE, most_lines=most_lines)


def _how_to_mark(sketch: Sketch, y: float, content: FormContent) -> float:
    words = content.words
    title = words("forms.how_title")
    y = sketch.text(LEFT, y, title, width=_HALF, size=_HEAD_SIZE, font=BOLD, part=spoken("H2", title)) + 1
    for key, marks in (("cross", "x"), ("correct", "fx")):
        x = LEFT
        for mark in marks:
            _example(sketch, x, y, filled=mark == "f")
            x += BOX + 1.5
        lower = sketch.text(LEFT + 15, y + 0.3, words(f"forms.how_{key}"), width=_HALF - 15, size=_SIZE)
        y = max(lower, y + BOX) + 1
    hints = ["one_cross", "blank", "pen"]
    if len(content.round.questions_for(content.group.id)) < len(content.round.questionnaire.questions):
        hints.append("gaps")
    for key in hints:
        base = y + ascent(_SIZE)
        sketch.pieces.append(Line(LEFT, base, "•", _SIZE))
        y = sketch.text(LEFT + 4, y, words(f"forms.how_{key}"), width=_HALF - 4, size=_SIZE)
    return y + leading(_SIZE) * 0.2


def _example(sketch: Sketch, x: float, y: float, *, filled: bool) -> None:
    sketch.pieces.append(Frame(Rect(x, y, BOX, BOX), fill=0.0 if filled else None))
    if not filled:
        inset = 0.8
        for y1, y2 in ((y + inset, y + BOX - inset), (y + BOX - inset, y + inset)):
            sketch.pieces.append(Stroke(x + inset, y1, x + BOX - inset, y2, 0.6))
