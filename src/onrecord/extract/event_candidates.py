"""Which words of a sentence might tell an act of one party towards another: what the learned coder is asked about.

A candidate is a verb, or a noun with an owner ("Velmar's expulsion of the envoy"), between two parties that the
parse connects with it. Most candidates tell no political act; the coder says so.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.extract.arguments import Arguments
from onrecord.extract.matching import NO_VERB
from onrecord.extract.parties import Parties, Party
from onrecord.extract.trigger import complements

PLACES = ("to", "with", "against", "on", "upon", "from", "at", "of", "for", "into", "over", "toward", "towards",
          "between", "behind", "about", "through", "in", "off", "around", "before", "opposite")  # fmt: skip
"""Prepositions that may lead to a recipient."""
OWNED = ("against", "on", "upon", "to", "with", "at", "from", "for", "over", "into", "between", "in")
"""Of them, those after a noun; "of" is the doer's, unless the noun has another."""
LEAST = 1.0
"""The least weight of each party."""
TIMES = ("DATE", "TIME")
STATES = frozenset(
    (
        "love like hate consist lie border resemble belong own remain exceed rank contain include comprise mean "
        "feature beat play win lose draw face score lead run buy sell live know think feel look seem become grow "
        "say tell add note state write report rise fall have be make use work need develop show produce reveal find"
    ).split()
)  # fmt: skip
"""Verbs of states, trade, sport and speech, never asked about."""
ALTERNATIVES = 2
"""How many readings of one verb are tried: whom it concerns is not always the first party after it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may tell an act, and who may have done it to whom."""

    trigger: Token
    arguments: Arguments


def candidates(sentence: Tokens, parties: Parties, nouns: Container[str] = ()) -> Iterator[Candidate]:
    """The candidates of a sentence in text order; of one trigger, the likelier recipients first.

    `nouns` are the lemmas that may tell a deed.
    """
    for token in sentence:
        word = token.lemma_.lower()
        if not word.isalpha():
            continue
        if token.pos_ == "VERB" and token.dep_ not in NO_VERB and word not in STATES:
            yield from _of_verb(token, parties)
        elif token.pos_ == "NOUN" and word in nouns:
            yield from _of_noun(token, parties)


def _of_verb(verb: Token, parties: Parties) -> Iterator[Candidate]:
    actors = _sure(parties.find(syntax.logical_subjects(verb), recipient=False))
    if not actors:
        return
    seen: set[int] = {p.head.i for p in actors}
    found = 0
    for heads in _concerned(verb):
        recipients = _others(parties.find(heads, recipient=True), actors, seen)
        if recipients:
            yield Candidate(verb, Arguments(actors, recipients))
            seen |= {p.head.i for p in recipients}
            found += 1
        if found == ALTERNATIVES:
            return
    if not found:
        yield from _mutual(verb, actors)


def _mutual(trigger: Token, actors: tuple[Party, ...]) -> Iterator[Candidate]:
    """What several do with or to each other ("X and Y put their heads together"): the first towards the others."""
    if len(actors) > 1:
        yield Candidate(trigger, Arguments(actors[:1], actors[1:], reciprocal=True))


def _concerned(verb: Token) -> Iterator[list[Token]]:
    """Groups of noun phrases that a verb's act may concern, likelier first."""
    yield _timeless(syntax.logical_objects(verb))
    inner = complements(verb)[:1]
    for other in inner:
        subject = syntax.child(other, "nsubj", "nsubjpass")
        if subject is not None and subject.pos_ != "PRON":
            yield _timeless(phrases.coordinated(subject))
    arms = [arm for v in (verb, *inner) for arm in syntax.arms(v)]
    for place in PLACES:
        yield _timeless(n for p, noun in arms if p == place for n in phrases.coordinated(noun))
    for other in inner:
        yield _timeless(syntax.logical_objects(other))
    for _, noun in arms:
        yield _timeless(n for p, n in syntax.own_arms(noun) if p in PLACES)


def _of_noun(noun: Token, parties: Parties) -> Iterator[Candidate]:
    if parties.weight(noun, recipient=True) > 0:
        return
    arms = list(syntax.arms(noun))
    by = [n for p, n in arms if p == "by"]
    owners = by or [c for c in noun.lefts if c.dep_ == "poss"] or [c for c in noun.lefts if parties.marks(c)]
    places = ("of", *OWNED) if owners else OWNED
    owners = owners or [n for p, n in arms if p in ("of", "from")]
    actors = _sure(parties.find((o for n in owners for o in phrases.coordinated(n)), recipient=False))
    if not actors:
        sides = [n for p, n in arms if p in ("between", "among")]
        heads = _timeless(o for n in sides for o in phrases.coordinated(n))
        yield from _mutual(noun, _sure(parties.find(heads, recipient=False)))
        return
    seen = {p.head.i for p in actors}
    for place in places:
        heads = _timeless(n for p, arm in arms if p == place for n in phrases.coordinated(arm))
        recipients = _others(parties.find(heads, recipient=True), actors, seen)
        if recipients:
            yield Candidate(noun, Arguments(actors, recipients))
            return
    yield from _mutual(noun, actors)


def _timeless(heads: Iterable[Token]) -> list[Token]:
    return [h for h in heads if h.ent_type_ not in TIMES]


def _sure(found: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in found if p.weight >= LEAST)


def _others(found: tuple[Party, ...], actors: tuple[Party, ...], seen: set[int]) -> tuple[Party, ...]:
    """Recipients that are neither actors, nor part of an actor's name, nor tried before."""
    return tuple(
        p
        for p in _sure(found)
        if p.head.i not in seen
        and p.head.tag_ != "PRP$"
        and not any(a.words.start <= p.head.i < a.words.end for a in actors)
    )
