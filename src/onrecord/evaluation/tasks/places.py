"""The task "places": every toponym, in whatever use, with the point of the place it most likely stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.toponyms import toponyms
from onrecord.ingest.document import document
from onrecord.link.places_resolution import locate

ADJECTIVES = True
"""Whether adjectives and peoples ("Russian", "Egyptians") are given: LGL marks them, GeoVirus does not."""


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The toponyms of each row's text; offsets in code points, WGS84 degrees."""
    for row in rows:
        layers = parse(document(row["text"]))
        layers = replace(layers, toponyms=toponyms(layers))
        yield {"doc_id": row["doc_id"], "text": row["text"], "places": list(places(layers))}


def places(layers: Layers) -> Iterator[dict[str, Any]]:
    """The toponyms of a document in the form of the task."""
    located = locate(layers, layers.toponyms)
    for toponym, found in zip(layers.toponyms, located, strict=True):
        if toponym.use == "adjective" and not ADJECTIVES:
            continue
        yield {
            "start": toponym.start,
            "end": toponym.end,
            "lat": found.lat if found else None,
            "lon": found.lon if found else None,
            "geonameid": (found.geonameid or None) if found else None,
        }
