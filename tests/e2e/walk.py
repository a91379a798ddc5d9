"""A walk through all pages and dialogs by keyboard, and what a screen reader must find on each."""

from __future__ import annotations

from collections.abc import Iterator

from kommune_desktop.core.questionnaire import Kind
from tests.e2e import names
from tests.e2e.figures import profile_of
from tests.e2e.keying_hand import GROUP, INITIALS, JUMP, Filled, Paper, key_in, turn_to_file, wait_for_number
from tests.e2e.program import MANY_TABS, Program
from tests.e2e.screen_reader import Seen, Thing, wait_for

# Reached by the arrow keys once Tab has led to what they are in.
_PARTS = {"list item", "table cell", "tree item", "column header", "row header", "menu item", "page tab"}
# Words that can be marked with the mouse; Qt calls them focusable, but the keyboard need not go there.
_WORDS = {"label"}


def walk(program: Program) -> Iterator[str]:
    """Turn to each page and dialog in turn, from the start page on, and name it when it is there."""
    program.turn_to()
    yield "start page"
    yield from _dialog(program, "ctrl+n", names.NEW_FILE_DIALOG)
    yield from _dialog(program, "F1", names.KEYS_DIALOG)
    program.push(names.SEE_DEMO)
    program.turn_to(names.DEMO_WINDOW.match)
    for place, page in enumerate(names.PAGE_TITLES, start=1):
        program.press(f"ctrl+{place}")
        program.says(page)
        if page == names.RESULTS:
            yield from _results(program)
        if page == names.WORKSHOP:
            yield from _workshop(program)
        yield page
    yield from _preview(program)
    program.push(names.NEW_ROUND)
    yield from _dialog(program, "", names.NEW_ROUND_DIALOG)
    open_first_sheet(program)
    yield "wizard"
    contents = program.tab_to("tree", names.CONTENTS)
    program.press("End", "Return")
    program.find("tree", names.OPEN_QUESTIONS)
    assert contents.thing != program.focused().widget.thing
    yield "open questions"


def walk_through_keying(program: Program, paper: Paper) -> Iterator[str]:
    """Turn to all that has to do with keying, in a file with a batch that is keyed twice and one more sheet."""
    turn_to_file(program)
    program.press(names.PAGE_KEYS[names.KEYING])
    program.find("table", names.BATCH_TABLE)
    yield "batches"
    for button, title in (
        (names.NEW_BATCH, names.NEW_BATCH_DIALOG),
        (names.SECOND_KEYING, names.SECOND_KEYING_DIALOG),
    ):
        program.push(button)
        yield from _dialog(program, "", title)
    _choose_in_menu(program, names.EDIT_MENU, names.KEYING_SETTINGS)
    yield from _dialog(program, "", names.KEYING_SETTINGS_DIALOG)
    yield from _differences(program)
    yield from _desk(program, Filled(paper.numbers[-1], ()), paper)


def _results(program: Program) -> Iterator[str]:
    program.says(names.SCORE.match)
    for key, tab in names.TABS.items():
        program.press(key)
        yield f"results: {tab}"
    profile = wait_for(lambda: profile_of(program), "the profile")
    program.tab_to(profile.role, profile.name)
    program.press("Return")
    program.wait_for_focus(lambda seen: seen.name == names.BACK, "an area")
    yield "results: area"
    program.press("Tab", "Tab", "Tab", "Tab", "Return")
    yield "results: question"
    program.push(names.BACK)


def _workshop(program: Program) -> Iterator[str]:
    program.find("table", names.AGENDA)
    for button, title in (
        (names.CHOOSE_QUESTIONS, names.CHOOSE_QUESTIONS_DIALOG),
        (names.PARTICIPANTS, names.PARTICIPANTS_DIALOG),
    ):
        program.push(button)
        yield from _dialog(program, "", title)
    for tab in ("moderation", "priorities", "agenda"):
        program.press(names.WORKSHOP_TABS[tab])
        yield f"workshop: {tab}"


def _preview(program: Program) -> Iterator[str]:
    program.push(names.VIEW_REPORT)
    program.find("push button", names.PRINT)
    program.turn_to()
    program.wait_for_focus(lambda seen: names.PAGE_OF_PREVIEW.match(seen.name), "the first page")
    yield "preview"
    program.press("ctrl+f")
    program.wait_for_focus(lambda seen: seen.name == names.SEARCH, "the search")
    yield "preview with search"
    program.press("Escape")
    program.push(names.LEAVE_PREVIEW)


def _differences(program: Program) -> Iterator[str]:
    program.push(names.DIFFERENCES)
    program.find("table", names.DIFFERENCE_TABLE)
    yield "differences"
    program.press("ctrl+Tab")
    program.find("table", names.RELIABILITY_TABLE)
    yield "reliability"
    program.push(names.TO_BATCHES)


def _desk(program: Program, sheet: Filled, paper: Paper) -> Iterator[str]:
    program.tab_to("table", names.BATCH_TABLE)
    program.press("Return")
    program.turn_to(names.GO_ON_DIALOG)
    yield f"dialog {names.GO_ON_DIALOG}"
    program.enter("text", names.INITIALS, INITIALS)
    program.press("Return")
    turn_to_file(program)
    wait_for_number(program)
    yield "number of the next sheet"
    program.tab_to("text", names.SHEET_NUMBER)
    key_in(program, sheet.begin, keypad=True)
    first, *others = paper.round.questions_for(GROUP)
    program.wait_for_focus(lambda seen: seen.name == paper.spoken(first), "the first question")
    yield "sheet on the desk"
    in_words = next(question for question in others if question.kind is Kind.TEXT)
    key_in(program, (JUMP, *f"{paper.round.questionnaire.numbers[in_words.id]}", "Return"), keypad=True)
    program.wait_for_focus(lambda seen: seen.name == names.ANSWER_IN_WORDS, "the line for an answer in words")
    yield "question for words"


def _choose_in_menu(program: Program, menu: str, entry: str) -> None:
    """Choose an entry with the arrow keys. Alt alone leads to the menu bar."""
    program.press("alt")
    here = program.wait_for_focus(lambda seen: seen.role == "menu item", "the menu bar")
    for key, name in (("Right", menu), ("Down", entry)):
        for _ in range(MANY_TABS):
            if here.name != name:
                here = program.tab(here, key)
    program.press("Return")


def _dialog(program: Program, key: str, title: str) -> Iterator[str]:
    if key:
        program.press(key)
    program.turn_to(title)
    yield f"dialog {title}"
    program.press("Escape")
    wait_for(lambda: title not in {window.name for window in program.windows()}, f"the end of {title}")
    program.turn_to()


def open_first_sheet(program: Program) -> None:
    """Open the sheet in the first row of the list."""
    program.press(names.PAGE_KEYS[names.SHEETS])
    program.tab_to("table", names.SHEET_TABLE)
    program.press("Home", "Return")
    program.find("tree", names.CONTENTS)


def in_front(program: Program) -> list[Seen]:
    """What shows in the window that has the keyboard."""
    window = next(seen for seen in program.windows() if "active" in seen.states)
    return program.reader.tree(window.thing)


def controls(program: Program) -> list[Seen]:
    """What the keyboard can go to in the window that has it."""
    wanted = {"focusable", "sensitive"}
    return [seen for seen in in_front(program) if wanted <= seen.states and seen.role not in _PARTS | _WORDS]


def nameless(program: Program, seen: Seen) -> bool:
    """Whether a screen reader can't say what an object is for.

    On Linux Qt calls a combo box after what is chosen in it; what it is for must come from a label.
    """
    if program.reader.label(seen.thing):
        return False
    if seen.role == "combo box":
        lists = program.reader.items(seen.thing)
        return not seen.name or seen.name in {item.name for one in lists for item in program.reader.items(one.thing)}
    return not seen.name.strip()


def tab_round(program: Program) -> list[Seen]:
    """Where Tab leads, until it comes back to where it began."""
    stops = [program.focused().widget]
    if {seen.thing for seen in controls(program)} == {stops[0].thing}:
        return stops
    for _ in range(MANY_TABS):
        stop = program.tab(stops[-1]).widget
        if stop.thing in {seen.thing for seen in stops}:
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab does not come round: {[stop.name for stop in stops]}")


def not_reached(program: Program, stops: list[Seen]) -> list[Seen]:
    """The controls that Tab passes by. Of radio buttons that belong together one is enough."""
    reached = {_place(stop) for stop in stops}
    return [seen for seen in controls(program) if _place(seen) not in reached]


def _place(seen: Seen) -> Thing:
    return seen.parent.thing if seen.role == "radio button" and seen.parent else seen.thing


def place(seen: Seen) -> str:
    """Where an object is, for whoever is to mend it."""
    around = [f"{one.role} {one.name[:60]!r}" for one in reversed(list(seen.around())) if one.name]
    return " > ".join([*around, f"{seen.role} {seen.name[:60]!r}"])
