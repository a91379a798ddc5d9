"""The long work of the workspace: each runs in a thread of its own, with its own connection to the file.

What the work needs is loaded when it is wanted, so that the first page comes sooner.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.core.verification import Difference
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.paths import write_beside
from kommune_desktop.ui.background import Progress
from kommune_desktop.ui.paper_wish import PaperWish
from kommune_desktop.ui.workspace.reports_page import ReportWish

if TYPE_CHECKING:
    from kommune_desktop.core.remark import Remark
    from kommune_desktop.intake.answers import Mapping as ColumnMapping
    from kommune_desktop.ui.dialogs.print_forms import PrintWish
    from kommune_desktop.ui.preview import Document
    from kommune_desktop.workflow.evaluation import Evaluation, View
    from kommune_desktop.workflow.exports import ExportWish
    from kommune_desktop.workflow.importing import Imported, Preview, Source

    Found = tuple[Evaluation, list[Remark]]


def evaluate_file(path: Path, round_: Round, view: View | None, _: Progress) -> Found:
    """The figures of a round, and what people wrote."""
    # What charts need is loaded here, so that the window need not wait for it.
    from kommune_desktop.export import charts  # noqa: F401, PLC0415
    from kommune_desktop.export.pdf import fonts  # noqa: PLC0415
    from kommune_desktop.workflow.evaluation import USUAL, evaluate  # noqa: PLC0415

    fonts.register()
    with Store.open(path, readonly=True) as store:
        return evaluate(store, round_, view or USUAL), store.remarks.of_round(round_)


def open_answers(
    path: Path, round_: Round, remembered: Mapping[str, str], worksheet: str | None, _: Progress
) -> Source:
    """A file of answers at first sight; ``remembered``: what columns were said to mean before."""
    from kommune_desktop.workflow.importing import open_source  # noqa: PLC0415

    return open_source(path, round_, remembered, worksheet)


def preview_answers(
    path: Path, round_: Round, source: Source, mapping: ColumnMapping | None, progress: Progress
) -> Preview:
    """What the answers of a file would bring."""
    from kommune_desktop.workflow.importing import preview  # noqa: PLC0415

    with Store.open(path, readonly=True) as store:
        return preview(store, round_, source.path, mapping, progress, worksheet=source.worksheet)


def import_file(
    path: Path, round_: Round, source: Source, mapping: ColumnMapping | None, progress: Progress
) -> Imported:
    """Take in the answers of a file."""
    from kommune_desktop.workflow.importing import import_answers  # noqa: PLC0415

    with Store.open(path) as store:
        return import_answers(store, round_, source.path, progress, mapping=mapping, worksheet=source.worksheet)


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
        return write_report(
            store, round_, wish.kind, target, language=wish.language, options=wish.options, progress=progress
        )


def report_to_view(path: Path, round_: Round, wish: ReportWish, name: str, progress: Progress) -> Document:
    """Write a report into a folder of its own that nobody else may read, and take it in; the folder is gone then."""
    from kommune_desktop.ui.preview import read_document  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="kommune-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / "report.pdf"
        report_file(path, round_, wish, target, progress)
        return read_document(name, "report", _content(target))


def file_to_view(source: Path, purpose: str, _: Progress) -> Document:
    """Take in a PDF file."""
    from kommune_desktop.ui.preview import read_document  # noqa: PLC0415

    return read_document(source.stem, purpose, _content(source))


def save_document(path: Path, document: Document, target: Path, _: Progress) -> int:
    """Write what the preview shows: the whole file, or nothing; the number of its pages."""
    from kommune_desktop.workflow.targets import check_targets  # noqa: PLC0415

    with Store.open(path, readonly=True) as store:
        check_targets(store, target)
    write_beside(target, lambda part: _fill(part, document.data))
    return len(document.sizes)


def _content(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise UserError("file.unreadable", path=source, reason=error.strerror) from error


def _fill(part: Path, data: bytes) -> None:
    part.write_bytes(data)


def export_file(path: Path, round_: Round, wish: ExportWish, target: Path, progress: Progress) -> None:
    """Write the data of a round."""
    from kommune_desktop.workflow.exports import export_round  # noqa: PLC0415

    with Store.open(path, readonly=True) as store:
        export_round(store, round_, wish, target, progress=progress)


def measures_file(path: Path, round_: Round, language: str, target: Path, progress: Progress) -> None:
    """Write the measures that concern a round; the ending of the target says as what."""
    from kommune_desktop.workflow.measures import MeasuresForm, write_measures  # noqa: PLC0415

    form = MeasuresForm(target.suffix.casefold())
    with Store.open(path, readonly=True) as store:
        write_measures(store, round_, form, target, language=language, progress=progress)


def paper_file(  # noqa: PLR0913, PLR0917 - a paper needs them all
    path: Path, round_: Round, wish: PaperWish, language: str, target: Path, progress: Progress
) -> None:
    """Write a paper about the workshop or what follows from it; the ending of the target says as what."""
    from kommune_desktop.workflow.papers import Paper, write_paper  # noqa: PLC0415

    with Store.open(path, readonly=True) as store:
        write_paper(
            store, round_, Paper(wish.paper), target, language=language, area_id=wish.area_id, progress=progress
        )


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
