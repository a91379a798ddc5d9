"""Rounds: add one, find one."""

from __future__ import annotations

from datetime import datetime

from kommune_desktop.core.round import (
    DEFAULT_MIN_CELL,
    STANDARD_GROUPS,
    Group,
    Round,
    Weighting,
    check_round,
)
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE, shipped

LATEST = "latest"


def add_round(  # noqa: PLR0913 - the fields of a round, all by keyword
    store: Store,
    *,
    title: str,
    groups: tuple[Group, ...] = STANDARD_GROUPS,
    questionnaire_id: str = DEFAULT_QUESTIONNAIRE,
    weighting: Weighting = Weighting.GROUP,
    min_cell: int = DEFAULT_MIN_CELL,
    short_form: bool = False,
    created: datetime | None = None,
) -> Round:
    """Add a round with a shipped questionnaire.

    Args:
        created: When it began, with a time zone; now where left out.

    Raises:
        UserError: ``round.*``, ``questionnaire.*``.
    """
    check_round(title, groups, min_cell)
    _, document = shipped(questionnaire_id)
    return store.rounds.add(
        document,
        title=title.strip(),
        groups=groups,
        weighting=weighting,
        min_cell=min_cell,
        short_form=short_form,
        created=created,
    )


def find_round(store: Store, name: str) -> Round:
    """The round of an id, or the last one for ``latest``.

    Raises:
        UserError: ``round.unknown``, ``round.none``.
    """
    if name == LATEST:
        rounds = store.rounds.all()
        if not rounds:
            raise UserError("round.none")
        return rounds[-1]
    if not name.isdecimal():
        known = ", ".join(str(round_.id) for round_ in store.rounds.all()) or "–"
        raise UserError("round.unknown", round=name, known=known)
    return store.rounds.get(int(name))
