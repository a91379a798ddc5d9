"""The migrations and the schema are two descriptions of the same tables."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.form import to_document
from kommune_desktop.core.measure import Measure, ProgressNote
from kommune_desktop.core.numbering import SheetNumber
from kommune_desktop.core.round import ReturnAddress
from kommune_desktop.core.sheet import SheetState
from kommune_desktop.core.workshop import AgendaItem, Need, Workshop
from kommune_desktop.db import Store, migrations
from kommune_desktop.db.connection import connect, disconnect
from kommune_desktop.db.migrations.run import downgrade, upgrade
from kommune_desktop.db.schema import SCHEMA_VERSION, metadata
from kommune_desktop.errors import UserError
from tests.unit.db.builders import (
    EXAMPLES,
    FORM,
    add_round,
    answers_of,
    document,
    dump,
    fill,
    given,
    names_beside,
    question,
    single,
)

TABLES = (
    *("municipality", "questionnaire", "question", "round", "actor_group", "sheet", "answer", "form"),
    *("batch", "second_answer", "resolution", "spent_number", "release", "measure", "measure_question", "measure_note"),
    *("workshop", "workshop_people", "agenda_item", "dissent", "need"),
)


@pytest.fixture
def full_file(file: Path) -> Path:
    """A file with rows in every table."""
    with Store.open(file) as store:
        round_ = store.rounds.all()[0]
        numbers = store.sheets.free_numbers(round_, "council", 2)
        store.sheets.issue(round_, "council", numbers, FORM)
        kept, lost = store.sheets.of_round(round_.id)[-2:]
        store.batches.put(store.batches.add(round_.id, 1).id, kept.id, "KS")
        store.answers.save(kept.id, "a.grad", given(1))
        store.second_keying.save(kept.id, "a.grad", given(2))
        store.second_keying.settle(kept.id, "a.grad", given(2), given(1), "steht so da")
        store.remarks.release(store.remarks.of_round(round_)[0])
        store.sheets.delete(lost.id)
        store.sheets.purge()
        note = ProgressNote(date(2026, 11, 24), "Begonnen.")
        store.measures.add(Measure("Sprechstunde", round_id=round_.id, question_ids=("a.grad",), notes=(note,)))
        consensus = Consensus(ConsensusState.REACHED, 2, "Ja.", (Dissent("welfare", "Nein."),))
        agenda = (AgendaItem("a.grad", consensus=consensus),)
        workshop = Workshop(participants={"welfare": 3}, agenda=agenda, needs=(Need(1, "Räume"),))
        store.workshops.save(round_, Workshop(), workshop)
    return file


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


def test_the_tests_fill_every_table(full_file: Path) -> None:
    assert set(TABLES) == set(metadata.tables)
    assert min(counts(full_file).values()) > 0


def test_up_down_and_up_again_with_data_in_every_table(full_file: Path) -> None:
    before = built_by_migrations(full_file)
    connection = connect(full_file)
    downgrade(connection, "base")
    assert sa.inspect(connection).get_table_names() == ["alembic_version"]
    upgrade(connection)
    disconnect(connection)
    assert built_by_migrations(full_file) == before
    assert set(counts(full_file).values()) == {0}


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


def test_a_migration_up_that_fails_leaves_the_file_as_it_was(version_1: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(version_1)
    monkeypatch.setattr("alembic.operations.Operations.drop_table", dropping_until("old_sheet"))
    with pytest.raises(RuntimeError, match="power cut"):
        Store.open(version_1)
    assert dump(version_1) == before
    assert single(version_1, "PRAGMA user_version") == 1
    monkeypatch.undo()
    with Store.open(version_1) as store:
        assert len(store.rounds.all()) == 3


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


FIRST_ROUNDS = """
INSERT INTO round VALUES
 (5, 'Herbst', 1, 'sheet', 7, 1, '2026-09-01T08:00:00.000Z'),
 (6, 'Frühjahr', 1, 'group', 5, 0, '2026-03-01T08:00:00.000Z'),
 (9, 'Davor', 1, 'group', 5, 0, '2024-03-01T08:00:00.000Z');
INSERT INTO actor_group VALUES
 (11, 5, 'sport', '{"de": "Sportvereine"}', 'individual', 0),
 (12, 5, 'council', '{"de": "Ratsfraktionen"}', 'individual', 1),
 (13, 5, 'spd', '{"de": "Sprecher", "en": "Speakers"}', 'joint', 2),
 (14, 5, 'sp', '{"de": "Sp"}', 'joint', 3),
 (15, 5, 'zahl', '{"de": "12"}', 'joint', 4),
 (21, 6, 'sport', '{"de": "Ältere"}', 'individual', 0),
 (22, 6, 'administration', '{"de": "Verwaltung"}', 'joint', 1),
 (23, 6, 'vw', '{"de": "VW"}', 'joint', 2),
 (31, 9, 'council', '{"de": "Ratsfraktionen"}', 'individual', 0);
INSERT INTO sheet VALUES
 (3, 5, 11, '1', 'a.t', '2026-09-02T08:00:00.000Z', NULL),
 (4, 5, 11, '2', '', '2026-09-02T08:00:00.000Z', '2026-09-03T08:00:00.000Z'),
 (5, 5, 12, '2', '', '2026-09-02T08:00:00.000Z', NULL),
 (8, 6, 22, 'B 3', '', '2026-03-02T08:00:00.000Z', NULL);
INSERT INTO answer VALUES
 (3, 1, 'given', 3, NULL, 'Kommentar „ä“', 'Beschluss', '2026-09-02T08:00:00.000Z'),
 (3, 2, 'given', NULL, 'Wort', '', '', '2026-09-02T08:00:00.000Z'),
 (4, 1, 'given', 1, NULL, '', '', '2026-09-02T08:00:00.000Z'),
 (8, 1, 'dont_know', NULL, NULL, '', '', '2026-03-02T08:00:00.000Z');
"""
CONTENT = document(question("a.grad", core=True), question("a.wort", "text", core=True))


@pytest.fixture
def version_1(file: Path) -> Path:
    """A file as the first version of the program left it: three rounds, two of one year, and a deleted sheet."""
    connection = connect(file)
    downgrade(connection, "base")
    upgrade(connection, "0001")
    disconnect(connection)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("INSERT INTO municipality VALUES (1, 'Lindenau', '2024-01-01T08:00:00.000Z')")
        content = json.dumps(CONTENT, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        values = ("klein", "1.0", content, "2024-01-01T08:00:00.000Z")
        raw.execute("INSERT INTO questionnaire VALUES (1, ?, ?, ?, ?)", values)
        raw.execute("INSERT INTO question VALUES (1, 'a.grad'), (2, 'a.wort')")
        raw.executescript(FIRST_ROUNDS)
        raw.execute("PRAGMA user_version = 1")
        raw.execute("PRAGMA journal_mode = DELETE")
    return file


def table_rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, with the columns that the first version had."""
    columns = {
        "municipality": "id, name, created_at",
        "questionnaire": "*",
        "question": "*",
        "round": "id, title, questionnaire_id, weighting, min_cell, short_form, created_at",
        "actor_group": "id, round_id, key, title, kind, position",
        "sheet": "id, round_id, group_id, number, topic, created_at, deleted_at",
        "answer": "*",
    }
    with closing(sqlite3.connect(file)) as raw:
        return {table: raw.execute(f"SELECT {names} FROM {table}").fetchall() for table, names in columns.items()}


def test_opening_a_file_of_version_1_keeps_every_row_and_a_copy_of_what_was(version_1: Path) -> None:
    before, rows = dump(version_1), table_rows(version_1)
    assert [len(found) for found in rows.values()] == [1, 1, 2, 3, 9, 4, 4]
    Store.open(version_1).close()
    assert table_rows(version_1) == rows
    assert single(version_1, "PRAGMA user_version") == SCHEMA_VERSION
    backup = version_1.with_name(f"{version_1.stem}.v1{version_1.suffix}")
    assert dump(backup) == before
    assert names_beside(version_1) == {version_1.name, backup.name}


def test_a_file_of_version_1_has_the_tables_of_a_new_one_and_sound_references(version_1: Path) -> None:
    Store.open(version_1).close()
    assert built_by_migrations(version_1) == built_by_metadata()
    with closing(sqlite3.connect(version_1)) as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not raw.execute("SELECT name FROM sqlite_master WHERE instr(sql, 'old_')").fetchall()


def test_rounds_and_groups_of_version_1_get_codes_that_are_taken_once(version_1: Path) -> None:
    with Store.open(version_1) as store:
        codes = {round_.title: (round_.code, [group.code for group in round_.groups]) for round_ in store.rounds.all()}
    # In order of time; then the letters of the title: SP, S and R (the P is taken), S and A as no letter is left.
    assert codes == {
        "Davor": ("24", ["RF"]),
        "Frühjahr": ("26", ["AL", "VW", "VA"]),
        "Herbst": ("26B", ["SP", "RF", "SR", "SA", "GR"]),
    }


def test_a_store_of_version_1_goes_on_as_before(version_1: Path) -> None:
    with Store.open(version_1) as store:
        _, spring, autumn = store.rounds.all()
        answers = {"a.grad": given(3, "Kommentar „ä“", "Beschluss"), "a.wort": given("Wort")}
        assert answers_of(store, autumn) == {"1": answers, "2": {}}
        assert answers_of(store, spring) == {"B 3": {"a.grad": Answer(State.DONT_KNOW)}}
        assert {sheet.state for sheet in store.sheets.of_round(autumn.id)} == {SheetState.ON_SCREEN}
        assert store.tallies.of_round(autumn).sheets == {"sport": 1, "council": 1, "spd": 0, "sp": 0, "zahl": 0}
        assert (store.logo(), store.rounds.return_address(autumn.id)) == (None, ReturnAddress())
        store.sheets.delete(5)
        store.sheets.restore(4)
        assert answers_of(store, autumn)["2"] == {"a.grad": given(1)}
        assert store.sheets.add(autumn, "spd").number == str(SheetNumber("26B", "SR", 1))
        assert add_round(store, CONTENT, created=datetime(2026, 12, 1, tzinfo=UTC)).code == "26C"
        assert store.findings() == []


def test_a_file_of_version_1_goes_up_and_down_without_a_trace(version_1: Path) -> None:
    before = dump(version_1)
    connection = connect(version_1)
    downgrade(connection, "0001")
    assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    disconnect(connection)
    assert dump(version_1) == before


def test_paper_sheets_go_down_as_sheets(file: Path) -> None:
    with Store.open(file) as store:
        (round_,) = store.rounds.all()
        numbers = store.sheets.free_numbers(round_, "council", 2)
        store.sheets.issue(round_, "council", numbers, FORM)
        store.set_logo(b"PNG")
    rows = table_rows(file)
    connection = connect(file)
    downgrade(connection, "0001")
    assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    disconnect(connection)
    assert table_rows(file) == rows
    assert [row[3] for row in rows["sheet"]] == ["1", *map(str, numbers)]


def test_a_file_with_more_rounds_of_a_year_than_letters_can_still_be_used(version_1: Path) -> None:
    with closing(sqlite3.connect(version_1)) as raw, raw:
        values = [(100 + place, f"Runde {place}") for place in range(30)]
        raw.executemany("INSERT INTO round VALUES (?, ?, 1, 'group', 5, 0, '2026-10-01T08:00:00.000Z')", values)
        raw.execute("INSERT INTO actor_group VALUES (99, 129, 'council', '{}', 'individual', 0)")
    with Store.open(version_1) as store:
        rounds = store.rounds.all()
        assert len({round_.code for round_ in rounds}) == len(rounds) == 33
        assert store.sheets.add(store.rounds.get(129), "council").number


SECOND_SHEETS = """
INSERT INTO round VALUES
 (5, 'Herbst', 1, 'group', 5, 0, '2026-09-01T08:00:00.000Z', '26', 'Rathaus', '2026-10-01'),
 (6, 'Winter', 1, 'sheet', 7, 1, '2026-12-01T08:00:00.000Z', '26B', '', NULL);
INSERT INTO actor_group VALUES
 (11, 5, 'council', '{"de": "Ratsfraktionen"}', 'individual', 0, 'RF'),
 (12, 5, 'administration', '{"de": "Verwaltung"}', 'joint', 1, 'VW'),
 (21, 6, 'council', '{"de": "Ratsfraktionen"}', 'individual', 0, 'RF');
INSERT INTO sheet
 (id, round_id, group_id, number, topic, deleted_at, issued_at, returned_at, keyed_at, verified_at, lost_at, invalid_at,
  form_id, created_at)
SELECT column1, column2, column3, column4, column5, column6, column7, column8, column9, column10, column11, column12,
  column13, '2026-09-02T08:00:00.000Z'
FROM (VALUES
 (1, 5, 11, 'frei', 'a.t', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
 (2, 5, 11, '26-RF-0001-0', '', NULL, '2026-09-03', NULL, NULL, NULL, NULL, NULL, 7),
 (3, 5, 11, '26-RF-0002-9', '', NULL, '2026-09-03', '2026-09-09', NULL, NULL, NULL, NULL, 7),
 (4, 5, 11, '26-RF-0003-2', '', NULL, '2026-09-03', '2026-09-09', '2026-09-10', NULL, NULL, NULL, 7),
 (5, 5, 11, '26-RF-0004-1', '', NULL, '2026-09-03', '2026-09-09', '2026-09-10', '2026-09-11', NULL, NULL, 7),
 (6, 5, 11, '26-RF-0005-5', '', NULL, '2026-09-03', NULL, NULL, NULL, '2026-09-12', NULL, 7),
 (7, 5, 12, '26-VW-0006-1', '', NULL, '2026-09-03', '2026-09-09', '2026-09-10', NULL, NULL, '2026-09-12', NULL),
 (8, 5, 11, '26-RF-0007-8', '', '2026-09-20', '2026-09-03', NULL, NULL, NULL, NULL, NULL, 7),
 (9, 5, 11, '26-RF-0008-6', '', '2026-09-20', '2026-09-03', '2026-09-09', '2026-09-10', NULL, NULL, NULL, 7),
 (10, 5, 11, '26-RF-0008-6', '', '2026-09-21', '2026-09-03', NULL, NULL, NULL, NULL, NULL, 7),
 (11, 5, 11, 'am Bildschirm', '', '2026-09-20', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
 (12, 5, 11, '26-RF-0001-0', '', '2026-09-20', '2026-09-03', NULL, NULL, NULL, NULL, NULL, 7),
 (13, 6, 21, '26B-RF-0001-7', '', '2026-12-20', '2026-12-03', NULL, NULL, NULL, NULL, NULL, NULL));
INSERT INTO answer VALUES
 (1, 1, 'given', 3, NULL, 'Kommentar „ä“', 'Beschluss', '2026-09-02T08:00:00.000Z'),
 (4, 1, 'given', 2, NULL, '', '', '2026-09-10T08:00:00.000Z'),
 (4, 2, 'given', NULL, 'Wort', '', '', '2026-09-10T08:00:00.000Z'),
 (5, 1, 'double_marked', NULL, NULL, '', '', '2026-09-10T08:00:00.000Z'),
 (7, 1, 'given', 0, NULL, '', '', '2026-09-10T08:00:00.000Z'),
 (9, 1, 'given', 4, NULL, '', '', '2026-09-10T08:00:00.000Z');
"""
STATES_OF_2 = dict(enumerate(SheetState, start=1))


@pytest.fixture
def version_2(file: Path) -> Path:
    """A file as version 2 left it: sheets at every station, and deleted ones, most of them of paper."""
    connection = connect(file)
    downgrade(connection, "base")
    upgrade(connection, "0002")
    disconnect(connection)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("INSERT INTO municipality VALUES (1, 'Lindenau', '2024-01-01T08:00:00.000Z', x'89504E47')")
        content = json.dumps(CONTENT, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        values = ("klein", "1.0", content, "2024-01-01T08:00:00.000Z")
        raw.execute("INSERT INTO questionnaire VALUES (1, ?, ?, ?, ?)", values)
        raw.execute("INSERT INTO question VALUES (1, 'a.grad'), (2, 'a.wort')")
        layout = json.dumps(to_document(FORM))
        form = (7, 5, FORM.fingerprint, layout, "2026-09-03T08:00:00.000Z")
        rounds, rest = SECOND_SHEETS.split("INSERT INTO sheet\n")
        raw.executescript(rounds)
        raw.execute("INSERT INTO form VALUES (?, ?, ?, ?, ?)", form)
        raw.executescript(f"INSERT INTO sheet\n{rest}")
        raw.execute("PRAGMA user_version = 2")
        raw.execute("PRAGMA journal_mode = DELETE")
    return file


def rows_of_2(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, with the columns that version 2 had."""
    columns = dict.fromkeys(
        ("municipality", "questionnaire", "question", "round", "actor_group", "form", "answer"), "*"
    )
    columns["sheet"] = (
        "id, round_id, group_id, number, topic, created_at, deleted_at, issued_at, returned_at, keyed_at, verified_at, "
        "lost_at, invalid_at, form_id"
    )
    with closing(sqlite3.connect(file)) as raw:
        return {table: raw.execute(f"SELECT {names} FROM {table}").fetchall() for table, names in columns.items()}


def test_opening_a_file_of_version_2_keeps_every_row_and_a_copy_of_what_was(version_2: Path) -> None:
    before, rows = dump(version_2), rows_of_2(version_2)
    assert [len(found) for found in rows.values()] == [1, 1, 2, 2, 3, 1, 6, 13]
    Store.open(version_2).close()
    assert rows_of_2(version_2) == rows
    assert single(version_2, "PRAGMA user_version") == SCHEMA_VERSION
    backup = version_2.with_name(f"{version_2.stem}.v2{version_2.suffix}")
    assert dump(backup) == before
    assert names_beside(version_2) == {version_2.name, backup.name}


def test_a_file_of_version_2_has_the_tables_of_a_new_one_and_sound_references(version_2: Path) -> None:
    Store.open(version_2).close()
    assert built_by_migrations(version_2) == built_by_metadata()
    with closing(sqlite3.connect(version_2)) as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not raw.execute("SELECT name FROM sqlite_master WHERE instr(sql, 'old_')").fetchall()


def test_a_store_of_version_2_goes_on_as_before(version_2: Path) -> None:
    with Store.open(version_2) as store:
        autumn, winter = store.rounds.all()
        sheets = {sheet.id: sheet for sheet in store.sheets.of_round(autumn.id)}
        assert {sheet_id: sheet.state for sheet_id, sheet in sheets.items()} == STATES_OF_2
        assert (store.sheets.of_round(winter.id), store.batches.of_round(autumn.id)) == ([], [])
        assert {(s.batch_id, s.laid, s.keyed_by, s.is_second_wanted, s.second_at) for s in sheets.values()} == {
            (None, None, "", False, None)
        }
        assert answers_of(store, autumn)["26-RF-0003-2"] == {"a.grad": given(2), "a.wort": given("Wort")}
        assert store.tallies.of_round(autumn).sheets == {"council": 3, "administration": 0}
        assert store.forms.get(7) == FORM
        store.batches.put(store.batches.add(autumn.id, 1).id, 3, "KS")
        assert store.batches.half_keyed(1) == 3
        store.sheets.restore(9)
        assert store.sheets.get(9).answered == 1
        assert store.findings() == []


def test_numbers_of_deleted_paper_of_version_2_are_never_given_again(version_2: Path) -> None:
    Store.open(version_2).close()
    spent = single(version_2, "SELECT group_concat(round_id || ':' || number, ' ') FROM spent_number")
    assert spent == "5:26-RF-0001-0 5:26-RF-0007-8 5:26-RF-0008-6 6:26B-RF-0001-7"
    with Store.open(version_2) as store:
        autumn, winter = store.rounds.all()
        for _ in range(2):
            assert [number.serial for number in store.sheets.free_numbers(autumn, "council", 2)] == [9, 10]
            assert [number.serial for number in store.sheets.free_numbers(winter, "council", 1)] == [2]
            store.purge()
        assert [sheet.id for sheet in store.sheets.of_round(autumn.id)] == [*STATES_OF_2]
        with pytest.raises(UserError) as caught:
            store.sheets.issue(autumn, "council", [SheetNumber("26", "RF", 8)], FORM)
        assert (caught.value.key, caught.value.params) == ("sheet.number_taken", {"number": "26-RF-0008-6"})
        assert store.sheets.add(autumn, "council", "am Bildschirm").number == "am Bildschirm"


def test_a_file_of_version_2_goes_up_and_down_without_a_trace(version_2: Path) -> None:
    before = built_by_migrations(version_2), rows_of_2(version_2)
    connection = connect(version_2)
    downgrade(connection, "0002")
    assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    disconnect(connection)
    assert (built_by_migrations(version_2), rows_of_2(version_2)) == before


def test_a_migration_of_version_2_that_fails_leaves_the_file_as_it_was(
    version_2: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(version_2)
    monkeypatch.setattr("alembic.operations.Operations.drop_table", dropping_until("old_sheet"))
    with pytest.raises(RuntimeError, match="power cut"):
        Store.open(version_2)
    assert dump(version_2) == before
    assert single(version_2, "PRAGMA user_version") == 2
    monkeypatch.undo()
    with Store.open(version_2) as store:
        assert len(store.sheets.of_round(5)) == len(STATES_OF_2)
