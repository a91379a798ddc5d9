"""Figures of the program as ratios to their floors: ``python -m tests.benchmarks``. Never a test that passes or fails by time."""
