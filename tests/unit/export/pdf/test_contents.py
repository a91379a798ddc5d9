"""The table of contents: where its entries lead, and what they are."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from reportlab.platypus import Flowable

from kommune_desktop.export.pdf.canvas import Edges, TaggedCanvas
from kommune_desktop.export.pdf.contents import contents
from kommune_desktop.export.pdf.document import Frontmatter, write_pdf
from kommune_desktop.export.pdf.flowables import Later, body, heading, page_break, space, together
from kommune_desktop.export.pdf.structure import Tag
from tests.judge import verdict
from tests.unit.export.reading import Part, bookmarks, outside, pages, squeezed, structure

LONG = "Interkulturelle Öffnung und Antirassismus in der Verwaltung " * 3


def chapters() -> list[Flowable]:
    return [
        page_break(),
        heading(1, "Erstes"),
        heading(2, "Davon eins"),
        heading(3, "Zu tief"),
        body("Text"),
        heading(2, "Nicht genannt", is_listed=False),
        page_break(),
        together([heading(2, "Davon zwei"), body("Text")]),
        page_break(),
        heading(1, LONG),
        Later(lambda: [body("Wort " * 3000)]),
        heading(1, "Letztes"),
        body("Ende"),
    ]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "a.pdf"


def write(target: Path) -> int:
    story = chapters()
    whole = [heading(1, "Inhalt"), *contents(story), *story]
    return write_pdf(target, Frontmatter("Titel", "Ort", "de", "Kopf", "Seite {page} von "), whole, lambda _: None)


def test_each_entry_has_the_page_of_its_heading(target: Path) -> None:
    count = write(target)
    front = squeezed(pages(target)[0])
    for title, page in (("Erstes", 2), ("Davoneins", 2), ("Davonzwei", 3), (squeezed(LONG), 4), ("Letztes", count)):
        assert f"{title}{page}" in front
    assert "Zutief" not in front
    assert "Nichtgenannt" not in front
    assert outside(target) == []


def test_a_click_on_an_entry_leads_to_its_page(target: Path) -> None:
    count = write(target)
    assert links(target) == [2, 2, 3, 4, count]


def links(target: Path) -> list[int]:
    """The pages that the links of the first page lead to."""
    found = []
    with pdfium.PdfDocument(target) as document:
        page = document[0]
        for place in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium_c.FPDFPage_GetAnnot(page, place)
            destination = pdfium_c.FPDFLink_GetDest(document, pdfium_c.FPDFAnnot_GetLink(annotation))
            found.append(pdfium_c.FPDFDest_GetDestPageIndex(document, destination) + 1)
            pdfium_c.FPDFPage_CloseAnnot(annotation)
        page.close()
    return found


def test_entries_of_a_lower_level_stand_within_a_list_of_their_own(target: Path) -> None:
    write(target)
    (whole,) = structure(target, 1)
    (made,) = (part for part in whole.parts if part.kind == "TOC")
    assert [part.kind for part in made.parts] == ["TOCI", "TOC", "TOCI", "TOCI"]
    assert [part.kind for part in made.parts[1].parts] == ["TOCI", "TOCI"]
    for entry in made.all("TOCI"):
        assert chain(entry) == ["TOCI", "Reference", "Link"]
    assert [part.alternative_text for part in made.all("Link")][:2] == ["Erstes", "Davon eins"]


def chain(part: Part) -> list[str]:
    return [part.kind, *(kind for inner in part.parts for kind in chain(inner))]


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_judge_finds_nothing(target: Path, flavour: str) -> None:
    write(target)
    assert verdict(target, flavour) == []


def test_the_judge_sees_a_link_that_belongs_to_nothing(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link_outside(canvas: TaggedCanvas, bookmark: str, edges: Edges, _: Tag) -> None:
        canvas.linkAbsolute("", bookmark, edges)

    monkeypatch.setattr(TaggedCanvas, "link_to", link_outside)
    write(target)
    assert any(rule.startswith("7.18") for rule in verdict(target, "ua1"))


@pytest.mark.parametrize("height", [600, 680, 700])
def test_a_heading_over_two_pages_leads_to_the_first_of_them(target: Path, height: float) -> None:
    story = [page_break(), space(height), heading(1, LONG * 3), body("Text")]
    write_pdf(target, Frontmatter("", "", "de", "", "{page}/"), [*contents(story), *story], lambda _: None)
    assert len(bookmarks(target)) == 1
    assert links(target)[0] in (2, 3)
