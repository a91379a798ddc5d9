"""The questionnaire that comes with the program keeps what the design promises of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from kommune_desktop import paths
from kommune_desktop.core.questionnaire import Kind, Question, Questionnaire, Text
from kommune_desktop.core.round import STANDARD_GROUPS
from kommune_desktop.intake.questionnaire import read_questionnaire
from kommune_desktop.texts import LANGUAGES

SENTENCE = re.compile(r"[^.!?]+[.!?]+(?=\s|$)")
AREAS = {
    "Management und Steuerung": (
        14,
        "Leitbild und Strategie · Politik und Verantwortung · Ressourcen · Daten und Wirkung · Vernetzung",
    ),
    "Interkulturelle Öffnung und Antirassismus": (
        16,
        "Personal · Fortbildung · Diskriminierungsschutz · Dienstleistungen · Haltung",
    ),
    "Fairer Zugang und Teilhabe": (
        27,
        (
            "Bildung · Sprache · Arbeit und Ausbildung · Wohnen · Gesundheit und Pflege · Mobilität · Kultur · Sport · "
            "Sicherheit und Recht"
        ),
    ),
    "Arbeit und wirtschaftliche Entwicklung": (12, "Fachkräfte · Anerkennung · Gründung · Betriebe"),
    "Engagement und Beteiligung": (
        13,
        "Politische Teilhabe · Ehrenamt · Migrantenorganisationen · Beteiligungsverfahren",
    ),
    "Zusammenhalt und Begegnung": (11, "Orte · Anlässe · Nachbarschaft · Erinnerung und Anerkennung"),
    "Kommunikation und Konfliktmanagement": (
        12,
        "Information · Sprache der Verwaltung · Umgang mit Konflikten · Hass und Bedrohung",
    ),
}


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    return read_questionnaire(paths.resources() / "questionnaires" / "weltoffene-kommune.yaml")[0]


def texts_of(questionnaire: Questionnaire) -> Iterator[tuple[str, str, str]]:
    """Place, language and wording of every text."""

    def all_texts() -> Iterator[tuple[str, Text | None]]:
        yield "title", questionnaire.title
        for band in questionnaire.bands:
            yield f"band {band.id}", band.title
        for area in questionnaire.areas:
            yield area.id, area.title
            yield from ((f"{area.id} {band}", text) for band, text in (area.suggestions or {}).items())
            yield from ((topic.id, topic.title) for topic in area.topics)
        for question in questionnaire.questions:
            yield from ((f"{question.id} {part}", text) for part, text in parts_of(question))

    for place, text in all_texts():
        for language, wording in (text.by_language if text else {}).items():
            yield place, language, wording


def parts_of(question: Question) -> list[tuple[str, Text | None]]:
    unit = question.number.unit if question.number else None
    choices = [(f"choice {choice.value}", choice.text) for choice in question.choices]
    return [("label", question.label), ("text", question.text), ("help", question.help), ("unit", unit), *choices]


def test_it_has_105_questions_in_seven_areas(shipped: Questionnaire) -> None:
    assert len(shipped.questions) == 105
    counts = {area.title.in_language("de"): len(list(area.questions)) for area in shipped.areas}
    assert list(counts.items()) == [(title, count) for title, (count, _) in AREAS.items()]


def test_its_topics_are_those_of_the_design(shipped: Questionnaire) -> None:
    topics = {
        area.title.in_language("de"): " · ".join(topic.title.in_language("de") for topic in area.topics)
        for area in shipped.areas
    }
    assert topics == {title: names for title, (_, names) in AREAS.items()}


def test_a_topic_is_a_page_of_two_to_six_questions(shipped: Questionnaire) -> None:
    sizes = {topic.id: len(topic.questions) for area in shipped.areas for topic in area.topics}
    assert {topic: size for topic, size in sizes.items() if not 2 <= size <= 6} == {}


def test_every_kind_of_question_occurs_and_most_are_on_the_scale_of_five(shipped: Questionnaire) -> None:
    kinds = Counter(question.kind for question in shipped.questions)
    assert set(kinds) == set(Kind)
    steps = [
        "nicht vorhanden",
        "geplant",
        "in Ansätzen",
        "weitgehend",
        "umgesetzt und regelmäßig überprüft",
    ]
    main = [q for q in shipped.questions if q.scale and [c.text.in_language("de") for c in q.scale.choices] == steps]
    assert len(main) > 105 / 2


def test_the_short_form_has_about_35_questions_from_every_area(shipped: Questionnaire) -> None:
    core = [question for question in shipped.questions if question.core]
    assert 33 <= len(core) <= 37
    assert {question.id.partition(".")[0] for question in core} == {area.id for area in shipped.areas}


def test_some_questions_depend_on_others(shipped: Questionnaire) -> None:
    assert sum(question.relevant_if is not None for question in shipped.questions) >= 4


def test_questions_are_meant_for_groups_that_there_are(shipped: Questionnaire) -> None:
    groups = {group.id for group in STANDARD_GROUPS}
    assert {name for question in shipped.questions for name in question.audience} <= groups


def test_ids_carry_the_area_and_topic_that_they_belong_to(shipped: Questionnaire) -> None:
    for area in shipped.areas:
        for topic in area.topics:
            assert topic.id.startswith(f"{area.id}.")
            assert all(question.id.startswith(f"{area.id}.") for question in topic.questions)


def test_every_text_is_there_in_german_and_english(shipped: Questionnaire) -> None:
    assert shipped.languages == tuple(LANGUAGES)
    languages: dict[str, set[str]] = {}
    for place, language, wording in texts_of(shipped):
        assert wording == wording.strip() != ""
        languages.setdefault(place, set()).add(language)
    assert {place for place, there in languages.items() if there != set(LANGUAGES)} == set()


def test_every_question_says_what_counts_as_evidence(shipped: Questionnaire) -> None:
    assert [question.id for question in shipped.questions if question.help is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_one_short_sentence(shipped: Questionnaire, language: str) -> None:
    long, not_one = {}, {}
    for question in shipped.questions:
        wording = question.text.in_language(language)
        if len(wording.split()) > 25:
            long[question.id] = wording
        if len(SENTENCE.findall(wording)) > 2 or "?" not in wording:
            not_one[question.id] = wording
    assert (long, not_one) == ({}, {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_area_has_a_suggestion_of_two_or_three_sentences_for_each_band(
    shipped: Questionnaire, language: str
) -> None:
    bands = [band.id for band in shipped.bands]
    suggestions = {(area.id, band): text for area in shipped.areas for band, text in (area.suggestions or {}).items()}
    assert list(suggestions) == [(area.id, band) for area in shipped.areas for band in bands]
    assert len(suggestions) == 28
    lengths = {key: len(SENTENCE.findall(text.in_language(language))) for key, text in suggestions.items()}
    assert {key: length for key, length in lengths.items() if length not in (2, 3)} == {}


def test_german_texts_name_everybody_with_the_colon(shipped: Questionnaire) -> None:
    german = {place: wording for place, language, wording in texts_of(shipped) if language == "de"}
    other_forms = re.compile(r"\*|/-?innen|_innen|[a-zäöü]Innen|\(innen\)")
    assert {place: wording for place, wording in german.items() if other_forms.search(wording)} == {}
    assert any(":innen" in wording for wording in german.values())


def test_texts_use_the_quotation_marks_of_their_language(shipped: Questionnaire) -> None:
    straight = {place for place, _, wording in texts_of(shipped) if '"' in wording or " '" in wording}
    assert straight == set()


def test_no_two_questions_ask_the_same(shipped: Questionnaire) -> None:
    for language in LANGUAGES:
        wordings = Counter(question.text.in_language(language) for question in shipped.questions)
        assert [wording for wording, count in wordings.items() if count > 1] == []
