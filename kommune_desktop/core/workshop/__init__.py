"""The workshop: what is talked about, what was agreed on, what is needed, and what comes first.

What the results propose for it is in a module of its own, as the store needs no results.
"""

from kommune_desktop.core.workshop.model import (
    MOST_DOTS_EACH,
    MOST_MINUTES,
    AgendaItem,
    Need,
    Voting,
    Workshop,
    check_workshop,
)
from kommune_desktop.core.workshop.priorities import Priority, ballot, dots_given, dots_to_give, most_on_one, priorities

__all__ = [
    "MOST_DOTS_EACH",
    "MOST_MINUTES",
    "AgendaItem",
    "Need",
    "Priority",
    "Voting",
    "Workshop",
    "ballot",
    "check_workshop",
    "dots_given",
    "dots_to_give",
    "most_on_one",
    "priorities",
]
