"""Rounds to draw, and every chart of a round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kommune_desktop.core.questionnaire import Area, Choice, Kind, Question, Scale
from kommune_desktop.core.results import RoundResults, compare, compute_results, look_back
from kommune_desktop.core.round import Round
from kommune_desktop.core.tally import CellTally
from kommune_desktop.export import charts
from kommune_desktop.export.charts import LIGHT, Chart, Look, Palette
from kommune_desktop.texts import texts
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally, text

LONG_GROUP = "Arbeitsgemeinschaft der Migrantenselbstorganisationen und Wohlfahrtsverbände"
LONG_AREA = "Interkulturelle Öffnung und Antirassismus in Verwaltung, Schulen, Vereinen und Betrieben"
SOME = 13
"""Of many groups a few stand for all where each has a chart of its own."""
LONG_CHOICE = "weitgehend umgesetzt, aber noch nicht regelmäßig überprüft oder fortgeschrieben"


def look(width: float = 493, palette: Palette = LIGHT, language: str = "de") -> Look:
    """How to draw."""
    return Look(texts(language), palette, width)


def labelled(asked: Question, label: str, choice: str = "") -> Question:
    """The question with other words."""
    made = tuple(Choice(one.value, text(f"{choice} {one.value}")) for one in asked.choices) if choice else asked.choices
    scale = Scale("long", made) if asked.scale else None
    return replace(asked, label=text(label), choices=made, scale=scale)


def content(areas: int = 7, title: str = "Feld", choice: str = "") -> list[Area]:
    """Areas with a question on a scale each, the first one with one of each other kind as well."""
    made = []
    for number in range(areas):
        asked = [labelled(question(f"q{number}"), f"{title} Frage {number}", choice)]
        if number == 0:
            asked += [
                labelled(question(kind.value, kind), f"{title} {kind}", choice) for kind in (Kind.SINGLE, Kind.MULTI)
            ]
        made.append(area(f"a{number}", *asked, title=text(f"{title} {number}")))
    return made


def results(
    groups: int = 3, *, areas: int = 7, long: bool = False, shift: int = 0, empty: bool = False
) -> RoundResults:
    """Results in which every group but the last is shown; answers differ by group, area and ``shift``."""
    title, choice, name = (LONG_AREA, LONG_CHOICE, LONG_GROUP) if long else ("Feld", "", "Gruppe")
    who = [individual(f"g{number}", text(f"{name} {number}")) for number in range(groups)]
    round_ = round_of(questionnaire(*content(areas, title, choice)), joint("office", text(f"{name} Amt")), *who)
    if empty:
        return compute_results(round_, tally({}))
    cells = {
        (asked.id, group.id): _cell(asked, place, shift, last=group is round_.groups[-1])
        for asked in round_.questions
        for place, group in enumerate(round_.groups)
    }
    return compute_results(round_, tally(cells))


def _cell(asked: Question, place: int, shift: int, *, last: bool) -> CellTally:
    persons = 1 if place == 0 else 2 if last else 5 + place % 3
    first = int(asked.id[-1]) + place + shift if asked.scale else 0
    values = [(first + number) % 5 for number in range(persons)]
    others = {} if place == 0 else {"dont_know": 1 + place % 2, "blank": 1, "not_applicable": 1, "illegible": 1}
    if asked.kind is Kind.MULTI:
        return cell(*(frozenset({value, (value + 1) % 5}) for value in values), **others)
    return cell(*values, **others)


def all_charts(now: RoundResults, before: RoundResults | None, how: Look) -> Iterator[tuple[str, Chart]]:
    """Every chart of a round with its name."""
    round_: Round = now.round
    trend = compare(now, before) if before else None
    history = look_back([before, now] if before else [now])
    yield "profile_bars", charts.profile_bars(now, trend, how)
    yield "profile_radar", charts.profile_radar(now, trend, how)
    yield "area_heat_map", charts.area_heat_map(now, how)
    yield "question_heat_map", charts.question_heat_map(round_, now.questions, how)
    yield "area_history", charts.area_history(history, how)
    for part in now.areas:
        yield f"question_rows {part.area.id}", charts.question_rows(round_, part, trend, how)
    for result in now.questions:
        name = result.question.id
        if result.question.scale:
            yield f"distribution {name}", charts.distribution(round_, result, how)
            yield f"distributions {name}", charts.distributions(round_, result, how)
            yield f"group_dots {name}", charts.group_dots(round_, result, how)
            yield f"question_history {name}", charts.question_history(history, name, how)
        elif result.question.choices:
            yield f"counts {name}", charts.counts(round_, result, how)
        for group_id in [*result.groups][::SOME] if result.question.choices else ():
            made = charts.distribution if result.question.scale else charts.counts
            yield f"{name} of {group_id}", made(round_, result, how, round_.group(group_id))
