"""Paper comes back: sheets are found by what stands on them."""

from __future__ import annotations

from kommune_desktop.core.numbering import SheetNumber, as_number, read_number, read_short_number
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError

_CODE = "KOMM1:"
_AMERICAN = str.maketrans("ÖößYZyz", "::-ZYzy")
"""What a hand scanner set to an American keyboard types on a German one, and what it means."""


def find_sheet(store: Store, round_: Round, text: str) -> Sheet:
    """The sheet that a typed or scanned text means.

    Args:
        text: The whole number, its last digits alone (``427`` for 0042-7), or what a hand scanner reads from the QR
            code of any of the sheet's pages.

    Raises:
        UserError: ``number.*``; says whether it is mistyped, of another round, or unknown.
    """
    plain = _number_in(text.strip())
    sheets = {sheet.number: sheet for sheet in store.sheets.of_round(round_.id)}
    short = read_short_number(plain)
    same_serial = [n for n in map(as_number, sheets) if n and short and n.serial == short[0]]
    for number in same_serial:
        if short and number.check_digit == short[1]:
            return sheets[str(number)]
    if plain in sheets:
        return sheets[plain]
    if short:
        raise UserError("number.check_digit" if same_serial else "number.unknown", text=plain)
    number = read_number(plain)
    if str(number) in sheets:
        return sheets[str(number)]
    raise _why_unknown(store, round_, number)


def _number_in(text: str) -> str:
    """The number in what a scanner has read from a QR code; any other text as it is."""
    code = text.translate(_AMERICAN) if text[len(_CODE) - 1 : len(_CODE)] in ("Ö", "ö") else text
    if not code.upper().startswith(_CODE):
        return text
    return code.split(":")[1] or text


def _why_unknown(store: Store, round_: Round, number: SheetNumber) -> UserError:
    if number.round_code == round_.code:
        return UserError("number.unknown", text=str(number))
    titles = {other.code: other.title for other in store.rounds.all()}
    if number.round_code in titles:
        return UserError("number.other_round", text=str(number), round=titles[number.round_code])
    return UserError("number.foreign", text=str(number))
