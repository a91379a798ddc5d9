"""How the results are looked at: with which round they are compared, and what counts the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kommune_desktop.core.results import RoundResults
from kommune_desktop.core.round import Weighting
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import Note
from kommune_desktop.workflow.evaluation import Evaluation, View


class ViewBar(QWidget):
    """Two choices, and a sentence that explains the weighting where it is not that of the round.

    Signals:
        viewWanted: A :class:`View`.
    """

    viewWanted = Signal(object)

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.earlier = QComboBox()
        self.weighting = QComboBox()
        for weighting in Weighting:
            self.weighting.addItem(words(f"weighting.{weighting.value}"), weighting)
        self.explanation = Note()
        row = QHBoxLayout()
        row.setSpacing(style.GRID)
        self._earlier_label = QLabel(self.tr("&Verglichen mit"))
        for label, box in ((self._earlier_label, self.earlier), (QLabel(self.tr("&Gewicht")), self.weighting)):
            label.setBuddy(box)
            box.setMinimumHeight(style.CONTROL_HEIGHT)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
            row.addWidget(label)
            row.addWidget(box, 1)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GRID // 2)
        column.addLayout(row)
        column.addWidget(self.explanation)
        self.earlier.activated.connect(self._on_chosen)
        self.weighting.activated.connect(self._on_chosen)

    def show_view(self, evaluation: Evaluation) -> None:
        """Show how an evaluation was made."""
        *earlier, now = evaluation.history.rounds
        self.earlier.clear()
        for one in reversed(earlier):
            self.earlier.addItem(one.round.title, one.round.id)
        if evaluation.trend is not None:
            self.earlier.setCurrentIndex(self.earlier.findData(evaluation.trend.before.round.id))
        for widget in (self.earlier, self._earlier_label):
            widget.setVisible(bool(earlier))
        self.weighting.setCurrentIndex(list(Weighting).index(now.round.weighting))
        self.explanation.setText(self._explained(now, evaluation.settled))
        self.explanation.setVisible(now.round.weighting is not evaluation.settled)

    def _explained(self, results: RoundResults, settled: Weighting) -> str:
        if results.round.weighting is Weighting.SHEET:
            text = self.tr("So zählt jeder Bogen gleich viel: Große Gruppen prägen das Ergebnis.")
        else:
            text = self.tr("So zählt jede Gruppe gleich viel, wie viele Bögen sie auch hat.")
        rule = self.tr("Für diese Runde ist festgelegt: {weighting}. Berichte folgen dem.")
        return f"{text} {rule.format(weighting=self._words(f'weighting.{settled.value}'))}"

    def _on_chosen(self) -> None:
        self.viewWanted.emit(View(Weighting(self.weighting.currentData()), self.earlier.currentData()))
