"""The sheet in the wizard: its answers and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.progress import Progress
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.earlier_answers import earlier_answers


class SheetModel(QObject):
    """The answers of one sheet as they stand in the store, its progress, and what the same office said before."""

    answerChanged = Signal(str)

    def __init__(self, session: Session, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.round = session.current_round
        self.sheet = sheet
        self.answers = session.answers(sheet)
        self.earlier = earlier_answers(session.opened, self.round, sheet)
        self.progress = self._computed()
        session.answerChanged.connect(self._on_session_answer_changed)

    def record(self, question: Question, answer: Answer | None, *, typing: bool = False) -> None:
        """Save an answer, or take it back with ``None``."""
        self.session.record(self.sheet, question, self.answers.get(question.id), answer, typing=typing)

    def _computed(self) -> Progress:
        return Progress(self.round, self.sheet.group_id, self.answers)

    def _on_session_answer_changed(self, sheet_id: int, question_id: str, answer: Answer | None) -> None:
        if sheet_id != self.sheet.id:
            return
        if answer is None:
            self.answers.pop(question_id, None)
        else:
            self.answers[question_id] = answer
        self.progress = self._computed()
        self.answerChanged.emit(question_id)
