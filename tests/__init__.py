"""Tests: unit mirrors the package; integration, e2e and benchmarks are apart."""
