"""What was acknowledged is on disk, even when the program is killed in the same instant."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from kommune_desktop.db import Store
from tests.unit.db.builders import EXAMPLES, answers_of, given, names_beside
from tests.unit.db.processes import run_script

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process can't kill itself with SIGKILL there")

SAVE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from kommune_desktop.core.answer import Answer, State
from kommune_desktop.db import Store
store = Store.open(Path(sys.argv[1]))
round_ = store.rounds.all()[0]
for number in range(20):
    sheet = store.sheets.add(round_, "welfare")
    before = None
    for value in range(5):
        answer = Answer(State.GIVEN, value, f"{number}")
        store.answers.save(sheet.id, "a.grad", answer, before=before)
        before = answer
    store.answers.save(sheet.id, "a.warum", Answer(State.GIVEN, f"Wort {number}"))
    print(sheet.number, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
DIE_WITHIN = """
import os, signal, sys
from pathlib import Path
from kommune_desktop.core.answer import Answer, State
from kommune_desktop.db import Store
store = Store.open(Path(sys.argv[1]))
round_ = store.rounds.all()[0]
sheets = [(f"W{n}", "welfare", [("a.grad", Answer(State.GIVEN, 1, "x" * 500))]) for n in range(2000)]
steps = 0
def die_half_way():
    global steps
    steps += 1
    if steps == 40:
        os.kill(os.getpid(), signal.SIGKILL)
store._connection.connection.driver_connection.set_progress_handler(die_half_way, 1000)
store.answers.add_sheets(round_, sheets)
print("done")
"""
DIE_OPEN = """
import os, signal, sys
from pathlib import Path
from kommune_desktop.db import Store
store = Store.open(Path(sys.argv[1]))
print(len(store.rounds.all()), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(("on_network", "journal"), [(False, "wal"), (True, "delete")])
def test_every_save_waits_for_the_disk(
    file: Path, monkeypatch: pytest.MonkeyPatch, on_network: bool, journal: str
) -> None:
    """A power cut can't be had in a test; SQLite keeps what it promises in these modes."""
    monkeypatch.setattr("kommune_desktop.paths.is_on_network", lambda _: on_network)
    with Store.open(file) as store:
        assert store._connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert store._connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == journal


def test_every_answer_saved_before_the_program_was_killed_is_there(file: Path) -> None:
    done = run_script(SAVE_AND_DIE, str(file))
    assert (done.returncode, done.stderr) == (-signal.SIGKILL, "")
    numbers = done.stdout.split()
    assert len(numbers) == 20
    with Store.open(file) as store:
        answers = answers_of(store, store.rounds.all()[0])
        assert store.findings() == []
    assert answers == {"1": EXAMPLES} | {
        number: {"a.grad": given(4, str(place)), "a.warum": given(f"Wort {place}")}
        for place, number in enumerate(numbers)
    }


def test_a_store_is_one_sound_file_again_after_the_next_start(file: Path) -> None:
    run_script(SAVE_AND_DIE, str(file))
    assert f"{file.name}-wal" in names_beside(file)
    Store.open(file).close()
    assert names_beside(file) == {file.name}


def test_reading_sees_what_a_killed_program_had_saved(file: Path) -> None:
    run_script(SAVE_AND_DIE, str(file))
    with Store.open(file, readonly=True) as store:
        assert len(answers_of(store, store.rounds.all()[0])) == 21


def test_of_many_sheets_added_at_once_none_stays_when_the_program_is_killed_within(file: Path) -> None:
    done = run_script(DIE_WITHIN, str(file))
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGKILL, "", "")
    with Store.open(file) as store:
        assert answers_of(store, store.rounds.all()[0]) == {"1": EXAMPLES}
        assert store.findings() == []


def test_a_program_killed_while_it_only_looked_costs_nothing(file: Path) -> None:
    assert run_script(DIE_OPEN, str(file)).stdout == "1\n"
    with Store.open(file) as store:
        assert answers_of(store, store.rounds.all()[0]) == {"1": EXAMPLES}
    assert names_beside(file) == {file.name}
