"""The dialog for printing paper sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from kommune_desktop.core.round import Group, GroupKind, ReturnAddress
from kommune_desktop.errors import UserError
from kommune_desktop.intake.logo import read_logo
from kommune_desktop.texts import LANGUAGES, Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.problems import show_problem
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Note, SectionTitle
from kommune_desktop.ui.widgets.optional_day import OptionalDay
from kommune_desktop.workflow.forms import MOST_SHEETS

_USUAL_COUNT = 25
_LOGO_HEIGHT = 40
_DAYS = 21


@dataclass(frozen=True)
class PrintWish:
    """What is to be printed.

    Attributes:
        count: Number of numbered sheets; 0 for one without a number.
        with_list: Whether the list for handing out is wanted as well.
    """

    group_id: str
    count: int
    language: str
    with_list: bool
    address: ReturnAddress
    logo: bytes | None


class PrintFormsDialog(Dialog):
    """Asks for whom, how many, and what stands on the first page."""

    def __init__(
        self,
        words: Texts,
        groups: tuple[Group, ...],
        address: ReturnAddress,
        logo: bytes | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bögen drucken"))
        self.accept_button.setText(self.tr("Als PDF speichern …"))
        self.words = words
        self._groups, self._logo = groups, logo
        self.group = QComboBox()
        for group in groups:
            self.group.addItem(group.title.in_language(words.language), group.id)
        self.group.currentIndexChanged.connect(self._on_group_changed)
        self.numbered = QRadioButton(self.tr("&Nummerierte Bögen, jeder für eine Person"))
        self.master = QRadioButton(self.tr("&Ein Bogen ohne Nummer, zum Kopieren"))
        self.numbered.setChecked(True)
        self.numbered.toggled.connect(self._enable)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_SHEETS)
        self.count.setValue(_USUAL_COUNT)
        self._count = _USUAL_COUNT
        self.language = QComboBox()
        for language, name in LANGUAGES.items():
            self.language.addItem(name, language)
        self.language.setCurrentIndex(max(self.language.findData(words.language), 0))
        self.with_list = QCheckBox(self.tr("&Ausgabeliste dazu"))
        self.with_list.setChecked(True)
        self.place = QPlainTextEdit(address.place)
        self.place.setTabChangesFocus(True)
        self.place.setFixedHeight(4 * self.fontMetrics().lineSpacing())
        self.place.setPlaceholderText(self.tr("Rathaus Musterstadt, Integrationsbüro\nMarktplatz 1, 12345 Musterstadt"))
        usual = date.today() + timedelta(days=_DAYS)  # noqa: DTZ011 - the day on the person's own calendar
        self.day = OptionalDay(self.tr("Zurück &bis"), address.day, usual)
        self.logo_view = QLabel()
        self.remove_logo = button(self.tr("Entfernen"), self._on_remove_clicked)
        self._build()
        self._on_group_changed()
        self._show_logo()

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.addRow(self.tr("&Gruppe"), self.group)
        form.addRow("", self.numbered)
        form.addRow(self.tr("An&zahl"), self.count)
        form.addRow("", self.with_list)
        form.addRow("", self.master)
        form.addRow(self.tr("&Sprache"), self.language)
        front = QFormLayout()
        front.setSpacing(style.GRID)
        front.addRow(self.tr("&Rückgabe an"), self.place)
        front.addRow(self.day.box, self.day.edit)
        logo = QHBoxLayout()
        logo.addWidget(self.logo_view, 1)
        choose = button(self.tr("Logo &wählen …"), self._on_logo_clicked)
        for widget in (choose, self.remove_logo):
            widget.setAutoDefault(False)
            logo.addWidget(widget)
        front.addRow(self.tr("Logo"), logo)
        column = self.column
        column.setSpacing(style.GRID + 4)
        column.addLayout(form)
        column.addWidget(SectionTitle(self.tr("Was auf der ersten Seite steht")))
        column.addLayout(front)
        column.addWidget(
            Note(
                self.tr(
                    "Nummerierte Bögen gelten mit dem Speichern als ausgegeben. Drucken Sie die PDF-Datei in "
                    "Originalgröße, einseitig oder beidseitig."
                )
            )
        )

    def chosen(self) -> PrintWish:
        """What was entered."""
        return PrintWish(
            group_id=self.group.currentData(),
            count=self.count.value() if self.numbered.isChecked() else 0,
            language=self.language.currentData(),
            with_list=self.numbered.isChecked() and self.with_list.isChecked(),
            address=ReturnAddress(
                self.place.toPlainText().strip(),
                self.day.day,
            ),
            logo=self._logo,
        )

    def _on_group_changed(self) -> None:
        joint = self._groups[max(self.group.currentIndex(), 0)].kind is GroupKind.JOINT
        if self.count.maximum() > 1:
            self._count = self.count.value()
        self.count.setRange(1, 1 if joint else MOST_SHEETS)
        self.count.setValue(1 if joint else self._count)

    def _enable(self) -> None:
        for widget in (self.count, self.with_list):
            widget.setEnabled(self.numbered.isChecked())

    def _on_logo_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Logo wählen"), "", self.tr("Bilder (*.png *.jpg *.jpeg *.gif *.bmp *.tif *.tiff *.webp)")
        )
        if name:
            self.use_logo(Path(name))

    def use_logo(self, path: Path) -> None:
        """Take a picture as logo, or say why not."""
        try:
            self._logo = read_logo(path)
        except UserError as error:
            show_problem(self, self.words, error)
        self._show_logo()

    def _on_remove_clicked(self) -> None:
        self._logo = None
        self._show_logo()

    def _show_logo(self) -> None:
        picture = QPixmap()
        if self._logo:
            picture.loadFromData(self._logo)
            self.logo_view.setPixmap(picture.scaledToHeight(_LOGO_HEIGHT))
        else:
            self.logo_view.setText(self.tr("keines"))
        self.remove_logo.setEnabled(self._logo is not None)
