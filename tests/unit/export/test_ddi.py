"""DDI-Codebook: valid, and counts only where they are published.

What is valid is written down below for the elements that are used: read from the schema of DDI-Codebook 2.5, as it was
published in 2012 and 2013, and not taken from the code.
"""

from __future__ import annotations

import re
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
XML, XSI = "{http://www.w3.org/XML/1998/namespace}", "{http://www.w3.org/2001/XMLSchema-instance}"

# Children in their order: "?" at most one, "*" any number, "+" at least one, else just one. Where later editions of 2.5
# allow more of an element, the first one counts, so that a document is valid in all of them.
CONTENT = {
    "codeBook": "docDscr* stdyDscr+ fileDscr* dataDscr* otherMat*",
    "docDscr": "citation? guide? docStatus? docSrc* controlledVocabUsed* notes*",
    "citation": "titlStmt rspStmt? prodStmt? distStmt? serStmt* verStmt* biblCit? holdings* notes*",
    "titlStmt": "titl subTitl* altTitl* parTitl* IDNo*",
    "rspStmt": "AuthEnty* othId*",
    "prodStmt": "producer* copyright? prodDate* prodPlac* software* fundAg* grantNo*",
    "stdyDscr": "citation+ studyAuthorization* stdyInfo* studyDevelopment* method* dataAccs* othrStdyMat* notes*",
    "stdyInfo": "studyBudget* subject* abstract* sumDscr* qualityStatement? notes* exPostEvaluation*",
    "sumDscr": "timePrd* collDate* nation* geogCover* geogUnit* geoBndBox? boundPoly? anlyUnit* universe* dataKind*",
    "method": "dataColl* notes* anlyInfo? stdyClas? dataProcessing* codingInstructions*",
    "dataAccs": "setAvail* useStmt* notes*",
    "useStmt": "confDec? specPerm? restrctn? contact* citReq? deposReq? conditions? disclaimer?",
    "fileDscr": "fileTxt* locMap? notes*",
    "fileTxt": "fileName? fileCitation? fileCont? fileStrc? dimensns? fileType? format? filePlac? dataChck* ProcStat? "
    "dataMsng? software* verStmt?",
    "dimensns": "caseQnty* varQnty* logRecL* recPrCas* recNumTot*",
    "dataDscr": "varGrp* nCubeGrp* var* nCube* notes*",
    "varGrp": "labl* txt* concept* defntn? universe? notes*",
    "var": "location* labl* imputation? security? embargo? respUnit? anlysUnit? qstn* valrng* invalrng* undocCod* "
    "universe* TotlResp? sumStat* txt* stdCatgry* catgryGrp* catgry* codInstr* verStmt* concept* derivation? "
    "varFormat? geoMap* catLevel* notes*",
    "catgry": "catValu? labl* txt* catStat* mrow?",
    "qstn": "qstnLit*",
}
ID, IDS, ANY = r"[A-Za-z_][\w.-]*", r"[A-Za-z_][\w.-]*( [A-Za-z_][\w.-]*)*", r"(?s).*"
# The values that an attribute may have; "!": it must be there.
ATTRIBUTES = {
    "codeBook": {"version": r"2\.5", f"{XML}lang": r"[a-z]{2,3}", f"{XSI}schemaLocation": ANY},
    "prodDate": {"date": ANY},
    "software": {"version": ANY, "date": ANY},
    "collDate": {"date": ANY, "event": "start|end|single"},
    "fileDscr": {"ID": ID},
    "fileType": {"charset": ANY},
    "varGrp": {
        "ID": ID,
        "type": "section|multipleResp|grid|display|repetition|subject|version|iteration|analysis|pragmatic|record|file|"
        "randomized|other",
        "var": IDS,
    },
    "var": {"ID": ID, "!name": ANY, "files": IDS, "dcml": ANY, "intrvl": "contin|discrete"},
    "sumStat": {"!type": "mean|medn|mode|vald|invd|min|max|stdev|other", "wgtd": "wgtd|not-wgtd"},
    "catgry": {"missing": "Y|N"},
    "catStat": {"type": "freq|percent|crosstab|other", "wgtd": "wgtd|not-wgtd"},
    "varFormat": {"type": "character|numeric", "schema": "SAS|SPSS|IBM|ANSI|ISO|XML-Data|other"},
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
        yield from _faults_of_content(tag, element)
        yield from _faults_of_attributes(tag, element)
        for reference in (element.get("var") or "").split() + (element.get("files") or "").split():
            if reference not in ids:
                yield f"{tag} refers to {reference}, which is not there"


def _faults_of_content(tag: str, element: ET.Element) -> Iterator[str]:
    names = " ".join(local(child.tag) for child in element)
    model = "".join(re.sub(r"(\w+)(.?)", r"(?:\1 )\2", entry) for entry in CONTENT.get(tag, "").split())
    if not re.fullmatch(model, f"{names} " if names else ""):
        yield f"{tag} has {names}"
    words = (element.text or "") + "".join(child.tail or "" for child in element)
    if tag in CONTENT and words.strip():
        yield f"{tag} has words of its own"


def _faults_of_attributes(tag: str, element: ET.Element) -> Iterator[str]:
    wanted = ATTRIBUTES.get(tag, {})
    allowed = {name.removeprefix("!"): values for name, values in wanted.items()}
    for name, value in element.attrib.items():
        if name not in allowed or not re.fullmatch(allowed[name], value):
            yield f"{tag} has {name}={value}"
    for name in wanted:
        if name.startswith("!") and name[1:] not in element.attrib:
            yield f"{tag} has no {name[1:]}"


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
    variable.attrib |= {"colour": "red", "intrvl": "often", "files": "F2"}
    variable.tail = "words"
    del variable.attrib["name"]
    root[3][0].set("ID", "V1")
    root.remove(root[1])
    assert list(faults(root)) == [
        "an ID comes twice",
        "codeBook has docDscr fileDscr dataDscr",
        "dataDscr has words of its own",
        "var has varFormat labl varFormat",
        "var has intrvl=often",
        "var has colour=red",
        "var has no name",
        "var refers to F2, which is not there",
    ]


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
