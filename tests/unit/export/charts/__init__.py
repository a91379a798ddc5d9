"""Tests of the charts: what they draw, what they say, and what they keep to themselves."""
