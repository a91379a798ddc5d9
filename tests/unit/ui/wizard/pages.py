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


def contents(wizard: Wizard) -> dict[str, str]:
    """What the contents say to each area and topic."""
    status: dict[str, str] = {}
    waiting = [wizard.contents.topLevelItem(row) for row in range(wizard.contents.topLevelItemCount())]
    while waiting:
        item = waiting.pop(0)
        assert item is not None
        status[item.text(0)] = item.text(1)
        waiting[:0] = [item.child(row) for row in range(item.childCount())]
    return status


def entry(wizard: Wizard, title: str) -> QTreeWidgetItem:
    """An entry of the contents by its title."""
    for row in range(wizard.contents.topLevelItemCount()):
        item = wizard.contents.topLevelItem(row)
        assert item is not None
        if item.text(0).endswith(title):
            return item
        for child in range(item.childCount()):
            if item.child(child).text(0) == title:
                return item.child(child)
    raise AssertionError(f"{title} is not in the contents")
