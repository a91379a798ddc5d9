"""Words and number formats of the subject, by language.

The texts of widgets are Qt translations (``self.tr``). Everything that more than one layer says, such as the names of
states, messages of :class:`UserError` and the sentences of a report, stands in ``resources/texts/<language>.toml``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kommune_desktop import paths
from kommune_desktop.errors import UserError

if TYPE_CHECKING:  # The first sight of the window needs no figures; what counts with them is loaded when one is shown.
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction

LANGUAGES = {"de": "Deutsch", "en": "English"}
"""The languages of the program, each by its own name."""
MAX_PROBLEMS = 100
MINUS = "\N{MINUS SIGN}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


_HEAD = re.compile(r"^(?=\[)", re.MULTILINE)
"""Before the head of a table."""


class Texts:
    """The texts of one language. A subject's, like ``report``, are read when the first of them is wanted."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._tables: dict[str, Mapping[str, str]] = {}

    @functools.cached_property
    def _sources(self) -> Mapping[str, str]:
        """The text of the file by subject, the first word of its keys: to read all takes long for a window to open."""
        source = paths.resources() / "texts" / f"{self.language}.toml"
        _, *tables = _HEAD.split(source.read_text(encoding="utf-8"))
        sources: dict[str, str] = {}
        for table in tables:
            subject = table[1 : table.index("]")].partition(".")[0]
            sources[subject] = sources.get(subject, "") + table
        return sources

    def _table(self, subject: str) -> Mapping[str, str]:
        if subject not in self._tables:
            import tomllib  # noqa: PLC0415 - the first sight of the window needs no text from here

            self._tables[subject] = _flat(tomllib.loads(self._sources[subject]))
        return self._tables[subject]

    def __call__(self, key: str, /, **params: object) -> str:
        """The text of a key with its placeholders filled.

        Raises:
            KeyError: No such text, or a placeholder without a value; a bug, not a mistake of the person.
        """
        return self._table(key.partition(".")[0])[key].format(**params)

    def count(self, key: str, number: int, /, **params: object) -> str:
        """A counted text: ``<key>.one`` for exactly one, else ``<key>.other``; ``{n}`` is the number."""
        form = "one" if number == 1 else "other"
        return self(f"{key}.{form}", n=self.number(number), **params)

    def error(self, error: UserError) -> str:
        """The sentence of an error alone. An error among its params is put in as its sentence."""
        params = {name: self._shown(value) for name, value in error.params.items()}
        return self(f"error.{error.key}", **params)

    def _shown(self, value: object) -> object:
        if isinstance(value, UserError):
            return self.error(value)
        from datetime import date  # noqa: PLC0415
        from decimal import Decimal  # noqa: PLC0415
        from fractions import Fraction  # noqa: PLC0415

        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Fraction):
            value = Decimal(value.numerator) / Decimal(value.denominator)
        decimal_mark = "," if self.language == "de" else "."
        return f"{value:f}".replace(".", decimal_mark) if isinstance(value, Decimal) else value

    def error_lines(self, error: UserError) -> list[str]:
        """The sentence of an error and a line for each of its first problems."""
        lines = [self.error(error), *(self.error(problem) for problem in error.problems[:MAX_PROBLEMS])]
        left = len(error.problems) - MAX_PROBLEMS
        if left > 0:
            lines.append(self.count("error.more", left))
        return lines

    def number(self, value: Fraction | Decimal | int, decimals: int = 0) -> str:
        """A number rounded half up, with the language's separators (``1.234,5``)."""
        text = f"{rounded(value, decimals):,}"
        if self.language == "de":
            text = text.translate(str.maketrans(",.", ".,"))
        return text.replace("-", MINUS)

    def points(self, score: Fraction | None) -> str:
        """A score in whole points, a dash where there is none."""
        return "–" if score is None else self.number(score)

    def change(self, difference: Fraction | None) -> str:
        """A difference in whole points with its sign, a dash where there is none."""
        if difference is None:
            return "–"
        whole = rounded(difference)
        return f"±{whole}" if whole == 0 else f"{'+' if whole > 0 else MINUS}{self.number(abs(whole))}"

    def percent(self, share: Fraction | None) -> str:
        """A share of 0 to 1 in whole per cent, a dash where there is none."""
        return "–" if share is None else f"{self.number(share * 100)}{NO_BREAK_SPACE}%"

    def coefficient(self, value: Fraction | None) -> str:
        """A coefficient of -1 to 1 with two decimals, a dash where there is none."""
        return "–" if value is None else self.number(value, 2)

    def date(self, day: date) -> str:
        """A date as it is written in the language (``24.11.2026``, ``24 November 2026``)."""
        if self.language == "de":
            return f"{day:%d.%m.%Y}"
        return f"{day.day} {self(f'month.{day.month}')} {day.year}"

    def hyphenated(self, text: str) -> str:
        """A text whose long words, as far as they are known, may break: with soft hyphens, for narrow columns."""
        for word in self("hyphenation.words").split():
            text = text.replace(word.replace("-", ""), word.replace("-", SOFT_HYPHEN))
        return text

    def join(self, parts: list[str]) -> str:
        """Several names as one enumeration: ``A, B und C``."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self('word.and')} {parts[-1]}"


@functools.lru_cache(maxsize=4096)
def rounded(value: Fraction | Decimal | int, decimals: int = 0) -> Decimal:
    """Round half up, away from zero. The only place where a figure is rounded."""
    from decimal import ROUND_HALF_UP, Decimal  # noqa: PLC0415
    from fractions import Fraction  # noqa: PLC0415

    step = Decimal(1).scaleb(-decimals)
    if isinstance(value, Fraction):
        # Quotients of the scores at hand are exact or far from a half at this precision.
        exact = Decimal(value.numerator) / Decimal(value.denominator)
    else:
        exact = Decimal(value)
    result = exact.quantize(step, rounding=ROUND_HALF_UP)
    return abs(result) if result == 0 else result


@functools.cache
def texts(language: str) -> Texts:
    """The texts of a language, the same object every time.

    Raises:
        UserError: ``language.unknown`` for a language that has no texts.
    """
    if language not in LANGUAGES:
        raise UserError("language.unknown", language=language, known=", ".join(LANGUAGES))
    return Texts(language)


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = str(value)
    return flat
