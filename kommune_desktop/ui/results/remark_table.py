"""What people wrote, as a table; each can be released for the public report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.core.round import Round
from kommune_desktop.texts import Texts

Index = QModelIndex | QPersistentModelIndex
NUMBER, QUESTION, GROUP, KIND, WORDS, RELEASED = range(6)
_PORTION = 10_000
"""So many remarks are made ready for a search at once; it takes some hundredths of a second."""


class RemarkTable(QAbstractTableModel):
    """A row for each remark, or for those that hold all the words of a search, in any column.

    Signals:
        releaseWanted: A remark is to be released, or not any more.
    """

    releaseWanted = Signal(object, bool)

    def __init__(self, words: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._round: Round | None = None
        self._all: list[Remark] = []
        self._remarks: list[Remark] = []
        self._wordings: list[str] = []
        self._sought: list[str] = []
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._on_idle)
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
        self._round, self._all, self._wordings = round_, list(remarks), []
        self._find()
        self.endResetModel()
        self._idle.start(0)

    def _on_idle(self) -> None:
        """Make ready for a search, before one is typed: there may be 100,000 remarks."""
        self._make_ready(_PORTION)
        if len(self._wordings) == len(self._all):
            self._idle.stop()

    def seek(self, text: str) -> None:
        """Show what holds these words; all for an empty text."""
        self.beginResetModel()
        self._sought = text.casefold().split()
        self._find()
        self.endResetModel()

    def _find(self) -> None:
        if not self._sought:
            self._remarks = list(self._all)
            return
        self._make_ready(len(self._all))
        found: Iterable[int] = range(len(self._all))
        for word in self._sought:
            found = [place for place in found if word in self._wordings[place]]
        self._remarks = [self._all[place] for place in found]

    def _make_ready(self, count: int) -> None:
        """Note what a search looks at, for so many more remarks."""
        done = len(self._wordings)
        for remark in self._all[done : done + count]:
            self._wordings.append(f"{' '.join(self._about(remark))} {remark.words}".casefold())

    @property
    def total(self) -> int:
        """How many remarks there are, found or not."""
        return len(self._all)

    def remark(self, row: int) -> Remark:
        """The remark of a row."""
        return self._remarks[row]

    def row_of(self, remark: Remark) -> int | None:
        """Where a remark is shown, if it is."""
        return next((row for row, shown in enumerate(self._remarks) if _is_same(shown, remark)), None)

    def replace(self, remark: Remark) -> None:
        """Show a remark whose release has changed."""
        self._all = [remark if _is_same(shown, remark) else shown for shown in self._all]
        row = self.row_of(remark)
        if row is not None:
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
        if column == WORDS:
            return " ".join(remark.words.split())
        return "" if column == RELEASED else self._about(remark)[column]

    def _about(self, remark: Remark) -> tuple[str, str, str, str]:
        """The texts of the columns before the words."""
        assert self._round is not None
        language = self._words.language
        question = self._round.questionnaire.question(remark.question_id)
        return (
            str(self._round.questionnaire.numbers[question.id]),
            question.label.in_language(language),
            self._round.group(remark.group_id).title.in_language(language),
            self._kinds[remark.kind],
        )


def _is_same(one: Remark, other: Remark) -> bool:
    return (one.sheet_id, one.question_id, one.kind) == (other.sheet_id, other.question_id, other.kind)
