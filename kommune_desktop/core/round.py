"""A round of the self-assessment, the groups that take part and their sheets."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kommune_desktop.core.questionnaire import Question, Questionnaire, Text
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
    """A group of actors (Akteursgruppe) in one round."""

    id: str
    title: Text
    kind: GroupKind


STANDARD_GROUPS = (
    Group("administration", Text({"de": "Verwaltung", "en": "Administration"}), GroupKind.JOINT),
    Group("council", Text({"de": "Ratsfraktionen", "en": "Council groups"}), GroupKind.INDIVIDUAL),
    Group("welfare", Text({"de": "Wohlfahrtsverbände", "en": "Welfare organisations"}), GroupKind.INDIVIDUAL),
    Group("civil_society", Text({"de": "Zivilgesellschaft", "en": "Civil society"}), GroupKind.INDIVIDUAL),
    Group("business", Text({"de": "Wirtschaft", "en": "Business"}), GroupKind.INDIVIDUAL),
    Group("advisory_boards", Text({"de": "Beiräte", "en": "Advisory boards"}), GroupKind.INDIVIDUAL),
)


@dataclass(frozen=True)
class Round:
    """One run of the self-assessment.

    Attributes:
        min_cell: The k of the privacy rule: fewer answers than this of an individual group stay hidden.
        short_form: Asks only the core questions.
    """

    id: int
    title: str
    questionnaire: Questionnaire
    groups: tuple[Group, ...]
    created: datetime
    weighting: Weighting = Weighting.GROUP
    min_cell: int = DEFAULT_MIN_CELL
    short_form: bool = False

    @functools.cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that this round asks, in order."""
        return tuple(q for q in self.questionnaire.questions if q.core or not self.short_form)

    @functools.cached_property
    def _groups_by_id(self) -> Mapping[str, Group]:
        return {group.id: group for group in self.groups}

    def group(self, group_id: str) -> Group:
        """The group of an id; ``KeyError`` where there is none."""
        return self._groups_by_id[group_id]


@dataclass(frozen=True)
class Sheet:
    """One set of answers (Bogen).

    Attributes:
        number: What is written on it; unique within the round.
        topic: Id of the wizard page where work on it stopped; empty where it has not begun.
        answered: Number of questions with an answer other than blank.
    """

    id: int
    round_id: int
    group_id: str
    number: str
    created: datetime
    topic: str = ""
    answered: int = 0


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
