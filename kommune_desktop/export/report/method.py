"""How the figures are to be read, and what the words mean."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kommune_desktop.core.report import Section
from kommune_desktop.export.pdf.flowables import body, bullets, heading, together
from kommune_desktop.export.pdf.table import Column, table
from kommune_desktop.export.report import sentences
from kommune_desktop.export.report.context import DocumentContext

_METHOD_PARTS = ("scores", "groups", "coverage", "agreement", "gaps", "trend", "bands", "privacy")
_TERMS = (
    "area",
    "agreement",
    "band",
    "change",
    "coverage",
    "dont_know",
    "gap",
    "group",
    "hidden",
    "joint",
    "not_applicable",
    "perception_gap",
    "points",
    "round",
    "sheet",
    "suggestion",
)
_TERM_WIDTH = 40 * mm


def method(context: DocumentContext) -> list[Flowable]:
    """How the figures are computed."""
    words, round_ = context.words, context.results.round
    parts: list[Flowable] = [heading(1, words("report.method"))]
    for part in _METHOD_PARTS:
        key = f"report.method_{part}"
        text = words(f"{key}_{round_.weighting.value}") if part == "groups" else words(key, **_figures(context, part))
        parts.append(together([heading(2, words(f"{key}_title"), is_listed=False), body(text)]))
    # Where there is a list of all hidden values, it says more.
    hidden = [] if Section.HIDDEN in context.options.sections_of(context.kind) else sentences.hidden(context)
    if hidden:
        parts += [heading(2, words("report.hidden_title"), is_listed=False), *bullets(hidden)]
    return parts


def _figures(context: DocumentContext, part: str) -> dict[str, object]:
    words, round_ = context.words, context.results.round
    if part == "privacy":
        return {"k": round_.min_cell}
    if part == "bands":
        bands = round_.questionnaire.bands
        named = [
            words("report.band_below", below=words.points(band.below), band=context.text(band.title))
            for band in bands
            if band.below is not None
        ]
        return {"bands": ", ".join(named), "last": context.text(bands[-1].title)}
    return {}


def glossary(context: DocumentContext) -> list[Flowable]:
    """The words of the report in plain language, by the alphabet."""
    words = context.words
    rows = [[words(f"glossary.{term}"), words(f"glossary.{term}_is")] for term in _TERMS]
    columns = [Column(words("glossary.term"), _TERM_WIDTH), Column(words("glossary.meaning"))]
    return [heading(1, words("report.glossary")), table(columns, sorted(rows, key=lambda row: row[0].casefold()))]
