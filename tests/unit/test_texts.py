"""Formats of both languages, errors in words, and that no text is missing that the program asks for."""

from __future__ import annotations

import ast
import functools
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import kommune_desktop
from kommune_desktop import paths
from kommune_desktop.core.answer import State
from kommune_desktop.core.results import HiddenReason
from kommune_desktop.core.round import GroupKind, Weighting
from kommune_desktop.errors import UserError
from kommune_desktop.texts import LANGUAGES, MAX_PROBLEMS, MINUS, Texts, _flat, rounded, texts

DE, EN = texts("de"), texts("en")
BOTH = pytest.mark.parametrize("words", [DE, EN], ids=["de", "en"])
SOURCES = sorted(Path(kommune_desktop.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize(
    ("value", "whole"),
    [
        (Fraction(125, 2), 63),
        (Fraction("62.4999999"), 62),
        (Fraction(1, 2), 1),
        (Fraction(5, 2), 3),
        (Fraction(-1, 2), -1),
        (Fraction(-5, 2), -3),
        (Fraction(-1, 3), 0),
        (Fraction(199, 2), 100),
        (Decimal("0.5"), 1),
        (7, 7),
    ],
)
def test_halves_are_rounded_away_from_zero(value: Fraction | Decimal | int, whole: int) -> None:
    assert rounded(value) == whole


def test_rounding_goes_to_the_decimals_asked_for() -> None:
    assert [str(rounded(Fraction(2, 3), decimals)) for decimals in (0, 1, 6)] == ["1", "0.7", "0.666667"]


def test_nothing_is_never_negative() -> None:
    assert str(rounded(Fraction(-1, 1000), 2)) == "0.00"


@pytest.mark.parametrize(
    ("value", "decimals", "german", "english"),
    [
        (Fraction(2469, 2), 1, "1.234,5", "1,234.5"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (-1234, 0, f"{MINUS}1.234", f"{MINUS}1,234"),
        (Decimal("0.125"), 2, "0,13", "0.13"),
        (0, 0, "0", "0"),
        (999, 0, "999", "999"),
    ],
)
def test_numbers_have_the_separators_of_the_language(
    value: Fraction | Decimal | int, decimals: int, german: str, english: str
) -> None:
    assert (DE.number(value, decimals), EN.number(value, decimals)) == (german, english)


@BOTH
def test_points_are_whole(words: Texts) -> None:
    assert [words.points(score) for score in (Fraction(0), Fraction(125, 2), Fraction(100), None)] == [
        "0",
        "63",
        "100",
        "–",
    ]


@BOTH
@pytest.mark.parametrize(
    ("difference", "shown"),
    [
        (Fraction(5, 2), "+3"),
        (Fraction(-5, 2), f"{MINUS}3"),
        (Fraction(-1, 2), f"{MINUS}1"),
        (Fraction(1, 2), "+1"),
        (Fraction(0), "±0"),
        (Fraction(2, 5), "±0"),
        (Fraction(-2, 5), "±0"),
        (Fraction(-100), f"{MINUS}100"),
        (None, "–"),
    ],
)
def test_a_change_carries_its_sign(words: Texts, difference: Fraction | None, shown: str) -> None:
    assert words.change(difference) == shown


@BOTH
@pytest.mark.parametrize(
    ("share", "shown"),
    [(Fraction(0), "0\u00a0%"), (Fraction(1, 8), "13\u00a0%"), (Fraction(1), "100\u00a0%"), (None, "–")],
)
def test_a_share_is_shown_in_whole_per_cent(words: Texts, share: Fraction | None, shown: str) -> None:
    assert words.percent(share) == shown


def test_a_coefficient_has_two_decimals() -> None:
    values = (Fraction(-1), Fraction(1, 3), Fraction(-1, 300), None)
    assert [DE.coefficient(value) for value in values] == [f"{MINUS}1,00", "0,33", "0,00", "–"]
    assert [EN.coefficient(value) for value in values] == [f"{MINUS}1.00", "0.33", "0.00", "–"]


@pytest.mark.parametrize(
    ("day", "german", "english"),
    [
        (date(2026, 11, 24), "24.11.2026", "24 November 2026"),
        (date(2027, 3, 1), "01.03.2027", "1 March 2027"),
    ],
)
def test_dates_are_written_as_in_the_language(day: date, german: str, english: str) -> None:
    assert (DE.date(day), EN.date(day)) == (german, english)


@BOTH
def test_every_month_has_a_name(words: Texts) -> None:
    assert len({words(f"month.{month}") for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        (0, "0 Bögen", "0 sheets"),
        (1, "1 Bogen", "1 sheet"),
        (2, "2 Bögen", "2 sheets"),
        (1234, "1.234 Bögen", "1,234 sheets"),
    ],
)
def test_counted_things_stand_in_the_right_number(number: int, german: str, english: str) -> None:
    assert (DE.count("count.sheets", number), EN.count("count.sheets", number)) == (german, english)


@pytest.mark.parametrize(
    ("parts", "german", "english"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A und B", "A and B"),
        (["A", "B", "C"], "A, B und C", "A, B and C"),
    ],
)
def test_names_are_joined_as_in_a_sentence(parts: list[str], german: str, english: str) -> None:
    assert (DE.join(parts), EN.join(parts)) == (german, english)


def test_long_words_may_break_and_short_ones_not() -> None:
    assert DE.hyphenated("Rat und Wohlfahrtsverbände").replace("\u00ad", "-") == "Rat und Wohl-fahrts-ver-bände"


@BOTH
def test_breaking_words_changes_nothing_else(words: Texts) -> None:
    text = "Öffentlichkeitsarbeit  und\nMigrantenselbstorganisationen/Communities"
    assert words.hyphenated(text).replace("\u00ad", "") == text


@BOTH
@pytest.mark.parametrize("enum", [State, GroupKind, Weighting])
def test_every_state_kind_and_weighting_has_a_name(words: Texts, enum: type[State | GroupKind | Weighting]) -> None:
    section = {State: "state", GroupKind: "kind", Weighting: "weighting"}[enum]
    assert all(words(f"{section}.{member.value}") for member in enum)


@BOTH
def test_every_reason_to_hide_names_the_minimum(words: Texts) -> None:
    assert all("7" in words(f"hidden.{reason.value}", k=7) for reason in HiddenReason)


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError) as caught:
        texts("fr")
    assert DE.error(caught.value) == "Die Sprache „fr“ gibt es nicht. Möglich sind: de, en."


def test_an_unknown_text_is_a_bug() -> None:
    with pytest.raises(KeyError):
        DE("no.such.text")


def test_an_error_is_said_in_words() -> None:
    error = UserError("answer.not_a_choice", value="9", allowed="0, 1")
    assert DE.error(error) == "„9“ steht nicht zur Auswahl. Erlaubt sind: 0, 1."
    assert EN.error(error) == "“9” is not among the choices. Allowed are: 0, 1."


def test_an_error_inside_an_error_is_said_in_its_own_words() -> None:
    inner = UserError("answer.too_long", length=3, longest=2)
    error = UserError("import.value", row=4, reason=inner)
    assert EN.error(error) == "Row 4, column value: The text has 3 characters. Up to 2 are allowed."


@pytest.mark.parametrize("number", [Decimal("0.5"), Fraction(1, 2)])
def test_a_number_in_an_error_has_the_decimal_mark_of_the_language(number: Decimal | Fraction) -> None:
    error = UserError("answer.outside_range", value=Decimal("100.5"), lowest=number, highest=100)
    assert EN.error(error) == "100.5 is outside 0.5 to 100."
    assert "100,5" in DE.error(error)
    assert "0,5" in DE.error(error).replace("100,5", "")


def test_words_of_a_person_are_not_taken_for_placeholders() -> None:
    assert "{known} {0}" in DE.error(UserError("round.title_taken", title="{known} {0}"))


def test_the_problems_of_an_error_follow_it_line_by_line() -> None:
    problems = tuple(UserError("import.sheet_missing", row=row) for row in (2, 7))
    lines = EN.error_lines(UserError("import.faulty.other", path="a.csv", n=2, problems=problems))
    assert lines[0] == "Nothing was taken from “a.csv”, because 2 rows need mending:"
    assert [line.partition(",")[0] for line in lines[1:]] == ["Row 2", "Row 7"]


@pytest.mark.parametrize(("extra", "last"), [(1, "… und 1 weiterer Fehler."), (1200, "… und 1.200 weitere Fehler.")])
def test_a_long_list_of_problems_ends_with_how_many_are_left(extra: int, last: str) -> None:
    problems = tuple(UserError("import.sheet_missing", row=row) for row in range(MAX_PROBLEMS + extra))
    lines = DE.error_lines(UserError("import.faulty.other", path="a.csv", n=len(problems), problems=problems))
    assert (len(lines), lines[-1]) == (1 + MAX_PROBLEMS + 1, last)


def test_just_as_many_problems_as_are_shown_need_no_last_line() -> None:
    problems = (UserError("sheet.gone"),) * MAX_PROBLEMS
    assert len(DE.error_lines(UserError("store.damaged", path="x", problems=problems))) == 1 + MAX_PROBLEMS


@dataclass(frozen=True)
class Use:
    """A place in the source that asks for a text by a literal key."""

    where: str
    key: str
    params: frozenset[str]
    """Names of the placeholders that it fills."""


# How a call asks for a text: prefix of its key, and the placeholders that the called function fills itself.
_ERRORS = {
    "UserError": ("error.", frozenset[str]()),
    "problem": ("error.questionnaire.", frozenset({"line", "column"})),
    "_complain": ("error.import.", frozenset({"row"})),
}
_WORDS = {"words": ("", frozenset[str]()), "_words": ("", frozenset[str]())}


@functools.cache
def uses() -> list[Use]:
    """Every literal key in a call that raises an error or asks for words."""
    return list(_uses())


def _uses() -> Iterator[Use]:
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                prefix, filled = (_ERRORS | _WORDS).get(_name(node.func), (None, frozenset[str]()))
                given = filled | {keyword.arg for keyword in node.keywords if keyword.arg}
                keys = _literals(node.args[0]) if prefix is not None else []
                yield from (Use(f"{source.name}:{node.lineno}", f"{prefix}{key}", frozenset(given)) for key in keys)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literals(key: ast.expr) -> list[str]:
    """The texts that an expression can be; none where it is worked out."""
    if isinstance(key, ast.IfExp):
        return _literals(key.body) + _literals(key.orelse)
    return [key.value] if isinstance(key, ast.Constant) and isinstance(key.value, str) else []


def table(language: str) -> dict[str, str]:
    known = texts(language)
    return {key: text for subject in known._sources for key, text in known._table(subject).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_subjects_together_are_the_whole_file(language: str) -> None:
    source = paths.resources() / "texts" / f"{language}.toml"
    whole = tomllib.loads(source.read_text(encoding="utf-8"))
    assert list(whole) == list(texts(language)._sources)
    assert table(language) == _flat(whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_the_source_names_exists(language: str) -> None:
    known = table(language)
    missing = [f"{use.where} {use.key}" for use in uses() if use.key not in known]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_of_a_text_is_filled_where_it_is_named(language: str) -> None:
    # The row of a file is added where the error of a cell is caught.
    known = table(language)
    unfilled = [
        f"{use.where} {use.key} lacks {name}"
        for use in uses()
        for _, name, _, _ in string.Formatter().parse(known.get(use.key, ""))
        if name and name not in use.params and not (name == "row" and use.key.startswith("error.import."))
    ]
    assert unfilled == []


def test_the_source_is_really_searched() -> None:
    found = {use.key for use in uses()}
    assert {"error.answer.not_a_choice", "error.questionnaire.id_twice", "error.import.sheet_missing"} <= found
    assert "report.summary" in found


def test_both_languages_have_the_same_texts() -> None:
    assert table("de").keys() == table("en").keys()
