"""Paper comes back: sheets are found by what stands on them."""

from __future__ import annotations

from kommune_desktop.core.numbering import SheetNumber, is_number, read_number, read_short_number
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError

_CODE = "KOMM1:"


def find_sheet(store: Store, round_: Round, text: str) -> Sheet:
    """The sheet that a typed or scanned text means.

    Args:
        text: The whole number, its last digits alone (``427`` for 0042-7), or what a hand scanner reads from the QR
            code of any of the sheet's pages.

    Raises:
        UserError: ``number.*``; says whether it is mistyped, of another round, or unknown.
    """
    plain = text.strip()
    if plain.upper().startswith(_CODE):
        plain = plain.split(":")[1]
    sheets = {sheet.number: sheet for sheet in store.sheets.of_round(round_.id)}
    if plain in sheets:
        return sheets[plain]
    short = read_short_number(plain)
    if short:
        return _by_last_digits(sheets, *short, plain)
    number = read_number(plain)
    if str(number) in sheets:
        return sheets[str(number)]
    raise _why_unknown(store, round_, number)


def _by_last_digits(sheets: dict[str, Sheet], serial: int, check_digit: int, text: str) -> Sheet:
    numbers = [read_number(number) for number in sheets if is_number(number)]
    same = [number for number in numbers if number.serial == serial]
    for number in same:
        if number.check_digit == check_digit:
            return sheets[str(number)]
    raise UserError("number.check_digit" if same else "number.unknown", text=text)


def _why_unknown(store: Store, round_: Round, number: SheetNumber) -> UserError:
    if number.round_code == round_.code:
        return UserError("number.unknown", text=str(number))
    titles = {other.code: other.title for other in store.rounds.all()}
    if number.round_code in titles:
        return UserError("number.other_round", text=str(number), round=titles[number.round_code])
    return UserError("number.foreign", text=str(number))
