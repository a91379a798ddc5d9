"""DDI-Codebook: the order of the elements, and counts only where they are published.

The orders below are those of the schema of DDI-Codebook 2.5, for the elements that are used, written down here by hand
and not taken from the code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.export.ddi import write_ddi
from kommune_desktop.export.tables.material import ExportMaterial
from kommune_desktop.export.tables.variables import variables
from kommune_desktop.texts import texts
from kommune_desktop.workflow.evaluation import Evaluation
from tests.builders import individual, joint, question, round_of, text
from tests.unit.export.tables.material import DAY, FULL, OFFICE, OTHER, given, material_of, round_with

NAMESPACE = "{ddi:codebook:2_5}"
ORDERS = {
    "codeBook": "docDscr stdyDscr fileDscr dataDscr otherMat",
    "docDscr": "citation guide docStatus docSrc controlledVocabUsed notes",
    "citation": "titlStmt rspStmt prodStmt distStmt serStmt verStmt biblCit holdings notes",
    "titlStmt": "titl subTitl altTitl parTitl IDNo",
    "rspStmt": "AuthEnty othId",
    "prodStmt": "producer copyright prodDate prodPlac software fundAg grantNo",
    "stdyDscr": "citation studyAuthorization stdyInfo studyDevelopment method dataAccs othrStdyMat notes",
    "stdyInfo": "studyBudget subject abstract sumDscr qualityStatement notes exPostEvaluation",
    "sumDscr": "timePrd collDate nation geogCover geogUnit geoBndBox boundPoly anlyUnit universe dataKind",
    "method": "dataColl notes anlyInfo stdyClas dataProcessing codingInstructions",
    "dataAccs": "setAvail useStmt notes",
    "useStmt": "confDec specPerm restrctn contact citReq deposReq conditions disclaimer",
    "fileDscr": "fileTxt locMap notes",
    "fileTxt": "fileName fileCitation dataFingerprint fileCont fileStrc dimensns fileType format filePlac dataChck",
    "dimensns": "caseQnty varQnty logRecL recPrCas recNumTot",
    "dataDscr": "varGrp nCubeGrp var nCube notes",
    "varGrp": "labl txt concept defntn universe notes",
    "var": "location labl imputation security embargo respUnit anlysUnit qstn valrng invalrng undocCod universe "
    "TotlResp sumStat txt stdCatgry catgryGrp catgry codInstr verStmt concept derivation varFormat "
    "geoMap catLevel notes",
    "qstn": "preQTxt qstnLit postQTxt forward backward ivuInstr",
    "catgry": "catValu labl txt catStat mrow",
}
REQUIRED = {"codeBook": {"stdyDscr"}, "citation": {"titlStmt"}, "titlStmt": {"titl"}, "stdyDscr": {"citation"}}
ATTRIBUTES = {
    "codeBook": {"version", "lang", "schemaLocation"},
    "prodDate": {"date"},
    "software": {"version"},
    "collDate": {"date", "event"},
    "fileDscr": {"ID"},
    "fileType": {"charset"},
    "varGrp": {"ID", "type", "var"},
    "var": {"ID", "name", "files", "dcml", "intrvl"},
    "sumStat": {"type"},
    "catgry": {"missing"},
    "catStat": {"type"},
    "varFormat": {"type"},
}

NOTHING_MISSING: dict[str, str | None] = {"-91": "0", "-92": "0", "-93": "0", "-94": "0", "-95": "0", "-96": None}


def local(name: str) -> str:
    return name.rpartition("}")[2]


def faults(root: ET.Element) -> Iterator[str]:
    """Where a document leaves the schema, as far as it is written down above."""
    ids = [element.get("ID") for element in root.iter() if element.get("ID")]
    if len(set(ids)) != len(ids):
        yield "an ID comes twice"
    for element in root.iter():
        tag = local(element.tag)
        if not element.tag.startswith(NAMESPACE):
            yield f"{tag} is in no or another namespace"
        names = [local(child.tag) for child in element]
        order = ORDERS.get(tag, "").split()
        if any(name not in order for name in names) or names != sorted(names, key=order.index):
            yield f"{tag} has {names}"
        if not REQUIRED.get(tag, set()) <= set(names):
            yield f"{tag} lacks one of {REQUIRED[tag]}"
        if not {local(name) for name in element.attrib} <= ATTRIBUTES.get(tag, set()):
            yield f"{tag} has attributes {set(element.attrib)}"
        for reference in (element.get("var") or "").split() + (element.get("files") or "").split():
            if reference not in ids:
                yield f"{tag} refers to {reference}, which is not there"


def written(material: ExportMaterial, tmp_path: Path) -> ET.Element:
    target = tmp_path / "d.xml"
    write_ddi(target, material)
    return ET.parse(target).getroot()


def frequencies(root: ET.Element, name: str) -> dict[str, str | None]:
    """How often each value of a variable is said to be there."""
    (variable,) = root.iterfind(f".//{NAMESPACE}var[@name='{name}']")
    return {
        category.findtext(f"{NAMESPACE}catValu", ""): category.findtext(f"{NAMESPACE}catStat")
        for category in variable.iterfind(f"{NAMESPACE}catgry")
    }


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_demo_keeps_to_the_schema(latest: Evaluation, tmp_path: Path, language: str) -> None:
    made = ExportMaterial(latest.municipality, latest.results, latest.trend, (), texts(language), DAY)
    root = written(made, tmp_path)
    assert list(faults(root)) == []
    assert root.get("version") == "2.5"
    assert len(list(root.iter(f"{NAMESPACE}var"))) == len(variables(made))
    assert {local(child.tag) for child in root} == {"docDscr", "stdyDscr", "fileDscr", "dataDscr"}


def test_the_check_finds_what_is_wrong(tmp_path: Path) -> None:
    root = written(material_of(round_with(OFFICE), []), tmp_path)
    assert list(faults(root)) == []
    variable = root.find(f".//{NAMESPACE}var")
    assert variable is not None
    variable.insert(0, ET.Element(f"{NAMESPACE}varFormat"))
    variable.set("colour", "red")
    root.remove(root[1])
    assert len(list(faults(root))) == 3


def test_questions_values_and_counts_are_told(tmp_path: Path) -> None:
    root = written(material_of(round_with(OFFICE), [("office", FULL), ("office", OTHER)]), tmp_path)
    assert frequencies(root, "a.grad") == {"0": "0", "1": "1", "2": "0", "3": "1", "4": "0", **NOTHING_MISSING}
    assert frequencies(root, "a.eins")["-91"] == "1"
    assert frequencies(root, "a.mehr_2") == {"0": "0", "1": "1", **NOTHING_MISSING}
    assert frequencies(root, "a.text_s")["0"] == "1"
    (variable,) = root.iterfind(f".//{NAMESPACE}var[@name='a.zahl']")
    assert variable.findtext(f"{NAMESPACE}sumStat") == "12.5"
    assert variable.findtext(f"{NAMESPACE}qstn/{NAMESPACE}qstnLit") == "Wie steht es um a.zahl?"


def test_counts_of_hidden_cells_are_in_no_total(tmp_path: Path) -> None:
    round_ = round_of(question(), joint("office"), individual("council"))
    sheets = [("office", {"q": given(4)}), *(("council", {"q": given(value)}) for value in (0, 1, 2))]
    root = written(material_of(round_, sheets), tmp_path)
    counts = frequencies(root, "q")
    assert [counts[str(value)] for value in range(5)] == ["0", "0", "0", "0", "1"]


def test_texts_that_xml_can_not_hold_are_mended(tmp_path: Path) -> None:
    asked = replace(question("q", Kind.TEXT), text=text("A\x00<&>\x1b\U0001f600"), label=text("\x07L"))
    made = replace(material_of(round_of(asked, OFFICE), []), municipality="Ort\x00 & <Land>")
    root = written(made, tmp_path)
    assert list(faults(root)) == []
    assert root.findtext(f".//{NAMESPACE}qstnLit") == "A<&>\U0001f600"
    assert root.findtext(f".//{NAMESPACE}producer") == "Ort & <Land>"
