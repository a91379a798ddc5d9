"""Tests that run the real program from outside, as a person with a keyboard and a screen reader does."""
