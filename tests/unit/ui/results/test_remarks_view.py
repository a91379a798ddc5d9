"""What people wrote: search, whole words, release for the public report."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kommune_desktop.core.remark import Remark
from kommune_desktop.ui.results import ResultsPage
from kommune_desktop.ui.results.remark_table import RELEASED, WORDS
from kommune_desktop.ui.results.remarks_view import RemarksView
from kommune_desktop.ui.session import Session
from kommune_desktop.workflow.evaluation import evaluate
from tests.unit.ui.keyboard import press
from tests.unit.ui.material import answer, locked
from tests.unit.ui.workspace.table import column, heads

CHECK = Qt.ItemDataRole.CheckStateRole
TEXTS = ("Zu wenig\nWohnungen am See.", "Die Miete steigt.", "Wohnungen gibt es, Geld nicht.")


@pytest.fixture
def view(page: ResultsPage, session: Session) -> RemarksView:
    """Three remarks of the council and one evidence, shown."""
    round_ = session.current_round
    given = [
        (str(number), "council", [("b.suche", answer(1, comment=text)), ("a.bild", answer(1, evidence="Bericht"))])
        for number, text in enumerate(TEXTS, start=1)
    ]
    session.opened.answers.add_sheets(round_, given)
    page.show_results(evaluate(session.opened, round_), session.opened.remarks.of_round(round_))
    page.tabs.setCurrentWidget(page.remarks)
    return page.remarks


def released(session: Session) -> list[str]:
    """What may stand in the public report."""
    return [remark.words for remark in session.opened.remarks.of_round(session.current_round) if remark.is_released]


def first(session: Session) -> Remark:
    """The first remark as it is stored."""
    return next(one for one in session.opened.remarks.of_round(session.current_round) if one.question_id == "b.suche")


def test_remarks_have_a_row_and_evidence_has_none(view: RemarksView) -> None:
    assert heads(view.view) == ["Nr.", "Frage", "Gruppe", "Art", "Wortlaut", "Öffentlich"]
    assert column(view.view, WORDS) == [" ".join(text.split()) for text in TEXTS]
    assert set(column(view.view, 1)) == {"Wohnungssuche"}
    assert view.count.text() == "3 von 3"


def test_a_search_finds_what_holds_all_its_words(view: RemarksView) -> None:
    view.line.setFocus()
    press("wohnungen GELD")
    assert column(view.view, WORDS) == [TEXTS[2]]
    assert view.count.text() == "1 von 3"
    view.line.clear()
    assert view.count.text() == "3 von 3"


def test_the_search_looks_at_groups_and_questions_too(view: RemarksView) -> None:
    view.line.setText("ratsfraktionen wohnungssuche")
    assert view.count.text() == "3 von 3"
    view.line.setText("verwaltung")
    assert view.count.text() == "0 von 3"


def test_the_whole_words_of_the_chosen_remark_stand_below(view: RemarksView) -> None:
    assert view.words.toPlainText() == TEXTS[0]
    view.view.setFocus()
    press(Qt.Key.Key_Down)
    assert view.words.toPlainText() == TEXTS[1]


def test_space_releases_and_undo_takes_it_back(view: RemarksView, session: Session) -> None:
    view.view.setFocus()
    press(Qt.Key.Key_Space)
    assert released(session) == [TEXTS[0]]
    assert column(view.view, RELEASED, CHECK)[0] == str(Qt.CheckState.Checked)
    session.undo_stack.undo()
    assert released(session) == []
    session.undo_stack.redo()
    assert released(session) == [TEXTS[0]]
    press(Qt.Key.Key_Space)
    assert released(session) == []


def test_a_click_on_the_box_releases(view: RemarksView, session: Session) -> None:
    place = view.view.visualRect(view.view.model().index(1, RELEASED))
    QTest.mouseClick(view.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    if not released(session):  # the box stands at the left of its cell
        left = place.topLeft()
        left.setX(place.left() + 12)
        left.setY(place.center().y())
        QTest.mouseClick(view.view.viewport(), Qt.MouseButton.LeftButton, pos=left)
    assert released(session) == [TEXTS[1]]


def test_a_release_that_cannot_be_stored_leaves_the_box_as_it_was(view: RemarksView, session: Session) -> None:
    errors: list[object] = []
    session.failed.connect(errors.append)
    with locked(session.opened):
        view.view.setFocus()
        press(Qt.Key.Key_Space)
    assert len(errors) == 1
    assert released(session) == []
    assert column(view.view, RELEASED, CHECK)[0] == str(Qt.CheckState.Unchecked)


def test_a_release_is_read_out(view: RemarksView, session: Session) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert column(view.view, RELEASED, spoken)[0] == "nicht freigegeben"
    session.release_remark(first(session), True)
    assert column(view.view, RELEASED, spoken)[0] == "freigegeben"


def test_enter_leads_to_the_question(page: ResultsPage, view: RemarksView) -> None:
    view.view.setFocus()
    press(Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.question
    assert page.question.title.text() == "8 Wohnungssuche"


def test_without_remarks_a_sentence_says_so(page: ResultsPage, view: RemarksView, session: Session) -> None:
    page.show_results(evaluate(session.opened, session.current_round), [])
    assert view.empty.isVisible()
    for part in (view.view, view.words, view.line, view.note):
        assert not part.isVisible()


def test_the_chosen_remark_stays_chosen_while_a_search_finds_it(view: RemarksView) -> None:
    view.view.selectRow(2)
    view.line.setText("wohnungen")
    assert column(view.view, WORDS) == [" ".join(TEXTS[0].split()), TEXTS[2]]
    assert view.words.toPlainText() == TEXTS[2]
    view.line.setText("miete")
    assert view.words.toPlainText() == TEXTS[1]
    view.line.setText("nirgends")
    assert view.words.toPlainText() == ""


def test_a_search_finds_in_what_was_made_ready_before(view: RemarksView) -> None:
    QApplication.processEvents()
    view.line.setText("miete")
    assert column(view.view, WORDS) == [TEXTS[1]]


def test_a_remark_released_elsewhere_is_released_when_a_search_shows_it(view: RemarksView, session: Session) -> None:
    view.line.setText("miete")
    session.release_remark(first(session), True)
    view.line.clear()
    assert [place.data(CHECK) for place in (view.model.index(row, RELEASED) for row in range(3))] == [
        Qt.CheckState.Checked,
        Qt.CheckState.Unchecked,
        Qt.CheckState.Unchecked,
    ]
