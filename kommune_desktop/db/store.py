"""One municipality's file, open."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from kommune_desktop.core.verification import Keying
from kommune_desktop.db import schema
from kommune_desktop.db.answers import AnswerRows, AnswerTable
from kommune_desktop.db.batches import Batches
from kommune_desktop.db.check import findings
from kommune_desktop.db.connection import connect, create, disconnect, fold_log, transaction
from kommune_desktop.db.forms import Forms
from kommune_desktop.db.measures import Measures
from kommune_desktop.db.questionnaires import Questionnaires
from kommune_desktop.db.remarks import Remarks
from kommune_desktop.db.rounds import Rounds
from kommune_desktop.db.second_keying import SecondKeying
from kommune_desktop.db.sheets import Sheets
from kommune_desktop.db.tallies import Tallies
from kommune_desktop.db.workshops import Workshops
from kommune_desktop.errors import UserError


class Store:
    """The parts of an open store. Belongs to one thread at a time; the one that opened it may hand it over."""

    def __init__(self, path: Path, connection: sa.Connection, *, readonly: bool) -> None:
        self.path = path
        self.readonly = readonly
        self._connection = connection
        self.questionnaires = Questionnaires(connection)
        self.rounds = Rounds(connection, self.questionnaires)
        self.forms = Forms(connection)
        self.sheets = Sheets(connection, self.forms)
        self.answers = AnswerRows(connection, self.questionnaires, self.sheets)
        self.second_keying = SecondKeying(connection, self.questionnaires, self.answers)
        self.batches = Batches(connection)
        self.remarks = Remarks(connection, self.questionnaires, self.sheets)
        self.measures = Measures(connection, self.questionnaires)
        self.workshops = Workshops(connection, self.questionnaires, self.sheets)
        self.tallies = Tallies(connection, self.questionnaires, self.sheets)
        self.municipality = str(connection.execute(sa.select(schema.municipality.c.name)).scalar_one())

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False) -> Self:
        """Open a file.

        Raises:
            UserError: ``store.*``.
        """
        connection = connect(path, readonly=readonly)
        try:
            store = cls(path, connection, readonly=readonly)
        except sa.exc.NoResultFound as error:
            disconnect(connection)
            raise UserError("store.damaged", path=path) from error
        except BaseException:
            disconnect(connection)
            raise
        return store

    @classmethod
    def create(cls, path: Path, municipality: str) -> Self:
        """Make a file for a municipality and open it.

        Raises:
            UserError: ``municipality.name_missing``, ``store.exists``, ``file.unwritable``.
        """
        name = municipality.strip()
        if not name:
            raise UserError("municipality.name_missing")
        create(path, name)
        return cls.open(path)

    def table_of(self, keying: Keying) -> AnswerTable:
        """Where the answers of a keying are."""
        return self.answers if keying is Keying.FIRST else self.second_keying

    def writing(self) -> transaction:
        """Several writes as one: all of them are on disk at the end, or none is."""
        return transaction(self._connection)

    def one_moment(self) -> transaction:
        """Several reads as of one moment, whatever other windows write meanwhile."""
        return transaction(self._connection, only_reads=True)

    def purge(self) -> None:
        """Remove for good what was deleted before."""
        self.sheets.purge()
        self.batches.purge()
        self.measures.purge()

    def logo(self) -> bytes | None:
        """The municipality's logo as PNG, where it has one."""
        found: bytes | None = self._connection.execute(sa.select(schema.municipality.c.logo)).scalar_one()
        return found

    def set_logo(self, png: bytes | None) -> None:
        """Keep the municipality's logo with the file, or do without one."""
        self._connection.execute(sa.update(schema.municipality).values(logo=png))

    def findings(self) -> list[str]:
        """What is wrong with the file, in SQLite's words; empty for a sound one."""
        return findings(self._connection)

    def close(self) -> None:
        """Close the file; at rest it is one file, without a log beside it."""
        if not self.readonly:
            fold_log(self._connection)
        disconnect(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
