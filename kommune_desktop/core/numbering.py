"""The numbers on paper sheets: ``26-ZG-0042-7``, that is round, group, running number and check digit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from kommune_desktop.core.round import Group
from kommune_desktop.errors import UserError

MAX_SERIAL = 9999
_WHOLE = re.compile(r"([0-9]{2}[A-Z]?)-?([A-Z]{2})-?([0-9]{4})-?([0-9])")
_SHORT = re.compile(r"([0-9]{1,4})-?([0-9])")
# A quasigroup without fixed pairs: H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004), order 10.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


@dataclass(frozen=True)
class SheetNumber:
    """The number of a sheet.

    Attributes:
        round_code: Year of the round in two digits, with a letter where a year has several rounds: ``26``, ``26B``.
        group_code: Two letters that stand for the group.
        serial: Running number, 1 to 9999; a round gives each only once, whatever the group.
    """

    round_code: str
    group_code: str
    serial: int

    @property
    def check_digit(self) -> int:
        """The digit that shows a mistyped digit and two that changed places (Damm's algorithm).

        A letter enters as the two digits of its place behind the ten digits: A is 10, Z is 35.
        """
        digits = "".join(str(int(sign, 36)) for sign in f"{self.round_code}{self.group_code}{self.serial:04d}")
        interim = 0
        for digit in digits:
            interim = _DAMM[interim][int(digit)]
        return interim

    def __str__(self) -> str:
        return f"{self.round_code}-{self.group_code}-{self.serial:04d}-{self.check_digit}"


def read_number(text: str) -> SheetNumber:
    """The whole number as it stands on paper; small letters, blanks and missing hyphens are understood.

    Raises:
        UserError: ``number.malformed``, ``number.check_digit``.
    """
    match = _WHOLE.fullmatch(_plain(text))
    if match is None:
        raise UserError("number.malformed", text=text.strip())
    number = SheetNumber(match[1], match[2], int(match[3]))
    if number.check_digit != int(match[4]):
        raise UserError("number.check_digit", text=text.strip())
    if not number.serial:
        raise UserError("number.malformed", text=text.strip())
    return number


def as_number(text: str) -> SheetNumber | None:
    """The number that a text is to the letter as this program writes it; files may bring sheets with other ones."""
    try:
        number = read_number(text)
    except UserError:
        return None
    return number if str(number) == text else None


def read_short_number(text: str) -> tuple[int, int] | None:
    """Running number and check digit where only these were typed (``427`` for 0042-7), else ``None``."""
    match = _SHORT.fullmatch(_plain(text))
    return (int(match[1]), int(match[2])) if match else None


def runs(serials: Iterable[int]) -> list[tuple[int, int]]:
    """Running numbers as runs, each with its first and its last number, in order."""
    found: list[tuple[int, int]] = []
    for serial in sorted(set(serials)):
        if found and serial == found[-1][1] + 1:
            found[-1] = (found[-1][0], serial)
        else:
            found.append((serial, serial))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).upper()


def next_round_code(year: int, taken: Collection[str]) -> str:
    """The code of a new round, different from those of the other rounds of the file.

    Raises:
        UserError: ``round.too_many`` after 26 rounds of one year.
    """
    plain = f"{year % 100:02d}"
    codes = [plain, *(f"{plain}{chr(letter)}" for letter in range(ord("B"), ord("Z") + 1))]
    for code in codes:
        if code not in taken:
            return code
    raise UserError("round.too_many", year=year)


def with_codes(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups, each with a code of its own: the one it has, else one made from the letters of its German title."""
    groups = tuple(groups)
    taken = {group.code for group in groups if group.code}
    coded = []
    for group in groups:
        if not group.code:
            group = replace(group, code=_free_code(group.title.in_language("de"), taken))  # noqa: PLW2901
            taken.add(group.code)
        coded.append(group)
    return tuple(coded)


def _free_code(title: str, taken: Collection[str]) -> str:
    plain = title.upper().replace("Ä", "A").replace("Ö", "O").replace("Ü", "U")
    letters = re.sub(r"[^A-Z]", "", plain) or "GR"
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    pairs = [letters[0] + second for second in letters[1:] + alphabet]
    pairs += [first + second for first in alphabet for second in alphabet]
    return next(pair for pair in pairs if pair not in taken)
