"""A canvas whose content is marked: each piece belongs to a part of the document, or is none (an artifact)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFDocument, PDFName, PDFObject, PDFObjectReference, PDFPage
from reportlab.pdfgen.canvas import Canvas

from kommune_desktop.export.pdf.structure import StructureTree, Tag

Edges = tuple[float, float, float, float]
"""Left, lower, right and upper edge of a rectangle."""
_PRINTED = 4
"""The flag of an annotation that is there in print as well."""


class _Link(LinkAnnotation):
    """A link that says which part of the document it belongs to."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


class TaggedCanvas(Canvas):
    """Draws, and collects the structure of what it draws.

    What is drawn outside of :meth:`part` and :meth:`artifact` has no meaning to a reader, and breaks the rules.

    Attributes:
        pages: The number of the page that each bookmark is on, as far as they have been set.
    """

    # What reportlab keeps to itself.
    _doc: PDFDocument
    _code: list[str]
    _annotationrefs: list[PDFObjectReference]

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - those of reportlab
        super().__init__(*arguments, **options)
        self.structure = StructureTree(self._doc)
        self._page_key: int | None = None
        self._open: Tag | None = None
        self._artifacts = 0
        self.pages: dict[str, int] = {}
        self._awaited: dict[str, ParagraphStyle] = {}

    @contextlib.contextmanager
    def part(self, tag: Tag) -> Iterator[None]:
        """What is drawn within is a piece of a part. Inside of an artifact it stays one."""
        self.begin_part(tag)
        yield
        self.end_part()

    def begin_part(self, tag: Tag) -> None:
        """Begin what :meth:`end_part` ends; parts are never within each other on the page."""
        if self._artifacts:
            return
        assert self._open is None, f"{tag.kind} within {self._open.kind}"
        if self._page_key is None:
            self._page_key = self.structure.new_page()
        self._open = tag
        number = self.structure.add_content(tag, self._doc.thisPageRef(), self._page_key)
        self._code.append(f"/{tag.kind} <</MCID {number}>> BDC")

    def end_part(self) -> None:
        """End a piece of a part."""
        if not self._artifacts:
            self._open = None
            self._code.append("EMC")

    @contextlib.contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn within is no part of the document: lines, grounds, running heads."""
        self.begin_artifact(kind)
        yield
        self.end_artifact()

    def begin_artifact(self, kind: str = "Layout") -> None:
        """Begin what :meth:`end_artifact` ends."""
        if not self._artifacts:
            self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        self._artifacts += 1

    def end_artifact(self) -> None:
        """End an artifact."""
        self._artifacts -= 1
        if not self._artifacts:
            self._code.append("EMC")

    def link_to(self, bookmark: str, edges: Edges, tag: Tag) -> None:
        """Make a rectangle lead to a bookmark; ``tag``: the link that it belongs to, with its alternative text.

        Args:
            edges: Relative to where the canvas is.
        """
        link = _Link(
            self._absRect(edges, 1),  # type: ignore[attr-defined]
            tag.alternative_text,
            self._bookmarkReference(bookmark),  # type: ignore[attr-defined]
            Border="[0 0 0]",
            F=_PRINTED,
            StructParent=self.structure.key_of_annotation(tag),
        )
        self._addAnnotation(link)  # type: ignore[attr-defined]
        self.structure.add_annotation(tag, self._doc.thisPageRef(), self._annotationrefs[-1])

    def draw_page_of(self, bookmark: str, x: float, y: float, style: ParagraphStyle) -> None:
        """Draw the number of the page of a bookmark, which may come later, to the left of ``x``."""
        self._awaited[bookmark] = style
        self.saveState()
        self.translate(x, y)
        self.doForm(_form_of(bookmark))
        self.restoreState()

    def draw_awaited_pages(self) -> None:
        """Now all bookmarks are known: to be called before the end."""
        for bookmark, style in self._awaited.items():
            number, edge = str(self.pages[bookmark]), int(style.fontSize)
            self.beginForm(_form_of(bookmark), -edge * len(number), -edge, 1, edge + 1)
            self.setFont(style.fontName, style.fontSize)
            self.setFillColor(style.textColor)
            self.drawRightString(0, 0, number)
            self.endForm()

    def _setAnnotations(self, page: PDFObject) -> None:  # noqa: N802 - reportlab's name
        super()._setAnnotations(page)  # type: ignore[misc]
        if not isinstance(page, PDFPage):
            return
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._page_key  # type: ignore[attr-defined]
        page.Tabs = PDFName("S")  # type: ignore[attr-defined]  # the order of the structure
        self._page_key = None


def _form_of(bookmark: str) -> str:
    return f"page-of-{bookmark}"
