"""What people wrote in their own words: comments, answers in words, and the documents that an office names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class RemarkKind(StrEnum):
    """Where words stand: beside an answer, as the answer, or as its evidence."""

    COMMENT = "comment"
    ANSWER = "answer"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class Remark:
    """Words on one sheet to one question.

    Attributes:
        is_released: Whether they may stand in the public report. Words that were changed since are not released.
    """

    sheet_id: int
    question_id: str
    group_id: str
    kind: RemarkKind
    words: str
    is_released: bool = False


def with_release(remarks: Iterable[Remark], changed: Remark) -> list[Remark]:
    """Remarks with one of them released now, or not any more."""
    return [changed if replace(one, is_released=changed.is_released) == changed else one for one in remarks]
