"""Answer files to read, and what is said of the faulty ones."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer
from kommune_desktop.core.document import from_document
from kommune_desktop.core.round import Round
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import NewSheet, Places, read_answers
from kommune_desktop.texts import texts
from tests.unit.db.builders import GROUPS, SMALL

HEADER = "sheet,group,question,state,value,comment\n"
ROUND = Round(1, "Runde 1", from_document(SMALL), GROUPS, datetime(2026, 1, 1, tzinfo=UTC))
SHORT = replace(ROUND, short_form=True)


@dataclass(frozen=True)
class Taken:
    """What the round is and has already."""

    round_: Round = ROUND
    numbers: Collection[str] = ()
    groups: Collection[str] = ()


NEW = Taken()


def read(path: Path, content: str | bytes, there: Taken = NEW) -> list[NewSheet]:
    """The sheets of a file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_answers(path, there.round_, Places(there.numbers, there.groups), lambda _: None).whole(path))


def refusal(path: Path, content: str | bytes, there: Taken = NEW) -> UserError:
    """What is said of a file with this content; it can be said in both languages."""
    with pytest.raises(UserError) as caught:
        read(path, content, there)
    for language in ("de", "en"):
        assert all(texts(language).error_lines(caught.value))
    return caught.value


def answers(sheets: list[NewSheet]) -> dict[str, dict[str, Answer]]:
    """Answers by question id, by sheet number."""
    return {sheet.number: sheet.answers for sheet in sheets}
