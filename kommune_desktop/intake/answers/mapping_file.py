"""Mappings as JSON: in files, and in what the program remembers. ``resources/schemas/mapping.schema.json`` says how."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kommune_desktop import paths
from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers.mapping import Coding, ColumnUse, Mapping, Role

FORMAT, VERSION = "kommune-mapping", 1
MAX_BYTES = 1_000_000
_KEY_DIGITS = 16


def mapping_key(questionnaire: Questionnaire, columns: Sequence[str]) -> str:
    """What stands for a questionnaire and a set of columns, in whatever order, where mappings are remembered."""
    names = json.dumps(sorted(columns)).encode()
    return f"{questionnaire.id} {questionnaire.version} {hashlib.sha256(names).hexdigest()[:_KEY_DIGITS]}"


def mapping_text(mapping: Mapping) -> str:
    """A mapping as JSON; what is as usual is left out."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "questionnaire": {"id": mapping.questionnaire, "version": mapping.version},
        "sheet": _without({"column": mapping.sheet_column, "prefix": mapping.prefix or None}),
        "group": _without(
            {"column": mapping.group_column, "fixed": mapping.group, "texts": dict(mapping.group_texts) or None}
        ),
        "columns": [_use_document(use) for use in mapping.uses],
        "states": {text: state.value for text, state in mapping.states.items()},
        "empty": "blank" if mapping.blank_if_empty else "not_entered",
    }
    if mapping.worksheet is not None:
        document["worksheet"] = mapping.worksheet
    return json.dumps(document, ensure_ascii=False, indent=2)


def _use_document(use: ColumnUse) -> dict[str, Any]:
    meanings = {
        text: meaning.value if isinstance(meaning, State) else meaning for text, meaning in use.meanings.items()
    }
    return _without(
        {
            "column": use.column,
            "question": use.question,
            "role": use.role.value,
            "choice": use.choice,
            "coding": use.coding.value,
            "meanings": meanings or None,
        }
    )


def _without(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if value is not None}


def mapping_from_text(text: str) -> Mapping:
    """The mapping that a text in JSON describes.

    Raises:
        UserError: ``import.mapping.faulty`` with the place of what does not fit the schema.
    """
    import jsonschema  # noqa: PLC0415 - takes longer to load than a mapping to read

    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError("import.mapping.faulty", place="JSON") from error
    fault = jsonschema.exceptions.best_match(_validator().iter_errors(document))
    if fault is not None:
        place = ".".join(str(part) for part in fault.absolute_path) or fault.message[:100]
        raise UserError("import.mapping.faulty", place=place)
    group, sheet = document.get("group", {}), document.get("sheet", {})
    return Mapping(
        questionnaire=document["questionnaire"]["id"],
        version=document["questionnaire"]["version"],
        uses=tuple(_use(use) for use in document["columns"]),
        sheet_column=sheet.get("column"),
        prefix=sheet.get("prefix", ""),
        group_column=group.get("column"),
        group=group.get("fixed"),
        group_texts=group.get("texts", {}),
        states={name: State(state) for name, state in document.get("states", {}).items()},
        blank_if_empty=document.get("empty", "blank") == "blank",
        worksheet=document.get("worksheet"),
    )


def _use(document: dict[str, Any]) -> ColumnUse:
    return ColumnUse(
        column=document["column"],
        question=document["question"],
        role=Role(document.get("role", Role.ANSWER)),
        choice=document.get("choice"),
        coding=Coding(document.get("coding", Coding.VALUE)),
        meanings={
            text: State(meaning) if isinstance(meaning, str) else meaning
            for text, meaning in document.get("meanings", {}).items()
        },
    )


@functools.cache
def _validator() -> Any:  # noqa: ANN401 - of a package that is loaded late
    import jsonschema  # noqa: PLC0415

    text = (paths.resources() / "schemas" / "mapping.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def read_mapping(path: Path) -> Mapping:
    """The mapping of a file.

    Raises:
        UserError: ``import.mapping.unusable``, ``file.unreadable``.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES)
    except OSError as error:
        raise UserError("file.unreadable", path=path, reason=error.strerror) from error
    try:
        return mapping_from_text(raw.decode("utf-8-sig", "replace"))
    except UserError as error:
        raise UserError("import.mapping.unusable", path=path, reason=error) from error
