"""A finished demo municipality: three rounds, five groups, answers that differ as people do. The same every time."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from kommune_desktop import paths
from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.measure import Measure, MeasureStatus, ProgressNote
from kommune_desktop.core.numbering import SheetNumber
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.relevance import shown_questions
from kommune_desktop.core.round import STANDARD_GROUPS, Round
from kommune_desktop.core.workshop import AgendaItem, Need, Workshop
from kommune_desktop.db import Store
from kommune_desktop.workflow.questionnaires import DEFAULT_QUESTIONNAIRE
from kommune_desktop.workflow.rounds import add_round

_SEED = 20260914
_GROUPS = STANDARD_GROUPS[:5]


@dataclass(frozen=True)
class _DemoRound:
    title: str
    created: datetime
    sheets: Mapping[str, int]
    lag: float
    """How many points the levels lie below those of the last round, on average."""
    evidence: str = ""
    """Where the evidence of the administration is told; empty for none."""


_ROUNDS = (
    _DemoRound(
        "Runde 2021",
        datetime(2021, 3, 15, 8, tzinfo=UTC),
        {"administration": 1, "council": 9, "welfare": 7, "civil_society": 17, "business": 5},
        lag=14,
    ),
    _DemoRound(
        "Runde 2023",
        datetime(2023, 5, 10, 8, tzinfo=UTC),
        {"administration": 1, "council": 11, "welfare": 9, "civil_society": 24, "business": 6},
        lag=7,
        evidence="earlier_evidence",
    ),
    _DemoRound(
        "Runde 2026",
        datetime(2026, 9, 14, 8, tzinfo=UTC),
        {"administration": 1, "council": 13, "welfare": 10, "civil_society": 33, "business": 3},
        lag=0,
        evidence="evidence",
    ),
)


@dataclass(frozen=True)
class _View:
    """How a group sees things: shift in points, by area where it differs, and how often it does not know."""

    shift: float
    areas: Mapping[str, float]
    dont_know: float


_VIEWS = {
    "administration": _View(6, {"io": 10, "kk": 8}, 0.01),
    "council": _View(2, {"ms": 6, "eb": 4}, 0.06),
    "welfare": _View(-6, {"ft": -12, "io": -10, "zb": 2}, 0.05),
    "civil_society": _View(-9, {"eb": -16, "io": -14, "kk": -10, "zb": 4}, 0.16),
    "business": _View(-2, {"aw": -12, "ms": -4}, 0.2),
}
_OTHER_STATES = (
    (State.BLANK, 0.02),
    (State.NOT_APPLICABLE, 0.01),
    (State.DOUBLE_MARKED, 0.004),
    (State.ILLEGIBLE, 0.003),
)
_UNTIL_SHEETS = timedelta(days=30)
_ROUND_DRIFT = 6
_QUESTION_SPREAD = 9
_PERSON_SPREAD = 9
_ANSWER_SPREAD = 17
_NUMBERS = {"ms.dauerstellen": 60, "io.teilnahmequote": 34, "ft.kitabesuch": 81, "eb.foerderung": 9}


def create_demo(path: Path) -> Store:
    """Make the demo municipality and open it.

    Raises:
        UserError: ``store.exists``, ``file.unwritable``.
    """
    source = paths.resources() / "demo" / f"{DEFAULT_QUESTIONNAIRE}.toml"
    texts = tomllib.loads(source.read_text(encoding="utf-8"))
    store = Store.create(path, texts["municipality"])
    try:
        for demo_round in _ROUNDS:
            round_ = add_round(store, title=demo_round.title, groups=_GROUPS, created=demo_round.created)
            last = demo_round is _ROUNDS[-1]
            sheets = _Author(round_, demo_round, texts, with_words=last).sheets()
            store.answers.add_sheets(round_, sheets, created=demo_round.created + _UNTIL_SHEETS)
        _add_workshops(store, texts["workshops"])
        _add_measures(store, texts["measures"])
    except BaseException:
        store.close()
        raise
    return store


def _add_workshops(store: Store, told: Sequence[Mapping[str, Any]]) -> None:
    rounds = store.rounds.all()
    for one in told:
        workshop = Workshop(
            day=one["day"],
            place=one["place"],
            participants=one["participants"],
            dots_each=one["dots_each"],
            agenda=tuple(_agenda_item(item) for item in one["agenda"]),
            needs=tuple(
                Need(number, need["words"], need.get("question", ""), need["dots"])
                for number, need in enumerate(one["needs"], start=1)
            ),
        )
        store.workshops.save(rounds[one["round"]], Workshop(), workshop)


def _agenda_item(told: Mapping[str, Any]) -> AgendaItem:
    return AgendaItem(
        told["question"],
        minutes=told["minutes"],
        consensus=Consensus(
            ConsensusState(told["state"]),
            told.get("value"),
            told.get("reason", ""),
            tuple(Dissent(group_id, words) for group_id, words in told.get("dissents", {}).items()),
        ),
        ideas="\n".join(told.get("ideas", ())),
        notes=told.get("notes", ""),
        dots=told["dots"],
    )


def _add_measures(store: Store, told: Sequence[Mapping[str, Any]]) -> None:
    rounds = store.rounds.all()
    for one in told:
        store.measures.add(
            Measure(
                one["title"],
                round_id=rounds[one["round"]].id,
                goal=one["goal"],
                office=one["office"],
                partners=one.get("partners", ""),
                start=one.get("start"),
                due=one.get("due"),
                cost=Decimal(one["cost"]) if "cost" in one else None,
                status=MeasureStatus(one["status"]),
                dropped_because=one.get("dropped_because", ""),
                indicator=one.get("indicator", ""),
                target=one.get("target", ""),
                area_id=one["area"],
                question_ids=tuple(one["questions"]),
                priority=one["priority"],
                notes=tuple(ProgressNote(note["day"], note["words"]) for note in one.get("notes", ())),
            )
        )


class _Author:
    """Writes the sheets of one round."""

    def __init__(
        self, round_: Round, demo: _DemoRound, texts: Mapping[str, Mapping[str, object]], *, with_words: bool
    ) -> None:
        self._round = round_
        self._demo = demo
        self._texts = texts
        self._with_words = with_words
        self._random = Random(f"{_SEED} {round_.title}")  # noqa: S311 - a demo, not a secret
        self._comments = _dealt_out(texts["comments"]) if with_words else {}
        drift = Random(_SEED)  # noqa: S311
        self._levels = {
            question.id: self._level(question.id, demo.lag + (drift.gauss(0, _ROUND_DRIFT) if demo.lag else 0))
            for question in round_.questions
            if question.kind is Kind.SCALE
        }
        self._group_shift = {
            (group.id, question.id): drift.gauss(0, _QUESTION_SPREAD)
            for group in round_.groups
            for question in round_.questions
        }

    def _level(self, question_id: str, lag: float) -> float:
        level = self._texts["level"][question_id]
        return float(level) - lag if isinstance(level, (int, float)) else 50

    def sheets(self) -> list[tuple[str, str, Sequence[tuple[str, Answer]]]]:
        """Number, group id and answers of each sheet."""
        groups = [group_id for group_id, count in self._demo.sheets.items() for _ in range(count)]
        return [
            (self._number(serial, group_id), group_id, list(self._answers(group_id).items()))
            for serial, group_id in enumerate(groups, start=1)
        ]

    def _number(self, serial: int, group_id: str) -> str:
        return str(SheetNumber(self._round.code, self._round.group(group_id).code, serial))

    def _answers(self, group_id: str) -> dict[str, Answer]:
        mood = self._random.gauss(0, _PERSON_SPREAD)
        answers: dict[str, Answer] = {}
        for question in self._round.questions:
            special = question.relevant_if or question.audience
            if special and question not in shown_questions(self._round.questions, group_id, answers):
                continue
            answer = self._answer(question, group_id, mood)
            if answer is not None:
                answers[question.id] = answer
        return answers

    def _answer(self, question: Question, group_id: str, mood: float) -> Answer | None:
        state = self._state(question, group_id)
        value = self._value(question, group_id, mood) if state is State.GIVEN else None
        if state is State.GIVEN and value is None:
            return None
        comment = evidence = ""
        if self._with_words:
            waiting = self._comments.get(question.id, [])
            if waiting and group_id != "administration" and self._random.random() < 0.15:
                comment = waiting.pop()
        if self._demo.evidence and group_id == "administration" and question.evidence:
            evidence = str(self._texts[self._demo.evidence].get(question.id, ""))
        return Answer(state, value, comment, evidence)

    def _state(self, question: Question, group_id: str) -> State:
        if question.kind in (Kind.TEXT, Kind.NUMBER):
            return State.GIVEN
        chance = self._random.random() - _VIEWS[group_id].dont_know
        if chance < 0:
            return State.DONT_KNOW
        if group_id != "administration":
            for state, share in _OTHER_STATES:
                chance -= share
                if chance < 0:
                    return state
        return State.GIVEN

    def _value(self, question: Question, group_id: str, mood: float) -> int | frozenset[int] | Decimal | str | None:
        if question.kind is Kind.SCALE:
            return self._choice(question, group_id, mood)
        values = [choice.value for choice in question.choices]
        if question.kind is Kind.SINGLE:
            return self._random.choices(values, weights=range(len(values) + 1, 1, -1))[0]
        if question.kind is Kind.MULTI:
            return frozenset(self._random.sample(values[:-1], k=self._random.randint(1, 3)))
        if question.kind is Kind.NUMBER:
            return Decimal(round(_NUMBERS.get(question.id, 20) * (1 - self._demo.lag / 60)))
        return self._words(question)

    def _choice(self, question: Question, group_id: str, mood: float) -> int:
        view = _VIEWS[group_id]
        area = question.id.partition(".")[0]
        points = self._levels[question.id] + view.areas.get(area, view.shift) + self._group_shift[group_id, question.id]
        if group_id != "administration":
            points += mood + self._random.gauss(0, _ANSWER_SPREAD)
        highest = question.choices[-1].value
        return min(max(round(points / 100 * highest), 0), highest)

    def _words(self, question: Question) -> str | None:
        texts = self._texts["texts"].get(question.id)
        if not self._with_words or not isinstance(texts, list) or self._random.random() > 0.2:
            return None
        return str(self._random.choice(texts))


def _dealt_out(comments: Mapping[str, object]) -> dict[str, list[str]]:
    return {question_id: list(texts) for question_id, texts in comments.items() if isinstance(texts, list)}
