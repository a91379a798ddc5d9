"""Data of a round for other programs: read as of one moment, then written whole or not at all."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.export.answers_json import export_document
from kommune_desktop.export.ddi import write_ddi
from kommune_desktop.export.results_json import results_document
from kommune_desktop.export.spss import write_sav
from kommune_desktop.export.tables.answers import comments_table, long_table, wide_table
from kommune_desktop.export.tables.codebook import codebook_table
from kommune_desktop.export.tables.csv import Dialect, write_csv
from kommune_desktop.export.tables.material import CountedSheet, ExportMaterial, counted_sheet
from kommune_desktop.export.tables.model import Progress
from kommune_desktop.export.tables.results import results_table
from kommune_desktop.export.tables.xlsx import Workbook, write_workbook
from kommune_desktop.paths import write_beside
from kommune_desktop.texts import texts
from kommune_desktop.workflow.collection import paused_collection
from kommune_desktop.workflow.evaluation import evaluate
from kommune_desktop.workflow.targets import check_targets

_PROGRESS_SHEETS = 10
_PROGRESS_PIECES = 10_000


class ExportFormat(StrEnum):
    """What is written."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    SPSS = "spss"
    DDI = "ddi"


SUFFIXES = {
    ExportFormat.XLSX: ".xlsx",
    ExportFormat.CSV: ".csv",
    ExportFormat.JSON: ".json",
    ExportFormat.SPSS: ".sav",
    ExportFormat.DDI: ".xml",
}


@dataclass(frozen=True)
class ExportWish:
    """What is wanted.

    Attributes:
        is_public: Leave out the answers of single sheets and what was written beside them.
        is_wide: For CSV with answers: one row a sheet, not one an answer.
        is_plain_csv: For CSV: as in RFC 4180, not for German Excel.
    """

    format: ExportFormat
    language: str
    is_public: bool = False
    is_wide: bool = False
    is_plain_csv: bool = False


def check_wish(wish: ExportWish) -> None:
    """Refuse what does not go together.

    Raises:
        UserError: ``export.*``.
    """
    if wish.format is ExportFormat.SPSS and wish.is_public:
        raise UserError("export.spss_is_internal")
    if wish.is_wide and (wish.format is not ExportFormat.CSV or wish.is_public):
        raise UserError("export.wide_is_answers")
    if wish.is_plain_csv and wish.format is not ExportFormat.CSV:
        raise UserError("export.plain_is_csv")


def export_round(  # noqa: PLR0913 - an export needs them all
    store: Store,
    round_: Round,
    wish: ExportWish,
    target: Path,
    *,
    day: date | None = None,
    progress: Progress = lambda _: None,
) -> None:
    """Write the data of a round.

    Args:
        day: The day that the export names; today where left out.
        progress: Told the number of rows that are read or written; may raise to stop, then no file is left.

    Raises:
        UserError: ``export.*``, ``language.unknown``, ``file.*``.
    """
    check_wish(wish)
    check_targets(store, target)
    day = day or date.today()  # noqa: DTZ011 - the day on the person's own calendar
    with paused_collection():
        material = read_material(store, round_, wish, day, progress)
        write_beside(target, _writer(wish, material, progress))


def read_material(store: Store, round_: Round, wish: ExportWish, day: date, progress: Progress) -> ExportMaterial:
    """Everything that an export draws from; the answers of single sheets only where they leave."""
    words = texts(wish.language)
    sheets: list[CountedSheet] = []
    with store.one_moment():
        evaluation = evaluate(store, round_)
        if not wish.is_public and wish.format is not ExportFormat.DDI:
            answers_read = 0
            with contextlib.closing(store.answers.of_round(round_)) as stored:
                for number, group_id, answers in stored:
                    sheets.append(counted_sheet(round_, number, group_id, dict(answers)))
                    answers_read += len(answers)
                    if len(sheets) % _PROGRESS_SHEETS == 0:
                        progress(answers_read)
    return ExportMaterial(evaluation.municipality, evaluation.results, evaluation.trend, tuple(sheets), words, day)


def _writer(wish: ExportWish, material: ExportMaterial, progress: Progress) -> Callable[[Path], None]:
    """What fills a file with the wanted format."""

    def write(part: Path) -> None:
        progress(0)
        match wish.format:
            case ExportFormat.XLSX:
                _write_workbook(part, wish, material, progress)
            case ExportFormat.CSV:
                answers = wide_table(material) if wish.is_wide else long_table(material)
                table = results_table(material) if wish.is_public else answers
                write_csv(part, table, Dialect.PLAIN if wish.is_plain_csv else Dialect.GERMAN_EXCEL, progress)
            case ExportFormat.JSON:
                public = results_document(material.municipality, material.results, material.trend)
                _write_json(part, public if wish.is_public else export_document(material), progress)
            case ExportFormat.SPSS:
                write_sav(part, material, progress)
            case ExportFormat.DDI:
                write_ddi(part, material)

    return write


def _write_workbook(part: Path, wish: ExportWish, material: ExportMaterial, progress: Progress) -> None:
    words = material.words
    tables = [results_table(material), codebook_table(material)]
    if not wish.is_public:
        tables = [long_table(material), wide_table(material), *tables, comments_table(material)]
    title = words("report.document_title", municipality=material.municipality, round=material.round.title)
    write_workbook(part, Workbook(title, material.municipality, wish.language, material.day), tables, progress)


def _write_json(part: Path, document: object, progress: Progress) -> None:
    with part.open("w", encoding="utf-8", newline="\n") as file:
        encoder = json.JSONEncoder(ensure_ascii=False, indent=1, allow_nan=False)
        for number, piece in enumerate(encoder.iterencode(document), start=1):
            if number % _PROGRESS_PIECES == 0:
                progress(number)
            file.write(piece)
        file.write("\n")
