"""What one version of a questionnaire goes on with from an earlier one, and what can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from kommune_desktop.core.questionnaire import Question, Questionnaire


@dataclass(frozen=True)
class Continuity:
    """The questions of a questionnaire as seen from an earlier one, each in the order of its own.

    Attributes:
        unchanged: They ask the same, and the answers can be compared.
        changed: They can be compared, but words or choices are different now.
        new: There was nothing to compare them with.
        gone: Questions of the earlier one that no other continues.
    """

    unchanged: tuple[Question, ...]
    changed: tuple[Question, ...]
    new: tuple[Question, ...]
    gone: tuple[Question, ...]

    @property
    def comparable(self) -> int:
        """How many questions can be compared."""
        return len(self.unchanged) + len(self.changed)


def continuity(now: Questionnaire, before: Questionnaire) -> Continuity:
    """Hold a questionnaire against an earlier one.

    A question continues the earlier one with the same id, else the one that it ``replaces``; of another
    kind, it is new.
    """
    unchanged: list[Question] = []
    changed: list[Question] = []
    new: list[Question] = []
    continued: set[str] = set()
    for question in now.questions:
        earlier = counterpart(question, before)
        if earlier is None or earlier.kind is not question.kind:
            new.append(question)
            continue
        continued.add(earlier.id)
        is_same = (question.text, question.choices, question.number) == (earlier.text, earlier.choices, earlier.number)
        (unchanged if is_same else changed).append(question)
    gone = tuple(question for question in before.questions if question.id not in continued)
    return Continuity(tuple(unchanged), tuple(changed), tuple(new), gone)


def counterpart(question: Question, before: Questionnaire) -> Question | None:
    """The question of an earlier questionnaire with the same id, else the one that a question ``replaces``."""
    ids = (question.id, question.replaces)
    return next((before.question(key) for key in ids if key is not None and key in before), None)
