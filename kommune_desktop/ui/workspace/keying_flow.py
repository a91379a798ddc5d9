"""The ways into keying: a sheet, a batch, its second keying, and what both keyings differ in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kommune_desktop.core.sheet import Sheet
from kommune_desktop.errors import UserError
from kommune_desktop.settings import Settings
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.file_work import differences_of_file, sheet_for_copy

if TYPE_CHECKING:
    from kommune_desktop.core.batch import Batch, BatchSheets
    from kommune_desktop.core.verification import Difference
    from kommune_desktop.ui.keying import KeyingJob, KeyingView


class KeyingFlow(QObject):
    """Asks what is to be asked before keying, and opens the view for it.

    Signals:
        opened: A view is to be shown.
    """

    opened = Signal(object)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        """``window``: what the dialogs belong to."""
        super().__init__(window)
        self.session, self.settings, self._window = session, settings, window

    def key_sheet(self, sheet: Sheet) -> None:
        """Key one sheet by itself."""
        from kommune_desktop.ui.keying import KeyingJob  # noqa: PLC0415 - loaded when it is wanted

        self._key(KeyingJob(), sheet)

    def begin_batch(self) -> None:
        """Ask for a new batch and start with it."""
        from kommune_desktop.ui.dialogs.new_batch import NewBatchDialog  # noqa: PLC0415 - loaded when it is wanted

        dialog = NewBatchDialog(self.settings.initials, self._window)
        if not dialog.exec():
            return
        chosen = dialog.chosen()
        self._remember_initials(chosen.initials)
        batch = self.session.add_batch(chosen.expected)
        if batch is not None:
            self.key_batch(batch)

    def key_batch(self, batch: Batch) -> None:
        """Key the sheets of a batch, from where that stopped."""
        from kommune_desktop.ui.dialogs.new_batch import ask_initials  # noqa: PLC0415 - loaded when it is wanted
        from kommune_desktop.ui.keying import KeyingJob  # noqa: PLC0415

        if not self.settings.initials:
            initials = ask_initials(self._window)
            if initials is None:
                return
            self._remember_initials(initials)
        store = self.session.opened
        half_keyed = store.batches.half_keyed(batch.id)
        sheet = store.sheets.get(half_keyed) if half_keyed is not None else None
        self._key(KeyingJob(batch, initials=self.settings.initials), sheet)

    def key_again(self, laid: BatchSheets) -> None:
        """Ask which sheets of a batch are keyed a second time, and key them, from where that stopped."""
        from kommune_desktop.core.verification import Keying  # noqa: PLC0415
        from kommune_desktop.ui.dialogs.second_keying import SecondKeyingDialog  # noqa: PLC0415
        from kommune_desktop.ui.keying import KeyingJob  # noqa: PLC0415
        from kommune_desktop.workflow.keying import draw_second_keying  # noqa: PLC0415

        dialog = SecondKeyingDialog(self.session.words, laid, self.settings.initials, self._window)
        if not dialog.exec():
            return
        wish = dialog.chosen()
        self._remember_initials(wish.initials)
        if not self.session.want_second_keying(draw_second_keying(laid, wish.size)):
            return
        job = KeyingJob(laid.batch, Keying.SECOND, wish.initials, wish.also_own)
        half_keyed = self.session.opened.second_keying.half_keyed(laid.batch.id, wish.initials)
        sheet = self.session.opened.sheets.get(half_keyed) if half_keyed is not None else None
        self._key(job, sheet)

    def _remember_initials(self, initials: str) -> None:
        self.settings.initials = initials
        self.settings.save()

    def _key(self, job: KeyingJob, sheet: Sheet | None) -> None:
        from kommune_desktop.ui.keying import KeyingView  # noqa: PLC0415 - loaded when it is wanted

        view = KeyingView(self.session, self.settings, job, sheet)
        view.unnumberedWanted.connect(partial(self._key_unnumbered, view))
        self.opened.emit(view)

    def _key_unnumbered(self, view: KeyingView) -> None:
        """Give a number to a sheet that bears none, and key it."""
        from kommune_desktop.ui.dialogs.unnumbered import ask_group  # noqa: PLC0415 - loaded when it is wanted

        group_id = ask_group(self._window, self.session.words, self.session.current_round)
        if group_id is not None:
            BackgroundWork(
                self._window,
                partial(sheet_for_copy, self.session.path, self.session.current_round, group_id),
                success=partial(self._on_copy_registered, view),
                failure=self.session.failed.emit,
                label=self.tr("Der Bogen wird angelegt …"),
            )

    def _on_copy_registered(self, view: KeyingView, sheet: Sheet) -> None:
        from kommune_desktop.ui.dialogs.unnumbered import tell_number  # noqa: PLC0415 - loaded when it is wanted

        self.session.note_saved_sheets()
        tell_number(self._window, sheet.number)
        try:
            view.begin(sheet)
        except UserError as error:
            self.session.failed.emit(error)
            if error.key == "batch.gone":
                view.closed.emit()

    def show_differences(self) -> None:
        """Show where both keyings differ, to be settled."""
        BackgroundWork(
            self._window,
            partial(differences_of_file, self.session.path, self.session.current_round),
            success=self._on_differences_found,
            failure=self.session.failed.emit,
            label=self.tr("Beide Erfassungen werden verglichen …"),
        )

    def _on_differences_found(self, found: list[Difference]) -> None:
        from kommune_desktop.ui.keying.differences_view import DifferencesView  # noqa: PLC0415

        self.opened.emit(DifferencesView(self.session, self.settings, found))

    def set_up(self) -> None:
        """Ask how keying is to be."""
        from kommune_desktop.ui.dialogs.keying_settings import KeyingSettingsDialog  # noqa: PLC0415

        dialog = KeyingSettingsDialog(self.session.words, self.settings, self._window)
        if dialog.exec():
            chosen = dialog.chosen()
            self.settings.keys, self.settings.moves_on = chosen.keys, chosen.moves_on
            self.settings.sound, self.settings.shows_people = chosen.sound, chosen.shows_people
            self.settings.initials = chosen.initials
            self.settings.save()
