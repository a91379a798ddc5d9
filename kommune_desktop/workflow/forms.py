"""Paper goes out: forms are printed, and their sheets registered as handed out."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommune_desktop.core.form import to_document
from kommune_desktop.core.round import GroupKind, Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.export.forms import Form, FormContent, draw_form_to_copy, draw_forms, make_form
from kommune_desktop.export.forms.issue_list import write_issue_list
from kommune_desktop.paths import write_beside
from kommune_desktop.texts import texts
from kommune_desktop.workflow.targets import check_targets

Progress = Callable[[int], None]
DEFAULT_LANGUAGE = "de"
MOST_SHEETS = 2000
"""In one file; so it stays of a size that every printer takes."""


@dataclass(frozen=True)
class Issued:
    """The sheets that were printed and registered."""

    numbers: tuple[str, ...]
    pages: int


def form_of(store: Store, round_: Round, group_id: str, language: str) -> Form:
    """The form of a group as it would be printed now.

    Raises:
        UserError: ``group.unknown``, ``language.unknown``, ``forms.no_questions``.
    """
    known = {group.id: group for group in round_.groups}
    if group_id not in known:
        raise UserError("group.unknown", group=group_id, known=", ".join(known))
    if not round_.questions_for(group_id):
        raise UserError("forms.no_questions", group=known[group_id].title.in_language(language))
    address = store.rounds.return_address(round_.id)
    return make_form(FormContent(store.municipality, round_, known[group_id], address, texts(language), store.logo()))


def print_set(  # noqa: PLR0913 - a print needs them all
    store: Store,
    round_: Round,
    group_id: str,
    count: int,
    target: Path,
    *,
    language: str,
    list_target: Path | None = None,
    layout_target: Path | None = None,
    progress: Progress = lambda _: None,
) -> Issued:
    """Write a numbered set as PDF and register its sheets as issued: both, or neither.

    Args:
        list_target: Where the list for handing out is wanted.
        layout_target: Where the geometry is wanted.
        progress: Told the number of sheets drawn; may raise to stop.

    Raises:
        UserError: ``forms.count``, ``sheet.*``, ``file.*``, and those of :func:`form_of`.
    """
    besides = [beside for beside in (list_target, layout_target) if beside]
    check_targets(store, target, *besides)
    form = form_of(store, round_, group_id, language)
    most = 1 if form.content.group.kind is GroupKind.JOINT else MOST_SHEETS
    if not 1 <= count <= most:
        raise UserError("forms.count", count=count, most=most)
    if most == 1 and store.sheets.count_by_group(round_.id)[group_id]:
        raise UserError("sheet.joint_has_one")
    numbers = store.sheets.free_numbers(round_, group_id, count)
    is_noted = False

    def write(part: Path) -> None:
        nonlocal is_noted
        draw_forms(part, form, [str(number) for number in numbers], progress)
        if list_target:
            write_list(store, round_, group_id, [str(number) for number in numbers], list_target, language=language)
        if layout_target:
            _write_layout(form, layout_target)
        store.sheets.issue(round_, group_id, numbers, form.layout)
        is_noted = True

    try:
        with _all_or_none(besides):
            write_beside(target, write)
    except BaseException:
        if is_noted:
            store.sheets.withdraw(round_.id, numbers)
        raise
    return Issued(tuple(map(str, numbers)), count * len(form.sketches))


@contextlib.contextmanager
def _all_or_none(besides: Sequence[Path]) -> Iterator[None]:
    """Removes what was not there before when the work fails."""
    new = [path for path in besides if not path.exists()]
    try:
        yield
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        raise


def print_again(store: Store, round_: Round, sheet: Sheet, target: Path) -> int:
    """Write a sheet anew that was spoilt, say by the printer, in the language it had; returns the number of pages.

    The sheet is kept with the form it now has: the address on it, and with that its geometry, may be another one.

    Raises:
        UserError: ``file.*``.
    """
    check_targets(store, target)
    language = DEFAULT_LANGUAGE if sheet.form_id is None else store.forms.get(sheet.form_id).language
    form = form_of(store, round_, sheet.group_id, language)

    def write(part: Path) -> None:
        draw_forms(part, form, [sheet.number], lambda _: None)
        store.sheets.reissue(sheet, form.layout)

    write_beside(target, write)
    return len(form.sketches)


def register_copy(store: Store, round_: Round, group_id: str) -> Sheet:
    """Register a sheet that was copied from the unnumbered form and bears no number yet, with the next free one.

    Raises:
        UserError: ``sheet.*``, and those of :func:`form_of`.
    """
    numbers = store.sheets.free_numbers(round_, group_id, 1)
    store.sheets.issue(round_, group_id, numbers, form_of(store, round_, group_id, DEFAULT_LANGUAGE).layout)
    return next(sheet for sheet in store.sheets.of_round(round_.id) if sheet.number == str(numbers[0]))


def print_master(  # noqa: PLR0913 - a print needs them all
    store: Store, round_: Round, group_id: str, target: Path, *, language: str, layout_target: Path | None = None
) -> int:
    """Write one form without a number, to copy or to show; returns the number of pages.

    Args:
        layout_target: Where the geometry is wanted, as JSON in millimetres.

    Raises:
        UserError: ``file.*``, and those of :func:`form_of`.
    """
    besides = [layout_target] if layout_target else []
    check_targets(store, target, *besides)
    form = form_of(store, round_, group_id, language)

    def write(part: Path) -> None:
        draw_form_to_copy(part, form)
        if layout_target:
            _write_layout(form, layout_target)

    with _all_or_none(besides):
        write_beside(target, write)
    return len(form.sketches)


def _write_layout(form: Form, target: Path) -> None:
    layout = form.layout
    text = json.dumps({"fingerprint": layout.fingerprint, **to_document(layout)}, ensure_ascii=False, indent=1)
    write_beside(target, lambda part: _write_text(part, text))


def write_list(  # noqa: PLR0913 - a list needs them all
    store: Store, round_: Round, group_id: str, numbers: Sequence[str], target: Path, *, language: str
) -> None:
    """Write the list for handing out sheets (Ausgabeliste) as PDF.

    Raises:
        UserError: ``file.unwritable``.
    """
    write_issue_list(
        target,
        municipality=store.municipality,
        round_=round_,
        group=round_.group(group_id),
        numbers=numbers,
        day=date.today(),  # noqa: DTZ011 - the date on the person's own calendar
        words=texts(language),
    )


def _write_text(part: Path, text: str) -> None:
    part.write_text(text, encoding="utf-8")
