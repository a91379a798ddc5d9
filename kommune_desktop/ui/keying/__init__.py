"""Keying paper sheets."""

from kommune_desktop.ui.keying.keying_view import KeyingJob, KeyingView

__all__ = ["KeyingJob", "KeyingView"]
