"""A small questionnaire file to break, and what the check says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop.errors import UserError
from kommune_desktop.intake.questionnaire import read_questionnaire
from kommune_desktop.texts import texts

MARK = "§"
"""Stands in a broken file in front of the place that the finding must name."""

GOOD = """\
id: klein
version: "1.0"
title: {de: Klein, en: Small}
languages: [de, en]
scales:
  three:
    - {value: 0, text: {de: nein, en: nothing}}
    - {value: 1, text: {de: teilweise, en: partly}}
    - {value: 2, text: {de: ja, en: all}}
bands:
  - {id: low, title: {de: unten, en: low}, below: 50}
  - {id: high, title: {de: oben, en: high}}
areas:
  - id: ms
    title: {de: Bereich, en: Area}
    suggestions:
      low: {de: Mehr tun., en: Do more.}
    topics:
      - id: ms.thema
        title: {de: Thema, en: Topic}
        questions:
          - id: ms.grad
            kind: scale
            scale: three
            label: {de: Grad, en: Degree}
            text: {de: "Wie sehr?", en: "How much?"}
            core: true
          - id: ms.warum
            kind: text
            label: {de: Warum, en: Why}
            text: {de: "Warum?", en: "Why?"}
            relevant_if: {question: ms.grad, at_least: 1}
          - id: ms.eins
            kind: single
            choices:
              - {value: 0, text: {de: A, en: A}}
              - {value: 1, text: {de: B, en: B}}
            label: {de: Eins, en: One}
            text: {de: "Was?", en: "What?"}
            audience: [council]
          - id: ms.zahl
            kind: number
            min: 0
            max: 100
            label: {de: Zahl, en: Number}
            text: {de: "Wie viele?", en: "How many?"}
            relevant_if: {question: ms.grad, any_of: [0, 2]}
"""

Finding = tuple[str, int, int]
"""Key, line and column."""


def broken(*changes: tuple[str, str]) -> str:
    """The good file with pieces replaced; each piece is there once."""
    text = GOOD
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def refusal(path: Path, content: str | bytes) -> UserError:
    """What the check says of a file."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(UserError) as caught:
        read_questionnaire(path)
    assert texts("de").error_lines(caught.value)
    assert texts("en").error_lines(caught.value)
    return caught.value


def findings(path: Path, content: str | bytes) -> list[Finding]:
    """What the check finds in a file, in its order."""
    error = refusal(path, content)
    assert (error.key, error.params) == ("questionnaire.faulty", {"path": path})
    return [_finding(problem) for problem in error.problems]


def _finding(problem: UserError) -> Finding:
    line, column = problem.params["line"], problem.params["column"]
    assert isinstance(line, int)
    assert isinstance(column, int)
    return problem.key.removeprefix("questionnaire."), line, column


def places(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its marks, and the line and column of each mark."""
    found = []
    while MARK in marked:
        before, _, after = marked.partition(MARK)
        found.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        marked = before + after
    return marked, found
