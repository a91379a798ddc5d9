"""A municipality's logo from a picture file."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from kommune_desktop.errors import UserError

MAX_MEGABYTES = 10
MAX_PIXELS = 40_000_000
_LARGEST = (1200, 480)
_SHADES_A_BYTE = 257
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


def read_logo(path: Path) -> bytes:
    """The picture as PNG in shades of grey on white, small enough for print at 600 dpi.

    Raises:
        UserError: ``logo.not_a_picture``, ``logo.too_large``, ``logo.too_many_pixels``, ``file.unreadable``.
    """
    try:
        megabytes = path.stat().st_size / 1_000_000
        if megabytes > MAX_MEGABYTES:
            raise UserError("logo.too_large", path=path, largest=MAX_MEGABYTES)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _as_png(path)
    except Image.DecompressionBombError as error:
        raise UserError("logo.too_many_pixels", path=path) from error
    except FileNotFoundError as error:
        raise UserError("file.unreadable", path=path, reason=error.strerror) from error
    except OSError as error:
        if error.strerror:
            raise UserError("file.unreadable", path=path, reason=error.strerror) from error
        raise UserError("logo.not_a_picture", path=path) from error
    except (ValueError, SyntaxError, EOFError, MemoryError) as error:
        raise UserError("logo.not_a_picture", path=path) from error


def _as_png(path: Path) -> bytes:
    with Image.open(path, formats=_FORMATS) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise UserError("logo.too_many_pixels", path=path)
        picture.draft("L", _LARGEST)
        upright = ImageOps.exif_transpose(picture)
        if upright.mode.startswith("I"):
            # Shades of 16 bits, which "convert" would cut off at 255.
            upright = upright.convert("I").point(lambda shade: shade / _SHADES_A_BYTE).convert("L")
        seen = upright.convert("RGBA")
    seen.thumbnail(_LARGEST)
    white = Image.new("RGBA", seen.size, "white")
    grey = Image.alpha_composite(white, seen).convert("L")
    file = io.BytesIO()
    grey.save(file, "PNG", optimize=True)
    return file.getvalue()
