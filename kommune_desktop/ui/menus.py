"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices
from PySide6.QtWidgets import QMenu, QMenuBar, QMessageBox, QWidget

from kommune_desktop import __version__, paths
from kommune_desktop.settings import Settings
from kommune_desktop.texts import LANGUAGES, Texts

if TYPE_CHECKING:  # The menus are there before what these need is loaded.
    from kommune_desktop.ui.session import Session
    from kommune_desktop.ui.workspace import Workspace


class Menus(QMenuBar):
    """All menus. What belongs to the workspace comes with :meth:`attach`.

    Signals:
        newWanted, openWanted, closeWanted, quitWanted: An entry of the file menu.
        recentWanted: A path of the recent files.
        languageChosen: A language of the interface.
    """

    newWanted = Signal()
    openWanted = Signal()
    closeWanted = Signal()
    quitWanted = Signal()
    recentWanted = Signal(object)
    languageChosen = Signal(str)

    def __init__(self, settings: Settings, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._words = words
        self._session: Session | None = None
        self._keys: list[tuple[QAction, str]] = []
        self._fill_file_menu()
        self.edit_menu = self.addMenu(self.tr("&Bearbeiten"))
        self.round_menu = self.addMenu(self.tr("&Runde"))
        view = self.addMenu(self.tr("&Ansicht"))
        self.page_menu = view.addMenu(self.tr("&Seite"))
        self._fill_language_menu(view.addMenu(self.tr("S&prache")))
        help_menu = self.addMenu(self.tr("&Hilfe"))
        self._add(help_menu, self.tr("&Tastatur …"), self._on_keys_wanted, "F1")
        self._add(help_menu, self.tr("Ordner mit dem &Protokoll öffnen"), self._on_log_wanted)
        self._add(help_menu, self.tr("Ü&ber das Programm"), self._on_about_wanted)
        self.refresh()

    def _fill_file_menu(self) -> None:
        file = self.addMenu(self.tr("&Datei"))
        self._add(file, self.tr("&Neue Datei …"), self.newWanted.emit, "Ctrl+N")
        self._add(file, self.tr("Ö&ffnen …"), self.openWanted.emit, "Ctrl+O")
        self.recent_menu = file.addMenu(self.tr("&Zuletzt geöffnet"))
        file.aboutToShow.connect(self._fill_recent)
        file.addSeparator()
        self.close_action = self._add(file, self.tr("&Schließen"), self.closeWanted.emit, "Ctrl+W")
        self._add(file, self.tr("&Beenden"), self.quitWanted.emit, "Ctrl+Q")

    def _fill_language_menu(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for language, name in LANGUAGES.items():
            action = self._add(menu, name, partial(self.languageChosen.emit, language))
            action.setCheckable(True)
            action.setChecked(language == self._words.language)
            group.addAction(action)

    def _add(
        self,
        menu: QMenu,
        text: str,
        act: Callable[[], object],
        keys: str = "",
    ) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked=False: act())
        if keys:
            self._keys.append((action, keys))
        return action

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for name in self._settings.recent:
            self._add(self.recent_menu, name, partial(self.recentWanted.emit, Path(name)))
        self.recent_menu.setEnabled(bool(self._settings.recent))

    def attach(self, session: Session, workspace: Workspace) -> None:
        """Take in what belongs to the workspace."""
        self._session = session
        stack = session.undo_stack
        undo = self._add(self.edit_menu, self.tr("&Rückgängig"), stack.undo, "Ctrl+Z")
        redo = self._add(self.edit_menu, self.tr("&Wiederholen"), stack.redo, "Ctrl+Y")
        self.edit_menu.addSeparator()
        self.settings_action = self._add(
            self.edit_menu, self.tr("&Einstellungen zum Erfassen …"), workspace.keying_flow.set_up
        )
        for action, possible in ((undo, stack.canUndoChanged), (redo, stack.canRedoChanged)):
            action.setEnabled(False)
            possible.connect(action.setEnabled)
        self._add(self.round_menu, self.tr("&Neue Runde …"), workspace.add_round)
        self.import_action = self._add(
            self.round_menu, self.tr("&Antworten übernehmen …"), workspace.answers_import.begin
        )
        self.print_action = self._add(
            self.round_menu, self.tr("&Bögen drucken …"), workspace.files.print_forms, "Ctrl+P"
        )
        self.export_action = self._add(self.round_menu, self.tr("&Daten exportieren …"), workspace.files.export)
        self._add(self.round_menu, self.tr("&PDF ansehen und drucken …"), workspace.files.view_file)
        for page, (title, _) in enumerate(workspace.pages.titles()):
            self._add(self.page_menu, title, partial(workspace.show_page, page), f"Ctrl+{page + 1}")
        self.bind_keys()
        session.roundChanged.connect(self.refresh)
        self.refresh()

    def bind_keys(self) -> None:
        """Give the entries their shortcuts.

        The first one brings all constants of Qt along, and the first sight of the window is not to wait for them.
        """
        keys, self._keys = self._keys, []
        for action, sequence in keys:
            action.setShortcut(sequence)

    def refresh(self) -> None:
        """Enable what can be done. Undo and redo know by themselves."""
        session = self._session
        is_open = session is not None and session.store is not None
        self.close_action.setEnabled(is_open)
        for menu in (self.edit_menu, self.round_menu, self.page_menu):
            menu.setEnabled(is_open)
        for menu in (self.round_menu, self.page_menu):
            for action in menu.actions():
                action.setEnabled(is_open)
        if session is not None:
            self.settings_action.setEnabled(is_open)
        if session is not None and session.round is None:
            self.import_action.setEnabled(False)
            self.print_action.setEnabled(False)
            self.export_action.setEnabled(False)

    def _on_keys_wanted(self) -> None:
        box = QMessageBox(self.window())
        box.setWindowTitle(self.tr("Tastatur"))
        box.setText(self.tr("So geht es ohne Maus:"))
        box.setInformativeText(
            self.tr(
                "1 bis 9: Antwort wählen\nW: weiß nicht\nT: trifft nicht zu\nEntf: Antwort zurücknehmen\n"
                "Tab und Pfeile: zur nächsten Antwort oder Frage\nStrg+Eingabe oder Alt+→: nächste Seite\n"
                "Alt+←: vorige Seite\nStrg+Z: letzte Änderung zurücknehmen\nStrg+P: Bögen drucken\n"
                "Strg+1 bis Strg+8: Seite wählen\n\n"
                "Beim Erfassen von Papier\n1 bis 7: Kästchen; 0: leer gelassen\n8 weiß nicht, 9 trifft nicht zu, "
                "Komma unleserlich, / doppelt angekreuzt;\nF5 bis F8 bedeuten überall dasselbe\n"
                "*: Bemerkung\n+: zu einer Frage, am Ende den Bogen abschließen\n"
                "- oder Rückschritt: zurück\nF9: alles Übrige als leer vermerken\n\n"
                "Im Workshop\nF5: Beamer ein und aus\nBild↓ und Bild↑: weiter und zurück, auch mit der Fernbedienung\n"
                "B oder Punkt: Bild aus; Esc: Beamer beenden"
            )
        )
        box.exec()

    def _on_log_wanted(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_file().parent)))

    def _on_about_wanted(self) -> None:
        QMessageBox.about(
            self.window(),
            self.tr("Über das Programm"),
            self.tr("Weltoffene Kommune {version}\n\nSelbstüberprüfung für Kommunen, ohne Netz.").format(
                version=__version__
            ),
        )
