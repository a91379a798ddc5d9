"""What the program remembers about the person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kommune_desktop.settings import RECENT_FILES, Settings
from kommune_desktop.texts import LANGUAGES


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Where the settings lie; nothing is there yet, not even the folder."""
    return tmp_path / "konfiguration" / "settings.json"


def test_the_first_start_has_defaults(source: Path) -> None:
    settings = Settings.load(source)
    assert (settings.language, settings.recent, settings.folders, settings.geometry) == ("de", [], {}, "")


def test_what_is_saved_is_there_at_the_next_start(source: Path, tmp_path: Path) -> None:
    settings = Settings.load(source)
    settings.language, settings.geometry = "en", "AAAA"
    settings.folders["open"] = "C:/Größe"
    settings.remember_file(tmp_path / "Müllheim.kommune")
    assert Settings.load(source) == settings


def test_settings_without_a_source_stay_in_memory(tmp_path: Path) -> None:
    Settings().remember_file(tmp_path / "a.kommune")
    assert list(tmp_path.iterdir()) == []


def test_the_newest_file_comes_first_and_only_once(tmp_path: Path) -> None:
    settings = Settings()
    for name in ("a", "b", "a"):
        settings.remember_file(tmp_path / name)
    assert settings.recent == [str(tmp_path / "a"), str(tmp_path / "b")]


def test_only_the_last_files_are_remembered(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT_FILES + 3):
        settings.remember_file(tmp_path / str(number))
    assert len(settings.recent) == RECENT_FILES
    assert settings.recent[0] == str(tmp_path / str(RECENT_FILES + 2))


def test_a_relative_path_is_remembered_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    settings.remember_file(Path("a.kommune"))
    assert settings.recent == [str(tmp_path / "a.kommune")]
    settings.forget_file(Path("a.kommune"))
    assert settings.recent == []


def test_forgetting_a_file_leaves_the_others(source: Path, tmp_path: Path) -> None:
    settings = Settings.load(source)
    for name in ("a", "b"):
        settings.remember_file(tmp_path / name)
    settings.forget_file(tmp_path / "b")
    settings.forget_file(tmp_path / "never there")
    assert Settings.load(source).recent == [str(tmp_path / "a")]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "\x00", '"de"'])
def test_damaged_settings_take_their_defaults(source: Path, content: str) -> None:
    source.parent.mkdir()
    source.write_text(content, encoding="utf-8")
    settings = Settings.load(source)
    assert settings == Settings(source=source)


def test_settings_that_are_no_text_take_their_defaults(source: Path) -> None:
    source.parent.mkdir()
    source.write_bytes(b"\xff\xfe\x00")
    assert Settings.load(source) == Settings(source=source)


@pytest.mark.parametrize(
    "stored",
    [
        {"language": 7},
        {"language": "fr"},
        {"language": ""},
        {"recent": "a.kommune"},
        {"recent": [7]},
        {"folders": ["a"]},
        {"folders": {"open": 7}},
        {"geometry": None},
        {"source": "elsewhere", "unknown": 1},
    ],
    ids=str,
)
def test_what_does_not_fit_takes_its_default_alone(source: Path, stored: dict[str, object]) -> None:
    source.parent.mkdir()
    source.write_text(json.dumps({"language": "en"} | stored), encoding="utf-8")
    settings = Settings.load(source)
    assert settings.language in LANGUAGES
    assert (settings.recent, settings.folders, settings.geometry) == ([], {}, "")
    assert settings.source == source


def test_a_folder_that_can_not_be_written_costs_the_settings_not_the_work(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    settings = Settings.load(blocked / "settings.json")
    settings.remember_file(tmp_path / "a.kommune")
    assert settings.recent == [str(tmp_path / "a.kommune")]
