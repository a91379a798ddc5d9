"""The figures of the open round: computed beside the window when a page wants them, and watched by pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kommune_desktop.core.remark import Remark, with_release
from kommune_desktop.errors import UserError
from kommune_desktop.ui.background import BackgroundWork
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workspace.file_work import evaluate_file

if TYPE_CHECKING:  # Loaded with the first figures.
    from kommune_desktop.ui.workspace.file_work import Found
    from kommune_desktop.workflow.evaluation import Evaluation, View


class Evaluations(QObject):
    """Knows whether the figures are old, and has them computed.

    Signals:
        outdated: The figures that pages show are old now.
    """

    outdated = Signal()
    _computed = Signal(object, object)
    _settled = Signal(object, object)
    _emptied = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        """``window``: what the work belongs to."""
        super().__init__(window)
        self._session, self._window = session, window
        self._is_old = True
        self._wanted = 0
        self._is_awaited = False
        self._view: View | None = None
        self._found: Found | None = None
        session.roundChanged.connect(self._on_round_changed)
        session.sheetsChanged.connect(self._on_changed)
        session.answerChanged.connect(self._on_changed)
        session.workshopChanged.connect(self._on_changed)
        session.remarkChanged.connect(self._on_remark_changed)

    def watch(
        self,
        show: Callable[[Evaluation, Sequence[Remark]], object],
        clear: Callable[[], object] | None = None,
        *,
        only_settled: bool = False,
    ) -> None:
        """Have a page show figures whenever there are some: at once those that are not old.

        Args:
            show: Takes the figures and the remarks of the round.
            clear: Called where there is no round to show figures of.
            only_settled: Whether only figures as the round has them are shown, in no other way of looking.
        """
        (self._settled if only_settled else self._computed).connect(show)
        if clear is not None:
            self._emptied.connect(clear)
        if self._found is not None and not self._is_old and not (only_settled and self._view is not None):
            show(*self._found)

    def want_settled(self) -> None:
        """Have the figures computed as the round has them; another way of looking ends."""
        if self._view is not None:
            self._view, self._is_old = None, True
        self.want()

    def want(self) -> None:
        """Have the figures computed where they are old."""
        if not self._is_old:
            return
        session = self._session
        self._wanted += 1
        if session.round is None:
            self._emptied.emit()
            return
        self._is_old, self._is_awaited = False, True
        BackgroundWork(
            self._window,
            partial(evaluate_file, session.path, session.round, self._view),
            success=partial(self._on_computed, self._wanted),
            failure=self._on_failed,
        )

    def look(self, view: View) -> None:
        """Look at the figures in another way."""
        self._view = view
        self._is_old = True
        self.want()

    def _on_round_changed(self) -> None:
        self._view = self._found = None
        self._wanted += 1  # what is being computed is about another round
        self._is_awaited = False
        self._on_changed()

    def _on_changed(self) -> None:
        self._is_old = True
        self.outdated.emit()

    def _on_remark_changed(self, remark: Remark) -> None:
        """Pages that show remarks know of it; one that comes later must not show words that were withdrawn."""
        if self._found is not None:
            evaluation, remarks = self._found
            self._found = evaluation, with_release(remarks, remark)
        if self._is_awaited:
            self._is_old = True
            self.want()

    def _on_computed(self, wanted: int, found: Found) -> None:
        """Show what was computed, unless something newer is on its way or the file was closed meanwhile."""
        if wanted == self._wanted and self._session.round is not None:
            self._found, self._is_awaited = found, False
            self._computed.emit(*found)
            if self._view is None:
                self._settled.emit(*found)

    def _on_failed(self, error: UserError) -> None:
        self._is_old, self._is_awaited = True, False
        self._session.failed.emit(error)
