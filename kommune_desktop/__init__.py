"""Self-assessment of municipalities, offline, from the first answer to the printed report."""

__version__ = "0.1.0"
