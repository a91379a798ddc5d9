"""What an office said to a question in the round before, in small print."""

from __future__ import annotations

import re
from decimal import Decimal
from html import escape

from PySide6.QtWidgets import QWidget

from kommune_desktop.core.answer import Answer, Value
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.texts import NO_BREAK_SPACE, Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import Note

_LONGEST = 160
_ELLIPSIS = "…"
_ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"
_BREAK = re.compile(r"[ \t\r\n\f\v]+")
"""Where words end; a number and its unit are held together by another sign."""
_UNBROKEN = re.compile(r"\S{40}(?=\S)")
"""As much of a word as fits into a narrow window."""


class EarlierNote(Note):
    """The earlier answer, then the evidence and the comment of then, each in a line of its own where there is one.

    Long words are cut; the tool tip and a screen reader's description have them whole.
    """

    def __init__(
        self, title: str, question: Question, answer: Answer, words: Texts, parent: QWidget | None = None
    ) -> None:
        """``title``: of the round in which the answer was given."""
        super().__init__("", parent)
        style.set_text_color(self, style.color(style.Role.OUTLINE))
        lines = [
            ("{round}: {said}", said(question, answer, words)),
            (self.tr("Nachweis damals: {said}"), answer.evidence.strip()),
            (self.tr("Bemerkung damals: {said}"), answer.comment.strip()),
        ]
        lines = [(frame, text) for frame, text in lines if text]
        whole = "\n".join(frame.format(round=title, said=text) for frame, text in lines)
        short = "\n".join(frame.format(round=title, said=shortened(text)) for frame, text in lines)
        self.setText(short)
        if short != whole:
            # As marked-up text, for only that is broken into lines; what people wrote is no mark-up.
            self.setToolTip(f'<p style="white-space: pre-wrap">{escape(whole)}</p>')
            self.setAccessibleDescription(whole)


def said(question: Question, answer: Answer, words: Texts) -> str:
    """An answer in words: its choices, its number with the unit, its text, or the name of its state."""
    if answer.value is None:
        return words(f"state.{answer.state.value}")
    return _value_text(question, answer.value, words)


def _value_text(question: Question, value: Value, words: Texts) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        number = words.number(value, max(-exponent, 0) if isinstance(exponent, int) else 0)
        unit = question.number.unit if question.number else None
        return f"{number}{NO_BREAK_SPACE}{unit.in_language(words.language)}" if unit else number
    chosen = value if isinstance(value, frozenset) else {value}
    return "; ".join(choice.text.in_language(words.language) for choice in question.choices if choice.value in chosen)


def shortened(text: str) -> str:
    """A text as one paragraph, cut between two words where it is too long; very long words may be broken."""
    paragraph = _BREAK.sub(" ", text.strip())
    if len(paragraph) > _LONGEST:
        head = paragraph[:_LONGEST]
        # A single long word, such as the address of a page, is cut where it has to be.
        end = head.rfind(" ", _LONGEST // 2)
        paragraph = f"{head[:end]} {_ELLIPSIS}" if end > 0 else f"{head}{_ELLIPSIS}"
    return _UNBROKEN.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", paragraph)
