"""The migrations and the schema are two descriptions of the same tables."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from kommune_desktop.db import Store, migrations
from kommune_desktop.db.connection import connect, disconnect
from kommune_desktop.db.migrations.run import downgrade, upgrade
from kommune_desktop.db.schema import SCHEMA_VERSION, metadata
from tests.unit.db.builders import EXAMPLES, add_round, answers_of, dump, fill, names_beside, single

TABLES = ("municipality", "questionnaire", "question", "round", "actor_group", "sheet", "answer", "form")


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return ScriptDirectory.from_config(config)


def built_by_migrations(file: Path) -> dict[str, Statement]:
    with closing(sqlite3.connect(file)) as connection:
        return statements(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())


def built_by_metadata() -> dict[str, Statement]:
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        metadata.create_all(connection)
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    engine.dispose()
    return statements([(name, sql) for name, sql in rows])


def statements(rows: list[tuple[str, str]]) -> dict[str, Statement]:
    return {name: Statement.of(sql) for name, sql in rows if name != "alembic_version"}


@dataclass(frozen=True)
class Statement:
    """An SQL statement whose constraints may stand in any order, as they mean the same in any."""

    head: str
    columns: tuple[str, ...]
    constraints: frozenset[str]
    tail: str

    @classmethod
    def of(cls, sql: str) -> Self:
        head, _, rest = re.sub(r"\s+", " ", sql).partition("(")
        body, _, tail = rest.rpartition(")")
        parts, depth = [""], 0
        for sign in body:
            depth += {"(": 1, ")": -1}.get(sign, 0)
            if sign == "," and not depth:
                parts.append("")
            else:
                parts[-1] += sign
        inner = [part.strip() for part in parts]
        constraints = frozenset(part for part in inner if part.startswith("CONSTRAINT"))
        return cls(head, tuple(part for part in inner if part not in constraints), constraints, tail.strip())


def counts(file: Path) -> dict[str, int]:
    return {table: single(file, f"SELECT count(*) FROM {table}") for table in TABLES}


def test_alembic_finds_no_difference_between_a_new_file_and_the_schema(file: Path) -> None:
    connection = connect(file)
    # Defaults are left to the comparison of the SQL: Alembic takes the default '' of SQLite for another than ''.
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert compare_metadata(context, metadata) == []
    disconnect(connection)


def test_a_new_file_has_the_sql_of_the_schema_to_the_letter(file: Path) -> None:
    assert built_by_migrations(file) == built_by_metadata()


def test_the_comparison_sees_checks_and_tables_without_rowid(file: Path) -> None:
    built = built_by_migrations(file)
    assert any("CHECK (json_valid(title))" in constraint for constraint in built["actor_group"].constraints)
    assert (built["answer"].head, built["answer"].tail) == ("CREATE TABLE answer ", "WITHOUT ROWID")


def test_there_is_one_head() -> None:
    assert len(scripts().get_heads()) == 1


def test_the_version_of_the_schema_is_the_number_of_revisions() -> None:
    assert len(list(scripts().walk_revisions())) == SCHEMA_VERSION


def test_a_file_made_by_this_program_names_itself_and_its_version(file: Path) -> None:
    assert single(file, "PRAGMA application_id").to_bytes(4) == b"KOMM"
    assert single(file, "PRAGMA user_version") == SCHEMA_VERSION


def test_the_tests_fill_every_table(file: Path) -> None:
    assert set(TABLES) == set(metadata.tables)
    assert min(counts(file).values()) > 0


def test_up_down_and_up_again_with_data_in_every_table(file: Path) -> None:
    before = built_by_migrations(file)
    connection = connect(file)
    downgrade(connection, "base")
    assert sa.inspect(connection).get_table_names() == ["alembic_version"]
    upgrade(connection)
    disconnect(connection)
    assert built_by_migrations(file) == before
    assert set(counts(file).values()) == {0}


def test_a_store_rebuilt_by_the_migrations_takes_data_again(file: Path) -> None:
    connection = connect(file)
    downgrade(connection, "base")
    upgrade(connection)
    connection.exec_driver_sql("INSERT INTO municipality (id, name) VALUES (1, 'Neu')")
    disconnect(connection)
    with Store.open(file) as store:
        round_ = add_round(store)
        fill(store, round_)
        assert answers_of(store, round_) == {"1": EXAMPLES}
        assert store.findings() == []


def test_foreign_keys_are_on_again_after_a_migration(file: Path) -> None:
    connection = connect(file)
    downgrade(connection, "base")
    upgrade(connection)
    assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    disconnect(connection)


def test_a_migration_that_fails_leaves_the_file_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(file)
    connection = connect(file)
    monkeypatch.setattr("alembic.operations.Operations.drop_table", dropping_until("round"))
    with pytest.raises(RuntimeError, match="power cut"):
        downgrade(connection, "base")
    disconnect(connection)
    assert dump(file) == before
    assert names_beside(file) == {file.name}


def dropping_until(last: str) -> object:
    def drop(operations: object, table: str) -> None:
        if table == last:
            raise RuntimeError("power cut")
        operations.get_bind().exec_driver_sql(f"DROP TABLE {table}")  # type: ignore[attr-defined]

    return drop


def test_a_file_of_version_1_keeps_its_data_and_gets_codes(file: Path) -> None:
    connection = connect(file)
    downgrade(connection, "0001")
    connection.exec_driver_sql("INSERT INTO round SELECT 9, 'Zweite', questionnaire_id, weighting, min_cell, short_form, created_at FROM round WHERE id = 1")  # fmt: skip  # noqa: E501
    for key, title in (("sport", '{"de": "Sportvereine"}'), ("spd", '{"de": "Sprecher"}'), ("leer", "{}")):
        connection.exec_driver_sql(
            f"INSERT INTO actor_group (round_id, key, title, kind, position) VALUES (9, '{key}', '{title}', 'joint', 9)"
        )
    connection.exec_driver_sql("UPDATE sheet SET deleted_at = created_at WHERE id = 1")
    answers = connection.exec_driver_sql("SELECT count(*) FROM answer").scalar_one()
    upgrade(connection)
    assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert connection.exec_driver_sql("SELECT count(*) FROM answer").scalar_one() == answers > 0
    codes = connection.exec_driver_sql("SELECT code FROM round ORDER BY id").scalars().all()
    assert len(set(codes)) == len(codes)
    assert all(code[:2].isdecimal() for code in codes)
    groups = connection.exec_driver_sql("SELECT code FROM actor_group WHERE round_id = 9 ORDER BY id").scalars().all()
    assert groups == ["SP", "SR", "GR"]
    assert not connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE sql LIKE '%old\\_%' ESCAPE '\\'").all()
    assert connection.exec_driver_sql("SELECT deleted_at IS NOT NULL FROM sheet WHERE id = 1").scalar_one()
    disconnect(connection)
