"""A YAML file as plain data in which every value still knows its line and column."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kommune_desktop.errors import UserError

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
# A date is read as one, so that the schema can say that a text is wanted.
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")}
YamlMark = yaml.Mark | yaml._yaml.Mark  # noqa: SLF001 - what the fast parser hands out
Place = tuple[str | int, ...]
"""The way from the top of the document to a value: keys and list positions."""


@dataclass(frozen=True)
class Mark:
    """A position in the file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The data of a file and the position of each of its values and keys."""

    data: Any
    values: dict[Place, Mark]
    keys: dict[Place, Mark]

    def mark(self, place: Place) -> Mark:
        """Where a value stands; for a missing one, where its nearest container does."""
        while place and place not in self.values:
            place = place[:-1]
        return self.values[place]


def read_source(path: Path) -> Source:
    """Read a YAML file.

    Raises:
        UserError: ``file.*`` or ``questionnaire.*`` for a file that is missing, too large, not UTF-8 or not plain YAML.
    """
    node = _compose(_read_text(path))
    values: dict[Place, Mark] = {}
    keys: dict[Place, Mark] = {}
    data = _Builder(values, keys).build(node, ())
    return Source(data, values, keys)


def problem(key: str, mark: Mark, **params: object) -> UserError:
    """A finding at a position of the file."""
    found = UserError(f"questionnaire.{key}", line=mark.line, column=mark.column)
    found.params.update(params)
    return found


def _read_text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError("file.unreadable", path=path, reason=error.strerror) from error
    if len(raw) > MAX_BYTES:
        raise UserError("questionnaire.too_large", megabytes=MAX_BYTES // 1_000_000)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        raise problem("not_utf8", _mark_after(before)) from error


def _mark_after(text: str) -> Mark:
    """The position right behind a text."""
    return Mark(text.count("\n") + 1, len(text) - text.rfind("\n"))


def _compose(text: str) -> yaml.Node:
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if unprintable:
        reason = f"U+{ord(unprintable.group()):04X}"
        raise problem("broken_yaml", _mark_after(text[: unprintable.start()]), reason=reason)
    loader = yaml.CSafeLoader(text)
    try:
        _refuse_aliases_and_depth(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise problem("broken_yaml", _of_yaml(error.problem_mark), reason=error.problem) from error
    finally:
        loader.dispose()
    if node is None:
        raise UserError("questionnaire.empty")
    return node


def _refuse_aliases_and_depth(text: str) -> None:
    """Aliases can make a small file as large as memory, deep nesting overflows the stack; neither is needed here."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise problem("alias", _of_yaml(event.start_mark))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise problem("too_deep", _of_yaml(event.start_mark), deepest=MAX_DEPTH)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _of_yaml(mark: YamlMark | None) -> Mark:
    return Mark(mark.line + 1, mark.column + 1) if mark is not None else Mark(1, 1)


class _Builder:
    """Turns nodes into plain data and notes where each stood."""

    def __init__(self, values: dict[Place, Mark], keys: dict[Place, Mark]) -> None:
        self._values = values
        self._keys = keys
        self._scalars = yaml.constructor.SafeConstructor()

    def build(self, node: yaml.Node, place: Place) -> Any:  # noqa: ANN401 - YAML holds anything
        self._values[place] = _of_yaml(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*place, position)) for position, child in enumerate(node.value)]
        return self._scalar(node, self._values[place])

    def _scalar(self, node: yaml.Node, mark: Mark) -> str | float | bool | None:
        """A plain value; a whole number stays whole however it is written."""
        if node.tag not in _PLAIN_TAGS:
            raise problem("broken_yaml", mark, reason=node.tag)
        try:
            value = self._scalars.construct_object(node)
        except (yaml.constructor.ConstructorError, ValueError, LookupError, AttributeError) as error:
            raise problem("broken_yaml", mark, reason=node.value) from error
        if isinstance(value, float):
            if not math.isfinite(value):
                raise problem("broken_yaml", mark, reason=node.value)
            if value.is_integer():
                return int(value)
        return value  # type: ignore[no-any-return]  # one of the plain tags

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            mark = _of_yaml(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                raise problem("broken_yaml", mark, reason="complex key")
            key = str(key_node.value)
            if key in data:
                raise problem("key_twice", mark, name=key)
            self._keys[(*place, key)] = mark
            data[key] = self.build(value_node, (*place, key))
        return data
