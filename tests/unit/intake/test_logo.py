"""A logo is any usual picture, in grey on white; what is none is said."""

from __future__ import annotations

import io
import random
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from kommune_desktop.errors import UserError
from kommune_desktop.intake.logo import MAX_MEGABYTES, read_logo
from tests.unit.db.processes import protected_folder, without_rights

FORMATS = ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"]
RED, RED_AS_GREY = (255, 0, 0), 76
"""By ITU-R BT.601, which print uses too: 0.299 of the red."""


def read(path: Path) -> Image.Image:
    """The picture that was made of a file."""
    made = Image.open(io.BytesIO(read_logo(path)))
    assert (made.format, made.mode) == ("PNG", "L")
    assert "transparency" not in made.info
    return made


def refused(path: Path) -> str:
    """Why a file is no logo."""
    with pytest.raises(UserError) as caught:
        read_logo(path)
    assert caught.value.params["path"] == path
    return caught.value.key


def png(width: int, height: int) -> bytes:
    """A PNG that says it has a size, whatever its data: a grey point."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(2))),
        (b"IEND", b""),
    )
    packed = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_coloured_picture_becomes_grey(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "Wappen.bild"
    Image.new("RGB", (60, 40), RED).save(path, kind)
    made = read(path)
    assert made.size == (60, 40)
    assert made.getpixel((30, 20)) == pytest.approx(RED_AS_GREY, abs=1)


def test_what_is_transparent_becomes_white_and_what_shines_through_lighter(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (30, 10), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (10, 0, 20, 10))
    picture.paste((0, 0, 0, 51), (20, 0, 30, 10))
    picture.save(tmp_path / "a.png")
    made = read(tmp_path / "a.png")
    assert [made.getpixel((x, 5)) for x in (5, 15, 25)] == [255, 0, 204]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB"])
def test_a_colour_that_is_named_as_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.png"
    named = {"LA": {}, "RGB": {"transparency": (0, 0, 0)}}.get(mode, {"transparency": 0})
    Image.new(mode, (20, 10)).save(path, "PNG", **named)
    assert read(path).getextrema() == (255, 255)


def test_the_colours_of_a_printing_house_become_grey(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    picture = Image.new("CMYK", (64, 32), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (32, 0, 64, 32))
    picture.save(path, "JPEG", quality=100)
    made = read(path)
    assert made.getpixel((8, 16)) == pytest.approx(255, abs=3)
    assert made.getpixel((56, 16)) == pytest.approx(0, abs=3)


def test_a_grey_picture_of_16_bits_keeps_its_greys(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("I;16", (20, 10), 128 * 257).save(path)
    assert read(path).getpixel((5, 5)) == pytest.approx(128, abs=1)


def test_a_photo_stands_as_the_camera_was_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (100, 40), RED).save(path, exif=turned)
    assert read(path).size == (40, 100)


@pytest.mark.parametrize(
    ("size", "made"), [((2400, 960), (1200, 480)), ((5000, 100), (1200, 24)), ((400, 4800), (40, 480))]
)
def test_a_large_picture_is_made_smaller_in_its_proportions(
    tmp_path: Path, size: tuple[int, int], made: tuple[int, int]
) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", size, RED).save(path)
    assert read(path).size == made


def test_even_a_picture_without_any_order_is_kept_small(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    noise = random.Random(1).randbytes(3000 * 1200)
    Image.frombytes("L", (3000, 1200), noise).save(path, quality=95)
    assert len(read_logo(path)) < 1200 * 480 * 1.01


@pytest.mark.parametrize("size", [(1, 1), (20_000, 1), (1, 20_000)])
def test_a_picture_as_thin_as_a_line_is_a_picture(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", size, RED).save(path)
    assert min(read(path).size) == 1


@pytest.mark.parametrize(
    "content", [b"", b"Wappen\n", "Größe;Maß\n".encode(), b"%PDF-1.7\n", b"<svg/>", b"\x89PNG\r\n\x1a\n", bytes(5000)]
)
def test_what_only_has_the_name_of_a_picture_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Logo.png"
    path.write_bytes(content)
    assert refused(path) == "logo.not_a_picture"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_that_is_cut_off_is_none(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.bild"
    noise = random.Random(1).randbytes(200 * 100 * 3)
    Image.frombytes("RGB", (200, 100), noise).save(path, kind)
    whole = path.read_bytes()
    for part in (0.01, 0.1, 0.5, 0.9):
        path.write_bytes(whole[: int(len(whole) * part)])
        assert refused(path) == "logo.not_a_picture"


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (13_000, 13_000), (40_001, 1000), (2**31 - 1, 1)])
def test_a_small_file_that_would_fill_the_memory_is_refused(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(width, height))
    assert path.stat().st_size < 100
    assert refused(path) == "logo.too_many_pixels"


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (60, 40), RED).save(path)
    with path.open("ab") as file:
        file.truncate(MAX_MEGABYTES * 1_000_000)
    assert read(path).size == (60, 40)
    with path.open("ab") as file:
        file.truncate(11_000_000)
    assert refused(path) == "logo.too_large"


def test_what_is_not_there_or_a_folder_can_not_be_read(tmp_path: Path) -> None:
    assert refused(tmp_path / "fehlt.png") == "file.unreadable"
    assert refused(tmp_path) == "file.unreadable"


@pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")
def test_a_file_without_rights_can_not_be_read() -> None:
    with protected_folder() as folder:
        path = folder / "a.png"
        path.write_bytes(png(1, 1))
        with without_rights(folder, files=0o000):
            assert refused(path) == "file.unreadable"
