"""Where an answer is given: a field for each kind of question.

A field shows a value and tells when the person gives another; it decides nothing.
"""

from __future__ import annotations

from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.texts import Texts
from kommune_desktop.ui.wizard.fields.base import AnswerField
from kommune_desktop.ui.wizard.fields.choices import ChoiceField, MultiField
from kommune_desktop.ui.wizard.fields.number import NumberField
from kommune_desktop.ui.wizard.fields.words import TextField

_FIELDS: dict[Kind, type[AnswerField]] = {
    Kind.SCALE: ChoiceField,
    Kind.SINGLE: ChoiceField,
    Kind.MULTI: MultiField,
    Kind.NUMBER: NumberField,
    Kind.TEXT: TextField,
}


def field_for(question: Question, words: Texts) -> AnswerField:
    """The field for a question's kind."""
    return _FIELDS[question.kind](question, words)
