"""Areas or questions against groups, as a map of shades with the scores in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QWidget

from kommune_desktop.settings import Settings
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.results import charts
from kommune_desktop.ui.widgets.chart import ChartView
from kommune_desktop.ui.widgets.page import Page
from kommune_desktop.workflow.evaluation import Evaluation


class HeatView(Page):
    """The map, of all areas or of the questions of one.

    Signals:
        areaChosen, questionChosen: An id.
    """

    areaChosen = Signal(str)
    questionChosen = Signal(str)

    def __init__(self, words: Texts, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent, has_charts=True)
        self.title.hide()
        self.setAccessibleName(self.tr("Punkte nach Gruppen"))
        self._words = words
        self._evaluation: Evaluation | None = None
        self.areas = QRadioButton(self.tr("Handlung&sfelder"))
        self.questions = QRadioButton(self.tr("Frag&en"))
        self.areas.setChecked(True)
        kinds, row = QButtonGroup(self), QHBoxLayout()
        for kind in (self.areas, self.questions):
            kinds.addButton(kind)
            row.addWidget(kind)
        self.area = QComboBox()
        self.area.setMinimumHeight(style.CONTROL_HEIGHT)
        self.area.setAccessibleName(self.tr("Handlungsfeld"))
        self.area.activated.connect(self._show)
        row.addWidget(self.area)
        row.addStretch(1)
        self.map = ChartView(settings)
        self.map.spotChosen.connect(self._on_spot_chosen)
        self.questions.toggled.connect(self._show)
        self.column.addLayout(row)
        self.column.addWidget(self.map)
        self.column.addStretch(1)

    def show_results(self, evaluation: Evaluation) -> None:
        """Show the results of a round."""
        self._evaluation = evaluation
        chosen = self.area.currentIndex()
        self.area.clear()
        self.area.addItems([part.area.title.in_language(self._words.language) for part in evaluation.results.areas])
        self.area.setCurrentIndex(chosen if 0 <= chosen < self.area.count() else 0)
        self._show()

    def _show(self) -> None:
        if self._evaluation is None:
            return
        results = self._evaluation.results
        self.area.setVisible(self.questions.isChecked())
        if self.questions.isChecked():
            questions = results.areas[self.area.currentIndex()].questions
            self.map.show_chart(charts.heat_of_questions(results.round, questions, self._words))
        else:
            self.map.show_chart(charts.heat_of_areas(self._evaluation, self._words))

    def _on_spot_chosen(self, key: str) -> None:
        (self.questionChosen if self.questions.isChecked() else self.areaChosen).emit(key)
