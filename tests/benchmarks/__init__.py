"""Figures as ratios to their floors: ``python -m tests.benchmarks``. Never tests that pass or fail by time."""
