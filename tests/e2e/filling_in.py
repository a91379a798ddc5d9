"""The answers that the test gives, and how a person keys them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.questionnaire import Kind, Question, Questionnaire, Topic
from tests.e2e import names
from tests.e2e.program import MANY_TABS, Program
from tests.e2e.screen_reader import Seen, wait_for

_STATE_KEYS = {State.DONT_KNOW: "w", State.NOT_APPLICABLE: "t"}
_CHOICES = ("radio button", "check box")
EVERY_DONT_KNOW, EVERY_NOT_APPLICABLE = 13, 19
ENOUGH_FOR_CONDITIONS = 2


@dataclass(frozen=True)
class Keyed:
    """What is typed to a question, and the answer that this is.

    Attributes:
        keys: One key after the other, or letters.
    """

    keys: str
    answer: Answer


def planned(questionnaire: Questionnaire) -> dict[str, Keyed]:
    """An answer to every question, by question id: all kinds and states, and all conditions met."""
    conditions = {question.relevant_if.question for question in questionnaire.questions if question.relevant_if}
    return {
        question.id: _keyed(question, number, met=question.id in conditions)
        for number, question in enumerate(questionnaire.questions, start=1)
    }


def _keyed(question: Question, number: int, *, met: bool) -> Keyed:
    if question.kind in (Kind.TEXT, Kind.NUMBER):
        text = f"Wort {number} für größere Öffnung" if question.kind is Kind.TEXT else str(number % 100)
        return Keyed(text, Answer(State.GIVEN, text if question.kind is Kind.TEXT else Decimal(text)))
    if number % EVERY_DONT_KNOW == 0 and not met:
        return Keyed(_STATE_KEYS[State.DONT_KNOW], Answer(State.DONT_KNOW))
    if number % EVERY_NOT_APPLICABLE == 0 and not met:
        return Keyed(_STATE_KEYS[State.NOT_APPLICABLE], Answer(State.NOT_APPLICABLE))
    count = len(question.choices)
    if question.kind is Kind.MULTI:
        places = sorted({number % count, (number + 3) % count})
        chosen = frozenset(question.choices[place].value for place in places)
        return Keyed("".join(str(place + 1) for place in places), Answer(State.GIVEN, chosen))
    place = number * number // 3 % count
    if met:
        place = max(place, ENOUGH_FOR_CONDITIONS)
    return Keyed(str(place + 1), Answer(State.GIVEN, question.choices[place].value))


class WizardHand:
    """A person's hand on the keyboard in front of the wizard."""

    def __init__(self, program: Program, questionnaire: Questionnaire) -> None:
        self.program = program
        self._by_text = {question.text.in_language("de"): question for question in questionnaire.questions}

    def question_of(self, seen: Seen) -> Question | None:
        """The question that an object belongs to: the nearest thing around it that bears its words."""
        for around in seen.around():
            question = self._by_text.get(around.name) or self._by_text.get(around.name.partition(" ")[2])
            if question is not None:
                return question
        return None

    def wait_until_in(self, question: Question) -> Seen:
        """Wait until the keyboard is in a question."""
        return self.program.wait_for_focus(lambda seen: self.question_of(seen) is question, f"question {question.id}")

    def tab_out_of(self, question: Question) -> Seen:
        """Press Tab until the keyboard has left a question."""
        here = self.program.focused()
        for _ in range(MANY_TABS):
            if self.question_of(here) is not question:
                return here
            here = self.program.tab(here)
        raise AssertionError(f"Tab does not lead out of question {question.id}")

    def answer_page(self, topic: Topic, answers: dict[str, Keyed]) -> None:
        """Answer all questions of a topic."""
        self.answer_questions(topic.questions, answers)

    def answer_questions(self, questions: Sequence[Question], answers: dict[str, Keyed]) -> None:
        """Answer the questions of a page in the order in which the keyboard comes to them."""
        last = questions[-1]
        for question in questions:
            seen = self.wait_until_in(question)
            keyed = answers[question.id]
            self.program.type(keyed.keys)
            if question.kind in (Kind.TEXT, Kind.NUMBER):
                self.program.wait_for_text(seen, keyed.keys)
            # A choice leads on by itself; words and several choices do not, for there may be more to come.
            leads_on = question.kind in (Kind.SCALE, Kind.SINGLE) or keyed.answer.state is not State.GIVEN
            if not leads_on and question is not last:
                self.tab_out_of(question)
            elif leads_on and question is last:
                self.program.wait_for_focus(lambda now: now.name.startswith(names.NEXT), "the button to the next page")

    def turn_page(self) -> None:
        """Turn to the next page: by Enter on the button if the keyboard is there, else by the key for it."""
        on_button = self.program.focused().name.startswith(names.NEXT)
        self.program.press("Return" if on_button else "ctrl+Return")

    def progress(self) -> tuple[int, int]:
        """How many of how many questions are answered, as the wizard says it."""
        found = names.PROGRESS.search(self.program.says(names.PROGRESS.search))
        assert found is not None
        return int(found[1]), int(found[2])

    def wait_for_progress(self, answered: int) -> None:
        """Wait until the wizard counts so many answers."""
        wait_for(lambda: self.progress()[0] == answered, f"{answered} answers counted")

    def marked(self, question: Question) -> set[str]:
        """What is marked in a question, by the digit or letter in front of it, and the words in its field."""
        parts = [seen for seen in self.program.tree() if self.question_of(seen) is question]
        marks = {seen.name.partition(" ")[0] for seen in parts if "checked" in seen.states and seen.role in _CHOICES}
        fields = [seen.thing for seen in parts if "editable" in seen.states and names.COMMENT not in seen.name]
        return marks | {text for text in map(self.program.reader.text, fields) if text}

    def to_be_marked(self, question: Question, answer: Answer) -> set[str]:
        """The same from an answer."""
        if answer.state is not State.GIVEN:
            return {_STATE_KEYS[answer.state].upper()}
        if question.kind in (Kind.TEXT, Kind.NUMBER):
            return {str(answer.value)}
        chosen = answer.value if isinstance(answer.value, frozenset) else {answer.value}
        return {str(place) for place, choice in enumerate(question.choices, start=1) if choice.value in chosen}
