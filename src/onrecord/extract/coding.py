"""Coding a single sentence outside a report: for the examples of the codebook."""

from __future__ import annotations

import functools
from dataclasses import replace

from onrecord.annotate.entities import entities
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.codebook.check import Coded
from onrecord.codebook.compiled import CompiledCodebook, standard
from onrecord.extract.drafts import EventDraft
from onrecord.extract.events import code_events
from onrecord.model import Document
from onrecord.model.ids import document_id, sha256


def drafts(sentence: str, book: CompiledCodebook | None = None) -> tuple[EventDraft, ...]:
    """The event drafts of one sentence by a codebook, the standard one by default."""
    return code_events(_layers(sentence), book or standard())


@functools.lru_cache(maxsize=64)
def _layers(sentence: str) -> Layers:
    document = Document(id=document_id(sentence, None), sha256=sha256(sentence), version="", text=sentence)
    layers = parse(document)
    return replace(layers, entities=entities(layers))


def code(sentence: str, book: CompiledCodebook | None = None) -> tuple[Coded, ...]:
    """The events of one sentence, as `codebook.check` wants them."""
    return tuple(
        Coded(d.event, d.mode, d.coded_by.rule, tuple(a.text for a in d.actors), tuple(r.text for r in d.recipients))
        for d in drafts(sentence, book)
    )
