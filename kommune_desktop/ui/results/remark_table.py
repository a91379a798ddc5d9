"""What people wrote, as a table; each can be released for the public report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.core.round import Round
from kommune_desktop.texts import Texts

Index = QModelIndex | QPersistentModelIndex
NUMBER, QUESTION, GROUP, KIND, WORDS, RELEASED = range(6)


class RemarkTable(QAbstractTableModel):
    """A row for each remark.

    Signals:
        releaseWanted: A remark is to be released, or not any more.
    """

    releaseWanted = Signal(object, bool)

    def __init__(self, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._round: Round | None = None
        self._remarks: list[Remark] = []
        self._titles = [
            words("word.number"),
            words("word.question"),
            self.tr("Gruppe"),
            self.tr("Art"),
            self.tr("Wortlaut"),
            self.tr("Öffentlich"),
        ]
        self._kinds = {
            RemarkKind.COMMENT: self.tr("Bemerkung"),
            RemarkKind.ANSWER: self.tr("Antwort"),
            RemarkKind.EVIDENCE: self.tr("Nachweis"),
        }

    def show_remarks(self, round_: Round, remarks: Sequence[Remark]) -> None:
        """Show the remarks of a round."""
        self.beginResetModel()
        self._round, self._remarks = round_, list(remarks)
        self.endResetModel()

    def remark(self, row: int) -> Remark:
        """The remark of a row."""
        return self._remarks[row]

    def replace(self, remark: Remark) -> None:
        """Show a remark whose release has changed."""
        for row, shown in enumerate(self._remarks):
            if (shown.sheet_id, shown.question_id, shown.kind) == (remark.sheet_id, remark.question_id, remark.kind):
                self._remarks[row] = remark
                self.dataChanged.emit(self.index(row, 0), self.index(row, RELEASED))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._remarks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == RELEASED else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        remark = self._remarks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(remark, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WORDS:
            return remark.words
        if index.column() != RELEASED:
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if remark.is_released else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("freigegeben") if remark.is_released else self.tr("nicht freigegeben")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != RELEASED:
            return False
        self.releaseWanted.emit(self._remarks[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _text(self, remark: Remark, column: int) -> str:
        if self._round is None:
            return ""
        language = self._words.language
        question = self._round.questionnaire.question(remark.question_id)
        return {
            NUMBER: str(self._round.questionnaire.numbers[question.id]),
            QUESTION: question.label.in_language(language),
            GROUP: self._round.group(remark.group_id).title.in_language(language),
            KIND: self._kinds[remark.kind],
            WORDS: " ".join(remark.words.split()),
        }.get(column, "")
