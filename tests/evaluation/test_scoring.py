"""The package's scorers give the reference scorer's results, and pin their metrics on hand-made cases."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.evaluation.scoring import score
from onrecord.evaluation.scoring.common import align, max_matching, prf
from onrecord.evaluation.scoring.dyads import bootstrap, macro_f1
from onrecord.evaluation.scoring.events import event_ok, sentence_count
from onrecord.evaluation.scoring.places import km
from onrecord.evaluation.scoring.sources import muc_links
from onrecord.evaluation.scoring.statements import iou, quote_regions, quote_type, speaker_ok

FILES = {
    "dyads": "dyads_train.jsonl",
    "statements": "statements_dev.jsonl",
    "sources": "sources_gum.jsonl",
    "times": "times_dev.jsonl",
    "places": "places_dev.jsonl",
}


@pytest.fixture(scope="module")
def reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", shared / "eval" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def damaged(task: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Predictions made from gold by shifting, dropping and relabelling with a fixed seed."""
    rng = random.Random(7)
    field = {"statements": "quotes", "sources": "mentions"}.get(task, task)
    for row in rows:
        if task == "dyads":
            row["event"] = rng.choice(["AID", "COERCE", row["event"], None])
            continue
        kept = [item for item in row[field] if rng.random() < 0.8]
        for item in kept:
            item["start"] = max(0, item["start"] - rng.choice([0, 0, 3]))
            item["end"] = min(len(row["text"]), item["end"] + rng.choice([0, 0, 20]))
            if rng.random() < 0.3:
                item.update(entity=1, lat=0.0, lon=0.0, value="2000", speaker_text="Nobody")
                item.pop("speaker_start", None)
        row[field] = kept
    return [row for row in rows if rng.random() < 0.95]


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("task", sorted(FILES))
def test_scoring_equals_the_reference(task: str, shared: Path, reference: ModuleType, tmp_path: Path) -> None:
    lines = (shared / "data" / FILES[task]).read_text(encoding="utf-8").splitlines()[:120]
    gold = write(tmp_path / "gold", [json.loads(line) for line in lines])
    predicted = write(tmp_path / "predicted", damaged(task, [json.loads(line) for line in lines]))
    assert score(task, gold, predicted)[0] == reference.score(task, gold, predicted)[0]


def test_scoring_events_equals_the_reference(reference: ModuleType, tmp_path: Path) -> None:
    side = [{"text": "Veldoria", "country": "VEL"}]
    rows = [
        {"id": 1, "text": "One. Two.", "events": [{"event": "AID", "actors": side, "recipients": []}]},
        {"id": 2, "text": "Nothing here.", "events": []},
        {"id": 3, "text": "They met.", "events": [
            {"event": "CONSULT", "actors": [*side, {"text": "Tamary"}], "recipients": [], "reciprocal": True}
        ]},
    ]  # fmt: skip
    predicted = [
        {
            "id": 1,
            "events": [
                {"event": "AGREE", "actors": side},
                {"event": "AID", "actors": side, "recipients": []},
            ],
        },
        {"id": 2, "events": [{"event": "COERCE", "actors": [], "recipients": []}]},
        {"id": 3, "events": [{"event": "CONSULT", "actors": [{"text": "Tamary"}], "recipients": side}]},
    ]
    paths = write(tmp_path / "gold", rows), write(tmp_path / "predicted", predicted)
    result = score("events", *paths)[0]
    assert result == reference.score("events", *paths)[0]
    assert result["type_actors"]["R"] == 1 and result["false_events"]["per_1000_sentences"] == 1000


def test_common_prf_of_nothing_is_zero() -> None:
    assert prf(0, 0, 0)["F1"] == 0 and prf(0, 3, 0)["P"] == 0
    assert prf(2, 4, 3)["F1"] == pytest.approx(4 / 7)


def test_common_align_is_one_to_one_and_prefers_the_larger_overlap() -> None:
    assert align([(0, 10), (10, 20)], [(8, 20)]) == [(1, 0)]
    assert align([(0, 10)], [(0, 4), (5, 10)]) == [(0, 1)]
    assert align([(0, 5)], [(5, 9)]) == []


def test_common_max_matching_beats_greedy() -> None:
    assert max_matching([[0, 1], [0]]) == 2 and max_matching([[0], [0]]) == 1 and max_matching([[]]) == 0


def test_common_load_refuses_an_id_that_occurs_twice(tmp_path: Path) -> None:
    path = write(tmp_path / "twice", [{"id": 1}, {"id": 1}])
    with pytest.raises(InputError, match=r"OR-E050.*line 2.*twice"):
        score("dyads", path, path)


def test_dyads_macro_f1_counts_no_label_as_a_miss_only() -> None:
    assert macro_f1([("A", "A"), ("A", None), ("B", "A")]) == pytest.approx((2 / 4 + 0) / 2)
    low, high = bootstrap([("A", "A"), ("A", None), ("B", "B")], macro_f1)
    assert 0 <= low < high <= 1


@pytest.mark.parametrize(("span", "kind"), [((0, 10), "direct"), ((5, 20), "mixed"), ((10, 20), "indirect")])
def test_statements_quote_type(span: tuple[int, int], kind: str) -> None:
    assert quote_type(span, [(0, 10)]) == kind


def test_statements_an_open_region_ends_with_its_paragraph() -> None:
    text = 'He said "one two" and “three\n\nfour” five'
    assert [text[a:b] for a, b in quote_regions(text)] == ['"one two"', "“three"]
    assert iou((0, 10), (0, 5)) == 0.5


def test_statements_speaker_rules() -> None:
    gold = {"speaker_start": 0, "speaker_end": 9, "speaker_text": "Anna Berg"}
    nobody: dict[str, Any] = {"speaker_start": None, "speaker_text": None}
    assert speaker_ok(nobody, nobody) and not speaker_ok(nobody, gold) and not speaker_ok(gold, nobody)
    assert speaker_ok(gold, {"speaker_text": "Ms. Berg"})
    assert not speaker_ok(gold, {"speaker_text": "Berg"}, exact=True)


def test_places_km_of_a_degree() -> None:
    assert km({"lat": 0, "lon": 0}, {"lat": 1, "lon": 0}) == pytest.approx(111.19, abs=0.01)


def test_events_an_empty_gold_side_wants_an_empty_prediction() -> None:
    gold = {"actors": [{"text": "the government of Veldoria"}], "recipients": []}
    assert event_ok(gold, {"actors": [{"text": "Veldoria"}]}, "text")
    assert not event_ok(gold, {"actors": [{"text": "Veldoria"}], "recipients": [{"text": "x"}]}, "text")
    assert [sentence_count(t) for t in ("", "No mark", 'One. Two! "Three?"')] == [0, 1, 3]


def test_sources_muc_textbook_example() -> None:
    key, response = dict.fromkeys("ABCD", "k"), {"A": 1, "B": 1, "C": 2, "D": 2}
    assert muc_links(key, response) == (2, 3) and muc_links(response, key) == (2, 2)
