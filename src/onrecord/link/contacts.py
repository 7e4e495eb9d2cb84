"""Contacts that a report tells of: calls, meetings and talks, with their parties.

Statements that one party is reported to have made ("the Secretary expressed concern", in a readout of the call) were
made in that contact and to its other parties.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import TITLES, clause_head, coordinated, noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects
from onrecord.extract.statements_occasions import occasion_of
from onrecord.link.linkers import Linkers, distinct, identity
from onrecord.model import Actor, Span, Statement
from onrecord.model.vocabulary import Channel

_VERBS: dict[str, Channel] = {"meet": "meeting", "phone": "phone call", "telephone": "phone call", "confer": "meeting",
                             "summon": "meeting", "receive": "meeting"}  # fmt: skip
_TALKING = frozenset({"speak", "talk", "confer", "meet"})
_PHONE = frozenset({"phone", "telephone", "call", "hotline", "videolink"})
_ON_THE_LINE = frozenset({"by", "on", "over", "via", "through"})
_OBJECTS = ("dobj", "oprd", "attr", "ccomp", "acomp")
"""With two of these, "called X" gives X a name and does not ring him ("called X a liar")."""
NEXT = 600
"""Code points after a contact of "the two ministers" within which the report names them."""
_OFFICIALS = frozenset({"person", "office", "state", "government"})


@dataclass(frozen=True, slots=True)
class Contact:
    """A call or meeting at code point `start` of the text, with its `parties`; `when` in its own words.

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
            return self._other_states(actor)
        return tuple(party for party in self.parties if identity(party) != key)

    def _other_states(self, actor: Actor) -> tuple[Actor, ...] | None:
        """The states that an officer of one of them spoke to, where the text names states alone as the parties."""
        own = {*actor.country, actor.state} - {None}
        if actor.kind != "person" or not own or any(party.kind != "state" for party in self.parties):
            return None
        others = tuple(party for party in self.parties if not {*party.country, party.state, party.name} & own)
        return others if len(others) == len(self.parties) - 1 else None


def contacts(linkers: Linkers) -> tuple[Contact, ...]:
    """The contacts of a document, in text order."""
    found = [
        contact
        for paragraph in linkers.layers.paragraphs
        for token in paragraph.parse
        if (contact := _contact(linkers, paragraph, token)) is not None
    ]
    return tuple(found)


def told(statement: Statement, when: Span | None) -> Contact | None:
    """The contact in which a statement was made, where its own sentence names both sides."""
    if statement.channel not in ("phone call", "meeting") or statement.speaker is None or not statement.addressees:
        return None
    parties = distinct([statement.speaker, *statement.addressees])
    return Contact(statement.content[0].start, statement.channel, parties, when) if len(parties) > 1 else None


def _contact(linkers: Linkers, paragraph: Paragraph, token: Token) -> Contact | None:
    channel = _channel(token)
    if channel is None or _only_wanted(token):
        return None
    heads = _parties(token)
    actors = [a for head in heads for a in linkers.actors.actors(paragraph.span(noun_phrase(head)))]
    parties = distinct([actor for actor in actors if actor.kind != "unknown" or actor.id is not None])
    if len(parties) < 2 and _are_two(heads):
        parties = _named_next(linkers, paragraph.start + token.idx)
    if len(parties) < (1 if _may_be_one_sided(token, channel) else 2):
        return None
    if (_only_spoke(token) or _told_there(token, clause_head(token)) is not None) and not _official(parties):
        return None
    when = _when(linkers.layers, paragraph, token)
    return Contact(paragraph.start + token.idx, channel, parties, when, _is_over(token))


def _are_two(heads: list[Token]) -> bool:
    """Whether a contact is of two whom its sentence does not name: "the two ministers conferred"."""
    return len(heads) == 1 and any(t.lower_ in ("two", "both") for t in heads[0].subtree)


def _named_next(linkers: Linkers, start: int) -> tuple[Actor, ...]:
    """The first two officials of two states that the report names after `start`; empty where it names no two."""
    after = (a for a in linkers.actors.mentions() if a.mention is not None and 0 < a.mention.start - start < NEXT)
    persons = distinct([a for a in after if a.kind == "person" and a.name and a.office and (a.country or a.state)])[:2]
    states = {(*person.country, person.state) for person in persons}
    return persons if len(states) == 2 else ()


def _may_be_one_sided(token: Token, channel: Channel) -> bool:
    """Whether a call may leave out whom it was with: "In a phone call, X said", the other having been named before."""
    return channel == "phone call" and token.pos_ == "NOUN" and token.head.lower_ in ("in", "during")


def _only_spoke(token: Token) -> bool:
    """Whether a verb tells of a contact only between officials: "spoke with the premier", not "with the crowd"."""
    return token.lemma_ in ("speak", "call") and token.pos_ == "VERB"


def _official(parties: tuple[Actor, ...]) -> bool:
    return all(party.kind in _OFFICIALS and party.resolved_by != "unresolved" for party in parties)


def _is_over(token: Token) -> bool:
    """Whether a contact is told as past: "after meeting X", "following talks with Y"."""
    return token.head.lower_ in ("after", "following") and token.dep_ in ("pcomp", "pobj")


def _only_wanted(token: Token) -> bool:
    """Whether the contact is planned, wanted or possible: its verb is an infinitive or under a modal."""
    verb = token if token.pos_ == "VERB" else clause_head(token)
    return verb.pos_ in ("VERB", "AUX") and verb.tag_ == "VB"


def _channel(token: Token) -> Channel | None:
    """The kind of contact that a noun or verb names; None where it names none."""
    if token.pos_ == "NOUN":
        channel = occasion_of(token)
        return channel if channel in ("phone call", "meeting") and token.dep_ != "compound" else None
    if token.pos_ != "VERB":
        return None
    if token.lemma_ in _TALKING and any(t.lower_ in _PHONE and t.head.lower_ in _ON_THE_LINE for t in token.subtree):
        return "phone call"
    if token.lemma_ == "call":
        return "phone call" if _rung(token) is not None else None
    if token.lemma_ == "speak" and _governed(token, "with") is not None:
        return "unknown"  # on the line or face to face: the text does not say
    return _VERBS.get(token.lemma_)


def _rung(call: Token) -> Token | None:
    """Whom "called" rings: its only object, right after it; None of "called on X", "called X a liar"."""
    objects = [t for t in call.children if t.dep_ in _OBJECTS]
    return (
        objects[0]
        if len(objects) == 1 and objects[0].pos_ == "PROPN" and objects[0].left_edge.i == call.i + 1
        else None
    )


def _parties(token: Token) -> list[Token]:
    """Heads of the noun phrases that name who was in contact."""
    between = _governed(token, "between")
    if between is not None:
        return coordinated(between)
    verb = token if token.pos_ == "VERB" else clause_head(token)
    if verb.pos_ not in ("VERB", "AUX"):
        named = _governed(token, "with")  # "During the call with X, the minister:"
        return [] if named is None or verb == token else [*coordinated(named), verb]
    others = _governed(token, "with") or _governed(verb, "with")
    if others is None and token.pos_ == "VERB":
        others = _rung(token) if token.lemma_ == "call" else child(token, "dobj")
    first = _side(token) or grammatical_subjects(verb)
    if others is None and (host := _host(token)) is not None:
        return [*first, host]
    if others is None and (heard := _told_there(token, verb)) is not None:
        return [*first, heard]
    if others is None:
        return [side for head in first for side in _represented(head)]
    return [*first, *coordinated(others)]


def _host(verb: Token) -> Token | None:
    """By whom a guest "was received"."""
    by = child(verb, "agent") if verb.pos_ == "VERB" else None
    return None if by is None else child(by, "pobj")


def _told_there(token: Token, verb: Token) -> Token | None:
    """Whom the subject addresses in a call: "urged Premier X in a phone call to reopen the road"."""
    heard = child(verb, "dobj") if token.pos_ == "NOUN" and token.head.lower_ in ("in", "during") else None
    return heard if heard is not None and (heard.pos_ == "PROPN" or heard.lemma_.lower() in TITLES) else None


def _represented(head: Token) -> list[Token]:
    """The two for whom those speak who speak together: "the commanders of India and Pakistan"; else they themselves."""
    for below in head.subtree:
        if below.dep_ == "pobj" and below.head.lower_ in ("of", "from") and len(coordinated(below)) > 1:
            return coordinated(below)
    return [head]


def _side(noun: Token) -> list[Token]:
    """ "his call with …", "Blinken’s meeting with …": the owner of the contact."""
    owner = child(noun, "poss") if noun.pos_ == "NOUN" else None
    return [] if owner is None else [owner]


def _governed(token: Token, preposition: str) -> Token | None:
    """The noun that `preposition` brings, on the token itself or one step below ("a call on Monday with X")."""
    for holder in (token, *(n for p in token.children if p.dep_ == "prep" for n in p.children)):
        for prep in holder.children:
            if prep.dep_ == "prep" and prep.lower_ == preposition:
                return child(prep, "pobj")
    return None


def _when(layers: Layers, paragraph: Paragraph, token: Token) -> Span | None:
    """The first date in the clause of the contact."""
    inside = {paragraph.start + t.idx for t in _nearby(token)}
    for time in layers.times:
        if time.start in inside and time.type in ("DATE", "TIME"):
            return layers.span(time.start, time.end)
    return None


def _nearby(token: Token) -> Iterator[Token]:
    yield from token.subtree
    verb = clause_head(token)
    for below in verb.children:
        if below.dep_ in ("npadvmod", "prep", "advmod", "tmod"):
            yield from below.subtree
