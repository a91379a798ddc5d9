"""Settings survive a restart, and whatever has happened to their file costs the settings alone."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from kommune_desktop.settings import KEPT_MAPPINGS, LONGEST_MAPPING, RECENT_FILES, Settings
from kommune_desktop.texts import LANGUAGES


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "Einstellungen" / "settings.json"


def test_settings_are_the_defaults_on_the_first_start_and_make_no_file(source: Path) -> None:
    assert Settings.load(source) == Settings(source=source)
    assert not source.parent.exists()


def test_what_was_saved_is_loaded_again(source: Path) -> None:
    settings = Settings("en", ["/a/Ö.kommune"], {"open": "/a"}, "AbC=", source=source)
    settings.save()
    assert Settings.load(source) == settings
    assert [path.name for path in source.parent.iterdir()] == ["settings.json"]
    assert "Ö" in source.read_text(encoding="utf-8")


def test_settings_without_a_place_are_kept_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    settings.remember_file(Path("a.kommune"))
    assert settings.recent == [str(tmp_path / "a.kommune")]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b"42", b'"de"', b"\xff\xfe{}", b"\x00\x00", b'{"language": "en",}'],
)
def test_a_damaged_file_gives_the_defaults(source: Path, content: bytes) -> None:
    source.parent.mkdir()
    source.write_bytes(content)
    assert Settings.load(source) == Settings(source=source)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", 7),
        ("language", None),
        ("language", "klingonisch"),
        ("recent", "a.kommune"),
        ("recent", [1, None]),
        ("recent", {"a": 1}),
        ("folders", ["a"]),
        ("folders", {"open": 7}),
        ("geometry", 3.5),
        ("source", "/etc/passwd"),
        ("unknown", True),
    ],
)
def test_a_value_of_the_wrong_kind_takes_its_default_and_the_others_stay(
    source: Path, name: str, value: object
) -> None:
    good: dict[str, object] = {"language": "en", "recent": ["/a"], "folders": {"open": "/b"}, "geometry": "x"}
    source.parent.mkdir()
    source.write_text(json.dumps(good | {name: value}), encoding="utf-8")
    settings = Settings.load(source)
    expected = Settings("en", ["/a"], {"open": "/b"}, "x", source=source)
    if name in good:
        setattr(expected, name, getattr(Settings(), name))
    assert settings == expected
    assert settings.language in LANGUAGES


def test_a_folder_in_the_place_of_the_file_gives_the_defaults(source: Path, caplog: pytest.LogCaptureFixture) -> None:
    source.mkdir(parents=True)
    with caplog.at_level(logging.WARNING):
        settings = Settings.load(source)
        settings.save()
    assert settings == Settings(source=source)
    assert [record.message.partition(":")[0] for record in caplog.records] == [
        "settings not read, defaults taken",
        "settings not saved",
    ]
    assert [path.name for path in source.parent.iterdir()] == [source.name]


def test_a_folder_that_cannot_be_made_costs_the_settings_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    settings = Settings(source=blocked / "settings.json")
    with caplog.at_level(logging.WARNING):
        settings.remember_file(tmp_path / "a.kommune")
    assert settings.recent == [str(tmp_path / "a.kommune")]
    assert "settings not saved" in caplog.text


def test_a_damaged_file_is_whole_again_after_saving(source: Path) -> None:
    source.parent.mkdir()
    source.write_bytes(b"{")
    settings = Settings.load(source)
    settings.language = "en"
    settings.save()
    assert Settings.load(source).language == "en"


def test_recent_files_stand_newest_first_and_once(source: Path, tmp_path: Path) -> None:
    settings = Settings(source=source)
    for name in ("a", "b", "a"):
        settings.remember_file(tmp_path / name)
    assert settings.recent == [str(tmp_path / "a"), str(tmp_path / "b")]
    assert Settings.load(source).recent == settings.recent


def test_only_the_last_few_files_are_remembered(source: Path, tmp_path: Path) -> None:
    settings = Settings(source=source)
    for number in range(RECENT_FILES + 3):
        settings.remember_file(tmp_path / str(number))
    assert [Path(name).name for name in settings.recent] == [str(n) for n in range(RECENT_FILES + 2, 2, -1)]


def test_a_file_can_be_forgotten(source: Path, tmp_path: Path) -> None:
    settings = Settings(source=source)
    settings.remember_file(tmp_path / "a")
    settings.remember_file(tmp_path / "b")
    settings.forget_file(tmp_path / "a")
    settings.forget_file(tmp_path / "never there")
    assert Settings.load(source).recent == [str(tmp_path / "b")]


def test_two_settings_do_not_share_their_lists() -> None:
    first = Settings()
    first.recent.append("x")
    first.folders["open"] = "y"
    assert Settings() == Settings("de", [], {}, "")


def test_how_one_keys_is_remembered(source: Path) -> None:
    keys = {"dont_know": "w", "illegible": "ü"}
    settings = Settings(initials="KS", keys=keys, moves_on=False, sound=False, shows_people=True, source=source)
    settings.save()
    assert Settings.load(source) == settings


def test_people_are_not_shown_unless_that_was_switched_on() -> None:
    settings = Settings()
    assert (settings.moves_on, settings.sound, settings.shows_people) == (True, True, False)
    assert (settings.initials, settings.keys) == ("", {})


def test_earlier_answers_are_shown_until_that_is_switched_off(source: Path) -> None:
    settings = Settings.load(source)
    assert settings.shows_earlier
    settings.shows_earlier = False
    settings.save()
    assert not Settings.load(source).shows_earlier


def test_settings_of_an_older_program_have_the_usual_keys(source: Path) -> None:
    source.parent.mkdir()
    source.write_text(json.dumps({"language": "en", "recent": ["/a"], "folders": {}, "geometry": ""}), encoding="utf-8")
    assert Settings.load(source) == Settings("en", ["/a"], source=source)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("initials", 7),
        ("initials", None),
        ("keys", ["w"]),
        ("keys", {"dont_know": 8}),
        ("keys", "w"),
        ("moves_on", 0),
        ("moves_on", "nein"),
        ("sound", None),
        ("shows_people", 1),
        ("shows_people", "true"),
    ],
)
def test_a_setting_for_keying_of_the_wrong_kind_takes_its_default_and_the_others_stay(
    source: Path, name: str, value: object
) -> None:
    good = {"initials": "KS", "keys": {"dont_know": "w"}, "moves_on": False, "sound": False, "shows_people": True}
    source.parent.mkdir()
    source.write_text(json.dumps(good | {name: value}), encoding="utf-8")
    loaded, usual = Settings.load(source), Settings()
    for field, stored in good.items():
        assert getattr(loaded, field) == (getattr(usual, field) if field == name else stored), field


def test_mappings_are_kept_by_their_key_and_the_oldest_make_room(source: Path) -> None:
    settings = Settings(source=source)
    for number in range(KEPT_MAPPINGS + 5):
        settings.remember_mapping(f"k{number}", "{}")
    settings.remember_mapping("k6", '{"neu": "ä"}')
    kept = Settings.load(source).mappings
    assert list(kept) == [*(f"k{number}" for number in range(5, KEPT_MAPPINGS + 5) if number != 6), "k6"]
    assert kept["k6"] == '{"neu": "ä"}'


def test_a_mapping_that_is_too_long_is_not_kept_nor_is_the_one_before(source: Path) -> None:
    settings = Settings(source=source)
    settings.remember_mapping("k", "{}")
    settings.remember_mapping("k", "x" * (LONGEST_MAPPING + 1))
    assert Settings.load(source).mappings == {}


@pytest.mark.parametrize("value", [[], "x", {"k": 7}, {"k": None}, {"k": {}}])
def test_damaged_mappings_take_their_default(source: Path, value: object) -> None:
    source.parent.mkdir()
    source.write_text(json.dumps({"mappings": value, "language": "en"}), encoding="utf-8")
    settings = Settings.load(source)
    assert (settings.mappings, settings.language) == ({}, "en")
