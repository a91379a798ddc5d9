"""Opening, creating and migrating the file behind a store."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from kommune_desktop import paths
from kommune_desktop.db import schema
from kommune_desktop.db.schema import APPLICATION_ID, SCHEMA_VERSION
from kommune_desktop.errors import UserError

BUSY_TIMEOUT_MS = 5000
CACHE_KIB = 32_000


def connect(path: Path, *, readonly: bool = False) -> sa.Connection:
    """A connection to an existing store of the current version; migrates an older one first, after a backup.

    The connection commits each statement by itself; several together belong in :func:`transaction`.

    Raises:
        UserError: ``store.*`` where the file is missing, not a store, damaged, locked or from a newer program.
    """
    if not path.is_file():
        raise UserError("store.missing", path=path)
    try:
        connection = _opened(path, readonly=readonly)
    except UnicodeDecodeError as error:
        # SQLite's complaint about a broken schema, with broken letters in it.
        raise UserError("store.damaged", path=path) from error
    connection.info["path"] = path
    try:
        version = _checked_version(connection, path)
        if not readonly:
            # Only now: a file that is refused is left as it was.
            journal = "DELETE" if paths.is_on_network(path) else "WAL"
            connection.exec_driver_sql(f"PRAGMA journal_mode = {journal}")
        if version < SCHEMA_VERSION:
            if readonly:
                raise UserError("store.too_old_to_read", path=path)
            _back_up(path, version)
            migrate(connection)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def create(path: Path, municipality: str) -> None:
    """A new file for a municipality, with the tables of the current version.

    Raises:
        UserError: ``store.exists``, ``file.unwritable``.
    """
    if path.exists():
        raise UserError("store.exists", path=path)
    paths.write_beside(path, lambda part: _fill(part, municipality))


def _fill(part: Path, municipality: str) -> None:
    part.unlink()
    connection = _engine(part, "rwc").connect()
    try:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection)
        connection.execute(sa.insert(schema.municipality).values(id=1, name=municipality))
    finally:
        disconnect(connection)


def fold_log(connection: sa.Connection) -> None:
    """Fold the write-ahead log into the file, so that it can be copied alone and read from a folder without rights.

    Does nothing while another program has the file open.
    """
    with contextlib.suppress(UserError):
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")


def disconnect(connection: sa.Connection) -> None:
    """Close a connection for good."""
    connection.close()
    connection.engine.dispose()


@contextlib.contextmanager
def reading(connection: sa.Connection) -> Iterator[None]:
    """Where stored values become objects: a value that can't is damage to the file, not a bug.

    Raises:
        UserError: ``store.damaged``.
    """
    try:
        yield
    except (ValueError, TypeError, ArithmeticError, LookupError, AttributeError, sa.exc.NoResultFound) as error:
        raise UserError("store.damaged", path=connection.info["path"]) from error


class transaction:  # noqa: N801 - reads like the statement it is
    """Several statements as one: all of them are on disk at the end, or none is.

    Args:
        only_reads: Everything is read as of one moment, and others may write meanwhile.
    """

    def __init__(self, connection: sa.Connection, *, only_reads: bool = False) -> None:
        self._connection = connection
        self._begin = "BEGIN DEFERRED" if only_reads else "BEGIN IMMEDIATE"

    def __enter__(self) -> None:
        self._connection.exec_driver_sql(self._begin)

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if error is None:
                self._connection.exec_driver_sql("COMMIT")
        finally:
            if self._is_open():
                self._connection.exec_driver_sql("ROLLBACK")

    def _is_open(self) -> bool:
        """A full disk ends a transaction by itself."""
        return bool(self._connection.connection.dbapi_connection.in_transaction)  # type: ignore[union-attr]  # SQLite's


def inserted_id(result: sa.CursorResult[Any]) -> int:
    """The id that SQLite gave to the row of an INSERT."""
    return int(result.inserted_primary_key[0])  # type: ignore[index]  # there is one after an INSERT of one row


def migrate(connection: sa.Connection) -> None:
    """Bring the tables to the newest version."""
    from kommune_desktop.db.migrations.run import upgrade  # noqa: PLC0415 - Alembic costs time only when it is needed

    upgrade(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _opened(path: Path, *, readonly: bool) -> sa.Connection:
    if not readonly:
        return _engine(path, "rw").connect()
    try:
        connection = _engine(path, "ro").connect()
        connection.exec_driver_sql("PRAGMA schema_version")
    except UserError as error:
        if error.key not in _NO_RIGHTS or _has_log(path):
            raise
        # A log can't be shared from a folder that can't be written. Then nobody else writes either, and there is none.
        return _engine(path, "ro", immutable=True).connect()
    return connection


def _has_log(path: Path) -> bool:
    """Whether what a program has left behind lies beside the file; without it the file may be old, or half written."""
    logs = [path.with_name(path.name + suffix) for suffix in ("-wal", "-journal")]
    return any(log.is_file() and log.stat().st_size for log in logs)


def _engine(path: Path, mode: str, *, immutable: bool = False) -> sa.Engine:
    uri = _uri(path, mode) + ("&immutable=1" if immutable else "")

    def opened() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_MS / 1000
        )
        with closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA foreign_keys = ON")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        return connection

    engine = sa.create_engine("sqlite://", creator=opened, poolclass=StaticPool)

    @sa.event.listens_for(engine, "handle_error")
    def explain(context: sa.engine.ExceptionContext) -> None:
        cause = _user_error(context.original_exception, path)
        if cause is not None:
            raise cause from context.original_exception

    return engine


def _uri(path: Path, mode: str) -> str:
    """SQLite's URI of a file; an UNC path keeps its two slashes behind an empty host."""
    name = path.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(os.fsencode(name))}?mode={mode}"


_NO_RIGHTS = {"store.readonly", "store.cannot_open"}
_MESSAGES = {
    "locked": "store.locked",
    "busy": "store.locked",
    "readonly": "store.readonly",
    "disk is full": "store.disk_full",
    "disk I/O": "store.disk_failed",
    "unable to open": "store.cannot_open",
    "malformed": "store.damaged",
    "decode to UTF-8": "store.damaged",
    "no such table": "store.damaged",
    "no such column": "store.damaged",
    "not a database": "store.not_ours",
}


def _user_error(error: BaseException | None, path: Path) -> UserError | None:
    if not isinstance(error, sqlite3.DatabaseError):
        return None
    message = str(error)
    key = next((key for part, key in _MESSAGES.items() if part in message), None)
    return UserError(key, path=path) if key else None


def _checked_version(connection: sa.Connection, path: Path) -> int:
    application_id = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if application_id != APPLICATION_ID:
        raise UserError("store.not_ours", path=path)
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > SCHEMA_VERSION:
        raise UserError("store.newer", path=path)
    return version


def _back_up(path: Path, version: int) -> None:
    """A copy beside the file, named by the version that it has; an older copy of that name is kept."""
    target = path.with_name(f"{path.stem}.v{version}{path.suffix}")
    if target.exists():
        return
    paths.write_beside(target, lambda part: _copy(path, part))


def _copy(source: Path, part: Path) -> None:
    with (
        closing(sqlite3.connect(_uri(source, "rw"), uri=True)) as old,
        closing(sqlite3.connect(_uri(part, "rw"), uri=True)) as new,
    ):
        old.backup(new)
