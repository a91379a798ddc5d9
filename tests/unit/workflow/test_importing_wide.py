"""A table with a row each sheet: looked at beforehand, and taken in as a whole or not at all."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kommune_desktop.core.answer import Answer, State
from kommune_desktop.core.round import Round
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.intake.answers import mapping_text
from kommune_desktop.workflow.exports import ExportFormat, ExportWish, export_round
from kommune_desktop.workflow.importing import (
    Imported,
    import_answers,
    open_source,
    preview,
    read_mapping,
    write_mapping,
)
from kommune_desktop.workflow.rounds import add_round as add_shipped_round
from tests.unit.db.builders import TOWN, add_round, answers_of, dump, given
from tests.unit.intake.answer_files import HEADER
from tests.unit.intake.surveys import write_csv, write_xlsx
from tests.unit.intake.wide_files import GOOD, HEAD, MAPPING, row


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as store:
        yield store


@pytest.fixture
def round_(store: Store) -> Round:
    return add_round(store)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Umfrage.xlsx"


WELFARE = row(nr="2", wer="welfare", rat="", ja="weiß nicht", mehr="")


def test_sheets_come_in_as_they_were_shown_before(store: Store, round_: Round, path: Path) -> None:
    write_xlsx(path, [HEAD, GOOD, WELFARE])
    looked = preview(store, round_, path, MAPPING)
    assert looked.may_come_in
    assert looked.sheets == {"administration": 0, "council": 1, "welfare": 1}
    assert store.sheets.of_round(round_.id) == []
    assert import_answers(store, round_, path, mapping=MAPPING) == Imported(2, looked.answers)
    assert answers_of(store, round_) == {sheet.number: sheet.answers for sheet in looked.first}
    assert answers_of(store, round_)["2"] == {
        "a.grad": given(3),
        "a.ja": Answer(State.DONT_KNOW),
        "a.warum": given("Weil"),
        "a.zahl": looked.first[1].answers["a.zahl"],
    }, "a.mehr depends on a.eins, which has no answer"


def test_a_table_with_one_bad_cell_changes_nothing(store: Store, round_: Round, path: Path) -> None:
    rows = [HEAD, *(row(nr=str(n)) for n in range(50)), row(nr="x", zahl="viele")]
    write_xlsx(path, rows)
    before = dump(store.path)
    with pytest.raises(UserError) as caught:
        import_answers(store, round_, path, mapping=MAPPING)
    assert (caught.value.key, caught.value.params["n"]) == ("import.faulty.one", 1)
    looked = preview(store, round_, path, MAPPING)
    assert not looked.may_come_in
    assert [one.params["row"] for one in looked.problems] == [52]
    assert dump(store.path) == before


def test_the_same_table_comes_in_once(store: Store, round_: Round, path: Path) -> None:
    write_xlsx(path, [HEAD, GOOD])
    import_answers(store, round_, path, mapping=MAPPING)
    looked = preview(store, round_, path, MAPPING)
    reasons = [one.params["reason"] for one in looked.problems]
    assert [reason.key for reason in reasons if isinstance(reason, UserError)] == ["import.wide.sheet_exists"]
    assert preview(store, round_, path, replace(MAPPING, prefix="B-")).may_come_in


def test_stopping_while_a_table_is_read_changes_nothing(store: Store, round_: Round, path: Path) -> None:
    write_xlsx(path, [HEAD, *(row(nr=str(n)) for n in range(6000))])
    before = dump(store.path)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_answers(store, round_, path, stop, mapping=MAPPING)
    assert dump(store.path) == before


def test_a_preview_of_the_long_form_shows_all_that_is_wrong(store: Store, round_: Round, tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_text(f"{HEADER}1,council,a.grad,,3,\n1,council,a.ja,,9,\n2,x,a.grad,,1,\n", encoding="utf-8")
    looked = preview(store, round_, path, None)
    assert [one.params["row"] for one in looked.problems] == [3, 4]
    assert (looked.bad_rows, looked.may_come_in) == (2, False)
    path.write_text(f"{HEADER}1,council,a.grad,,3,\n", encoding="utf-8")
    looked = preview(store, round_, path, None)
    assert (looked.may_come_in, looked.answers, looked.first[0].number) == (True, 1, "1")


def test_a_preview_shows_the_first_twenty_sheets_and_counts_them_all(store: Store, round_: Round, path: Path) -> None:
    write_xlsx(path, [[*HEAD, "sonst"], *([*row(nr=str(n)), "x"] for n in range(30)), ["99", "council"]])
    looked = preview(store, round_, path, MAPPING)
    assert (len(looked.first), looked.sheets["council"], looked.empty_rows) == (20, 30, 1)
    assert looked.unmapped == ("sonst",)
    assert looked.first[0].row == 2


def test_a_mapping_that_does_not_fit_is_shown_as_its_problems(store: Store, round_: Round, path: Path) -> None:
    write_xlsx(path, [HEAD, GOOD])
    looked = preview(store, round_, path, replace(MAPPING, group_column=None))
    assert [one.key for one in looked.problems] == ["import.mapping.group_open"]


def test_a_file_is_known_as_long_or_wide(round_: Round, tmp_path: Path) -> None:
    long, wide = tmp_path / "l.csv", tmp_path / "w.csv"
    long.write_text("Sheet,group,question,value,typo\n1,council,1,3,\n", encoding="utf-8")
    write_csv(wide, [HEAD, GOOD])
    assert open_source(long, round_).is_long
    source = open_source(wide, round_)
    assert (source.is_long, source.columns) == (False, tuple(HEAD))
    assert source.proposal is not None


@pytest.mark.parametrize("content", ["", "\n\n", "a,b\n", "a,b\n\n"])
def test_a_file_without_rows_is_called_empty(round_: Round, tmp_path: Path, content: str) -> None:
    path = tmp_path / "leer.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        open_source(path, round_)
    assert caught.value.key == "import.empty"


def test_a_mapping_is_remembered_for_its_columns(round_: Round, path: Path) -> None:
    write_xlsx(path, [HEAD, GOOD])
    key = open_source(path, round_).key
    assert open_source(path, round_, {key: mapping_text(MAPPING)}).remembered == MAPPING
    assert open_source(path, round_, {"other": mapping_text(MAPPING)}).remembered is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", mapping_text(replace(MAPPING, sheet_column="weg")), mapping_text(replace(MAPPING, uses=()))]
)
def test_a_damaged_memory_is_as_good_as_none(round_: Round, path: Path, text: str) -> None:
    write_xlsx(path, [HEAD, GOOD])
    key = open_source(path, round_).key
    assert open_source(path, round_, {key: text}).remembered is None


def test_a_proposal_is_written_and_read(store: Store, round_: Round, tmp_path: Path, path: Path) -> None:
    head = ["id", "gruppe", "a_grad", "a_grad_kommentar", "was anderes"]
    write_xlsx(path, [head, ["1", "council", "0", "gut", "x"]])
    target = tmp_path / "m.json"
    assert list(write_mapping(round_, path, target)) == ["was anderes"]
    assert json.loads(target.read_text(encoding="utf-8"))["format"] == "kommune-mapping"
    assert import_answers(store, round_, path, mapping=read_mapping(target)) == Imported(1, 1)
    assert answers_of(store, round_) == {"1": {"a.grad": given(0, "gut")}}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("is_plain", [True, False])
def test_our_own_table_comes_in_as_it_went_out(store: Store, tmp_path: Path, language: str, is_plain: bool) -> None:
    first, second = add_round(store), add_round(store, title="Runde 2")
    for number, state in enumerate(State):
        sheet = store.sheets.add(first, "council", str(number))
        for question in first.questions[:2]:
            answer = given(number % 3) if state is State.GIVEN else Answer(state)
            store.answers.save(sheet.id, question.id, answer)
        store.answers.save(sheet.id, "a.mehr", given(frozenset({0, 3})))
        store.answers.save(sheet.id, "a.eins", given(1))
    path = tmp_path / "w.csv"
    wish = ExportWish(ExportFormat.CSV, language, is_wide=True, is_plain_csv=is_plain)
    export_round(store, first, wish, path)
    proposal = open_source(path, second).proposal
    assert proposal is not None
    import_answers(store, second, path, mapping=replace(proposal.mapping, blank_if_empty=False))
    assert answers_of(store, second) == answers_of(store, first)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("form", ["csv", "plain.csv", "xlsx"])
def test_our_own_answers_come_in_as_they_went_out(store: Store, tmp_path: Path, language: str, form: str) -> None:
    first, second = add_round(store), add_round(store, title="Runde 2")
    for number, state in enumerate(State):
        sheet = store.sheets.add(first, "council", str(number))
        for question in first.questions[:2]:
            words = (f"Satz mit „Zeichen“; {number}\nneue Zeile", "Beschluss 1, 2")
            answer = given(number % 3, *words) if state is State.GIVEN else Answer(state, None, *words)
            store.answers.save(sheet.id, question.id, answer)
        store.answers.save(sheet.id, "a.mehr", given(frozenset({0, 3})))
        store.answers.save(sheet.id, "a.eins", given(1))
        store.answers.save(sheet.id, "a.zahl", given(Decimal("12.5")))
    path = tmp_path / f"w.{form}"
    wish = ExportWish(ExportFormat(path.suffix[1:]), language, is_plain_csv=form == "plain.csv")
    export_round(store, first, wish, path)
    assert open_source(path, second).is_long
    import_answers(store, second, path)
    assert answers_of(store, second) == answers_of(store, first)


def test_a_table_in_long_form_needs_no_mapping(round_: Round, tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_text(f"{HEADER}1,council,a.grad,,3,\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        write_mapping(round_, path, tmp_path / "m.json")
    assert caught.value.key == "import.mapping.not_wide"


@pytest.mark.slow
def test_100_000_rows_of_a_workbook_in_long_form_come_in(store: Store, tmp_path: Path) -> None:
    round_ = add_shipped_round(store, title="Runde 2026")
    asked = [q.id for q in round_.questions if q.scale and not q.audience][:50]
    head = HEADER.strip().split(",")
    rows = ([str(n // 50), "council", asked[n % 50], "", n % 3, ""] for n in range(100_000))
    path = write_xlsx(tmp_path / "viel.xlsx", (head, *rows))
    told: list[int] = []
    assert import_answers(store, round_, path, told.append) == Imported(2000, 100_000)
    assert told == list(range(5000, 100_001, 5000))


@pytest.mark.slow
def test_100_000_answers_side_by_side_come_in(store: Store, tmp_path: Path) -> None:
    """The memory is Python's own; without the watch over it 1,000 sheets of 100 answers took 0.9 s on 2 cores."""
    round_ = add_shipped_round(store, title="Runde 2026")
    asked = [q.id for q in round_.questions if q.scale and not q.audience and not q.relevant_if][:80]
    path = tmp_path / "breit.csv"
    write_csv(path, [["id", "gruppe", *asked], *([n, "council", *[n % 3] * len(asked)] for n in range(1250))])
    source = open_source(path, round_)
    assert source.proposal is not None
    tracemalloc.start()
    done = import_answers(store, round_, path, mapping=source.proposal.mapping)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert done == Imported(1250, 100_000)
    assert peak < 100_000_000
