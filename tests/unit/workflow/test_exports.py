"""Exports from end to end: the same numbers everywhere, nothing public that is not, and whole files or none."""

from __future__ import annotations

import csv
import errno
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyreadstat
import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.questionnaire import Text
from kommune_desktop.core.round import Group, GroupKind, Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.export.tables import xlsx
from kommune_desktop.texts import LANGUAGES, texts
from kommune_desktop.workflow.exports import SUFFIXES, ExportFormat, ExportWish, export_round
from kommune_desktop.workflow.reports import round_figures
from tests.unit.db.builders import GROUPS, add_round, document, fill, german, given, names_beside, question
from tests.unit.db.processes import protected_folder, without_rights
from tests.unit.export.tables.material import sheets_of
from tests.unit.export.test_answers_json import VALIDATOR

DAY = date(2026, 11, 24)
FORMATS = list(ExportFormat)
SECRET = "Mein Name ist Alma Weber."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", "Lindenau") as made:
        yield made


def wish(form: ExportFormat = ExportFormat.XLSX, **more: Any) -> ExportWish:
    return ExportWish(form, "de", **more)


def export(store: Store, target: Path, wanted: ExportWish, round_: Round | None = None) -> Path:
    export_round(store, round_ or store.rounds.all()[-1], wanted, target, day=DAY)
    return target


def by_head(rows: list[list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def or_none(cell: Any) -> Any:
    """What an empty cell means."""
    return None if cell == "" else cell


# The same numbers everywhere ---------------------------------------------------------------------------------


@pytest.mark.parametrize("is_public", [False, True])
def test_the_workbook_says_what_the_results_say(demo: Store, tmp_path: Path, is_public: bool) -> None:
    for round_ in demo.rounds.all():
        figures = json.loads(json.dumps(round_figures(demo, round_)))
        workbook = sheets_of(export(demo, tmp_path / "e.xlsx", wish(is_public=is_public), round_))
        whole, *rows = by_head(workbook["Ergebnisse"])
        groups = {group["title"]["de"]: group["id"] for group in figures["groups"]}
        assert or_none(whole["Punkte"]) == figures["score"]
        assert or_none(whole["Abdeckung"]) == figures["coverage"]
        areas = [row for row in rows if row["Ebene"] == "Handlungsfeld"]
        questions = [row for row in rows if row["Ebene"] == "Frage"]
        for row, area in zip(areas, figures["areas"], strict=True):
            _compare_area(row, area, groups)
        for row, result in zip(questions, figures["questions"], strict=True):
            _compare_question(row, result, groups)


def _compare_area(row: Mapping[str, Any], area: Mapping[str, Any], groups: Mapping[str, str]) -> None:
    assert (row["Kennung"], or_none(row["Punkte"])) == (area["id"], area["score"])
    assert or_none(row["Abdeckung"]) == area["coverage"]
    assert or_none(row["Veränderung"]) == (area["change"] or {"score": None})["score"]
    for title, group_id in groups.items():
        shown = None if row[title] == "verdeckt" else or_none(row[title])
        assert shown == area["groups"][group_id]["score"]


def _compare_question(row: Mapping[str, Any], result: Mapping[str, Any], groups: Mapping[str, str]) -> None:
    total, gap = result["total"], result["gap"] or {"score": None, "highest": None, "lowest": None}
    titles = {group_id: title for title, group_id in groups.items()}
    assert (row["Nr."], row["Kennung"], row["Bezeichnung"]) == (result["number"], result["id"], result["label"]["de"])
    assert or_none(row["Punkte"]) == total["score"]
    assert or_none(row["Abdeckung"]) == total["coverage"]
    assert or_none(row["Übereinstimmung"]) == total["agreement"]
    assert or_none(row["Mittelwert"]) == total["mean_number"]
    assert or_none(row["Abstand"]) == gap["score"]
    assert or_none(row["Höchste Gruppe"]) == titles.get(gap["highest"])
    assert or_none(row["Niedrigste Gruppe"]) == titles.get(gap["lowest"])
    assert or_none(row["Veränderung"]) == (result["change"] or {"score": None})["score"]
    assert row["Gefragt"] == total["shown"]
    for state in State:
        assert row[texts("de")(f"state.{state.value}")] == total["states"].get(state.value, 0)
    for title, group_id in groups.items():
        cell = result["groups"].get(group_id, {"score": None})
        assert or_none(row[title]) == ("verdeckt" if "hidden" in cell else cell["score"])


def test_the_answers_in_the_workbook_add_up_to_the_counts(demo: Store, tmp_path: Path) -> None:
    round_ = demo.rounds.all()[-1]
    workbook = sheets_of(export(demo, tmp_path / "e.xlsx", wish()))
    tally = demo.tallies.of_round(round_)
    long = by_head(workbook["Antworten"])
    counts: dict[tuple[str, str], int] = {}
    for row in long:
        counts[row["Kennung"], row["Gruppe"]] = counts.get((row["Kennung"], row["Gruppe"]), 0) + 1
    for (question_id, group_id), cell in tally.cells.items():
        title = round_.group(group_id).title.in_language("de")
        assert counts.get((question_id, title), 0) == sum(cell.states.values())
    assert len(workbook["Antworten je Bogen"]) - 1 == sum(tally.sheets.values())


def test_csv_and_workbook_have_the_same_answers(demo: Store, tmp_path: Path) -> None:
    workbook = sheets_of(export(demo, tmp_path / "e.xlsx", wish()))
    for is_wide, name in ((False, "Antworten"), (True, "Antworten je Bogen")):
        plain = wish(ExportFormat.CSV, is_wide=is_wide, is_plain_csv=True)
        with export(demo, tmp_path / "e.csv", plain).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        shown = [
            [f"{Decimal(str(cell)).normalize():f}" if isinstance(cell, float) else str(cell) for cell in row]
            for row in workbook[name]
        ]
        assert [[_normal(cell) for cell in row] for row in rows] == [[_normal(cell) for cell in row] for row in shown]


def _normal(cell: str) -> str:
    return cell.replace("\r\n", "\n")


# What is public ----------------------------------------------------------------------------------------------


@pytest.fixture
def told(store: Store) -> Round:
    """A round with a secret in everything that a person can write."""
    round_ = add_round(store)
    fill(store, round_)
    for number in range(6):
        sheet = store.sheets.add(round_, "welfare", f"Bogen-{number}-{SECRET}")
        store.answers.save(sheet.id, "a.grad", given(3, SECRET, SECRET))
        store.answers.save(sheet.id, "a.warum", given(SECRET))
    return round_


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [form for form in FORMATS if form is not ExportFormat.SPSS])
def test_what_is_public_has_no_word_and_no_number_of_a_sheet(
    store: Store, told: Round, tmp_path: Path, form: ExportFormat, language: str
) -> None:
    target = export(store, tmp_path / "e", ExportWish(form, language, is_public=True), told)
    shown = str(sheets_of(target)) if form is ExportFormat.XLSX else target.read_text(encoding="utf-8")
    assert SECRET not in shown
    assert "Kommentar mit" not in shown
    assert "Lindenau" in shown


@pytest.mark.parametrize("form", [form for form in FORMATS if form is not ExportFormat.DDI])
def test_what_is_internal_has_them(store: Store, told: Round, tmp_path: Path, form: ExportFormat) -> None:
    target = export(store, tmp_path / "e", wish(form), told)
    match form:
        case ExportFormat.XLSX:
            read = str(sheets_of(target))
        case ExportFormat.SPSS:
            read = str(pyreadstat.read_sav(target, output_format="dict")[0])
        case _:
            read = target.read_text(encoding="utf-8")
    assert SECRET in read


def test_a_public_workbook_has_two_sheets_and_an_internal_one_five(store: Store, told: Round, tmp_path: Path) -> None:
    assert list(sheets_of(export(store, tmp_path / "p.xlsx", wish(is_public=True)))) == ["Ergebnisse", "Codebuch"]
    everything = ["Antworten", "Antworten je Bogen", "Ergebnisse", "Codebuch", "Bemerkungen"]
    assert list(sheets_of(export(store, tmp_path / "i.xlsx", wish()))) == everything


def test_public_json_is_the_document_of_the_results(store: Store, told: Round, tmp_path: Path) -> None:
    target = export(store, tmp_path / "p.json", wish(ExportFormat.JSON, is_public=True))
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(json.dumps(round_figures(store, told)))


def test_internal_json_is_as_its_schema_says(demo: Store, tmp_path: Path) -> None:
    target = export(demo, tmp_path / "i.json", wish(ExportFormat.JSON))
    assert list(VALIDATOR.iter_errors(json.loads(target.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(("wanted", "key"), [
    (wish(ExportFormat.SPSS, is_public=True), "export.spss_is_internal"),
    (wish(ExportFormat.XLSX, is_wide=True), "export.wide_is_answers"),
    (wish(ExportFormat.CSV, is_wide=True, is_public=True), "export.wide_is_answers"),
    (wish(ExportFormat.JSON, is_plain_csv=True), "export.plain_is_csv"),
])  # fmt: skip
def test_what_does_not_go_together_is_refused(
    store: Store, told: Round, tmp_path: Path, wanted: ExportWish, key: str
) -> None:
    with pytest.raises(UserError) as caught:
        export(store, tmp_path / "e", wanted)
    assert caught.value.key == key
    assert not (tmp_path / "e").exists()


# Whole files or none -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("place", [(os, "fsync"), (Path, "replace")])
@pytest.mark.usefixtures("told")
def test_a_disk_that_fills_up_leaves_what_was_there(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: ExportFormat, place: tuple[object, str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / f"e{SUFFIXES[form]}"
    target.write_bytes(b"of last year")
    before = names_beside(target)
    monkeypatch.setattr(*place, full)
    with pytest.raises(UserError) as caught:
        export(store, target, wish(form))
    assert caught.value.key == "file.unwritable"
    assert target.read_bytes() == b"of last year"
    assert names_beside(target) == before


def test_a_disk_that_fills_up_under_the_workbook_is_said(
    store: Store, told: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> tuple[int, str]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    with pytest.raises(UserError) as caught:
        export(store, tmp_path / "e.xlsx", wish())
    assert (caught.value.key, caught.value.params["reason"]) == ("file.unwritable", "No space left on device")
    assert not [path for path in tmp_path.iterdir() if not path.name.startswith("a.kommune")]


@pytest.mark.parametrize("form", FORMATS)
def test_stopping_leaves_no_file(store: Store, told: Round, tmp_path: Path, form: ExportFormat) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    before = names_beside(store.path)
    with pytest.raises(KeyboardInterrupt):
        export_round(store, told, wish(form), tmp_path / "e", progress=stop)
    assert names_beside(store.path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="as POSIX has it")
@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_without_rights_is_said(store: Store, told: Round, form: ExportFormat) -> None:
    with protected_folder() as folder:
        with without_rights(folder), pytest.raises(UserError) as caught:
            export(store, folder / "e", wish(form))
        assert list(folder.iterdir()) == []
    assert caught.value.key == "file.unwritable"


def test_a_folder_that_is_gone_is_said(store: Store, told: Round, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"file\.unwritable"):
        export(store, tmp_path / "gone" / "e.xlsx", wish())


@pytest.mark.parametrize("form", FORMATS)
def test_the_file_of_the_municipality_is_not_written_over(store: Store, told: Round, form: ExportFormat) -> None:
    with pytest.raises(UserError, match=r"file\.is_store"):
        export(store, store.path, wish(form))


# Bad input ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_round_gives_heads_without_answers(store: Store, tmp_path: Path, form: ExportFormat) -> None:
    target = export(store, tmp_path / "e", wish(form), add_round(store))
    if form is ExportFormat.XLSX:
        workbook = sheets_of(target)
        assert [len(workbook[name]) for name in ("Antworten", "Antworten je Bogen", "Bemerkungen")] == [1, 1, 1]
        assert by_head(workbook["Ergebnisse"])[0]["Punkte"] == ""
    elif form is ExportFormat.JSON:
        assert json.loads(target.read_text(encoding="utf-8"))["sheets"] == []
    elif form is ExportFormat.DDI:
        assert ET.parse(target).getroot().findtext(".//{ddi:codebook:2_5}caseQnty") == "0"
    else:
        assert target.stat().st_size > 50


def test_one_sheet_of_a_person_is_in_the_answers_and_hidden_in_the_results(store: Store, tmp_path: Path) -> None:
    fill(store, add_round(store))
    workbook = sheets_of(export(store, tmp_path / "e.xlsx", wish()))
    assert len(workbook["Antworten je Bogen"]) == 2
    rows = by_head(workbook["Ergebnisse"])
    assert {row["Punkte"] for row in rows} == {""}
    assert {row["Ratsfraktionen"] for row in rows[1:]} == {"verdeckt"}


def test_forty_groups_and_a_long_question_fit(store: Store, tmp_path: Path) -> None:
    groups = tuple(
        Group(
            f"g{number}",
            Text({"de": f"Gruppe {number}"}),
            GroupKind.INDIVIDUAL,
            f"{chr(65 + number // 26)}{chr(65 + number % 26)}",
        )
        for number in range(40)
    )
    content = document(question("a.lang", text=german("W" * 2000)))
    round_ = add_round(store, content, groups=groups)
    for form in FORMATS:
        target = export(store, tmp_path / "e", wish(form), round_)
        if form is ExportFormat.XLSX:
            workbook = sheets_of(target)
            assert by_head(workbook["Codebuch"])[0]["Wortlaut"] == "W" * 2000
            assert list(by_head(workbook["Ergebnisse"])[2].values()).count("verdeckt") == 40


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "😀 Danke 👩‍👩‍👧",
    "שלום, مرحبا",
    "a\x00b\x07c\x1f",
    "zwei\r\nZeilen; \"Zitat\", 'x'",
    "-1",
    "@x",
    "x" * 20_000,
]


def test_comments_of_every_kind_leave_as_they_are(store: Store, tmp_path: Path) -> None:
    round_ = add_round(store)
    for comment in HOSTILE:
        sheet = store.sheets.add(round_, "council")
        store.answers.save(sheet.id, "a.grad", given(1, comment, comment))
    kept = [
        comment.replace("\x00", "").replace("\x07", "").replace("\x1f", "").replace("\r\n", "\n") for comment in HOSTILE
    ]
    workbook = sheets_of(export(store, tmp_path / "e.xlsx", wish()))
    assert [row["Bemerkung"] for row in by_head(workbook["Bemerkungen"])] == kept
    with export(store, tmp_path / "p.csv", wish(ExportFormat.CSV, is_plain_csv=True)).open(
        encoding="utf-8", newline=""
    ) as file:
        assert [row["Bemerkung"] for row in csv.DictReader(file)] == kept
    with export(store, tmp_path / "g.csv", wish(ExportFormat.CSV)).open(encoding="utf-8-sig", newline="") as file:
        german_rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["Bemerkung"] for row in german_rows] == [
        f"'{comment}" if comment[0] in "=-@" else comment for comment in kept
    ]
    loaded = json.loads(export(store, tmp_path / "e.json", wish(ExportFormat.JSON)).read_text(encoding="utf-8"))
    assert [sheet["answers"][0]["comment"] for sheet in loaded["sheets"]] == HOSTILE


def test_a_hundred_thousand_comments_leave_as_csv(store: Store, tmp_path: Path) -> None:
    questions = [question(f"q{number}") for number in range(100)]
    round_ = add_round(store, document(*questions), groups=GROUPS)
    store.answers.add_sheets(
        round_,
        (
            (str(number), "council", [(f"q{place}", given(1, f"Bemerkung {number}-{place}")) for place in range(100)])
            for number in range(1000)
        ),
    )
    target = export(store, tmp_path / "e.csv", wish(ExportFormat.CSV))
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert {row[8] for row in list(csv.reader(file, delimiter=";"))[1:]} == {
            f"Bemerkung {number}-{place}" for number in range(1000) for place in range(100)
        }


def test_more_answers_than_excel_has_rows_are_said_and_leave_no_file(
    store: Store, told: Round, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 5)
    with pytest.raises(UserError) as caught:
        export(store, tmp_path / "e.xlsx", wish())
    assert caught.value.key == "export.too_many_rows"
    assert not [path for path in tmp_path.iterdir() if not path.name.startswith("a.kommune")]


def test_an_unknown_language_is_refused(store: Store, told: Round, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"language\.unknown"):
        export(store, tmp_path / "e.xlsx", ExportWish(ExportFormat.XLSX, "fr"))


def test_answers_that_no_longer_count_stay_in(store: Store, tmp_path: Path) -> None:
    """What was answered before a condition ceased to hold is kept in the file, and does not leave it."""
    round_ = add_round(store)
    sheet = store.sheets.add(round_, "council")
    store.answers.save(sheet.id, "a.grad", given(0))
    store.answers.save(sheet.id, "a.warum", given("Alt."))
    store.answers.save(sheet.id, "a.ja", Answer(State.BLANK))
    workbook = sheets_of(export(store, tmp_path / "e.xlsx", wish()))
    assert [row["Kennung"] for row in by_head(workbook["Antworten"])] == ["a.grad", "a.ja"]
    assert by_head(workbook["Antworten je Bogen"])[0]["a.warum"] == "[nicht gestellt]"
