"""The questions about a sheet that bears no number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from kommune_desktop.core.round import Round
from kommune_desktop.texts import Texts


def ask_group(parent: QWidget, words: Texts, round_: Round) -> str | None:
    """The id of the group that the sheet comes from; ``None`` when the person gives up."""
    groups = {group.title.in_language(words.language): group.id for group in round_.groups}
    title, chosen = QInputDialog.getItem(
        parent,
        QCoreApplication.translate("unnumbered", "Bogen ohne Nummer"),
        QCoreApplication.translate("unnumbered", "Von welcher Gruppe ist er?"),
        list(groups),
        editable=False,
    )
    return groups[title] if chosen else None


def tell_number(parent: QWidget, number: str) -> None:
    """Tell the number that is to be written on the sheet."""
    QMessageBox.information(
        parent,
        QCoreApplication.translate("unnumbered", "Nummer für den Bogen"),
        QCoreApplication.translate(
            "unnumbered", "Schreiben Sie diese Nummer oben auf den Bogen, damit er wiederzufinden ist:\n\n{number}"
        ).format(number=number),
    )
