"""What a person can mend while writing: told once, and the watchers know what really is in the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kommune_desktop.core.answer import MAX_TEXT, Answer
from kommune_desktop.core.questionnaire import Question
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.db import Store
from kommune_desktop.db import connection as db_connection
from kommune_desktop.errors import UserError
from kommune_desktop.texts import Texts
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.wizard import Wizard
from kommune_desktop.ui.wizard.fields.number import NumberField
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import press
from tests.unit.ui.material import DATA, HOUSING, TOWN, answer, locked, stored
from tests.unit.ui.wizard.pages import view


@dataclass
class Told:
    """What a session has told its watchers."""

    failures: list[str] = field(default_factory=list)
    answers: list[Answer | None] = field(default_factory=list)
    saved: int = 0

    def watch(self, session: Session) -> None:
        """Note the signals of a session."""
        session.failed.connect(self._on_failed)
        session.answerChanged.connect(self._on_answer_changed)
        session.saved.connect(self._on_saved)

    def _on_failed(self, error: UserError) -> None:
        self.failures.append(error.key)

    def _on_answer_changed(self, _sheet: int, _question: str, now: Answer | None) -> None:
        self.answers.append(now)

    def _on_saved(self) -> None:
        self.saved += 1


@pytest.fixture
def told(session: Session, sheet: Sheet) -> Told:
    """What the session tells from now on."""
    made = Told()
    made.watch(session)
    return made


@pytest.fixture
def question(session: Session) -> Question:
    """A question on a scale."""
    return session.current_round.questionnaire.question("b.suche")


@contextmanager
def purged(path: Path, sheet: Sheet) -> Iterator[None]:
    """A colleague has deleted a sheet in another window, and opened the file anew."""
    with Store.open(path) as other:
        other.sheets.delete(sheet.id)
        other.sheets.purge()
        yield


def test_an_answer_to_a_locked_file_fails_and_the_one_before_stands(
    session: Session, sheet: Sheet, question: Question, told: Told, path: Path
) -> None:
    session.record(sheet, question, None, answer(1))
    with locked(session.opened):
        session.record(sheet, question, answer(1), answer(4))
    assert told.failures == ["store.locked"]
    assert told.answers == [answer(1), answer(1)]
    assert told.saved == 1
    assert stored(path, sheet) == {"b.suche": answer(1)}


def test_taking_back_in_a_locked_file_fails_and_the_answer_stands(
    session: Session, sheet: Sheet, question: Question, told: Told, path: Path
) -> None:
    session.record(sheet, question, None, answer(1))
    with locked(session.opened):
        session.undo_stack.undo()
    assert told.failures == ["store.locked"]
    assert told.answers == [answer(1), answer(1)]
    assert stored(path, sheet) == {"b.suche": answer(1)}


def test_words_that_could_not_be_saved_do_not_spoil_the_undo_of_those_before(
    session: Session, sheet: Sheet, told: Told, path: Path
) -> None:
    partner = session.current_round.questionnaire.question("a.partner")
    session.record(sheet, partner, None, answer("V"), typing=True)
    with locked(session.opened):
        session.record(sheet, partner, answer("V"), answer("Ve"), typing=True)
    session.undo_stack.undo()
    assert told.failures == ["store.locked"]
    assert stored(path, sheet) == {}


def test_an_answer_that_is_not_allowed_fails(session: Session, sheet: Sheet, told: Told) -> None:
    partner = session.current_round.questionnaire.question("a.partner")
    session.record(sheet, partner, None, answer("x" * (MAX_TEXT + 1)))
    assert told.failures == ["answer.too_long"]
    assert told.answers == [None]


def test_after_a_failure_the_next_answer_is_saved(
    session: Session, sheet: Sheet, question: Question, told: Told, path: Path
) -> None:
    with locked(session.opened):
        session.record(sheet, question, None, answer(1))
    session.record(sheet, question, None, answer(2))
    assert told.failures == ["store.locked"]
    assert stored(path, sheet) == {"b.suche": answer(2)}


def test_an_answer_to_a_sheet_that_another_window_has_deleted_fails(
    session: Session, sheet: Sheet, question: Question, told: Told, path: Path
) -> None:
    with Store.open(path) as other:
        other.sheets.delete(sheet.id)
    session.record(sheet, question, None, answer(1))
    assert told.failures == ["sheet.gone"]
    assert told.answers == [None]
    assert told.saved == 0


def test_an_answer_to_a_sheet_that_is_gone_for_good_fails(
    session: Session, sheet: Sheet, question: Question, told: Told, path: Path
) -> None:
    with purged(path, sheet):
        session.record(sheet, question, None, answer(1))
    assert told.failures == ["sheet.gone"]
    assert told.answers == [None]


def test_bringing_back_a_sheet_that_is_gone_for_good_fails(
    session: Session, sheet: Sheet, told: Told, path: Path
) -> None:
    session.delete_sheet(sheet)
    with Store.open(path) as other:
        other.sheets.purge()
    session.undo_stack.undo()
    assert told.failures == ["sheet.gone"]
    assert session.sheets() == []


def test_a_sheet_that_could_not_be_brought_back_for_a_moment_can_be_later(
    session: Session, sheet: Sheet, told: Told
) -> None:
    session.delete_sheet(sheet)
    with locked(session.opened):
        session.undo_stack.undo()
    assert told.failures == ["store.locked"]
    QCoreApplication.processEvents()
    assert session.undo_stack.canUndo(), "the sheet is lost for good when the file is opened again"
    session.undo_stack.undo()
    assert [made.number for made in session.sheets()] == ["26-RA-0001-1"]


def test_an_answer_that_could_not_be_taken_back_for_a_moment_can_be_later(
    session: Session, sheet: Sheet, question: Question, told: Told, path: Path
) -> None:
    session.record(sheet, question, None, answer(1))
    with locked(session.opened):
        session.undo_stack.undo()
    QCoreApplication.processEvents()
    session.undo_stack.undo()
    assert told.failures == ["store.locked"]
    assert stored(path, sheet) == {}


def test_bringing_back_a_joint_sheet_fails_when_another_has_its_place(session: Session, told: Told) -> None:
    first = session.add_sheet("administration")
    assert first is not None
    session.delete_sheet(first)
    session.add_sheet("administration")
    session.undo_stack.undo()
    assert told.failures == ["sheet.joint_has_one"]
    assert session.sheet_counts()["administration"] == 1


def test_deleting_in_a_locked_file_fails(session: Session, sheet: Sheet, told: Told) -> None:
    with locked(session.opened):
        session.delete_sheet(sheet)
    assert told.failures == ["store.locked"]
    assert len(session.sheets()) == 1
    assert told.saved == 0


def test_adding_a_sheet_to_a_locked_file_fails(session: Session, sheet: Sheet, told: Told) -> None:
    with locked(session.opened):
        assert session.add_sheet("council") is None
    assert told.failures == ["store.locked"]
    assert session.sheets() == [sheet]


@pytest.fixture
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that finds its file locked says so at once instead of in five seconds."""
    monkeypatch.setattr(db_connection, "BUSY_TIMEOUT_MS", 0)


@pytest.mark.usefixtures("_no_patience")
def test_opening_a_locked_file_leaves_nothing_half_open(words: Texts, path: Path) -> None:
    session = Session(words)
    with Store.open(path) as other, locked(other), pytest.raises(UserError, match=r"store\.locked"):
        session.use(Store.open(path))
    assert session.store is None


@pytest.mark.usefixtures("_no_patience")
def test_a_file_that_does_not_open_leaves_the_one_before_open(session: Session, tmp_path: Path) -> None:
    before = session.path
    with (
        Store.create(tmp_path / "andere.kommune", TOWN) as other,
        locked(other),
        pytest.raises(UserError, match=r"store\.locked"),
    ):
        session.use(Store.open(other.path))
    assert session.path == before
    assert session.round is not None


@pytest.fixture
def wizard(open_wizard: OpenWizard, sheet: Sheet) -> Wizard:
    """The sheet in the wizard."""
    return open_wizard(sheet, HOUSING)


def test_a_field_shows_what_is_stored_when_its_answer_was_refused(wizard: Wizard, told: Told, path: Path) -> None:
    press("2")
    view(wizard, "b.suche").field.focus()
    with locked(wizard.model.session.opened):
        press("5")
    assert told.failures == ["store.locked"]
    assert wizard.model.answers == stored(path, wizard.model.sheet) == {"b.suche": answer(1)}
    view(wizard, "b.suche").field.focus()
    press("2")
    assert told.failures == ["store.locked"]


def test_words_that_could_not_be_saved_are_told_once_a_key_and_not_shown_as_saved(
    wizard: Wizard, told: Told, path: Path
) -> None:
    wizard.show_page(DATA)
    view(wizard, "a.partner").field.focus()
    with locked(wizard.model.session.opened):
        press("V")
    assert told.failures == ["store.locked"]
    assert stored(path, wizard.model.sheet) == {}


def test_a_number_that_could_not_be_saved_is_not_shown_as_saved(wizard: Wizard, told: Told, path: Path) -> None:
    wizard.show_page(DATA)
    field = view(wizard, "a.stellen").field
    assert isinstance(field, NumberField)
    field.focus()
    with locked(wizard.model.session.opened):
        press("50")
    assert told.failures == ["store.locked"]  # the 5 alone is too small and was never to be saved
    assert stored(path, wizard.model.sheet) == {}
    assert field.edit.text() != "50" or field.complaint.isVisible()


def test_a_page_can_be_turned_though_the_file_is_locked(wizard: Wizard, told: Told) -> None:
    with locked(wizard.model.session.opened):
        wizard.show_page(DATA)
    assert wizard.page == DATA
    current = wizard.contents.currentItem()
    assert current is not None
    assert current.text(0) == "Daten"
    assert told.failures in ([], ["store.locked"])
