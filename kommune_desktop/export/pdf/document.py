"""From a story to the bytes of a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from kommune_desktop.export.pdf import styles
from kommune_desktop.export.pdf.archive import mark_as_accessible
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.flowables import Heading
from kommune_desktop.export.pdf.fonts import REGULAR, fitted, register
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
    """

    title: str
    author: str
    language: str
    running_head: str
    page_label: str


def write_pdf(target: Path, frontmatter: Frontmatter, story: Sequence[Flowable], progress: Progress) -> int:
    """Write a document: the whole file, or nothing. The same story gives the same bytes.

    Returns:
        The number of pages.

    Raises:
        UserError: ``file.unwritable``.
    """
    register()
    pages = 0

    def write(part: Path) -> None:
        nonlocal pages
        template = _Template(str(part), frontmatter, progress)
        template.build(list(story), canvasmaker=_Canvas)
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
        self._bookmarks = 0
        bottom = 22 * mm
        frame = Frame(
            styles.MARGIN,
            bottom,
            styles.TEXT_WIDTH,
            styles.PAGE_HEIGHT - bottom - 22 * mm,
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
            head = fitted(self._frontmatter.running_head, REGULAR, _FOOT_SIZE, styles.TEXT_WIDTH)
            canvas.drawString(styles.MARGIN, styles.PAGE_HEIGHT - 14 * mm, head)
        label = self._frontmatter.page_label.format(page=self.page)
        canvas.drawString(styles.MARGIN, 12 * mm, label)
        canvas.translate(styles.MARGIN + canvas.stringWidth(label, REGULAR, _FOOT_SIZE), 12 * mm)
        canvas.doForm(_PAGE_COUNT)
        canvas.restoreState()

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Say what kind of document it is."""
        told = self._frontmatter
        canvas: TaggedCanvas = self.canv  # type: ignore[assignment]  # as above
        mark_as_accessible(canvas, title=told.title, author=told.author, language=told.language)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Put headings into the bookmarks."""
        # The parts of a heading that was broken over two pages have no level.
        if isinstance(flowable, Heading) and flowable.level:
            self._bookmarks += 1
            key = f"heading-{self._bookmarks}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.plain_text, key, flowable.level - 1, closed=False)
