"""``python -m tests.benchmarks.weasyprint PYTHON``: the full report against WeasyPrint, which PYTHON must have.

WeasyPrint makes PDF/UA-1 from HTML that says the same: headings, every chart with its words, every table, every remark.
It is no part of the set-up: ``python3 -m venv DIR`` and ``DIR/bin/pip install weasyprint`` make such a PYTHON.
"""

from __future__ import annotations

import html
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.remark import Remark
from kommune_desktop.core.results import QuestionResult
from kommune_desktop.db import Store
from kommune_desktop.export import charts
from kommune_desktop.export.charts import LIGHT, Chart, Look, svg
from kommune_desktop.texts import texts
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from kommune_desktop.workflow.rounds import LATEST, find_round
from tests.benchmarks.measure import in_turn, run_script
from tests.benchmarks.report import make_large_demo

TURNS = 3
AT_MOST = 0.15
_STYLE = "@page { size: A4; margin: 20mm } body { font: 9pt 'Noto Sans' } svg { width: 100% } h4 { break-after: avoid }"


def main(arguments: Sequence[str]) -> int:
    """Measure both in turn and print the ratio."""
    (python,) = arguments
    with tempfile.TemporaryDirectory() as folder:
        store, page, ours, theirs = (Path(folder, name) for name in ("d.kommune", "d.html", "ours.pdf", "theirs.pdf"))
        make_large_demo(store)
        page.write_text(document_of(store), encoding="utf-8")
        pages: dict[str, int] = {}

        def write_ours() -> float:
            reply = run_script("full_report", store, ours, "tagged")
            pages["ours"] = int(reply.values["pages"])
            return reply.values["seconds"]

        def write_theirs() -> float:
            script = Path(__file__).parent / "scripts" / "weasyprint_report.py"
            done = subprocess.run([python, str(script), str(page), str(theirs)], capture_output=True, check=True)
            seconds, pages["theirs"] = float(done.stdout.split()[0]), int(done.stdout.split()[1])
            return seconds

        measured, floor = (statistics.median(samples) for samples in in_turn(TURNS, write_ours, write_theirs))
    print(f"full report {measured:.2f} s, {pages['ours']} pages; WeasyPrint {floor:.2f} s, {pages['theirs']} pages")
    print(f"ratio {measured / floor:.3f}, target {AT_MOST}")
    return 0


def document_of(path: Path) -> str:
    """The last round as HTML."""
    with Store.open(path, readonly=True) as store:
        round_ = find_round(store, LATEST)
        evaluation, remarks = evaluate(store, round_), store.remarks.of_round(round_)
    body = "".join(_parts(evaluation, remarks))
    return f"<html lang='de'><head><title>Bericht</title><style>{_STYLE}</style></head><body>{body}</body></html>"


def _parts(evaluation: Evaluation, remarks: Sequence[Remark]) -> Iterator[str]:
    results, look = evaluation.results, Look(texts("de"), LIGHT)
    yield "<h1>Weltoffene Kommune</h1>"
    for chart in (
        charts.profile_bars(results, evaluation.trend, look),
        charts.area_history(evaluation.history, look),
        charts.area_heat_map(results, look),
    ):
        yield _figure(chart) + _table(chart)
    for area in results.areas:
        yield f"<h2>{html.escape(area.area.title.in_language('de'))}</h2>"
        yield _table(charts.question_rows(results.round, area, evaluation.trend, look))
        for result in area.questions:
            yield from _question(evaluation, result, [one for one in remarks if one.question_id == result.question.id])


def _question(evaluation: Evaluation, result: QuestionResult, remarks: Sequence[Remark]) -> Iterator[str]:
    round_, look = evaluation.results.round, Look(texts("de"), LIGHT)
    yield f"<h3>{result.number} {html.escape(result.question.label.in_language('de'))}</h3>"
    yield f"<p>{html.escape(result.question.text.in_language('de'))}</p>"
    if result.question.kind in (Kind.SCALE, Kind.SINGLE):
        chart = charts.distributions(round_, result, look)
        yield _figure(chart) + _table(chart)
    elif result.question.kind is Kind.MULTI:
        chart = charts.counts(round_, result, look)
        yield _figure(chart) + _table(chart)
    if result.gap is not None and result.gap.is_perception_gap:
        yield _figure(charts.group_dots(round_, result, look))
    yield f"<ul>{''.join(f'<li>{html.escape(one.words)}</li>' for one in remarks)}</ul>" if remarks else ""


def _figure(chart: Chart) -> str:
    return f"<figure role='img' aria-label=\"{html.escape(chart.alternative_text)}\">{svg(chart)}</figure>"


def _table(chart: Chart) -> str:
    heads = "".join(f"<th scope='col'>{html.escape(title)}</th>" for title in chart.table.columns)
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in chart.table.rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
