"""Telling the person what went wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import BodyText

_LIST_WIDTH, _LIST_HEIGHT = 820, 460


def show_problem(parent: QWidget, words: Texts, error: UserError) -> None:
    """Say what happened and what to do; a longer list of findings gets room of its own."""
    if error.problems:
        ProblemList(parent, words.error_lines(error)).exec()
        return
    box = QMessageBox(QMessageBox.Icon.Warning, parent.window().windowTitle(), words.error(error), parent=parent)
    box.exec()


class ProblemList(QDialog):
    """A sentence and the findings under it, which can be selected and copied."""

    def __init__(self, parent: QWidget, lines: list[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bitte berichtigen"))
        self.resize(_LIST_WIDTH, _LIST_HEIGHT)
        self.list = QPlainTextEdit("\n".join(lines[1:]))
        self.list.setReadOnly(True)
        self.list.setAccessibleName(lines[0])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Liste kopieren"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(2 * style.GRID)
        column.addWidget(BodyText(lines[0]))
        column.addWidget(self.list)
        column.addWidget(buttons)

    def _on_copy_clicked(self) -> None:
        QApplication.clipboard().setText(self.list.toPlainText())
