"""What may be seen on the projector: nothing internal, of no group that is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain

import pytest

from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.remark import Remark
from kommune_desktop.core.workshop import AgendaItem, Need, Voting, Workshop
from kommune_desktop.export.charts import LIGHT, svg
from kommune_desktop.texts import Texts
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.workshop.scenes import (
    MOST_QUOTES,
    Scene,
    Slide,
    question_scene,
    quotes_scene,
    ranking_scene,
    slides_of,
)
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.ui.material import add_sheets, add_small_round
from tests.unit.ui.workshop.material import RELEASED, UNRELEASED, add_answers

SECRET = "Geheim"
WIDTH = 700.0
CONSENSUS = Consensus(ConsensusState.REACHED, 3, SECRET, (Dissent("council", SECRET), Dissent("welfare", SECRET)))
ITEM = AgendaItem("b.suche", 20, CONSENSUS, ideas=SECRET, notes=SECRET, dots=4)
WORKSHOP = Workshop(
    place=SECRET,
    participants={"council": 9},
    names=SECRET,
    agenda=(AgendaItem("a.bild", notes=SECRET), ITEM, AgendaItem("b.miete"), AgendaItem("a.wege")),
    needs=(Need(1, "Lotsen", "b.suche", dots=9), Need(2, "Mietspiegel")),
)


def words_of(scene: Scene) -> str:
    """All that can be read in a scene: its texts and, of its chart, drawing, description and table."""
    texts = [scene.head, scene.text, scene.said, scene.earlier, *scene.quotes]
    if scene.chart is not None:
        chart = scene.chart(WIDTH, LIGHT)
        table = chart.table
        texts += [svg(chart, LIGHT.ground), chart.alternative_text, table.title, *table.columns]
        texts += chain.from_iterable(table.rows)
    return "\n".join(texts)


def all_scenes(evaluation: Evaluation, remarks: Sequence[Remark], words: Texts) -> Iterator[Scene]:
    """Everything that can come onto the projector."""
    for item in WORKSHOP.agenda:
        for slide in Slide:
            scene = question_scene(evaluation, WORKSHOP, item, slide, words)
            yield scene
            yield quotes_scene(scene, item.question_id, remarks)
    yield ranking_scene(evaluation.results.round, WORKSHOP, words)


def test_nothing_internal_is_in_any_scene(evaluation: Evaluation, remarks: Sequence[Remark], words: Texts) -> None:
    said = "\n".join(words_of(scene) for scene in all_scenes(evaluation, remarks, words))
    assert SECRET not in said
    assert UNRELEASED not in said
    assert RELEASED in said


def test_hidden_groups_are_in_no_scene_with_a_figure(evaluation: Evaluation, words: Texts) -> None:
    # The welfare organisations gave 75 and 100 points; of b.miete the council gave 25 twice, which are too few as well.
    for item in WORKSHOP.agenda[:3]:
        chart = question_scene(evaluation, WORKSHOP, item, Slide.GROUPS, words).chart
        assert chart is not None
        rows = {row[0]: row[1:] for row in chart(WIDTH, LIGHT).table.rows}
        assert not any(character.isdigit() for cell in rows["Wohlfahrtsverbände"] for character in cell)


def test_all_answers_are_those_of_the_groups_that_may_be_shown(evaluation: Evaluation, words: Texts) -> None:
    chart = question_scene(evaluation, WORKSHOP, ITEM, Slide.ANSWERS, words).chart
    assert chart is not None
    # Administration 4, council 0, 1, 1, 2. The 3 and the 4 of the welfare organisations are left out.
    (row,) = chart(WIDTH, LIGHT).table.rows
    assert row[:6] == ("Gesamt", "1", "2", "1", "0", "1")


def test_a_question_says_where_one_is_and_what_was_agreed_on(evaluation: Evaluation, words: Texts) -> None:
    scene = question_scene(evaluation, WORKSHOP, ITEM, Slide.GROUPS, words)
    assert scene.head == "Frage 2 von 4"
    assert scene.text == "Wie steht es um Wohnungssuche?"
    assert scene.said == "Einigung im Workshop: Stufe 3 (75 Punkte)."
    assert scene.earlier == ""


def test_the_round_before_is_said_with_its_points_and_the_change(session: Session, words: Texts) -> None:
    add_answers(session)
    earlier = add_small_round(session.opened, "Runde 2021", created=datetime(2021, 1, 1, tzinfo=UTC))
    add_sheets(session.opened, earlier, "administration", [{"b.suche": 1}])
    evaluation = evaluate(session.opened, session.current_round)
    scene = question_scene(evaluation, WORKSHOP, ITEM, Slide.GROUPS, words)
    # Administration 100 and council 25 make 62.5 now, and 25 then: 37.5 more. Rounded half up.
    assert scene.earlier == "Runde 2021: 25 Punkte, seitdem +38"


@pytest.mark.parametrize(
    ("question_id", "slides"),
    [
        ("b.suche", [Slide.GROUPS, Slide.ANSWERS]),
        ("a.wege", []),
        ("a.partner", []),
        ("b.haushalt", [Slide.GROUPS, Slide.ANSWERS]),
    ],
)
def test_a_question_has_the_pictures_that_its_answers_allow(
    evaluation: Evaluation, question_id: str, slides: list[Slide]
) -> None:
    assert slides_of(evaluation, question_id) == slides


def test_no_more_quotes_come_than_have_room(words: Texts, evaluation: Evaluation, remarks: Sequence[Remark]) -> None:
    many = [replace(remarks[0], sheet_id=number, words=f"Satz {number}") for number in range(10)]
    scene = quotes_scene(Scene("Frage 1 von 1", "Text"), "b.suche", many)
    assert scene.quotes == tuple(f"Satz {number}" for number in range(MOST_QUOTES))
    assert quotes_scene(scene, "a.bild", many).quotes == ()


@pytest.mark.parametrize(("voting", "unit"), [(Voting.DOTS, "Klebepunkte"), (Voting.HANDS, "Stimmen")])
def test_the_ranking_has_what_got_dots_most_first(session: Session, words: Texts, voting: Voting, unit: str) -> None:
    chart = ranking_scene(session.current_round, replace(WORKSHOP, voting=voting), words).chart
    assert chart is not None
    table = chart(WIDTH, LIGHT).table
    assert unit in table.columns
    assert [row[1] for row in table.rows] == ["Lotsen", "8 Wohnungssuche"]
