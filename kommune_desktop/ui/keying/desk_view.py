"""What is keyed at: the strip, its status line, and the line for words, comments and jumps."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.form import FormLayout
from kommune_desktop.core.keying import COMMENT, FORWARD, JUMP, Desk, Entry, KeyMap, Refusal
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.round import Round
from kommune_desktop.core.wording import on_paper
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.keying.hints import Groups, hints_for
from kommune_desktop.ui.keying.keys import REST_BLANK
from kommune_desktop.ui.keying.line import TypedLine
from kommune_desktop.ui.keying.look import Look, Row
from kommune_desktop.ui.keying.strip import Strip
from kommune_desktop.ui.widgets.labels import Complaint, Note


class _Line(Enum):
    """What the line below the strip takes in."""

    TEXT = auto()
    COMMENT = auto()
    JUMP = auto()


class DeskView(QWidget):
    """Shows a :class:`~kommune_desktop.core.keying.Desk` and hears the keys.

    Signals:
        entered: An entry is to be saved, and then handed to :meth:`accept`.
        restBlankWanted: All that is still open is to be noted as left blank.
        endWanted: Nothing is open any more, and the sheet is to be ended.
    """

    entered = Signal(object)
    restBlankWanted = Signal()
    endWanted = Signal()

    def __init__(  # noqa: PLR0913 - how it looks and sounds
        self,
        words: Texts,
        round_: Round,
        keys: KeyMap,
        *,
        neighbours: int,
        sound: bool,
        only_answers: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``only_answers``: a question is answered, and nothing else: no comments, no other places."""
        super().__init__(parent)
        self.desk: Desk | None = None
        self._form: FormLayout | None = None
        self._words, self._round, self._keys = words, round_, keys
        self._neighbours, self._sound, self._only_answers = neighbours, sound, only_answers
        self._line_kind = _Line.TEXT
        # Words that were typed and are not stored, by question: they come back with the line.
        self._unsaved: dict[tuple[str, _Line], str] = {}
        self.strip = Strip(neighbours)
        self.strip.pressed.connect(self._on_key_pressed)
        self.line_label = QLabel()
        self.line = TypedLine()
        self.line.returnPressed.connect(self._on_line_entered)
        self.line.keyPassed.connect(self._on_key_passed)
        self.line_label.setBuddy(self.line)
        self.complaint = Complaint()
        self.notice = Note()
        self._build()
        self.line_box.hide()

    def _build(self) -> None:
        self.line_box = QWidget()
        line = QHBoxLayout(self.line_box)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.line_label)
        line.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GRID)
        column.addWidget(self.strip, 1)
        column.addWidget(self.line_box)
        messages = QGridLayout()
        for message in (self.notice, self.complaint):
            messages.addWidget(message, 0, 0)
        messages.setColumnStretch(1, 1)
        column.addLayout(messages)
        column.addStretch(0)
        if self._neighbours:
            # The room for the line and for one message stays free, so that the current question never moves.
            for widget in (self.line_box, self.notice):
                policy = widget.sizePolicy()
                policy.setRetainSizeWhenHidden(True)
                widget.setSizePolicy(policy)
            self.notice.setMinimumHeight(self.notice.fontMetrics().lineSpacing())

    def use(self, desk: Desk, form: FormLayout | None) -> None:
        """Take another desk; ``form``: what its sheet was printed as, where that is known."""
        self.desk, self._form = desk, form
        self._unsaved.clear()
        self._close_line()
        self.refresh()

    def accept(self, entry: Entry) -> None:
        """An entry was saved, or what another window has put in its place: move on."""
        self._at.accept(entry)
        for kind in (_Line.TEXT, _Line.COMMENT):
            place = (entry.question.id, kind)
            if self._unsaved.get(place, "").strip() == _stored_words(entry.answer, kind):
                self._unsaved.pop(place, None)
        self.refresh()

    def focus(self) -> None:
        """Put the keyboard where the next key belongs."""
        (self.line if self.line.isVisibleTo(self) else self.strip).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _at(self) -> Desk:
        if self.desk is None:
            raise LookupError("there is no desk yet")
        return self.desk

    # Keys --------------------------------------------------------------------------------------------------------

    def _on_key_pressed(self, key: str) -> None:
        if self._only_answers:
            self._do(self._at.press(key))
        elif key in (COMMENT, JUMP) and self._at.current is not None:
            self.refresh()
            self._open_line(_Line.COMMENT if key == COMMENT else _Line.JUMP)
        elif key == REST_BLANK and not self._at.rest_open:
            self._do(Refusal(UserError("keying.nothing_open")))
        elif key == REST_BLANK:
            self.restBlankWanted.emit()
        elif key == JUMP and self._at.gaps:
            self._at.show(self._at.gaps[0])
            self.refresh()
        elif key == JUMP:
            self.endWanted.emit()
        else:
            self._do(self._at.press(key))

    def _on_key_passed(self, key: str) -> None:
        self._keep_words()
        self._close_line()
        self._on_key_pressed(key)

    def _do(self, outcome: Entry | Refusal | None) -> None:
        if isinstance(outcome, Entry):
            self.entered.emit(outcome)
        elif isinstance(outcome, Refusal):
            if self._sound:
                QApplication.beep()
            self.refresh(refusal=outcome.reason)
        else:
            self.refresh()

    # Lines -------------------------------------------------------------------------------------------------------

    def _open_line(self, kind: _Line) -> None:
        self._line_kind = kind
        self.line.takes_answer = kind is _Line.TEXT
        labels = {
            _Line.TEXT: self.tr("Antwort:"),
            _Line.COMMENT: self.tr("Bemerkung:"),
            _Line.JUMP: self.tr("Zu Frage:"),
        }
        self.line_label.setText(labels[kind])
        self.line.setText(self._line_text(kind))
        self.line.selectAll()
        self.line_box.show()
        focused = self.window().focusWidget()
        # From elsewhere, say a list, the keyboard is not called away.
        if focused is None or self.isAncestorOf(focused):
            self.line.setFocus()

    def _line_text(self, kind: _Line) -> str:
        question = self._at.current
        if question is None or kind is _Line.JUMP:
            return ""
        stored = _stored_words(self._at.answers.get(question.id), kind)
        return self._unsaved.get((question.id, kind), stored)

    def _keep_words(self) -> None:
        """Keep what is in the line until it is stored."""
        question = self._at.current
        if question is not None and self._line_kind is not _Line.JUMP:
            self._unsaved[question.id, self._line_kind] = self.line.text()

    def _on_line_entered(self) -> None:
        text, kind = self.line.text(), self._line_kind
        self._keep_words()
        self._close_line()
        if kind is _Line.TEXT:
            self._do(self._at.press(FORWARD) if self._stands(text) else self._at.text(text))
        elif kind is _Line.COMMENT:
            self._do(self._at.comment(text))
        elif text.strip().isdecimal():
            self._do(self._at.jump(int(text)))
        else:
            self.refresh()

    def _stands(self, text: str) -> bool:
        """Whether the answer to the current question is there already and was left as it is."""
        question = self._at.current
        answer = self._at.answers.get(question.id) if question else None
        return answer is not None and text == _stored_words(answer, _Line.TEXT)

    def _close_line(self) -> None:
        if self.window().focusWidget() is self.line:
            self.strip.setFocus()
        self.line_box.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.line.isVisible():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self._line_kind is not _Line.TEXT:
            self._close_line()
            self.refresh()
        else:
            super().keyPressEvent(event)

    # What is seen ------------------------------------------------------------------------------------------------

    def refresh(self, *, refusal: UserError | None = None) -> None:
        """Show the desk as it is."""
        desk = self._at
        question, place = desk.current, desk.place
        self.complaint.say(self._words.error(refusal) if refusal else "")
        rows = [self._row(q) for q in desk.questions[max(place - self._neighbours, 0) : place + self._neighbours + 1]]
        before = min(place, self._neighbours)
        current = rows[before] if question else self._end_row()
        self.strip.show_look(
            Look(
                tuple(rows[:before]),
                current,
                tuple(rows[before + 1 :]),
                self._where(question),
                self._hints(question),
                refused=refusal is not None,
            )
        )
        self.notice.setText(self._notice(question))
        self.notice.setVisible(refusal is None and bool(self.notice.text()))
        if question is not None and question.kind is Kind.TEXT:
            self._open_line(_Line.TEXT)
        elif self.line.isVisible():
            self._close_line()
        spoken = self._words.error(refusal) if refusal else f"{current.number} {current.text}".strip()
        self.strip.setAccessibleName(f"{current.number} {current.text} {current.value}".strip())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.strip, spoken))

    def _where(self, question: Question | None) -> str:
        form = self._form
        if question is None or form is None:
            return ""
        page = self.tr("Seite {page} von {pages}").format(page=form.page_of(question.id), pages=len(form.pages))
        return f"{page} · {form.block_of(question.id)}"

    def _hints(self, question: Question | None) -> Groups:
        if question is None:
            return ()
        return hints_for(question, self._keys, self._words, only_answers=self._only_answers)

    def _row(self, question: Question) -> Row:
        number = str(self._round.questionnaire.numbers[question.id])
        skipped = self._at.is_skipped(question)
        value = self._value(question) or (self.tr("entfällt") if skipped else "")
        return Row(number, question.text.in_language(self._words.language), value, skipped)

    def _value(self, question: Question) -> str:
        desk = self._at
        if question is desk.current and desk.buffer:
            return " ".join(desk.buffer) if question.kind is Kind.MULTI else desk.buffer
        answer = desk.answers.get(question.id)
        mark = " *" if answer is not None and answer.comment else ""
        return on_paper(question, answer, self._words) + mark

    def _end_row(self) -> Row:
        if self._at.gaps:
            gaps = self._words.count("count.questions", len(self._at.gaps))
            text = self.tr("{questions} ohne Eintrag. „+“ führt hin, F9 vermerkt sie als leer.")
            return Row("", text.format(questions=gaps), "")
        return Row("", self.tr("Ende des Bogens. „+“ schließt ihn ab."), "")

    def _notice(self, question: Question | None) -> str:
        """Contradictions are said, never dropped."""
        if question is not None and self._at.is_skipped(question):
            return self.tr(
                "Nach einer früheren Antwort entfällt diese Frage. Steht trotzdem ein Kreuz da, tippen Sie es."
            )
        contradictions = self._at.contradictions
        if not contradictions:
            return ""
        named = self._words.join([str(self._round.questionnaire.numbers[q.id]) for q in contradictions])
        return self.tr("Widerspruch: beantwortet, obwohl sie entfallen: {numbers}.").format(numbers=named)


def _stored_words(answer: Answer | None, kind: _Line) -> str:
    """What an answer says in the place that a line is for."""
    if answer is None:
        return ""
    if kind is _Line.COMMENT:
        return answer.comment
    return answer.value if isinstance(answer.value, str) else ""
