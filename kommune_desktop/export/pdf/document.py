"""From a story to the bytes of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.archive import mark_as_accessible
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.flowables import Heading, Later, headings_in
from kommune_desktop.export.pdf.fonts import BOLD, REGULAR, fitted, register
from kommune_desktop.export.pdf.letters import as_seen, cleaned, drawn
from kommune_desktop.paths import write_beside

_PAGE_COUNT = "page-count"
_FOOT_SIZE = 8.5
Progress = Callable[[int], None]
"""Is told the number of pages done; may raise to stop the work."""


@dataclass(frozen=True)
class Frontmatter:
    """What a document says of itself.

    Attributes:
        running_head: Line at the top of every page but the first.
        page_label: With ``{page}``; the number of pages is drawn behind it.
        notice: Stands at the foot of every page.
    """

    title: str
    author: str
    language: str
    running_head: str
    page_label: str
    notice: str = ""


def write_pdf(target: Path, frontmatter: Frontmatter, story: Iterable[Flowable], progress: Progress) -> int:
    """Write a document: the whole file, or nothing. The same story gives the same bytes.

    Headings within a :class:`Later` can't be known in advance: they enter neither bookmarks nor contents.

    Returns:
        The number of pages.

    Raises:
        UserError: ``file.unwritable``.
    """
    register()
    pages = 0
    parts = list(story)
    for number, heading in enumerate(headings_in(parts), start=1):
        heading.key = f"heading-{number}"

    def write(part: Path) -> None:
        nonlocal pages
        template = _Template(str(part), frontmatter, progress)
        template.build(parts, canvasmaker=_Canvas)
        pages = template.page

    write_beside(target, write)
    return pages


class _Canvas(TaggedCanvas):
    """Knows the number of pages at the end and lets every page show it."""

    def save(self) -> None:
        """Close the document."""
        count = self.getPageNumber() - 1
        self.beginForm(_PAGE_COUNT)
        self.setFont(REGULAR, _FOOT_SIZE)
        self.setFillColor(styles.OUTLINE)
        self.drawString(0, 0, str(count))
        self.endForm()
        self.draw_awaited_pages()
        super().save()


class _Template(BaseDocTemplate):
    """A4 pages with a running head and the page number."""

    def __init__(self, name: str, frontmatter: Frontmatter, progress: Progress) -> None:
        super().__init__(
            name,
            pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
            title=frontmatter.title,
            author=frontmatter.author,
            lang=frontmatter.language,
            initialFontName=REGULAR,
            invariant=1,
        )
        self._frontmatter = frontmatter
        self._progress = progress
        frame = Frame(
            styles.MARGIN,
            styles.BELOW,
            styles.TEXT_WIDTH,
            styles.TEXT_HEIGHT,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(
            PageTemplate(frames=[frame], onPage=self._draw_margins)  # type: ignore[arg-type]  # the canvas is ours
        )

    def _draw_margins(self, canvas: _Canvas, _: BaseDocTemplate) -> None:
        self._progress(self.page)
        with canvas.artifact("Pagination"):
            self._draw_lines(canvas)

    def _draw_lines(self, canvas: _Canvas) -> None:
        canvas.saveState()
        canvas.setFont(REGULAR, _FOOT_SIZE)
        canvas.setFillColor(styles.OUTLINE)
        if self.page > 1:
            head = drawn(cleaned(self._frontmatter.running_head))
            seen = as_seen(fitted(head, REGULAR, _FOOT_SIZE, styles.TEXT_WIDTH), head)
            canvas.drawString(styles.MARGIN, styles.PAGE_HEIGHT - 14 * mm, seen)
        label = self._frontmatter.page_label.format(page=self.page)
        canvas.drawString(styles.MARGIN, 12 * mm, label)
        if self._frontmatter.notice:
            canvas.saveState()
            canvas.setFont(BOLD, _FOOT_SIZE)
            canvas.setFillColor(styles.INK)
            canvas.drawRightString(styles.PAGE_WIDTH - styles.MARGIN, 12 * mm, self._frontmatter.notice)
            canvas.restoreState()
        canvas.translate(styles.MARGIN + canvas.stringWidth(label, REGULAR, _FOOT_SIZE), 12 * mm)
        canvas.doForm(_PAGE_COUNT)
        canvas.restoreState()

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Say what kind of document it is."""
        told = self._frontmatter
        canvas: TaggedCanvas = self.canv  # type: ignore[assignment]  # as above
        mark_as_accessible(canvas, title=cleaned(told.title), author=cleaned(told.author), language=told.language)

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        """Draw the next part; what is to be made later is made now."""
        while flowables:
            place = next((i for i, part in enumerate(flowables) if not part.getKeepWithNext()), 0)  # type: ignore[no-untyped-call]
            later = flowables[place]
            if not isinstance(later, Later):
                super().handle_flowable(flowables)
                return
            flowables[place : place + 1] = later.some()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Put headings into the bookmarks."""
        if isinstance(flowable, Heading) and flowable.key:
            canvas: TaggedCanvas = self.canv  # type: ignore[assignment]  # as above
            canvas.bookmarkPage(flowable.key)
            canvas.pages[flowable.key] = self.page
            canvas.addOutlineEntry(flowable.plain_text, flowable.key, flowable.level - 1, closed=flowable.level > 1)
