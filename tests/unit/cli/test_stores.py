"""Files, rounds and checks from the command line."""

from __future__ import annotations

from pathlib import Path

from kommune_desktop.db import Store
from tests.unit.cli.program import Program, Ran
from tests.unit.db.builders import dump, execute, names_beside
from tests.unit.db.processes import ROOT

SPOIL = (
    "UPDATE answer SET value = 29"
    " WHERE sheet_id = (SELECT id FROM sheet WHERE number LIKE '26-VW-0001-%' ORDER BY id DESC)"
    " AND question_id = (SELECT id FROM question WHERE key = 'ms.leitbild')"
)


def test_a_store_is_made_once(run: Program, tmp_path: Path) -> None:
    path = tmp_path / "Ort.kommune"
    assert run("new", path, "--municipality", "Müllheim") == Ran(0, f"{path} ist angelegt.\n", "")
    with Store.open(path) as store:
        assert (store.municipality, store.rounds.all()) == ("Müllheim", [])
    again = run("new", path, "--municipality", "Müllheim")
    assert again == Ran(1, "", f"Fehler: Die Datei „{path}“ gibt es schon. Wählen Sie einen anderen Namen.\n")


def test_the_demo_is_made(run: Program, tmp_path: Path, demo_template: Path) -> None:
    path = tmp_path / "d.kommune"
    assert run("demo", path) == Ran(0, f"Die Beispielkommune steht in {path}.\n", "")
    assert len(dump(path)) == len(dump(demo_template))
    assert names_beside(path) == {path.name}


def test_a_round_is_added_with_its_groups(run: Program, tmp_path: Path) -> None:
    path = tmp_path / "Ort.kommune"
    run("new", path, "--municipality", "Ort")
    groups = "administration:joint, kirchen:individual"
    assert run("round", path, "add", "--title", "R1", "--groups", groups).out == "Runde 1 „R1“ ist angelegt.\n"
    assert run("round", path, "add", "--title", "R2").out == "Runde 2 „R2“ ist angelegt.\n"
    with Store.open(path, readonly=True) as store:
        first, second = store.rounds.all()
    assert [(g.id, g.kind.value, g.title.in_language("de")) for g in first.groups] == [
        ("administration", "joint", "Verwaltung"),
        ("kirchen", "individual", "kirchen"),
    ]
    assert len(second.groups) == 6


def test_a_sound_store_and_a_tampered_one_are_told_apart(run: Program, demo: Path) -> None:
    assert run("check", demo) == Ran(0, f"{demo} ist in Ordnung.\n", "")
    execute(demo, SPOIL)
    done = run("check", demo)
    first, line = done.err.splitlines()
    assert (done.code, done.out) == (1, "")
    assert first.startswith(f"Fehler: Die Datei „{demo}“ ist nicht in Ordnung.")
    assert line.startswith("Runde 2026, 26-VW-0001-")


def test_a_questionnaire_is_checked(run: Program, tmp_path: Path) -> None:
    shipped = ROOT / "resources" / "questionnaires" / "weltoffene-kommune.yaml"
    assert run("questionnaire", "check", shipped) == Ran(0, f"{shipped} ist in Ordnung: 105 Fragen.\n", "")
    broken = tmp_path / "q.yaml"
    broken.write_text(shipped.read_text(encoding="utf-8").replace("core: true", "kern: true", 2), encoding="utf-8")
    done = run("questionnaire", "check", broken)
    first, *lines = done.err.splitlines()
    assert (done.code, first) == (1, f"Fehler: Der Fragebogen „{broken}“ ist noch nicht in Ordnung:")
    assert len(lines) == 2
    assert all(line.startswith("Zeile ") and "„kern“ ist hier nicht bekannt" in line for line in lines)
