"""Tests of the widgets that several pages are made of."""
