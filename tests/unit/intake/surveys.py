"""Tables as online surveys and our own export write them: a row each sheet, and the questions side by side."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.questionnaire import Kind, Question
from kommune_desktop.core.round import Round

Row = list[Any]
Sheets = Mapping[str, tuple[str, Mapping[str, Answer]]]
"""Group and answers by the number of the sheet."""
NO_ANSWER = {
    State.DONT_KNOW: "weiß nicht",
    State.NOT_APPLICABLE: "N/A",
    State.BLANK: "",
    State.ILLEGIBLE: "unleserlich",
    State.DOUBLE_MARKED: "doppelt angekreuzt",
}


def write_xlsx(path: Path, *sheets: Iterable[Sequence[Any]]) -> Path:
    """A workbook with the cells of each sheet; texts stay texts, whatever they look like."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    for rows in sheets:
        sheet = book.add_worksheet()
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                elif cell is not None:
                    sheet.write(row, column, cell)
    book.close()
    return path


def write_csv(path: Path, rows: Iterable[Sequence[Any]], delimiter: str = ",") -> Path:
    """A CSV file with these cells, all of them in quotation marks as LimeSurvey writes them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return path


def limesurvey(round_: Round, sheets: Sheets) -> list[Row]:
    """Codes of questions and answers: G01Q02, AO03, several choices as G01Q02[SQ001] with Y, comments beside."""
    head: Row = ["id", "submitdate", "lastpage", "startlanguage", "seed", "G00Q00", "gruppe"]
    questions = round_.questions
    numbers = round_.questionnaire.numbers
    for question in questions:
        code = f"G01Q{numbers[question.id]:02}"
        if question.kind is Kind.MULTI:
            head += [f"{code}[SQ{place:03}]" for place in range(1, len(question.choices) + 1)]
        else:
            head += [code, f"{code}[comment]"]
    rows = [head]
    for number, (group, answers) in sheets.items():
        row: Row = [number, "2026-09-14 08:00:00", "7", "de", "12345", "", group]
        for question in questions:
            answer = answers.get(question.id)
            if question.kind is Kind.MULTI:
                row += ticks(question, answer, "Y", "")
            else:
                row += [cell(question, answer, _limesurvey_choice), answer.comment if answer else ""]
        rows.append(row)
    return rows


def kobo(round_: Round, sheets: Sheets) -> list[Row]:
    """Names with the path of their group; several choices both as "1 3" and as columns of 1 and 0."""
    head: Row = ["start", "end", "gruppe"]
    for question in round_.questions:
        name = f"{question.id.split('.')[0]}/{question.id.replace('.', '_')}"
        head.append(name)
        if question.kind is Kind.MULTI:
            head += [f"{name}/{choice.value}" for choice in question.choices]
    rows = [[*head, "_id", "_uuid", "_validation_status", "_index"]]
    for index, (number, (group, answers)) in enumerate(sheets.items(), start=1):
        row: Row = ["2026-09-14T08:00:00.000+02:00", "2026-09-14T08:30:00.000+02:00", group]
        for question in round_.questions:
            answer = answers.get(question.id)
            row.append(cell(question, answer, _kobo_choice))
            if question.kind is Kind.MULTI:
                row += ticks(question, answer, 1, 0 if answer else "")
        rows.append([*row, int(number), f"uuid-{number}", "", index])
    return rows


def labels(round_: Round, sheets: Sheets, language: str = "de") -> list[Row]:
    """Questions and answers in their own words."""
    head: Row = ["Bogen", "Gruppe"]
    for question in round_.questions:
        text = question.text.in_language(language)
        if question.kind is Kind.MULTI:
            head += [f"{text} [{choice.text.in_language(language)}]" for choice in question.choices]
        else:
            head.append(f"{round_.questionnaire.numbers[question.id]}. {text}")
    rows = [head]
    for number, (group, answers) in sheets.items():
        row: Row = [number, round_.group(group).title.in_language(language)]
        for question in round_.questions:
            answer = answers.get(question.id)
            if question.kind is Kind.MULTI:
                row += ticks(question, answer, "Ja", "Nein")
            else:
                row.append(cell(question, answer, lambda one, value: _label(one, value, language)))
        rows.append(row)
    return rows


def cell(question: Question, answer: Answer | None, choice: Callable[[Question, int], Any]) -> Any:
    """A cell with an answer."""
    if answer is None:
        return ""
    if answer.value is None:
        return NO_ANSWER[answer.state]
    if isinstance(answer.value, Decimal):
        return float(answer.value)
    if isinstance(answer.value, str):
        return answer.value
    if isinstance(answer.value, frozenset):
        return " ".join(str(choice(question, value)) for value in sorted(answer.value))
    return choice(question, answer.value)


def ticks(question: Question, answer: Answer | None, yes: Any, no: Any) -> Row:
    """A cell for each choice."""
    if answer is None:
        return ["" for _ in question.choices]
    if not isinstance(answer.value, frozenset):
        return [NO_ANSWER[answer.state] for _ in question.choices]
    return [yes if choice.value in answer.value else no for choice in question.choices]


def place_of(question: Question, value: int) -> int:
    """The number of a choice as printed."""
    return [choice.value for choice in question.choices].index(value) + 1


def _limesurvey_choice(question: Question, value: int) -> str:
    return f"AO{place_of(question, value):02}"


def _kobo_choice(_: Question, value: int) -> int:
    return value


def _label(question: Question, value: int, language: str) -> str:
    return question.choices[place_of(question, value) - 1].text.in_language(language)
