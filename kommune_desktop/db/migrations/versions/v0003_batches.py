"""Batches, independent second keying, and numbers of paper whose sheets are gone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NOW = sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")
_SHEET = (
    "id, round_id, group_id, number, topic, created_at, deleted_at, issued_at, returned_at, keyed_at, verified_at, "
    "lost_at, invalid_at, form_id"
)


def upgrade() -> None:
    """Rebuild the sheets, and move the numbers of deleted paper to a table of their own."""
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("expected", sa.Integer, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        sa.Column("deleted_at", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_batch_round_id", ondelete="CASCADE"),
        sa.UniqueConstraint("round_id", "number", name="uq_batch_round_id_number"),
        sa.CheckConstraint("number > 0", name=op.f("ck_batch_number")),
        sa.CheckConstraint("expected >= 0", name=op.f("ck_batch_expected")),
    )
    op.create_table(
        "spent_number",
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("round_id", "number", name="pk_spent_number"),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_spent_number_round_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    gone = "FROM sheet WHERE deleted_at IS NOT NULL AND issued_at IS NOT NULL"
    op.execute(f"INSERT OR IGNORE INTO spent_number (round_id, number) SELECT round_id, number {gone}")
    op.execute("ALTER TABLE sheet RENAME TO old_sheet")
    op.drop_index("ix_sheet_number")
    _create_sheet(
        sa.Column("batch_id", sa.Integer),
        sa.Column("laid_at", sa.Text),
        sa.Column("keyed_by", sa.Text, nullable=False, server_default=""),
        sa.Column("second_wanted", sa.Integer, nullable=False, server_default="0"),
        sa.Column("second_by", sa.Text, nullable=False, server_default=""),
        sa.Column("second_at", sa.Text),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name="fk_sheet_batch_id"),
        sa.CheckConstraint("second_wanted IN (0, 1)", name=op.f("ck_sheet_second_wanted")),
    )
    _move_sheets()
    _create_second_answer()
    op.create_table(
        "resolution",
        sa.Column("sheet_id", sa.Integer, nullable=False),
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("first_state", sa.Text),
        sa.Column("first_value", sa.Numeric),
        sa.Column("first_text", sa.Text),
        sa.Column("note", sa.Text, nullable=False, server_default=""),
        sa.Column("resolved_at", sa.Text, nullable=False, server_default=_NOW),
        sa.PrimaryKeyConstraint("sheet_id", "question_id", name="pk_resolution"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_resolution_sheet_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name="fk_resolution_question_id"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Leave out what was added."""
    op.drop_table("resolution")
    op.drop_table("second_answer")
    op.execute("ALTER TABLE sheet RENAME TO old_sheet")
    op.drop_index("ix_sheet_number")
    _create_sheet()
    _move_sheets()
    op.drop_table("spent_number")
    op.drop_table("batch")


def _move_sheets() -> None:
    op.execute(f"INSERT INTO sheet ({_SHEET}) SELECT {_SHEET} FROM old_sheet")  # noqa: S608 - our own names
    op.drop_table("old_sheet")


def _create_sheet(*more: sa.schema.SchemaItem) -> None:
    op.create_table(
        "sheet",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False, server_default=""),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        sa.Column("deleted_at", sa.Text),
        sa.Column("issued_at", sa.Text),
        sa.Column("returned_at", sa.Text),
        sa.Column("keyed_at", sa.Text),
        sa.Column("verified_at", sa.Text),
        sa.Column("lost_at", sa.Text),
        sa.Column("invalid_at", sa.Text),
        sa.Column("form_id", sa.Integer),
        *more,
        sa.PrimaryKeyConstraint("id", name="pk_sheet"),
        sa.ForeignKeyConstraint(
            ["round_id", "group_id"],
            ["actor_group.round_id", "actor_group.id"],
            name="fk_sheet_round_id_group_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["form_id"], ["form.id"], name="fk_sheet_form_id"),
        sa.CheckConstraint("length(trim(number)) > 0", name=op.f("ck_sheet_number")),
    )
    op.create_index(
        "ix_sheet_number", "sheet", ["round_id", "number"], unique=True, sqlite_where=sa.text("deleted_at IS NULL")
    )


def _create_second_answer() -> None:
    op.create_table(
        "second_answer",
        sa.Column("sheet_id", sa.Integer, nullable=False),
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("value", sa.Numeric),
        sa.Column("text", sa.Text),
        sa.Column("comment", sa.Text, nullable=False, server_default=""),
        sa.Column("evidence", sa.Text, nullable=False, server_default=""),
        sa.Column("updated_at", sa.Text, nullable=False, server_default=_NOW),
        sa.PrimaryKeyConstraint("sheet_id", "question_id", name="pk_second_answer"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_second_answer_sheet_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name="fk_second_answer_question_id"),
        sa.CheckConstraint(
            "CASE WHEN state = 'given' THEN (value IS NULL) <> (text IS NULL) "
            "WHEN state IN ('dont_know', 'not_applicable', 'blank', 'illegible', 'double_marked') "
            "THEN value IS NULL AND text IS NULL ELSE 0 END",
            name=op.f("ck_second_answer_state"),
        ),
        sa.CheckConstraint("typeof(value) NOT IN ('text', 'blob')", name=op.f("ck_second_answer_value")),
        sqlite_with_rowid=False,
    )
