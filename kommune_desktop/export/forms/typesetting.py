"""From a round's questions to the pages of a form: every piece with its place, and the geometry that is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from kommune_desktop.core.answer import State
from kommune_desktop.core.form import Box, FormPage, PlacedQuestion, Rect, WritingField
from kommune_desktop.core.keying import state_key
from kommune_desktop.core.questionnaire import Area, Choice, Condition, Kind, Question
from kommune_desktop.core.round import Round
from kommune_desktop.errors import UserError
from kommune_desktop.export.forms.pieces import (
    Frame,
    Line,
    Sketch,
    Stroke,
    ascent,
    broken,
    height,
    leading,
    spoken,
    text_width,
)
from kommune_desktop.export.pdf.fonts import BOLD
from kommune_desktop.export.pdf.structure import Tag
from kommune_desktop.texts import Texts

LEFT, RIGHT, TOP, BOTTOM = 13.0, 197.0, 27.0, 270.5
BOX = 5.0
_TEXT_SIZE, _WORD_SIZE, _KEY_SIZE, _NOTE_SIZE = 11.0, 8.0, 7.5, 8.5
_TITLE_SIZE, _CHOICE_SIZE = 12.5, 10.0
_ABOVE_HEAD = 3.0
_TEXT_X = LEFT + 8
_COLUMN = 11.4
_CHOICE_COLUMNS = 5
_BOXES_X = RIGHT - _COLUMN * (_CHOICE_COLUMNS + 2)
_TEXT_WIDTH = _BOXES_X - _TEXT_X - 2
_PAD = 0.9
_COMMENT_HEIGHT = 5.6
_LINE_HEIGHT = 7.5
_TEXT_LINES = 2
_OWN_WORDS_LINES = 2
_LAST_STATES = (State.DONT_KNOW, State.NOT_APPLICABLE)


@dataclass
class Page:
    """One page while it is being set."""

    sketch: Sketch = field(default_factory=Sketch)
    questions: list[PlacedQuestion] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    fields: list[WritingField] = field(default_factory=list)

    @property
    def geometry(self) -> FormPage:
        """What is kept of it."""
        return FormPage(tuple(self.questions), tuple(self.boxes), tuple(self.fields))

    def box(  # noqa: PLR0913 - a box has a place and a meaning
        self, x: float, y: float, key: str, *, question: str, state: State, value: int | None = None, part: Tag
    ) -> None:
        """A box with the key to its left; ``part``: what both say."""
        rect = Rect(round(x, 2), round(y, 2), BOX, BOX)
        self.boxes.append(Box(question, state, value, key, rect))
        self.sketch.pieces.append(Frame(rect))
        width = text_width(key, _KEY_SIZE)
        self.sketch.pieces.append(Line(x - width - 0.7, y + BOX - 1.3, key, _KEY_SIZE, part=part))

    def writing(self, kind: str, question: str, rect: Rect) -> None:
        """A place to write on; the rule below it is there already, or is drawn with what it belongs to."""
        self.fields.append(WritingField(question, kind, rect))


class Typesetter:
    """Sets the questions of one group page by page. A question never breaks over a page."""

    def __init__(self, round_: Round, group_id: str, words: Texts, first: Page, y: float) -> None:
        """Begin on the page ``first`` below ``y``, where the title has left room."""
        self._round = round_
        self._words = words
        self._numbers = round_.questionnaire.numbers
        self._asked = {question.id for question in round_.questions_for(group_id)}
        self.pages = [first]
        self._page = first
        self._y = y
        self._titled: set[str] = set()
        """The areas whose titles have been read out; repeated above the boxes they say nothing new."""
        self._choices = Tag("L")
        """What can be crossed at the question that is being set."""
        self._head: Sequence[Choice] | None = None
        """The choices whose words stand in the head above; ``None`` where no head stands yet."""

    def set(self) -> list[Page]:
        """All pages."""
        for area in self._round.questionnaire.areas:
            self._head = None
            for question in area.questions:
                if question.id in self._asked:
                    self._place(question, area)
        return self.pages

    def _text(self, text: object) -> str:
        return text.in_language(self._words.language)  # type: ignore[attr-defined,no-any-return]

    def _place(self, question: Question, area: Area) -> None:
        setter = self._SETTERS[question.kind] if len(question.choices) <= _CHOICE_COLUMNS else Typesetter._set_list
        height_of = partial(setter, self, question, draw=False)
        if self._y + self._head_height(question, area) + height_of() > BOTTOM:
            self._page = Page()
            self.pages.append(self._page)
            self._y, self._head = TOP, None
            if self._y + self._head_height(question, area) + height_of() > BOTTOM:
                raise UserError("forms.question_too_long", number=self._numbers[question.id])
        if self._needs_head(question):
            self._y += self._set_head(question, area, draw=True)
        top, self._choices = self._y, Tag("L")
        self._y += setter(self, question, draw=True)
        self._page.sketch.pieces.append(Stroke(LEFT, self._y, RIGHT, self._y))
        rect = Rect(LEFT, round(top, 2), RIGHT - LEFT, round(self._y - top, 2))
        number = self._numbers[question.id]
        self._page.questions.append(PlacedQuestion(question.id, number, self._text(area.title), rect))

    # The head of an area, with the words of the choices ----------------------------------------------------------

    def _needs_head(self, question: Question) -> bool:
        """Where an area or a page begins, and where the words above the boxes are not those of the question."""
        return self._head is None or (self._wants_words(question) and question.choices != self._head)

    def _head_height(self, question: Question, area: Area) -> float:
        return self._set_head(question, area, draw=False) if self._needs_head(question) else 0.0

    def _wants_words(self, question: Question) -> bool:
        """Whether a question looks for the words of its choices above the boxes, in the head."""
        in_columns = question.kind is Kind.SCALE and len(question.choices) <= _CHOICE_COLUMNS
        return in_columns and not self._own_words(question)

    def _own_words(self, question: Question) -> list[list[str]]:
        """The words of the choices in lines, where they are so short that they can stand above the row's own boxes."""
        words = [broken(self._words.hyphenated(self._text(c.text)), _COLUMN - 0.4, _KEY_SIZE) for c in question.choices]
        return words if max(map(len, words)) <= _OWN_WORDS_LINES else []

    def _set_head(self, question: Question, area: Area, *, draw: bool) -> float:
        choices = self._words_due(question, area)
        words = [self._text(choice.text) for choice in choices]
        if any(q.id in self._asked and q.kind in (Kind.SCALE, Kind.NUMBER) for q in area.questions):
            words += [""] * (_CHOICE_COLUMNS - len(words)) + [self._words(f"state.{s.value}") for s in _LAST_STATES]
        columns = [broken(self._words.hyphenated(word), _COLUMN - 0.4, _WORD_SIZE) for word in words]
        lines = max(map(len, columns), default=0)
        title, width = self._text(area.title), _BOXES_X - LEFT - 2
        title_height = height(title, width, _TITLE_SIZE, BOLD)
        above = _ABOVE_HEAD if self._y > TOP else 0.0
        total = above + max(title_height, lines * leading(_WORD_SIZE)) + 1.4
        if draw:
            self._head = choices
            foot = self._y + total
            sketch = self._page.sketch
            self._area_title(area, foot - title_height - 1.2, width)
            for column, words_of in enumerate(columns):
                for row, word in enumerate(words_of):
                    place = foot - 1.2 - (len(words_of) - row) * leading(_WORD_SIZE) + ascent(_WORD_SIZE)
                    sketch.centred(_BOXES_X + (column + 0.5) * _COLUMN, place, word, size=_WORD_SIZE)
            sketch.pieces.append(Stroke(LEFT, foot, RIGHT, foot, 0.5))
        return total

    def _area_title(self, area: Area, y: float, width: float) -> None:
        title = self._text(area.title)
        part = None if area.id in self._titled else spoken("H2", title)
        self._titled.add(area.id)
        for line in broken(title, width, _TITLE_SIZE, BOLD):
            self._page.sketch.pieces.append(Line(LEFT, y + ascent(_TITLE_SIZE), line, _TITLE_SIZE, BOLD, part))
            y += leading(_TITLE_SIZE)

    def _words_due(self, question: Question, area: Area) -> Sequence[Choice]:
        """The choices that the head is to name: those of the next question of the area that looks for them there."""
        following = [q for q in area.questions if self._numbers[q.id] >= self._numbers[question.id]]
        waiting = (q.choices for q in following if q.id in self._asked and self._wants_words(q))
        return next(waiting, ())

    # Questions by kind -------------------------------------------------------------------------------------------

    def _set_scale(self, question: Question, *, draw: bool) -> float:
        own_words = self._own_words(question)
        lines = max(map(len, own_words), default=0)
        row = lines * leading(_KEY_SIZE) + (0.6 if lines else 0)
        text = self._question_height(question, _TEXT_WIDTH)
        boxes = _PAD + row + BOX + _COMMENT_HEIGHT
        total = max(text, boxes) + _PAD
        if draw:
            y = self._y + _PAD + row
            self._question_text(question, _TEXT_WIDTH)
            for column, choice in enumerate(question.choices):
                key = str(column + 1)
                part = self._choice(key, self._text(choice.text))
                self._page.box(
                    _box_x(column), y, key, question=question.id, state=State.GIVEN, value=choice.value, part=part
                )
            for column, words in enumerate(own_words):
                for place, word in enumerate(words):
                    base = y - 1.0 - (len(words) - 1 - place) * leading(_KEY_SIZE)
                    self._page.sketch.centred(_box_x(column) + BOX / 2, base, word, size=_KEY_SIZE)
            self._state_boxes(question, y)
            self._comment(question, _BOXES_X, self._y + total)
        return total

    def _set_number(self, question: Question, *, draw: bool) -> float:
        text = self._question_height(question, _TEXT_WIDTH)
        total = max(text, _PAD + BOX + _COMMENT_HEIGHT) + _PAD
        if draw:
            self._question_text(question, _TEXT_WIDTH)
            y = self._y + _PAD
            field_rect = Rect(_BOXES_X + 1, y, 24, BOX + 0.5)
            self._page.writing("number", question.id, field_rect)
            self._page.sketch.pieces.append(Frame(field_rect))
            unit = question.number.unit if question.number else None
            if unit:
                x = field_rect.right + 1.5
                room = _box_x(_CHOICE_COLUMNS) - x - 4
                self._page.sketch.text(x, y, self._text(unit), width=room, size=_WORD_SIZE + 1)
            self._state_boxes(question, y)
            self._comment(question, _BOXES_X, self._y + total)
        return total

    def _set_text(self, question: Question, *, draw: bool) -> float:
        width = RIGHT - _TEXT_X
        text = self._question_height(question, width)
        if draw:
            self._question_text(question, width)
            y = self._y + text
            rect = Rect(_TEXT_X, round(y, 2), width, _TEXT_LINES * _LINE_HEIGHT)
            for line in range(1, _TEXT_LINES):
                place = y + line * _LINE_HEIGHT
                self._page.sketch.pieces.append(Stroke(_TEXT_X, place, RIGHT, place))
            self._page.writing("text", question.id, rect)
        return text + _TEXT_LINES * _LINE_HEIGHT

    def _set_list(self, question: Question, *, draw: bool) -> float:
        """Choices as a list below the question, in the number of columns that takes the least height."""
        width = RIGHT - _TEXT_X
        hint = self._words("forms.several" if question.kind is Kind.MULTI else "forms.one")
        text = self._question_height(question, width, hint)
        words = [self._text(choice.text) for choice in question.choices]
        columns = min((2, 3), key=lambda count: sum(_row_heights(words, width, count)))
        heights = _row_heights(words, width, columns)
        total = text + sum(heights) + BOX + 2 * _PAD
        if draw:
            self._question_text(question, width, hint)
            y = self._y + text
            for place, choice in enumerate(question.choices):
                row, column = divmod(place, columns)
                x, top = _TEXT_X + column * width / columns + 3, y + sum(heights[:row])
                key = str(place + 1)
                part = self._choice(key, words[place])
                self._page.box(
                    x, top + 0.4, key, question=question.id, state=State.GIVEN, value=choice.value, part=part
                )
                self._page.sketch.text(
                    x + BOX + 1.5, top + 0.8, words[place], width=width / columns - 12, size=_CHOICE_SIZE, part=part
                )
            y += sum(heights) + _PAD
            x = _TEXT_X + 3
            for state in _LAST_STATES:
                word = self._words(f"state.{state.value}")
                key = state_key(question, state)
                part = self._choice(key, word)
                self._page.box(x, y, key, question=question.id, state=state, part=part)
                self._page.sketch.text(x + BOX + 1.5, y + 0.4, word, width=40, size=_CHOICE_SIZE, part=part)
                x += BOX + text_width(word, _CHOICE_SIZE) + 10
            self._comment(question, x, self._y + total)
        return total

    _SETTERS: ClassVar[dict[Kind, Callable[..., float]]] = {
        Kind.SCALE: _set_scale,
        Kind.SINGLE: _set_list,
        Kind.MULTI: _set_list,
        Kind.NUMBER: _set_number,
        Kind.TEXT: _set_text,
    }

    # Parts of a question -----------------------------------------------------------------------------------------

    def _question_height(self, question: Question, width: float, hint: str = "") -> float:
        total = _PAD + height(self._words_of(question, hint), width, _TEXT_SIZE)
        if question.relevant_if:
            total += height(self._condition(question.relevant_if), width, _NOTE_SIZE)
        return total

    def _question_text(self, question: Question, width: float, hint: str = "") -> None:
        y = self._y + _PAD
        if question.relevant_if:
            y = self._page.sketch.text(
                _TEXT_X, y, self._condition(question.relevant_if), width=width, size=_NOTE_SIZE, font=BOLD
            )
        number, words = str(self._numbers[question.id]), self._words_of(question, hint)
        part = spoken("P", f"{number} {words}")
        self._page.sketch.pieces.append(Line(LEFT, y + ascent(_TEXT_SIZE), number, _TEXT_SIZE, BOLD, part))
        self._page.sketch.text(_TEXT_X, y, words, width=width, size=_TEXT_SIZE, part=part)

    def _choice(self, key: str, words: str) -> Tag:
        """What the key of a choice and its words are to those who read without seeing."""
        return spoken("LBody", f"{key}: {words}", Tag("LI", self._choices))

    def _words_of(self, question: Question, hint: str) -> str:
        text = self._words.hyphenated(self._text(question.text))
        return f"{text} ({hint})" if hint else text

    def _condition(self, condition: Condition) -> str:
        named = self._round.questionnaire.question(condition.question)
        if condition.at_least is not None:
            lowest = named.choice(condition.at_least)
            key, choices = "forms.if_at_least", [self._text(lowest.text)]
        else:
            key = "forms.if_any_of"
            choices = [self._text(choice.text) for choice in named.choices if choice.value in condition.any_of]
        quoted = [self._words("forms.quoted", text=choice) for choice in choices]
        return self._words(key, number=self._numbers[named.id], choices=self._words.join(quoted))

    def _state_boxes(self, question: Question, y: float) -> None:
        for column, state in enumerate(_LAST_STATES, start=_CHOICE_COLUMNS):
            key = state_key(question, state)
            part = self._choice(key, self._words(f"state.{state.value}"))
            self._page.box(_box_x(column), y, key, question=question.id, state=state, part=part)

    def _comment(self, question: Question, x: float, bottom: float) -> None:
        label = self._words("forms.comment")
        self._page.sketch.pieces.append(Line(x, bottom - 0.9, label, _KEY_SIZE, part=spoken("P", label)))
        start = x + text_width(label, _KEY_SIZE) + 1.5
        room = _COMMENT_HEIGHT - 0.4
        self._page.writing(
            "comment", question.id, Rect(round(start, 2), round(bottom - room, 2), round(RIGHT - start, 2), room)
        )


def _box_x(column: int) -> float:
    return _BOXES_X + column * _COLUMN + (_COLUMN - BOX) / 2 + 0.8


def _row_heights(texts: Sequence[str], width: float, columns: int) -> list[float]:
    heights = [max(height(text, width / columns - 12, _CHOICE_SIZE) + 1.2, BOX + 2.1) for text in texts]
    return [max(heights[start : start + columns]) for start in range(0, len(heights), columns)]
