"""The long reports of rounds that are hardly rounds, and of words that are hardly words."""

from __future__ import annotations

import errno
import io
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from kommune_desktop.core.questionnaire import Kind, NumberRange
from kommune_desktop.core.remark import Remark, RemarkKind
from kommune_desktop.core.report import ReportKind, ReportOptions, Section
from kommune_desktop.core.results import RoundResults, compare, compute_results
from kommune_desktop.core.round import Round
from kommune_desktop.core.tally import CellTally
from kommune_desktop.errors import UserError
from kommune_desktop.export.pdf.letters import BOX
from kommune_desktop.export.report import write_report
from kommune_desktop.export.report.hidden import spans
from kommune_desktop.export.report.remarks import remarks_for
from kommune_desktop.texts import texts
from tests.builders import area, cell, individual, joint, question, questionnaire, round_of, tally, text
from tests.judge import verdict
from tests.unit.export.reading import bookmarks, outside, pages, says, squeezed, structure
from tests.unit.export.report.writing import DAY, material_of, write

CONTENT = questionnaire(
    area("ms", *(question(f"ms.{n}") for n in range(3)), title=text("Steuerung", "Governance")),
    area(
        "ft",
        question("ft.single", Kind.SINGLE),
        question("ft.multi", Kind.MULTI),
        question("ft.number", Kind.NUMBER),
        question("ft.text", Kind.TEXT),
        title=text("Teilhabe", "Participation"),
    ),
)
OFFICE, COUNCIL, WELFARE = joint("office"), individual("council"), individual("welfare")
WORDS = {
    "emoji": "Sehr gut 👍🏽 weiter so 👩‍👩‍👧‍👦",
    "arabic": "يرجى الإجابة عن جميع الأسئلة (من 1 إلى 105)",
    "hebrew": "שלום לכולם",
    "control signs": "Satz\x00 mit\x1b Zeichen\x85 und\r\n\r\n\r\nZeilen\u2028Ende \u202e um",
    "formula": "=cmd|' /C calc'!A0",
    "markup": "<b>fett</b> & <para> </font> {n} %s",
    "endless word": "Donaudampfschifffahrt" * 200,
    "very long": "Das müssten wir genauer wissen. " * 625,
    "not unicode": "\ud83d\ufffe\ue000",
}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


def results_of(round_: Round, cells: Mapping[str, CellTally]) -> RoundResults:
    """Results where each group answers every scale question in the same way."""
    scales = [q.id for q in round_.questions if q.kind is Kind.SCALE]
    return compute_results(round_, tally({(key, name): counts for key in scales for name, counts in cells.items()}))


def judged(target: Path) -> str:
    """The text of a report, after what holds of every report has been checked."""
    assert verdict(target, "ua1") == []
    assert verdict(target, "2a") == []
    assert outside(target) == []
    return "".join(map(squeezed, pages(target)))


def remark(words: str, question_id: str = "ms.0", group_id: str = "council", *, is_released: bool = True) -> Remark:
    return Remark(1, question_id, group_id, RemarkKind.COMMENT, words, is_released)


ROUNDS: dict[str, tuple[Round, dict[str, CellTally]]] = {
    "no sheet": (round_of(CONTENT, OFFICE, COUNCIL), {}),
    "one sheet": (round_of(CONTENT, OFFICE), {"office": cell(3)}),
    "one group": (round_of(CONTENT, COUNCIL), {"council": cell(0, 1, 2, 3, 4)}),
    "nobody knows": (round_of(CONTENT, OFFICE, COUNCIL), {"office": cell(dont_know=1), "council": cell(dont_know=9)}),
    "all hidden": (round_of(CONTENT, COUNCIL, WELFARE), {"council": cell(4, 4), "welfare": cell(4, dont_know=8)}),
    "short form without questions": (round_of(CONTENT, OFFICE, short_form=True), {"office": cell(1)}),
}


@pytest.mark.parametrize("case", ROUNDS)
def test_a_round_that_is_hardly_one_is_a_whole_report(target: Path, case: str) -> None:
    round_, cells = ROUNDS[case]
    write(target, material_of(results_of(round_, cells)), "full")
    found = judged(target)
    for result in results_of(round_, cells).questions:
        assert squeezed(result.question.text.in_language("de")) in found


def test_forty_groups_stand_in_blocks(target: Path) -> None:
    groups = [individual(f"g{n}", text(f"Verein {n}")) for n in range(40)]
    results = results_of(round_of(CONTENT, *groups), {f"g{n}": cell(*[n % 5] * 5) for n in range(40)})
    write(target, material_of(results), "full")
    found = judged(target)
    assert all(squeezed(f"Verein {n}") in found for n in range(40))


def test_a_question_of_two_thousand_letters_is_printed_whole(target: Path) -> None:
    long = text("Wie steht es um die Teilhabe aller? " * 56)
    asked = replace(question("q"), text=long)
    write(target, material_of(results_of(round_of(asked, OFFICE), {"office": cell(2)})), "full")
    assert squeezed(long.in_language("de")) in judged(target)


def test_rounds_that_can_not_be_compared_are_named(target: Path) -> None:
    old = questionnaire(area("ms", question("ms.0"), question("ms.old")), version="0.9")
    before = results_of(round_of(old, OFFICE, title="Runde 2021"), {"office": cell(4)})
    now = results_of(round_of(CONTENT, OFFICE), {"office": cell(1)})
    write(target, material_of(now, compare(now, before)), "full")
    words = texts("de")
    assert says(target, words("report.history", values="Runde 2021: 100, Runde 2026: 25"))
    found = judged(target)
    assert found.count(squeezed(words("report.not_comparable", rounds="„Runde 2021“"))) == 2


@pytest.mark.parametrize("case", WORDS)
def test_words_that_may_hold_anything(target: Path, case: str) -> None:
    results = results_of(round_of(CONTENT, COUNCIL), {"council": cell(0, 1, 2, 3, 4)})
    material, options = material_of(results, remarks=[remark(WORDS[case])]), ReportOptions((Section.AREAS,), day=DAY)
    write(target, material, "full", options=options)
    found = judged(target)
    assert not any(sign in found for sign in "\x00\x1b\x85\u202e")
    if case == "not unicode":
        assert BOX in found
    elif case in ("arabic", "hebrew", "emoji"):
        assert BOX not in found
        tops = [top for number in range(1, 1 + len(pages(target))) for top in structure(target, number)]
        read = {part.actual_text for top in tops for part in top.all("LBody")}
        assert f"{WORDS[case]} – Gruppe council" in read
    elif case == "very long":
        assert found.count("genauerwissen") == 625
    elif case != "control signs":
        assert squeezed(WORDS[case]) in found
    else:
        assert squeezed("Satz mit Zeichen und Zeilen Ende um") in found


def test_words_from_right_to_left_are_read_aloud_in_their_own_language(target: Path) -> None:
    results = results_of(round_of(CONTENT, COUNCIL), {"council": cell(0, 1, 2, 3, 4)})
    write(target, material_of(results, remarks=[remark(WORDS["hebrew"])]), "full")
    assert b"/Lang (he)" in target.read_bytes()


def test_titles_of_groups_and_rounds_may_hold_anything(target: Path) -> None:
    group = individual("council", text("Rat 🏛 <&> שלום"))
    results = results_of(round_of(CONTENT, group, title="Runde 🎉 \x0b2026"), {"council": cell(0, 1, 2, 3, 4)})
    write(target, material_of(results, municipality="Lindenau \x00🌳"), "full")
    judged(target)


def test_many_comments_to_one_question_all_stand_there(target: Path) -> None:
    results = results_of(round_of(CONTENT, COUNCIL), {"council": cell(0, 1, 2, 3, 4)})
    remarks = [remark(f"Bemerkung Nummer {n}.") for n in range(2000)]
    write(target, material_of(results, remarks=remarks), "full")
    found = "".join(map(squeezed, pages(target)))
    assert all(f"BemerkungNummer{n}." in found for n in range(2000))
    assert outside(target) == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_hundred_thousand_comments_are_a_document(target: Path) -> None:
    results = results_of(round_of(CONTENT, COUNCIL), {"council": cell(0, 1, 2, 3, 4)})
    ids = [q.id for q in CONTENT.questions]
    remarks = [remark(f"Bemerkung Nummer {n}.", ids[n % len(ids)]) for n in range(100_000)]
    assert write(target, material_of(results, remarks=remarks), "full") > 1500


def test_the_public_report_names_a_group_only_where_it_is_large_enough(target: Path) -> None:
    round_ = round_of(CONTENT, OFFICE, COUNCIL, WELFARE)
    results = results_of(round_, {"office": cell(1), "council": cell(0, 1, 2, 3, 4), "welfare": cell(2, 2, 2, 2)})
    remarks = [remark(f"Wort {name}", group_id=name) for name in ("office", "council", "welfare")]
    for kind, named in (("public", ["council"]), ("full", ["office", "council", "welfare"])):
        write(target, material_of(results, remarks=remarks), kind)
        for name in ("office", "council", "welfare"):
            title = round_.group(name).title.in_language("de")
            sentence = texts("de")("report.said_by", text=f"Wort {name}", group=title)
            assert says(target, f"Wort {name}")
            assert says(target, sentence) == (name in named)


def test_words_stand_in_no_order_that_tells_who_wrote_them() -> None:
    round_ = round_of(CONTENT, COUNCIL, WELFARE)
    written = [("welfare", "b"), ("council", "c"), ("welfare", "a"), ("council", "d"), ("council", "a")]
    remarks = [replace(remark(words, group_id=group), sheet_id=n) for n, (group, words) in enumerate(written)]
    found = remarks_for(ReportKind.PUBLIC, round_, remarks)["ms.0"]
    assert [(one.group_id, one.words) for one in found] == [
        ("council", "a"),
        ("council", "c"),
        ("council", "d"),
        ("welfare", "a"),
        ("welfare", "b"),
    ]


def test_nothing_of_a_hidden_cell_is_in_any_report(target: Path) -> None:
    asked = question("n", Kind.NUMBER, number=NumberRange(Fraction(0), Fraction(9999), 0, None))
    few = cell(Decimal(4711), Decimal(4713), dont_know=37)
    results = compute_results(
        round_of(asked, OFFICE, COUNCIL), tally({("n", "office"): cell(Decimal(12)), ("n", "council"): few})
    )
    for kind in ("short", "public", "full"):
        write(target, material_of(results), kind)
        found = "".join(map(squeezed, pages(target)))
        assert not re.search(r"471[123]|4\.71|(?<!\d)37(?!\d)", found)
        assert "verd" in found


def test_evidence_is_never_public() -> None:
    evidence = Remark(1, "ms.0", "office", RemarkKind.EVIDENCE, "Vorlage 2024/031", is_released=True)
    round_ = round_of(CONTENT, OFFICE)
    assert remarks_for(ReportKind.PUBLIC, round_, [evidence]) == {}
    assert remarks_for(ReportKind.SHORT, round_, [evidence]) == {}
    assert list(remarks_for(ReportKind.FULL, round_, [evidence])) == ["ms.0"]


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "CMYK", "P", "1"])
def test_a_logo_of_any_colours_is_on_the_cover(target: Path, mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (300, 100)).save(file, "TIFF" if mode == "CMYK" else "PNG")
    results = results_of(round_of(CONTENT, OFFICE), {"office": cell(3)})
    for with_logo in (False, True):
        options = ReportOptions(sections=(), with_logo=with_logo, day=DAY)
        write(target, material_of(results, logo=file.getvalue()), "public", options=options)
        assert (b"/Subtype /Image" in target.read_bytes()) == with_logo
    judged(target)


def test_a_folder_that_may_not_be_written_to_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    results = results_of(round_of(CONTENT, OFFICE), {"office": cell(3)})
    with pytest.raises(UserError) as caught:
        write(file / "a.pdf", material_of(results), "full")
    assert caught.value.key == "file.unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_and_leaves_no_half_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.write_bytes(b"the report of last year")
    monkeypatch.setattr(os, "fsync", _is_full)
    results = results_of(round_of(CONTENT, OFFICE), {"office": cell(3)})
    with pytest.raises(UserError) as caught:
        write(target, material_of(results), "full")
    assert caught.value.key == "file.unwritable"
    assert [path.read_bytes() for path in target.parent.iterdir()] == [b"the report of last year"]


def _is_full(_: int) -> None:
    with Path("/dev/full").open("wb", buffering=0) as device:
        device.write(b"x")
    raise AssertionError(errno.ENOSPC)


def test_cancelling_leaves_what_was_there(target: Path) -> None:
    target.write_bytes(b"the report of last year")
    results = results_of(round_of(CONTENT, OFFICE), {"office": cell(3)})

    def stop(page: int) -> None:
        if page == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_report(
            target, material_of(results), kind="full", language="de", options=ReportOptions(day=DAY), progress=stop
        )
    assert [path.read_bytes() for path in target.parent.iterdir()] == [b"the report of last year"]


def test_topics_and_questions_are_bookmarks_below_their_area(target: Path) -> None:
    write(target, material_of(results_of(round_of(CONTENT, OFFICE), {"office": cell(3)})), "full")
    found = bookmarks(target)
    start = found.index((0, "Steuerung"))
    assert found[start : start + 5] == [
        (0, "Steuerung"),
        (1, "Thema ms"),
        (2, "1 Frage ms.0"),
        (2, "2 Frage ms.1"),
        (2, "3 Frage ms.2"),
    ]


@pytest.mark.parametrize(
    ("numbers", "words"), [([1], "1"), ([1, 2], "1–2"), ([1, 2, 3, 7, 9, 10], "1–3, 7, 9–10"), ([], "")]
)
def test_numbers_in_a_row_are_a_span(numbers: list[int], words: str) -> None:
    assert spans(numbers) == words
