"""The dialog for a new file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from kommune_desktop import paths
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.buttons import button
from kommune_desktop.ui.widgets.dialog import Dialog
from kommune_desktop.ui.widgets.labels import Note


@dataclass(frozen=True)
class NewStore:
    """What the dialog returns."""

    municipality: str
    path: Path


class NewStoreDialog(Dialog):
    """Asks for the municipality and where its file is to lie."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Neue Datei"))
        self.accept_button.setText(self.tr("Datei anlegen"))
        self._folder = folder
        self._path_chosen = False
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("zum Beispiel Stadt Musterhausen"))
        self.name.textChanged.connect(self._on_name_changed)
        self.path = QLineEdit()
        self.path.textEdited.connect(self._on_path_edited)
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        browse = button(self.tr("Ändern …"), self._on_browse_clicked)
        browse.setAutoDefault(False)
        where.addWidget(browse)
        label = QLabel(self.tr("&Datei"))
        label.setBuddy(self.path)
        form = QFormLayout()
        form.setSpacing(style.GRID)
        form.addRow(self.tr("&Name der Kommune"), self.name)
        form.addRow(label, where)
        self.path.setAccessibleName(self.tr("Datei"))
        column = self.column
        column.addLayout(form)
        column.addWidget(Note(self.tr("In dieser einen Datei liegen alle Runden, Bögen und Antworten Ihrer Kommune.")))
        self._on_name_changed("")

    def chosen(self) -> NewStore:
        """What was entered."""
        path = paths.with_suffix(Path(self.path.text().strip()), paths.STORE_SUFFIX)
        return NewStore(self.name.text().strip(), path)

    def _on_name_changed(self, name: str) -> None:
        if not self._path_chosen:
            file = paths.file_name(name.strip() or self.tr("Kommune"), paths.STORE_SUFFIX)
            self.path.setText(str(self._folder / file))
        self._check()

    def _on_path_edited(self) -> None:
        self._path_chosen = True
        self._check()

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.name.text().strip()) and bool(self.path.text().strip()))

    def _on_browse_clicked(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Datei der Kommune"),
            self.path.text(),
            self.tr("Dateien der Kommune (*.kommune)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._path_chosen = True
            self.path.setText(name)
            self._check()
