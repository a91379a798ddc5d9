"""Tables in wide form to read, and what is said of the faulty ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kommune_desktop.core.round import Round
from kommune_desktop.intake.answers import ColumnUse, Found, Mapping, Places, Role, read_wide
from kommune_desktop.intake.answers.meaning import usual_states
from kommune_desktop.texts import texts
from tests.unit.intake.answer_files import NEW, ROUND, Taken
from tests.unit.intake.surveys import write_csv, write_xlsx

MAPPING = Mapping(
    "klein",
    "1.0",
    uses=(
        ColumnUse("grad", "a.grad"),
        ColumnUse("grad_k", "a.grad", Role.COMMENT),
        ColumnUse("ja", "a.ja"),
        ColumnUse("mehr", "a.mehr"),
        ColumnUse("zahl", "a.zahl"),
        ColumnUse("warum", "a.warum"),
        ColumnUse("rat", "a.rat"),
    ),
    sheet_column="nr",
    group_column="wer",
    states=usual_states(),
)
HEAD = ["nr", "wer", "grad", "grad_k", "ja", "mehr", "zahl", "warum", "rat"]
GOOD = ["1", "council", "3", "", "2", "0|3", "12,5", "Weil", "1"]


def read_rows(
    path: Path, rows: Sequence[Sequence[Any]], mapping: Mapping = MAPPING, there: Taken = NEW, head: list[str] = HEAD
) -> Found:
    """What a table with these rows brings."""
    (write_xlsx if path.suffix == ".xlsx" else write_csv)(path, [head, *rows])
    return read_wide(path, there.round_, mapping, Places(there.numbers, there.groups), lambda _: None)


def row(**cells: Any) -> list[Any]:
    """The good row with other cells."""
    return [cells.get(name, cell) for name, cell in zip(HEAD, GOOD, strict=True)]


def lines(found: Found) -> list[str]:
    """The problems in German; they can be said in English as well."""
    assert all(texts("en").error(problem) for problem in found.problems)
    return [texts("de").error(problem) for problem in found.problems]


def short_form() -> Round:
    """The round with its core question alone."""
    return replace(ROUND, short_form=True)
