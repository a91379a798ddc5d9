"""Papers about the workshop from the command line: as PDF and as Word file, or one clear line and no file."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from kommune_desktop.cli.reports import PAPER_KINDS, PAPERS, REPORT_KINDS
from kommune_desktop.texts import LANGUAGES
from kommune_desktop.workflow.papers import Paper
from kommune_desktop.workflow.reports import KINDS
from tests.unit.cli.program import Program, Ran
from tests.unit.db.builders import dump
from tests.unit.export.reading import metadata, pages, says

TITLES = {
    ("minutes", "de"): "Protokoll des Workshops",
    ("minutes", "en"): "Minutes of the workshop",
    ("handouts", "de"): "Arbeitsblatt für den Workshop",
    ("handouts", "en"): "Handout for the workshop",
    ("council", "de"): "Entwurf einer Vorlage für den Rat",
    ("council", "en"): "Draft of a paper for the council",
    ("strategy", "de"): "Entwurf zur Fortschreibung der Integrationsstrategie",
    ("strategy", "en"): "Draft of the update of the integration strategy",
}
NO_WORKSHOP = (
    "Zu „Runde 2021“ gibt es noch keinen Workshop. Sobald Bögen ausgefüllt sind, bereiten Sie ihn im Fenster auf der "
    "Seite „Workshop“ vor."
)


def named(paper: str, language: str) -> str:
    """The title of a paper of the last round."""
    return f"{TITLES[paper, language]}: {'' if paper == 'handouts' else 'Lindenau am See, '}Runde 2026"


def test_the_commands_offer_every_report_and_every_paper() -> None:
    assert set(REPORT_KINDS) == {*KINDS, "measures", "workshop", "handouts"}
    assert set(PAPERS) == set(Paper)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAPER_KINDS)
def test_minutes_and_handouts_are_pdf(run: Program, demo: Path, tmp_path: Path, kind: str, language: str) -> None:
    target = tmp_path / "ä ö.pdf"
    done = run("report", demo, "--round", "latest", "--kind", kind, "-o", target, "--lang", language)
    assert done == Ran(0, f"Der Bericht steht in {target}.\n", "")
    assert metadata(target)["Title"] == named(PAPER_KINDS[kind], language)
    assert says(target, "Ein Bürgerhaus in der Nordstadt, das auch abends offen hat") == (kind == "workshop")


def test_minutes_are_those_of_the_round_and_the_day_that_were_named(run: Program, demo: Path, tmp_path: Path) -> None:
    target, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (target, again):
        options = ["--kind", "workshop", "--date", "2026-11-26", "-o", path]
        assert run("report", demo, "--round", "2", *options).code == 0
    assert says(target, "24.06.2023 · Volkshochschule, Raum 2.04")
    assert not says(target, "Stadthalle Lindenau")
    assert target.read_bytes() == again.read_bytes()


def test_handouts_are_for_all_working_groups_or_for_one(run: Program, demo: Path, tmp_path: Path) -> None:
    everyone, one = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for target, options in ((everyone, []), (one, ["--area", "ft"])):
        assert run("report", demo, "--round", "latest", "--kind", "handouts", *options, "-o", target).code == 0
    groups = ("Fairer Zugang und Teilhabe", "Engagement und Beteiligung")
    assert [says(everyone, f"Arbeitsgruppe {area}") for area in groups] == [True, True]
    assert [says(one, f"Arbeitsgruppe {area}") for area in groups] == [True, False]
    assert len(pages(one)) < len(pages(everyone))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", [None, *PAPERS])
def test_papers_leave_as_word_files_and_the_usual_one_is_for_the_council(
    run: Program, demo: Path, tmp_path: Path, paper: str | None, language: str
) -> None:
    target = tmp_path / "ä ö.DOCX"
    chosen = [] if paper is None else ["--paper", paper]
    done = run("export", demo, "--round", "latest", "--format", "docx", *chosen, "-o", target, "--lang", language)
    assert done == Ran(0, f"Das Word-Dokument steht in {target}.\n", "")
    file = docx.Document(str(target))
    assert file.core_properties.title == named(paper or "council", language)
    headings = [one.text for one in file.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    group = {"de": "Arbeitsgruppe", "en": "Working group"}[language]
    assert headings[0].startswith(group if paper == "handouts" else TITLES[paper or "council", language])


REPORT, EXPORT = "report {demo} --round latest", "export {demo} --round latest"
REFUSED = {
    f"{REPORT} --kind workshop --area ft -o {{pdf}}": "Ein Handlungsfeld lässt sich nur bei Arbeitsblättern wählen.",
    f"{REPORT} --kind short --area ft -o {{pdf}}": "Ein Handlungsfeld lässt sich nur bei Arbeitsblättern wählen.",
    f"{REPORT} --kind handouts --area x -o {{pdf}}": "Zum Handlungsfeld „x“ steht keine Frage auf der Tagesordnung."
    " Möglich sind: ms, io, ft, aw, eb, kk.",
    f"{REPORT} --kind workshop --sections summary -o {{pdf}}": "Protokoll und Arbeitsblätter werden immer ganz",
    f"{REPORT} --kind handouts --foreword x -o {{pdf}}": "Protokoll und Arbeitsblätter werden immer ganz",
    f"{REPORT} --kind workshop --date heute -o {{pdf}}": "„heute“ ist kein Datum.",
    f"{REPORT} --kind workshop -o {{word}}": "Ein Bericht ist immer eine PDF-Datei.",
    f"{REPORT} --kind short -o {{word}}": "Ein Bericht ist immer eine PDF-Datei.",
    f"{REPORT} --kind workshop -o {{demo}}": "„{demo}“ ist die Datei der Kommune selbst.",
    "report {demo} --round 1 --kind workshop -o {pdf}": NO_WORKSHOP,
    "report {demo} --round 1 --kind handouts -o {pdf}": NO_WORKSHOP,
    "export {demo} --round 1 --format docx --paper minutes -o {word}": NO_WORKSHOP,
    "export {demo} --round 1 --format docx --paper handouts -o {word}": NO_WORKSHOP,
    f"{EXPORT} --format docx -o {{pdf}}": "„{pdf}“ hat nicht die Endung .docx.",
    f"{EXPORT} --format csv --paper council -o {{pdf}}": "Ein Papier lässt sich nur als Word-Dokument wählen.",
    f"{EXPORT} --format docx --public -o {{word}}": "Ein Word-Dokument enthält keine einzelnen Antworten.",
    f"{EXPORT} --format docx --wide -o {{word}}": "Ein Word-Dokument enthält keine einzelnen Antworten.",
    f"{EXPORT} --format docx --plain-csv -o {{word}}": "Ein Word-Dokument enthält keine einzelnen Antworten.",
}


@pytest.mark.parametrize("command", REFUSED)
def test_what_makes_no_sense_is_said_in_one_line_and_leaves_no_file(
    run: Program, demo: Path, tmp_path: Path, command: str
) -> None:
    names = {"demo": demo, "pdf": tmp_path / "p.pdf", "word": tmp_path / "p.docx"}
    before = dump(demo)
    done = run(*(word.format(**names) for word in command.split()))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"Fehler: {REFUSED[command].format(**names)}")
    assert done.err.count("\n") == 1
    assert dump(demo) == before
    assert {path.name for path in tmp_path.iterdir()} == {demo.name}


def test_a_round_without_a_workshop_has_its_drafts(run: Program, demo: Path, tmp_path: Path) -> None:
    for paper in ("council", "strategy"):
        target = tmp_path / f"{paper}.docx"
        assert run("export", demo, "--round", "1", "--format", "docx", "--paper", paper, "-o", target).code == 0
        assert docx.Document(str(target)).core_properties.title.endswith("Lindenau am See, Runde 2021")


def test_a_missing_workshop_is_said_in_english_too(
    run: Program, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    done = run("report", demo, "--round", "1", "--kind", "workshop", "-o", tmp_path / "p.pdf", "--lang", "en")
    line = (
        "There is no workshop for “Runde 2021” yet. As soon as sheets are filled in, prepare it in the window, on the "
        "page “Workshop”."
    )
    assert done == Ran(1, "", f"Error: {line}\n")
