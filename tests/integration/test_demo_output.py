"""Where there is no screen, ``dev.py run`` shows what the program does: a file, its reports, pictures of its pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kommune_desktop.export.report import KINDS
from kommune_desktop.texts import LANGUAGES
from tools.demo_output import ENDINGS, ROOT

PAGES = ("start", "overview", "sheets", "returns", "batches", "keying", "results", "measures", "reports", "wizard")
WORKSHOP = ("workshop-agenda", "workshop-moderation", "workshop-priorities", "projector")
RUN = """
import sys
from pathlib import Path
from tools import demo_output
demo_output.OUTPUT = Path(sys.argv[1])
demo_output.main([])
"""
SECONDS = 240


@pytest.mark.timeout(SECONDS + 10)
def test_the_demo_output_is_made_without_a_person_and_without_a_screen(tmp_path: Path) -> None:
    variables = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    folder = tmp_path / "demo-output"
    subprocess.run([sys.executable, "-c", RUN, str(folder)], cwd=ROOT, env=variables, check=True, timeout=SECONDS)
    made = {file.name for file in folder.iterdir() if file.stat().st_size > 0}
    assert {f"report-{kind}-{language}.pdf" for kind in KINDS for language in LANGUAGES} <= made
    assert {f"{paper}-{language}{ending}" for paper, ending in ENDINGS.items() for language in LANGUAGES} <= made
    assert {f"screen-{page}-100.png" for page in (*PAGES, *WORKSHOP)} <= made
    assert {"beispiel.kommune", "results.json", "screen-results-200.png", "screen-results-dark.png"} <= made
