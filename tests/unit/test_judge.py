"""The judge of PDF/A and PDF/UA: what it says of files whose faults are known."""

from __future__ import annotations

import faulthandler
import locale
import signal
from pathlib import Path

import jpype
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests import judge

# One sentence in Helvetica, which is not embedded; no metadata, no tags, no language.
PLAIN_2U = {"6.2.11.4.1-1", "6.6.2.1-1"}
PLAIN_UA1 = {"6.2-1", "7.1-3", "7.1-8", "7.1-11", "7.2-34", "7.21.4.1-1"}


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "Schlichte Seite.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(100, 100, "Guten Tag")
    canvas.save()
    return path


def numbers(rules: list[str]) -> list[str]:
    return [rule.partition(":")[0] for rule in rules]


def test_a_plain_file_breaks_the_rules_of_pdf_a_on_fonts_and_metadata(plain: Path) -> None:
    rules = judge.verdict(plain, "2u")
    assert set(numbers(rules)) >= PLAIN_2U
    assert "embedded" in next(rule for rule in rules if rule.startswith("6.2.11.4.1-1: "))


def test_a_plain_file_breaks_the_rules_of_pdf_ua_on_tags_and_language(plain: Path) -> None:
    assert set(numbers(judge.verdict(plain, "ua1"))) >= PLAIN_UA1


def test_a_level_that_asks_for_more_finds_more(plain: Path) -> None:
    assert set(numbers(judge.verdict(plain, "2a"))) > set(numbers(judge.verdict(plain, "2u")))


def test_rules_are_named_once_in_the_order_of_their_clauses(plain: Path) -> None:
    found = numbers(judge.verdict(plain, "ua1"))
    assert len(found) == len(set(found))
    assert found.index("7.1-8") < found.index("7.1-11") < found.index("7.2-34") < found.index("7.21.4.1-1")


def test_a_flavour_that_nobody_knows_is_not_taken_for_another(plain: Path) -> None:
    with pytest.raises(ValueError, match="no such flavour"):
        judge.verdict(plain, "2x")


def test_a_file_that_is_no_pdf_gets_no_verdict_and_the_next_one_does(plain: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_text("Guten Tag", encoding="utf-8")
    with pytest.raises(ValueError, match=r"other\.pdf, 2u: "):
        judge.verdict(other, "2u")
    assert judge.verdict(plain, "2u")


def test_a_judge_that_was_cut_off_leaves_no_stale_answer(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = judge.verdict(plain, "ua1")

    def strike() -> str:
        raise TimeoutError

    with monkeypatch.context() as patch:
        patch.setattr(judge._bench().stdout, "readline", strike)
        with pytest.raises(TimeoutError):
            judge.verdict(plain, "2u")
    assert judge.verdict(plain, "ua1") == expected


def test_the_process_of_the_tests_keeps_its_locale_and_signals(plain: Path) -> None:
    def state() -> tuple[object, ...]:
        handlers = [signal.getsignal(number) for number in signal.valid_signals()]
        return locale.setlocale(locale.LC_ALL), faulthandler.is_enabled(), handlers

    before = state()
    judge.verdict(plain, "2u")
    assert state() == before


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_without_jaxb_ci_fails_and_others_skip(
    ci: str, outcome: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judge, "JAXB_FOLDER", tmp_path)
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match=r"jaxb-api\.jar.*libjaxb-java"):
        judge.require_java()


def test_without_java_ci_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> str:
        raise jpype.JVMNotFoundException

    monkeypatch.setattr(jpype, "getDefaultJVMPath", nothing)
    monkeypatch.setattr(judge, "JAXB_FOLDER", tmp_path)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="not installed: Java,"):
        judge.require_java()
