"""The store: one SQLite file a municipality. Takes and returns core objects only."""

from kommune_desktop.db.store import Store

__all__ = ["Store"]
