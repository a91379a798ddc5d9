"""Run a command of ``kommune-desktop``: seconds, peak memory."""

from __future__ import annotations

import contextlib
import io
import sys
import time

from kommune_desktop.__main__ import main
from tests.benchmarks.scripts.peak import peak_megabytes

started = time.perf_counter()
with contextlib.redirect_stdout(io.StringIO()):
    code = main(sys.argv[1:])
print("seconds", time.perf_counter() - started)
print("peak", peak_megabytes())
sys.exit(code)
