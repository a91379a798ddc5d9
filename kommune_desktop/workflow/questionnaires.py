"""The questionnaires that come with the program."""

from __future__ import annotations

import functools
from pathlib import Path

from kommune_desktop import paths
from kommune_desktop.core.document import Document
from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.errors import UserError

DEFAULT_QUESTIONNAIRE = "weltoffene-kommune"


def shipped_ids() -> list[str]:
    """Ids of the shipped questionnaires, the default first."""
    ids = sorted(path.stem for path in _folder().glob("*.yaml"))
    return sorted(ids, key=lambda questionnaire_id: questionnaire_id != DEFAULT_QUESTIONNAIRE)


@functools.cache
def shipped(questionnaire_id: str) -> tuple[Questionnaire, Document]:
    """A shipped questionnaire and its document, read once.

    Raises:
        UserError: ``questionnaire.unknown``.
    """
    path = _folder() / f"{questionnaire_id}.yaml"
    if questionnaire_id not in shipped_ids():
        raise UserError("questionnaire.unknown", id=questionnaire_id, known=", ".join(shipped_ids()))
    return _read(path)


def check_questionnaire(path: Path) -> Questionnaire:
    """Read any questionnaire file.

    Raises:
        UserError: With what is to be mended, by line and column.
    """
    return _read(path)[0]


def _read(path: Path) -> tuple[Questionnaire, Document]:
    from kommune_desktop.intake.questionnaire import read_questionnaire  # noqa: PLC0415 - YAML and schema are seldom needed

    return read_questionnaire(path)


def _folder() -> Path:
    return paths.resources() / "questionnaires"
