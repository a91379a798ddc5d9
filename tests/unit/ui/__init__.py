"""Tests of the window: what a person sees and does."""
