"""How far a sheet is, as the wizard says it."""

from __future__ import annotations

from kommune_desktop.core.answer import State
from kommune_desktop.core.sheet import Sheet
from kommune_desktop.ui.session import Session
from kommune_desktop.ui.wizard import Wizard
from tests.unit.ui.conftest import OpenWizard
from tests.unit.ui.keyboard import press
from tests.unit.ui.material import DATA, HOUSING, OPEN, SHOWN_TO_COUNCIL, STRATEGY, add_small_round, answer
from tests.unit.ui.wizard.pages import children, contents, entry, view


def open_by_area(wizard: Wizard) -> dict[str, list[str]]:
    """What the last page lists."""
    root = wizard.open_questions.tree.invisibleRootItem()
    return {area.text(0): [leaf.text(0) for leaf in children(area)] for area in children(root)}


def test_an_empty_sheet_has_everything_open(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet)
    assert wizard.progress_text.text() == f"0 von {SHOWN_TO_COUNCIL} beantwortet"
    assert (wizard.progress_bar.value(), wizard.progress_bar.maximum()) == (0, SHOWN_TO_COUNCIL)
    assert contents(wizard) == {
        "1  Steuerung": "0/5",
        "Strategie": "0/2",
        "Daten": "0/3",
        "2  Teilhabe": "0/2",
        "Amt": "–",
        "Wohnen": "0/2",
        "Offene Fragen": "",
    }


def test_each_answer_counts_at_once(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("2")
    assert wizard.progress_text.text() == f"1 von {SHOWN_TO_COUNCIL} beantwortet"
    assert wizard.progress_bar.value() == 1
    assert contents(wizard)["Wohnen"] == "1/2"
    assert contents(wizard)["2  Teilhabe"] == "1/2"


def test_a_finished_topic_and_its_area_get_a_tick(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("2", "w")
    assert contents(wizard)["Wohnen"] == "✓"
    assert contents(wizard)["2  Teilhabe"] == "✓"
    assert contents(wizard)["1  Steuerung"] == "0/5"


def test_a_tick_goes_when_an_answer_is_taken_back(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("2", "w")
    wizard.model.session.undo_stack.undo()
    assert contents(wizard)["Wohnen"] == "1/2"


def test_a_blank_with_a_comment_stays_open(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    view(wizard, "b.suche").comment.setPlainText("?")
    assert contents(wizard)["Wohnen"] == "0/2"


def test_the_last_page_lists_open_questions_by_area(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, HOUSING)
    press("2")
    wizard.show_page(OPEN)
    listed = open_by_area(wizard)
    assert listed == {
        "Steuerung (5)": [
            "1  Wie steht es um Leitbild?",
            "3  Wie steht es um Leitung?",
            "4  Wie steht es um Meldewege?",
            "5  Wie steht es um Stellen?",
            "6  Wie steht es um Partner?",
        ],
        "Teilhabe (1)": ["9  Wie steht es um Miete?"],
    }
    assert wizard.open_questions.text.text().startswith("6 Fragen noch ohne Antwort.")


def test_a_complete_sheet_says_so(open_wizard: OpenWizard, session: Session, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, STRATEGY)
    for question in wizard.model.progress.open:
        session.record(sheet, question, None, answer(State.DONT_KNOW))
    wizard.show_page(OPEN)
    assert wizard.open_questions.title.text() == "Alles beantwortet"
    assert not wizard.open_questions.tree.isVisible()
    assert wizard.progress_text.text() == f"{SHOWN_TO_COUNCIL} von {SHOWN_TO_COUNCIL} beantwortet"
    assert not wizard.next_button.isVisible()


def test_the_shipped_questionnaire_counts_only_what_the_group_is_asked(
    shipped_session: Session, open_wizard: OpenWizard
) -> None:
    sheet = shipped_session.add_sheet("council")
    assert sheet is not None
    wizard = open_wizard(sheet, session=shipped_session)
    shown = len(wizard.model.progress.shown)
    assert 90 < shown < 105
    assert wizard.progress_text.text() == f"0 von {shown} beantwortet"
    assert wizard.contents.topLevelItemCount() == len("1234567") + 1


def test_the_short_form_has_only_topics_with_core_questions(session: Session, open_wizard: OpenWizard) -> None:
    session.select_round(add_small_round(session.opened, "Kurz", short_form=True))
    sheet = session.add_sheet("council")
    assert sheet is not None
    wizard = open_wizard(sheet)
    assert list(contents(wizard)) == ["1  Steuerung", "Strategie", "2  Teilhabe", "Wohnen", "Offene Fragen"]
    assert wizard.progress_text.text() == "0 von 2 beantwortet"
    assert entry(wizard, "Wohnen").text(1) == "0/1"


def test_the_data_page_counts_words_numbers_and_ticks(open_wizard: OpenWizard, sheet: Sheet) -> None:
    wizard = open_wizard(sheet, DATA)
    press("1")
    view(wizard, "a.stellen").field.focus()
    press("25")
    view(wizard, "a.partner").field.focus()
    press("Verein")
    assert contents(wizard)["Daten"] == "✓"
