"""The translatable texts of a module, read from its syntax tree.

A second opinion on lupdate, which reads Python by pattern: it takes ``other.tr()`` for a context named "other", puts
texts that follow a ``QApplication.translate()`` into a wrong context, and keeps f-strings that can't be found at run
time. None of these is an error to lupdate; the text just stays German.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One translatable text; Qt looks it up by all three."""

    context: str
    source: str
    comment: str = ""


@dataclass(frozen=True)
class Fault:
    """A call that can't be translated."""

    line: int
    reason: str


class _Reader(ast.NodeVisitor):
    def __init__(self) -> None:
        self.texts: set[Text] = set()
        self.faults: list[Fault] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
            self._read_tr(node, node.func.value)
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "translate" and len(node.args) > 1:
            self._read_translate(node)
        self.generic_visit(node)

    def _read_tr(self, node: ast.Call, owner: ast.expr) -> None:
        words = [_literal(argument) for argument in node.args[:2]]
        if not (isinstance(owner, ast.Name) and owner.id in {"self", "cls"} and self._classes):
            self.faults.append(Fault(node.lineno, "tr() is called on something other than self"))
        elif not words or any(word is None for word in words):
            self.faults.append(Fault(node.lineno, "the text of tr() is not a plain string"))
        else:
            self.texts.add(Text(self._classes[-1], *(word or "" for word in words)))

    def _read_translate(self, node: ast.Call) -> None:
        words = [_literal(argument) for argument in node.args[:3]]
        if any(word is None for word in words):
            self.faults.append(Fault(node.lineno, "context and text of translate() are not plain strings"))
        else:
            self.texts.add(Text(*(word or "" for word in words)))


def read(code: str) -> tuple[set[Text], list[Fault]]:
    """Translatable texts of a module and the calls that can't work.

    Raises:
        SyntaxError: The code is not Python.
    """
    reader = _Reader()
    reader.visit(ast.parse(code))
    return reader.texts, reader.faults


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None
