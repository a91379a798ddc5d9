"""The short report of rounds that are hardly rounds: it is whole, says what there is, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.core.results import RoundResults, Trend, compare, compute_results
from kommune_desktop.core.round import STANDARD_GROUPS, Group, Round
from kommune_desktop.core.tally import CellTally
from kommune_desktop.texts import LANGUAGES, texts
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally, text
from tests.unit.export.reading import base_fonts, outside, pages, says, squeezed
from tests.unit.export.report.writing import material_of
from tests.unit.export.report.writing import write as write_report

CONTENT = questionnaire(
    area("ms", *(question(f"ms.{n}") for n in range(4)), title=text("Management und Steuerung", "Governance")),
    area("ft", *(question(f"ft.{n}") for n in range(3)), title=text("Teilhabe", "Participation")),
)
OFFICE, COUNCIL, WELFARE = joint("office"), individual("council"), individual("welfare")
LONG = "Arbeitsgemeinschaft der Migrantenselbstorganisationen und Wohlfahrtsverbände"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


def results_of(round_: Round, cells: Mapping[str, CellTally]) -> RoundResults:
    """Results where each group answers every question in the same way."""
    return compute_results(
        round_, tally({(q.id, name): counts for q in round_.questions for name, counts in cells.items()})
    )


def write(
    target: Path, language: str, results: RoundResults, trend: Trend | None = None, municipality: str = "Lindenau"
) -> list[str]:
    """The pages of a report, after what holds of every report has been checked."""
    count = write_report(target, material_of(results, trend, municipality=municipality), "short", language)
    found = pages(target)
    assert len(found) == count >= 3
    whole = " ".join(found)
    assert re.findall(r"\bNone\b|\bnan\b|Fraction|[{}]", whole) == []
    for result in results.areas:
        assert squeezed(result.area.title.in_language(language)) in squeezed(whole)
    assert not any("Helvetica" in name for name in base_fonts(target))
    assert outside(target) == []
    return found


def test_a_round_without_sheets_says_that_there_is_no_score(target: Path, language: str) -> None:
    write(target, language, compute_results(round_of(CONTENT, OFFICE, COUNCIL), tally({})))
    words = texts(language)
    assert says(target, words("report.no_score"))
    assert says(target, words.count("count.sheets", 0))


def test_a_single_sheet_of_an_office_is_a_result(target: Path, language: str) -> None:
    words = texts(language)
    write(target, language, results_of(round_of(CONTENT, OFFICE), {"office": cell(3)}))
    assert says(target, words("report.overall", municipality="Lindenau", points=75, band=anchored(language)))
    assert says(target, words.count("count.sheets", 1))


def anchored(language: str) -> str:
    return {"de": "fest verankert", "en": "firmly established"}[language]


def test_a_single_sheet_of_a_person_stays_hidden(target: Path, language: str) -> None:
    write(target, language, results_of(round_of(CONTENT, COUNCIL), {"council": cell(3)}))
    words = texts(language)
    assert says(target, words("report.no_score"))
    assert says(target, words("report.hidden_sheets", group=name(COUNCIL, language), k=5, questions=seven(language)))
    # The summary shows no figure of the one sheet; elsewhere 75 is a tick of the chart and the border of a band.
    assert "75" not in pages(target)[1].partition(words("report.profile"))[0]


def name(group: Group, language: str) -> str:
    return group.title.in_language(language)


def seven(language: str) -> str:
    return texts(language).count("count.questions", 7)


def test_one_group_alone_is_not_said_to_agree_with_others(target: Path, language: str) -> None:
    write(target, language, results_of(round_of(CONTENT, COUNCIL), {"council": cell(0, 1, 2, 3, 4)}))
    assert not says(target, texts(language)("report.no_gaps"))


def test_groups_that_agree_are_said_to(target: Path, language: str) -> None:
    cells = {"office": cell(2), "council": cell(2, 2, 2, 2, 2)}
    write(target, language, results_of(round_of(CONTENT, OFFICE, COUNCIL), cells))
    assert says(target, texts(language)("report.no_gaps"))


def test_where_nobody_knows_there_is_no_score(target: Path, language: str) -> None:
    cells = {"office": cell(dont_know=1), "council": cell(dont_know=9)}
    write(target, language, results_of(round_of(CONTENT, OFFICE, COUNCIL), cells))
    words = texts(language)
    assert says(target, words("report.no_score"))
    assert says(target, words("report.hidden_answers", group=name(COUNCIL, language), k=5, questions=seven(language)))


def test_where_everything_is_hidden_every_group_is_named_with_the_reason(target: Path, language: str) -> None:
    cells = {"council": cell(4, 4), "welfare": cell(4, dont_know=8)}
    write(target, language, results_of(round_of(CONTENT, COUNCIL, WELFARE), cells))
    words = texts(language)
    for key, group in (("report.hidden_sheets", COUNCIL), ("report.hidden_answers", WELFARE)):
        assert says(target, words(key, group=name(group, language), k=5, questions=seven(language)))
    assert says(target, words("report.no_score"))


def many(titles: Sequence[str]) -> tuple[Group, ...]:
    return tuple(individual(f"group_{n}", text(title)) for n, title in enumerate(titles))


@pytest.mark.parametrize("count", [6, 7, 9])
def test_many_groups_with_long_names_fit_on_the_page(target: Path, language: str, count: int) -> None:
    groups = many([f"{LONG} im Bezirk {n}" for n in range(count)])
    cells = {group.id: cell(*[n % 5] * 5) for n, group in enumerate(groups)}
    write(target, language, results_of(round_of(CONTENT, *groups), cells))
    assert all(says(target, name(group, language)) for group in groups)


def test_a_group_whose_name_is_one_endless_word_fits_on_the_page(target: Path, language: str) -> None:
    groups = many(["Ö" * 80, "Rat"])
    cells = {group.id: cell(*[2] * 5) for group in groups}
    write(target, language, results_of(round_of(CONTENT, *groups), cells))


def test_names_with_the_signs_of_markup_are_printed_as_they_are(target: Path, language: str) -> None:
    group = joint("office", text("Büro <Ö> & Söhne"))
    round_ = round_of(CONTENT, group, title="Runde <1> & 2")
    write(target, language, results_of(round_, {"office": cell(1)}), municipality="Alt & Neu <b>")
    for words in ("Büro <Ö> & Söhne", "Runde <1> & 2", "Alt & Neu <b>"):
        assert says(target, words)


def test_names_of_the_greatest_length_stay_on_the_page(target: Path, language: str) -> None:
    round_ = round_of(CONTENT, OFFICE, title="Selbstüberprüfung " * 6 + "zweitausend")
    write(target, language, results_of(round_, {"office": cell(1)}), municipality="Verwaltungsgemeinschaft " * 3)


def test_a_fall_is_said_with_its_sign(target: Path, language: str) -> None:
    now, before = (results_of(round_of(CONTENT, OFFICE, title=f"Runde {v}"), {"office": cell(v)}) for v in (1, 4))
    write(target, language, now, compare(now, before))
    words = texts(language)
    change = words("report.overall_change", round="Runde 4", change="\u221275", questions=seven(language))
    assert says(target, change)


def test_a_round_that_shares_nothing_with_the_one_before_has_no_change(target: Path, language: str) -> None:
    other = questionnaire(area("x", question("x")), version="0.1")
    before = results_of(round_of(other, OFFICE, title="Runde 2021"), {"office": cell(4)})
    now = results_of(round_of(CONTENT, OFFICE), {"office": cell(1)})
    write(target, language, now, compare(now, before))
    assert not says(target, texts(language).count("count.questions", 0))


def test_a_short_form_without_core_questions_is_an_empty_report(target: Path, language: str) -> None:
    write(target, language, results_of(round_of(CONTENT, OFFICE, short_form=True), {"office": cell(1)}))


def test_the_shipped_questionnaire_with_all_standard_groups_fits(
    target: Path, language: str, shipped: Questionnaire
) -> None:
    cells = {group.id: cell(*[n % 5] * 6) for n, group in enumerate(STANDARD_GROUPS)}
    round_ = round_of(shipped, *STANDARD_GROUPS)
    answers = {(q.id, key): counts for q in round_.questions if q.scale for key, counts in cells.items()}
    assert len(write(target, language, compute_results(round_, tally(answers)))) <= 8
