"""Reported clauses to their end: "It said the president had listened and had reminded the bishop that …".

A reader of one layer of statements stops before a word that reports in its turn. What is told of with the first verb is
told by the same one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import auxiliaries, grammatical_subjects
from onrecord.extract.statements_found import Bounds, Found, shared
from onrecord.extract.statements_inner import BELIEVED
from onrecord.extract.statements_parted import marked, reporting_verb
from onrecord.extract.statements_told_on import TELLER, is_present
from onrecord.extract.statements_view import REPORT

_ACCOUNT = re.compile(
    r"\b(?:it|readout|read-out|statement|communiqu[eé]|release|note|account|version|service|"
    r"spokes(?:man|woman|person))\b",
    re.IGNORECASE,
)
"""Words for what only tells, and never itself demands; ministries do both."""


def completed(layers: Layers, found: Sequence[Found]) -> list[Found]:
    """The statements, each indirect one with the rest of the clause that its verb reports, where that is of speech."""
    result = list(found)
    for index, numbers in by_paragraph(layers, found).items():
        near = [found[n] for n in numbers]
        for n in numbers:
            result[n] = _completed(layers, found[n], near)
        for outer in (result[n] for n in numbers):
            for n in numbers:
                if _is_taken_for(outer, result[n]):
                    result[n] = by_subject(layers.paragraphs[index], result[n], outer.content)
    return result


def by_paragraph(layers: Layers, found: Sequence[Found]) -> dict[int, list[int]]:
    """Numbers of the statements by the index of the paragraph in which the word that reports them stands."""
    numbers: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        paragraph = None if one.cue is None else layers.paragraph_at(one.cue[0])
        if paragraph is not None:
            numbers.setdefault(paragraph.index, []).append(number)
    return numbers


def by_subject(paragraph: Paragraph, inner: Found, parts: Sequence[Bounds]) -> Found:
    """A statement told in parts of a text, with the subject of its cue for its source where that stands in them.

    Else, where the parser hangs its cue on the teller's verb, with the first subject in them.
    """
    if inner.cue is None or not any(start <= inner.cue[0] < end for start, end in parts):
        return inner
    words = paragraph.between(inner.cue[0] - paragraph.start, inner.cue[1] - paragraph.start)
    verb = next((token for token in words if token.pos_ == "VERB"), words.root)
    first, end = parts[0][0] - paragraph.start, inner.cue[0] - paragraph.start
    before = (token for token in paragraph.between(first, end) if token.dep_ in ("nsubj", "nsubjpass"))
    for subject in (*grammatical_subjects(verb), *before):
        named = paragraph.span(noun_phrase(subject))
        if any(start <= named.start and named.end <= stop for start, stop in parts):
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
    paragraph, _ = known
    (start, end), (first, last) = one.content[0], _bounds(layers, paragraph, clause)
    if not first <= start or end > last or (start - first < 2 and last - end < 2):
        return one
    if start != first and marked(layers, first, start):
        return one
    rest = [(first, start), (end, last)]
    if not tells_of_speech(layers, rest, [other for other in found if other is not one]) or not _is_of_the_clause(
        layers, paragraph, one, clause, end
    ):
        return one
    return replace(one, content=((first, last),))


def _bounds(layers: Layers, paragraph: Paragraph, clause: Token) -> Bounds:
    """Where a clause begins and ends, without the stop behind it, and with the mark that closes its quotation."""
    span = paragraph.span(clause.doc[clause.left_edge.i : clause.right_edge.i + 1])
    end = span.start + len(span.text.rstrip(" \n.,;:"))
    first = bisect_left(layers.quotations, span.start, key=lambda one: one.start)
    begun = takewhile(lambda one: one.start < end, layers.quotations[first:])
    return span.start, max([end, *(one.end for one in begun)])


def tells_of_speech(layers: Layers, parts: Sequence[Bounds], others: Sequence[Found]) -> bool:
    """Whether words report something themselves: as other statements found say, or the reader of cues."""
    said = [one.cue for one in others if one.cue is not None and one.zone == REPORT]
    if any(shared(cue, part) for cue in said for part in parts):
        return True
    told = layers.cues
    return told is not None and any(True for part in parts if part[0] < part[1] for _ in told.telling(*part, BELIEVED))


def _is_of_the_clause(layers: Layers, paragraph: Paragraph, one: Found, clause: Token, end: int) -> bool:
    """Whether a verb joined behind what was found is the clause's second one, no second act of who tells it.

    "She said the road was shut and demanded …": she may demand. "… and had demanded": that was told.
    """
    words = paragraph.between(end - paragraph.start, clause.right_edge.idx + len(clause.right_edge))
    joint = next((n for n, token in enumerate(words) if token.lower_ in ("and", "but", "or")), None)
    if joint is None or joint > 2:
        return not any(token.pos_ in ("VERB", "AUX") for token in paragraph.between(*_within(paragraph, one)))
    verb = next((token for token in words[joint:] if token.pos_ == "VERB"), None)
    if verb is None or any(token.dep_ in ("nsubj", "nsubjpass") for token in verb.lefts):
        return False
    return _only_tells(layers, one) or any(aux.lemma_ in ("have", "will", "would") for aux in auxiliaries(verb))


def _only_tells(layers: Layers, one: Found) -> bool:
    """Whether who tells something is a document or a spokesman, or an office that tells it in the present tense."""
    if one.source is None or one.cue is None:
        return False
    if _ACCOUNT.search(layers.text, *one.source) is not None:
        return True
    return TELLER.search(layers.text, *one.source) is not None and is_present(layers, one.cue)


def _within(paragraph: Paragraph, one: Found) -> Bounds:
    return one.content[0][0] - paragraph.start, one.content[0][1] - paragraph.start
