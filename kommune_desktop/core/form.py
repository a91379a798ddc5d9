"""The geometry of a printed form: what a person keying it and a later scan reader must know of the paper.

All lengths are millimetres from the upper left corner of the page.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kommune_desktop.core.answer import State

Document = Mapping[str, Any]
LAYOUT_VERSION = 1


@dataclass(frozen=True)
class Rect:
    """A rectangle, upright."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height


@dataclass(frozen=True)
class Box:
    """A box to cross.

    Attributes:
        value: The value of the choice that a cross means; ``None`` where it means a state other than ``given``.
        key: What is typed for it, printed beside the box.
    """

    question: str
    state: State
    value: int | None
    key: str
    rect: Rect


@dataclass(frozen=True)
class WritingField:
    """A place to write on: ``comment``, ``number`` or ``text``."""

    question: str
    kind: str
    rect: Rect


@dataclass(frozen=True)
class PlacedQuestion:
    """Where a question stands.

    Attributes:
        block: The topic that stands above it.
    """

    question: str
    number: int
    block: str
    rect: Rect


@dataclass(frozen=True)
class FormPage:
    """One page of the form."""

    questions: tuple[PlacedQuestion, ...]
    boxes: tuple[Box, ...]
    fields: tuple[WritingField, ...]


@dataclass(frozen=True)
class FormLayout:
    """A form as it is printed for a group of a round.

    Attributes:
        marks: The four corner marks, filled squares: upper left, upper right, lower left, lower right.
        codes: The two QR codes without their quiet zone: upper right, lower left.
        number: Where the sheet's number is printed.
    """

    questionnaire: str
    version: str
    round_code: str
    group: str
    language: str
    size: tuple[float, float]
    marks: tuple[Rect, ...]
    codes: tuple[Rect, ...]
    number: Rect
    pages: tuple[FormPage, ...]

    @functools.cached_property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that change when anything about the form does; part of its QR codes."""
        text = json.dumps(to_document(self), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:8].upper()

    @functools.cached_property
    def _places(self) -> Mapping[str, tuple[int, PlacedQuestion]]:
        return {
            placed.question: (number, placed)
            for number, page in enumerate(self.pages, start=1)
            for placed in page.questions
        }

    def page_of(self, question_id: str) -> int:
        """The page of a question, from 1; ``KeyError`` where the form does not have it."""
        return self._places[question_id][0]

    def block_of(self, question_id: str) -> str:
        """The words above a question; ``KeyError`` where the form does not have it."""
        return self._places[question_id][1].block


def to_document(layout: FormLayout) -> Document:
    """The layout as plain lists and mappings, lengths in millimetres."""
    return {
        "layout_version": LAYOUT_VERSION,
        "unit": "mm",
        "questionnaire": layout.questionnaire,
        "version": layout.version,
        "round": layout.round_code,
        "group": layout.group,
        "language": layout.language,
        "size": list(layout.size),
        "marks": [_numbers(rect) for rect in layout.marks],
        "codes": [_numbers(rect) for rect in layout.codes],
        "number": _numbers(layout.number),
        "pages": [
            {
                "questions": [
                    {"id": q.question, "number": q.number, "block": q.block, "rect": _numbers(q.rect)}
                    for q in page.questions
                ],
                "boxes": [
                    {
                        "question": box.question,
                        "state": box.state.value,
                        "value": box.value,
                        "key": box.key,
                        "rect": _numbers(box.rect),
                    }
                    for box in page.boxes
                ],
                "fields": [{"question": f.question, "kind": f.kind, "rect": _numbers(f.rect)} for f in page.fields],
            }
            for page in layout.pages
        ],
    }


def from_document(document: Document) -> FormLayout:
    """What :func:`to_document` was made from."""
    return FormLayout(
        questionnaire=document["questionnaire"],
        version=document["version"],
        round_code=document["round"],
        group=document["group"],
        language=document["language"],
        size=(document["size"][0], document["size"][1]),
        marks=tuple(Rect(*numbers) for numbers in document["marks"]),
        codes=tuple(Rect(*numbers) for numbers in document["codes"]),
        number=Rect(*document["number"]),
        pages=tuple(
            FormPage(
                questions=tuple(
                    PlacedQuestion(q["id"], q["number"], q["block"], Rect(*q["rect"])) for q in page["questions"]
                ),
                boxes=tuple(
                    Box(box["question"], State(box["state"]), box["value"], box["key"], Rect(*box["rect"]))
                    for box in page["boxes"]
                ),
                fields=tuple(WritingField(f["question"], f["kind"], Rect(*f["rect"])) for f in page["fields"]),
            )
            for page in document["pages"]
        ),
    )


def _numbers(rect: Rect) -> list[float]:
    return [rect.x, rect.y, rect.width, rect.height]
