"""Whether a store is sound: as a file, and in what it says."""

from __future__ import annotations

from pathlib import Path

from kommune_desktop.core.answer import check
from kommune_desktop.db import Store
from kommune_desktop.errors import UserError


def check_store(path: Path) -> None:
    """Check pages, references and every answer of a file.

    Raises:
        UserError: ``check.faulty`` with a problem for each finding; ``store.*`` where the file can't be opened.
    """
    with Store.open(path, readonly=True) as store:
        found = [UserError("check.finding", text=text) for text in store.findings()] or _bad_answers(store)
    if found:
        raise UserError("check.faulty", path=path, problems=tuple(found))


def _bad_answers(store: Store) -> list[UserError]:
    found = []
    for round_ in store.rounds.all():
        for sheet in store.sheets.of_round(round_.id):
            for question_id, answer in store.answers.of_sheet(sheet.id, round_.questionnaire.questions).items():
                try:
                    check(round_.questionnaire.question(question_id), answer)
                except UserError as error:
                    found.append(
                        UserError(
                            "check.answer", round=round_.title, sheet=sheet.number, question=question_id, reason=error
                        )
                    )
    return found
