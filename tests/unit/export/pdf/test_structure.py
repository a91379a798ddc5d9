"""What a document is made of is told in reading order, and an independent judge finds nothing to complain of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import Flowable

from kommune_desktop.export.pdf import archive
from kommune_desktop.export.pdf.canvas import TaggedCanvas
from kommune_desktop.export.pdf.document import Frontmatter, write_pdf
from kommune_desktop.export.pdf.flowables import Figure, body, bullets, heading, page_break
from kommune_desktop.export.pdf.fonts import REGULAR
from kommune_desktop.export.pdf.structure import Tag
from kommune_desktop.export.pdf.table import Column, table
from tests.judge import verdict
from tests.unit.export.reading import Part, structure

COLUMNS = [Column("Nr.", 30, numeric=True), Column("Frage"), Column("Punkte", 50, numeric=True)]
ROWS = [[str(number), f"Frage {number}", "" if number % 7 == 0 else "63"] for number in range(1, 121)]
SHOWN = "Balkendiagramm: Leitbild 63 von 100 Punkten."


def figure(alternative_text: str = SHOWN) -> Figure:
    drawing = Drawing(100, 40)
    drawing.add(Rect(0, 0, 63, 20))
    return Figure(drawing, alternative_text)


def everything() -> list[Flowable]:
    """A part of each kind, some of them over more than one page."""
    return [
        heading(1, "Überblick"),
        body("Ein Absatz, der sehr lang ist. " * 400),
        *bullets(["eins", "zwei und drei. " * 30]),
        page_break(),
        heading(2, "Bild"),
        figure(),
        heading(2, "Tabelle"),
        table(COLUMNS, ROWS, named_by=1),
    ]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "a.pdf"


def write(target: Path, story: Iterable[Flowable]) -> int:
    return write_pdf(target, Frontmatter("Titel", "Ort", "de", "Kopf", "Seite {page} von "), story, lambda _: None)


def rules(target: Path, flavour: str) -> set[str]:
    """The numbers of the rules that a file breaks."""
    return {rule.partition(":")[0] for rule in verdict(target, flavour)}


def kinds(parts: Sequence[Part]) -> list[str]:
    return [part.kind for part in parts]


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_a_document_of_every_part_passes(target: Path, flavour: str) -> None:
    assert write(target, everything()) > 5
    assert verdict(target, flavour) == []


def test_parts_are_read_in_the_order_of_the_story(target: Path) -> None:
    story = [heading(1, "A"), body("b"), *bullets(["c", "d"]), heading(2, "E"), figure(), table(COLUMNS, ROWS[:2])]
    write(target, story)
    (whole,) = structure(target, 1)
    assert whole.kind == "Document"
    assert kinds(whole.parts) == ["H1", "P", "L", "H2", "Figure", "Table"]


def test_a_list_names_its_entries_their_labels_and_their_words(target: Path) -> None:
    write(target, bullets(["c", "d"]))
    (whole,) = structure(target, 1)
    (entries,) = whole.parts
    assert [kinds(entry.parts) for entry in entries.parts] == [["Lbl", "LBody"]] * 2


def test_a_figure_says_what_it_shows(target: Path) -> None:
    write(target, [figure()])
    (whole,) = structure(target, 1)
    assert [part.alternative_text for part in whole.all("Figure")] == [SHOWN]


def test_headers_of_a_table_say_what_they_head_and_empty_cells_are_cells(target: Path) -> None:
    write(target, [table(COLUMNS, ROWS[5:8], named_by=1)])
    (whole,) = structure(target, 1)
    (made,) = whole.all("Table")
    assert [[cell.scope for cell in row.parts] for row in made.parts] == [["Column"] * 3] + [["", "Row", ""]] * 3
    assert [kinds(row.parts) for row in made.parts] == [["TH"] * 3] + [["TD", "TH", "TD"]] * 3


def test_a_table_over_several_pages_is_one_table_whose_header_is_read_once(target: Path) -> None:
    count = write(target, [table(COLUMNS, ROWS, named_by=1)])
    assert count > 2
    rows = [row for page in range(1, count + 1) for part in structure(target, page) for row in part.all("TR")]
    assert len(rows) == 1 + len(ROWS)
    assert {len(row.parts) for row in rows} == {len(COLUMNS)}
    assert [sum(cell.scope == "Column" for cell in row.parts) for row in rows] == [3] + [0] * len(ROWS)


def test_a_paragraph_over_several_pages_is_one_paragraph(target: Path) -> None:
    assert write(target, [body("Ein Absatz, der sehr lang ist. " * 400)]) > 1
    (whole,) = structure(target, 2)
    assert kinds(whole.parts) == ["P"]


def test_the_same_story_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for target in (first, second):
        write(target, everything())
    assert first.read_bytes() == second.read_bytes()


class _Untagged(Flowable):
    """Words that are no part of the document."""

    def draw(self) -> None:
        self.canv.setFont(REGULAR, 10)
        self.canv.drawString(0, 0, "Niemand liest das vor.")


def _skipped_heading() -> list[Flowable]:
    deep = heading(2, "Zu tief")
    deep.tag.kind = "H3"
    return [heading(1, "Oben"), deep]


def _header_as_paragraph() -> list[Flowable]:
    made = table(COLUMNS, ROWS[:2])
    for cell in made.rows[0].cells:
        cell.kind = "P"
    return [made]


@pytest.mark.parametrize(
    ("story", "rule"),
    [
        (lambda: [figure("")], "7.3-1"),
        (_skipped_heading, "7.4.2-1"),
        (lambda: [_Untagged()], "7.1-3"),
        (_header_as_paragraph, "7.2-10"),
    ],
    ids=["no alternative text", "skipped heading", "untagged words", "header cells as paragraphs"],
)
def test_the_judge_sees_what_is_wrong(target: Path, story: Callable[[], list[Flowable]], rule: str) -> None:
    write(target, story())
    assert rule in rules(target, "ua1")


def test_the_judge_sees_that_colours_have_no_meaning(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive.mark_as_accessible

    def without_intent(canvas: TaggedCanvas, **told: str) -> None:
        whole(canvas, **told)
        canvas._doc.Catalog.OutputIntents = None  # type: ignore[attr-defined]

    monkeypatch.setattr("kommune_desktop.export.pdf.document.mark_as_accessible", without_intent)
    write(target, everything())
    assert any(rule.startswith("6.2.4.3") for rule in rules(target, "2a"))


def test_a_part_can_not_begin_within_another(target: Path) -> None:
    class Nested(Flowable):
        def draw(self) -> None:
            canvas: TaggedCanvas = self.canv  # type: ignore[assignment]
            with canvas.part(Tag("P")), canvas.part(Tag("P")):
                pass

    with pytest.raises(AssertionError, match="P within P"):
        write(target, [Nested()])
    assert not target.exists()
