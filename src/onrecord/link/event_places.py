"""Where an event happened: of the places named in its sentence, the one that belongs to its clause.

After A. Halterman, "Geolocating Political Events in Text" (2019): the place of an event is a matter of syntax, not
of nearness. A learned score of (event, place name) pairs over dependency features; under THRESHOLD no place is
given, rather than the nearest name.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph, Toponym
from onrecord.annotate.phrases import first_of
from onrecord.annotate.syntax import path, steps_up
from onrecord.model import Span
from onrecord.resources.places_gazetteer import COUNTRY, Candidates, gazetteer
from onrecord.resources.places_names import fold
from onrecord.resources.trees import trees

THRESHOLD = 0.3
"""Least score of a place taken for the event's; chosen two-fold on the development sentences."""
_DEEP = 9
"""Steps in the parse from which on it does not matter how far a name is."""
_PLACING = frozenset("in at near on outside inside across throughout around over along off within between".split())
_MOVING = frozenset("to into toward towards through from onto of".split())
_INTO = frozenset("to into toward towards onto".split())
_SAYING = frozenset("say tell report add announce confirm state note declare claim".split())
_HAPPENINGS = frozenset(
    "attack clash raid strike airstrike bombing bombardment explosion blast shelling shooting battle fight fighting"
    " offensive protest rally march demonstration meeting talk summit conference operation ambush massacre assault"
    " violence riot crash siege fire ceremony visit session hearing trial negotiation incident".split()
)
_MODIFIERS = ("prep", "pobj", "pcomp", "compound", "appos", "conj", "nmod", "poss", "amod", "nummod")


def event_place(layers: Layers, anchor: Span) -> Span | None:
    """The words that name the place of the event whose verb or noun is `anchor`; None where its clause names none."""
    pairs = candidates(layers, anchor)
    if not pairs:
        return None
    scores = trees("places/event_places").score(np.array([features for _, features in pairs], np.float64))
    best = max(range(len(pairs)), key=lambda i: (scores[i], -pairs[i][0].start))
    if scores[best] < THRESHOLD:
        return None
    return layers.span(pairs[best][0].start, pairs[best][0].end)


def destination(layers: Layers, anchor: Span) -> Span | None:
    """The words for where an act or what is moved by it goes: "sent troops to Minsk", "an incursion into Tarn"."""
    paragraph = layers.paragraph_at(anchor.start)
    tokens = paragraph.tokens(anchor) if paragraph else None
    if paragraph is None or tokens is None:
        return None
    moved = [tokens.root, *(c for c in tokens.root.children if c.dep_ in ("dobj", "nsubjpass"))]
    for preposition in (
        c for head in moved for c in head.children if c.dep_ in ("prep", "dative") and c.lower_ in _INTO
    ):
        for noun in (c for c in preposition.children if c.dep_ == "pobj"):
            words = noun.doc[noun.left_edge.i : noun.i + 1]
            start, end = paragraph.start + words.start_char, paragraph.start + words.end_char
            found = [t for t in layers.toponyms_in(start, end) if t.end <= end and t.use == "literal"]
            if found:
                return layers.span(found[-1].start, found[-1].end)
    return None


def candidates(layers: Layers, anchor: Span) -> list[tuple[Toponym, list[float]]]:
    """The place names of the anchor's sentence, each with its features in the order of NAMES."""
    paragraph, sentence = layers.paragraph_at(anchor.start), layers.sentence_at(anchor.start)
    tokens = paragraph.tokens(anchor) if paragraph else None
    if paragraph is None or sentence is None or tokens is None:
        return []
    here = [one for one in layers.toponyms_in(sentence.start, sentence.end) if one.use != "adjective"]
    roots = [_tokens(paragraph, toponym) for toponym in here]
    named = [layers.text[t.start : t.end] for t in here]
    areas = [_is_country(found) for found in gazetteer().lookup([fold(name) for name in named])]
    return [
        (toponym, [*_features(toponym, tokens.root, root, here), float(country), float(all(areas)), float(len(here))])
        for toponym, root, country in zip(here, roots, areas, strict=True)
        if root is not None
        and not (anchor.start < toponym.end and toponym.start < anchor.end)
        and not (toponym.use == "metonymic" and _acts(root))
    ]


def _acts(head: Token) -> bool:
    """Whether a name is the subject of a clause: where whoever it stands for acts is told by other words."""
    first = first_of(head, beside=True)
    return first.dep_ in ("nsubj", "agent") and first.head.pos_ == "VERB"


def _is_country(places: Candidates | None) -> bool:
    """Whether a name may stand for a country: an event's place is seldom the whole of one."""
    return places is not None and bool((gazetteer().records["kind"][places.numbers] == COUNTRY).any())


def _tokens(paragraph: Paragraph, toponym: Toponym) -> Token | None:
    found = paragraph.parse.char_span(
        toponym.start - paragraph.start, toponym.end - paragraph.start, alignment_mode="expand"
    )
    return _head(found) if found is not None else None


def _head(name: Tokens) -> Token:
    """The token that places a name in its sentence: "the town of Jenin", "Jenin district" stand by their noun."""
    token = name.root
    while token.dep_ in ("compound", "appos", "nmod", "poss") and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ in ("NOUN", "PROPN"):
        return token.head.head
    return token


def _features(toponym: Toponym, anchor: Token, head: Token, here: list[Toponym]) -> Iterator[float]:
    preposition = head.head if head.dep_ in ("pobj", "pcomp") else None
    holder = preposition.head if preposition is not None else head.head
    word = preposition.lower_ if preposition is not None else ""
    yield float(word in _PLACING)
    yield float(word in _MOVING)
    yield float(word == "in")
    yield float(preposition is None)
    yield float(holder == anchor)
    yield float(holder.head == anchor)
    yield float(anchor.is_ancestor(head))
    yield float(head.is_ancestor(anchor))
    yield from (float(min(steps, _DEEP)) for steps in path(steps_up(anchor), head) or (_DEEP, _DEEP))
    yield float(_verbs_between(anchor, head))
    yield float(head.dep_ in ("dobj", "nsubjpass") and holder == anchor)
    yield float(head.dep_ in ("nsubj", "agent"))
    yield float(holder.pos_ in ("NOUN", "PROPN"))
    yield float(holder.pos_ == "VERB")
    yield float(holder.lemma_ in _SAYING)
    yield float(anchor.lemma_ in _SAYING)
    yield float(_clause(anchor) == _clause(head))
    yield float(np.clip(head.i - anchor.i, -30, 30))
    yield float(min(abs(head.i - anchor.i), 30))
    yield float(toponym.use == "metonymic")
    yield float(any(0 < toponym.start - other.end < 4 for other in here))
    yield float(any(0 < other.start - toponym.end < 4 for other in here))
    yield float(head.ent_type_ == "GPE")
    yield float(head.ent_type_ in ("LOC", "FAC"))
    yield float(anchor.pos_ == "VERB")
    yield float(anchor.dep_ == "ROOT")
    yield float(anchor.dep_ in ("advcl", "relcl", "acl", "ccomp", "xcomp"))
    yield float(head.i < anchor.i)
    yield float(holder.lemma_.lower() in _HAPPENINGS)
    between = list(_steps(anchor, head))
    yield float(any(token.lemma_.lower() in _HAPPENINGS for token in between))
    yield float(sum(token.dep_ in ("relcl", "acl", "ccomp", "advcl", "parataxis") for token in between))
    yield float(any(token.dep_ == "conj" for token in between))
    yield float(any(token.dep_ in ("nsubj", "nsubjpass", "poss", "dobj") for token in between))
    yield float(any(token.dep_ == "prep" and token.lower_ not in _PLACING for token in between))
    yield float(anchor.dep_ == "conj" or any(child.dep_ == "conj" for child in anchor.children))


def _steps(anchor: Token, head: Token) -> Iterator[Token]:
    """The words passed on the way from the name up to the lowest word above both and down to the anchor."""
    above = {token.i for token in (anchor, *anchor.ancestors)}
    for token in (head, *head.ancestors):
        if token.i in above:
            break
        yield token
    over = {token.i for token in (head, *head.ancestors)}
    for token in (anchor, *anchor.ancestors):
        if token.i in over:
            break
        yield token


def _verbs_between(anchor: Token, head: Token) -> int:
    low, high = sorted((anchor.i, head.i))
    return min(sum(token.pos_ == "VERB" for token in anchor.doc[low + 1 : high]), 5)


def _clause(token: Token) -> Token:
    while token.dep_ in _MODIFIERS or token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            break
        token = token.head
    return token


NAMES = (
    "placing", "moving", "in", "no_preposition", "on_anchor", "on_argument", "below", "above", "up", "down", "verbs",
    "object", "subject", "on_noun", "on_verb", "on_saying", "saying", "same_clause", "offset", "distance", "metonymic",
    "after_place", "before_place", "gpe", "loc", "verb", "root", "dependent", "left",
    "on_happening", "past_happening", "clauses", "past_conj", "past_argument", "past_other_preposition", "coordinated",
    "country", "only_countries", "names",
)  # fmt: skip
"""The features, in order."""
