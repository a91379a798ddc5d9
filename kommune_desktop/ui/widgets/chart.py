"""A chart in the window: drawn anew for its width and colours, shown as a table, copied and saved."""

from __future__ import annotations

import functools
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontDatabase,
    QFontInfo,
    QImage,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QHeaderView, QMenu, QToolButton, QVBoxLayout, QWidget

from kommune_desktop import paths
from kommune_desktop.errors import UserError
from kommune_desktop.settings import Settings
from kommune_desktop.texts import texts
from kommune_desktop.ui import icons, style
from kommune_desktop.ui.background import BackgroundWork, Progress
from kommune_desktop.ui.problems import show_problem
from kommune_desktop.ui.widgets.chart_canvas import ChartCanvas
from kommune_desktop.ui.widgets.table import TextTable

if TYPE_CHECKING:  # Drawing is loaded when a chart is shown, not before.
    from kommune_desktop.export.charts import Chart, ChartTable, Palette

    Make = Callable[[float, Palette], Chart]
    """Draws a chart for a width in points and colours."""

PICTURE_SCALE = 300 / 72
"""Pixels to a point of a picture that leaves: 300 to the inch."""
_TYPE_SIZE = 9
"""Size of type in a drawing, in points: as large as the system's font on screen."""
_REDRAW_AFTER_MS = 40
_MOST_ROWS = 14
_MANY_COLUMNS = 4
_EDGE = 4


class ChartView(QWidget):
    """Shows a chart, or its numbers as a table.

    Signals:
        spotChosen: Key of a place that was clicked, or chosen with Enter.
        noticed: Something worth a line in the status bar has happened.
    """

    spotChosen = Signal(str)
    noticed = Signal(str)

    def __init__(self, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        """``settings``: hold the language of messages and the folder used last."""
        super().__init__(parent)
        self._settings = settings or Settings()
        self._make: Make | None = None
        self._drawn_width = 0
        self.chart: Chart | None = None
        self.canvas = ChartCanvas()
        self.canvas.spotChosen.connect(self.spotChosen)
        self.table: TextTable | None = None
        self.menu = QMenu(self)
        self.table_action = self.menu.addAction(self.tr("Als Tabelle zeigen"), self._on_table_wanted)
        self.menu.addSeparator()
        self.copy_action = self.menu.addAction(self.tr("Bild kopieren"), self._on_copy_wanted)
        self.png_action = self.menu.addAction(self.tr("Als PNG speichern …"), self._on_png_wanted)
        self.svg_action = self.menu.addAction(self.tr("Als SVG speichern …"), self._on_svg_wanted)
        self.menu_button = QToolButton()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REDRAW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self._build()

    def _build(self) -> None:
        self.menu_button.setText(self.tr("Diagramm"))
        self.menu_button.setIcon(icons.icon("chart-column"))
        self.menu_button.setToolTip(self.tr("Als Tabelle zeigen, kopieren, speichern"))
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu_button.setAutoRaise(True)
        self.menu_button.setMinimumHeight(style.CONTROL_HEIGHT)
        self.menu_button.setMenu(self.menu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_EDGE)
        self._column.addWidget(self.canvas)
        self._column.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignRight)

    def show_chart(self, make: Make) -> None:
        """Show another chart; it is drawn when it is seen, and anew with each other width or other colours."""
        self._make = make
        self._drawn_width = 0
        if self.isVisible():
            self._draw()

    # Drawing -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawn_width and self.width() != self._drawn_width:
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.width() != self._drawn_width:
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._drawn_width:
            self._timer.start()

    def _draw(self) -> None:
        if self._make is None or self.width() <= 0:
            return
        from kommune_desktop.export.charts import DARK, LIGHT, MARGIN, svg  # noqa: PLC0415 - loaded when it is seen

        load_typeface()
        palette = DARK if style.is_dark(self.palette()) else LIGHT
        self._drawn_width = self.width()
        self.chart = self._make(self._width_in_points(), palette)
        scale = min(self._scale(), self.width() / (self.chart.drawing.width + 2 * MARGIN))
        self.canvas.show_chart(self.chart, svg(self.chart, palette.ground), scale)
        if self.table is not None:
            self._show_table(self.chart.table)

    def _scale(self) -> float:
        """Logical pixels to a point, so that the type is as large as the rest of the window's."""
        return QFontInfo(self.font()).pixelSize() / _TYPE_SIZE

    def _width_in_points(self) -> float:
        from kommune_desktop.export.charts import MARGIN  # noqa: PLC0415 - it is loaded by now

        return self.width() / self._scale() - 2 * MARGIN

    # As a table --------------------------------------------------------------------------------------------------

    def _on_table_wanted(self) -> None:
        if self.chart is None:
            return
        had_focus = self.canvas.hasFocus() or (self.table is not None and self.table.hasFocus())
        if self.table is None:
            self._show_table(self.chart.table)
            self.table_action.setText(self.tr("Als Diagramm zeigen"))
        else:
            self._take_table_away()
            self.table_action.setText(self.tr("Als Tabelle zeigen"))
        self.canvas.setVisible(self.table is None)
        if had_focus:
            (self.table or self.canvas).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_table(self, table: ChartTable) -> None:
        had_focus = self._take_table_away()
        made = TextTable(table.title, table.columns, numbers=table.numeric)
        if len(table.columns) > _MANY_COLUMNS:
            made.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        made.show_rows(table.rows)
        rows = min(len(table.rows), _MOST_ROWS)
        made.setFixedHeight(made.horizontalHeader().sizeHint().height() + rows * style.CONTROL_HEIGHT + 3 * _EDGE)
        self._column.insertWidget(0, made)
        made.show()  # now, so that it can have the keyboard
        self.table = made
        QWidget.setTabOrder(made, self.menu_button)
        if had_focus:
            made.setFocus()

    def _take_table_away(self) -> bool:
        """Whether the keyboard was in it."""
        if self.table is None:
            return False
        had_focus = self.table.hasFocus()
        self._column.removeWidget(self.table)
        self.table.hide()
        self.table.deleteLater()
        self.table = None
        return had_focus

    # As a picture ------------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    def picture(self) -> str:
        """The chart as SVG, with the colours of paper whatever those of the window are."""
        from kommune_desktop.export.charts import LIGHT, svg  # noqa: PLC0415 - it is loaded by now

        if self._make is None:
            raise LookupError("there is no chart yet")
        return svg(self._make(self._width_in_points(), LIGHT), LIGHT.ground)

    def _on_copy_wanted(self) -> None:
        if self.chart is None:
            return
        picture = self.picture()
        # Data made here would outlive Python in the clipboard, and end the program with a crash; Qt's own do not.
        clipboard = QApplication.clipboard()
        clipboard.setImage(image(picture))
        clipboard.mimeData().setData("image/svg+xml", QByteArray(picture.encode()))
        self.noticed.emit(self.tr("Bild kopiert."))

    def _on_png_wanted(self) -> None:
        self._save(".png", self.tr("Als PNG speichern"), self.tr("Bilder (*.png)"), _write_png)

    def _on_svg_wanted(self) -> None:
        self._save(".svg", self.tr("Als SVG speichern"), self.tr("Bilder (*.svg)"), _write_svg)

    def _save(self, suffix: str, title: str, kinds: str, write: Callable[[str, Path], None]) -> None:
        if self.chart is None:
            return
        folder = Path(self._settings.folders.get("chart", ""))
        proposed = str(folder / paths.file_name(self.chart.table.title, suffix))
        name, _ = QFileDialog.getSaveFileName(self, title, proposed, kinds)
        if not name:
            return
        target = paths.with_suffix(Path(name), suffix)
        self._settings.folders["chart"] = str(target.parent)
        self._settings.save()
        picture = self.picture()
        BackgroundWork(
            self,
            partial(_save_picture, target, partial(write, picture)),
            success=partial(self._on_saved, target),
            failure=self._on_save_failed,
        )

    def _on_saved(self, target: Path, _: None) -> None:
        self.noticed.emit(self.tr("Bild gespeichert: {path}").format(path=target))

    def _on_save_failed(self, error: UserError) -> None:
        show_problem(self, texts(self._settings.language), error)


def image(picture: str, scale: float = PICTURE_SCALE) -> QImage:
    """An SVG as an image; ``scale``: pixels to a point."""
    renderer = QSvgRenderer(QByteArray(picture.encode()))
    size = renderer.viewBoxF().size() * scale
    made = QImage(QSize(int(size.width()), int(size.height())), QImage.Format.Format_RGB32)
    made.fill(QColor(Qt.GlobalColor.white))
    made.setDotsPerMeterX(round(scale * 72 / 0.0254))
    made.setDotsPerMeterY(round(scale * 72 / 0.0254))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    return made


def _save_picture(target: Path, write: Callable[[Path], None], _: Progress) -> None:
    paths.write_beside(target, write)


def _write_png(picture: str, part: Path) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(picture).save(buffer, "PNG")  # type: ignore[call-overload]  # a format is a text
    part.write_bytes(data.data())


def _write_svg(picture: str, part: Path) -> None:
    part.write_text(picture, encoding="utf-8")


@functools.cache
def load_typeface() -> None:
    """Let Qt know the typeface of charts, once, when the first one is seen."""
    for file in sorted((paths.resources() / "fonts").glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
