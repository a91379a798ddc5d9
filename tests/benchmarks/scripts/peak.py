"""The most memory that this process has had."""

from __future__ import annotations

import sys
from pathlib import Path


def peak_megabytes() -> float:
    """In millions of bytes."""
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 1e6
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    # Not ru_maxrss: it starts with what the process that started this one had.
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")) / 1e6
