"""The tables of a store as they are at the newest version.

The migrations build them; a test holds both against each other, to the letter of the SQL.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    Table,
    Text,
    UniqueConstraint,
    text,
)

APPLICATION_ID = int.from_bytes(b"KOMM")
SCHEMA_VERSION = 6

NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
"""UTC with milliseconds, ISO 8601."""


def timestamp(moment: datetime) -> str:
    """A moment with a time zone as the store writes it."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _created() -> Column[str]:
    return Column("created_at", Text, nullable=False, server_default=text(f"({NOW})"))


municipality = Table(
    "municipality",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    _created(),
    Column("logo", LargeBinary),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("length(trim(name)) > 0", name="name"),
)

questionnaire = Table(
    "questionnaire",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("content", Text, nullable=False),
    _created(),
    UniqueConstraint("key", "version"),
    CheckConstraint("json_valid(content)", name="content"),
)

question = Table(
    "question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
)

round_ = Table(
    "round",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("questionnaire_id", ForeignKey(questionnaire.c.id), nullable=False),
    Column("weighting", Text, nullable=False),
    Column("min_cell", Integer, nullable=False),
    Column("short_form", Integer, nullable=False),
    _created(),
    Column("code", Text, nullable=False),
    Column("return_to", Text, nullable=False, server_default=""),
    Column("return_by", Text),
    UniqueConstraint("title"),
    UniqueConstraint("code"),
    CheckConstraint("length(trim(title)) > 0", name="title"),
    CheckConstraint("weighting IN ('group', 'sheet')", name="weighting"),
    CheckConstraint("min_cell >= 3", name="min_cell"),
    CheckConstraint("short_form IN (0, 1)", name="short_form"),
)

group = Table(
    "actor_group",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", ForeignKey(round_.c.id, ondelete="CASCADE"), nullable=False),
    Column("key", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("code", Text, nullable=False),
    UniqueConstraint("round_id", "key"),
    UniqueConstraint("round_id", "id"),
    UniqueConstraint("round_id", "code"),
    CheckConstraint("kind IN ('joint', 'individual')", name="kind"),
    CheckConstraint("json_valid(title)", name="title"),
)

form = Table(
    "form",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", ForeignKey(round_.c.id, ondelete="CASCADE"), nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("layout", Text, nullable=False),
    _created(),
    UniqueConstraint("round_id", "fingerprint"),
    CheckConstraint("json_valid(layout)", name="layout"),
)

batch = Table(
    "batch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", ForeignKey(round_.c.id, ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("expected", Integer, nullable=False),
    _created(),
    Column("deleted_at", Text),
    UniqueConstraint("round_id", "number"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("expected >= 0", name="expected"),
)

spent_number = Table(
    "spent_number",
    metadata,
    Column("round_id", ForeignKey(round_.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Text, primary_key=True),
    sqlite_with_rowid=False,
)

sheet = Table(
    "sheet",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", Integer, nullable=False),
    Column("group_id", Integer, nullable=False),
    Column("number", Text, nullable=False),
    Column("topic", Text, nullable=False, server_default=""),
    _created(),
    Column("deleted_at", Text),
    Column("issued_at", Text),
    Column("returned_at", Text),
    Column("keyed_at", Text),
    Column("verified_at", Text),
    Column("lost_at", Text),
    Column("invalid_at", Text),
    Column("form_id", ForeignKey(form.c.id)),
    Column("batch_id", ForeignKey(batch.c.id)),
    Column("laid_at", Text),
    Column("keyed_by", Text, nullable=False, server_default=""),
    Column("second_wanted", Integer, nullable=False, server_default="0"),
    Column("second_by", Text, nullable=False, server_default=""),
    Column("second_at", Text),
    ForeignKeyConstraint(["round_id", "group_id"], [group.c.round_id, group.c.id], ondelete="CASCADE"),
    CheckConstraint("length(trim(number)) > 0", name="number"),
    CheckConstraint("second_wanted IN (0, 1)", name="second_wanted"),
    Index("ix_sheet_number", "round_id", "number", unique=True, sqlite_where=text("deleted_at IS NULL")),
)


def _answer_table(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("sheet_id", ForeignKey(sheet.c.id, ondelete="CASCADE"), primary_key=True),
        Column("question_id", ForeignKey(question.c.id), primary_key=True),
        Column("state", Text, nullable=False),
        Column("value", Numeric(asdecimal=False)),
        Column("text", Text),
        Column("comment", Text, nullable=False, server_default=""),
        Column("evidence", Text, nullable=False, server_default=""),
        Column("updated_at", Text, nullable=False, server_default=text(f"({NOW})")),
        # One expression that is done after its first comparison for nearly every row: four plain ones cost three times
        # as much as all the rest of an insert.
        CheckConstraint(
            "CASE WHEN state = 'given' THEN (value IS NULL) <> (text IS NULL) "
            "WHEN state IN ('dont_know', 'not_applicable', 'blank', 'illegible', 'double_marked') "
            "THEN value IS NULL AND text IS NULL ELSE 0 END",
            name="state",
        ),
        CheckConstraint("typeof(value) NOT IN ('text', 'blob')", name="value"),
        sqlite_with_rowid=False,
    )


answer = _answer_table("answer")
second_answer = _answer_table("second_answer")
"""What the independent second keying of a sheet gave."""

resolution = Table(
    "resolution",
    metadata,
    Column("sheet_id", ForeignKey(sheet.c.id, ondelete="CASCADE"), primary_key=True),
    Column("question_id", ForeignKey(question.c.id), primary_key=True),
    Column("first_state", Text),
    Column("first_value", Numeric(asdecimal=False)),
    Column("first_text", Text),
    Column("note", Text, nullable=False, server_default=""),
    Column("resolved_at", Text, nullable=False, server_default=text(f"({NOW})")),
    sqlite_with_rowid=False,
)
"""Differences between both keyings that were settled against the paper; what was keyed first stays on record."""

release = Table(
    "release",
    metadata,
    Column("sheet_id", ForeignKey(sheet.c.id, ondelete="CASCADE"), primary_key=True),
    Column("question_id", ForeignKey(question.c.id), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("words", Text, nullable=False),
    CheckConstraint("kind IN ('comment', 'answer', 'evidence')", name="kind"),
    sqlite_with_rowid=False,
)
"""Words that may stand in the public report, as they were when they were released: what is changed since is not."""

measure = Table(
    "measure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", ForeignKey(round_.c.id, ondelete="SET NULL")),
    Column("title", Text, nullable=False),
    Column("goal", Text, nullable=False, server_default=""),
    Column("office", Text, nullable=False, server_default=""),
    Column("partners", Text, nullable=False, server_default=""),
    Column("starts_on", Text),
    Column("due_on", Text),
    Column("cost", Text),
    Column("status", Text, nullable=False),
    Column("dropped_because", Text, nullable=False, server_default=""),
    Column("indicator", Text, nullable=False, server_default=""),
    Column("target", Text, nullable=False, server_default=""),
    Column("area", Text, nullable=False, server_default=""),
    Column("priority", Integer),
    _created(),
    Column("deleted_at", Text),
    CheckConstraint("length(trim(title)) > 0", name="title"),
    CheckConstraint("status IN ('idea', 'planned', 'running', 'done', 'dropped')", name="status"),
    CheckConstraint("(status = 'dropped') = (length(trim(dropped_because)) > 0)", name="dropped_because"),
    CheckConstraint("starts_on IS NULL OR due_on IS NULL OR starts_on <= due_on", name="due_on"),
)
"""A measure outlives the round that it comes from."""

measure_question = Table(
    "measure_question",
    metadata,
    Column("measure_id", ForeignKey(measure.c.id, ondelete="CASCADE"), primary_key=True),
    Column("question_id", ForeignKey(question.c.id), primary_key=True),
    sqlite_with_rowid=False,
)

measure_note = Table(
    "measure_note",
    metadata,
    Column("measure_id", ForeignKey(measure.c.id, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("day", Text, nullable=False),
    Column("words", Text, nullable=False),
    sqlite_with_rowid=False,
)

workshop = Table(
    "workshop",
    metadata,
    Column("round_id", ForeignKey(round_.c.id, ondelete="CASCADE"), primary_key=True),
    Column("held_on", Text),
    Column("place", Text, nullable=False, server_default=""),
    Column("names", Text, nullable=False, server_default=""),
    Column("voting", Text, nullable=False),
    Column("dots_each", Integer, nullable=False),
    CheckConstraint("voting IN ('dots', 'hands')", name="voting"),
    CheckConstraint("dots_each > 0", name="dots_each"),
)

workshop_people = Table(
    "workshop_people",
    metadata,
    Column("round_id", ForeignKey(workshop.c.round_id, ondelete="CASCADE"), primary_key=True),
    Column("group_id", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    ForeignKeyConstraint(["round_id", "group_id"], [group.c.round_id, group.c.id], ondelete="CASCADE"),
    CheckConstraint("number >= 0", name="number"),
    sqlite_with_rowid=False,
)

agenda_item = Table(
    "agenda_item",
    metadata,
    Column("round_id", ForeignKey(workshop.c.round_id, ondelete="CASCADE"), primary_key=True),
    Column("question_id", ForeignKey(question.c.id), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("value", Integer),
    Column("reason", Text, nullable=False, server_default=""),
    Column("ideas", Text, nullable=False, server_default=""),
    Column("notes", Text, nullable=False, server_default=""),
    Column("dots", Integer),
    CheckConstraint("state IN ('open', 'reached', 'not_reached')", name="state"),
    CheckConstraint("value IS NULL OR state = 'reached'", name="value"),
    CheckConstraint("minutes >= 0", name="minutes"),
    CheckConstraint("dots >= 0", name="dots"),
    sqlite_with_rowid=False,
)
"""A question on the agenda of the workshop, and what was agreed on for it: one record a question."""

dissent = Table(
    "dissent",
    metadata,
    Column("round_id", Integer, primary_key=True),
    Column("question_id", Integer, primary_key=True),
    Column("group_id", Integer, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("words", Text, nullable=False),
    ForeignKeyConstraint(
        ["round_id", "question_id"], [agenda_item.c.round_id, agenda_item.c.question_id], ondelete="CASCADE"
    ),
    ForeignKeyConstraint(["round_id", "group_id"], [group.c.round_id, group.c.id], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

need = Table(
    "need",
    metadata,
    Column("round_id", ForeignKey(workshop.c.round_id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    Column("question_id", ForeignKey(question.c.id)),
    Column("dots", Integer),
    CheckConstraint("length(trim(words)) > 0", name="words"),
    CheckConstraint("dots >= 0", name="dots"),
    sqlite_with_rowid=False,
)
