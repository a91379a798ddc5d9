"""Keying paper sheets."""

from kommune_desktop.ui.keying.keying_view import KeyingView

__all__ = ["KeyingView"]
