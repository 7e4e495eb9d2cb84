"""What coded events say about two given parties, and how much it moves the learned coder."""

from onrecord.annotate import dyad_model
from onrecord.evaluation.rule_evidence import rule_evidence, spans
from onrecord.evaluation.tasks import predictor

TEXT = "Kestonia accused Darvia of bad faith, while Nihara praised the mediators."


def at(words: str) -> list[tuple[int, int]]:
    start = TEXT.index(words)
    return [(start, start + len(words))]


def test_event_of_both_parties_and_another_beside_it() -> None:
    assert rule_evidence(TEXT, at("Kestonia"), at("Darvia")) == {"ACCUSE": ["both"], "SUPPORT": ["sentence"]}


def test_one_party_of_each_of_two_events_is_less_than_both() -> None:
    found = rule_evidence(TEXT, at("Kestonia"), at("the mediators"))
    assert found == {"ACCUSE": ["one"], "SUPPORT": ["one"]}
    assert rule_evidence(TEXT, at("Darvia"), at("Kestonia")) == {
        "ACCUSE": ["sentence"],
        "SUPPORT": ["sentence"],
    }, "the sides are not exchanged"


def test_no_event_no_evidence() -> None:
    assert rule_evidence("Kestonia borders Darvia.", [(0, 8)], [(17, 23)]) == {}


def test_evidence_raises_its_type_and_scores_still_sum_to_one() -> None:
    model = dyad_model.standard()
    bare = model.weighed(TEXT, at("Kestonia"), at("Nihara"), {})
    moved = model.weighed(TEXT, at("Kestonia"), at("Nihara"), {"CONSULT": ["one"]})
    assert dict(moved.types)["CONSULT"] > dict(bare.types)["CONSULT"]
    assert abs(sum(score for _, score in moved.types) - 1) < 1e-5


def test_spans_as_pairs_as_objects_or_none() -> None:
    assert spans({"source_spans": [[0, 4]]}, "source") == [(0, 4)]
    assert spans({"source": {"start": 1, "end": 3}}, "source") == [(1, 3)]
    assert spans({}, "source") == []


def test_prediction_answers_every_row() -> None:
    rows = [{"id": "a", "sentence": TEXT, "source_spans": at("Kestonia"), "target_spans": at("Darvia")}]
    rows += [{"id": "b", "sentence": "Kestonia and Darvia.", "source_spans": [[0, 8]], "target_spans": [[13, 19]]}]
    found = list(predictor("dyads")(rows))
    assert [row["id"] for row in found] == ["a", "b"]
    assert found[0]["event"] == "ACCUSE"
