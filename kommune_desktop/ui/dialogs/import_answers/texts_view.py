"""Texts that mean no answer by themselves: the person says what each stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from kommune_desktop.core.answer import State
from kommune_desktop.core.round import Round
from kommune_desktop.intake.answers import Mapping, Unread
from kommune_desktop.texts import Texts
from kommune_desktop.ui import style
from kommune_desktop.ui.widgets.labels import Note
from kommune_desktop.ui.widgets.table import TextTable

_LOWEST = 130
_STATES = tuple(state for state in State if state is not State.GIVEN)
Key = tuple[str, str]
"""Column and text."""


class TextsView(QWidget):
    """Lists the texts of a file that are not understood, and those that the person has given a meaning.

    Signals:
        changed: The mapping as it is now.
    """

    changed = Signal(object)

    def __init__(self, words: Texts, round_: Round, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._round = words, round_
        self._mapping = Mapping("", "")
        self._counts: dict[Key, int] = {}
        self._keys: list[Key] = []
        self.table = TextTable(
            self.tr("Texte ohne Bedeutung"),
            [self.tr("Spalte"), self.tr("Text"), self.tr("Zellen"), self.tr("Bedeutung")],
            wide=3,
            numbers=(2,),
        )
        self.table.setMinimumHeight(_LOWEST)
        self.table.selectionModel().selectionChanged.connect(self._show_choices)
        self.meaning = QComboBox()
        self.meaning.setMinimumHeight(style.CONTROL_HEIGHT)
        self.meaning.setAccessibleName(self.tr("Bedeutung des Textes"))
        self.meaning.activated.connect(self._on_meaning_activated)
        form = QFormLayout()
        form.addRow(self.tr("&Bedeutung"), self.meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.GRID, style.GRID, style.GRID, style.GRID)
        column.setSpacing(style.GRID)
        column.addWidget(
            Note(
                self.tr(
                    "Hier stehen Texte, die keiner Antwort entsprechen. „Weiß nicht“ und Ähnliches gilt dann in allen "
                    "Spalten, eine Antwort nur in dieser."
                )
            )
        )
        column.addWidget(self.table, 1)
        column.addLayout(form)

    def show_mapping(self, mapping: Mapping) -> None:
        """Show what the texts mean now."""
        self._mapping = mapping
        self.table.show_rows([self._cells(key) for key in self._keys])
        if self._keys and self.table.chosen_row() is None:
            self.table.selectRow(0)
        self._show_choices()

    def show_unread(self, unread: Sequence[Unread]) -> None:
        """Add texts that have turned up; those that have got a meaning stay."""
        self._counts |= {(one.column, one.text): one.count for one in unread}
        open_keys = {(one.column, one.text) for one in unread}
        self._keys = [key for key in self._counts if key in open_keys or self._meaning(key) is not None]
        self.show_mapping(self._mapping)

    @property
    def open_count(self) -> int:
        """How many texts have no meaning yet."""
        return sum(self._meaning(key) is None for key in self._keys)

    @property
    def has_any(self) -> bool:
        """Whether there is any text to be given a meaning."""
        return bool(self._keys)

    def _meaning(self, key: Key) -> int | State | str | None:
        """A choice's value, a state, the id of a group, or nothing yet."""
        column, text = key
        if column == self._mapping.group_column:
            return self._mapping.group_texts.get(text)
        use = self._mapping.use_of(column)
        own = use.meanings.get(text) if use else None
        return own if own is not None else self._mapping.states.get(text)

    def _cells(self, key: Key) -> tuple[str, ...]:
        meaning = self._meaning(key)
        shown = self.tr("offen") if meaning is None else self._options(key[0]).get(meaning, "")
        return key[0], key[1], self._words.number(self._counts[key]), shown

    def _options(self, column: str) -> dict[int | State | str, str]:
        """What a text of a column can mean, with its words."""
        language = self._words.language
        if column == self._mapping.group_column:
            return {group.id: group.title.in_language(language) for group in self._round.groups}
        use = self._mapping.use_of(column)
        choices = self._round.questionnaire.question(use.question).choices if use else ()
        options: dict[int | State | str, str] = {
            choice.value: choice.text.in_language(language)
            for choice in choices
            if use is None or use.choice in (None, choice.value)
        }
        return options | {state: self._words(f"state.{state.value}") for state in _STATES}

    def _chosen(self) -> Key | None:
        row = self.table.chosen_row()
        return self._keys[row] if row is not None and row < len(self._keys) else None

    def _show_choices(self) -> None:
        key = self._chosen()
        self.meaning.clear()
        self.meaning.setEnabled(key is not None)
        if key is None:
            return
        self.meaning.addItem(self.tr("offen"), None)
        now = self._meaning(key)
        for value, text in self._options(key[0]).items():
            self.meaning.addItem(text, (value,))
            if value == now and type(value) is type(now):
                self.meaning.setCurrentIndex(self.meaning.count() - 1)

    def _on_meaning_activated(self) -> None:
        key = self._chosen()
        if key is not None:
            data = self.meaning.currentData()
            mapping = self._with_meaning(key, data[0] if data else None)
            self.show_mapping(mapping)
            self.changed.emit(mapping)

    def _with_meaning(self, key: Key, meaning: int | State | str | None) -> Mapping:
        column, text = key
        mapping = self._mapping
        if column == mapping.group_column:
            groups = {name: group for name, group in mapping.group_texts.items() if name != text}
            return replace(mapping, group_texts=groups if meaning is None else {**groups, text: str(meaning)})
        states = {name: state for name, state in mapping.states.items() if name != text}
        if isinstance(meaning, State):
            states[text] = meaning
        mapping = replace(mapping, states=states)
        use = mapping.use_of(column)
        if use is None:
            return mapping
        meanings = {name: value for name, value in use.meanings.items() if name != text}
        if isinstance(meaning, int):
            meanings[text] = meaning
        return mapping.with_use(column, replace(use, meanings=meanings))
