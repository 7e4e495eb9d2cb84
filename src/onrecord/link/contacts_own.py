"""Contacts of which somebody tells in his own words: "I rang Minister Rowe at six", "The President received me".

What he then says that he told the other, or was told by him, was said there; the report around knows of no contact.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects
from onrecord.link.contacts import Contact
from onrecord.link.contacts_parties import governed, on_the_line, only_wanted
from onrecord.link.coreference import FIRST, THIRD, WE
from onrecord.link.linkers import Linkers, carried, identity
from onrecord.model import Actor, Statement
from onrecord.model.vocabulary import Channel

_RINGING = frozenset({"ring", "phone", "telephone", "call"})
_MEETING = frozenset({"meet", "receive", "summon", "host"})
_TALKING = frozenset({"talk", "sit", "confer", "meet", "speak"})
"""Verbs that name the other with "with"; who only spoke with him may have done so on the line."""
_PARTIES = frozenset({"person", "office", "state", "government", "people", "group", "organization", "unknown"})
REACH = 1500
"""Code points after such a contact within which he goes on to tell of it."""
NEAR = 300
"""The same of what he says he asked, to nobody that the words name."""


def in_own_contacts(statements: Sequence[Statement], linkers: Linkers) -> list[Statement]:
    """What one tells in his own words of a contact that he tells of there, as said in it and to the other."""
    by_id = {s.id: s for s in statements}
    told = {s.id: tuple(_contacts(s, linkers)) for s in statements if s.kind == "direct" and s.parent is None}
    if not any(told.values()):
        return list(statements)
    return [_placed(s, by_id.get(s.parent or ""), by_id, told) for s in statements]


def _contacts(one: Statement, linkers: Linkers) -> Iterator[Contact]:
    """The contacts that the words of a direct statement tell of in the first person."""
    voice = one.speaker
    if voice is None or voice.name is None or voice.kind != "person":
        return
    for part in one.content:
        for paragraph in linkers.layers.paragraphs_over(part.start, part.end):
            for verb in paragraph.by_pos.get("VERB", ()):
                if not part.start <= paragraph.start + verb.idx < part.end:
                    continue
                contact = _contact(verb, paragraph, voice, one.addressees, linkers)
                if contact is not None:
                    yield contact


def _contact(
    verb: Token, paragraph: Paragraph, voice: Actor, audience: tuple[Actor, ...], linkers: Linkers
) -> Contact | None:
    other = _other(verb)
    if other is None or only_wanted(verb) or any(t.dep_ == "neg" for t in verb.children):
        return None
    channel: Channel = "phone call" if verb.lemma_ in _RINGING or on_the_line(verb) else "meeting"
    if verb.lemma_ == "speak" and channel == "meeting":
        return None  # on the line or face to face: the words do not say
    actors = linkers.actors.actors(paragraph.span(noun_phrase(other)), voice, audience)
    if len(actors) != 1 or actors[0].kind not in _PARTIES or identity(actors[0]) == identity(voice):
        return None
    return Contact(paragraph.start + verb.idx, channel, (voice, actors[0]))


def _other(verb: Token) -> Token | None:
    """Whom one who says "I" meets, rings or talks with; None where the verb tells of no such contact."""
    subjects = grammatical_subjects(verb)
    mine = any(t.lower_ in FIRST or t.lower_ in WE for t in subjects)
    heard = child(verb, "dobj")
    if mine and verb.lemma_ in _TALKING and (partner := governed(verb, "with")) is not None:
        return partner if verb.lemma_ != "sit" or _sits_down(verb) else None
    if verb.lemma_ not in _RINGING | _MEETING or heard is None:
        return None
    if mine:
        named = heard.pos_ == "PROPN" or (heard.pos_ == "NOUN" and verb.lemma_ != "call")
        return heard if named and not any(t.dep_ in ("oprd", "xcomp") for t in verb.children) else None
    me = heard.lower_ in FIRST or heard.lower_ in WE
    return subjects[0] if me and subjects and subjects[0].pos_ in ("NOUN", "PROPN") else None


def _sits_down(verb: Token) -> bool:
    return any(t.lower_ in ("down", "together") for t in verb.children)


def _placed(
    one: Statement, around: Statement | None, by_id: dict[str, Statement], told: dict[str, tuple[Contact, ...]]
) -> Statement:
    voice = around.speaker if around is not None else None
    if around is None or voice is None or around.id not in told or one.act != "speech" or one.speaker is None:
        return one
    if one.channel not in ("unknown", around.channel):
        return one
    at = one.content[0].start
    own = (c for turn, those in told.items() for c in those if _is(by_id[turn].speaker, voice))
    before = [c for c in own if 0 < at - c.start <= REACH]
    if not before:
        return one
    contact = max(before, key=lambda c: c.start)
    _, other = contact.parties
    if _is(one.speaker, voice):
        turned = any(_may_be(a, other) for a in one.addressees) or (not one.addressees and at - contact.start <= NEAR)
        return replace(one, channel=contact.channel, addressees=one.addressees or (carried(other),)) if turned else one
    if not _may_be(one.speaker, other):
        return one
    return replace(one, channel=contact.channel, addressees=one.addressees or (carried(voice),))


def _is(one: Actor | None, other: Actor) -> bool:
    return one is not None and identity(one) == identity(other)


def _may_be(one: Actor, other: Actor) -> bool:
    """Whether somebody is the other of a contact, or a pronoun of which nothing else is known."""
    words = "" if one.mention is None else one.mention.text.casefold()
    return _is(one, other) or (words in THIRD and one.resolved_by == "unresolved")
