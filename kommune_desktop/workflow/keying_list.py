"""What is missing and what differs in the keyed sheets of a round, on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kommune_desktop.core.batch import with_sheets
from kommune_desktop.core.keying import Desk, KeyMap
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet, SheetState, count_returns
from kommune_desktop.db import Store
from kommune_desktop.export import keying_list
from kommune_desktop.export.keying_list import KeyingReview
from kommune_desktop.export.pdf.document import Progress
from kommune_desktop.texts import texts
from kommune_desktop.workflow.targets import check_targets
from kommune_desktop.workflow.verification import find_differences, find_reliability

_KEYED = {SheetState.KEYED, SheetState.VERIFIED}


def review(store: Store, round_: Round) -> KeyingReview:
    """What is missing and what differs in the keyed sheets of a round."""
    sheets = store.sheets.of_round(round_.id)
    batches = with_sheets(store.batches.of_round(round_.id), sheets)
    found = find_differences(store, round_)
    keyed = [sheet for sheet in sheets if sheet.state in _KEYED]
    return KeyingReview(
        returns=[returns for returns in count_returns(round_, sheets) if returns.issued],
        batches=batches,
        unlaid=[sheet for sheet in sheets if sheet.batch_id is None and sheet.state is SheetState.RETURNED],
        gaps={sheet.id: len(_desk(store, round_, sheet).gaps) for laid in batches for sheet in laid.to_key},
        contradictions=[
            (sheet, contradictions) for sheet in keyed if (contradictions := _desk(store, round_, sheet).contradictions)
        ],
        differences=found,
        reliability=find_reliability(store, round_, found),
        forms={form_id: store.forms.get(form_id) for form_id in {sheet.form_id for sheet in sheets} if form_id},
    )


def _desk(store: Store, round_: Round, sheet: Sheet) -> Desk:
    return Desk(round_, sheet.group_id, store.answers.of_sheet(sheet.id, round_.questions), KeyMap())


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
