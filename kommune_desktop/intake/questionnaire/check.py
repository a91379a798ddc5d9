"""The whole check of a questionnaire file: shape by the published schema, sense by the rules."""

from __future__ import annotations

import functools
import json
from itertools import islice
from pathlib import Path
from typing import Any

import jsonschema

from kommune_desktop import paths
from kommune_desktop.core.document import from_document
from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.errors import UserError
from kommune_desktop.intake.questionnaire.rules import check_rules
from kommune_desktop.intake.questionnaire.source import Source, problem, read_source

SCHEMA_NAME = "questionnaire.schema.json"
_MOST_FINDINGS = 500


def read_questionnaire(path: Path) -> tuple[Questionnaire, dict[str, Any]]:
    """The questionnaire of a file, and its document as the store keeps it.

    Raises:
        UserError: ``questionnaire.faulty`` with all findings as ``problems``, in the order of the file, each with line
            and column; ``file.*`` where the file can't be read.
    """
    try:
        source = read_source(path)
        findings = _distinct(_schema_findings(source)) or check_rules(source)
    except UserError as error:
        if "line" not in error.params:
            raise
        findings = [error]
    if findings:
        findings.sort(key=lambda finding: (finding.params["line"], finding.params["column"]))
        raise UserError("questionnaire.faulty", path=path, problems=tuple(findings))
    return from_document(source.data), source.data


@functools.cache
def _validator() -> jsonschema.protocols.Validator:
    text = (paths.resources() / "questionnaires" / SCHEMA_NAME).read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def _schema_findings(source: Source) -> list[UserError]:
    findings: list[UserError] = []
    for error in islice(_validator().iter_errors(source.data), _MOST_FINDINGS):
        findings.extend(_translated(source, error))
    return findings


def _distinct(findings: list[UserError]) -> list[UserError]:
    """Each finding once; the schema repeats some, one for each of its rules."""
    return list({str(finding): finding for finding in findings}.values())


def _translated(source: Source, error: jsonschema.ValidationError) -> list[UserError]:
    """What the schema complains of, as findings that say what is to be mended."""
    place = tuple(error.absolute_path)
    name = str(place[-1]) if place else "/"
    mark = source.mark(place)
    found: Any = error.instance
    rule: Any = error.validator_value
    schema: Any = error.schema
    if error.validator == "additionalProperties":
        allowed = sorted(schema["properties"])
        unknown = [key for key in found if key not in schema["properties"]]
        return [
            problem("unknown_key", source.keys[(*place, key)], name=key, allowed=", ".join(allowed)) for key in unknown
        ]
    if error.validator == "required":
        missing = [key for key in rule if key not in found]
        return [problem("key_missing", mark, name=key) for key in missing]
    if error.validator == "minItems":
        return [problem("too_few", mark, name=name, least=rule, found=len(found))]
    if error.validator == "type":
        return [problem("wrong_type", mark, name=name, expected=f"{rule}")]
    if error.validator == "enum":
        allowed_values = ", ".join(map(str, rule))
        return [problem("not_allowed", mark, name=name, value=_short(found), allowed=allowed_values)]
    if error.validator == "maxLength":
        return [problem("too_long", mark, name=name, longest=rule, found=len(found))]
    return [problem("wrong_value", mark, name=name, value=_short(found), rule=_rule(error))]


def _rule(error: jsonschema.ValidationError) -> str:
    return f"{error.validator} {_short(error.validator_value)}"


def _short(value: object, longest: int = 60) -> str:
    text = str(value)
    return text if len(text) <= longest else f"{text[:longest]}…"
