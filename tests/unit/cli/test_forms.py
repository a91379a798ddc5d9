"""Paper sheets that the command line prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kommune_desktop.core.sheet import SheetState
from kommune_desktop.db import Store
from tests.unit.cli.program import Program, Ran
from tests.unit.db.builders import dump
from tests.unit.export.reading import pages, says


def test_numbered_forms_are_printed_with_their_list_and_layout(run: Program, demo: Path, tmp_path: Path) -> None:
    forms, issued, layout = (tmp_path / name for name in ("Bögen.pdf", "Liste.pdf", "Lage.json"))
    command = ["forms", demo, "--round", "latest", "--group", "council", "--count", 2, "-o", forms]
    done = run(*command, "--list", issued, "--layout", layout)
    with Store.open(demo, readonly=True) as store:
        *_, first, second = store.sheets.of_round(store.rounds.all()[-1].id)
        assert first.form_id is not None
        kept = store.forms.get(first.form_id)
    assert done == Ran(
        0, f"2 Bögen ({first.number} bis {second.number}) stehen in {forms} und sind als ausgegeben vermerkt.\n", ""
    )
    assert (first.state, second.state) == (SheetState.ISSUED, SheetState.ISSUED)
    texts = pages(forms)
    assert first.number in texts[0]
    assert second.number in texts[-1]
    assert says(issued, first.number)
    assert says(issued, second.number)
    written = json.loads(layout.read_text(encoding="utf-8"))
    assert (written["unit"], written["fingerprint"]) == ("mm", kept.fingerprint)
    assert len(written["pages"]) == len(kept.pages) == len(texts) / 2


@pytest.mark.parametrize(("language", "word"), [("de", "Bogen"), ("en", "Sheet")])
def test_a_form_without_a_number_registers_nothing(
    run: Program, demo: Path, tmp_path: Path, language: str, word: str
) -> None:
    target = tmp_path / "Bogen.pdf"
    before = demo.read_bytes()
    done = run("forms", demo, "--round", "latest", "--group", "welfare", "-o", target, "--lang", language)
    assert done == Ran(0, f"Der Bogen ohne Nummer steht in {target}.\n", "")
    assert says(target, f"{word} ____")
    assert demo.read_bytes() == before


def test_a_list_that_can_not_be_written_registers_nothing(run: Program, demo: Path, tmp_path: Path) -> None:
    before = dump(demo)
    command = ["forms", demo, "--round", "latest", "--group", "council", "--count", 2, "-o", tmp_path / "a.pdf"]
    assert run(*command, "--list", tmp_path / "missing" / "l.pdf").code == 1
    assert dump(demo) == before


def test_a_list_without_a_number_of_sheets_is_wrong_usage(run: Program, demo: Path, tmp_path: Path) -> None:
    command = ["forms", demo, "--round", "latest", "--group", "council", "-o", tmp_path / "a.pdf"]
    assert run(*command, "--list", tmp_path / "l.pdf").code in (1, 2)


@pytest.mark.parametrize("count", [[], ["--count", "1"]])
def test_forms_do_not_take_the_place_of_the_store(run: Program, demo: Path, count: list[str]) -> None:
    done = run("forms", demo, "--round", "latest", "--group", "council", "-o", demo, *count)
    assert done.code == 1
    assert run("check", demo).code == 0


def test_sheets_and_their_list_do_not_go_into_one_file(run: Program, demo: Path, tmp_path: Path) -> None:
    before, target = dump(demo), tmp_path / "a.pdf"
    command = ["forms", demo, "--round", "latest", "--group", "council", "--count", 1, "-o", target]
    done = run(*command, "--list", tmp_path / "." / "a.pdf")
    assert (done.code, dump(demo), target.exists()) == (1, before, False)
