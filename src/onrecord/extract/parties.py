"""Which words can be a party to a political event, and how surely.

A name of a state, people or organisation, or an office or armed force, weighs 2; a person's name, a pronoun or a
group of people 1; "we" and "I" a half; a place or building that can only be acted upon 1 as recipient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import EntityLabel
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.name_shapes import named_after, place_like, unknown_name
from onrecord.extract.party_words import AMOUNTS, BODIES, COUNTED, FIRST, NAMED, NOT_NAMES, OWNERS, PEOPLE, THING, THIRD
from onrecord.extract.trigger import clauses_before
from onrecord.extract.wording import has

BY_WHOM = ("by", "of", "from")
OF_WHOM = (*BY_WHOM, "against", "on", "with", "in", "between", "for", "to")
"""Prepositions that tell whose a thing is that acts; and whose or for whom one is that is acted upon."""
LIGHTEST = 0.25
"""The weight of what is a party by its place alone."""
FAMILIAR = 1.5
"""The weight of a pronoun or group in a report about parties: it is one of them."""


@dataclass(frozen=True, slots=True)
class Party:
    """A noun phrase that names a party: its head, its words, and its weight (0.5–2)."""

    head: Token
    words: Tokens
    weight: float


class Parties:
    """Tells parties in the sentences of one paragraph; `labels` maps a token's index to its name's label."""

    def __init__(
        self, book: CompiledCodebook, labels: Mapping[int, EntityLabel], officials: frozenset[str] = frozenset()
    ) -> None:
        self._classes = book.classes
        self._labels = labels
        self._officials = officials
        self.familiar = False
        """Whether somebody without a name is taken for a party that the report has named elsewhere."""

    def find(self, heads: Iterable[Token], *, recipient: bool) -> tuple[Party, ...]:
        """The parties among noun-phrase heads, in order, each head itself or else what it belongs to."""
        found: dict[int, Party] = {}
        for head in heads:
            for party in self._one(head, recipient):
                found.setdefault(party.head.i, party)
        return tuple(found.values())

    def addressed(self, parties: Iterable[Party]) -> Iterator[Party]:
        """The parties that words can be turned to: a mere thing stands for its owner, or for nobody ("the barges")."""
        for party in parties:
            owned = any(c.dep_ == "poss" for c in party.head.lefts)  # "rejected Velmar's account of the talks"
            if self.weight(party.head, recipient=False) > 0 or (not owned and self.national(party.head) is not None):
                yield party
            else:
                yield from (p for p in self._owner(party.head, True) if self.weight(p.head, recipient=False) > 0)

    def without_of(self, doer: Party, deed: Token) -> Party:
        """A doer without the "of" phrase that tells to whom: "the arrest by police of two engineers"."""
        if any(name == "of" for name, _ in syntax.own_arms(deed)):
            return doer
        for name, noun in syntax.own_arms(doer.head):
            of = noun.left_edge.i - 1
            if name == "of" and self._labels.get(noun.i) is None and doer.words.start < of < doer.words.end:
                return Party(doer.head, deed.doc[doer.words.start : of], doer.weight)
        return doer

    def somebody(self, heads: Iterable[Token]) -> Iterator[Party]:
        """Heads that their place alone shows to be somebody, whatever the noun ("supermarkets" that are asked)."""
        for head in heads:
            if not has(self._classes["abstract"], head):
                yield Party(head, self._words(head), max(self.weight(head, recipient=False), 1.0))

    def party(self, head: Token, *, recipient: bool) -> Party:
        """A head as the party that it is known to be, whatever the noun."""
        named = self._apposed(head) or head
        return Party(named, self._words(named), max(self.weight(head, recipient=recipient), LIGHTEST))

    def _one(self, head: Token, recipient: bool) -> Iterator[Party]:
        name = self._described(head)
        for party in self._itself(head, recipient):
            told = name is not None and party.head == head
            yield Party(name, self._words(name), party.weight) if told and name is not None else party

    def _itself(self, head: Token, recipient: bool) -> Iterator[Party]:
        weight = self.weight(head, recipient=recipient)
        if weight > 0:
            named = self._apposed(head)
            yield Party(named or head, self._words(named or head), weight)
        elif head.pos_ in ("NOUN", "PROPN", "VERB", "NUM", "ADJ", "DET"):
            yield from self._owner(head, recipient)

    def _words(self, head: Token) -> Tokens:
        """The noun phrase of a head, with the state that its people are from ("soldiers from Velmar")."""
        words = phrases.noun_phrase(head)
        home = self.national(head) if head.pos_ == "NOUN" else None
        if home is None or home.i < words.end or self._labels.get(home.i) != "GPE":
            return words
        near = home.left_edge.i - 1 == words.end and home.head.lower_ in ("from", "in")
        return head.doc[words.start : home.i + 1] if near else words

    def _apposed(self, head: Token) -> Token | None:
        """The name set beside a noun that has none ("its owner, the Brandt company"): it says more than the noun."""
        beside = syntax.apposed(head)
        if beside is None or head.pos_ == "PROPN" or any(c.lower_ in ("a", "an") for c in beside.lefts):
            return None
        owned = any(c.dep_ == "poss" for c in head.lefts)
        if self.national(head) is not None and not (owned and self._kind_of_somebody(head)):
            return None
        named = self._labels.get(beside.i) in OWNERS or any(self._labels.get(c.i) == "ORG" for c in beside.lefts)
        return beside if named and not list(beside.conjuncts) else None

    def _described(self, head: Token) -> Token | None:
        """The name that a noun is set beside which tells who he is: "Omar Ledo, the exiled banker who is accused"."""
        if head.dep_ != "appos" or head.tag_ != "NN" or list(head.conjuncts) or list(head.head.conjuncts):
            return None
        named = head.head.pos_ == "PROPN" and self._labels.get(head.head.i) in OWNERS
        return head.head if named and any(c.lower_ in ("the", "a", "an") for c in head.lefts) else None

    def _kind_of_somebody(self, noun: Token) -> bool:
        """Whether a noun tells what somebody is ("Maresia's ally Torgut", "Kharan's tyrant, Azad Bek")."""
        return any(has(self._classes[name], noun) for name in ("office", "group", "person"))

    def weight(self, token: Token, *, recipient: bool) -> float:
        """How surely a noun-phrase head is a party; 0 where it is none."""
        weight = self._weight(token, recipient)
        return FAMILIAR if self.familiar and 0 < weight < FAMILIAR and self._somebody(token) else weight

    def _somebody(self, token: Token) -> bool:
        """Whether a head stands for people or a body, rather than for a place or building."""
        if (
            token.pos_ == "PRON"
            or token.tag_ == "PRP$"
            or self._labels.get(token.i) == "PERSON"
            or stands_for_both(token)
        ):
            return True
        return self._kind_of_somebody(token) or has(self._classes["forces"], token)

    def _weight(self, token: Token, recipient: bool) -> float:
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
            return max(self._pronoun(token, recipient), self._speaker(token))
        amount = token.lemma_.lower() in AMOUNTS and not has(self._classes["office"], token)
        if amount or token.ent_type_ == "CARDINAL":
            counted = [n for p, n in syntax.own_arms(token) if p == "of"]
            if not counted and stands_for_both(token):
                return 1.0
            if counted or not self._kind_of_somebody(token):
                return max((self.weight(n, recipient=recipient) for n in counted), default=0.0)
        if has(self._classes["route"], token):
            return 0.0
        label = self._labels.get(token.i)
        if label in (None, "PERSON") and unknown_name(token):
            return 1.5
        if label in NAMED and token.pos_ in ("PROPN", "NOUN", "ADJ", "NUM"):
            titled = any(has(self._classes["office"], c) for c in token.lefts)
            return (
                2.0
                if titled or (label == "PERSON" and token.text in self._officials)
                else NAMED[label]
                if label
                else 0.0
            )
        for name, value in (("office", 2.0), ("forces", 2.0), ("group", 1.0), ("person", 1.0)):
            if has(self._classes[name], token):
                return value + (1.0 if value < 2 and self.national(token) else 0.0)
        if token.lower_ == "office" and any(c.dep_ == "poss" and self._weight(c, False) > 0 for c in token.lefts):
            return 2.0  # "the mayor's office"
        if token.pos_ == "NOUN" and len(token.text) > 5 and token.lower_.endswith(PEOPLE):
            return 1.0 + (1.0 if self.national(token) else 0.0)
        if recipient and has(self._classes["target"], token):
            return 1.0 + (1.0 if self.national(token) else 0.0)
        if not recipient and has(self._classes["instrument"], token) and self.national(token):
            return 2.0
        if not recipient and self._marker(token) is not None:
            return 1.5
        if label is None and token.pos_ == "ADJ" and named_after(token):
            return 1.5
        if token.pos_ == "PROPN" and token.ent_type_ not in NOT_NAMES and token.text[:1].isupper():
            return 1.0
        return 0.0

    def _pronoun(self, token: Token, recipient: bool) -> float:
        word = token.lower_
        if word in THIRD:
            return 1.0
        if word in THING:
            return 0.5
        if word in FIRST:
            return 0.4 if not recipient else 0.25
        return 0.0

    def _speaker(self, pronoun: Token) -> float:
        """The weight of whom "he", "it" or "they" most likely is: the subject of a clause above, else of the
        sentence before ("the navy said it had sunk …", "The ministers met. They signed …")."""
        if pronoun.dep_ not in ("nsubj", "nsubjpass") or pronoun.lower_ not in THIRD | {"it"}:
            return 0.0
        for verb in clauses_before(pronoun):
            named = [s for s in syntax.grammatical_subjects(verb) if s.pos_ != "PRON" and s.i < pronoun.i]
            weight = max((self.weight(s, recipient=False) for s in named), default=0.0)
            if weight > 0:
                return weight
        return 0.0

    def national(self, token: Token) -> Token | None:
        """The name of a state, people or organisation that a noun is marked with ("Velmari jets", "Velmar's …")."""
        for other in token.lefts:
            if other.dep_ not in ("amod", "compound", "nmod", "poss"):
                continue
            label = self._labels.get(other.i)
            if label in ("GPE", "NORP", "ORG") or unknown_name(other) or (label is None and named_after(other)):
                return other
        for name, noun in syntax.own_arms(token):
            label = self._labels.get(noun.i)
            if name in ("of", "from", "in") and (
                label in ("GPE", "NORP", "ORG", "LOC") or (label is None and place_like(noun))
            ):
                return noun
        return None

    def _marked(self, head: Token) -> Party | None:
        """A thing of a named state ("two Velmari trawlers"), which stands for it whole; deeds and ideas do not."""
        marker = self._marker(head)
        return (
            Party(head, phrases.noun_phrase(head), self.weight(marker, recipient=True)) if marker is not None else None
        )

    def _marker(self, head: Token) -> Token | None:
        """The name that marks a concrete noun ("Velmari bulldozers")."""
        if head.pos_ != "NOUN" or has(self._classes["abstract"], head):
            return None
        marks = (c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod"))
        return next((c for c in marks if self._owns(c)), None)

    def is_body(self, token: Token) -> bool:
        """Whether a noun names an organisation or one of its organs ("the permanent council")."""
        return self._labels.get(token.i) == "ORG" or token.lemma_.lower() in BODIES

    def marks(self, token: Token) -> bool:
        """Whether a modifier names whose a deed is ("the Velmari onslaught")."""
        return token.dep_ in ("amod", "compound", "nmod") and self._owns(token)

    def _owns(self, marker: Token) -> bool:
        label = self._labels.get(marker.i)
        return label in OWNERS or (label is None and named_after(marker))

    def things(self, heads: Iterable[Token]) -> Iterator[Party]:
        """Concrete things that an act is done to, parties or not ("the quarter", "a radio mast"), and mere numbers."""
        for head in heads:
            if head.pos_ == "NUM" and head.dep_ in ("dobj", "nsubjpass"):
                yield Party(head, phrases.noun_phrase(head), LIGHTEST)
                continue
            counted = head.lemma_.lower() in AMOUNTS or has(self._classes["help"], head)
            if head.pos_ in ("NOUN", "PROPN") and not counted and not has(self._classes["abstract"], head):
                yield Party(head, phrases.noun_phrase(head), LIGHTEST)

    def _owner(self, head: Token, recipient: bool) -> Iterator[Party]:
        """The party that a thing belongs to ("Velmar's offer", "the offer by Velmar"): for recipients, and for
        deeds and weapons as actors."""
        if not recipient and not has(self._classes["instrument"], head) and not has(self._classes["carrier"], head):
            return
        if recipient and (party := self._marked(head)) is not None:
            yield party
            return
        owners = [c for c in head.lefts if c.dep_ == "poss" and c.lower_ != "its"]
        owners += [c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod") and self._owns(c)]
        ways = OF_WHOM if recipient else BY_WHOM
        arms = sorted(syntax.own_arms(head), key=lambda arm: arm[0] != "by")  # "the seizure of the ships by Velmar"
        owners += [noun for name, noun in arms if name in ways]
        made = not recipient or has(self._classes["abstract"], head)  # an offer; not the lines cut by missiles
        made_by = [c for c in head.rights if made and c.dep_ == "acl" and syntax.is_passive(c)]
        owners += [n for verb in made_by for n in syntax.agents(verb)]
        for owner in owners:
            for one in phrases.coordinated(owner):
                weight = self.weight(one, recipient=recipient)
                if weight > 0:
                    named = self._apposed(one) or one
                    yield Party(named, phrases.noun_phrase(named), weight)
            if any(self.weight(o, recipient=recipient) > 0 for o in phrases.coordinated(owner)):
                return
            inner = [n for p, n in syntax.own_arms(owner) if p in ("of", "by", "in", "with")]
            inner += [
                c for c in owner.lefts if c.dep_ in ("poss", "amod", "compound") and self._labels.get(c.i) in OWNERS
            ]
            deeper = [o for o in inner if self.weight(o, recipient=recipient) > 0]
            for one in phrases.coordinated(deeper[0]) if deeper else ():
                if (weight := self.weight(one, recipient=recipient)) > 0:
                    yield Party(one, phrases.noun_phrase(one), weight)
            if deeper:
                return


def stands_for_both(token: Token) -> bool:
    """Whether a number stands for those told of before: "the two would meet again"."""
    return (
        token.lower_ in COUNTED and any(c.lower_ == "the" for c in token.lefts) and token.head.pos_ in ("VERB", "AUX")
    )
