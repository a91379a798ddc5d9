"""What a report must say, worked out from the published document of the results alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from kommune_desktop.texts import Texts
from tests.unit.export.reading import loosely, pages

_CELL = r"(?:[-+±\u2212]?\d+(?:\s?%)?|–|[a-z]+\.)"


@dataclass(frozen=True)
class Published:
    """The document of a round's results, and the language that a report is written in."""

    document: dict[str, Any]
    words: Texts

    def title(self, texts: dict[str, str]) -> str:
        """A text in the language of the report."""
        return texts[self.words.language]

    def group(self, group_id: str) -> str:
        """The name of a group."""
        return next(self.title(group["title"]) for group in self.document["groups"] if group["id"] == group_id)

    def points(self, points: int | None) -> str:
        """Whole points as they are displayed."""
        return "–" if points is None else str(points)

    def extremes(self) -> str:
        """The sentence on the strongest and the weakest area."""
        scored = [area for area in self.document["areas"] if area["score"] is not None]
        strongest = max(scored, key=lambda area: float(area["score"]))
        weakest = min(scored, key=lambda area: float(area["score"]))
        return self.words(
            "report.extremes",
            strongest=self.title(strongest["title"]),
            most=strongest["points"],
            weakest=self.title(weakest["title"]),
            least=weakest["points"],
        )

    def widest_gap(self) -> str:
        """The sentence on the question that the groups see most differently."""
        apart = [question for question in self.document["questions"] if question["gap"]]
        widest = max(apart, key=lambda question: float(question["gap"]["score"]))
        gap = widest["gap"]
        return self.words(
            "report.gap",
            question=self.title(widest["label"]),
            higher=self.group(gap["highest"]),
            high=widest["groups"][gap["highest"]]["points"],
            lower=self.group(gap["lowest"]),
            low=widest["groups"][gap["lowest"]]["points"],
            points=self.words.count("count.points", gap["points"]),
        )

    def hidden(self) -> list[str]:
        """A sentence for each group with hidden cells: how many, and why."""
        sentences = []
        for group in self.document["groups"]:
            cells = [question["groups"].get(group["id"], {}) for question in self.document["questions"]]
            reasons = [cell["hidden"] for cell in cells if "hidden" in cell]
            if reasons:
                key = "report.hidden_sheets" if reasons[0] == "few_sheets" else "report.hidden_answers"
                count = self.words.count("count.questions", len(reasons))
                k = self.document["round"]["min_cell"]
                sentences.append(self.words(key, group=self.title(group["title"]), k=k, questions=count))
        return sentences

    def row(self, question: dict[str, Any]) -> list[str]:
        """The figures of a question: total, each group, distance, coverage and change."""
        groups = [self._cell(question["groups"].get(group["id"])) for group in self.document["groups"]]
        gap = question["gap"]["points"] if question["gap"] else None
        coverage = question["total"]["coverage"]
        row = [self.points(question["total"]["points"]), *groups, self.points(gap)]
        row.append(self.words.percent(None if coverage is None else Fraction(str(coverage))))
        if self.document["trend"]:
            row.append(self._change(question["change"]))
        return [cell.replace("\u00a0", "") for cell in row]

    def sentences(self, question: dict[str, Any]) -> list[str]:
        """What a long report says of a scale question: score, coverage, agreement, distance, change."""
        total, words, said = question["total"], self.words, []
        if total["points"] is not None:
            said.append(
                words(
                    "report.question_score",
                    points=words.count("count.points", total["points"]),
                    coverage=self._percent(total["coverage"]),
                    agreement=self._coefficient(total["agreement"]),
                )
            )
        gap = question["gap"]
        if gap is not None:
            high, low = (question["groups"][gap[end]]["points"] for end in ("highest", "lowest"))
            said.append(
                words(
                    "report.question_gap",
                    points=gap["points"],
                    higher=self.group(gap["highest"]),
                    high=high,
                    lower=self.group(gap["lowest"]),
                    low=low,
                )
            )
        if question["change"] is not None:
            change = self._change(question["change"])
            said.append(words("report.question_change", round=self.document["trend"]["before"]["title"], change=change))
        return said

    def cells(self, question: dict[str, Any]) -> list[str]:
        """The rows of a question's table: each choice, each state, sheets, points, agreement, coverage, by group."""
        cells = [question["total"], *question["groups"].values()]
        rows = [self._counts(cells, "values", value) for value in question["total"]["values"]]
        states = ("dont_know", "not_applicable", "blank", "illegible", "double_marked")
        rows += [f"{self.words(f'state.{state}')} {self._counts(cells, 'states', state)}" for state in states]
        if question["kind"] == "scale":
            rows.append(f"{self.words('word.score')} {self._shown(cells, lambda cell: self.points(cell['points']))}")
            agreement = self._shown(cells, lambda cell: self._coefficient(cell["agreement"]))
            rows.append(f"{self.words('word.agreement')} {agreement}")
        coverage = self._shown(cells, lambda cell: self._percent(cell["coverage"]))
        return [*rows, f"{self.words('word.coverage')} {coverage}".replace("\u00a0", " ")]

    def _counts(self, cells: list[dict[str, Any]], table: str, key: str) -> str:
        return self._shown(cells, lambda cell: str(cell[table].get(key, 0)))

    def _shown(self, cells: list[dict[str, Any]], say: Callable[[dict[str, Any]], str]) -> str:
        return " ".join(self.words("report.hidden_cell") if "hidden" in cell else say(cell) for cell in cells)

    def _percent(self, share: float | None) -> str:
        if share is None:
            return "–"
        return f"{Decimal(str(share)).scaleb(2).quantize(Decimal(1), ROUND_HALF_UP)}\u00a0%"

    def _coefficient(self, value: float | None) -> str:
        if value is None:
            return "–"
        text = str(Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)).replace("-", "\u2212")
        return text.replace(".", ",") if self.words.language == "de" else text

    def _cell(self, cell: dict[str, Any] | None) -> str:
        if cell is not None and "hidden" in cell:
            return self.words("report.hidden_cell")
        return self.points(cell["points"] if cell else None)

    def _change(self, change: dict[str, Any] | None) -> str:
        if change is None:
            return "–"
        points = int(change["points"])
        return f"{points:+d}".replace("-", "\u2212") if points else "±0"


def table_row(path: Path, number: int, label: str, length: int) -> list[str]:
    """The first figures behind the number and the label of a question in the tables of a report."""
    text = "\n".join(pages(path))
    found = re.search(rf"(?<!\S){number}\s+{loosely(label)}((?:\s+{_CELL}(?!\S))+)", text)
    assert found is not None, f"no row {number} {label}"
    return [re.sub(r"\s", "", cell) for cell in re.findall(_CELL, found.group(1))][:length]
