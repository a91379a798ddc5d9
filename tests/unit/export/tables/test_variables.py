"""The data that statistics programs get."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kommune_desktop.core.questionnaire import Kind, NumberRange
from kommune_desktop.export.tables.variables import data_table, variables
from tests.builders import area, question, questionnaire, round_of
from tests.unit.export.tables.material import COUNCIL, FULL, OFFICE, OTHER, given, heads, material_of, round_with


def test_every_question_becomes_columns_of_numbers() -> None:
    material = material_of(round_with(OFFICE), [("office", FULL), ("office", OTHER), ("office", {"a.grad": given(2)})])
    table = data_table(material, variables(material))
    several = ["a.mehr_1", "a.mehr_2", "a.mehr_3", "a.mehr_4"]
    assert heads(table) == ["s_number", "s_group", "a.grad", "a.eins", *several, "a.zahl", "a.text", "a.text_s"]
    assert [list(row) for row in table.rows] == [
        # a.zahl may be down to -100, so its codes begin at -991.
        ["1", 1, 3, 1, 0, 1, 0, 1, Decimal("12.5"), "Mehr Treffpunkte.", 0],
        ["2", 1, 1, -91, -96, -96, -96, -96, -994, None, -93],
        ["3", 1, 2, None, None, None, None, None, None, None, None],
    ]


def test_groups_are_numbered_in_the_order_of_the_round() -> None:
    material = material_of(round_with(OFFICE, COUNCIL), [("council", {})])
    group = variables(material)[1]
    assert [(category.value, category.label) for category in group.categories] == [
        (1, "Amt office"),
        (2, "Gruppe council"),
    ]
    assert group.read(material.sheets[0]) == 2


@pytest.mark.parametrize(
    ("lowest", "codes"), [(0, (-96, -91)), (-90, (-96, -91)), (-91, (-996, -991)), (-5000, (-9996, -9991))]
)
def test_codes_lie_below_all_that_can_be_given(lowest: int, codes: tuple[int, int]) -> None:
    asked = question("q", Kind.NUMBER, number=NumberRange(Fraction(lowest), Fraction(10), 0, None))
    missing = [category.value for category in variables(material_of(round_of(asked, OFFICE), []))[2].missing]
    assert (min(missing), max(missing)) == codes
    assert max(missing) < lowest
    assert len(set(missing)) == 6


def test_no_two_variables_share_a_name_and_none_is_a_reserved_word() -> None:
    content = questionnaire(
        area("a", question("a", Kind.MULTI, steps=2), question("a_1"), question("s_number"), question("all"))
    )
    names = [variable.name for variable in variables(material_of(round_of(content, OFFICE), []))]
    assert len(set(names)) == len(names)
    assert "all" not in names
    assert {"a_1", "s_number"} <= set(names)


def test_words_have_no_control_characters() -> None:
    asked = question("t", Kind.TEXT)
    material = material_of(round_of(asked, OFFICE), [("office", {"t": given("eins\r\nzwei\x07\ndrei")})])
    (row,) = data_table(material, variables(material)).rows
    assert row[2] == "eins\nzwei\ndrei"
