"""From a story to a file: the same bytes every time, the whole file or nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from reportlab.platypus import Flowable

from kommune_desktop.errors import UserError
from kommune_desktop.export.pdf.document import Frontmatter, write_pdf
from kommune_desktop.export.pdf.flowables import body, bullets, heading, page_break
from kommune_desktop.export.pdf.table import Column, table
from kommune_desktop.texts import texts
from tests.unit.export.reading import base_fonts, bookmarks, fonts_in_use, metadata, outside, pages, squeezed

FRONTMATTER = Frontmatter("Bericht", "Lindenau", "de", "Lindenau · Runde 2026", "Seite {page} von ")


class Faulty(Flowable):
    """Takes its place in the layout and then can't be drawn."""

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 10, 10

    def draw(self) -> None:
        raise RuntimeError("not to be drawn")


def story() -> list[Flowable]:
    return [
        heading(1, "Das Wichtigste"),
        body("Äußerst knapp: 62 %."),
        page_break(),
        heading(2, "Zahlen & Fakten"),
        *bullets(["eins", "zwei"]),
        table([Column("Frage"), Column("Punkte", 60, numeric=True)], [["Leitbild", "63"]]),
        page_break(),
        body("Ende"),
    ]


def write(target: Path, parts: list[Flowable] | None = None) -> int:
    return write_pdf(target, FRONTMATTER, story() if parts is None else parts, lambda _: None)


def test_the_number_of_pages_is_told(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    assert write(target) == 3
    assert len(pages(target)) == 3


def test_the_same_story_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    write(first)
    write(second)
    assert first.read_bytes() == second.read_bytes()


def test_another_story_gives_other_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    write(first)
    write(second, [body("etwas anderes")])
    assert first.read_bytes() != second.read_bytes()


@pytest.mark.parametrize("existing", [None, b"the report of last year"])
def test_a_story_that_fails_in_the_middle_leaves_what_was_there(tmp_path: Path, existing: bytes | None) -> None:
    target = tmp_path / "a.pdf"
    if existing is not None:
        target.write_bytes(existing)
    with pytest.raises(RuntimeError, match="not to be drawn"):
        write(target, [*story(), Faulty(), page_break(), body("Ende")])
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([existing] if existing is not None else [])


@pytest.mark.parametrize("existing", [None, b"the report of last year"])
def test_stopping_at_a_page_leaves_what_was_there(tmp_path: Path, existing: bytes | None) -> None:
    target = tmp_path / "a.pdf"
    if existing is not None:
        target.write_bytes(existing)

    def stop(page: int) -> None:
        if page == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pdf(target, FRONTMATTER, story(), stop)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([existing] if existing is not None else [])


def test_every_page_that_is_begun_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    write_pdf(tmp_path / "a.pdf", FRONTMATTER, story(), told.append)
    assert told == [1, 2, 3]


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"the report of last year")
    write(target)
    assert target.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["nowhere/a.pdf", "file/a.pdf", "folder"])
def test_where_nothing_can_be_written_the_person_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError) as caught:
        write(tmp_path / name)
    assert caught.value.key == "file.unwritable"
    assert str(tmp_path / name) in texts("de").error(caught.value)
    assert "None" not in texts("de").error(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(os.name == "nt", reason="Windows takes the rights from the folder")
def test_a_report_may_be_read_by_whoever_may_read_new_files(tmp_path: Path) -> None:
    target, other = tmp_path / "a.pdf", tmp_path / "new"
    write(target)
    other.touch()
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_every_page_says_its_number_and_how_many_there_are(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    write(target)
    for number, text in enumerate(pages(target), start=1):
        assert squeezed(f"Seite {number} von 3") in squeezed(text)


def test_every_page_but_the_first_has_the_running_head(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    write(target)
    assert [FRONTMATTER.running_head in text for text in pages(target)] == [False, True, True]


def test_the_document_says_what_it_is(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    write(target)
    found = metadata(target)
    assert (found["Title"], found["Author"]) == ("Bericht", "Lindenau")
    assert b"/Lang" in target.read_bytes()


def test_headings_are_bookmarks(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    write(target)
    assert bookmarks(target) == [(0, "Das Wichtigste"), (1, "Zahlen & Fakten")]


def test_every_font_is_embedded(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    write(target)
    assert {name.partition("+")[2] for name in base_fonts(target)} == {"NotoSans-Regular", "NotoSans-Bold"}
    assert b"/Helvetica" not in target.read_bytes()
    assert set(fonts_in_use(target).values()) == {True}


def test_a_long_running_head_stays_on_the_page(tmp_path: Path) -> None:
    # A round's name may have 120 characters, and a municipality's is beside it.
    target = tmp_path / "a.pdf"
    long = Frontmatter(
        "Bericht", "Lindenau", "de", f"Verwaltungsgemeinschaft Lindenau · {'Selbstbild ' * 11}", "{page}/"
    )
    write_pdf(target, long, story(), lambda _: None)
    assert outside(target) == []
