"""Alembic's migrations of a store, run inside the program when a file is opened."""
