"""What is to be done: measures, the questions that they are to change, and how they go on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_NOW = sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")


def upgrade() -> None:
    """A measure outlives the round that it comes from."""
    op.create_table(
        "measure",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("round_id", sa.Integer),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("goal", sa.Text, nullable=False, server_default=""),
        sa.Column("office", sa.Text, nullable=False, server_default=""),
        sa.Column("partners", sa.Text, nullable=False, server_default=""),
        sa.Column("starts_on", sa.Text),
        sa.Column("due_on", sa.Text),
        sa.Column("cost", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("dropped_because", sa.Text, nullable=False, server_default=""),
        sa.Column("indicator", sa.Text, nullable=False, server_default=""),
        sa.Column("target", sa.Text, nullable=False, server_default=""),
        sa.Column("area", sa.Text, nullable=False, server_default=""),
        sa.Column("priority", sa.Integer),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        sa.Column("deleted_at", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_measure"),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_measure_round_id", ondelete="SET NULL"),
        sa.CheckConstraint("length(trim(title)) > 0", name=op.f("ck_measure_title")),
        sa.CheckConstraint(
            "status IN ('idea', 'planned', 'running', 'done', 'dropped')", name=op.f("ck_measure_status")
        ),
        sa.CheckConstraint(
            "(status = 'dropped') = (length(trim(dropped_because)) > 0)", name=op.f("ck_measure_dropped_because")
        ),
        sa.CheckConstraint(
            "starts_on IS NULL OR due_on IS NULL OR starts_on <= due_on", name=op.f("ck_measure_due_on")
        ),
    )
    op.create_table(
        "measure_question",
        sa.Column("measure_id", sa.Integer, nullable=False),
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("measure_id", "question_id", name="pk_measure_question"),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name="fk_measure_question_measure_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name="fk_measure_question_question_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "measure_note",
        sa.Column("measure_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("measure_id", "position", name="pk_measure_note"),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.id"], name="fk_measure_note_measure_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Leave out what was added."""
    for table in ("measure_note", "measure_question", "measure"):
        op.drop_table(table)
