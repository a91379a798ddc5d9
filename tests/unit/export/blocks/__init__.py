"""Tests of documents made of blocks."""
