"""Which words of the sheets were released for the public report."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A table of its own: nearly all words are never released."""
    op.create_table(
        "release",
        sa.Column("sheet_id", sa.Integer, nullable=False),
        sa.Column("question_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("sheet_id", "question_id", "kind", name="pk_release"),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_release_sheet_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name="fk_release_question_id"),
        sa.CheckConstraint("kind IN ('comment', 'answer', 'evidence')", name=op.f("ck_release_kind")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Leave out what was added."""
    op.drop_table("release")
