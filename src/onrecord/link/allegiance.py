"""Whose officials are whom no title says: what they do and say in a report of several states tells it.

"Water Minister Quill said Mossland could wait no longer": who tells what a state will do speaks for it. Who accuses a
state, or has his counterpart there, is of the other one of two. The signs are weighed; where they do not agree, or
there are none, nothing is told. What is told this way is marked `country_by: report`, like all that no words say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.link.names import Names
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed
from onrecord.link.sides import two_ahead
from onrecord.resources.lexicon import typed

_LEAST = 1.0
"""The least weight of signs that is believed, and by how much the best state must lead."""
_BODIES = frozenset(["state", "government", "office", "organization", "group"])


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/allegiance.yaml`: lemmas in lower case, and the weight of each sign."""

    saying: frozenset[str]
    against: frozenset[str]
    assembly: frozenset[str]
    modals: frozenset[str]
    own: frozenset[str]
    weights: dict[str, float]


@cache
def signs() -> Signs:
    """The lists, read once a process."""
    return typed("allegiance.yaml", Signs)


class Allegiance:
    """Weighs the signs of one document; `active` are the states that act in it."""

    def __init__(
        self, layers: Layers, names: Names, mentions: tuple[Noticed, ...], heads: Mapping[int, Token],
        active: Counter[Polity],
    ) -> None:  # fmt: skip
        self._layers = layers
        self._names = names
        self._heads = heads
        self._mentions = mentions
        self._active = tuple(active)
        self._two = two_ahead(active)  # that the report is about

    def settle(self, homeless: Iterable[Referent]) -> dict[Referent, Counter[Polity]]:
        """Tell those of `homeless` whose state the signs agree on theirs, in text order; gives all votes."""
        wanted = set(homeless)
        votes: dict[Referent, Counter[Polity]] = {referent: Counter() for referent in wanted}
        for person in wanted:
            for polity in person.foreign:
                self._not_of(votes[person], polity)
        seen: set[Referent] = set()
        for spot, mention in enumerate(self._mentions):
            referent = mention.referent
            if referent is None or referent not in wanted:
                continue
            for polity, weight in self._votes(spot, mention, new=referent not in seen):
                votes[referent][polity] += weight  # type: ignore[assignment]
                if weight < 0 and len(self._active) == 2 and polity in self._active:
                    votes[referent][self._other(polity)] -= weight  # type: ignore[assignment]
            seen.add(referent)
            best = _best(votes[referent])
            if best is not None:
                referent.home = best
        return votes

    def _other(self, polity: Polity) -> Polity:
        return next(other for other in self._active if other != polity)

    def _not_of(self, votes: Counter[Polity], polity: Polity) -> None:
        """Weigh a counterpart's state against one, and so for the other of the two that the report is about."""
        weight = signs().weights["assembly"]
        votes[polity] -= weight  # type: ignore[assignment]
        if polity in self._two:
            votes[next(other for other in self._two if other != polity)] += weight  # type: ignore[assignment]

    def _votes(self, spot: int, mention: Noticed, *, new: bool) -> Iterator[tuple[Polity, float]]:
        weights = signs().weights
        paragraph = self._layers.paragraphs[mention.paragraph]
        verb = _verb_of(self._heads[mention.head])
        if new and (before := self._before(spot, mention)) is not None:
            yield before, weights["continued"]
        if verb is None:
            return
        if (place := self._opening(paragraph, verb)) is not None:
            yield place, weights["place"]
        for clause in (c for c in verb.children if c.dep_ in ("ccomp", "advcl", "parataxis")):
            if verb.lemma_ in signs().saying and (own := self._own_state(paragraph, clause)) is not None:
                yield own, weights["speaks_for"]
        for noun in _objects(verb):
            polity = self._whose(paragraph, noun)
            if polity is None:
                continue
            if noun.lemma_.lower() in signs().assembly and verb.lemma_ in signs().saying:
                yield polity, weights["assembly"]
            elif verb.lemma_ in signs().against:
                yield polity, -weights["against"]

    def _before(self, spot: int, mention: Noticed) -> Polity | None:
        """The state whose own the sentence before in the paragraph, or the clause before, is about."""
        if not mention.subject:
            return None
        for other in reversed(self._mentions[max(0, spot - 30) : spot]):
            if other.paragraph != mention.paragraph or mention.sentence - other.sentence > 1:
                return None
            actor = other.referent
            if actor is None or not other.subject or other.literal or other.sentence == mention.sentence:
                continue
            if other.quote is not None or actor.kind not in _BODIES | {"person"}:
                continue
            verb = self._heads[other.head].head
            if verb.dep_ in ("ccomp", "relcl") or (other.by == "metonym" and verb.lemma_ == "have"):
                continue  # of what somebody says, not of what is told; "Kampala has two million people"
            return None if self._heads[other.head].conjuncts else actor.polity or actor.home
        return None

    def _opening(self, paragraph: Paragraph, verb: Token) -> Polity | None:
        """The state of the place with which a sentence opens: "In Ankara the foreign ministry said"."""
        first = verb.doc[verb.sent.start]
        if first.lower_ not in ("in", "from") or first.i + 1 >= len(first.doc):
            return None
        return self._polity(paragraph, first.nbor(1))

    def _own_state(self, paragraph: Paragraph, clause: Token) -> Polity | None:
        """The state that a reported clause says will do, can do or wants something."""
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        modal = any(c.dep_ == "aux" and c.lower_ in signs().modals for c in clause.children)
        if subject is None or not (modal or clause.lemma_ in signs().own):
            return None
        return self._polity(paragraph, subject)

    def _whose(self, paragraph: Paragraph, noun: Token) -> Polity | None:
        """The state that a noun names, or whose its possessor or adjective says it is."""
        polity = self._polity(paragraph, noun)
        if polity is not None:
            return polity
        owners = (c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod"))
        return next((p for owner in owners if (p := self._polity(paragraph, owner)) is not None), None)

    def _polity(self, paragraph: Paragraph, token: Token) -> Polity | None:
        entity = self._names.at(paragraph, token)
        if entity is None or entity.label not in ("GPE", "NORP", "LOC"):
            return None
        polity = self._names.polity(entity)
        if polity is not None and polity.name.endswith((" City", " Town")):
            polity = next((p for p in self._active if p.name == polity.name.rpartition(" ")[0]), polity)
        return polity if polity is not None and (polity.codes or self._names.is_state(polity)) else None


def _verb_of(head: Token) -> Token | None:
    """The verb whose subject a noun is, also through a list or an apposition."""
    while head.dep_ in ("conj", "appos", "compound") and head.head != head:
        head = head.head
    verb = head.head
    return verb if head.dep_ in ("nsubj", "nsubjpass") and verb.pos_ in ("VERB", "AUX") else None


def _objects(verb: Token) -> Iterator[Token]:
    """The nouns that a verb of saying is turned to: objects, and those after "to", "on", "in" and "before"."""
    for below in verb.children:
        if below.dep_ in ("dobj", "dative") and below.pos_ != "ADP":
            yield below
        elif below.dep_ in ("prep", "dative") and below.lower_ in ("to", "on", "in", "before", "against"):
            yield from (t for t in below.children if t.dep_ == "pobj" and not _opens(t))


def _opens(noun: Token) -> bool:
    """Whether a noun belongs to the phrase with which its sentence opens: a place, nobody spoken to."""
    return noun.i - noun.sent.start < 3


def _best(votes: Counter[Polity]) -> Polity | None:
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _LEAST:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] - max(ranked[1][1], 0) >= _LEAST else None
