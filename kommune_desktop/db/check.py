"""Whether a file is sound."""

from __future__ import annotations

import sqlalchemy as sa

from kommune_desktop.db.schema import metadata


def findings(connection: sa.Connection) -> list[str]:
    """What SQLite finds wrong with the pages, the constraints and the references of a file."""
    pages = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(100)")]
    constraints = [
        f"{table.name}: {constraint.name}"
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, sa.CheckConstraint)
        and connection.exec_driver_sql(f"SELECT 1 FROM {table.name} WHERE NOT ({constraint.sqltext}) LIMIT 1").first()  # noqa: S608 - our own schema
    ]
    references = [
        f"{table} {rowid}: {parent}"
        for table, rowid, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return [page for page in pages if page != "ok"] + constraints + references
