"""Where files are written to."""

from __future__ import annotations

from pathlib import Path

from kommune_desktop.db import Store
from kommune_desktop.errors import UserError


def check_targets(store: Store, *targets: Path) -> None:
    """Refuse to write over the municipality's own file, or two things into the same one.

    Raises:
        UserError: ``file.is_store``, ``file.twice``.
    """
    for target in targets:
        if target.exists() and target.samefile(store.path):
            raise UserError("file.is_store", path=target)
    resolved = [target.resolve() for target in targets]
    for target in targets:
        if resolved.count(target.resolve()) > 1:
            raise UserError("file.twice", path=target)
