"""The preview: a finished PDF in the window, to be read, searched, saved and printed."""

from __future__ import annotations

from kommune_desktop.ui.preview.document import Document, read_document
from kommune_desktop.ui.preview.view import PreviewView

__all__ = ["Document", "PreviewView", "read_document"]
