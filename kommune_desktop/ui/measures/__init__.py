"""Measures: the page that lists them, and the dialog for one."""
