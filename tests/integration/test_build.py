"""The folder that runs without Python: built once, its commands and its window started."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    command = [sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "WARN"]
    folders = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    subprocess.run([*command, *folders], cwd=ROOT, check=True, capture_output=True)
    return folder / "dist" / "kommune-desktop" / "kommune-desktop"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A person's own folders, and nothing of this Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL", "LC_"))}
    own = {name: str(tmp_path / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return kept | own | {"QT_QPA_PLATFORM": "offscreen", "LANG": "de_DE.UTF-8"}


def wait_until(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_S
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.1)
    return condition()


def test_the_built_program_makes_a_demo_and_its_report(
    program: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    store, report = tmp_path / "Beispiel Ü.kommune", tmp_path / "Bericht.pdf"
    subprocess.run([program, "demo", store], env=environment, check=True, capture_output=True)
    arguments: list[str | Path] = ["--round", "latest", "--kind", "short", "-o", report]
    subprocess.run([program, "report", store, *arguments], env=environment, check=True, capture_output=True)
    document = pypdfium2.PdfDocument(report)
    text = document[1].get_textpage().get_text_range()
    document.close()
    assert "Lindenau am See erreicht insgesamt" in text


def test_the_built_program_writes_a_word_file(program: Path, environment: dict[str, str], tmp_path: Path) -> None:
    store, target = tmp_path / "Beispiel.kommune", tmp_path / "Ratsvorlage.docx"
    subprocess.run([program, "demo", store], env=environment, check=True, capture_output=True)
    arguments: list[str | Path] = ["--round", "latest", "--format", "docx", "--paper", "council", "-o", target]
    subprocess.run([program, "export", store, *arguments], env=environment, check=True, capture_output=True)
    assert docx.Document(str(target)).paragraphs[0].text == "Entwurf einer Vorlage für den Rat"


def test_the_built_program_opens_its_window(program: Path, environment: dict[str, str], tmp_path: Path) -> None:
    store = tmp_path / "Ort.kommune"
    subprocess.run([program, "new", store, "--municipality", "Ort"], env=environment, check=True, capture_output=True)
    window = subprocess.Popen([program, "--store", store], env=environment, stderr=subprocess.PIPE, text=True)
    try:
        settings = tmp_path / "XDG_CONFIG_HOME" / "kommune_desktop" / "settings.json"
        opened = wait_until(lambda: settings.exists() and "Ort.kommune" in settings.read_text(encoding="utf-8"))
        assert opened, window.poll()
    finally:
        window.terminate()
        _, complaints = window.communicate(timeout=PATIENCE_S)
    assert "Traceback" not in complaints
