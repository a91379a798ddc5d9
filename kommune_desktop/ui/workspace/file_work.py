"""The long work of the workspace: each runs in a thread of its own, with its own connection to the file.

What the work needs is loaded when it is wanted, so that the first page comes sooner.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.core.verification import Difference
from kommune_desktop.db import Store
from kommune_desktop.ui.background import Progress
from kommune_desktop.ui.workspace.reports_page import ReportWish

if TYPE_CHECKING:
    from kommune_desktop.ui.dialogs.print_forms import PrintWish
    from kommune_desktop.workflow.evaluation import Evaluation
    from kommune_desktop.workflow.importing import Imported


def evaluate_file(path: Path, round_: Round, _: Progress) -> Evaluation:
    """The figures of a round."""
    from kommune_desktop.workflow.evaluation import evaluate  # noqa: PLC0415

    with Store.open(path, readonly=True) as store:
        return evaluate(store, round_)


def import_file(path: Path, round_: Round, source: Path, progress: Progress) -> Imported:
    """Take in the answers of a file."""
    from kommune_desktop.workflow.importing import import_answers  # noqa: PLC0415

    with Store.open(path) as store:
        return import_answers(store, round_, source, progress)


def print_file(  # noqa: PLR0913, PLR0917 - a print needs them all
    path: Path, round_: Round, wish: PrintWish, target: Path, list_target: Path, progress: Progress
) -> int:
    """Write paper sheets, and the list for handing them out where it is wanted; the number of pages of the sheets."""
    from kommune_desktop.workflow import forms  # noqa: PLC0415

    with Store.open(path) as store:
        store.rounds.set_return_address(round_.id, wish.address)
        store.set_logo(wish.logo)
        if not wish.count:
            return forms.print_master(store, round_, wish.group_id, target, language=wish.language)
        issued = forms.print_set(
            store,
            round_,
            wish.group_id,
            wish.count,
            target,
            language=wish.language,
            list_target=list_target if wish.with_list else None,
            progress=progress,
        )
        return issued.pages


def print_file_again(path: Path, round_: Round, sheet: Sheet, target: Path, _: Progress) -> int:
    """Write a sheet anew that is registered already; the number of its pages."""
    from kommune_desktop.workflow import forms  # noqa: PLC0415

    with Store.open(path) as store:
        return forms.print_again(store, round_, sheet, target)


def report_file(path: Path, round_: Round, wish: ReportWish, target: Path, progress: Progress) -> int:
    """Write a report; the number of its pages."""
    from kommune_desktop.workflow.reports import write_report  # noqa: PLC0415

    with Store.open(path, readonly=True) as store:
        return write_report(store, round_, wish.kind, target, language=wish.language, progress=progress)


def differences_of_file(path: Path, round_: Round, _: Progress) -> list[Difference]:
    """Where both keyings of a round's sheets differ."""
    from kommune_desktop.workflow.verification import find_differences  # noqa: PLC0415

    with Store.open(path, readonly=True) as store:
        return find_differences(store, round_)


def keying_list_file(path: Path, round_: Round, language: str, target: Path, progress: Progress) -> int:
    """Write what is missing and what differs in the keyed sheets; the number of pages."""
    from kommune_desktop.workflow.keying_list import write_keying_list  # noqa: PLC0415

    with Store.open(path, readonly=True) as store:
        return write_keying_list(store, round_, target, language=language, progress=progress)


def sheet_for_copy(path: Path, round_: Round, group_id: str, _: Progress) -> Sheet:
    """Register a sheet that was copied from the unnumbered form."""
    from kommune_desktop.workflow.forms import register_copy  # noqa: PLC0415

    with Store.open(path) as store:
        return register_copy(store, round_, group_id)
