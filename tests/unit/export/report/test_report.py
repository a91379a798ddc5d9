"""Which reports there are, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommune_desktop.errors import UserError
from kommune_desktop.export.report import KINDS
from tests.builders import joint, question, results_of_scores, round_of
from tests.unit.export.report.writing import material_of, write

MATERIAL = material_of(results_of_scores(round_of(question(), joint("office")), {"q": [2]}))


def test_there_are_three_kinds() -> None:
    assert KINDS == ("short", "public", "full")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_written(tmp_path: Path, kind: str) -> None:
    assert write(tmp_path / "a.pdf", MATERIAL, kind) > 0


def test_an_unknown_kind_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(tmp_path / "a.pdf", MATERIAL, "poster")
    assert (caught.value.key, caught.value.params["kind"]) == ("report.unknown_kind", "poster")
    assert "short" in str(caught.value.params["known"])
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(tmp_path / "a.pdf", MATERIAL, language="fr")
    assert caught.value.key == "language.unknown"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write(tmp_path / "nowhere" / "a.pdf", MATERIAL)
    assert caught.value.key == "file.unwritable"
