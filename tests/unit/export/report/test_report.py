"""Which reports there are, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kommune_desktop.core.results import find
from kommune_desktop.errors import UserError
from kommune_desktop.export.report import KINDS, write_report
from tests.builders import joint, question, results_of_scores, round_of

RESULTS = results_of_scores(round_of(question(), joint("office")), {"q": [2]})


def write(target: Path, kind: str = "short", language: str = "de") -> int:
    return write_report(
        target,
        kind=kind,
        municipality="Lindenau",
        results=RESULTS,
        trend=None,
        findings=find(RESULTS),
        language=language,
        day=date(2026, 11, 24),
        progress=lambda _: None,
    )


def test_there_is_a_short_report() -> None:
    assert "short" in KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_written(tmp_path: Path, kind: str) -> None:
    assert write(tmp_path / "a.pdf", kind) > 0


def test_an_unknown_kind_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(tmp_path / "a.pdf", kind="poster")
    assert (caught.value.key, caught.value.params["kind"]) == ("report.unknown_kind", "poster")
    assert "short" in str(caught.value.params["known"])
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(tmp_path / "a.pdf", language="fr")
    assert caught.value.key == "language.unknown"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(tmp_path / "nowhere" / "a.pdf")
    assert caught.value.key == "file.unwritable"
