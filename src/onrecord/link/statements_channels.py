"""Channel, venue, day and addressees that a statement's own sentence does not tell, from what surrounds it."""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from onrecord.annotate.layers import Layers
from onrecord.link.accounts import account_of, together_at
from onrecord.link.appearances import Appearance
from onrecord.link.contacts import Contact, told
from onrecord.link.linkers import Linkers, distinct, identity, states_of
from onrecord.link.sessions import sitting
from onrecord.link.sitting_passages import Passage
from onrecord.model import Actor, Statement
from onrecord.model.vocabulary import CONTACTS, Channel

REACH = 1200
"""Code points after a contact within which its account goes on."""
BACK = 500
"""Code points before "He made the remark at a rally" within which the remark was told."""
OPENING = 500
"""Code points at the head of a report within which "has said" may tell of what it goes on to tell."""
_BEFORE = frozenset({"previously", "earlier", "once", "initially", "originally", "often", "frequently", "repeatedly",
                     "always", "long", "regularly", "consistently", "recently"})  # fmt: skip
"""Words for another time than that of which a report goes on to tell, or for many."""
WEEK = 7
"""Most days between a report and a statement made where it goes on to tell of the same speaker."""
JOINT = 400
"""Code points after a joint news conference within which named persons go on to speak there."""
PUBLIC: frozenset[Channel] = frozenset(
    ["statement", "readout", "speech", "interview", "press briefing", "broadcast", "social media", "letter", "report"]
)


_OPPOSITE = re.compile(
    r"him|her|them|(?:his|her|their|its|the) (?:[a-z]+ ){0,2}(?:guests?|hosts?|callers?|visitors?|counterparts?|"
    r"colleagues?|opposite numbers?|interlocutors?|(?:other|opposite) side)"
)
"""Words of one party of a talk for the other."""
_PRONOUNS = frozenset({"him", "her", "them"})
_WRITTEN: frozenset[Channel] = frozenset(["statement", "readout", "report"])
"""The account in which a statement stands, not the way in which it was itself made."""


def in_contacts(
    statements: Sequence[Statement],
    parents: Sequence[int | None],
    known: Sequence[Contact],
    linkers: Linkers,
    sat: Sequence[Passage],
) -> list[Statement]:
    """Statements that a party to a call or meeting is reported to have made in it: its channel, other side and day.

    What the report itself tells in a passage of a sitting (`sat`) was not said in a call that it told of before.
    """
    by_statement = [contact for s in statements if (contact := told(s, s.when.mention if s.when else None)) is not None]
    every = _Contacts(sorted([*by_statement, *known], key=lambda c: c.start))
    recorded = bool(every.known) and sitting(linkers) is not None
    placed: list[Statement] = []
    for statement, parent in zip(statements, parents, strict=True):
        around = None if parent is None else statements[parent]
        at = statement.content[0].start
        session = max((p.start for p in sat if p.start <= at < p.end), default=None) if around is None else None
        contact = _contact_of(statement, around, every, session or 0, recorded)
        placed.append(statement if contact is None else _placed(statement, contact, linkers))
    return placed


def completed(known: Sequence[Contact], statements: Sequence[Statement]) -> tuple[Contact, ...]:
    """The contacts with two sides: the other one of a call told of one party is whom he spoke to last before."""
    whole = (_completed(contact, statements) if contact.one_sided else contact for contact in known)
    return tuple(contact for contact in whole if not contact.one_sided)


def _completed(contact: Contact, statements: Sequence[Statement]) -> Contact:
    (party,) = contact.parties
    near = (s for s in statements if 0 <= contact.start - s.content[0].start <= REACH)
    heard = [s.addressees for s in near if s.addressees and s.speaker and identity(s.speaker) == identity(party)]
    return dataclasses.replace(contact, parties=distinct([party, *heard[-1]])) if heard else contact


class _Contacts:
    """The contacts of a document in text order, to be found by who was in contact."""

    def __init__(self, known: Sequence[Contact]) -> None:
        self.known = known
        self._of: dict[tuple[object, ...], list[Contact]] = {}

    def of(self, actor: Actor) -> list[Contact]:
        """Those to which an actor is a party, looked for once for all his statements."""
        key = (identity(actor), actor.kind, actor.name, states_of(actor))  # all of him that `Contact.others` asks for
        if key not in self._of:
            self._of[key] = [contact for contact in self.known if contact.others(actor) is not None]
        return self._of[key]


def _contact_of(
    statement: Statement, around: Statement | None, known: _Contacts, since: int, recorded: bool
) -> Contact | None:
    """The contact a statement belongs to, of those told from `since` on: told by somebody else's account, or said to
    its other party.

    In a record of a session (`recorded`) the report's own words tell what was said there, not in an earlier call.
    """
    accounted = around is not None and statement.channel == around.channel and statement.channel in _WRITTEN
    own = "unknown" if accounted else statement.channel
    if own != "unknown" or statement.speaker is None or statement.act != "speech":
        return None
    mine = [c for c in known.of(statement.speaker) if c.start >= since]
    if around is None or around.speaker is None:
        mine = [c for c in mine if _addresses(statement, c) or (_accounts(statement, c) and not recorded)]
    elif identity(around.speaker) == identity(statement.speaker):
        mine = [c for c in mine if _addresses(statement, c)]  # "I told the minister that the road was shut"
    before = [c for c in mine if c.start <= statement.content[0].start]
    return before[-1] if before else next(iter(mine), None)


def reached(statements: Sequence[Statement], known: Sequence[Contact]) -> list[Statement]:
    """Statements made "by telephone" to nobody that the text names: to the reporter, but for one who was in a call."""
    rung = [contact for contact in known if contact.channel == "phone call"]
    return [replace(s, channel="interview") if _to_reporter(s, rung) else s for s in statements]


def _to_reporter(one: Statement, rung: Sequence[Contact]) -> bool:
    if one.channel != "phone call" or one.parent is not None or one.addressees or one.speaker is None:
        return False
    return all(call.others(one.speaker) is None for call in rung)


def _addresses(statement: Statement, contact: Contact) -> bool:
    """Whether a statement speaks to a party of the contact, by name or as the other of two."""
    return any(contact.others(addressee) is not None or _is_opposite(addressee) for addressee in statement.addressees)


def _accounts(statement: Statement, contact: Contact) -> bool:
    """Whether the report, having told of the contact, goes on to tell in its own words what its party said there."""
    distance = statement.content[0].start - contact.start
    spoken = contact.channel != "letter"  # what is said after a letter was written need not stand in it
    told = statement.kind == "indirect" and not statement.addressees and not contact.over
    return told and spoken and 0 <= distance <= REACH


def _placed(statement: Statement, contact: Contact, linkers: Linkers) -> Statement:
    speaker = statement.speaker
    others = (contact.others(speaker) or ()) if speaker is not None else ()
    told = tuple(a for a in statement.addressees if speaker is None or identity(a) != identity(speaker))
    if len(others) == 1 and len(told) == 1 and _is_opposite(told[0]) and contact.others(told[0]) is None:
        told = (replace(others[0], mention=told[0].mention, resolved_by="coreference"),)
    return replace(
        statement,
        channel=contact.channel,
        addressees=told or others,
        when=statement.when or linkers.time(contact.when),
    )


def _is_opposite(listener: Actor) -> bool:
    """Whether the words for a listener mean the other of two and name nobody: "him", "his guest", "her caller"."""
    words = "" if listener.mention is None else listener.mention.text.casefold()
    if words in _PRONOUNS and listener.name is not None:
        return False  # somebody else is meant
    return _OPPOSITE.fullmatch(words) is not None


def accounted(statements: Sequence[Statement], layers: Layers, sat: Sequence[Passage]) -> list[Statement]:
    """Statements that a readout tells as said in the contact that it is of, or that two made before the press.

    What it tells in a passage of a sitting (`sat`) was not said in that contact.
    """
    account, joint = account_of(layers), together_at(layers)
    if account == "unknown" and joint is None:
        return list(statements)
    verbatim = {s.id for s in statements if s.kind == "direct" and s.cue is None}
    there = {s.id for s in statements for p in sat if p.start <= s.content[0].start < p.end}
    return [s if s.id in there else _accounted(s, account, joint, verbatim) for s in statements]


def _accounted(statement: Statement, account: Channel, joint: int | None, verbatim: set[str]) -> Statement:
    if statement.channel != "unknown" or statement.act == "thought" or statement.cue is None:
        return statement
    outer = statement.parent is None or statement.parent in verbatim
    if account != "unknown" and outer and statement.kind != "direct":
        return replace(statement, channel=account)
    person = statement.speaker is not None and statement.speaker.kind == "person" and statement.speaker.name is not None
    after = joint is not None and -200 < statement.content[0].start - joint < JOINT
    return replace(statement, channel="press briefing") if outer and person and after else statement


def at_appearances(statements: Sequence[Statement], known: Sequence[Appearance]) -> list[Statement]:
    """Statements of one whom the report shows to speak in public before it tells what he said."""
    return [_at(statement, known) for statement in statements]


def _at(statement: Statement, known: Sequence[Appearance]) -> Statement:
    key = _key(statement.speaker)
    if key is None or statement.channel != "unknown" or statement.parent is not None or statement.act != "speech":
        return statement
    told = statement.cue.start if statement.cue else statement.content[0].start
    own = [a for a in known if identity(a.speaker) == key]
    mine = [a for a in own if 0 < told - a.start <= REACH]
    mine = mine or [a for a in own if a.back and 0 < a.start - told <= BACK][:1]
    return replace(statement, channel=mine[-1].channel) if mine else statement


def carried_over(statements: Sequence[Statement], layers: Layers) -> tuple[Statement, ...]:
    """Channel and venue of a speaker's other statements nearby: from the one before, else from the next.

    Only what is said to the public carries; a call or meeting does not, and what is said before a post stands in none.
    """
    onward = carried_on(statements, layers)[::-1]
    last: dict[str, Statement] = {}
    return tuple([_carry(statement, last, PUBLIC - {"letter", "social media"}, layers) for statement in onward][::-1])


def carried_on(statements: Sequence[Statement], layers: Layers) -> list[Statement]:
    """Channel and venue of a speaker's next statements from the one before."""
    last: dict[str, Statement] = {}
    return [_carry(statement, last, PUBLIC, layers) for statement in statements]


def _carry(statement: Statement, last: dict[str, Statement], carries: frozenset[Channel], layers: Layers) -> Statement:
    """`statement` with what `last` tells of its speaker, which it updates with a channel that `carries`."""
    key = _key(statement.speaker)
    if key is None or statement.parent is not None or statement.act != "speech":
        return statement
    if statement.channel == "unknown" and statement.speaker is not None and key in last:
        known = last[key]
        if _of_another_day(statement, known) or _is_past(statement, layers) or _of_another_time(statement, layers):
            return statement
        return replace(statement, channel=known.channel, venue=statement.venue or known.venue)
    if statement.channel in carries and not _is_earlier(statement):
        last[key] = statement
    return statement


def _of_another_day(one: Statement, other: Statement) -> bool:
    """Whether the report dates both, and not alike."""
    mine, its = one.when, other.when
    return bool(mine and its and mine.start and its.start and (mine.start, mine.end) != (its.start, its.end))


def _is_earlier(statement: Statement) -> bool:
    """Whether a statement is dated by what the report tells beside it: "Earlier in the day, she told the Courier"."""
    when = statement.when
    return when is not None and when.mention is not None and when.mention.text.lower().startswith("earlier")


def _is_past(statement: Statement, layers: Layers) -> bool:
    """Whether the report dates a statement more than a week before its own day ("said in March")."""
    when, published = statement.when, layers.document.published
    if when is None or when.end is None or published is None:
        return False
    return (date.fromisoformat(published) - date.fromisoformat(when.end)).days > WEEK


def _of_another_time(statement: Statement, layers: Layers) -> bool:
    """Whether a statement is told of as made before or more than once: "had said", "has often called". A report may
    open with "has called" and tell how later."""
    cue = statement.cue
    paragraph = None if cue is None else layers.paragraph_at(cue.start)
    tokens = None if paragraph is None or cue is None else paragraph.tokens(cue)
    if cue is None or tokens is None:
        return False
    verb = tokens.root
    beside = {t.lower_ for t in (*tokens, *verb.children) if t.dep_ in ("aux", "advmod")}
    if beside & _BEFORE or "had" in beside or "’d" in beside or "'d" in beside:
        return True
    return bool(beside & {"has", "have", "'ve", "’ve"}) and cue.start > OPENING


def _key(actor: Actor | None) -> str | None:
    return None if actor is None or not (actor.id or actor.name) else identity(actor)


def to_principals(statements: Sequence[Statement], known: Sequence[Contact]) -> list[Statement]:
    """What was said in a call or meeting to a state was said to the one person who speaks for it there.

    `known` are the contacts of the document, whose parties may be named.
    """
    private = [s for s in statements if s.channel in CONTACTS]
    if not private:
        return list(statements)
    there = [actor for s in private for actor in (s.speaker, *s.addressees) if actor is not None]
    heads: dict[str, dict[str, Actor]] = {}
    for person in (*there, *(party for contact in known for party in contact.parties)):
        if person.kind == "person" and person.name is not None:
            for state in states_of(person):
                heads.setdefault(state, {})[identity(person)] = person
    only = {state: next(iter(persons.values())) for state, persons in heads.items() if len(persons) == 1}
    return [replace(s, addressees=_personal(s, only)) if s.channel in CONTACTS else s for s in statements]


def _personal(statement: Statement, only: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """The addressees of a statement, of other states than the speaker's the persons who speak for them."""
    own = frozenset() if statement.speaker is None else states_of(statement.speaker)
    heard = []
    for actor in statement.addressees:
        persons = [only[state] for state in sorted(states_of(actor) - own) if state in only]
        if actor.kind in ("state", "government") and persons:
            heard.append(replace(persons[0], mention=actor.mention, resolved_by="coreference"))
        else:
            heard.append(actor)
    return distinct(heard)
