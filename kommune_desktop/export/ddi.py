"""The codebook of a round as DDI-Codebook 2.5, for archives.

It describes the data that :mod:`.spss` writes: each variable with its question, values and missing values. How often a
value was given stands in it where it is published; it holds no answer of a single sheet, and so it may be public.

Source of the elements and their order: the schema of DDI-Codebook 2.5, https://ddialliance.org/Specification/DDI-Codebook/2.5/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from kommune_desktop import __version__
from kommune_desktop.core.answer import State
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import Figures
from kommune_desktop.export.results_json import figure
from kommune_desktop.export.tables.material import ExportMaterial
from kommune_desktop.export.tables.model import in_xml
from kommune_desktop.export.tables.variables import CHOSEN, Category, Variable, variables

NAMESPACE = "ddi:codebook:2_5"
_SCHEMA = "https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd"
_PROGRAM = "kommune_desktop"
_FILE_ID = "F1"


def write_ddi(target: Path, material: ExportMaterial) -> None:
    """Write the codebook into a file."""
    root = ET.Element(
        "codeBook",
        {
            "xmlns": NAMESPACE,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{NAMESPACE} {_SCHEMA}",
            "version": "2.5",
            "xml:lang": material.words.language,
        },
    )
    columns = variables(material)
    _add_document(root, material)
    _add_study(root, material)
    _add_file(root, material, columns)
    _add_data(root, material, columns)
    ET.indent(root)
    ET.ElementTree(root).write(target, encoding="utf-8", xml_declaration=True)


def _add(parent: ET.Element, tag: str, text: str = "", attributes: Mapping[str, str] | None = None) -> ET.Element:
    made = ET.SubElement(parent, tag, {name: in_xml(value) for name, value in (attributes or {}).items()})
    made.text = in_xml(text) or None
    return made


def _title(material: ExportMaterial) -> str:
    return material.words("report.document_title", municipality=material.municipality, round=material.round.title)


def _add_document(root: ET.Element, material: ExportMaterial) -> None:
    """What this codebook is."""
    citation = _add(_add(root, "docDscr"), "citation")
    titles = _add(citation, "titlStmt")
    _add(titles, "titl", f"{material.words('export.codebook')}: {_title(material)}")
    producing = _add(citation, "prodStmt")
    _add(producing, "producer", material.municipality)
    day = material.day.isoformat()
    _add(producing, "prodDate", day, {"date": day})
    _add(producing, "software", _PROGRAM, {"version": __version__})


def _add_study(root: ET.Element, material: ExportMaterial) -> None:
    """What was asked, of whom, and how it was evaluated."""
    words, round_ = material.words, material.round
    study = _add(root, "stdyDscr")
    citation = _add(study, "citation")
    _add(_add(citation, "titlStmt"), "titl", _title(material))
    _add(_add(citation, "rspStmt"), "AuthEnty", material.municipality)
    _add(_add(citation, "prodStmt"), "producer", material.municipality)
    info = _add(study, "stdyInfo")
    questionnaire = f"{material.text(round_.questionnaire.title)} {round_.questionnaire.version}"
    _add(info, "abstract", words("export.ddi_abstract", questionnaire=questionnaire))
    summary = _add(info, "sumDscr")
    created = round_.created.astimezone().date().isoformat()
    _add(summary, "collDate", created, {"date": created, "event": "start"})
    _add(summary, "geogCover", material.municipality)
    _add(summary, "anlyUnit", words("export.sheet"))
    _add(summary, "universe", words.join([material.text(group.title) for group in round_.groups]))
    _add(_add(study, "method"), "notes", words(f"report.method_groups_{round_.weighting.value}"))
    use = _add(_add(study, "dataAccs"), "useStmt")
    _add(use, "restrctn", words("report.method_privacy", k=round_.min_cell))


def _add_file(root: ET.Element, material: ExportMaterial, columns: Sequence[Variable]) -> None:
    """The data that the variables are in."""
    about = _add(_add(root, "fileDscr", attributes={"ID": _FILE_ID}), "fileTxt")
    _add(about, "fileCont", material.words("export.ddi_file"))
    size = _add(about, "dimensns")
    _add(size, "caseQnty", str(material.results.sheet_count))
    _add(size, "varQnty", str(len(columns)))
    _add(about, "fileType", "SPSS (.sav)", {"charset": "UTF-8"})


def _add_data(root: ET.Element, material: ExportMaterial, columns: Sequence[Variable]) -> None:
    """The areas as groups of variables, then the variables."""
    data = _add(root, "dataDscr")
    ids = {variable.name: f"V{place}" for place, variable in enumerate(columns, start=1)}
    for place, area in enumerate(material.results.areas, start=1):
        asked = {result.question.id for result in area.questions}
        members = [ids[v.name] for v in columns if v.question is not None and v.question.id in asked]
        group = _add(data, "varGrp", attributes={"ID": f"G{place}", "type": "section", "var": " ".join(members)})
        _add(group, "labl", material.text(area.area.title))
    for variable in columns:
        _add_variable(data, material, variable, ids[variable.name])


def _add_variable(data: ET.Element, material: ExportMaterial, variable: Variable, variable_id: str) -> None:
    is_number = not variable.is_text and len(variable.categories) == len(variable.missing)
    attributes = {
        "ID": variable_id,
        "name": variable.name,
        "files": _FILE_ID,
        "dcml": str(variable.decimals),
        "intrvl": "contin" if is_number else "discrete",
    }
    element = _add(data, "var", attributes=attributes)
    _add(element, "labl", variable.label)
    total = None
    if variable.question is not None:
        _add(_add(element, "qstn"), "qstnLit", material.text(variable.question.text))
        result = material.results.question(variable.question.id)
        total = result.total if result else None
    if is_number and total is not None and total.mean_number is not None:
        _add(element, "sumStat", str(figure(total.mean_number)), {"type": "mean"})
    for category in variable.categories:
        _add_category(element, category, _frequency(material, variable, category, total))
    _add(element, "varFormat", attributes={"type": "character" if variable.is_text else "numeric"})


def _add_category(element: ET.Element, category: Category, frequency: int | None) -> None:
    made = _add(element, "catgry", attributes={"missing": "Y"} if category.is_missing else None)
    _add(made, "catValu", str(category.value))
    _add(made, "labl", category.label)
    if frequency is not None:
        _add(made, "catStat", str(frequency), {"type": "freq"})


def _frequency(material: ExportMaterial, variable: Variable, category: Category, total: Figures | None) -> int | None:
    """How often a value is there, from the published figures alone; ``None`` where they don't tell."""
    if variable.question is None or total is None:
        return material.results.sheets[material.round.groups[category.value - 1].id]
    if category.is_missing:
        return None if category.state is None else total.states.get(category.state, 0)
    if variable.question.kind is Kind.TEXT:
        return total.states.get(State.GIVEN, 0)
    if variable.choice is not None:
        chosen = total.values.get(variable.choice.value, 0)
        return chosen if category.value == CHOSEN else total.given - chosen
    return total.values.get(category.value, 0)
