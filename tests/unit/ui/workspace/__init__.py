"""Tests of the workspace and its pages."""
