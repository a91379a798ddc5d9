"""Tests of the PDF vocabulary."""
