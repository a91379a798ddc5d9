"""Tests of the paper forms."""
