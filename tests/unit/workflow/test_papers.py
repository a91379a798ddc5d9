"""The papers about the workshop, from a store to a file: whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from kommune_desktop.core.consensus import Consensus, ConsensusState
from kommune_desktop.core.measure import Measure, MeasureStatus
from kommune_desktop.core.round import Round
from kommune_desktop.core.workshop import AgendaItem, Need, Workshop
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError
from kommune_desktop.texts import LANGUAGES
from kommune_desktop.workflow.papers import Paper, read_context, write_paper
from tests.unit.db.builders import TOWN, add_round, names_beside
from tests.unit.export.reading import metadata, pages, says

DAY = date(2026, 11, 26)
PAPERS = pytest.mark.parametrize("paper", Paper)
WORKSHOP = Workshop(
    agenda=(
        AgendaItem("a.grad", consensus=Consensus(ConsensusState.REACHED, 3, "Weil es stimmt."), dots=4),
        AgendaItem("a.warum"),
    ),
    needs=(Need(1, "Sprachkurse", "a.grad"),),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "a.kommune", TOWN) as store:
        yield store


@pytest.fixture
def round_(store: Store) -> Round:
    made = add_round(store)
    store.workshops.save(made, Workshop(), WORKSHOP)
    return made


def test_a_context_holds_the_workshop_and_its_consensus(store: Store, round_: Round) -> None:
    context = read_context(store, round_, "de", DAY)
    result = context.results.question("a.grad")
    assert result is not None
    assert (context.municipality, context.day, context.workshop) == (TOWN, DAY, WORKSHOP)
    assert result.consensus.value == 3
    assert context.trend is None


def test_a_context_holds_what_became_of_the_measures_before(store: Store) -> None:
    first = add_round(store, title="Runde 1", created=datetime(2023, 1, 1, tzinfo=UTC))
    second = add_round(store, title="Runde 2", created=datetime(2026, 1, 1, tzinfo=UTC))
    for title, round_, status in (
        ("alt", first, MeasureStatus.DONE),
        ("weiter", first, MeasureStatus.RUNNING),
        ("neu", second, MeasureStatus.IDEA),
    ):
        store.measures.add(Measure(title, round_id=round_.id, status=status, question_ids=("a.grad",)))
    plan = read_context(store, second, "de", DAY).plan
    assert plan.before == "Runde 1"
    assert [outcome.measure.title for outcome in plan.outcomes] == ["weiter", "alt"]
    assert [measure.title for measure in plan.measures] == ["weiter", "neu"]


@PAPERS
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ending_of_its_name_makes_a_paper_pdf_or_word(
    store: Store, round_: Round, tmp_path: Path, paper: Paper, language: str
) -> None:
    pdf, word = tmp_path / "ä ö.pdf", tmp_path / "ä ö.DOCX"
    for target in (pdf, word):
        write_paper(store, round_, paper, target, language=language, day=DAY)
    file = docx.Document(str(word))
    assert file.core_properties.title == metadata(pdf)["Title"]
    assert file.core_properties.language == {"de": "de-DE", "en": "en-GB"}[language]
    assert says(pdf, file.paragraphs[0].text)


def test_minutes_alone_give_the_reason_of_a_consensus(store: Store, round_: Round, tmp_path: Path) -> None:
    holding = []
    for paper in Paper:
        target = tmp_path / f"{paper}.pdf"
        write_paper(store, round_, paper, target, language="de", day=DAY)
        if says(target, "Weil es stimmt."):
            holding.append(paper)
    assert holding == [Paper.MINUTES]


@pytest.mark.parametrize("paper", [paper for paper in Paper if paper is not Paper.HANDOUTS])
def test_a_round_without_answers_and_workshop_has_its_papers(store: Store, tmp_path: Path, paper: Paper) -> None:
    target = tmp_path / "p.pdf"
    write_paper(store, add_round(store), paper, target, language="de", day=DAY)
    assert pages(target)


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_handouts_without_an_agenda_leave_no_file(store: Store, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"p.{ending}"
    with pytest.raises(UserError, match=r"workshop\.no_agenda"):
        write_paper(store, add_round(store), Paper.HANDOUTS, target, language="de")
    assert not target.exists()


def test_a_working_group_that_is_not_there_is_refused(store: Store, round_: Round, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"workshop\.no_working_group"):
        write_paper(store, round_, Paper.HANDOUTS, tmp_path / "p.pdf", language="de", area_id="z")


@PAPERS
def test_the_municipality_is_never_written_over(store: Store, round_: Round, paper: Paper) -> None:
    before = store.path.read_bytes()
    with pytest.raises(UserError, match=r"file\.is_store"):
        write_paper(store, round_, paper, store.path, language="de")
    assert store.path.read_bytes() == before


def test_an_unknown_language_is_refused(store: Store, round_: Round, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"language\.unknown"):
        write_paper(store, round_, Paper.MINUTES, tmp_path / "p.pdf", language="fr")


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_an_old_paper_stays_whole_where_the_new_one_fails(
    store: Store, round_: Round, tmp_path: Path, ending: str
) -> None:
    folder = tmp_path / "papers"
    target = folder / f"p.{ending}"
    with pytest.raises(UserError, match=r"file\.unwritable"):
        write_paper(store, round_, Paper.MINUTES, target, language="de", day=DAY)
    folder.mkdir()
    write_paper(store, round_, Paper.MINUTES, target, language="de", day=DAY)
    before = target.read_bytes()
    with pytest.raises(UserError):
        write_paper(store, round_, Paper.HANDOUTS, target, language="de", area_id="z")
    assert target.read_bytes() == before
    assert names_beside(target) == {target.name}


def test_whoever_is_told_of_the_pages_may_stop(store: Store, round_: Round, tmp_path: Path) -> None:
    def stop(_: int) -> None:
        raise LookupError

    target = tmp_path / "p.pdf"
    with pytest.raises(LookupError):
        write_paper(store, round_, Paper.MINUTES, target, language="de", progress=stop)
    assert not target.exists()
