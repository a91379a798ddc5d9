"""Paper goes out: forms are printed, and their sheets registered as handed out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommune_desktop import paths
from kommune_desktop.core.form import to_document
from kommune_desktop.core.round import GroupKind, Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.export.forms import UNNUMBERED, Form, FormContent, draw_forms, make_form
from kommune_desktop.export.forms.issue_list import write_issue_list
from kommune_desktop.texts import texts

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
    progress: Progress = lambda _: None,
) -> Issued:
    """Write a numbered set as PDF and register its sheets as issued: both, or neither.

    Args:
        progress: Told the number of sheets drawn; may raise to stop.

    Raises:
        UserError: ``forms.count``, ``sheet.*``, ``file.unwritable``, and those of :func:`form_of`.
    """
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
        form_id = store.forms.keep(round_.id, form.layout)
        try:
            store.sheets.issue(round_, group_id, numbers, form_id)
        except BaseException:
            store.forms.forget_unused()
            raise
        is_noted = True

    try:
        _write(target, write)
    except BaseException:
        if is_noted:
            store.sheets.withdraw(round_.id, numbers)
            store.forms.forget_unused()
        raise
    return Issued(tuple(map(str, numbers)), count * len(form.sketches))


def print_again(store: Store, round_: Round, sheet: Sheet, target: Path) -> int:
    """Write a sheet anew that was spoilt, say by the printer, in the language it had; returns the number of pages.

    Raises:
        UserError: ``file.unwritable``.
    """
    language = DEFAULT_LANGUAGE if sheet.form_id is None else store.forms.get(sheet.form_id).language
    form = form_of(store, round_, sheet.group_id, language)
    _write(target, lambda part: draw_forms(part, form, [sheet.number], lambda _: None))
    return len(form.sketches)


def print_master(store: Store, round_: Round, group_id: str, target: Path, *, language: str) -> int:
    """Write one form without a number, to copy or to show; returns the number of pages.

    Raises:
        UserError: ``file.unwritable``, and those of :func:`form_of`.
    """
    form = form_of(store, round_, group_id, language)
    _write(target, lambda part: draw_forms(part, form, [UNNUMBERED], lambda _: None))
    return len(form.sketches)


def write_layout(store: Store, round_: Round, group_id: str, target: Path, *, language: str) -> None:
    """Write the geometry of a group's form as JSON, in millimetres.

    Raises:
        UserError: ``file.unwritable``, and those of :func:`form_of`.
    """
    layout = form_of(store, round_, group_id, language).layout
    text = json.dumps({"fingerprint": layout.fingerprint, **to_document(layout)}, ensure_ascii=False, indent=1)
    _write(target, lambda part: _write_text(part, text))


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


def _write(target: Path, write: Callable[[Path], None]) -> None:
    try:
        paths.write_beside(target, write)
    except OSError as error:
        raise UserError("file.unwritable", path=target, reason=error.strerror) from error
