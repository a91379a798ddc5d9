"""A round of the self-assessment, the groups that take part and their sheets."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kommune_desktop.core.questionnaire import Question, Questionnaire, Text
from kommune_desktop.core.relevance import asked_of
from kommune_desktop.errors import UserError

DEFAULT_MIN_CELL = 5
SMALLEST_MIN_CELL = 3
MAX_TITLE = 120


class GroupKind(StrEnum):
    """``JOINT``: one sheet, answered together by an office. ``INDIVIDUAL``: a sheet a person."""

    JOINT = "joint"
    INDIVIDUAL = "individual"


class Weighting(StrEnum):
    """What counts the same in a question's score: each group, or each sheet."""

    GROUP = "group"
    SHEET = "sheet"


@dataclass(frozen=True)
class Group:
    """A group of actors (Akteursgruppe) in one round.

    Attributes:
        code: Two capital letters in the numbers of its sheets, different from those of the round's other groups.
    """

    id: str
    title: Text
    kind: GroupKind
    code: str = ""


STANDARD_GROUPS = (
    Group("administration", Text({"de": "Verwaltung", "en": "Administration"}), GroupKind.JOINT, "VW"),
    Group("council", Text({"de": "Ratsfraktionen", "en": "Council groups"}), GroupKind.INDIVIDUAL, "RF"),
    Group("welfare", Text({"de": "Wohlfahrtsverbände", "en": "Welfare organisations"}), GroupKind.INDIVIDUAL, "WV"),
    Group("civil_society", Text({"de": "Zivilgesellschaft", "en": "Civil society"}), GroupKind.INDIVIDUAL, "ZG"),
    Group("business", Text({"de": "Wirtschaft", "en": "Business"}), GroupKind.INDIVIDUAL, "WI"),
    Group("advisory_boards", Text({"de": "Beiräte", "en": "Advisory boards"}), GroupKind.INDIVIDUAL, "BR"),
)


@dataclass(frozen=True)
class Round:
    """One run of the self-assessment.

    Attributes:
        min_cell: The k of the privacy rule: fewer answers than this of an individual group stay hidden.
        short_form: Asks only the core questions.
        code: Stands for the round in the numbers of its sheets.
    """

    id: int
    title: str
    questionnaire: Questionnaire
    groups: tuple[Group, ...]
    created: datetime
    weighting: Weighting = Weighting.GROUP
    min_cell: int = DEFAULT_MIN_CELL
    short_form: bool = False
    code: str = ""

    @functools.cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that this round asks, in order."""
        return tuple(q for q in self.questionnaire.questions if q.core or not self.short_form)

    @functools.cached_property
    def _groups_by_id(self) -> Mapping[str, Group]:
        return {group.id: group for group in self.groups}

    def questions_for(self, group_id: str) -> tuple[Question, ...]:
        """The questions that the paper of a group has: all but those meant for others, whatever their conditions."""
        return tuple(question for question in self.questions if asked_of(question, group_id))

    def group(self, group_id: str) -> Group:
        """The group of an id; ``KeyError`` where there is none."""
        return self._groups_by_id[group_id]


@dataclass(frozen=True)
class ReturnAddress:
    """Where paper sheets are to be returned, in lines, and the last day for it."""

    place: str = ""
    day: date | None = None


def check_round(title: str, groups: tuple[Group, ...], min_cell: int) -> None:
    """Refuse what can't be a round.

    Raises:
        UserError: ``round.*``.
    """
    if not title.strip():
        raise UserError("round.title_missing")
    if len(title) > MAX_TITLE:
        raise UserError("round.title_too_long", longest=MAX_TITLE)
    if not groups:
        raise UserError("round.groups_missing")
    ids = [group.id for group in groups]
    for group_id in ids:
        if ids.count(group_id) > 1:
            raise UserError("round.group_twice", group=group_id)
    if min_cell < SMALLEST_MIN_CELL:
        raise UserError("round.min_cell_too_small", smallest=SMALLEST_MIN_CELL)
