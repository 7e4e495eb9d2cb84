"""The `sources` task: which words of a text stand for which person or organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.ingest.document import document
from onrecord.link.coreference import FIRST, WE, YOU
from onrecord.link.referents import Referent
from onrecord.link.scene import Noticed
from onrecord.link.stage import Stage

KINDS = frozenset(["person", "people", "organization", "government", "office", "group"])


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows of the task with the mentions that OnRecord finds; gold fields are ignored."""
    annotate = annotation()
    for row in rows:
        text = str(row["text"])
        layers = annotate(parse(document(text)))
        yield {"doc_id": row["doc_id"], "text": text, "mentions": mentions(layers)}


def mentions(layers: Layers) -> list[dict[str, int | str]]:
    """Every mention of a person or organisation: its noun phrase, and the number of its referent."""
    stage = Stage(layers)
    found: dict[tuple[int, int], str] = {}
    for mention in stage.noticed:
        referents = mention.referents or _speaking(stage, layers, mention)
        if not referents or mention.form in ("together", "relative") or mention.literal:
            continue
        if any(referent.kind not in KINDS for referent in referents):
            continue
        found.setdefault(_span(mention), "+".join(str(referent.number) for referent in referents))
    return [{"start": start, "end": end, "entity": entity} for (start, end), entity in sorted(found.items())]


def _span(mention: Noticed) -> tuple[int, int]:
    if mention.form in ("pronoun", "dual") or mention.form in FIRST | WE | YOU:
        return mention.start, mention.end
    return mention.reach_start, mention.reach_end


def _speaking(stage: Stage, layers: Layers, mention: Noticed) -> tuple[Referent, ...]:
    """Who says "I" or "we": the speaker of the quotation around it."""
    if mention.form not in FIRST | WE:
        return ()
    paragraph = layers.paragraphs[mention.paragraph]
    speaker = stage.speakers.of(mention.quote, paragraph)
    return (speaker,) if speaker is not None else ()
