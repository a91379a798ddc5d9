"""The last page of the wizard: what is still open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from kommune_desktop.core.questionnaire import Question
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import BodyText, PageTitle
from kommune_desktop.ui.wizard.sheet_model import SheetModel

_QUESTION = Qt.ItemDataRole.UserRole


class OpenQuestions(QWidget):
    """The open questions by area; each leads to its page.

    Signals:
        questionWanted: The person wants to answer this question.
    """

    questionWanted = Signal(object)

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.title = PageTitle()
        self.text = BodyText()
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Offene Fragen"))
        self.tree.itemActivated.connect(self._on_item_activated)
        self.tree.itemClicked.connect(self._on_item_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.MARGIN, 2 * style.GRID, style.MARGIN, style.MARGIN)
        column.setSpacing(2 * style.GRID)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.tree, 1)
        column.addStretch(0)

    def refresh(self) -> None:
        """List what is open now."""
        words, progress = self.model.session.words, self.model.progress
        open_questions = progress.open
        self.tree.clear()
        self.tree.setVisible(bool(open_questions))
        if not open_questions:
            self.title.setText(self.tr("Alles beantwortet"))
            self.text.setText(
                self.tr("Der Bogen ist vollständig. Alle Antworten sind gespeichert, Sie können ihn schließen.")
            )
            return
        self.title.setText(self.tr("Offene Fragen"))
        self.text.setText(
            self.tr("{questions} noch ohne Antwort. Ein Klick führt hin. Sie können den Bogen auch so lassen.").format(
                questions=words.count("count.questions", len(open_questions))
            )
        )
        open_ids = {question.id for question in open_questions}
        for area in self.model.round.questionnaire.areas:
            found = [question for question in area.questions if question.id in open_ids]
            if found:
                self._add_area(area.title.in_language(words.language), found)
        self.tree.expandAll()

    def focus(self) -> None:
        """Take the keyboard."""
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        branch = self.tree.topLevelItem(0)
        first = branch.child(0) if branch else None
        if first is not None:
            self.tree.setCurrentItem(first)

    def _add_area(self, title: str, questions: list[Question]) -> None:
        language = self.model.session.words.language
        numbers = self.model.round.questionnaire.numbers
        branch = QTreeWidgetItem(self.tree, [f"{title} ({len(questions)})"])
        branch.setFont(0, style.font(style.BODY, bold=True))
        branch.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for question in questions:
            leaf = QTreeWidgetItem(branch, [f"{numbers[question.id]}  {question.text.in_language(language)}"])
            leaf.setData(0, _QUESTION, question)

    def _on_item_activated(self, item: QTreeWidgetItem) -> None:
        question = item.data(0, _QUESTION)
        if question is not None:
            self.questionWanted.emit(question)
