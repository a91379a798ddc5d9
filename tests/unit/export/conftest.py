"""The demo municipality and its reports, made once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kommune_desktop import paths
from kommune_desktop.core.questionnaire import Questionnaire
from kommune_desktop.db import Store
from kommune_desktop.export.pdf.fonts import register
from kommune_desktop.export.report import KINDS
from kommune_desktop.texts import LANGUAGES
from kommune_desktop.workflow.demo import create_demo
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.unit.export.report.writing import material_of_evaluation, write


@pytest.fixture(autouse=True)
def _fonts() -> None:
    """Paragraphs can't be made before their typeface is known."""
    register()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of the demo municipality."""
    store = create_demo(tmp_path_factory.mktemp("demo") / "d.kommune")
    yield store
    store.close()


@pytest.fixture(scope="session")
def latest(demo: Store) -> Evaluation:
    """The figures of its last round."""
    return evaluate(demo, demo.rounds.all()[-1])


@pytest.fixture(scope="session")
def every_report(
    demo: Store, latest: Evaluation, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[tuple[str, str], Path]:
    """The reports of its last round by kind and language."""
    folder = tmp_path_factory.mktemp("reports")
    material = material_of_evaluation(latest, demo.remarks.of_round(latest.results.round))
    made = {(kind, language): folder / f"{kind}-{language}.pdf" for kind in KINDS for language in LANGUAGES}
    for (kind, language), target in made.items():
        write(target, material, kind, language)
    return made


@pytest.fixture(scope="session")
def reports(every_report: Mapping[tuple[str, str], Path]) -> Mapping[str, Path]:
    """The short report of its last round by language."""
    return {language: every_report["short", language] for language in LANGUAGES}


@pytest.fixture(scope="session")
def shipped(demo: Store) -> Questionnaire:
    """The questionnaire that comes with the program."""
    return demo.rounds.all()[-1].questionnaire


@pytest.fixture(scope="session")
def demo_words() -> list[str]:
    """Every comment, text and document that the sheets of the demo may hold."""
    source = paths.resources() / "demo" / "weltoffene-kommune.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    lists = [words for name in ("comments", "texts") for words in table[name].values()]
    return [str(word) for words in lists for word in words] + [str(word) for word in table["evidence"].values()]
