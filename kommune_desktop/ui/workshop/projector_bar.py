"""The moderator's controls for the projector: what is shown, on which screen, and how much time is left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.workshop.countdown import Countdown
from kommune_desktop.ui.workshop.projection import Projection
from kommune_desktop.ui.workshop.scenes import Slide


class ProjectorBar(QWidget):
    """A row of controls.

    Signals:
        slideWanted: What is chosen is to be put on the projector.
    """

    slideWanted = Signal()

    def __init__(self, projection: Projection, countdown: Countdown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projection, self._countdown = projection, countdown
        self._screens: list[QScreen] = []
        self._has_questions = False
        self.what, self.screen_choice = QComboBox(), QComboBox()
        self.screen_label = QLabel(self.tr("Auf"))
        self.dark, self.with_time = QCheckBox(self.tr("Dun&kel")), QCheckBox(self.tr("&Zeit zeigen"))
        self.time = QLabel()
        self._build()
        projection.changed.connect(self._show_state)
        self.what.activated.connect(self.slideWanted)
        self.dark.toggled.connect(projection.set_dark)
        self.with_time.toggled.connect(self._show_time)
        countdown.ticked.connect(self._show_time)
        self._show_state()
        self._show_time()

    def _build(self) -> None:
        self.show_button = button(self.tr("Auf dem Bea&mer zeigen"), self.toggle, icon="presentation", main=True)
        self.black_button = button(self.tr("B&ild aus"), self._projection.toggle_black)
        self.black_button.setCheckable(True)
        self.start_button = button("", self._on_start_clicked, icon="play")
        self.time.setMinimumWidth(self.fontMetrics().horizontalAdvance("+888:88"))
        for title, slide in (
            (self.tr("Gruppen"), Slide.GROUPS),
            (self.tr("Antworten"), Slide.ANSWERS),
            (self.tr("Freigegebene Bemerkungen"), Slide.QUOTES),
            (self.tr("Rangliste"), Slide.RANKING),
        ):
            self.what.addItem(title, slide)
        for box in (self.what, self.screen_choice):
            box.setMinimumHeight(style.CONTROL_HEIGHT)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        # On Linux a screen reader says of a box what is chosen in it, unless a label belongs to it.
        shows = QLabel(self.tr("Bi&ld"))
        shows.setBuddy(self.what)
        self.screen_label.setBuddy(self.screen_choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GRID)
        screen = (self.screen_label, self.screen_choice)
        picture = (shows, self.what, self.black_button, self.dark)
        for widget in (self.show_button, *screen, *picture):
            row.addWidget(widget)
        row.addStretch(1)
        for part in (self.time, self.start_button, self.with_time):
            row.addWidget(part)

    # What is shown -----------------------------------------------------------------------------------------------

    @property
    def slide(self) -> Slide:
        """What the projector shows."""
        return Slide(self.what.currentData())

    def choose(self, slide: Slide) -> None:
        """Let the projector show something else."""
        self.what.setCurrentIndex(self.what.findData(slide))

    def enable(self, *, has_questions: bool) -> None:
        """Whether there is anything to show."""
        self._has_questions = has_questions
        self._show_state()

    def _show_state(self) -> None:
        is_on = self._projection.is_on
        self.show_button.setText(self.tr("Bea&mer beenden") if is_on else self.tr("Auf dem Bea&mer zeigen"))
        self.black_button.setEnabled(is_on)
        self.black_button.setChecked(self._projection.is_black)
        self.show_button.setEnabled(self._has_questions)
        self._show_screens()

    def _show_screens(self) -> None:
        """With one screen there is nothing to choose."""
        screens = self._projection.screens()
        if screens != self._screens:
            self._screens = screens
            self.screen_choice.clear()
            for number in range(1, len(screens) + 1):
                self.screen_choice.addItem(self.tr("Bildschirm {number}").format(number=number))
            self.screen_choice.setCurrentIndex(screens.index(self._projection.usual_screen()))
        for part in (self.screen_label, self.screen_choice):
            part.setVisible(len(screens) > 1)

    def _show_time(self) -> None:
        text = self._countdown.text
        self.time.setText(text)
        self.time.setAccessibleName(self.tr("Verbleibende Zeit: {time}").format(time=text))
        is_running = self._countdown.is_running
        self.start_button.setText(self.tr("Anhal&ten") if is_running else self.tr("Zeit s&tarten"))
        self._projection.show_time(text if self.with_time.isChecked() else "")

    # What is done ------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Begin to project on the chosen screen, or end it."""
        if self._projection.is_on:
            self._projection.end()
        elif self._has_questions:
            self.slideWanted.emit()
            self._projection.begin(self._screens[self.screen_choice.currentIndex()])

    def _on_start_clicked(self) -> None:
        if self._countdown.is_running:
            self._countdown.pause()
        else:
            self._countdown.start()
