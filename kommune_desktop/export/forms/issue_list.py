"""The list for handing out sheets (Ausgabeliste)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reportlab.lib.units import mm

from kommune_desktop.core.round import Group, Round
from kommune_desktop.export.pdf.document import Frontmatter, write_pdf
from kommune_desktop.export.pdf.flowables import body, heading
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.export.pdf.table import Column, table
from kommune_desktop.texts import Texts


def write_issue_list(  # noqa: PLR0913 - a list needs them all, by keyword
    target: Path, *, municipality: str, round_: Round, group: Group, numbers: Sequence[str], day: date, words: Texts
) -> int:
    """Write a table with a row for each sheet, to note where it went and when it came back.

    Returns:
        The number of pages.

    Raises:
        UserError: ``file.unwritable``.
    """
    register()
    name = group.title.in_language(words.language)
    title = words("issue_list.title", group=name)
    columns = (
        Column(words("issue_list.number"), 32 * mm),
        Column(words("issue_list.to")),
        Column(words("issue_list.out"), 26 * mm),
        Column(words("issue_list.back"), 26 * mm),
    )
    story = [
        heading(1, title),
        body(f"{municipality} · {round_.title} · {words.count('count.sheets', len(numbers))} · {words.date(day)}"),
        body(words("issue_list.note")),
        table(columns, [(number, "", "", "") for number in numbers], row_height=9 * mm),
    ]
    frontmatter = Frontmatter(
        title=f"{title} – {round_.title}",
        author=municipality,
        language=words.language,
        running_head=f"{title} · {round_.title}",
        page_label=words("report.page"),
    )
    return write_pdf(target, frontmatter, story, lambda _: None)
