"""The store, run on real files."""
