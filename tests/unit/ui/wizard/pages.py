"""What a test looks for in an open wizard."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QTreeWidgetItem

from kommune_desktop.ui.wizard import Wizard
from kommune_desktop.ui.wizard.question_view import QuestionView
from kommune_desktop.ui.wizard.topic_page import TopicPage


def page(wizard: Wizard) -> TopicPage:
    """The open page, where it is one of a topic."""
    current = wizard.stack.currentWidget()
    assert isinstance(current, TopicPage)
    return current


def view(wizard: Wizard, question_id: str) -> QuestionView:
    """A question of the open page, shown or not."""
    return next(found for found in page(wizard).views if found.question.id == question_id)


def visible_ids(wizard: Wizard) -> list[str]:
    """The questions that the open page shows."""
    return [found.question.id for found in page(wizard).views if found.isVisible()]


def button(question: QuestionView, text: str) -> QAbstractButton:
    """A button of a question by its word."""
    return next(made for made in question.findChildren(QAbstractButton) if made.text() == text)


def shown_texts(wizard: Wizard) -> list[str]:
    """All words of the open page."""
    return [label.text() for label in page(wizard).findChildren(QLabel) if label.isVisible()]


def children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The entries below an entry of a tree."""
    return [child for row in range(item.childCount()) if (child := item.child(row)) is not None]


def entries(wizard: Wizard) -> list[QTreeWidgetItem]:
    """All entries of the contents, each area before its topics."""
    areas = children(wizard.contents.invisibleRootItem())
    return [item for area in areas for item in (area, *children(area))]


def contents(wizard: Wizard) -> dict[str, str]:
    """What the contents say to each area and topic."""
    return {item.text(0): item.text(1) for item in entries(wizard)}


def entry(wizard: Wizard, title: str) -> QTreeWidgetItem:
    """An entry of the contents by its title, without the number of an area."""
    return next(item for item in entries(wizard) if item.text(0) == title or item.text(0).endswith(f"  {title}"))
