"""The pages themselves, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from kommune_desktop.export.pdf.reading import Match, Piece
from kommune_desktop.ui import style
from kommune_desktop.ui.preview.document import Document
from kommune_desktop.ui.preview.geometry import Fit, Pages, Room, Zoom, next_step, scale_for
from kommune_desktop.ui.preview.page_look import PageLook, paint_edge
from kommune_desktop.ui.preview.page_thread import PageThread
from kommune_desktop.ui.preview.pictures import bytes_of

_LINE = 6 * style.GRID
_NOTCH = 120  # what a mouse wheel tells for one click
_POINTS_PER_INCH = 72


class PagesArea(QAbstractScrollArea):
    """Shows pages as they come from a thread; what can't be seen is not drawn.

    All places are pixels of the screen; Qt's own are larger where the screen is scaled.

    Attributes:
        page: The one that is read, from 0.
        zoom: How large pages are shown.

    Signals:
        pageChanged: Another page, from 0, is read.
        zoomChanged: Pages are shown in another size.
    """

    pageChanged = Signal(int)
    zoomChanged = Signal(object)

    def __init__(self, document: Document, thread: PageThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = 0
        self.zoom: Zoom = Fit.WIDTH
        self.look = PageLook()
        self._sizes, self._thread = document.sizes, thread
        self._pages = Pages(self._sizes, 1.0, style.GRID)
        self._is_turning = False
        self._wheel = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setAutoFillBackground(True)
        thread.drawn.connect(self._on_thread_drawn)
        self._say_page()

    # Size ------------------------------------------------------------------------------------------------------

    @property
    def _ratio(self) -> float:
        return self.viewport().devicePixelRatioF()

    @property
    def _full_size(self) -> float:
        """Pixels for a point at 100 per cent."""
        return self.logicalDpiX() * self._ratio / _POINTS_PER_INCH

    @property
    def _room(self) -> Room:
        ratio, size = self._ratio, self.viewport().size()
        return Room(round(size.width() * ratio), round(size.height() * ratio), round(2 * style.GRID * ratio))

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages in another size."""
        self.zoom = zoom
        self._lay_out()
        self.zoomChanged.emit(zoom)

    def zoom_by(self, direction: int) -> None:
        """Show the pages a step larger (1) or smaller (-1)."""
        self.set_zoom(next_step(100 * self._pages.scale / self._full_size, direction))

    def _lay_out(self) -> None:
        """Put the pages in their places; what is seen at the upper edge stays there."""
        room, page = self._room, self._pages.at(self._top)
        before, above = self._pages.places[page], self._pages.gap
        below = self._top - before.top
        self._pages = Pages(self._sizes, scale_for(self.zoom, self._sizes, room, self._full_size), room.gap)
        self._fit_bar(self.verticalScrollBar(), self._pages.height, room.height)
        self._fit_bar(self.horizontalScrollBar(), self._pages.width, room.width)
        place = self._pages.places[page]
        # The upper edge is in the page, or in the gap above it.
        self._scroll_to(place.top + (below * place.height / before.height if below > 0 else below * room.gap / above))
        if self.page not in self._pages.between(self._top, self._top + room.height):
            self._note_page()
        self.viewport().update()

    def _fit_bar(self, bar: QScrollBar, whole: int, seen: int) -> None:
        bar.setRange(0, max(round((whole - seen) / self._ratio), 0))
        bar.setPageStep(round(seen / self._ratio))
        bar.setSingleStep(_LINE)

    # Places ------------------------------------------------------------------------------------------------------

    @property
    def _top(self) -> int:
        return round(self.verticalScrollBar().value() * self._ratio)

    def _rect(self, page: int) -> QRect:
        """Where a page is in the viewport."""
        place = self._pages.places[page]
        left = max((self._room.width - place.width) // 2, self._pages.gap)
        left -= round(self.horizontalScrollBar().value() * self._ratio)
        return QRect(left, place.top - self._top, place.width, place.height)

    def show_page(self, page: int) -> None:
        """Turn to a page; it counts as the one that is read even where the end stops the scrolling."""
        page = min(max(page, 0), len(self._sizes) - 1)
        self._scroll_to(self._pages.places[page].top - self._pages.gap)
        self._set_page(page)

    def _scroll_to(self, top: float) -> None:
        self._is_turning = True
        self.verticalScrollBar().setValue(round(top / self._ratio))
        self._is_turning = False
        self._draw_missing()

    def _note_page(self) -> None:
        self._set_page(self._pages.at(self._top + self._room.height // 3))

    def _set_page(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self._say_page()
            self.pageChanged.emit(page)
        self.viewport().update()

    def _say_page(self) -> None:
        count = len(self._sizes)
        self.setAccessibleName(self.tr("Seite {page} von {pages}").format(page=self.page + 1, pages=count))

    # Search ------------------------------------------------------------------------------------------------------

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Mark all places where something was found."""
        self.look.mark(matches)
        self.viewport().update()

    def show_match(self, match: Match) -> None:
        """Turn to one of the places."""
        self.look.match = match
        scale, room = self._pages.scale, self._room
        if match.boxes:
            box = match.boxes[0]
            top = self._pages.places[match.page].top + round(box.top * scale)
            if not self._top <= top <= self._top + room.height - round(box.height * scale):
                self._scroll_to(top - room.height / 3)
            across = self._rect(match.page).left() + round(box.left * scale)
            if not 0 <= across <= room.width - round(box.width * scale):
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() + round((across - room.width / 3) / self._ratio))
        self._set_page(match.page)

    # Drawing ------------------------------------------------------------------------------------------------------

    def _draw_missing(self) -> None:
        """Ask for what is seen first, then for what comes next, then for what was before; never for more than fits."""
        wanted: list[Piece] = []
        left = self.look.pictures.limit
        for piece in self._nearest():
            left -= bytes_of(piece)
            if left < 0:
                break
            if self.look.lacks(piece):
                wanted.append(piece)
        self._thread.draw(wanted)

    def _nearest(self) -> Iterator[Piece]:
        top, height = self._top, self._room.height
        seen = self._pages.pieces(top, top + height)
        yield from seen
        for near in (self._pages.pieces(top + height, top + 2 * height), self._pages.pieces(top - height, top)):
            yield from (piece for piece in near if piece not in seen)

    def _on_thread_drawn(self, piece: Piece, picture: QImage | None) -> None:
        if picture is None:
            self.look.unreadable.add(piece.page)
        else:
            self.look.pictures.keep(piece, picture)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter, ratio = QPainter(self.viewport()), self._ratio
        painter.scale(1 / ratio, 1 / ratio)
        pieces = self._pages.pieces(self._top, self._top + self._room.height)
        focus = self.palette().color(QPalette.ColorRole.Highlight) if self.hasFocus() else None
        for page in self._pages.between(self._top, self._top + self._room.height):
            rect = self._rect(page)
            self.look.paint(painter, page, rect, [piece for piece in pieces if piece.page == page])
            self.look.paint_matches(painter, page, rect, self._pages.scale)
            paint_edge(painter, rect, focus if page == self.page else None, ratio)

    # Qt --------------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        if dy and not self._is_turning:
            self._note_page()
            self._draw_missing()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= _NOTCH:
            self.zoom_by(1 if self._wheel > 0 else -1)
            self._wheel = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._turn(event):
            super().keyPressEvent(event)

    def _turn(self, event: QKeyEvent) -> bool:
        """Move by a key; whether it was one to move by."""
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        pages = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._sizes) - 1,
        }
        if key in pages:
            self.show_page(pages[key])
        elif key == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.triggerAction(bar.SliderAction.SliderPageStepSub if back else bar.SliderAction.SliderPageStepAdd)
        else:
            return False
        return True
