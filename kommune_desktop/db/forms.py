"""The printed forms of a round: their geometry, kept for keying and for scanning."""

from __future__ import annotations

import json

import sqlalchemy as sa

from kommune_desktop.core.form import FormLayout, from_document, to_document
from kommune_desktop.db import schema
from kommune_desktop.db.connection import inserted_id, reading

_form = schema.form


class Forms:
    """The printed forms of a store."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._read: dict[int, FormLayout] = {}

    def keep(self, round_id: int, layout: FormLayout) -> int:
        """The row of a form, added where the round does not have it yet."""
        same = (_form.c.round_id == round_id, _form.c.fingerprint == layout.fingerprint)
        found = self._connection.execute(sa.select(_form.c.id).where(*same)).scalar_one_or_none()
        if found is not None:
            return int(found)
        content = json.dumps(to_document(layout), ensure_ascii=False, separators=(",", ":"))
        values = {"round_id": round_id, "fingerprint": layout.fingerprint, "layout": content}
        return inserted_id(self._connection.execute(sa.insert(_form).values(values)))

    def forget_unused(self) -> None:
        """Remove the forms that no sheet was printed on."""
        used = sa.select(schema.sheet.c.form_id).where(schema.sheet.c.form_id.is_not(None))
        self._connection.execute(sa.delete(_form).where(_form.c.id.not_in(used)))

    def get(self, form_id: int) -> FormLayout:
        """The geometry of a form."""
        if form_id not in self._read:
            query = sa.select(_form.c.layout).where(_form.c.id == form_id)
            with reading(self._connection):
                self._read[form_id] = from_document(json.loads(self._connection.execute(query).scalar_one()))
        return self._read[form_id]
