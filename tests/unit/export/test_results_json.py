"""All figures as JSON: as its schema says, exact, and without hidden cells."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from kommune_desktop import paths
from kommune_desktop.core.consensus import Consensus, ConsensusState, Dissent
from kommune_desktop.core.questionnaire import Kind
from kommune_desktop.core.results import Hidden, compare, compute_results
from kommune_desktop.db import Store
from kommune_desktop.export.results_json import results_document
from kommune_desktop.workflow.evaluation import Evaluation, evaluate
from tests.builders import CREATED, area, cell, individual, joint, question, questionnaire, round_of, tally
from tests.unit.core.results.drawn import PROPERTY, DrawnRound, drawn_rounds

SCHEMA: dict[str, Any] = json.loads((paths.resources() / "schemas" / "results.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
COUNCIL = individual("council")


def faults(document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def document_of(values: list[int], **states: int) -> dict[str, Any]:
    """A round with one scale question and the council alone."""
    results = compute_results(round_of(question(), COUNCIL), tally({("q", "council"): cell(*values, **states)}))
    return results_document("Lindenau", results, None)


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_field_is_required_and_described_in_a_sentence() -> None:
    for part in objects(SCHEMA):
        for name, field in part.get("properties", {}).items():
            assert field.get("description", "").endswith("."), name
            assert name in part["required"]


def test_no_object_takes_fields_that_the_schema_does_not_name() -> None:
    for part in objects(SCHEMA):
        assert part["additionalProperties"] is False or "propertyNames" in part


def test_the_rounds_of_the_demo_are_as_the_schema_says(demo: Store) -> None:
    for round_ in demo.rounds.all():
        evaluation = evaluate(demo, round_)
        assert faults(results_document(evaluation.municipality, evaluation.results, evaluation.trend)) == []


@PROPERTY
@given(drawn_rounds())
def test_every_round_is_as_the_schema_says(drawn: DrawnRound) -> None:
    results = drawn.results()
    for trend in (None, compare(results, results)):
        assert faults(results_document("Lindenau", results, trend)) == []


@pytest.mark.parametrize(
    "cell_of_council",
    [
        {"hidden": "few_sheets", "shown": 3},
        {"hidden": "secret"},
        {},
        {"score": 12.5},
    ],
)
def test_the_schema_refuses_a_hidden_cell_with_a_figure(cell_of_council: dict[str, object]) -> None:
    document = document_of([1, 2])
    assert faults(document) == []
    document["questions"][0]["groups"]["council"] = cell_of_council
    assert faults(document) != []


def test_the_schema_refuses_what_is_missing_and_what_is_unknown() -> None:
    whole = document_of([1, 2, 3, 4, 4])
    for name in whole:
        assert faults({key: value for key, value in whole.items() if key != name}) != []
    extended = copy.deepcopy(whole)
    extended["questions"][0]["comments"] = ["Mehr Zeit."]
    assert faults(extended) != []


def test_the_hidden_cells_of_the_demo_are_named_with_their_reason_alone(latest: Evaluation) -> None:
    document = results_document(latest.municipality, latest.results, latest.trend)
    hidden = 0
    for result, shown in zip(latest.results.questions, document["questions"], strict=True):
        for group_id, found in result.groups.items():
            if isinstance(found, Hidden):
                hidden += 1
                assert shown["groups"][group_id] == {"hidden": found.reason.value}
    # The demo has groups below the minimum so that this is seen.
    assert hidden > 0


def test_scores_come_exact_and_as_they_are_displayed() -> None:
    # 4·50 + 100 + 75 over six: 62.5
    document = document_of([2, 2, 2, 2, 4, 3])
    total = document["questions"][0]["total"]
    assert (total["score"], total["points"]) == (62.5, 63)
    assert (document["score"], document["points"], document["band"]) == (62.5, 63, "on_track")


def test_shares_are_rounded_to_six_decimals() -> None:
    document = document_of([2] * 5, dont_know=1)
    assert document["coverage"] == document["questions"][0]["total"]["coverage"] == 0.833333


def test_what_there_is_not_is_null() -> None:
    document = document_of([], dont_know=6)
    total = document["questions"][0]["total"]
    assert [total[name] for name in ("score", "points", "agreement", "mean_number")] == [None] * 4
    assert [document[name] for name in ("score", "points", "band", "trend")] == [None] * 4


def test_counts_are_those_of_the_cell() -> None:
    total = document_of([0, 0, 4, 4, 4], blank=2, not_applicable=1)["questions"][0]["total"]
    assert total["values"] == {"0": 2, "1": 0, "2": 0, "3": 0, "4": 3}
    assert total["states"] == {"given": 5, "blank": 2, "not_applicable": 1}
    assert (total["shown"], total["coverage"]) == (8, 0.714286)


def test_the_mean_of_numbers_is_a_number() -> None:
    counts = {("q", "council"): cell(*[Decimal("0.1")] * 4, Decimal(1))}
    results = compute_results(round_of(question(kind=Kind.NUMBER), COUNCIL), tally(counts))
    # 1.4 / 5
    assert results_document("Lindenau", results, None)["questions"][0]["total"]["mean_number"] == 0.28


def test_the_round_and_its_groups_are_named() -> None:
    document = document_of([1] * 5)
    assert document["municipality"] == "Lindenau"
    assert datetime.fromisoformat(document["round"]["created"]) == CREATED
    assert document["round"]["questionnaire"] == {"id": "test", "version": "1.0"}
    assert document["groups"] == [
        {
            "id": "council",
            "title": {"de": "Gruppe council", "en": "Group council"},
            "kind": "individual",
            "sheets": 5,
        }
    ]


def test_a_trend_names_the_round_before_and_what_is_not_comparable() -> None:
    office = joint("office")
    content = questionnaire(area("a", question("p"), question("q", core=True)))
    now = compute_results(round_of(content, office), tally({("p", "office"): cell(4), ("q", "office"): cell(1)}))
    earlier = round_of(content, office, short_form=True, title="Runde 2023")
    before = compute_results(earlier, tally({("q", "office"): cell(*[2] * 7, 3)}))
    document = results_document("Lindenau", now, compare(now, before))
    # (7·50 + 75) / 8 = 53.125 → 25
    change = {"before": 53.125, "now": 25.0, "score": -28.125, "points": -28, "questions": 1}
    assert document["trend"] == {"before": {"id": 1, "title": "Runde 2023"}, "change": change, "not_comparable": ["p"]}
    assert document["areas"][0]["change"] == change
    assert [shown["change"] for shown in document["questions"]] == [None, change]


def test_a_fall_of_a_half_is_displayed_away_from_zero() -> None:
    office = joint("office")
    now, before = (
        compute_results(round_of(question(), office), tally({("q", "office"): cell(*values)}))
        for values in ([0] * 50, [0] * 49 + [1])
    )
    change = results_document("Lindenau", now, compare(now, before))["questions"][0]["change"]
    assert Fraction(change["score"]) == Fraction(-1, 2)
    assert change["points"] == -1


def agreed(consensus: Consensus, kind: Kind = Kind.SCALE) -> dict[str, Any]:
    """A round whose workshop came to this with its only question."""
    counts = tally({("q", "council"): cell(*[0] * 5)})
    return results_document(
        "Lindenau", compute_results(round_of(question(kind=kind), COUNCIL), counts, {"q": consensus}), None
    )


@pytest.mark.parametrize(
    ("consensus", "kind", "expected"),
    [
        (Consensus(), Kind.SCALE, ("open", None, None, None)),
        (Consensus(ConsensusState.REACHED, 3), Kind.SCALE, ("reached", 3, 75.0, 75)),
        (Consensus(ConsensusState.REACHED, 0), Kind.SCALE, ("reached", 0, 0.0, 0)),
        (Consensus(ConsensusState.REACHED, 3), Kind.SINGLE, ("reached", 3, None, None)),
        (Consensus(ConsensusState.REACHED), Kind.SCALE, ("reached", None, None, None)),
        (Consensus(ConsensusState.NOT_REACHED), Kind.SCALE, ("not_reached", None, None, None)),
    ],
)
def test_consensus_stands_beside_the_score(
    consensus: Consensus, kind: Kind, expected: tuple[str, int | None, float | None, int | None]
) -> None:
    document, without = agreed(consensus, kind), agreed(Consensus(), kind)
    assert faults(document) == []
    found = document["questions"][0].pop("consensus")
    assert (found["state"], found["value"], found["score"], found["points"]) == expected
    del without["questions"][0]["consensus"]
    assert document == without


def test_consensus_is_told_without_its_reason_and_who_saw_it_otherwise() -> None:
    told = agreed(Consensus(ConsensusState.REACHED, 3, "GRUND", (Dissent("council", "SICHT"),)))
    assert set(told["questions"][0]["consensus"]) == {"state", "value", "score", "points"}
    assert not any(word in json.dumps(told) for word in ("GRUND", "SICHT"))


@pytest.mark.parametrize("wrong", [{"state": "maybe"}, {"value": "3"}, {"points": 101}, {"reason": "x"}])
def test_the_schema_refuses_a_consensus_of_another_shape(wrong: dict[str, object]) -> None:
    document = agreed(Consensus(ConsensusState.REACHED, 3))
    document["questions"][0]["consensus"] |= wrong
    assert faults(document) != []


def test_the_document_is_plain_json() -> None:
    document = document_of([1] * 5)
    assert json.loads(json.dumps(document, allow_nan=False)) == document
