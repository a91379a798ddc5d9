"""The program as a shell starts it: language, encodings, pipes, full disks, interruptions."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.unit.db.builders import dump, names_beside
from tests.unit.db.processes import ROOT

LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")
posix = pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


def run_process(*arguments: object, **variables: str) -> Ran:
    """The program in a process of its own, as a shell starts it."""
    cleared = {name: value for name, value in os.environ.items() if name not in LANGUAGE_VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "kommune_desktop", *map(str, arguments)],
        cwd=ROOT, env=cleared | variables, capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


GERMAN = [{"LANG": "de_DE.UTF-8"}, {"LANG": "C.UTF-8"}, {"LC_ALL": "C"}, {}, {"LANG": "fr_FR.UTF-8"}, {"LANG": "xx"}]
ENGLISH = [{"LANG": "en_US.UTF-8"}, {"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, {"LC_ALL": "en_IE"}]


@posix
@pytest.mark.parametrize(
    ("variables", "usage"), [*((v, "Aufruf: ") for v in GERMAN), *((v, "Usage: ") for v in ENGLISH)]
)
def test_the_program_speaks_english_where_the_system_does_and_else_german(
    variables: dict[str, str], usage: str
) -> None:
    done = run_process("--help", **variables)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(usage)


@posix
def test_an_error_is_one_line_in_a_process_of_its_own(tmp_path: Path) -> None:
    missing = tmp_path / "Köln.kommune"
    done = run_process("check", missing, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done == Ran(1, "", f"Fehler: Die Datei „{missing}“ gibt es nicht. Prüfen Sie den Namen und den Ordner.\n")


@posix
@pytest.mark.parametrize("name", [b"M\xfcll.kommune", b"fehlt-\xff.kommune"])
def test_a_name_in_another_encoding_is_no_reason_to_break(tmp_path: Path, name: bytes) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    command = [sys.executable.encode(), b"-m", b"kommune_desktop"]
    for arguments in ([b"new", path, b"--municipality", b"Ort"], [b"check", path + b"x"]):
        done = subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, timeout=60, check=False)
        assert done.returncode in (0, 1)
        assert b"Traceback" not in done.stderr


@posix
def test_a_reader_that_has_seen_enough_is_no_error(demo: Path) -> None:
    command = [sys.executable, "-m", "kommune_desktop", "results", str(demo), "--round", "latest", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full needs /dev/full")
def test_a_full_disk_is_said_in_one_line(demo: Path) -> None:
    command = [sys.executable, "-m", "kommune_desktop", "results", str(demo), "--round", "latest", "--json"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


@posix
def test_an_interrupted_command_leaves_no_traceback_and_no_half_file(tmp_path: Path) -> None:
    path = tmp_path / "d.kommune"
    command = [sys.executable, "-c", INTERRUPTED, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert process.returncode in (1, 130, -signal.SIGINT)
    assert list(tmp_path.iterdir()) == []


INTERRUPTED = """
import os, signal, sys
from kommune_desktop import cli, paths
write_beside = paths.write_beside
def interrupted(target, write):
    def stop(part):
        write(part)
        os.kill(os.getpid(), signal.SIGINT)
    write_beside(target, stop)
paths.write_beside = interrupted
sys.exit(cli.main(["new", sys.argv[1], "--municipality", "X"]))
"""


@posix
def test_forms_that_are_interrupted_register_nothing_and_leave_no_half_file(demo: Path, tmp_path: Path) -> None:
    before, names = dump(demo), names_beside(demo)
    command = [sys.executable, "-c", INTERRUPTED_FORMS, str(demo), str(tmp_path / "a.pdf")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode in (1, 130, -signal.SIGINT)
    assert (dump(demo), names_beside(demo)) == (before, names)


INTERRUPTED_FORMS = """
import os, signal, sys
from kommune_desktop import cli
from kommune_desktop.workflow import forms
draw_forms = forms.draw_forms
def interrupted(*arguments):
    draw_forms(*arguments)
    os.kill(os.getpid(), signal.SIGINT)
forms.draw_forms = interrupted
command = ["forms", sys.argv[1], "--round", "latest", "--group", "council", "--count", "2", "-o", sys.argv[2]]
sys.exit(cli.main(command))
"""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full needs /dev/full")
def test_forms_that_fit_no_disk_register_nothing(demo: Path, tmp_path: Path) -> None:
    before, names = dump(demo), names_beside(demo)
    command = [sys.executable, "-c", FULL_FORMS, str(demo), str(tmp_path / "a.pdf")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert (dump(demo), names_beside(demo)) == (before, names)


FULL_FORMS = """
import sys
from pathlib import Path
from kommune_desktop import cli
from kommune_desktop.workflow import forms
draw_forms = forms.draw_forms
forms.draw_forms = lambda part, *more: draw_forms(Path("/dev/full"), *more)
command = ["forms", sys.argv[1], "--round", "latest", "--group", "council", "--count", "2", "-o", sys.argv[2]]
sys.exit(cli.main(command))
"""


def test_asking_for_help_loads_neither_the_window_nor_the_store() -> None:
    script = "import sys; from kommune_desktop.__main__ import main; main(['--help']); print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.splitlines()}
    assert loaded & {"PySide6", "sqlalchemy", "alembic", "reportlab", "segno", "PIL", "yaml", "jsonschema"} == set()
    assert "argparse" in loaded


def test_a_command_loads_no_window(demo: Path) -> None:
    script = "import sys; from kommune_desktop.__main__ import main; main(sys.argv[1:]); print(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", script, "check", str(demo)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "sqlalchemy" in done.stdout
    assert "PySide6" not in done.stdout
