"""Two together: "the two ministers", "both sides", and those whom a report brings together or sets between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.link import coreference as coref
from onrecord.link.referents import Referent
from onrecord.link.scene import SPEECH, Noticed
from onrecord.link.sides import leading, takes_sides, two_sides
from onrecord.link.titles_words import title_nouns

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

DUALS = {
    "two": frozenset(["person", "state", "government", "organization", "group"]),
    "both": frozenset(["person", "state", "government", "organization", "group"]),
    "pair": frozenset(["person"]),
    "duo": frozenset(["person"]),
}
_SIDES = frozenset(["side", "party"])
PERSONS = frozenset(["person"])
STATES = frozenset(["state", "government"])
ANY = frozenset(["person", "state", "government", "organization", "group", "office"])
DUAL_NOUNS = {
    "side": STATES | {"group", "organization"}, "party": STATES | {"group", "organization"}, "country": STATES,
    "nation": STATES, "neighbor": STATES, "neighbour": STATES, "government": STATES, "state": STATES, "capital": STATES,
    "member": STATES, "republic": STATES,
    "leader": PERSONS, "minister": PERSONS, "official": PERSONS, "man": PERSONS, "diplomat": PERSONS,
    "president": PERSONS, "woman": PERSONS, "counterpart": PERSONS, "premier": PERSONS, "secretary": PERSONS,
    "interlocutor": PERSONS, "politician": PERSONS, "head": PERSONS, "ally": STATES, "foe": STATES, "rival": ANY,
}  # fmt: skip
_ASKING = frozenset(["urge", "call", "appeal", "ask", "press", "request", "invite", "exhort", "implore", "beg"])
_GOING_BETWEEN = frozenset(
    "write mediate broker arbitrate telephone phone contact meet visit brief convene bring reconcile shuttle".split()
)
"""What a third one does with two: "the envoy mediates between both capitals"."""
_EACH = frozenset(["side", "government", "country"])
"""Nouns that mean two where it is said of each: "each side"."""
_PLURALS = ("NNS", "NNPS")
COUNTED = frozenset(["man", "woman", "official", "diplomat", "politician", "ally", "foe", "rival"])
"""Nouns that are two only where it is said: "the men" are as many as were told of."""
_WAYS = frozenset(
    "road highway route railway rail line bridge border frontier crossing tunnel strait corridor train traffic ferry"
    " passage pass river canal pipeline road-link stretch track area region distance".split()
)
"""What lies or runs between two, and is nothing that one tells the other."""
_LANDS = frozenset(["country", "nation"])
"""Nouns that mean states and places alike."""
_NEAR = 2
"""Sentences within which two lands named together are "the two countries"."""
_OFFICES = frozenset(["minister", "president", "premier", "secretary", "leader", "chancellor", "monarch", "general"])
"""Nouns by which only those who hold such an office are two."""
_IN_CONTACT = frozenset(["government", "capital", "ministry"])
"""Nouns by which the two states are spoken of whose officials were in contact."""


def _holds_office(one: Referent) -> bool:
    """Whether a person holds an office, or no person is meant: not two who are named as the report's writers."""
    return one.kind != "person" or bool(one.posts)


class Pairs:
    """The pairs of one document: `contacts` met or spoke, `parties` are those between whom something is told."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.contacts: list[tuple[Referent, Referent]] = []
        self.parties: list[tuple[Referent, Referent]] = []

    def read(self, paragraph: Paragraph, token: Token) -> bool:
        """Notice the mention of two that a word for two is; False where it is none, or they are not known."""
        if token.tag_ not in _PLURALS and token.lower_ not in DUALS and token.lemma_ not in _EACH:
            return False
        lower, noun = token.lower_, _noun(token)
        wanted: frozenset[str] | None = None
        if lower in ("two", "pair", "duo") and token.dep_ not in ("nummod", "compound", "amod"):
            if any(c.lower_ == "the" for c in token.children) and not any(c.lower_ == "of" for c in token.children):
                wanted = DUALS[lower]
        elif lower == "both" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
            wanted = DUALS[lower]
        elif token.tag_ == "NNS" and lower in title_nouns() and noun not in DUAL_NOUNS:
            modifiers = {c.lower_ for c in token.children}
            if modifiers >= {"the", "two"} or "both" in modifiers:
                wanted = PERSONS
        elif noun in _EACH and any(c.lower_ == "each" for c in token.children):
            wanted = DUAL_NOUNS[noun]
        elif noun in DUAL_NOUNS and token.tag_ in _PLURALS:
            modifiers = {c.lower_ for c in token.children}
            bare = "the" in modifiers and modifiers <= {"the", "foreign", "prime", "'s"} and noun not in COUNTED
            if modifiers & {"two", "both"} or bare:
                wanted = DUAL_NOUNS[noun]
        if wanted is None:
            return False
        two = self._two(paragraph, token, wanted)
        if len(two) != 2 or (noun in _OFFICES and not all(_holds_office(one) for one in two)):
            return False
        self._stage.notice(paragraph, token, "dual", coref.in_order(two, self._stage.noticed), "coreference")
        return True

    def _two(self, paragraph: Paragraph, token: Token, wanted: frozenset[str]) -> tuple[Referent, ...]:
        """The two that a word for two stands for; of sides and parties first those between whom something is told."""
        apart = set(self._speaking(paragraph, token))
        noticed = [m for m in self._stage.noticed if not apart & set(m.referents)] if apart else self._stage.noticed
        known = [two for two in self.contacts if not apart & set(two)]
        between = [two for two in self.parties if not apart & set(two)]
        if _noun(token) in _SIDES:
            if between:
                return between[-1]
            before = next((m for m in reversed(noticed[-coref.WINDOW :]) if m.form == "dual"), None)
            if before is not None and self._stage.sentence - before.sentence <= 4:
                return self._states_of(before.referents) if _noun(token) == "party" else before.referents
        if _noun(token) in _IN_CONTACT and known:
            met = self._of_the_persons(known[-1])
            if met:
                return met  # "both governments said the ministers would meet again"
        if outside := self._for_outsiders(token, wanted, apart, noticed, known):
            return outside
        if _noun(token) in _LANDS and (both := self._named_together(wanted)):
            return both
        apart_from_persons = wanted & STATES and _noun(token) in DUAL_NOUNS
        others = self._asked_by(token, apart)
        two = self._sides(noticed, wanted, others) if apart_from_persons else ()
        two = two if len(two) == 2 else coref.pair(noticed, wanted, self._stage.sentence, known)
        if len(two) != 2 and wanted & STATES:
            two = self._sides(noticed, wanted, others)
        if _noun(token) in _SIDES and any(one.kind == "organization" for one in two):
            states = two_sides(noticed, self._stage.sentence, self._stage.known, others, states=True)
            two = states if len(states) == 2 else two  # not the body at whose session they are spoken of
        if _noun(token) in _SIDES and not all(takes_sides(referent) for referent in two):
            two = ()
        if len(two) != 2 and _noun(token) in _SIDES and known:
            two = coref.pair(noticed, PERSONS, self._stage.sentence, known)
        return self._states_of(two) if _noun(token) == "party" else two

    def _named_together(self, wanted: frozenset[str]) -> tuple[Referent, ...]:
        """The two lands that were last named in one breath, if only as places: "embassies in Kenya and Tanzania"."""
        for mention in reversed(self._stage.noticed[-coref.WINDOW :]):
            if self._stage.sentence - mention.sentence > _NEAR:
                break
            if mention.form == "together" and all(one.kind in wanted for one in mention.referents):
                return mention.referents if len(mention.referents) == 2 else ()
        return ()

    def _for_outsiders(
        self,
        token: Token,
        wanted: frozenset[str],
        apart: set[Referent],
        noticed: Sequence[Noticed],
        known: Sequence[tuple[Referent, Referent]],
    ) -> tuple[Referent, ...]:
        """The two states that were in contact, or that the report is about, where somebody of a third speaks of them:
        "Pakistan's envoy urged both neighbours to wait"."""
        theirs = frozenset(one.polity.id for one in apart if one.polity is not None)
        if not apart or _noun(token) not in DUAL_NOUNS or not wanted & STATES:
            return ()
        met = self._of_the_persons(known[-1]) if known else ()
        met = met or leading(noticed, self._stage.known, theirs)
        return () if any(one.polity is not None and one.polity.id in theirs for one in met) else met

    def _sides(
        self, noticed: Sequence[Noticed], wanted: frozenset[str], others: frozenset[str]
    ) -> tuple[Referent, ...]:
        """The two sides told of last but for `others`; of "both countries" only states."""
        return two_sides(noticed, self._stage.sentence, self._stage.known, others, states=wanted <= STATES)

    def _states_of(self, two: tuple[Referent, ...]) -> tuple[Referent, ...]:
        """The states of two persons, where they are of two: the parties are not their presidents."""
        if any(one.kind != "person" or one.polity is None for one in two):
            return two
        states = tuple(self._stage.known.state(one.polity) for one in two if one.polity is not None)
        return states if len(set(states)) == len(two) else two

    def _of_the_persons(self, two: tuple[Referent, Referent]) -> tuple[Referent, ...]:
        """The two states of two persons; empty where they are not of two that are known."""
        states = self._states_of(two)
        return states if all(one.kind == "state" for one in states) and len(set(states)) == 2 else ()

    def _asked_by(self, token: Token, speaking: set[Referent]) -> frozenset[str]:
        """The states of who asks something of the two: "France's minister urged both governments" means two others."""
        verb = token
        while verb.head != verb and verb.lemma_ not in _ASKING:
            verb = verb.head
        if verb.lemma_ not in _ASKING:
            return frozenset()
        return frozenset(one.polity.id for one in speaking if one.polity is not None)

    def _speaking(self, paragraph: Paragraph, token: Token) -> Iterator[Referent]:
        """Who speaks of the two: one who speaks alone is neither ("the envoy called on both sides")."""
        quote = self._stage.quotes.at(paragraph.start + token.idx)
        speaker = self._stage.speakers.of(quote, paragraph)
        if speaker is not None:
            yield speaker
        verb = token
        while verb.head != verb:
            inner, verb = verb, verb.head
            if verb.pos_ != "VERB" or verb.lemma_ not in SPEECH | _GOING_BETWEEN:
                continue
            alone = verb.lemma_ not in _ASKING  # "Kuwait and Egypt said both sides …" may be the two themselves
            for subject in verb.children:
                if (
                    subject.dep_ in ("nsubj", "nsubjpass")
                    and subject != inner
                    and not (alone and list(subject.conjuncts))
                ):
                    inside = {paragraph.start + t.idx for t in subject.subtree}
                    for mention in self._stage.noticed[-coref.WINDOW :]:
                        if mention.form != "together" and mention.head in inside:
                            yield from mention.referents

    def between(self, paragraph: Paragraph, start: Token) -> None:
        """Pairs between whom a sentence tells something: "talks between Kestria and the Lowland Union"."""
        if self._stage.layers.text.find("between", paragraph.start, paragraph.end) < 0:
            return
        for token in start.sent:
            if token.lower_ != "between" or token.dep_ != "prep" or token.head.lemma_.lower() in _WAYS:
                continue
            heads = [t for first in token.children if first.dep_ == "pobj" for t in (first, *first.conjuncts)]
            found = [r for t in heads if (r := self._stage.referent_at(paragraph, t)) is not None]
            if len(found) == 2 and found[0] is not found[1] and all(one.kind != "unknown" for one in found):
                self.parties.append((found[0], found[1]))

    def contacts_in(self, paragraph: Paragraph) -> None:
        """Pairs of persons that a sentence brings together by a word for meeting or calling."""
        mentions = self._in(paragraph)
        if len(_persons(mentions)) < 2:
            return
        for sentence in paragraph.parse.sents:
            start, end = paragraph.start + sentence.start_char, paragraph.start + sentence.end_char
            persons = _persons([m for m in mentions if start <= m.head < end])
            if len(persons) == 2 and any(map(coref.contact, paragraph.words[sentence.start : sentence.end])):
                self.contacts.append((persons[0], persons[1]))

    def _in(self, paragraph: Paragraph) -> list[Noticed]:
        """The mentions of the paragraph read last, the last one first."""
        own = takewhile(lambda mention: mention.paragraph == paragraph.index, reversed(self._stage.noticed))
        return list(own)


def _noun(token: Token) -> str:
    """The lemma of a noun, also of one in capitals ("The Ministers", of which the lemmatizer keeps the plural)."""
    if token.tag_ != "NNPS":
        return token.lemma_
    lower = token.lower_
    return lower.removesuffix("ies") + "y" if lower.endswith("ies") else lower.removesuffix("s")


def _persons(mentions: Sequence[Noticed]) -> list[Referent]:
    """The persons that mentions stand for, each once."""
    found: list[Referent] = []
    for mention in mentions:
        for referent in mention.referents:
            if referent.kind == "person" and not referent.plural and referent not in found:
                found.append(referent)
    return found
