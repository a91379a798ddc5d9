"""What is missing and what differs in the keyed sheets of a round, on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kommune_desktop.core.batch import with_sheets
from kommune_desktop.core.keying import Desk, KeyMap
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from kommune_desktop.export import keying_list
from kommune_desktop.export.keying_list import KeyingReview
from kommune_desktop.export.pdf.document import Progress
from kommune_desktop.texts import texts
from kommune_desktop.workflow.targets import check_targets
from kommune_desktop.workflow.verification import find_differences, find_reliability


def review(store: Store, round_: Round) -> KeyingReview:
    """What is missing and what differs in the keyed sheets of a round."""
    sheets = store.sheets.of_round(round_.id)
    batches = with_sheets(store.batches.of_round(round_.id), sheets)
    found = find_differences(store, round_)
    half_keyed = [sheet for laid in batches for sheet in laid.to_key]
    return KeyingReview(
        batches,
        [sheet for sheet in sheets if sheet.batch_id is None and sheet.state is SheetState.RETURNED],
        {
            sheet.id: len(
                Desk(round_, sheet.group_id, store.answers.of_sheet(sheet.id, round_.questions), KeyMap()).gaps
            )
            for sheet in half_keyed
        },
        found,
        find_reliability(store, round_, found),
    )


def write_keying_list(
    store: Store, round_: Round, target: Path, *, language: str, progress: Progress = lambda _: None
) -> int:
    """Write the list of discrepancies and completeness as PDF; returns the number of pages.

    Raises:
        UserError: ``file.*``.
    """
    check_targets(store, target)
    return keying_list.write_keying_list(
        target,
        municipality=store.municipality,
        round_=round_,
        review=review(store, round_),
        day=date.today(),  # noqa: DTZ011 - the date on the person's own calendar
        words=texts(language),
        progress=progress,
    )
