"""Whether a file is sound."""

from __future__ import annotations

import sqlalchemy as sa


def findings(connection: sa.Connection) -> list[str]:
    """What SQLite finds wrong with the pages, the constraints and the references of a file."""
    pages = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(100)")]
    references = [
        f"{table} {rowid}: {parent}"
        for table, rowid, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return [page for page in pages if page != "ok"] + references
