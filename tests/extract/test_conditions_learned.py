"""What the learned reader adds to the rules of conditions, each side of every bar."""

from dataclasses import replace

import pytest

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.extract import conditions_learned
from onrecord.extract.conditions import conditions, with_learned
from onrecord.extract.drafts import ConditionDraft
from onrecord.ingest.document import document

WIRE = (
    "BESKOV, May 3 - Lorries turn back at the Keld pass, and the town of Beskov has lived on turnips since Easter, "
    "doctors said. Nobody has got through from the coast for 40 days. The ward runs on candles. Nine villagers lost "
    "their lives when a grenade landed in a bread queue, and some 3,000 have walked over the hills to Ardenia."
)
SPORT = (
    "The home side blocked every shot and closed the gap to two points. Their striker is short of goals and was killed "
    "off by the critics, but the supporters still queue for hours."
)


def read(text: str) -> Layers:
    return annotation()(parse(document(text, published="1992-05-03")))


@pytest.fixture(scope="module")
def wire() -> Layers:
    return read(WIRE)


def kinds(found: tuple[ConditionDraft, ...]) -> set[tuple[str, str | None]]:
    return {(draft.kind, draft.state) for draft in found}


def test_conditions_are_found_in_words_that_no_rule_knows(wire: Layers) -> None:
    told = conditions(wire)
    both = with_learned(wire, told)
    assert len(both) > len(told)
    assert {kind for kind, _ in kinds(both)} >= {"access", "displacement", "casualties"}
    assert all(draft.evidence.grounded_in(wire.text) for draft in both)


def test_what_rules_told_stays(wire: Layers) -> None:
    told = conditions(wire)
    both = with_learned(wire, told)
    assert {(d.kind, d.evidence) for d in told} <= {(d.kind, d.evidence) for d in both}


def test_without_the_model_the_rules_speak_alone(wire: Layers) -> None:
    told = conditions(wire)
    assert with_learned(replace(wire, conditions=None), told) == tuple(told)


def test_sport_tells_no_condition() -> None:
    layers = read(SPORT)
    assert with_learned(layers, conditions(layers)) == ()


def test_a_word_below_the_bar_is_not_believed(wire: Layers, monkeypatch: pytest.MonkeyPatch) -> None:
    told = conditions(wire)
    for bar in ("BELIEVED", "AMONG_OTHERS"):
        monkeypatch.setattr(conditions_learned, bar, 1.01)
    assert len(with_learned(wire, told)) == len(told)


def test_a_report_about_conditions_is_believed_sooner(wire: Layers, monkeypatch: pytest.MonkeyPatch) -> None:
    assert wire.conditions is not None
    told = conditions(wire)
    bars = conditions_learned.bars(wire, wire.conditions, told)
    assert bars["access"] == bars["shortage"] == conditions_learned.AMONG_OTHERS
    assert bars["damage"] == conditions_learned.BELIEVED  # one case of harm makes no report about force
    monkeypatch.setattr(conditions_learned, "SEVERAL", 50)
    assert set(conditions_learned.bars(wire, wire.conditions, told).values()) == {conditions_learned.BELIEVED}


def test_an_empty_document_has_none() -> None:
    layers = read("")
    assert with_learned(layers, conditions(layers)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The men would be freed by Friday. The ministry said the men will be released.",
        "The hostages would be freed. Nine detainees will be freed on bail.",
        "Rebels freed nine men.",
        "The ministers agreed:\n\n• to reopen the road by 1 June;\n• to free all prisoners within ten days.",
    ],
)
def test_learned_a_release_harms_nobody(text: str) -> None:
    layers = read(text)
    assert "casualties" not in {made.kind for made in with_learned(layers, conditions(layers))}


def test_learned_the_dead_beside_a_release_are_told() -> None:
    layers = read("Three men were killed and the others would be freed.")
    found = with_learned(layers, conditions(layers))
    assert [made.evidence.text for made in found if made.kind == "casualties"] == ["Three men were killed"]
