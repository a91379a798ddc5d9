"""Paper comes back: sheets are found by what stands on them."""

from __future__ import annotations

from kommune_desktop.core.numbering import SheetNumber, as_number, read_number, read_short_number
from kommune_desktop.core.page_code import coded_version, read_page_code
from kommune_desktop.core.round import Round
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError


def find_sheet(store: Store, round_: Round, text: str) -> Sheet:
    """The sheet that a typed or scanned text means.

    Args:
        text: The whole number, its last digits alone (``427`` for 0042-7), or what a hand scanner reads from the QR
            code of any of the sheet's pages.

    Raises:
        UserError: ``number.*``; says whether it is mistyped, of another round, unknown, or of another version of the
            questionnaire.
    """
    code = read_page_code(text)
    sheet = _sheet_numbered(store, round_, (code.number if code else "") or text.strip())
    version = round_.questionnaire.version
    if code and code.version != coded_version(version):
        raise UserError("number.other_version", number=sheet.number, printed=code.version, version=version)
    return sheet


def _sheet_numbered(store: Store, round_: Round, plain: str) -> Sheet:
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


def _why_unknown(store: Store, round_: Round, number: SheetNumber) -> UserError:
    if number.round_code == round_.code:
        return UserError("number.unknown", text=str(number))
    titles = {other.code: other.title for other in store.rounds.all()}
    if number.round_code in titles:
        return UserError("number.other_round", text=str(number), round=titles[number.round_code])
    return UserError("number.foreign", text=str(number))
