"""Paper: codes for the numbers of sheets, printed forms, the stations of a sheet, logo and address."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NOW = sa.text("(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))")
_STATIONS = ("issued_at", "returned_at", "keyed_at", "verified_at", "lost_at", "invalid_at")
_GROUP_CODES = {
    "administration": "VW",
    "council": "RF",
    "welfare": "WV",
    "civil_society": "ZG",
    "business": "WI",
    "advisory_boards": "BR",
}


def upgrade() -> None:
    """Rebuild the tables that gain columns; SQLite can't add constraints to one that is there."""
    op.execute("ALTER TABLE municipality RENAME TO old_municipality")
    _create_municipality(sa.Column("logo", sa.LargeBinary))
    _move("municipality", "id, name, created_at")

    codes = _round_codes()
    op.execute("ALTER TABLE round RENAME TO old_round")
    _create_round(
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("return_to", sa.Text, nullable=False, server_default=""),
        sa.Column("return_by", sa.Text),
        sa.UniqueConstraint("code", name="uq_round_code"),
    )
    _move("round", "id, title, questionnaire_id, weighting, min_cell, short_form, created_at, code", codes)

    codes = _group_codes()
    op.execute("ALTER TABLE actor_group RENAME TO old_actor_group")
    _create_group(
        sa.Column("code", sa.Text, nullable=False),
        sa.UniqueConstraint("round_id", "code", name="uq_actor_group_round_id_code"),
    )
    _move("actor_group", "id, round_id, key, title, kind, position, code", codes)

    op.create_table(
        "form",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("layout", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        sa.PrimaryKeyConstraint("id", name="pk_form"),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_form_round_id", ondelete="CASCADE"),
        sa.UniqueConstraint("round_id", "fingerprint", name="uq_form_round_id_fingerprint"),
        sa.CheckConstraint("json_valid(layout)", name=op.f("ck_form_layout")),
    )
    op.execute("ALTER TABLE sheet RENAME TO old_sheet")
    op.drop_index("ix_sheet_number")
    _create_sheet(
        *(sa.Column(name, sa.Text) for name in _STATIONS),
        sa.Column("form_id", sa.Integer),
        sa.ForeignKeyConstraint(["form_id"], ["form.id"], name="fk_sheet_form_id"),
    )
    _move("sheet", "id, round_id, group_id, number, topic, created_at, deleted_at")


def downgrade() -> None:
    """Leave out what was added."""
    op.execute("ALTER TABLE sheet RENAME TO old_sheet")
    op.drop_index("ix_sheet_number")
    _create_sheet()
    _move("sheet", "id, round_id, group_id, number, topic, created_at, deleted_at")
    op.drop_table("form")
    op.execute("ALTER TABLE actor_group RENAME TO old_actor_group")
    _create_group()
    _move("actor_group", "id, round_id, key, title, kind, position")
    op.execute("ALTER TABLE round RENAME TO old_round")
    _create_round()
    _move("round", "id, title, questionnaire_id, weighting, min_cell, short_form, created_at")
    op.execute("ALTER TABLE municipality RENAME TO old_municipality")
    _create_municipality()
    _move("municipality", "id, name, created_at")


def _move(table: str, columns: str, codes: dict[int, str] | None = None) -> None:
    """Fill a table from the old one of its name, with a code for each row, and drop that."""
    if codes is None:
        op.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM old_{table}")  # noqa: S608 - our own names
    else:
        others = columns.removesuffix(", code")
        statement = sa.text(f"INSERT INTO {table} ({columns}) SELECT {others}, :code FROM old_{table} WHERE id = :id")  # noqa: S608
        for row_id, code in codes.items():
            op.get_bind().execute(statement, {"id": row_id, "code": code})
    op.drop_table(f"old_{table}")


def _round_codes() -> dict[int, str]:
    codes: dict[int, str] = {}
    for row_id, created in op.get_bind().execute(sa.text("SELECT id, created_at FROM round ORDER BY created_at, id")):
        year, taken = int(str(created)[2:4]), set(codes.values())
        # More rounds of a year than there are letters go on with the codes of the next years.
        years = [f"{(year + later) % 100:02d}" for later in range(100)]
        free = (code for two in years for code in (two, *(f"{two}{letter}" for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ")))
        codes[row_id] = next(code for code in free if code not in taken)
    return codes


def _group_codes() -> dict[int, str]:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    codes: dict[int, str] = {}
    taken: set[tuple[int, str]] = set()
    query = sa.text("SELECT id, round_id, key, title FROM actor_group ORDER BY round_id, position")
    for row_id, round_id, key, title in op.get_bind().execute(query):
        plain = next(iter(json.loads(title).values()), "").upper().translate(str.maketrans("ÄÖÜ", "AOU"))
        letters = "".join(sign for sign in plain if sign in alphabet) or "GR"
        pairs = [_GROUP_CODES[key]] if key in _GROUP_CODES else []
        pairs += [letters[0] + second for second in letters[1:] + alphabet]
        pairs += [first + second for first in alphabet for second in alphabet]
        codes[row_id] = next(pair for pair in pairs if (round_id, pair) not in taken)
        taken.add((round_id, codes[row_id]))
    return codes


def _create_municipality(*more: sa.schema.SchemaItem) -> None:
    op.create_table(
        "municipality",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        *more,
        sa.PrimaryKeyConstraint("id", name="pk_municipality"),
        sa.CheckConstraint("id = 1", name=op.f("ck_municipality_one_row")),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_municipality_name")),
    )


def _create_round(*more: sa.schema.SchemaItem) -> None:
    op.create_table(
        "round",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("questionnaire_id", sa.Integer, nullable=False),
        sa.Column("weighting", sa.Text, nullable=False),
        sa.Column("min_cell", sa.Integer, nullable=False),
        sa.Column("short_form", sa.Integer, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False, server_default=_NOW),
        *more,
        sa.PrimaryKeyConstraint("id", name="pk_round"),
        sa.ForeignKeyConstraint(["questionnaire_id"], ["questionnaire.id"], name="fk_round_questionnaire_id"),
        sa.UniqueConstraint("title", name="uq_round_title"),
        sa.CheckConstraint("length(trim(title)) > 0", name=op.f("ck_round_title")),
        sa.CheckConstraint("weighting IN ('group', 'sheet')", name=op.f("ck_round_weighting")),
        sa.CheckConstraint("min_cell >= 3", name=op.f("ck_round_min_cell")),
        sa.CheckConstraint("short_form IN (0, 1)", name=op.f("ck_round_short_form")),
    )


def _create_group(*more: sa.schema.SchemaItem) -> None:
    op.create_table(
        "actor_group",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("round_id", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        *more,
        sa.PrimaryKeyConstraint("id", name="pk_actor_group"),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_actor_group_round_id", ondelete="CASCADE"),
        sa.UniqueConstraint("round_id", "key", name="uq_actor_group_round_id_key"),
        sa.UniqueConstraint("round_id", "id", name="uq_actor_group_round_id_id"),
        sa.CheckConstraint("kind IN ('joint', 'individual')", name=op.f("ck_actor_group_kind")),
        sa.CheckConstraint("json_valid(title)", name=op.f("ck_actor_group_title")),
    )


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
        *more,
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
