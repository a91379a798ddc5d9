"""How a person is told what is to be mended."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from kommune_desktop.errors import UserError
from kommune_desktop.texts import MAX_PROBLEMS, Texts
from kommune_desktop.ui.problems import ProblemList, show_problem
from tests.unit.ui.conftest import ShowWidget
from tests.unit.ui.modal import Modals


def _faulty(rows: int) -> UserError:
    problems = tuple(UserError("import.sheet_missing", row=row) for row in range(2, rows + 2))
    return UserError("import.faulty.other", path="a.csv", n=rows, problems=problems)


def test_a_problem_is_a_sentence_under_the_title_of_the_window(show: ShowWidget, modals: Modals, words: Texts) -> None:
    window = QWidget()
    window.setWindowTitle("Musterhausen")
    show(window)

    def look(box: QMessageBox) -> None:
        assert box.windowTitle() == "Musterhausen"
        assert box.icon() is QMessageBox.Icon.Warning

    modals.expect(look)
    show_problem(window, words, UserError("sheet.joint_has_one"))
    assert modals.said == [words("error.sheet.joint_has_one")]


def test_several_findings_get_a_list_that_can_be_copied(show: ShowWidget, modals: Modals, words: Texts) -> None:
    window = QWidget()
    show(window)

    def look(dialog: ProblemList) -> None:
        assert dialog.list.toPlainText().splitlines() == [
            "Zeile 2, Spalte sheet: Die Nummer des Bogens fehlt.",
            "Zeile 3, Spalte sheet: Die Nummer des Bogens fehlt.",
        ]
        next(made for made in dialog.findChildren(QPushButton) if made.text() == "Liste kopieren").click()

    modals.expect(look)
    show_problem(window, words, _faulty(2))
    assert modals.said == ["Aus „a.csv“ wurde nichts übernommen, weil 2 Zeilen zu berichtigen sind:"]
    assert QApplication.clipboard().text().startswith("Zeile 2, Spalte sheet")


def test_a_long_list_says_how_many_findings_are_left_out(show: ShowWidget, modals: Modals, words: Texts) -> None:
    window = QWidget()
    show(window)
    lines: list[str] = []
    modals.expect(lambda dialog: lines.extend(dialog.list.toPlainText().splitlines()))
    show_problem(window, words, _faulty(MAX_PROBLEMS + 7))
    assert len(lines) == MAX_PROBLEMS + 1
    assert lines[-1] == "… und 7 weitere Fehler."


def test_the_list_of_findings_has_a_name_for_screen_readers(show: ShowWidget, modals: Modals, words: Texts) -> None:
    window = QWidget()
    show(window)
    names: list[str] = []
    modals.expect(lambda dialog: names.append(dialog.list.accessibleName()))
    show_problem(window, words, _faulty(3))
    assert names == modals.said
