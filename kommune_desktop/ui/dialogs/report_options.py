"""The dialog for what a report holds: its sections and their order, texts of one's own, the logo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kommune_desktop.core.report import (
    SECTIONS,
    ReportKind,
    ReportOptions,
    Section,
    check_own_text,
    is_fixed,
    is_in_front,
)
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Complaint, Note, SectionTitle

_SECTION = Qt.ItemDataRole.UserRole
_LINES = 4
_ROW_HEIGHT = 3 * style.GRID


class ReportOptionsDialog(Dialog):
    """Asks what a kind of report is to hold."""

    def __init__(
        self,
        words: Texts,
        kind: ReportKind,
        options: ReportOptions,
        *,
        has_logo: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Inhalt des Berichts"))
        self.accept_button.setText(self.tr("Übernehmen"))
        self._words, self._kind, self._has_logo, self._options = words, kind, has_logo, options
        self.sections = QListWidget()
        self.sections.setAccessibleName(self.tr("Abschnitte"))
        self.sections.currentRowChanged.connect(self._enable)
        self.up = button(self.tr("Nach &oben"), partial(self._move, -1), icon="chevron-up")
        self.down = button(self.tr("Nach &unten"), partial(self._move, 1), icon="chevron-down")
        self.usual = button(self.tr("&Übliche Auswahl"), self._on_usual_clicked, icon="undo-2")
        self.foreword, self.closing = _text_field(options.foreword), _text_field(options.closing)
        self.with_logo = QCheckBox(self.tr("Mit dem &Logo der Kommune"))
        self.with_logo.setChecked(options.with_logo and has_logo)
        self.with_logo.setEnabled(has_logo)
        self.complaint = Complaint()
        self._show_sections(options)
        self._build()

    def _build(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(style.GRID)
        for widget in (self.up, self.down, self.usual):
            widget.setAutoDefault(False)
            buttons.addWidget(widget)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.sections, 1)
        row.addLayout(buttons)
        texts = QFormLayout()
        texts.setSpacing(style.GRID)
        texts.addRow(self.tr("&Vorwort"), self.foreword)
        texts.addRow(self.tr("&Schlusswort"), self.closing)
        for field in (self.foreword, self.closing):
            field.textChanged.connect(self._check)
        column = self.column
        column.setSpacing(style.GRID + 4)
        column.addWidget(SectionTitle(self.tr("Abschnitte")))
        column.addLayout(row)
        if self._kind is not ReportKind.SHORT:
            column.addWidget(
                Note(self.tr("Deckblatt, Inhaltsverzeichnis und Erklärung der Zahlen gehören immer dazu."))
            )
        column.addWidget(SectionTitle(self.tr("Eigene Texte")))
        column.addLayout(texts)
        column.addWidget(self.with_logo)
        if not self._has_logo:
            column.addWidget(Note(self.tr("Ein Logo wählen Sie beim Drucken der Bögen.")))
        column.addWidget(self.complaint)

    def _show_sections(self, options: ReportOptions) -> None:
        chosen = options.sections_of(self._kind)
        left = [section for section in SECTIONS[self._kind] if section not in chosen]
        self.sections.clear()
        for section in (*chosen, *left):
            item = QListWidgetItem(self._words(f"report_section.{section.value}"))
            item.setData(_SECTION, section.value)
            item.setCheckState(Qt.CheckState.Checked if section in chosen else Qt.CheckState.Unchecked)
            if is_fixed(self._kind, section):
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            self.sections.addItem(item)
        height = _ROW_HEIGHT * self.sections.count() + 2 * self.sections.frameWidth()
        self.sections.setFixedHeight(height)
        self.sections.setCurrentRow(0)
        self._enable()

    def chosen(self) -> ReportOptions:
        """What was entered; the usual sections are kept as such."""
        marked = [self._section(row) for row in range(self.sections.count()) if self._is_checked(row)]
        return ReportOptions(
            sections=None if marked == list(SECTIONS[self._kind]) else tuple(marked),
            foreword=self.foreword.toPlainText().strip(),
            closing=self.closing.toPlainText().strip(),
            with_logo=self.with_logo.isChecked() if self._has_logo else self._options.with_logo,
        )

    def _section(self, row: int) -> Section:
        return Section(self.sections.item(row).data(_SECTION))

    def _is_checked(self, row: int) -> bool:
        return self.sections.item(row).checkState() is Qt.CheckState.Checked

    def _can_move(self, row: int, step: int) -> bool:
        there = row + step
        if row < 0 or not 0 <= there < self.sections.count():
            return False
        return not is_in_front(self._section(row)) and not is_in_front(self._section(there))

    def _enable(self) -> None:
        row = self.sections.currentRow()
        self.up.setEnabled(self._can_move(row, -1))
        self.down.setEnabled(self._can_move(row, 1))

    def _move(self, step: int) -> None:
        """Let the section that is selected change places with its neighbour."""
        row = self.sections.currentRow()
        if not self._can_move(row, step):
            return
        item = self.sections.takeItem(row)
        self.sections.insertItem(row + step, item)
        self.sections.setCurrentRow(row + step)

    def _on_usual_clicked(self) -> None:
        self._show_sections(ReportOptions())

    def _check(self) -> None:
        reason = ""
        try:
            for field in (self.foreword, self.closing):
                check_own_text(field.toPlainText())
        except UserError as error:
            reason = self._words.error(error)
        self.complaint.say(reason)
        self.accept_button.setEnabled(not reason)


def _text_field(text: str) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing())
    return field
