"""Measures over time: when each begins and is due, and where today is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look
from kommune_desktop.export.charts.lettering import NOTE, PLAIN, cut, wrapped
from kommune_desktop.export.charts.scale import AXIS
from kommune_desktop.export.charts.sketch import Pen, Sketch

_LABEL, _LABEL_SHARE = 200.0, 0.4
_ROW, _BAR = 19.0, 9.0
_TODAY = 14.0
_LEAST_WIDTH = 3.0
_NARROWEST_TICK = 42.0
_SWATCH = 14.0
_YEAR = 12
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000, 60_000)
"""Months between two ticks."""


def measures_timeline(measures: Sequence[Measure], today: date, look: Look) -> Chart:
    """A row each for the measures that have a day, in the order in which they are given; the others are left out."""
    return _Timeline([m for m in measures if m.start or m.due], today, look).chart()


class _Timeline:
    def __init__(self, measures: Sequence[Measure], today: date, look: Look) -> None:
        self.measures, self.today, self.look = measures, today, look
        self.sketch = Sketch(look)
        self.left = min(_LABEL, look.width * _LABEL_SHARE)
        days = [day for m in measures for day in (m.start, m.due) if day] + [today]
        self.first = _month_of(min(days))
        self.last = _month_of(max(days)) + 1

    def chart(self) -> Chart:
        """The whole chart."""
        words = self.look.words
        if not self.measures:
            text = words("timeline.empty")
            self.sketch.text(0, PLAIN.line, cut(text, self.look.width))
            return self.sketch.finish(2 * PLAIN.line, text, self._table())
        names = [wrapped(measure.title, self.left - 9, 2) for measure in self.measures]
        heights = [_ROW + PLAIN.line * (len(lines) - 1) for lines in names]
        plot = Box(self.left, AXIS + _TODAY, self.look.width - self.left, sum(heights))
        self._axis(plot)
        top = plot.top
        for measure, lines, height in zip(self.measures, names, heights, strict=True):
            self.sketch.block(0, top + height / 2, lines)
            self._bar(measure, plot, top + height / 2)
            self.sketch.spot(str(measure.id), self._said(measure), Box(0, top, self.look.width, height))
            top += height
        self._mark_today(plot)
        return self.sketch.finish(self._legend(plot.bottom + 6), self._sentence(), self._table())

    # Places ------------------------------------------------------------------------------------------------------

    def _x(self, plot: Box, day: date) -> float:
        """Where a day is: months are equally wide."""
        following = date(day.year + day.month // _YEAR, day.month % _YEAR + 1, 1) if day.year < date.max.year else day
        length = max((following - day.replace(day=1)).days, 1)
        month = _month_of(day) + (day.day - 1) / length
        return plot.x + plot.width * (month - self.first) / (self.last - self.first)

    def _axis(self, plot: Box) -> None:
        """Names of months or years above, faint lines through the plot."""
        sketch, kind = self.sketch, NOTE.of(self.sketch.palette.quiet)
        months = self.last - self.first
        step = next((s for s in _STEPS if plot.width / months * s >= _NARROWEST_TICK), _STEPS[-1])
        for month in range(-(-self.first // step) * step, self.last + 1, step):
            day = date(min(month // _YEAR, date.max.year), month % _YEAR + 1, 1)
            x = plot.x + plot.width * (month - self.first) / months
            sketch.line((x, plot.top - 3), (x, plot.bottom), Pen(sketch.palette.grid, 0.5))
            text = str(day.year) if step % _YEAR == 0 else f"{day.month:02}/{day.year}"
            if x + kind.width(text) / 2 <= self.look.width:
                sketch.text(x, plot.top - AXIS + kind.line / 2, text, kind.at("middle"))

    def _bar(self, measure: Measure, plot: Box, middle: float) -> None:
        if measure.start is None or measure.due is None:
            day = measure.due or measure.start
            assert day is not None
            x = self._x(plot, day)
            corners = [(x, middle - _BAR / 2), (x + _BAR / 2, middle), (x, middle + _BAR / 2), (x - _BAR / 2, middle)]
            self.sketch.polygon(corners, self._fill(measure.status), self.sketch.outline)
            end = x + _BAR / 2
        else:
            x = self._x(plot, measure.start)
            width = max(self._x(plot, measure.due) - x, _LEAST_WIDTH)
            self._swatch(measure.status, Box(x, middle - _BAR / 2, width, _BAR))
            end = x + width
        if measure.is_overdue(self.today):
            self._say_late(plot, end, middle)

    def _say_late(self, plot: Box, end: float, middle: float) -> None:
        """Behind the end, as far as today; further where there is no room."""
        text = self.look.words("timeline.late")
        kind = NOTE.of(self.sketch.palette.ink)
        room = self._x(plot, self.today) - end - 8
        x = end + 4 if kind.width(text) <= room else max(end, self._x(plot, self.today)) + 6
        if x + kind.width(text) <= self.look.width:
            self.sketch.text(x, middle, text, kind)

    def _swatch(self, status: MeasureStatus, box: Box) -> None:
        self.sketch.rect(box, self._fill(status), self.sketch.outline)
        if status is MeasureStatus.DROPPED:
            self.sketch.hatch(box)

    def _fill(self, status: MeasureStatus) -> str:
        """From light to dark as the work goes on."""
        if status is MeasureStatus.DROPPED:
            return self.sketch.palette.ground
        order = (MeasureStatus.IDEA, MeasureStatus.PLANNED, MeasureStatus.RUNNING, MeasureStatus.DONE)
        return self.sketch.palette.step(order.index(status), len(order))

    def _mark_today(self, plot: Box) -> None:
        sketch, x = self.sketch, self._x(plot, self.today)
        text = self.look.words("timeline.today")
        half = NOTE.width(text) / 2
        for ink, weight in ((sketch.palette.ground, 3.0), (sketch.palette.ink, 1.2)):
            sketch.line((x, plot.top - 3), (x, plot.bottom), Pen(ink, weight))
        sketch.text(min(max(x, half), self.look.width - half), NOTE.line / 2, text, NOTE.at("middle"))

    def _legend(self, top: float) -> float:
        """What the fills mean; gives where the drawing ends."""
        x = 0.0
        for status in MeasureStatus:
            text = self.look.words(f"measure_status.{status.value}")
            width = _SWATCH + 4 + NOTE.width(text) + 12
            if x and x + width > self.look.width:
                x, top = 0.0, top + NOTE.line + 4
            self._swatch(status, Box(x, top, _SWATCH, _BAR))
            self.sketch.text(x + _SWATCH + 4, top + _BAR / 2, text, NOTE)
            x += width
        return top + NOTE.line + 4

    # Words -------------------------------------------------------------------------------------------------------

    def _days(self, measure: Measure) -> tuple[str, str]:
        words = self.look.words
        start = words.date(measure.start) if measure.start else "–"
        return start, words.date(measure.due) if measure.due else "–"

    def _said(self, measure: Measure) -> str:
        words = self.look.words
        start, due = self._days(measure)
        status = words(f"measure_status.{measure.status.value}")
        key = "timeline.overdue" if measure.is_overdue(self.today) else "timeline.measure"
        return words(key, title=measure.title, start=start, due=due, status=status)

    def _sentence(self) -> str:
        """The alternative text: how many, until when, what is overdue and what comes next."""
        return " ".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        words = self.look.words
        yield words("timeline.sentence", measures=words.count("count.measures", len(self.measures)))
        overdue = [m.title for m in self.measures if m.is_overdue(self.today)]
        if overdue:
            yield words("timeline.sentence_overdue", titles=words.join(overdue))
        coming = [m for m in self.measures if m.is_open and m.due and m.due >= self.today]
        if coming:
            following = min(coming, key=lambda m: m.due or date.max)
            yield words("timeline.sentence_next", title=following.title, due=self._days(following)[1])

    def _table(self) -> ChartTable:
        words = self.look.words
        columns = tuple(words(f"measures.{key}") for key in ("measure", "start", "due", "status"))
        rows = tuple(
            (measure.title, *self._days(measure), words(f"measure_status.{measure.status.value}"))
            for measure in self.measures
        )
        return ChartTable(words("timeline.title"), columns, rows)


def _month_of(day: date) -> int:
    """Months since the year 0."""
    return day.year * _YEAR + day.month - 1
