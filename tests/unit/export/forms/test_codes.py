"""The QR codes of printed and scanned pages say what they should."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import zxingcpp
from PIL import Image

from kommune_desktop.core.page_code import PageCode, coded_version
from kommune_desktop.export.forms import Form, codes
from tests.unit.export.forms.material import UNNUMBERED, drawn, numbers, rendered, shipped_form

SHEETS, PAGES = 12, 20
MOST_TILT = 3.0  # degrees
BLACK_BELOW = 128
FINGERPRINT = "0123ABCD"


def scanned(page: Image.Image, tilt: float) -> Image.Image:
    """A page in black and white that lay askew."""
    turned = page.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return turned.point([0 if grey < BLACK_BELOW else 255 for grey in range(256)])


def read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def said(form: Form, number: str, page: int) -> str:
    layout = form.layout
    return f"KOMM1:{number}:{page}:{layout.version}:{layout.fingerprint}"


@pytest.fixture(scope="module")
def form() -> Form:
    return shipped_form()


@pytest.fixture(scope="module")
def pdf(form: Form, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn(tmp_path_factory.mktemp("codes") / "form.pdf", form, numbers(SHEETS))


@pytest.mark.slow
@pytest.mark.parametrize("dpi", [200, 300])
def test_both_codes_of_scanned_pages_say_sheet_page_version_and_form(form: Form, pdf: Path, dpi: int) -> None:
    random = Random(dpi)
    count = len(form.layout.pages)
    unread = []
    for place in random.sample(range(SHEETS * count), k=PAGES):
        sheet, page = divmod(place, count)
        tilt = random.uniform(-MOST_TILT, MOST_TILT)
        found = read(scanned(rendered(pdf, place + 1, dpi), tilt))
        if found != [said(form, numbers(SHEETS)[sheet], page + 1)] * 2:
            unread.append((place, tilt, found))
    assert unread == []


def test_an_unnumbered_form_says_its_page_all_the_same(form: Form, tmp_path: Path) -> None:
    target = drawn(tmp_path / "form.pdf", form, [UNNUMBERED])
    assert read(rendered(target, 2, 200)) == [said(form, "", 2)] * 2


def test_codes_stand_where_the_layout_says(form: Form, pdf: Path) -> None:
    scale = 300 / 25.4
    image = rendered(pdf, 1, 300)
    found = zxingcpp.read_barcodes(image)
    corners = sorted((code.position.top_left.x / scale, code.position.top_left.y / scale) for code in found)
    wanted = sorted((rect.x, rect.y) for rect in form.layout.codes)
    assert [pytest.approx(corner, abs=0.3) for corner in wanted] == corners


def test_an_upside_down_page_is_read(form: Form, pdf: Path) -> None:
    assert read(scanned(rendered(pdf, 4, 200), 180)) == [said(form, numbers(1)[0], 4)] * 2


@pytest.mark.parametrize("version", ["1.0", "2026-beta", "ä_1", "1.0 für alle Kommunen im Land"])
def test_any_version_fits_the_code(version: str) -> None:
    text = str(PageCode("26B-ZG-9999-9", 99, coded_version(version), FINGERPRINT))
    rows = codes.modules(text)
    side = codes.MODULES + 2 * codes.QUIET
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x in range(codes.MODULES):
            if row[x // 8] >> (7 - x % 8) & 1:
                image.putpixel((x + codes.QUIET, y + codes.QUIET), 0)
    assert read(image.resize((side * 6, side * 6), Image.Resampling.NEAREST)) == [text]


def test_a_part_of_a_code_may_be_missing(form: Form, pdf: Path) -> None:
    """A stain over 7 % of it: error correction H makes up for that."""
    image = rendered(pdf, 1, 300)
    scale = 300 / 25.4
    for rect in form.layout.codes:
        left, top = rect.x + 0.4 * rect.width, rect.y + 0.45 * rect.height
        right, bottom = left + 0.3 * rect.width, top + 0.25 * rect.height
        image.paste(0, (int(left * scale), int(top * scale), int(right * scale), int(bottom * scale)))
    assert read(image) == [said(form, numbers(1)[0], 1)] * 2
