"""Where things lie: resources of the program, files of the person, and what kind of disk a path is on."""

from __future__ import annotations

import itertools
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import platformdirs

from kommune_desktop.errors import UserError

APP_NAME = "kommune_desktop"
STORE_SUFFIX = ".kommune"
NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs"}
_DRIVE_REMOTE = 4
_LONGEST_NAME = 120
_PART_NAME = 40
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def resources() -> Path:
    """Folder of the program's data files, in a checkout, an installed package and a bundle alike."""
    bundled = getattr(sys, "_MEIPASS", None)
    if bundled:
        return Path(bundled) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def settings_file() -> Path:
    """File with the person's settings; its folder may not exist yet."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False, roaming=True)) / "settings.json"


def log_file() -> Path:
    """File that receives tracebacks of bugs; its folder may not exist yet."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)) / "kommune_desktop.log"


def demo_file() -> Path:
    """Where the window keeps the demo municipality; its folder may not exist yet."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / f"Beispiel{STORE_SUFFIX}"


def file_name(words: str, suffix: str) -> str:
    """A file name from words, without what Windows does not allow in one."""
    name = _NOT_IN_NAMES.sub("-", words).strip(" .-")
    while len(name.encode()) > _LONGEST_NAME:
        name = name[:-1].rstrip(" .-")
    if not name or PureWindowsPath(name).is_reserved():
        name = f"Kommune {name}".strip()
    return f"{name}{suffix}"


def with_suffix(path: Path, suffix: str) -> Path:
    """The path ending in a suffix; a name that ends otherwise, as in ``Runde 1.2``, is kept whole."""
    return path if path.name.casefold().endswith(suffix) else path.with_name(path.name + suffix)


def unused(path: Path) -> Path:
    """The path, with a number behind the name where there is a file already."""
    names = (path.with_name(f"{path.stem} {number}{path.suffix}") for number in itertools.count(2))
    return next(other for other in itertools.chain([path], names) if not other.exists())


def is_on_network(path: Path) -> bool:
    """Whether a path lies on a network share, where SQLite's write-ahead log is not safe."""
    if os.name == "nt":
        return _is_windows_share(path)
    return _linux_file_system(path) in NETWORK_FILE_SYSTEMS


def _is_windows_share(path: Path) -> bool:
    drive = PureWindowsPath(path.absolute()).drive
    if drive.startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415 - for Windows alone

    kernel: ctypes.CDLL = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    return bool(kernel.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE)


def _linux_file_system(path: Path) -> str:
    """Type of the file system whose mount point is the longest prefix of the path; empty where unknown."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    target = os.path.realpath(path)
    best, kind = "", ""
    for line in mounts.splitlines():
        _, point, file_system, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, file_system
    return kind


def write_beside(target: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a new file beside the target, then put it in the target's place in one step.

    The target is either the whole new file or what it was before, never half a file.

    Raises:
        UserError: ``file.unwritable``.
    """
    part = target.with_name(f".{target.name[:_PART_NAME]}.{os.urandom(8).hex()}.part")
    try:
        part.touch(exist_ok=False)
        try:
            write(part)
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UserError("file.unwritable", path=target, reason=error.strerror) from error
