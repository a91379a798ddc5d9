"""The time that is left for a question."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kommune_desktop.ui.workshop.countdown import Countdown


@pytest.fixture
def countdown(qtbot: QtBot) -> Countdown:
    """A clock of ten minutes that stands still."""
    assert qtbot
    made = Countdown()
    made.reset(10)
    return made


@pytest.mark.parametrize(("minutes", "text"), [(0, "0:00"), (1, "1:00"), (90, "90:00")])
def test_minutes_and_seconds_are_read(countdown: Countdown, minutes: int, text: str) -> None:
    countdown.reset(minutes)
    assert countdown.text == text


def test_it_stands_still_until_it_is_started(countdown: Countdown, qtbot: QtBot) -> None:
    assert not countdown.is_running
    countdown.start()
    qtbot.waitUntil(lambda: countdown.seconds == 599)
    countdown.pause()
    assert not countdown.is_running
    assert countdown.text == "9:59"
    countdown.pause()
    assert countdown.text == "9:59"


def test_who_takes_longer_sees_by_how_much(countdown: Countdown, qtbot: QtBot) -> None:
    countdown.reset(0)
    countdown.start()
    qtbot.waitUntil(lambda: countdown.text == "+0:01")
    countdown.pause()


def test_it_goes_on_with_the_next_question(countdown: Countdown, qtbot: QtBot) -> None:
    countdown.start()
    qtbot.waitUntil(lambda: countdown.seconds == 599)
    with qtbot.waitSignal(countdown.ticked):
        countdown.reset(5)
    assert countdown.is_running
    assert countdown.seconds == 300
    countdown.pause()


def test_more_minutes_do_not_give_back_what_has_gone_by(countdown: Countdown, qtbot: QtBot) -> None:
    countdown.start()
    qtbot.waitUntil(lambda: countdown.seconds == 599)
    countdown.pause()
    with qtbot.waitSignal(countdown.ticked):
        countdown.allot(15)
    assert countdown.text == "14:59"
    with qtbot.assertNotEmitted(countdown.ticked):
        countdown.allot(15)
