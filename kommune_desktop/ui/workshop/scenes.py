"""What may be seen on the projector: no words from sheets unless they are released, no figures of hidden groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kommune_desktop.core.remark import Remark
from kommune_desktop.core.results.sentences import consensus_sentence
from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem, Need, Workshop, priorities
from kommune_desktop.texts import Texts
from kommune_desktop.ui.results import charts
from kommune_desktop.workflow.evaluation import Evaluation

if TYPE_CHECKING:
    from kommune_desktop.export.charts import Ranked
    from kommune_desktop.ui.results.charts import Make

MOST_QUOTES = 6
_MOST_RANKED = 8


@dataclass(frozen=True)
class Scene:
    """What is shown at one time.

    Attributes:
        head: Where one is, in small type.
        text: What it is about, in large type.
        quotes: Released words, in the place of a chart.
        said: What the workshop agreed on.
        earlier: How it was in the round before.
    """

    head: str = ""
    text: str = ""
    chart: Make | None = None
    quotes: tuple[str, ...] = ()
    said: str = ""
    earlier: str = ""


class Slide(Enum):
    """What of a question, or of the workshop, is shown."""

    GROUPS = auto()
    ANSWERS = auto()
    QUOTES = auto()
    RANKING = auto()


def slides_of(evaluation: Evaluation, question_id: str) -> list[Slide]:
    """The pictures that a question has, in the order in which they are shown: one at a time, so that all is large."""
    found = evaluation.results.question(question_id)
    slides = []
    if found is not None and found.total.score is not None:
        slides.append(Slide.GROUPS)
    if found is not None and found.question.choices and found.total.given:
        slides.append(Slide.ANSWERS)
    return slides


def question_scene(evaluation: Evaluation, workshop: Workshop, item: AgendaItem, slide: Slide, words: Texts) -> Scene:
    """A question: its text, the groups side by side or all answers, the round before, the consensus."""
    round_ = evaluation.results.round
    question = round_.questionnaire.question(item.question_id)
    place = [other.question_id for other in workshop.agenda].index(item.question_id) + 1
    head = QCoreApplication.translate("scenes", "Frage {place} von {all}")
    head = head.format(place=words.number(place), all=words.number(len(workshop.agenda)))
    scene = Scene(head, question.text.in_language(words.language))
    found = evaluation.results.question(item.question_id)
    if found is None:
        return scene
    result = replace(found, consensus=item.consensus)
    said, earlier = consensus_sentence(result, words), _earlier(evaluation, item.question_id, words)
    draw = {Slide.GROUPS: charts.groups, Slide.ANSWERS: charts.all_answers}.get(slide)
    if draw is None or slide not in slides_of(evaluation, item.question_id):
        return replace(scene, said=said, earlier=earlier)
    return replace(scene, chart=draw(round_, result, words), said=said, earlier=earlier)


def _earlier(evaluation: Evaluation, question_id: str, words: Texts) -> str:
    change = evaluation.trend.questions.get(question_id) if evaluation.trend else None
    if change is None or evaluation.trend is None:
        return ""
    text = QCoreApplication.translate("scenes", "{round}: {before} Punkte, seitdem {change}")
    return text.format(
        round=evaluation.trend.before.round.title,
        before=words.points(change.before),
        change=words.change(change.points),
    )


def quotes_scene(scene: Scene, question_id: str, remarks: Sequence[Remark]) -> Scene:
    """The same question with what people wrote, as far as it is released."""
    released = [r.words for r in remarks if r.question_id == question_id and r.is_released]
    return replace(scene, chart=None, quotes=tuple(released[:MOST_QUOTES]))


def ranking_scene(round_: Round, workshop: Workshop, words: Texts) -> Scene:
    """What comes first, as the dots stand now; what there is no room for is counted."""
    every = ranked(round_, workshop, words)
    chart = charts.priorities(every[:_MOST_RANKED], unit(workshop, words), words)
    head = QCoreApplication.translate("scenes", "{shown} von {all}") if len(every) > _MOST_RANKED else ""
    head = head.format(shown=words.number(_MOST_RANKED), all=words.number(len(every)))
    return Scene(head, words("workshop.priorities"), chart)


def unit(workshop: Workshop, words: Texts) -> str:
    """What is counted."""
    return words(f"workshop.counted_{workshop.voting.value}")


def ranked(round_: Round, workshop: Workshop, words: Texts) -> list[Ranked]:
    """The priorities with the words that stand for them."""
    from kommune_desktop.export.charts import Ranked  # noqa: PLC0415 - drawing is loaded when it is seen

    return [Ranked(one, key_of(one.about), title_of(round_, one.about, words)) for one in priorities(workshop)]


def title_of(round_: Round, about: AgendaItem | Need, words: Texts) -> str:
    """A question by number and label, a need in its own words."""
    if isinstance(about, Need):
        return about.words
    questionnaire = round_.questionnaire
    label = questionnaire.question(about.question_id).label.in_language(words.language)
    return f"{questionnaire.numbers[about.question_id]} {label}"


def key_of(about: AgendaItem | Need) -> str:
    """What tells a question from a need."""
    return f"need {about.id}" if isinstance(about, Need) else about.question_id
