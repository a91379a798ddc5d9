"""The sheets that a file brings, and whether the round has a place for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.round import Group, GroupKind, Round
from kommune_desktop.errors import UserError

Progress = Callable[[int], None]
"""Is told how many rows are done; may raise to stop the work."""


@dataclass
class NewSheet:
    """A sheet as the file has it.

    Attributes:
        row: The row of the file that names it first.
        answers: Answer by question id.
        rows: Row of each answer, by question id.
    """

    number: str
    group: Group
    row: int
    answers: dict[str, Answer] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Unread:
    """A text in a column whose meaning is open.

    Attributes:
        count: How many cells have it.
    """

    column: str
    text: str
    count: int


@dataclass(frozen=True)
class Found:
    """What a file brings.

    Attributes:
        sheets: In the order of the file.
        problems: One or more for each bad row, in the order of the rows; with any, nothing may come in.
        bad_rows: How many rows have a problem.
        empty_rows: How many rows answer nothing and are left out.
        unread: Texts that mean no answer, of columns that may be given their meaning.
        unmapped: Columns that are left out.
    """

    sheets: Sequence[NewSheet]
    problems: Sequence[UserError]
    bad_rows: int
    empty_rows: int = 0
    unread: Sequence[Unread] = ()
    unmapped: Sequence[str] = ()

    def whole(self, path: Path) -> Sequence[NewSheet]:
        """The sheets where nothing is wrong.

        Raises:
            UserError: ``import.faulty`` with all problems; ``import.empty``.
        """
        if self.problems:
            key = "import.faulty.one" if self.bad_rows == 1 else "import.faulty.other"
            raise UserError(key, path=path, n=self.bad_rows, problems=tuple(self.problems))
        if not self.sheets:
            raise UserError("import.empty", path=path)
        return self.sheets


class Places:
    """The numbers that a round has left, and its joint groups without a sheet."""

    def __init__(self, taken: Iterable[str], full_groups: Collection[str]) -> None:
        """``taken``: numbers of the round's sheets; ``full_groups``: joint groups that have their sheet."""
        self._taken = set(taken)
        self._joint_sheet = dict.fromkeys(full_groups, "")

    def refusal(self, number: str, group: Group) -> tuple[str, dict[str, object]] | None:
        """Key and params of why a sheet can't come in; ``None`` where it can."""
        if number in self._taken:
            return "sheet_exists", {"sheet": number}
        if group.kind is GroupKind.JOINT and self._joint_sheet.setdefault(group.id, number) != number:
            return "joint_second", {"sheet": number, "group": group.id}
        return None


def groups_by_name(round_: Round) -> dict[str, Group]:
    """Groups by id and by title in every language, in small letters."""
    names = {title.casefold(): group for group in round_.groups for title in group.title.by_language.values()}
    return names | {group.id.casefold(): group for group in round_.groups}
