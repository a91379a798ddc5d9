"""Keying one sheet: the strip, its status line, and the lines for words, comments and jumps."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.form import FormLayout
from kommune_desktop.core.keying import BACK, COMMENT, JUMP, MOST_SINGLE_KEYS, Desk, Entry, KeyMap, Refusal
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.errors import UserError
from kommune_desktop.ui import style
from kommune_desktop.ui.keying.strip import NEIGHBOURS, Look, Row, Strip
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.labels import Complaint, Note, SectionTitle


class _Line(Enum):
    """What the line below the strip takes in."""

    TEXT = auto()
    COMMENT = auto()
    JUMP = auto()


class KeyingView(QWidget):
    """Keys one paper sheet, an answer a key; each is on disk before the next question is shown.

    Signals:
        closed: The person wants back; the sheet stays as far as it is.
        finished: The sheet is keyed to its end.
    """

    closed = Signal()
    finished = Signal()

    def __init__(self, session: Session, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.sheet = session, sheet
        self._round = session.current_round
        self._form: FormLayout | None = session.opened.forms.get(sheet.form_id) if sheet.form_id is not None else None
        self._keys = KeyMap()
        self.desk = Desk(self._round, sheet.group_id, session.answers(sheet), self._keys)
        self._waiting: Entry | None = None
        self._line_kind = _Line.TEXT
        self.title = SectionTitle()
        self.strip = Strip()
        self.strip.pressed.connect(self._on_key_pressed)
        self.line_label = QLabel()
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._on_line_entered)
        self.line_label.setBuddy(self.line)
        self.complaint = Complaint()
        self.notice = Note()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(style.GRID)
        self.progress_text = QLabel()
        self._build()
        session.answerChanged.connect(self._on_answer_changed)
        self._show()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(button(self.tr("Zur Bogenliste"), self.closed.emit, icon="arrow-left"))
        line = QHBoxLayout()
        line.addWidget(self.line_label)
        line.addWidget(self.line, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.progress_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, style.GRID, style.MARGIN, style.GRID)
        column.setSpacing(style.GRID)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addLayout(line)
        column.addWidget(self.complaint)
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addLayout(foot)
        for widget in (self.line, self.line_label):
            widget.hide()

    def focus(self) -> None:
        """Put the keyboard where the next key belongs."""
        (self.line if self.line.isVisibleTo(self) else self.strip).setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys --------------------------------------------------------------------------------------------------------

    def _on_key_pressed(self, key: str) -> None:
        if key == COMMENT and self.desk.current is not None:
            self._open_line(_Line.COMMENT)
        elif key == JUMP:
            self._jump_or_finish()
        else:
            self._do(self.desk.press(key))

    def _jump_or_finish(self) -> None:
        if self.desk.current is not None:
            self._open_line(_Line.JUMP)
        elif self.desk.gaps:
            self.desk.show(self.desk.gaps[0])
            self._show()
        else:
            self.session.finish_keying(self.sheet)
            self.finished.emit()

    def _do(self, outcome: Entry | Refusal | None) -> None:
        if isinstance(outcome, Entry):
            self._save(outcome)
        elif isinstance(outcome, Refusal):
            self._show(refusal=outcome.reason)
        else:
            self._show()

    def _save(self, entry: Entry) -> None:
        """Save; the desk moves on when the store has told of it."""
        before = self.desk.answers.get(entry.question.id)
        if before == entry.answer:
            self.desk.accept(entry)
            self._show()
            return
        self._waiting = entry
        self.session.record(self.sheet, entry.question, before, entry.answer)
        self._waiting = None

    def _on_answer_changed(self, sheet_id: int, question_id: str, answer: Answer | None) -> None:
        if sheet_id != self.sheet.id:
            return
        question = self._round.questionnaire.question(question_id)
        waiting = self._waiting
        if waiting is not None and waiting.question is question and waiting.answer == answer:
            self.desk.accept(waiting)
        else:
            # Undone, or refused by the store: show what stands there now.
            self.desk.accept(Entry(question, answer, moves_on=False))
        self._show()

    # Lines -------------------------------------------------------------------------------------------------------

    def _open_line(self, kind: _Line) -> None:
        self._line_kind = kind
        labels = {
            _Line.TEXT: self.tr("Antwort:"),
            _Line.COMMENT: self.tr("Bemerkung:"),
            _Line.JUMP: self.tr("Zu Frage:"),
        }
        self.line_label.setText(labels[kind])
        self.line.setText(self._line_text(kind))
        self.line.selectAll()
        for widget in (self.line_label, self.line):
            widget.show()
        self.line.setFocus()

    def _line_text(self, kind: _Line) -> str:
        question = self.desk.current
        answer = self.desk.answers.get(question.id) if question else None
        if answer is None or kind is _Line.JUMP:
            return ""
        if kind is _Line.COMMENT:
            return answer.comment
        return answer.value if isinstance(answer.value, str) else ""

    def _on_line_entered(self) -> None:
        text, kind = self.line.text(), self._line_kind
        self._close_line()
        if kind is _Line.TEXT:
            self._do(self.desk.text(text))
        elif kind is _Line.COMMENT:
            self._do(self.desk.comment(text))
        elif text.strip().isdecimal():
            self._do(self.desk.jump(int(text)))
        else:
            self._show()

    def _close_line(self) -> None:
        for widget in (self.line_label, self.line):
            widget.hide()
        self.strip.setFocus()

    # What is seen ------------------------------------------------------------------------------------------------

    def _show(self, *, refusal: UserError | None = None) -> None:
        words, desk = self.session.words, self.desk
        self.complaint.say(words.error(refusal) if refusal else "")
        question, place = desk.current, desk.place
        rows = [self._row(q) for q in desk.questions[max(place - NEIGHBOURS, 0) : place + NEIGHBOURS + 1]]
        before = min(place, NEIGHBOURS)
        current = rows[before] if question else self._end_row()
        hints = self._hints(question) if question else ()
        look = Look(tuple(rows[:before]), current, tuple(rows[before + 1 :]), hints, refusal is not None)
        self.strip.show_look(look)
        self._show_heads(question)
        self.notice.setText(self._notice(question))
        if question is not None and question.kind is Kind.TEXT and refusal is None:
            self._open_line(_Line.TEXT)
        elif self.line.isVisible():
            self._close_line()
        spoken = words.error(refusal) if refusal else f"{current.number} {current.text}"
        self.strip.setAccessibleName(f"{current.number} {current.text} {current.value}".strip())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.strip, spoken))

    def _show_heads(self, question: Question | None) -> None:
        group = self._text(self._round.group(self.sheet.group_id).title)
        parts = [self.tr("Bogen {number}").format(number=self.sheet.number), group]
        if question is not None and self._form is not None:
            page = self.tr("Seite {page} von {pages}")
            parts.append(page.format(page=self._form.page_of(question.id), pages=len(self._form.pages)))
        self.title.setText(" · ".join(parts))
        total = len(self.desk.questions)
        self.progress.setRange(0, total)
        self.progress.setValue(self.desk.place)
        self.progress_text.setText(f"{min(self.desk.place + 1, total)} / {total}")

    def _text(self, text: object) -> str:
        return text.in_language(self.session.words.language)  # type: ignore[attr-defined,no-any-return]

    def _row(self, question: Question) -> Row:
        number = str(self._round.questionnaire.numbers[question.id])
        skipped = self.desk.is_skipped(question)
        value = self._value(question) or (self.tr("entfällt") if skipped else "")
        return Row(number, self._text(question.text), value, skipped)

    def _value(self, question: Question) -> str:
        if question is self.desk.current and self.desk.buffer:
            return " ".join(self.desk.buffer) if question.kind is Kind.MULTI else self.desk.buffer
        answer = self.desk.answers.get(question.id)
        if answer is None:
            return ""
        mark = " *" if answer.comment else ""
        if answer.state is not State.GIVEN or answer.value is None:
            return self.session.words(f"state.{answer.state.value}") + mark
        return self._given(question, answer.value) + mark

    def _given(self, question: Question, value: Value) -> str:
        if isinstance(value, str):
            return value
        places = {choice.value: place for place, choice in enumerate(question.choices, start=1)}
        if isinstance(value, frozenset):
            return " ".join(str(places[part]) for part in sorted(value))
        if isinstance(value, int) and value in places:
            return f"{places[value]} {self._text(question.choices[places[value] - 1].text)}"
        return str(value).replace(".", ",")

    def _hints(self, question: Question) -> tuple[str, ...]:
        words = self.session.words
        choices = "   ".join(f"{n} {self._text(c.text)}" for n, c in enumerate(question.choices, start=1))
        states = "   ".join(f"{key} {words(f'state.{state.value}')}" for key, state in self._keys.states.items())
        if question.kind is Kind.TEXT:
            return (self.tr("Text und Eingabetaste; ohne Text: leer gelassen"),)
        blank = words(f"state.{State.BLANK.value}")
        if question.kind is Kind.NUMBER:
            return (self.tr("Zahl und Eingabetaste; ohne Zahl: leer gelassen"), self._state_keys())
        enter = question.kind is Kind.MULTI or len(question.choices) > MOST_SINGLE_KEYS
        more = self.tr("mehrere möglich, dann Eingabetaste   ") if enter else ""
        return (choices, f"{more}0 {blank}   {states}", self.tr("* Bemerkung   + zu einer Frage   - zurück"))

    def _state_keys(self) -> str:
        words = self.session.words
        states = (State.DONT_KNOW, State.NOT_APPLICABLE, State.ILLEGIBLE, State.DOUBLE_MARKED)
        return "   ".join(f"F{n} {words(f'state.{state.value}')}" for n, state in enumerate(states, start=5))

    def _end_row(self) -> Row:
        if self.desk.gaps:
            gaps = self.session.words.count("count.questions", len(self.desk.gaps))
            return Row("", self.tr("{questions} ohne Eintrag. „+“ führt hin.").format(questions=gaps), "")
        return Row("", self.tr("Ende des Bogens. „+“ schließt ihn ab."), "")

    def _notice(self, question: Question | None) -> str:
        """Contradictions are said, never dropped."""
        numbers = self._round.questionnaire.numbers
        contradictions = self.desk.contradictions
        if question is not None and self.desk.is_skipped(question):
            return self.tr(
                "Nach einer früheren Antwort entfällt diese Frage. Steht trotzdem ein Kreuz da, tippen Sie es."
            )
        if not contradictions:
            return ""
        named = self.session.words.join([str(numbers[q.id]) for q in contradictions])
        return self.tr("Widerspruch: beantwortet, obwohl sie entfallen: {numbers}.").format(numbers=named)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.isVisible() and self._line_kind is not _Line.TEXT:
            self._close_line()
            self._show()
            return
        if event.key() == Qt.Key.Key_Up and self.line.isVisible() and self._line_kind is _Line.TEXT:
            self._close_line()
            self._do(self.desk.press(BACK))
            return
        super().keyPressEvent(event)
