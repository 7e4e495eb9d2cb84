"""Reported clauses to their end: "It said the president had listened and had reminded the bishop that …".

A reader of one layer of statements stops before a word that reports in its turn. What is told of with the first verb is
told by the same one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import auxiliaries, grammatical_subjects
from onrecord.extract.statements_found import Bounds, Found, shared
from onrecord.extract.statements_parted import marked, reporting_verb
from onrecord.extract.statements_told_on import TELLER
from onrecord.extract.statements_view import REPORT

TELLING = 0.7
"""Least share at which a word is taken to report something, by the reader of cues."""
_TAIL = re.compile(r"[\s.,;:]*$")


def completed(layers: Layers, found: Sequence[Found]) -> list[Found]:
    """The statements, each indirect one with the rest of the clause that its verb reports, where that is of speech."""
    result = [_completed(layers, one, found) for one in found]
    for outer in result:
        paragraph = None if outer.source is None or outer.cue is None else layers.paragraph_at(outer.content[0][0])
        for number, one in enumerate(result):
            if paragraph is not None and _is_taken_for(outer, one):
                result[number] = by_subject(paragraph, one, outer.content)
    return result


def by_subject(paragraph: Paragraph, inner: Found, parts: Sequence[Bounds]) -> Found:
    """A statement told in parts of a text, with the subject of its cue for its source where that stands in them."""
    if inner.cue is None or not any(start <= inner.cue[0] < end for start, end in parts):
        return inner
    words = paragraph.between(inner.cue[0] - paragraph.start, inner.cue[1] - paragraph.start)
    verb = next((token for token in words if token.pos_ == "VERB"), words.root)
    for subject in grammatical_subjects(verb):
        named = paragraph.span(noun_phrase(subject))
        if any(start <= named.start and named.end <= end for start, end in parts):
            return replace(inner, source=(named.start, named.end))
    return inner


def _is_taken_for(outer: Found, one: Found) -> bool:
    """Whether the one who tells something was taken for the source of what somebody says in it."""
    if one is outer or one.cue is None or one.source is None or outer.source is None:
        return False
    return shared(one.source, outer.source) > 0 and any(start < one.cue[0] < end for start, end in outer.content)


def _completed(layers: Layers, one: Found, found: Sequence[Found]) -> Found:
    if one.cue is None or one.zone != REPORT or len(one.content) != 1 or one.content[0][0] < one.cue[1]:
        return one
    known = reporting_verb(layers, one)
    clause = None if known is None else next((t for t in known[1].rights if t.dep_ == "ccomp"), None)
    if known is None or clause is None or clause.left_edge.i <= known[1].i:
        return one
    paragraph, verb = known
    (start, end), (first, last) = one.content[0], _bounds(paragraph, clause)
    if not first <= start or end > last or (start - first < 2 and last - end < 2):
        return one
    if start != first and marked(layers, first, start):
        return one
    rest = [(first, start), (end, last)]
    if not _tells(layers, rest, one, found) or not _is_of_the_clause(layers, paragraph, one, clause, end):
        return one
    return replace(one, content=((first, last),))


def _bounds(paragraph: Paragraph, clause: Token) -> Bounds:
    span = paragraph.span(clause.doc[clause.left_edge.i : clause.right_edge.i + 1])
    return span.start, span.end - len(_TAIL.search(span.text)[0])  # type: ignore[index]


def _tells(layers: Layers, rest: Sequence[Bounds], one: Found, found: Sequence[Found]) -> bool:
    """Whether words left out report something themselves."""
    said = [f.cue for f in found if f.cue is not None and f is not one and f.zone == REPORT]
    if any(shared(cue, part) for cue in said for part in rest):
        return True
    if layers.cues is None:
        return False
    return any(True for part in rest if part[0] < part[1] for _ in layers.cues.telling(*part, TELLING))


def _is_of_the_clause(layers: Layers, paragraph: Paragraph, one: Found, clause: Token, end: int) -> bool:
    """Whether a verb joined behind what was found is the clause's second one, no second act of who tells it.

    "She said the road was shut and demanded …": she may demand. "… and had demanded": that was told. An office or a
    document tells, and does not demand.
    """
    words = paragraph.between(end - paragraph.start, clause.right_edge.idx + len(clause.right_edge))
    joint = next((n for n, token in enumerate(words) if token.lower_ in ("and", "but", "or")), None)
    if joint is None or joint > 2:
        return not any(token.pos_ == "VERB" for token in paragraph.between(*_within(paragraph, one)))
    verb = next((token for token in words[joint:] if token.pos_ == "VERB"), None)
    if verb is None or any(token.dep_ in ("nsubj", "nsubjpass") for token in verb.lefts):
        return False
    teller = one.source is not None and TELLER.search(layers.text, *one.source) is not None
    return teller or any(aux.lemma_ in ("have", "will", "would") for aux in auxiliaries(verb))


def _within(paragraph: Paragraph, one: Found) -> Bounds:
    return one.content[0][0] - paragraph.start, one.content[0][1] - paragraph.start
