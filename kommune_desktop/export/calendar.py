"""The days that measures are due as a calendar file (iCalendar, RFC 5545), one event of a whole day each."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from kommune_desktop.core.measure import Measure
from kommune_desktop.export.action.context import MeasuresPlan
from kommune_desktop.export.tables.model import in_xml

_PROGRAM = "-//kommune_desktop//DE"


def write_calendar(target: Path, plan: MeasuresPlan) -> None:
    """Write the days of the measures that are still open and have one. The same plan gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", in_xml(f"{plan.words('measures.measures')} {plan.municipality}"))
    for measure in plan.measures:
        if measure.is_open and measure.due is not None:
            calendar.add_component(_event(plan, measure))
    target.write_bytes(calendar.to_ical())


def _event(plan: MeasuresPlan, measure: Measure) -> Event:
    assert measure.due is not None
    words = plan.words
    said = [measure.goal, f"{words('measures.office')}: {measure.office}" if measure.office else ""]
    event = Event()
    event.add("uid", f"{measure.id}.{_town(plan.municipality)}@kommune_desktop")
    event.add("dtstamp", datetime.combine(plan.day, time(), UTC))
    event.add("dtstart", measure.due)
    event.add("dtend", measure.due + timedelta(days=1))
    event.add("summary", in_xml(words("measures.event", title=measure.title)))
    event.add("description", in_xml("\n".join(filter(None, said))))
    event.add("transp", "TRANSPARENT")
    return event


def _town(municipality: str) -> str:
    """Tells the events of two towns apart in one calendar; the same each time, so that a new file changes the old."""
    return hashlib.sha256(municipality.encode()).hexdigest()[:12]
