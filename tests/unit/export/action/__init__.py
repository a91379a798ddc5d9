"""Tests of what follows from the results."""
