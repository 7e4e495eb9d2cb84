"""Contacts that a report tells of: calls, meetings and talks, with their parties.

Statements that one party is reported to have made ("the Secretary expressed concern", in a readout of the call) were
made in that contact and to its other parties.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import TITLES, clause_head, noun_phrase
from onrecord.extract.dated_things import dates_another
from onrecord.extract.statements_occasions import may_name_occasion, occasion_of
from onrecord.link.contacts_letters import LETTERS, WRITTEN, is_accounted_for, writing
from onrecord.link.contacts_parties import (
    EXCHANGING,
    HOSTING,
    governed,
    is_appeal,
    is_exchanged,
    on_the_line,
    only_spoken_of,
    only_wanted,
    parties_of,
    rings,
    rung,
    speaks_of_a_phone,
    told_there,
    verb_of,
)
from onrecord.link.linkers import Linkers, distinct, identity, states_of
from onrecord.model import Actor, Span, Statement
from onrecord.model.vocabulary import CONTACTS, TALKS, Channel

_VERBS: dict[str, Channel] = {
    **dict.fromkeys(["phone", "telephone"], "phone call"),
    **dict.fromkeys(["meet", "confer", "summon", "receive", *HOSTING], "meeting"),
}
_TALKING = frozenset({"speak", "talk", "confer", "meet", "converse", "negotiate"})
SPOKESMEN = re.compile(r"\b(?:spokes(?:man|woman|person)|press secretary|press service)\b", re.IGNORECASE)
"""Offices of those who tell what others said."""
_NOBODY = frozenset(["resistance", "opposition", "need", "demand", "deadline", "target", "goal", "fate", "end", "cost"])
"""What is met without anybody's being met."""
_OF_OFFICIALS = HOSTING | EXCHANGING | {"write", "speak", "call", "receive", "converse", "negotiate"}
NEXT = 600
"""Code points after a contact of "the two ministers" within which the report names them."""
_OFFICIALS = frozenset({"person", "office", "state", "government"})


@dataclass(frozen=True, slots=True)
class Contact:
    """A call, meeting or exchange of letters at code point `start` of the text; `when` in its own words.

    `parties` are who was in contact.
    `over` tells that the text speaks of it as past ("after meeting X"): what follows was said later.
    """

    start: int
    channel: Channel
    parties: tuple[Actor, ...]
    when: Span | None = None
    over: bool = False

    @property
    def one_sided(self) -> bool:
        """Whether the text names only one party here ("In a phone call on Monday, Reyes said")."""
        return len(self.parties) == 1

    def others(self, actor: Actor) -> tuple[Actor, ...] | None:
        """The parties but `actor`; none where he is all of them together; None where he is no party."""
        key = identity(actor)
        if actor.kind == "group" and actor.name and all((p.name or "?") in actor.name for p in self.parties):
            return ()
        if all(identity(party) != key for party in self.parties):
            party = self._named_short(actor)
            return self._other_states(actor) if party is None else self.others(party)
        return tuple(party for party in self.parties if identity(party) != key)

    def _named_short(self, actor: Actor) -> Actor | None:
        """The one party of whose name an actor's is the first words, or one: "Bandar", "Tesfaye"."""
        if actor.name is None or actor.kind not in ("person", "organization", "unknown"):
            return None
        people = [party for party in self.parties if party.kind == "person" and party.name]
        alike = [p for p in people if (p.name or "").startswith(f"{actor.name} ")]
        alike = alike or [p for p in people if actor.name in (p.name or "").split()[:-1]]  # "Datuk Hamzah Idris"
        return alike[0] if len(alike) == 1 else None

    def _other_states(self, actor: Actor) -> tuple[Actor, ...] | None:
        """The states that an officer of one of them spoke to, where the text names states alone as the parties."""
        own = states_of(actor)
        if actor.kind != "person" or not own or any(party.kind != "state" for party in self.parties):
            return None
        others = tuple(party for party in self.parties if not states_of(party) & own)
        return others if len(others) == len(self.parties) - 1 else None


def contacts(linkers: Linkers) -> tuple[Contact, ...]:
    """The contacts of a document, in text order."""
    phone = speaks_of_a_phone(linkers.layers.text)
    found = [
        contact
        for paragraph in linkers.layers.paragraphs
        for token, channel in _words_of_contact(paragraph, phone=phone)
        if (contact := _contact(linkers, paragraph, token, channel)) is not None
    ]
    return tuple(found) if any(not one.one_sided for one in found) else (*found, *_narrated(linkers))


def _narrated(linkers: Linkers) -> Iterator[Contact]:
    """The first contact that a paragraph tells of in other ways, where it names two officials and no third.

    "The telephone rang in Governor Reyl's kitchen. On the line was Deputy Premier Stane": no verb has both.
    """
    officials = [a for a in linkers.actors.mentions() if a.kind == "person" and a.name and a.office and a.mention]
    starts = [a.mention.start for a in officials if a.mention]
    for paragraph in linkers.layers.paragraphs:
        low, high = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        parties = distinct(officials[low:high])
        nouns = paragraph.by_pos.get("NOUN", ())
        word = next((noun for noun in nouns if _is_line(noun)), None) if len(parties) == 2 else None
        states = [states_of(party) for party in parties]
        if word is not None and not (states[0] & states[1]):
            yield Contact(paragraph.start + word.idx, "phone call", parties, _when(linkers.layers, paragraph, word))
            return


def _is_line(token: Token) -> bool:
    """Whether a noun is a telephone or what is talked over it; no "call for talks", no front line."""
    if only_wanted(token):
        return False
    if token.lower_ == "line":
        return token.head.lower_ == "on" and [t.lower_ for t in token.children] == ["the"]
    calls = token.lower_ == "call" and not any(t.lower_ in ("on", "to") for t in token.children)
    return (calls and not is_appeal(token)) or token.lower_ in ("phone", "telephone", "hotline")


def told(statement: Statement, when: Span | None) -> Contact | None:
    """The contact in which a statement was made, where its own sentence names both sides."""
    if statement.channel not in CONTACTS or statement.speaker is None or not statement.addressees:
        return None
    parties = distinct([statement.speaker, *statement.addressees])
    return Contact(statement.content[0].start, statement.channel, parties, when) if len(parties) > 1 else None


def _words_of_contact(paragraph: Paragraph, *, phone: bool) -> list[tuple[Token, Channel]]:
    """The nouns and verbs of a paragraph that name a contact, in text order, with its kind.

    `phone`: the document speaks of a telephone.
    """
    nouns = [(token, _of_noun(token)) for token in paragraph.by_pos.get("NOUN", ())]
    verbs = [(token, _of_verb(token, phone=phone)) for token in paragraph.by_pos.get("VERB", ())]
    found = [(token, channel) for token, channel in (*nouns, *verbs) if channel is not None]
    return sorted(found, key=lambda pair: pair[0].i)


def _contact(linkers: Linkers, paragraph: Paragraph, token: Token, channel: Channel) -> Contact | None:
    if only_wanted(token):
        return None
    heads = (writing(token) if token.pos_ == "NOUN" else []) or parties_of(token)
    actors = [a for head in heads for a in linkers.actors.actors(paragraph.span(noun_phrase(head)))]
    parties = distinct([actor for actor in actors if actor.kind != "unknown" or actor.id is not None])
    if channel == "letter" and token.pos_ == "NOUN" and not _official(parties):
        parties = _in_sentence(linkers, paragraph, token) or parties
    start = paragraph.start + token.idx
    if len(parties) < 2 and _are_two(heads):
        parties = _named_next(linkers, start, heads[0].lemma_.lower())
    elif len(parties) < 2 and is_accounted_for(token):
        parties = _named_next(linkers, start) or _named_before(linkers, start)
    elif len(parties) < 2 and token.pos_ == "NOUN" and channel == "phone call":
        parties = _in_sentence(linkers, paragraph, token) or parties
    elif len(parties) > 1 and all(party.kind == "state" for party in parties):
        parties = _of_the_states(parties, _named_next(linkers, start)) or parties
    people = tuple(party for party in parties if party.kind == "person")
    if len(people) == 2 and all(party.kind in ("person", "state") for party in parties):
        parties = people  # "the foreign ministers of X and Y, A and B": the ministers, not their states
    if len(parties) < (1 if _may_be_one_sided(token, channel) else 2):
        return None
    if (_only_spoke(token) or told_there(token, verb_of(token)) is not None) and not _official(parties):
        return None
    when = _when(linkers.layers, paragraph, token)
    return Contact(start, channel, parties, when, _is_over(token))


def _in_sentence(linkers: Linkers, paragraph: Paragraph, token: Token) -> tuple[Actor, ...]:
    """The two officials of two states whom the sentence of a call names: "urged his counterpart …, after a call"."""
    start, end = paragraph.start + token.sent.start_char, paragraph.start + token.sent.end_char
    there = [a for a in linkers.actors.mentions() if a.mention is not None and start <= a.mention.start < end]
    persons = distinct([a for a in there if a.kind == "person" and a.name and a.office])
    states = [states_of(person) for person in persons]
    return persons if len(persons) == 2 and all(states) and not states[0] & states[1] else ()


def _of_the_states(parties: tuple[Actor, ...], persons: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The persons, where they are of the states that are the parties: "the leaders of X and Y"; else empty."""
    states, theirs = [states_of(party) for party in parties], [states_of(person) for person in persons]
    fits = len(states) == len(theirs) and all(any(own & state for own in theirs) for state in states)
    return persons if fits else ()


def _are_two(heads: list[Token]) -> bool:
    """Whether a contact is of two whom its sentence does not name: "the two ministers", "their foreign ministers"."""
    if len(heads) != 1:
        return False
    theirs = heads[0].tag_ == "NNS" and any(t.dep_ == "poss" and t.lower_ == "their" for t in heads[0].children)
    return theirs or any(t.lower_ in ("two", "both") for t in heads[0].subtree)


def _named_next(linkers: Linkers, start: int, called: str = "") -> tuple[Actor, ...]:
    """The first official that the report names after `start` and the first of another state; empty where none is.

    `called` is what the contact calls them: of "the two ministers" only ministers, where the report names two.
    """
    after = (a for a in linkers.actors.mentions() if a.mention is not None and 0 < a.mention.start - start < NEXT)
    named = [a for a in after if a.kind == "person" and a.name and a.office and (a.country or a.state)]
    text = linkers.layers.text
    told = [a for a in named if SPOKESMEN.search(a.office or "") is None and (a.name or "").split()[-1] in text]
    persons = distinct(told)
    alike = tuple(person for person in persons if called and called in (person.office or "").lower())
    return _of_two_states(alike) or _of_two_states(persons[:2])


def _named_before(linkers: Linkers, start: int) -> tuple[Actor, ...]:
    """The last official that the report names before `start` and the last of another state; empty where none is."""
    before = (a for a in linkers.actors.mentions() if a.mention is not None and 0 < start - a.mention.start < NEXT)
    persons = [a for a in before if a.kind == "person" and a.name and a.office and (a.country or a.state)]
    chiefs = [a for a in persons if set((a.office or "").lower().replace(",", "").split()) & TITLES]
    return _of_two_states(distinct(chiefs[::-1]))


def _of_two_states(persons: Sequence[Actor]) -> tuple[Actor, ...]:
    """The first of the persons and the first one of another state; empty where there is none."""
    other = (p for p in persons if (p.country, p.state) != (persons[0].country, persons[0].state))
    return next(((persons[0], person) for person in other), ())


def _may_be_one_sided(token: Token, channel: Channel) -> bool:
    """Whether a call may leave out whom it was with: "In a phone call, X said", the other having been named before."""
    return channel == "phone call" and token.pos_ == "NOUN" and token.head.lower_ in ("in", "during")


def _only_spoke(token: Token) -> bool:
    """Whether a verb tells of a contact only between officials: "spoke with the premier", not "with the crowd"."""
    return token.lemma_ in _OF_OFFICIALS and token.pos_ == "VERB"


def _official(parties: tuple[Actor, ...]) -> bool:
    return all(party.kind in _OFFICIALS and party.resolved_by != "unresolved" for party in parties)


def _is_over(token: Token) -> bool:
    """Whether a contact is told as past: "after touring the port and meeting X", "following talks with Y"."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.head.lower_ in ("after", "following") and token.dep_ in ("pcomp", "pobj")


def _of_noun(token: Token) -> Channel | None:
    """The kind of contact that a noun names; None where it names none."""
    lemma, lower = token.lemma_.lower(), token.lower_
    if lemma not in WRITTEN and lower != "letters" and not may_name_occasion(lemma, lower):
        return None
    if writing(token) or (lower == "letters" and is_accounted_for(token)):
        return "letter"
    channel = occasion_of(token)
    return channel if channel in TALKS and not only_spoken_of(token) and not is_appeal(token) else None


def _of_verb(token: Token, *, phone: bool) -> Channel | None:
    """The same of a verb; `phone`: its document speaks of a telephone."""
    lemma = token.lemma_
    if (lemma in _TALKING and on_the_line(token)) or (phone and rings(token)):
        return "phone call"
    if lemma in HOSTING and governed(token, "for") is None and lemma != "convene":
        return None  # "hosted the games", "brought the two on board": only "for talks" is a contact
    if lemma == "call":
        return "phone call" if rung(token) is not None else None
    if lemma == "write":
        return "letter" if governed(token, "to") is not None else None
    if lemma in EXCHANGING:
        exchanged = [t for t in token.children if t.dep_ == "dobj"] + [token.nbor(-1)] * is_exchanged(token)
        return "letter" if any(t.lemma_ in LETTERS for t in exchanged) else None
    if lemma == "speak" and governed(token, "with") is not None:
        return "unknown"  # on the line or face to face: the text does not say
    if lemma == "meet" and any(t.dep_ == "dobj" and t.lemma_ in _NOBODY for t in token.children):
        return None
    return _VERBS.get(lemma)


def _when(layers: Layers, paragraph: Paragraph, token: Token) -> Span | None:
    """The first date in the clause of the contact that is no date of a thing of which they spoke."""
    inside = {paragraph.start + t.idx for t in _nearby(token)}
    for time in layers.times_in(paragraph.start, paragraph.end):
        if time.start in inside and time.type in ("DATE", "TIME") and not dates_another(paragraph, time):
            return layers.span(time.start, time.end)
    return None


def _nearby(token: Token) -> Iterator[Token]:
    yield from token.subtree
    verb = clause_head(token)
    for below in verb.children:
        if below.dep_ in ("npadvmod", "prep", "advmod", "tmod"):
            yield from below.subtree
