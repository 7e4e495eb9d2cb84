"""Identity on the golden crisis: copies, the correction, and B³ of contacts and events across thirty reports.

Only mentions that the reader coded can be put together; how many those are is a matter of the extractors, and is
printed, not judged, here.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Event, Report
from onrecord.present.identity import Cluster, clusters, docket
from onrecord.reader import Reader

CRISIS = Path(__file__).parents[2] / "golden_crisis"
FLOORS = {"contact": 0.855, "event": 0.855}

type Key = tuple[str, int]


@pytest.fixture(scope="module")
def reports(reader: Reader) -> dict[str, Report]:
    """The thirty reports by their ids in the gold."""
    rows = [json.loads(line) for line in (CRISIS / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    return {
        row["id"]: reader.read(
            (CRISIS / row["file"]).read_text(encoding="utf-8"),
            **{key: row[key] for key in ("published", "title", "publisher", "uri")},
        )
        for row in rows
    }


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CRISIS / "gold.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.slow
def test_crisis_copies_and_correction_are_recognised(reports: dict[str, Report]) -> None:
    rows = [json.loads(line) for line in (CRISIS / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    ids = {report.document.id: name for name, report in reports.items()}
    found = docket(tuple(reports.values()))
    assert {ids[doc]: ids[first] for doc, first in found.telling.items() if doc != first} == {
        row["id"]: row["copy_of"] for row in rows if row["copy_of"]
    }
    assert {ids[one.by]: ids[doc] for doc, one in found.corrected.items()} == {
        row["id"]: row["corrects"] for row in rows if row["corrects"]
    }


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["contact", "event"])
def test_crisis_b_cubed(reports: dict[str, Report], gold: dict[str, Any], kind: str) -> None:
    made = [one for one in clusters(tuple(reports.values())) if one.kind == kind]
    mentions = [
        (entry["id"], n, entry, mention)
        for entry in gold[f"{kind}s"]
        for n, mention in enumerate(entry["mentions"])
        if not mention.get("shared")
    ]
    system = _matched(mentions, reports, made, kind)
    precision, recall = b_cubed({(c, n): c for c, n, *_ in mentions if (c, n) in system}, system)
    f1 = 2 * precision * recall / (precision + recall)
    told = f"{kind}: {len(system)} of {len(mentions)} found, P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
    sys.stdout.write(f"{told}\n")
    assert f1 >= FLOORS[kind], told


def b_cubed(gold: dict[Key, str], system: dict[Key, int]) -> tuple[float, float]:
    """B³ precision and recall (Bagga and Baldwin 1998) over the mentions that both cluster."""
    by_gold, by_system = defaultdict(set), defaultdict(set)
    for key in gold:
        by_gold[gold[key]].add(key)
        by_system[system[key]].add(key)
    shares = [(by_gold[gold[k]] & by_system[system[k]], k) for k in gold]
    precision = sum(len(both) / len(by_system[system[k]]) for both, k in shares) / len(gold)
    recall = sum(len(both) / len(by_gold[gold[k]]) for both, k in shares) / len(gold)
    return precision, recall


def test_b_cubed_of_known_clusters() -> None:
    gold = {("a", 0): "a", ("a", 1): "a", ("b", 0): "b"}
    assert b_cubed(gold, {("a", 0): 1, ("a", 1): 1, ("b", 0): 2}) == (1.0, 1.0)
    precision, recall = b_cubed(gold, {("a", 0): 1, ("a", 1): 1, ("b", 0): 1})
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3) and recall == 1.0


def _matched(
    mentions: Sequence[tuple[str, int, Any, Any]], reports: dict[str, Report], made: Iterable[Cluster], kind: str
) -> dict[Key, int]:
    """The cluster of the record that stands at each mention's words: the nearest of its kind, used once if possible."""
    events = {event.id: event for report in reports.values() for event in report.events}
    placed: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, cluster in enumerate(made):
        for item in cluster.items:
            placed[item.doc].append((item.record, number))
    scored = []
    for name, n, entry, mention in mentions:
        report = reports[mention["report"]]
        start = (report.document.text or "").index(mention["words"])
        labels = {entry.get("event", "CONSULT"), *entry.get("event_also", ())}
        for record, number in placed[report.document.id]:
            if kind == "event" and not _fits(events[record].event, labels):
                continue
            score = _overlap(events[record], start, start + len(mention["words"]))
            if score > 0.3:
                scored.append((-score, (name, n), record, number))
    found: dict[Key, int] = {}
    used: set[str] = set()
    for again in (False, True):  # a record that stands for two mentions is used again
        for score, key, record, number in sorted(scored):
            if key not in found and (record not in used or (again and score <= -1)):
                found[key] = number
                used.add(record)
    return found


def _fits(label: str, labels: set[str]) -> bool:
    either = {"CONCEDE", "RETREAT"}
    return label in labels or (label in either and bool(labels & either))


def _overlap(event: Event, start: int, end: int) -> float:
    """More than 10 where the words that name the act stand in the mention, else how much evidence and mention share."""
    for span in (event.anchor, *event.mentions):
        shared = min(span.end, end) - max(span.start, start)
        if shared > 0:
            return 10 + shared / (end - start)
    shared = min(event.evidence.end, end) - max(event.evidence.start, start)
    return max(0, shared) / (max(event.evidence.end, end) - min(event.evidence.start, start))
