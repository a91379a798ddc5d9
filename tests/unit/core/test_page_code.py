from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommune_desktop.core.page_code import PageCode, coded_version, read_page_code

CODE = PageCode("26-ZG-0042-7", 3, "2026-1", "0123ABCD")
ON_A_GERMAN_KEYBOARD = str.maketrans(":-YZyz", "ÖßZYzy")


def test_a_code_says_sheet_page_version_and_form() -> None:
    assert str(CODE) == "KOMM1:26-ZG-0042-7:3:2026-1:0123ABCD"


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-", max_size=14), st.integers(1, 99), st.text(max_size=20))
def test_what_was_written_is_read(number: str, page: int, version: str) -> None:
    code = PageCode(number, page, coded_version(version), "0123ABCD")
    assert read_page_code(str(code)) == code


@pytest.mark.parametrize("typed", [str(CODE), str(CODE).lower(), f" {CODE}\r\n"])
def test_a_code_is_read_however_the_scanner_types_it(typed: str) -> None:
    assert read_page_code(typed) == CODE
    assert read_page_code(typed.strip().translate(ON_A_GERMAN_KEYBOARD)) == CODE


@pytest.mark.parametrize(
    "text", ["", "427", "26-ZG-0042-7", "KOMM1:", "KOMM1:26-ZG-0042-7", "KOMM2:a:1:b:c", "KOMM1:a:x:b:c"]
)
def test_any_other_text_is_no_code(text: str) -> None:
    assert read_page_code(text) is None


@given(st.text())
def test_whatever_is_typed_is_read_or_is_no_code(text: str) -> None:
    read_page_code(text)


def test_a_version_is_written_in_the_signs_that_a_code_knows() -> None:
    assert coded_version("1.0 für alle Kommunen") == "1.0 F-R ALLE"
