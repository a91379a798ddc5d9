"""Labels by what they say: titles, sections, texts and notes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kommune_desktop.ui import style


class _Label(QLabel):
    """Plain text that wraps."""

    factor = style.BODY
    bold = False

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.setText(text)
        self.setWordWrap(True)
        self.setFont(style.font(self.factor, bold=self.bold))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:  # noqa: N802 - an override
        """Show a text as it stands, whatever signs are in it."""
        if text == self.text():
            return
        if "<" in text:
            # All constants of Qt come with this one, and they take longer than all else on the start page together.
            from PySide6.QtCore import Qt  # noqa: PLC0415

            self.setTextFormat(Qt.TextFormat.PlainText)
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Qt's own hint is a narrow, tall block, and a scrolling page would keep that height free."""
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + 1, self.maximumWidth(), style.TEXT_COLUMN)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A label may become narrow; its height follows from its width."""
        return QSize(0, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """Height in pixels; a layout asks often, and with more width than the label may take."""
        width = min(width, self.maximumWidth())
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]


class PageTitle(_Label):
    """The title of a page."""

    factor = style.TITLE
    bold = True


class SectionTitle(_Label):
    """The title of a part of a page."""

    factor = style.SECTION
    bold = True


class BodyText(_Label):
    """A paragraph, at most about 75 characters wide."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setMaximumWidth(style.TEXT_COLUMN)


class Strong(_Label):
    """A name, in bold."""

    bold = True


class Note(_Label):
    """A small remark."""

    factor = style.NOTE

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setMaximumWidth(style.TEXT_COLUMN)


class QuestionText(_Label):
    """The words of a question."""

    factor = style.QUESTION


class Complaint(Note):
    """A remark that something is to be mended; read out by screen readers when it changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        style.set_text_color(self, style.color(style.Role.NEGATIVE))
        self.hide()

    def say(self, text: str) -> None:
        """Show a text, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))
