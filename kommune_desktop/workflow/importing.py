"""Take in answers from a file, and look beforehand at what would come in."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.round import GroupKind, Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.intake import answers as files
from kommune_desktop.intake.answers import Found, NewSheet, Places, Progress, Proposal, Unread, read_mapping
from kommune_desktop.paths import write_beside
from kommune_desktop.workflow.collection import paused_collection

__all__ = [
    "Imported",
    "Preview",
    "ShownSheet",
    "Source",
    "import_answers",
    "open_source",
    "preview",
    "read_mapping",
    "write_mapping",
]

log = logging.getLogger(__name__)

SHOWN_SHEETS = 20
_SAMPLE_ROWS = 2000
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Imported:
    """What came in."""

    sheets: int
    answers: int


@dataclass(frozen=True)
class Source:
    """A file of answers at first sight.

    Attributes:
        is_long: Whether it has a row for each answer; else one for each sheet.
        columns: Names of its columns, each once.
        sample: The cells of some rows.
        proposal: What its columns seem to mean; ``None`` in long form, where they say it themselves.
        remembered: What they were said to mean before, where that is known and still fits.
        key: Stands for the questionnaire and the columns where mappings are remembered.
        worksheets: Names of the worksheets of a workbook.
        worksheet: The one that was wanted; ``None`` for the first.
    """

    path: Path
    is_long: bool
    columns: tuple[str, ...]
    sample: Sequence[Sequence[str]]
    proposal: Proposal | None = None
    remembered: files.Mapping | None = None
    key: str = ""
    worksheets: tuple[str, ...] = ()
    worksheet: str | None = None


@dataclass(frozen=True)
class ShownSheet:
    """A sheet as it would come in."""

    row: int
    number: str
    group_id: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Preview:
    """What would come in.

    Attributes:
        sheets: Number of sheets by group id, for all groups of the round.
        first: The first sheets.
        problems: What is wrong, in the order of the rows; with any, nothing may come in.
        bad_rows: How many rows have a problem.
        empty_rows: How many rows answer nothing and are left out.
        unread: Texts that mean no answer, of columns that may be given their meaning.
        unmapped: Columns that are left out.
    """

    sheets: Mapping[str, int]
    answers: int
    first: Sequence[ShownSheet]
    problems: Sequence[UserError]
    bad_rows: int
    empty_rows: int
    unread: Sequence[Unread]
    unmapped: Sequence[str]

    @property
    def may_come_in(self) -> bool:
        """Whether there is something to take in and nothing wrong with it."""
        return not self.problems and any(self.sheets.values())


def open_source(
    path: Path, round_: Round, remembered: Mapping[str, str] = _NOTHING, worksheet: str | None = None
) -> Source:
    """A file at first sight, with a proposal of what its columns mean.

    Args:
        remembered: Earlier mappings as JSON, by key; a damaged one is as good as none.
        worksheet: Name of the worksheet of a workbook; the first one where left out.

    Raises:
        UserError: ``file.*`` or ``import.*`` where the file as a whole can't be read or has no rows.
    """
    worksheets = files.worksheets(path)
    table = files.open_table(path, worksheet)
    columns = files.column_names(table.header)
    sample = list(islice(filter(None, table.rows), _SAMPLE_ROWS))
    if not any(cell.strip() for cell in table.header) or not sample:
        raise UserError("import.empty", path=path)
    if files.is_long(table.header):
        return Source(path, True, columns, sample, worksheets=worksheets, worksheet=worksheet)
    key = files.mapping_key(round_.questionnaire, columns)
    proposal = files.propose(columns, sample, round_)
    fitting = _fitting(remembered.get(key), columns, round_)
    return Source(
        path,
        False,
        columns,
        sample,
        replace(proposal, mapping=replace(proposal.mapping, worksheet=worksheet)),
        replace(fitting, worksheet=worksheet) if fitting else None,
        key,
        worksheets,
        worksheet,
    )


def _fitting(text: str | None, columns: Sequence[str], round_: Round) -> files.Mapping | None:
    """The mapping of a text, where it fits the columns and the round."""
    if text is None:
        return None
    try:
        mapping = files.mapping_from_text(text)
    except UserError as error:
        log.warning("remembered mapping left out: %s", error)
        return None
    return None if files.check_mapping(mapping, columns, round_) else mapping


def write_mapping(round_: Round, path: Path, target: Path, worksheet: str | None = None) -> Sequence[str]:
    """Write what the columns of a table in wide form seem to mean as JSON, for the person to look over.

    Returns:
        The columns that stay without a meaning.

    Raises:
        UserError: ``import.mapping.not_wide`` for a table in long form; as :func:`open_source`; ``file.unwritable``.
    """
    source = open_source(path, round_, worksheet=worksheet)
    if source.proposal is None:
        raise UserError("import.mapping.not_wide", path=path)
    mapping = source.proposal.mapping
    write_beside(target, partial(_write_text, files.mapping_text(mapping) + "\n"))
    return mapping.unmapped(source.columns)


def _write_text(text: str, part: Path) -> None:
    part.write_text(text, encoding="utf-8")


def import_answers(  # noqa: PLR0913 - where to, where from, and what it means
    store: Store,
    round_: Round,
    path: Path,
    progress: Progress = lambda _: None,
    *,
    mapping: files.Mapping | None = None,
    worksheet: str | None = None,
) -> Imported:
    """Add the sheets of a file to a round: all of them, or none.

    Args:
        progress: Told the number of rows read; may raise to stop, then nothing has changed.
        mapping: What the columns of a table in wide form mean, and its worksheet; ``None`` for one in long form.
        worksheet: Name of the worksheet with a table in long form; the first one where left out.

    Raises:
        UserError: ``import.*`` with a problem for each bad row, ``file.*``, ``store.*``.
    """
    with paused_collection():
        sheets = _find(store, round_, path, mapping, progress, worksheet).whole(path)
        store.answers.add_sheets(
            round_, ((sheet.number, sheet.group.id, list(sheet.answers.items())) for sheet in sheets)
        )
        return Imported(len(sheets), _answers_on(sheets))


def preview(  # noqa: PLR0913 - as for the import itself
    store: Store,
    round_: Round,
    path: Path,
    mapping: files.Mapping | None,
    progress: Progress = lambda _: None,
    *,
    worksheet: str | None = None,
) -> Preview:
    """What would come in; the store is not changed. The arguments are those of :func:`import_answers`.

    Raises:
        UserError: ``file.*``, ``import.*`` where the file as a whole can't be read; ``store.*``.
    """
    with paused_collection():
        try:
            found = _find(store, round_, path, mapping, progress, worksheet)
        except UserError as error:
            if not error.problems:
                raise
            found = Found((), error.problems, 0)
    counts = dict.fromkeys((group.id for group in round_.groups), 0)
    for sheet in found.sheets:
        counts[sheet.group.id] += 1
    return Preview(
        sheets=counts,
        answers=_answers_on(found.sheets),
        first=[_shown(sheet) for sheet in found.sheets[:SHOWN_SHEETS]],
        problems=found.problems,
        bad_rows=found.bad_rows,
        empty_rows=found.empty_rows,
        unread=found.unread,
        unmapped=found.unmapped,
    )


def _find(  # noqa: PLR0913, PLR0917 - as above
    store: Store, round_: Round, path: Path, mapping: files.Mapping | None, progress: Progress, worksheet: str | None
) -> Found:
    places = Places(store.sheets.numbers(round_.id), _full_groups(store, round_))
    if mapping is None:
        return files.read_answers(path, round_, places, progress, worksheet)
    return files.read_wide(path, round_, mapping, places, progress)


def _full_groups(store: Store, round_: Round) -> Collection[str]:
    counts = store.sheets.count_by_group(round_.id)
    return [group.id for group in round_.groups if group.kind is GroupKind.JOINT and counts[group.id]]


def _shown(sheet: NewSheet) -> ShownSheet:
    return ShownSheet(sheet.row, sheet.number, sheet.group.id, sheet.answers)


def _answers_on(sheets: Sequence[NewSheet]) -> int:
    return sum(len(sheet.answers) for sheet in sheets)
