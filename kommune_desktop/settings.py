"""What the program remembers about the person between two starts."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from kommune_desktop.errors import UserError
from kommune_desktop.paths import write_beside
from kommune_desktop.texts import LANGUAGES

log = logging.getLogger(__name__)

RECENT_FILES = 8
KEPT_MAPPINGS = 20
LONGEST_MAPPING = 200_000


@dataclass
class Settings:
    """Settings of one person on one computer.

    Attributes:
        language: ``de`` or ``en``.
        recent: Paths of the files opened last, newest first.
        folders: Folder used last, by purpose (``open``, ``report``, ``import``).
        geometry: Qt's window geometry, base64.
        initials: Of the person who keys.
        keys: Keys of one's own choice when keying, by state.
        moves_on: Whether the next question comes by itself when keying.
        sound: Whether a refused key is heard.
        shows_people: Whether error rates are shown by person.
        shows_earlier: Whether the wizard shows an office what it answered in the round before.
        mappings: What the columns of answer files mean, as JSON by questionnaire and columns; the newest at the end.
        reports: What reports are to hold, as JSON by kind; see ``ui/dialogs/report_options.py``.
        source: Where the settings are kept; ``None`` keeps them in memory only.
    """

    language: str = "de"
    recent: list[str] = field(default_factory=list)
    folders: dict[str, str] = field(default_factory=dict)
    geometry: str = ""
    initials: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    moves_on: bool = True
    sound: bool = True
    shows_people: bool = False
    shows_earlier: bool = True
    mappings: dict[str, str] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)
    source: Path | None = field(default=None, repr=False)

    @classmethod
    def load(cls, source: Path) -> Settings:
        """Read the settings; what is missing or damaged takes its default."""
        settings = cls(source=source)
        try:
            stored = json.loads(source.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return settings
        except (OSError, ValueError, RecursionError) as error:
            log.warning("settings not read, defaults taken: %s", error)
            return settings
        for known in fields(cls):
            value = stored.get(known.name) if isinstance(stored, dict) else None
            if known.name != "source" and _is_like(value, getattr(settings, known.name)):
                setattr(settings, known.name, value)
        if settings.language not in LANGUAGES:
            settings.language = cls.language
        return settings

    def save(self) -> None:
        """Write the settings; a folder that can't be written costs the settings, not the work."""
        if self.source is None:
            return
        stored = {name: value for name, value in asdict(self).items() if name != "source"}
        text = json.dumps(stored, ensure_ascii=False, indent=2)
        try:
            self.source.parent.mkdir(parents=True, exist_ok=True)
            write_beside(self.source, lambda part: _write_text(part, text))
        except (OSError, UserError) as error:
            log.warning("settings not saved: %s", error)

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones and save."""
        name = str(path.absolute())
        self.recent = [name, *(other for other in self.recent if other != name)][:RECENT_FILES]
        self.save()

    def remember_mapping(self, key: str, text: str) -> None:
        """Keep what the columns of a file mean and save; the one not used for longest makes room."""
        others = [(other, kept) for other, kept in self.mappings.items() if other != key]
        if len(text) <= LONGEST_MAPPING:
            others.append((key, text))
        self.mappings = dict(others[-KEPT_MAPPINGS:])
        self.save()

    def forget_file(self, path: Path) -> None:
        """Take a file off the recent ones and save."""
        self.recent = [other for other in self.recent if other != str(path.absolute())]
        self.save()


def _is_like(value: object, default: object) -> bool:
    """Whether a stored value has the kind of a default: a text, yes or no, texts, or texts by name."""
    if type(value) is not type(default):
        return False
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(isinstance(part, str) for part in parts)


def _write_text(part: Path, text: str) -> None:
    part.write_text(text, encoding="utf-8")
