"""The dialog that asks in which form the data of a round are to leave."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout, QRadioButton, QWidget

from kommune_desktop.texts import LANGUAGES, Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Note
from kommune_desktop.workflow.exports import ExportFormat, ExportWish


class ExportDialog(Dialog):
    """Asks for the format, whether it may become public, the shape of the table, and the language."""

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Daten exportieren"))
        self.accept_button.setText(self.tr("Daten speichern …"))
        self.format = QComboBox()
        for title, chosen in self._formats():
            self.format.addItem(title, chosen)
        self.public = QRadioButton(self.tr("ö&ffentlich: nur Ergebnisse, keine einzelnen Bögen"))
        self.internal = QRadioButton(self.tr("&intern: die Antworten einzelner Bögen, mit Bemerkungen"))
        self._is_public_wanted = True
        self.rows = QComboBox()
        self.rows.addItem(self.tr("eine Zeile je Antwort"), False)
        self.rows.addItem(self.tr("eine Zeile je Bogen"), True)
        self.language = QComboBox()
        for language in LANGUAGES:
            self.language.addItem(words(f"language.{language}"), language)
        self.language.setCurrentIndex(self.language.findData(words.language))
        self.explanation = Note()
        self._build()
        self.format.currentIndexChanged.connect(self._show_possible)
        self.public.clicked.connect(self._on_scope_clicked)
        self.internal.clicked.connect(self._on_scope_clicked)
        self._show_possible()

    def _formats(self) -> list[tuple[str, tuple[ExportFormat, bool]]]:
        """Each format in words; with it, whether CSV is to be plain."""
        return [
            (self.tr("Excel-Arbeitsmappe"), (ExportFormat.XLSX, False)),
            (self.tr("CSV-Tabelle für deutsches Excel"), (ExportFormat.CSV, False)),
            (self.tr("CSV-Tabelle nach RFC 4180"), (ExportFormat.CSV, True)),
            (self.tr("JSON für andere Programme"), (ExportFormat.JSON, False)),
            (self.tr("SPSS (SAV)"), (ExportFormat.SPSS, False)),
            (self.tr("DDI-Codebook für Archive"), (ExportFormat.DDI, False)),
        ]

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.addRow(self.tr("&Format"), self.format)
        form.addRow(self.tr("Umfang"), self.public)
        form.addRow("", self.internal)
        form.addRow(self.tr("&Zeilen"), self.rows)
        form.addRow(self.tr("&Sprache"), self.language)
        for field in (self.format, self.rows, self.language):
            field.setMinimumHeight(style.CONTROL_HEIGHT)
        self.column.addLayout(form)
        self.column.addWidget(self.explanation)
        self.column.addStretch(1)

    def chosen(self) -> ExportWish:
        """What was entered."""
        chosen, is_plain = self._format()
        return ExportWish(
            chosen,
            self.language.currentData(),
            is_public=self.public.isChecked(),
            is_wide=self.rows.isEnabled() and bool(self.rows.currentData()),
            is_plain_csv=is_plain,
        )

    def _format(self) -> tuple[ExportFormat, bool]:
        chosen, is_plain = self.format.currentData()
        return ExportFormat(chosen), bool(is_plain)

    def _on_scope_clicked(self) -> None:
        self._is_public_wanted = self.public.isChecked()
        self._show_possible()

    def _show_possible(self) -> None:
        """Offer only what goes with the format, and say what is in the file.

        What a format alone allows is not kept for the next one: nothing becomes internal that was not wanted so.
        """
        chosen, _ = self._format()
        self.public.setEnabled(chosen is not ExportFormat.SPSS)
        self.internal.setEnabled(chosen is not ExportFormat.DDI)
        is_free = self.public.isEnabled() and self.internal.isEnabled()
        is_public = self._is_public_wanted if is_free else chosen is ExportFormat.DDI
        (self.public if is_public else self.internal).setChecked(True)
        self.rows.setEnabled(chosen is ExportFormat.CSV and self.internal.isChecked())
        self.explanation.setText(self._explained(chosen))
        self.fit()

    def _explained(self, chosen: ExportFormat) -> str:
        if chosen is ExportFormat.DDI:
            return self.tr(
                "Das Codebook beschreibt Fragen und Werte für ein Archiv. Antworten einzelner Bögen stehen nie darin."
            )
        if self.public.isChecked():
            return self.tr(
                "Enthalten sind die Zahlen, die auch in einem Bericht stehen dürfen. Was zum Schutz der Antwortenden "
                "verdeckt ist, bleibt verdeckt."
            )
        if chosen is ExportFormat.SPSS:
            return self.tr(
                "Die Datei öffnet sich in SPSS, PSPP, jamovi, JASP und R. Sie enthält die Antworten einzelner Bögen "
                "und ist nicht für die Öffentlichkeit bestimmt."
            )
        return self.tr(
            "Die Datei enthält die Antworten einzelner Bögen, auch aus kleinen Gruppen. Sie ist nicht für die "
            "Öffentlichkeit bestimmt."
        )
