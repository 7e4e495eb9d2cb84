r"""Writes the examples of the two models of the places room, from documents with marked and located toponyms.

    python train/places/examples.py recogniser ../shared/data/places_dev.jsonl recogniser.npz \
        --events ../shared/data/event_places_dev.jsonl --invented 12
    python train/places/examples.py resolver ../shared/data/places_dev.jsonl resolver.npz

Runs in the package's own environment; `common/trees.py` turns the examples into trees in the training environment. The
resolver's examples use the recogniser that is in place, so the two are built in this order. `--fold 0|1` leaves
out the documents of that half (by the digest of the document's id), for honest figures on them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import invent
import numpy as np

from onrecord.annotate.layers import Layers, Paragraph, Sentence
from onrecord.annotate.parse import parse
from onrecord.annotate.toponyms import toponyms
from onrecord.annotate.toponyms_candidates import Hit, candidates
from onrecord.annotate.toponyms_features import DEMONYM
from onrecord.annotate.toponyms_features import NAMES as RECOGNISER
from onrecord.annotate.toponyms_features import features as recogniser_features
from onrecord.ingest.document import document
from onrecord.link.places_document import occurrences
from onrecord.link.places_features import NAMES as RESOLVER
from onrecord.link.places_features import contained, distances, pairs, prior
from onrecord.link.places_features import features as resolver_features
from onrecord.resources.places_gazetteer import gazetteer

WITHOUT_ADJECTIVES = {"GeoVirus"}
"""Corpora that mark no adjectives and peoples: their examples of these teach nothing."""

INVENTED = 0.5
"""Weight of an example of an invented sentence against one of a corpus."""

type Columns = dict[str, list[Any]]


def half(ident: str) -> int:
    """The half of the documents that one belongs to, 0 or 1."""
    return hashlib.md5(ident.encode()).digest()[-1] % 2


def recogniser(row: dict[str, Any], layers: Layers, out: Columns) -> None:
    """The examples of a document, then of every third of its sentences alone: a report may be that short."""
    gold = [(place["start"], place["end"]) for place in row["places"]]
    _recogniser(row, layers, gold, 1.0, out)
    for number, sentence in enumerate(layers.sentences):
        if number % 3 == 0:
            inside = [(s - sentence.start, e - sentence.start) for s, e in gold if sentence.start <= s < sentence.end]
            _recogniser(row, _alone(layers, sentence), inside, 0.5, out)


def _alone(layers: Layers, sentence: Sentence) -> Layers:
    paragraph = layers.paragraphs[sentence.paragraph]
    tokens = paragraph.tokens(layers.span(sentence.start, sentence.end))
    assert tokens is not None
    parse = tokens.as_doc()
    text = layers.text[sentence.start : sentence.end]
    return Layers(layers.document, text, (Paragraph(0, 0, len(text), parse),), (Sentence(0, len(text), 0),))


def _recogniser(row: dict[str, Any], layers: Layers, gold: list[tuple[int, int]], weight: float, out: Columns) -> None:
    """A row a candidate: right where it is a marked toponym, or the nearest thing to one that no candidate equals."""
    hits = candidates(layers, gazetteer())
    exact = {(hit.start, hit.end) for hit in hits}
    missed = [span for span in gold if span not in exact]
    keep = [i for i, hit in enumerate(hits) if row["corpus"] not in WITHOUT_ADJECTIVES or not _adjective(hit)]
    out["rows"].extend(recogniser_features(layers, hits, gazetteer())[keep])
    spans = [(hits[i].start, hits[i].end) for i in keep]
    out["labels"].extend(span in gold or any(_alike(span, other) for other in missed) for span in spans)
    out["weight"].extend(weight for _ in keep)


def _adjective(hit: Hit) -> bool:
    return hit.places is not None and bool((hit.places.how == DEMONYM).all())


def _alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared >= 0.5 * (max(one[1], other[1]) - min(one[0], other[0]))


def resolver(row: dict[str, Any], layers: Layers, out: Columns) -> None:
    """A row a candidate of a name: right where it is the marked place or lies as near to it as its size allows."""
    found = toponyms(layers)
    names = occurrences(layers, found, gazetteer())
    if not names.names:
        return
    table = pairs(names.names, gazetteer())
    held = contained(names.names, table)
    belief, km = prior(names.names, table, held), distances(table)
    matrix = resolver_features(names.names, table, belief, held, km, gazetteer())
    meant: dict[int, Counter[Any]] = defaultdict(Counter)
    for place in row["places"]:
        at = [k for k, t in enumerate(found) if t.start < place["end"] and place["start"] < t.end]
        index = names.of[at[0]] if at else None
        if index is not None and place["lat"] is not None:
            meant[index][place["lat"], place["lon"], place.get("geonameid")] += 1
    for index, counted in sorted(meant.items()):
        mine = np.flatnonzero(table.name == index)
        lat, lon, ident = counted.most_common(1)[0][0]
        out["rows"].extend(matrix[mine])
        out["labels"].extend(_right(table.number[mine], table.lat[mine], table.lon[mine], lat, lon, ident))
        out["weight"].extend(counted.total() ** 0.5 for _ in mine)


def _right(numbers: Any, lats: Any, lons: Any, lat: float, lon: float, ident: Any) -> Any:
    a, b, c, d = map(np.radians, (lats, lons, lat, lon))
    arc = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    km = 12742.0 * np.arcsin(np.sqrt(np.clip(arc, 0, 1)))
    records = gazetteer().records[numbers]
    near = km <= np.maximum(40, np.minimum(records["precision"].astype(float), 2500) * 0.9)
    right = near & (km <= max(km.min() + 60, 1.3 * km.min()))
    return right | (records["geonameid"] == int(ident)) if ident else right


def documents(path: Path, fold: int | None) -> Iterator[tuple[dict[str, Any], Layers]]:
    """The documents of a file, parsed, without those of the half left out."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if fold is None or half(row.get("doc_id") or row["text"]) != fold:
                yield row, parse(document(row["text"].replace("\n", " ")))


def positives(row: dict[str, Any], layers: Layers, out: Columns) -> None:
    """The places of a sentence that marks only its event's: right names, and what lies inside or around them.

    Nothing else in the sentence is marked, so nothing else of it is an example.
    """
    text = row["text"]
    gold = {(place["start"], place["end"]) for place in row["locations"] if _whole(text, place["start"], place["end"])}
    hits = candidates(layers, gazetteer())
    found = {(hit.start, hit.end) for hit in hits} & gold
    keep = [i for i, hit in enumerate(hits) if any(hit.start < end and start < hit.end for start, end in found)]
    if keep:
        out["rows"].extend(recogniser_features(layers, hits, gazetteer())[keep])
        out["labels"].extend((hits[i].start, hits[i].end) in gold for i in keep)
        out["weight"].extend(1.0 for _ in keep)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a marked span begins and ends with words; a tenth of these corpus spans are misplaced."""
    return end - start > 2 and not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


def examples(task: str, read: Iterable[tuple[dict[str, Any], Layers]]) -> Columns:
    """The examples of one of the two models."""
    out: Columns = {"rows": [], "labels": [], "weight": []}
    for row, layers in read:
        (recogniser if task == "recogniser" else resolver)(row, layers, out)
    return out


def main() -> None:
    """Writes the examples."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("task", choices=("recogniser", "resolver"))
    options.add_argument("gold", type=Path)
    options.add_argument("output", type=Path)
    options.add_argument("--events", type=Path, help="sentences with the places of their events, for the recogniser")
    options.add_argument("--invented", type=int, default=0, help="rounds of invented sentences, for the recogniser")
    options.add_argument("--fold", type=int, choices=(0, 1))
    given = options.parse_args()
    out = examples(given.task, documents(given.gold, given.fold))
    if given.task == "recogniser" and given.events:
        for row, layers in documents(given.events, given.fold):
            positives(row, layers, out)
    if given.task == "recogniser":
        for row in invent.sentences(given.invented):
            marked = [(place["start"], place["end"]) for place in row["places"]]
            _recogniser(row, parse(document(row["text"])), marked, INVENTED, out)
    names = RECOGNISER if given.task == "recogniser" else RESOLVER
    arrays = {name: np.array(values) for name, values in out.items()}
    np.savez(given.output, names=np.array(names), **arrays)
    sys.stderr.write(f"{len(out['labels'])} examples of {given.task}\n")


if __name__ == "__main__":
    main()
