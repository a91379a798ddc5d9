"""Independent second keying: where both keyings differ, and how often the first one was wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from kommune_desktop.core.answer import Answer, State, Value
from kommune_desktop.core.batch import Batch
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet

_NOTHING = Answer(State.BLANK)


class Keying(Enum):
    """Which keying of a sheet is meant."""

    FIRST = auto()
    SECOND = auto()


@dataclass(frozen=True)
class KeyedTwice:
    """What both keyings of a sheet gave for a question; ``None`` where nothing was keyed."""

    sheet_id: int
    question_id: str
    first: Answer | None
    second: Answer | None


@dataclass(frozen=True)
class Resolution:
    """What was settled against the paper.

    Attributes:
        first: What was keyed first, before it was settled.
    """

    first: Answer | None
    note: str


@dataclass(frozen=True)
class Difference:
    """A question of a sheet that was keyed twice and not alike.

    Attributes:
        first: What was keyed first; ``None`` where nothing was.
        second: What was keyed the second time.
        settled: The answer that stands since it was settled; ``None`` as well where it is still open.
        resolution: ``None`` where it is still open.
    """

    sheet: Sheet
    question: Question
    first: Answer | None
    second: Answer | None
    settled: Answer | None = None
    resolution: Resolution | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be settled."""
        return self.resolution is None

    @property
    def first_was_wrong(self) -> bool:
        """Whether something else stands now than was keyed first."""
        return self.resolution is not None and not are_alike(self.first, self.settled)


def are_alike(one: Answer | None, other: Answer | None) -> bool:
    """Whether two keyings say the same.

    Nothing and "left blank" are the same; words may differ in capitals and in blanks; comments do not count.
    """
    one, other = one or _NOTHING, other or _NOTHING
    return one.state is other.state and _plain(one.value) == _plain(other.value)


def _plain(value: Value | None) -> Value | None:
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


def differences(
    sheets: Iterable[Sheet],
    questions: Iterable[Question],
    keyed: Iterable[KeyedTwice],
    resolutions: Mapping[tuple[int, str], Resolution],
) -> list[Difference]:
    """Where both keyings of the sheets differ, open and settled ones, in the order of the sheets and questions.

    Args:
        keyed: What stands now beside the second keying.
        resolutions: By sheet and question id.
    """
    by_place = {(keying.sheet_id, keying.question_id): keying for keying in keyed}
    questions = list(questions)
    found = []
    for sheet in sheets:
        for question in questions:
            keying = by_place.get((sheet.id, question.id))
            if keying is None:
                continue
            resolution = resolutions.get((sheet.id, question.id))
            if resolution is not None:
                difference = Difference(sheet, question, resolution.first, keying.second, keying.first, resolution)
                found.append(difference)
            elif not are_alike(keying.first, keying.second):
                found.append(Difference(sheet, question, keying.first, keying.second))
    return found


@dataclass(frozen=True)
class ErrorRate:
    """How reliable the first keying was, as far as it was checked.

    Attributes:
        checked: Answers that were keyed twice.
        differing: Those that were not keyed alike.
        wrong: Those of them where the first keying did not stand up to the paper.
        open: Those that are not settled yet.
    """

    checked: int
    differing: int
    wrong: int
    open: int

    @classmethod
    def of(cls, checked: int, found: Iterable[Difference]) -> ErrorRate:
        """The rate for so many checked answers, of which some differ."""
        found = list(found)
        return cls(checked, len(found), sum(one.first_was_wrong for one in found), sum(one.is_open for one in found))

    @property
    def per_thousand(self) -> Fraction | None:
        """Wrong answers per 1,000 checked ones; ``None`` where none was checked."""
        return Fraction(1000 * self.wrong, self.checked) if self.checked else None


@dataclass(frozen=True)
class Checked:
    """How many answers to a question were keyed twice, of the sheets of a batch that one person keyed first.

    Attributes:
        batch_id: ``None`` where the batch was dissolved.
        initials: Of the person who keyed first.
    """

    batch_id: int | None
    initials: str
    question_id: str
    count: int


@dataclass(frozen=True)
class Reliability:
    """Error rates of the first keying of a round, as far as it was checked by a second one.

    Attributes:
        total: Over all sheets.
        batches: By batch; ``None`` stands for sheets whose batch was dissolved.
        questions: Those that were checked, in the order of the questionnaire.
        people: By the initials of who keyed first, in their order.
    """

    total: ErrorRate
    batches: Sequence[tuple[Batch | None, ErrorRate]]
    questions: Sequence[tuple[Question, ErrorRate]]
    people: Sequence[tuple[str, ErrorRate]]


def reliability(
    batches: Iterable[Batch],
    questions: Iterable[Question],
    checked: Iterable[Checked],
    found: Iterable[Difference],
) -> Reliability:
    """The error rates of a round.

    Args:
        checked: The answers of the second keying, counted.
        found: The differences. What only the first keying has was looked at again as well, and counts as checked.
    """
    found = list(found)
    places = [*checked, *(_place(one) for one in found if one.second is None)]

    def rates(key: Callable[[Checked], Hashable]) -> dict[Hashable, ErrorRate]:
        counts: Counter[Hashable] = Counter()
        differing: dict[Hashable, list[Difference]] = {}
        for place in places:
            counts[key(place)] += place.count
        for difference in found:
            differing.setdefault(key(_place(difference)), []).append(difference)
        return {part: ErrorRate.of(count, differing.get(part, ())) for part, count in counts.items()}

    by_batch = rates(lambda place: place.batch_id)
    by_question = rates(lambda place: place.question_id)
    by_person = rates(lambda place: place.initials)
    parts: list[Batch | None] = [*batches, None]
    return Reliability(
        ErrorRate.of(sum(place.count for place in places), found),
        [(batch, by_batch[key]) for batch in parts if (key := batch.id if batch else None) in by_batch],
        [(question, by_question[question.id]) for question in questions if question.id in by_question],
        [(initials, by_person[initials]) for initials in sorted(map(str, by_person))],
    )


def _place(difference: Difference) -> Checked:
    sheet = difference.sheet
    return Checked(sheet.batch_id, sheet.keyed_by, difference.question.id, count=1)
