"""First version: municipality, questionnaires, rounds, groups, sheets, answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NOW = sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")


def upgrade() -> None:
    """Build all tables."""
    op.create_table(
        "municipality",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        sa.PrimaryKeyConstraint("id", name="pk_municipality"),
        sa.CheckConstraint("id = 1", name=op.f("ck_municipality_one_row")),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_municipality_name")),
    )
    op.create_table(
        "questionnaire",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        sa.PrimaryKeyConstraint("id", name="pk_questionnaire"),
        sa.UniqueConstraint("key", "version", name="uq_questionnaire_key_version"),
        sa.CheckConstraint("json_valid(content)", name=op.f("ck_questionnaire_content")),
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
        sa.UniqueConstraint("key", name="uq_question_key"),
    )
    _create_round_and_groups()
    _create_sheets_and_answers()


def _create_round_and_groups() -> None:
    op.create_table(
        "round",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("questionnaire_id", sa.Integer, nullable=False),
        sa.Column("weighting", sa.Text, nullable=False),
        sa.Column("min_cell", sa.Integer, nullable=False),
        sa.Column("short_form", sa.Integer, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        sa.PrimaryKeyConstraint("id", name="pk_round"),
        sa.ForeignKeyConstraint(["questionnaire_id"], ["questionnaire.id"], name="fk_round_questionnaire_id"),
        sa.UniqueConstraint("title", name="uq_round_title"),
        sa.CheckConstraint("length(trim(title)) > 0", name=op.f("ck_round_title")),
        sa.CheckConstraint("weighting IN ('group', 'sheet')", name=op.f("ck_round_weighting")),
        sa.CheckConstraint("min_cell >= 3", name=op.f("ck_round_min_cell")),
        sa.CheckConstraint("short_form IN (0, 1)", name=op.f("ck_round_short_form")),
    )
    op.create_table(
        "actor_group",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actor_group"),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_actor_group_round_id", ondelete="CASCADE"),
        sa.UniqueConstraint("round_id", "key", name="uq_actor_group_round_id_key"),
        sa.UniqueConstraint("round_id", "id", name="uq_actor_group_round_id_id"),
        sa.CheckConstraint("kind IN ('joint', 'individual')", name=op.f("ck_actor_group_kind")),
        sa.CheckConstraint("json_valid(title)", name=op.f("ck_actor_group_title")),
    )


def _create_sheets_and_answers() -> None:
    op.create_table(
        "sheet",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False, server_default=""),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        sa.Column("deleted_at", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_sheet"),
        sa.ForeignKeyConstraint(
            ["round_id", "group_id"],
            ["actor_group.round_id", "actor_group.id"],
            name="fk_sheet_round_id_group_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("length(trim(number)) > 0", name=op.f("ck_sheet_number")),
    )
    op.create_index(
        "ix_sheet_number", "sheet", ["round_id", "number"], unique=True, sqlite_where=sa.text("deleted_at IS NULL")
    )
    op.create_table(
        "answer",
        sa.Column("sheet_id", sa.Integer, nullable=False),
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("value", sa.Numeric),
        sa.Column("text", sa.Text),
        sa.Column("comment", sa.Text, nullable=False, server_default=""),
        sa.Column("evidence", sa.Text, nullable=False, server_default=""),
        sa.Column("updated_at", sa.Text, nullable=False, server_default=_NOW),
        sa.PrimaryKeyConstraint("sheet_id", "question_id", name="pk_answer"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_answer_sheet_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name="fk_answer_question_id"),
        sa.CheckConstraint(
            "CASE WHEN state = 'given' THEN (value IS NULL) <> (text IS NULL) "
            "WHEN state IN ('dont_know', 'not_applicable', 'blank', 'illegible', 'double_marked') "
            "THEN value IS NULL AND text IS NULL ELSE 0 END",
            name=op.f("ck_answer_state"),
        ),
        sa.CheckConstraint("typeof(value) NOT IN ('text', 'blob')", name=op.f("ck_answer_value")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Take all tables away."""
    for table in ("answer", "sheet", "actor_group", "round", "question", "questionnaire", "municipality"):
        op.drop_table(table)
