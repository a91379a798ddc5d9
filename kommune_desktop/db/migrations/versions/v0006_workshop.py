"""The workshop of a round: its agenda, what was agreed on, what is needed, and the dots."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A round has one workshop at most."""
    _create_workshop()
    _create_agenda()
    op.create_table(
        "need",
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("question_id", sa.Integer),
        sa.Column("dots", sa.Integer),
        sa.PrimaryKeyConstraint("round_id", "number", name="pk_need"),
        sa.ForeignKeyConstraint(["round_id"], ["workshop.round_id"], name="fk_need_round_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name="fk_need_question_id"),
        sa.CheckConstraint("length(trim(words)) > 0", name=op.f("ck_need_words")),
        sa.CheckConstraint("dots >= 0", name=op.f("ck_need_dots")),
        sqlite_with_rowid=False,
    )


def _create_workshop() -> None:
    op.create_table(
        "workshop",
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("held_on", sa.Text),
        sa.Column("place", sa.Text, nullable=False, server_default=""),
        sa.Column("names", sa.Text, nullable=False, server_default=""),
        sa.Column("voting", sa.Text, nullable=False),
        sa.Column("dots_each", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round_id", name="pk_workshop"),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_workshop_round_id", ondelete="CASCADE"),
        sa.CheckConstraint("voting IN ('dots', 'hands')", name=op.f("ck_workshop_voting")),
        sa.CheckConstraint("dots_each > 0", name=op.f("ck_workshop_dots_each")),
    )
    op.create_table(
        "workshop_people",
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("round_id", "group_id", name="pk_workshop_people"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["workshop.round_id"], name="fk_workshop_people_round_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["round_id", "group_id"],
            ["actor_group.round_id", "actor_group.id"],
            name="fk_workshop_people_round_id_group_id",
            ondelete="CASCADE",
        ),
        sa.CheckConstraint("number >= 0", name=op.f("ck_workshop_people_number")),
        sqlite_with_rowid=False,
    )


def _create_agenda() -> None:
    op.create_table(
        "agenda_item",
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("value", sa.Integer),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sa.Column("ideas", sa.Text, nullable=False, server_default=""),
        sa.Column("notes", sa.Text, nullable=False, server_default=""),
        sa.Column("dots", sa.Integer),
        sa.PrimaryKeyConstraint("round_id", "question_id", name="pk_agenda_item"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["workshop.round_id"], name="fk_agenda_item_round_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name="fk_agenda_item_question_id"),
        sa.CheckConstraint("state IN ('open', 'reached', 'not_reached')", name=op.f("ck_agenda_item_state")),
        sa.CheckConstraint("value IS NULL OR state = 'reached'", name=op.f("ck_agenda_item_value")),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_agenda_item_minutes")),
        sa.CheckConstraint("dots >= 0", name=op.f("ck_agenda_item_dots")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dissent",
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("round_id", "question_id", "group_id", name="pk_dissent"),
        sa.ForeignKeyConstraint(
            ["round_id", "question_id"],
            ["agenda_item.round_id", "agenda_item.question_id"],
            name="fk_dissent_round_id_question_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["round_id", "group_id"],
            ["actor_group.round_id", "actor_group.id"],
            name="fk_dissent_round_id_group_id",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Leave out what was added."""
    for table in ("need", "dissent", "agenda_item", "workshop_people", "workshop"):
        op.drop_table(table)
