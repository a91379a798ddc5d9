"""How scores went over the rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kommune_desktop.core.results import Hidden, History
from kommune_desktop.core.results.trend import counterpart
from kommune_desktop.export.charts.cells import Shown, in_table, notes, score_of
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import NOTE, PLAIN, STRONG, Type, cut, spread, wrapped
from kommune_desktop.export.charts.marks import around, line_pen, mark
from kommune_desktop.export.charts.scale import FULL, TICKS, share
from kommune_desktop.export.charts.sketch import Pen, Sketch

_AXIS = 24.0
_LABEL, _LABEL_SHARE = 210.0, 0.42
_BESIDE = 20.0
_LINE = 13.0
_LEAST_HEIGHT = 130.0
_SMALL_MARK = 3.2
_LEAST_SLOT = 44.0
_TITLE_LINES = 2
_TOTAL = -1


@dataclass(frozen=True)
class Course:
    """One line.

    Attributes:
        place: Decides its mark; -1 is the total.
        scores: For each round, oldest first; ``None`` where there is none to compare.
    """

    key: str
    title: str
    place: int
    scores: tuple[Shown, ...]

    @property
    def last(self) -> tuple[int, Fraction] | None:
        """The last round with a score, and the score."""
        known = [(number, score) for number, score in enumerate(self.scores) if isinstance(score, Fraction)]
        return known[-1] if known else None


def area_history(history: History, look: Look, *, only: str = "") -> Chart:
    """The areas over the rounds, each over the questions that can be compared; ``only``: id of the one to draw."""
    courses = [
        Course(area.area.id, look.text(area.area.title), place, history.areas[area.area.id])
        for place, area in enumerate(history.rounds[-1].areas)
        if only in ("", area.area.id)
    ]
    return _HistoryChart(look, history, courses).chart(
        look.words("chart.history_areas_title"), look.words("chart.areas")
    )


def question_history(history: History, question_id: str, look: Look) -> Chart:
    """One question over the rounds, by group and in total.

    Raises:
        KeyError: The last round does not ask it.
    """
    now = history.rounds[-1]
    result = now.question(question_id)
    if result is None:
        raise KeyError(question_id)
    earlier = [counterpart(result, one) for one in history.rounds]
    comparable = [one if one and one.question.kind is result.question.kind else None for one in earlier]
    courses = [Course(question_id, look.words("word.total"), _TOTAL, history.questions[question_id])]
    courses += [
        Course(
            group.id,
            look.text(group.title),
            place,
            tuple(score_of(one.groups.get(group.id)) if one else None for one in comparable),
        )
        for place, group in enumerate(now.round.groups)
        if group.id in result.groups
    ]
    title = look.words("chart.history_question_title", question=look.text(result.question.label))
    return _HistoryChart(look, history, courses).chart(title, look.words("chart.groups"))


class _HistoryChart:
    """Draws the lines, with their names at the end."""

    def __init__(self, look: Look, history: History, courses: Sequence[Course]) -> None:
        self.look, self.courses = look, courses
        self.rounds = history.rounds
        self.drawn = [course for course in courses if course.last]
        self.sketch = Sketch(look)
        right = min(_LABEL, look.width * _LABEL_SHARE)
        height = max(_LEAST_HEIGHT, _LINE * len(self.drawn))
        self.plot = Box(_AXIS, 8, look.width - _AXIS - right, height)

    def chart(self, title: str, kind: str) -> Chart:
        """The whole chart; ``kind``: what a line is."""
        table = self._table(title, kind)
        if not self.drawn:
            text = self.look.words("chart.history_empty", title=title)
            return self.sketch.finish(notes(self.sketch, 0, [text]), text, table)
        bottom = self._axes()
        for course in self.drawn:
            self._line(course)
        self._marks_and_labels()
        bottom = notes(self.sketch, bottom + 2, self._notes())
        return self.sketch.finish(bottom + 1, self._sentence(title), table)

    def _at(self, number: int, score: Fraction) -> tuple[float, float]:
        return self._x(number), self.plot.bottom - self.plot.height * share(score)

    def _x(self, number: int) -> float:
        return self.plot.x + 6 + (self.plot.width - 12) * (number + 0.5) / len(self.rounds)

    def _axes(self) -> float:
        """Gives where the names of the rounds end."""
        sketch, kind = self.sketch, NOTE.of(self.look.palette.quiet)
        for tick in TICKS:
            y = self.plot.bottom - self.plot.height * tick / FULL
            sketch.line((self.plot.x, y), (self.plot.right, y), Pen(sketch.palette.grid, 0.5))
            sketch.text(self.plot.x - 5, y, str(tick), kind.at("end"))
        slot = (self.plot.width - 12) / len(self.rounds)
        used = 0
        every = -(-int(_LEAST_SLOT) // max(int(slot), 1))
        for number in range(len(self.rounds) - 1, -1, -every):
            lines = wrapped(self.rounds[number].round.title, slot * every - 4, _TITLE_LINES, kind)
            for place, line in enumerate(lines):
                middle = self.plot.bottom + 6 + (place + 0.5) * kind.line
                sketch.text(self._x(number), middle, line, kind.at("middle"))
            used = max(used, len(lines))
        return self.plot.bottom + 8 + used * kind.line

    def _pen(self, course: Course) -> Pen:
        return Pen(self.look.palette.ink, 2.6) if course.place == _TOTAL else line_pen(self.sketch, course.place)

    def _line(self, course: Course) -> None:
        """Rounds without a score leave a gap."""
        run: list[tuple[float, float]] = []
        for number, score in enumerate([*course.scores, None]):
            if isinstance(score, Fraction):
                run.append(self._at(number, score))
                continue
            if len(run) > 1:
                self.sketch.polyline(run, self._pen(course))
            run = []

    def _marks_and_labels(self) -> None:
        ends = sorted(self.drawn, key=lambda course: -self._last(course)[1])
        heights = [_LINE] * len(ends)
        wanted = [self._at(*self._last(course))[1] for course in ends]
        slack = max(_LINE * len(ends) - self.plot.height, 0) / 2
        middles = spread(wanted, heights, self.plot.top - slack - 4, self.plot.bottom + slack + 4)
        middle_of = {course.key: middle for course, middle in zip(ends, middles, strict=True)}
        for course in self.drawn:
            label = self._label(course, middle_of[course.key])
            for number, score in enumerate(course.scores):
                if not isinstance(score, Fraction):
                    continue
                point = self._at(number, score)
                self._mark(course, point)
                told = self.look.words(
                    "chart.in_round",
                    label=course.title,
                    round=self.rounds[number].round.title,
                    points=self.look.words.points(score),
                )
                more = (label,) if number == self._last(course)[0] else ()
                self.sketch.spot(course.key, told, around(point), more)

    def _last(self, course: Course) -> tuple[int, Fraction]:
        assert course.last is not None
        return course.last

    def _mark(self, course: Course, point: tuple[float, float]) -> None:
        if course.place == _TOTAL:
            self.sketch.circle(point, _SMALL_MARK, self.look.palette.ink, Pen(self.look.palette.ground, 0.6))
        else:
            mark(self.sketch, course.place, point, _SMALL_MARK)

    def _label(self, course: Course, middle: float) -> Box:
        """Name, mark and last score at the right edge, joined with the last point."""
        number, score = self._last(course)
        point, x = self._at(number, score), self.plot.right + _BESIDE
        self.sketch.line(point, (x - 8, middle), Pen(self.look.palette.quiet, 0.5, (1, 1.5)))
        self._mark(course, (x - 4, middle))
        kind = STRONG if course.place == _TOTAL else PLAIN
        points = self.look.words.points(score)
        if number < len(self.rounds) - 1:
            points = f"{points} ({self.rounds[number].round.title})"
        text = self._fitted(course.title, points, self.look.width - x - 3, kind)
        self.sketch.text(x + 3, middle, text, kind)
        return Box(x - 8, middle - _LINE / 2, kind.width(text) + 11, _LINE)

    @staticmethod
    def _fitted(title: str, points: str, room: float, kind: Type) -> str:
        points = cut(points, room / 2, kind)
        return f"{cut(title, room - kind.width(f' {points}'), kind)} {points}"

    def _notes(self) -> list[str]:
        """What the gaps mean."""
        words = self.look.words
        sentences = []
        gaps = [
            course.title for course in self.courses if course.last and any(score is None for score in course.scores)
        ]
        if gaps:
            sentences.append(words("chart.history_gaps", names=words.join(gaps)))
        none = [course.title for course in self.courses if all(score is None for score in course.scores)]
        if none:
            sentences.append(words("chart.history_none", names=words.join(none)))
        hidden = [course.title for course in self.courses if any(isinstance(score, Hidden) for score in course.scores)]
        if hidden:
            sentences.append(words("chart.history_hidden", names=words.join(hidden)))
        return sentences

    def _sentence(self, title: str) -> str:
        words = self.look.words
        values = []
        for course in self.drawn:
            known = [
                (self.rounds[number].round.title, words.points(score))
                for number, score in enumerate(course.scores)
                if isinstance(score, Fraction)
            ]
            points = words("chart.from_to", first=known[0][1], last=known[-1][1]) if len(known) > 1 else known[0][1]
            values.append(words("chart.value", label=course.title, points=points))
        first, last = self.rounds[0].round.title, self.rounds[-1].round.title
        text = words("chart.history", title=title, first=first, last=last, values=words.join(values))
        return " ".join([text, *self._notes()])

    def _table(self, title: str, kind: str) -> ChartTable:
        columns = (kind, *(one.round.title for one in self.rounds))
        rows = tuple(
            (course.title, *(in_table(self.look, score) for score in course.scores)) for course in self.courses
        )
        return ChartTable(title, columns, rows, tuple(range(1, len(columns))))
