"""What an aside of the reporter's parts or ends: "The road, she told reporters, was a trap", "…, a diplomat said"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_asides import aside_end, aside_start, before_aside
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import Found

REPORTING = 8
"""Tokens after the words of a statement within which the verb stands that another reports them by."""


def around_aside(layers: Layers, found: Found) -> Found:
    """Of "The road, she told reporters, was a trap" both sides, where the tagger left out one or a part of it."""
    known = reporting_verb(layers, found)
    first = None if known is None else aside_start(known[1])
    last = None if known is None or first is None else aside_end(known[1])
    if known is None or first is None or last is None or found.cue is None:
        return found
    paragraph, verb = known
    if any(t.tag_ in ("WDT", "WP", "WRB") for t in verb.lefts):
        return found  # "a park which, police said, …"
    start, after = paragraph.start + verb.sent.start_char, paragraph.start + verb.doc[last].idx
    comma = paragraph.start + verb.doc[first - 1].idx
    told = [part for part in found.content if part[0] >= after - 2]
    if not told or told[0][0] > paragraph.start + verb.sent.end_char or marked(layers, start, comma):
        return found
    begun = next((part for part in found.content if part[1] <= comma and part[0] >= start), None)
    opened = [t for t in verb.doc[verb.sent.start : first - 1] if t.pos_ != "CCONJ"]
    named = len(opened) == 1 and opened[0].pos_ in ("PRON", "NOUN", "PROPN")
    goes_on = (len(opened) > 1 and verb.doc[first - 2].pos_ != "CCONJ") or named
    joined = told[0] if marked(layers, after, told[0][0] + 1) else (min(after, told[0][0]), told[0][1])
    before = [begun] if begun is not None else [(paragraph.start + opened[0].idx, comma)] if goes_on else []
    others = [part for part in found.content if part not in (begun, told[0])]
    if any(part[0] < after for part in others):
        return found
    return replace(found, content=(*before, joined, *others))


def before_report(layers: Layers, found: Found) -> Found:
    """Without the aside of another who reports it, or its beginning: "that the pass was shut, a diplomat (said)"."""
    if found.cue is None or len(found.content) != 1 or found.content[0][0] < found.cue[1]:
        return found
    start, end = found.content[0]
    paragraph = layers.paragraph_at(start)
    tokens = None if paragraph is None else paragraph.tokens(layers.span(start, end))
    if paragraph is None or tokens is None or "," not in layers.text[start:end]:
        return found
    words = paragraph.parse
    at = before_aside(range(tokens.start, min(tokens[-1].sent.end, tokens.end + REPORTING)), words)
    if at is None or not tokens.start < at < tokens.end:
        return found
    comma = paragraph.start + words[at].idx
    goes_on = "," in layers.text[comma + 1 : end] or marked(layers, comma, end)
    return found if goes_on else replace(found, content=((start, comma),))


def marked(layers: Layers, start: int, end: int) -> bool:
    """Whether a quotation begins or ends among the words `start`–`end`."""
    paragraph = layers.paragraph_at(start)
    first = bisect_left(layers.quotations, start if paragraph is None else paragraph.start, key=lambda one: one.start)
    near = takewhile(lambda one: one.start < end, layers.quotations[first:])
    return any(start <= one.start or start < one.end <= end for one in near)


def reporting_verb(layers: Layers, found: Found) -> tuple[Paragraph, Token] | None:
    """The reporting verb of a cue, with its paragraph."""
    paragraph = None if found.cue is None else layers.paragraph_at(found.cue[0])
    tokens = None if paragraph is None or found.cue is None else paragraph.tokens(layers.span(*found.cue))
    verb = None if tokens is None else next((t for t in tokens if lexicon().verb(t) is not None), None)
    return None if paragraph is None or verb is None else (paragraph, verb)
