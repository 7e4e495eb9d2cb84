"""The task "times": TIMEX3 expressions with their values, by the document's creation time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from onrecord.annotate.entities import entities
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.times import times
from onrecord.ingest.document import document
from onrecord.link.times import TimeLinker


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The time expressions of each row's text; `published` is a day, or a day and a time of it."""
    for row in rows:
        published = row.get("published")
        layers = parse(document(row["text"], published=published[:10] if published else None))
        layers = replace(layers, entities=entities(layers))
        yield {"doc_id": row["doc_id"], "times": list(expressions(replace(layers, times=times(layers))))}


def expressions(layers: Layers) -> Iterator[dict[str, Any]]:
    """The rows of one document."""
    for time in TimeLinker(layers).mentions():
        if time.mention is not None:
            yield {
                "start": time.mention.start,
                "end": time.mention.end,
                "type": time.type,
                "value": time.value,
            }
