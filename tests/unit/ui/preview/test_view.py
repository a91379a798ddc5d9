"""The preview by keyboard: pages, sizes, search, text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kommune_desktop.export.pdf.reading import Piece
from kommune_desktop.texts import Texts
from kommune_desktop.ui.preview import PreviewView, read_document
from kommune_desktop.ui.preview.geometry import Fit
from kommune_desktop.ui.preview.pictures import Pictures
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.keyboard import CTRL, SHIFT, focusable, focused, press, spoken_name, tab_order
from tests.unit.ui.modal import Modals
from tests.unit.ui.preview.material import NAME, WORD, document, pdf

OpenPreview = Callable[..., PreviewView]
PAGES = 8
PLACES = 6  # of WORD: twice on the pages 1, 4 and 7


@pytest.fixture
def open_preview(show: ShowWidget, words: Texts) -> Iterator[OpenPreview]:
    """Shows a document with the keyboard in it."""
    opened: list[PreviewView] = []

    def open_view(pages: int = PAGES, *, bookmarks: bool = True, width: int = 1000) -> PreviewView:
        view = PreviewView(document(pages, bookmarks=bookmarks), words)
        opened.append(view)
        view.resize(width, 600)
        show(view)
        view.focus()
        return view

    yield open_view
    for view in opened:
        view.leave()


@pytest.fixture
def view(open_preview: OpenPreview) -> PreviewView:
    """A document of eight pages."""
    return open_preview()


def drawn(view: PreviewView) -> set[int]:
    """The pages that there are pictures of."""
    return {page for page in range(len(view.document.sizes)) if view.pages.look.pictures.of_page(page)}


def is_drawn(view: PreviewView, page: int) -> bool:
    """Whether there is a picture of a page."""
    return page in drawn(view)


def grey(view: PreviewView) -> int:
    """How many of the pixels of the pages are dark, of a hundred in each direction."""
    image = view.pages.viewport().grab().toImage()
    places = [(x * image.width() // 100, y * image.height() // 100) for x in range(100) for y in range(100)]
    return sum(image.pixelColor(x, y).lightness() < 60 for x, y in places)


def entry(view: PreviewView) -> str:
    """The entry that is marked in the list beside the pages."""
    item = view.outline.currentItem()
    assert item is not None
    return item.text(0)


def test_the_first_page_is_drawn_beside_the_window(view: PreviewView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: 0 in drawn(view))
    with_picture = grey(view)
    view.pages.look.pictures = Pictures()
    assert grey(view) < with_picture


def test_pages_that_are_not_near_are_not_drawn(view: PreviewView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: {0, 1} <= drawn(view))
    assert not drawn(view) & {3, 4, 5, 6, 7}
    press(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: PAGES - 1 in drawn(view))
    assert 3 not in drawn(view)


def test_pictures_are_as_fine_as_the_screen(view: PreviewView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: 0 in drawn(view))
    ((piece, picture),) = view.pages.look.pictures.of_page(0)
    gap = 16
    assert piece.width == pytest.approx((view.pages.viewport().width() - 2 * gap) * view.devicePixelRatioF(), abs=1)
    assert (picture.width(), picture.height()) == (piece.width, piece.rows)


def test_page_keys_turn_pages(view: PreviewView) -> None:
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert (view.pages.page, view.tools.page.value(), view.accessibleName()) == (2, 3, f"{NAME}: Seite 3 von 8")
    press(Qt.Key.Key_PageUp)
    assert view.pages.page == 1
    press(Qt.Key.Key_End)
    assert view.pages.page == PAGES - 1
    press(Qt.Key.Key_PageDown)
    assert view.pages.page == PAGES - 1
    press(Qt.Key.Key_Home)
    assert view.pages.page == 0
    assert spoken_name(view.pages) == "Seite 1 von 8"


def test_space_goes_on_by_what_is_seen(view: PreviewView) -> None:
    bar = view.pages.verticalScrollBar()
    press(Qt.Key.Key_Space)
    assert 0 < bar.value() <= view.pages.viewport().height()
    press(Qt.Key.Key_Space, modifier=SHIFT)
    assert bar.value() == 0


def test_scrolling_changes_the_page_that_is_read(view: PreviewView) -> None:
    bar = view.pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert 3 <= view.pages.page <= 4
    assert view.tools.page.value() == view.pages.page + 1


def test_a_page_number_leads_to_its_page(view: PreviewView) -> None:
    view.tools.page.setFocus()
    view.tools.page.selectAll()
    press("7", Qt.Key.Key_Return)
    assert view.pages.page == 6
    assert view.tools.page.text() == "7 von 8"


def test_bookmarks_lead_to_their_pages(view: PreviewView) -> None:
    assert view.outline.isVisible()
    view.outline.setFocus()
    press(Qt.Key.Key_Down)
    assert entry(view) == "Teil 4"
    assert view.pages.page == 3
    view.focus()
    press(Qt.Key.Key_PageDown)
    assert entry(view) == "Teil 4"
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert entry(view) == "Teil 7"
    assert view.pages.page == 6


def test_without_bookmarks_the_pages_are_listed(open_preview: OpenPreview) -> None:
    view = open_preview(4, bookmarks=False)
    view.outline.setFocus()
    titles = [entry(view)]
    while view.pages.page < 3:
        press(Qt.Key.Key_Down)
        titles.append(entry(view))
    assert titles == ["Seite 1", "Seite 2", "Seite 3", "Seite 4"]


def test_in_a_narrow_window_the_list_comes_when_it_is_wanted(open_preview: OpenPreview) -> None:
    view = open_preview(width=683)
    assert not view.outline.isVisible()
    view.tools.outline_button.click()
    assert view.outline.isVisible()


def test_sizes_are_changed_by_keys_and_stay_at_the_page(view: PreviewView) -> None:
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    press("0", modifier=CTRL)
    assert (view.pages.zoom, view.tools.zoom.currentText()) == (100, "100 %")
    press(Qt.Key.Key_Plus, modifier=CTRL)
    assert view.pages.zoom == 125
    for _ in range(2):
        press(Qt.Key.Key_Minus, modifier=CTRL)
    assert view.pages.zoom == 75
    assert view.pages.page == 2


def test_a_page_as_a_whole_can_be_seen_as_a_whole(view: PreviewView) -> None:
    view.tools.zoom.setCurrentIndex(view.tools.zoom.findText("Ganze Seite"))
    assert view.pages.zoom is Fit.PAGE
    assert view.pages._pages.places[0].height <= view.pages.viewport().height() * view.devicePixelRatioF()


def wheel(view: PreviewView, notches: float, modifier: Qt.KeyboardModifier) -> None:
    place = QPointF(view.pages.viewport().rect().center())
    event = QWheelEvent(
        place,
        view.pages.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.pages.viewport(), event)


def test_the_wheel_scrolls_and_with_ctrl_changes_the_size(view: PreviewView) -> None:
    view.pages.set_zoom(100)
    wheel(view, -1, Qt.KeyboardModifier.NoModifier)
    assert view.pages.verticalScrollBar().value() > 0
    wheel(view, 1, CTRL)
    assert view.pages.zoom == 125
    for _ in range(4):  # fine wheels tell a notch in parts
        wheel(view, -0.25, CTRL)
    assert view.pages.zoom == 100


def test_while_the_right_picture_is_missing_another_size_is_shown(view: PreviewView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: 0 in drawn(view))
    view._thread.leave()
    view.pages.set_zoom(150)
    assert all(piece.width != view.pages._pages.places[0].width for piece, _ in view.pages.look.pictures.of_page(0))
    assert grey(view) > 0


def search_for(view: PreviewView, words: str, qtbot: QtBot) -> None:
    """Look for words until all pages have been searched."""
    press("f", modifier=CTRL)
    press(words)
    qtbot.waitUntil(lambda: view.search._is_done)


def test_words_are_found_counted_and_shown_one_after_the_other(view: PreviewView, qtbot: QtBot) -> None:
    search_for(view, WORD.lower(), qtbot)
    assert len(view.search.matches) == PLACES
    assert view.search.found.text() == "1 von 6"
    press(Qt.Key.Key_Return)
    assert (view.search.found.text(), view.pages.page) == ("2 von 6", 0)
    press(Qt.Key.Key_F3)
    assert (view.search.found.text(), view.pages.page) == ("3 von 6", 3)
    press(Qt.Key.Key_F3, modifier=SHIFT)
    press(Qt.Key.Key_F3, modifier=SHIFT)
    press(Qt.Key.Key_F3, modifier=SHIFT)
    assert (view.search.found.text(), view.pages.page) == ("6 von 6", 6)
    press(Qt.Key.Key_F3)
    assert (view.search.found.text(), view.pages.page) == ("1 von 6", 0)


def test_the_place_that_was_found_can_be_seen(view: PreviewView, qtbot: QtBot) -> None:
    view.pages.set_zoom(300)
    search_for(view, WORD, qtbot)
    for _ in range(PLACES):
        press(Qt.Key.Key_F3)
        match = view.search.matches[view.search._place or 0]
        box, scale = match.boxes[0], view.pages._pages.scale
        left = view.pages._rect(match.page).left() + box.left * scale
        top = view.pages._rect(match.page).top() + box.top * scale
        ratio = view.devicePixelRatioF()
        assert 0 <= left <= view.pages.viewport().width() * ratio - box.width * scale
        assert 0 <= top <= view.pages.viewport().height() * ratio - box.height * scale


def test_the_search_begins_at_the_page_that_is_read(view: PreviewView, qtbot: QtBot) -> None:
    press(Qt.Key.Key_PageDown)
    search_for(view, WORD, qtbot)
    assert (view.search.found.text(), view.pages.page) == ("3 von 6", 3)


def test_what_is_not_there_is_said(view: PreviewView, qtbot: QtBot) -> None:
    search_for(view, "Atlantis", qtbot)
    assert view.search.found.text() == "nicht gefunden"
    assert not view.search.next_button.isEnabled()
    press(Qt.Key.Key_F3)
    assert view.pages.page == 0


def test_other_words_begin_a_new_search(view: PreviewView, qtbot: QtBot) -> None:
    search_for(view, WORD, qtbot)
    view.search.words.selectAll()
    press("Nummer 5")
    qtbot.waitUntil(lambda: view.search._is_done)
    assert (view.search.found.text(), view.pages.page) == ("1 von 1", 4)


def test_escape_ends_the_search_and_then_the_preview(view: PreviewView, qtbot: QtBot) -> None:
    search_for(view, WORD, qtbot)
    with qtbot.assertNotEmitted(view.closed):
        press(Qt.Key.Key_Escape)
    assert not view.search.isVisible()
    assert view.search.matches == []
    assert focused() is view.pages
    with qtbot.waitSignal(view.closed):
        press(Qt.Key.Key_Escape)


def test_places_that_were_found_are_marked(view: PreviewView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: 0 in drawn(view))
    search_for(view, WORD, qtbot)
    image = view.pages.viewport().grab().toImage()
    box = view.search.matches[0].boxes[0]
    rect, scale = view.pages._rect(0), view.pages._pages.scale
    colors = {
        image.pixelColor(round(rect.left() + (box.left + x) * scale), round(rect.top() + box.top * scale) + 3).name()
        for x in range(int(box.width))
    }
    assert "#ffb266" in colors


def test_the_text_of_the_page_can_be_read_and_follows_it(view: PreviewView, qtbot: QtBot) -> None:
    view.tools.text_button.click()
    qtbot.waitUntil(lambda: "Blatt Nummer 1" in view.text.toPlainText())
    assert view.text.isVisible()
    assert spoken_name(view.text) == "Text: Seite 1 von 8"
    view.tools.page.setFocus()
    view.tools.page.selectAll()
    press("5", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Blatt Nummer 5" in view.text.toPlainText())
    assert spoken_name(view.text) == "Text: Seite 5 von 8"
    view.tools.text_button.click()
    assert view.pages.isVisible()
    assert view.pages.page == 4


def test_all_that_can_have_the_keyboard_has_a_name_and_tab_leads_to_it(view: PreviewView) -> None:
    view.begin_search()
    view.search.words.setText(WORD)
    view.outline.setFocus()
    reachable = focusable(view)
    assert all(spoken_name(widget) for widget in reachable)
    assert {id(widget) for widget in tab_order(view)} >= {id(widget) for widget in reachable if widget.isEnabled()}


def test_ctrl_p_prints_this_document_wherever_the_keyboard_is(
    view: PreviewView, modals: Modals, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    view.tools.text_button.click()
    view.begin_search()
    places: list[QWidget] = [view.outline, view.tools.page, view.tools.zoom, view.text, view.search.words]
    for place in places:
        view.tools.text_button.setChecked(place is view.text)
        view.activateWindow()
        place.setFocus()
        qtbot.waitUntil(place.hasFocus)
        modals.expect()
        press("p", modifier=CTRL)
    assert len(modals.said) == len(places)


def test_without_a_printer_saving_is_offered(
    view: PreviewView, modals: Modals, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    modals.expect(lambda box: next(one for one in box.buttons() if one.text() == "Speichern unter …").click())
    with qtbot.waitSignal(view.saveWanted) as wanted:
        view.print_button.click()
    assert wanted.args == [view.document]
    assert "kein Drucker" in modals.said[0]


def test_a_page_that_can_not_be_read_says_so_and_is_asked_for_once(view: PreviewView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: 0 in drawn(view))
    view._thread.drawn.emit(Piece(1, 10, 10, 0, 10), None)
    assert view.pages.look.unreadable == {1}
    view.pages.set_zoom(100)
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: 2 in drawn(view))
    assert all(piece.page != 1 for piece in view._thread._pieces)


def test_leaving_while_pages_are_drawn_ends_the_thread(open_preview: OpenPreview) -> None:
    view = open_preview(60)
    view.pages.set_zoom(400)
    view.search.words.setText("e")
    view.leave()
    assert view._thread.isFinished()


def test_many_pages_need_little_room(open_preview: OpenPreview, qtbot: QtBot) -> None:
    view = open_preview(40)
    view.pages.look.pictures.limit = 20_000_000
    view.pages.set_zoom(150)
    for page in range(0, 40, 4):
        view.pages.show_page(page)
        qtbot.waitUntil(partial(is_drawn, view, page))
        assert view.pages.look.pictures.size <= view.pages.look.pictures.limit


def test_a_document_of_one_page_has_no_other(show: ShowWidget, words: Texts) -> None:
    view = PreviewView(read_document("a", "forms", pdf(1, size=(3000, 40))), words)
    view.resize(700, 300)
    show(view)
    press(Qt.Key.Key_PageDown)
    assert view.pages.page == 0
    assert view.tools.page.text() == "1 von 1"
    view.leave()
