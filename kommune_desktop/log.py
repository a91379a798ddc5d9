"""The log file, where bugs leave their traceback."""

from __future__ import annotations

import logging

from kommune_desktop import __version__, paths

MAX_BYTES, OLD_FILES = 1_000_000, 3


def start() -> None:
    """Log to the person's log file; where it can't be written, to stderr. Once is enough, more does no harm."""
    if logging.getLogger().hasHandlers():
        return
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - brings half of the network along, and the window is not to wait for it

    try:
        paths.log_file().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            paths.log_file(), maxBytes=MAX_BYTES, backupCount=OLD_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s", handlers=[handler])
    logging.getLogger(__name__).info("started, version %s", __version__)
