"""The workshop: what is talked about, what was agreed on, what is needed, and what comes first."""

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
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
from kommune_desktop.core.workshop.proposal import Proposal, Reason, propose

__all__ = [
    "MOST_DOTS_EACH",
    "MOST_MINUTES",
    "AgendaItem",
    "Consensus",
    "ConsensusState",
    "Dissent",
    "Need",
    "Priority",
    "Proposal",
    "Reason",
    "Voting",
    "Workshop",
    "ballot",
    "check_workshop",
    "dots_given",
    "dots_to_give",
    "most_on_one",
    "priorities",
    "propose",
]
