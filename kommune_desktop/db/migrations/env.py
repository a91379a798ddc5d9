"""Alembic's entry: migrates on the connection that the program hands over."""

from __future__ import annotations

from alembic import context

from kommune_desktop.db.connection import transaction
from kommune_desktop.db.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=False)
# Tables can only be rebuilt while foreign keys are off, and that can't be switched inside a transaction.
connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
# What refers to a table keeps its name while the old one steps aside for the new one.
connection.exec_driver_sql("PRAGMA legacy_alter_table = ON")
try:
    with transaction(connection):
        context.run_migrations()
finally:
    connection.exec_driver_sql("PRAGMA legacy_alter_table = OFF")
    connection.exec_driver_sql("PRAGMA foreign_keys = ON")
