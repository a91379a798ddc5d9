"""Tests of keying."""
