"""Which statements are one side's account of a call or meeting, where the text does not call them a readout.

"The Secretary urged X to reopen the road," the State Department said: a party's office tells what he said.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.link.contacts import SPOKESMEN, Contact
from onrecord.link.linkers import states_of
from onrecord.model import Actor, Statement
from onrecord.model.vocabulary import Channel
from onrecord.resources.documents import documents

REACH = 2500
"""Code points after a contact within which the parties' offices may tell of it."""
_OFFICES = frozenset({"organization", "government", "office", "group", "state"})
_WRITTEN: frozenset[Channel] = frozenset(["unknown", "statement", "report", "letter"])
"""Channels that nouns for accounts stand for elsewhere."""
_DENYING = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|disput|reject|dismiss|refut|rebut)", re.IGNORECASE)
"""Cues of what is no account of what was said, but an answer to somebody else's."""
_TOGETHER = re.compile(
    r"\b(?:the two|both|the) (?:leaders|ministers|sides|officials|officers|presidents|premiers|men|women|generals|"
    r"envoys|pair)?\s*"
    r"(?:also |had |have |would |will )*(?:(?:meet|speak) again|discussed|agreed|talked|spoke|exchanged|"
    r"touched (?:up)?on|reviewed|raised)\b",
    re.IGNORECASE,
)


def as_readouts(statements: Sequence[Statement], known: Sequence[Contact]) -> list[Statement]:
    """Statements with the channel "readout" where they account for one of the contacts: no channel is told, or one's
    account, version or communiqué speaks. What is denied is no account."""
    return [replace(s, channel="readout") if _accounts(s, statements, known) else s for s in statements]


def _accounts(one: Statement, statements: Sequence[Statement], known: Sequence[Contact]) -> bool:
    if one.parent is not None or one.speaker is None or denies(one):
        return False
    if _is_account(one.speaker) and one.channel in _WRITTEN:
        return any(_follows(one, contact) and _speaks_for(one.speaker, contact.parties) for contact in known)
    if one.channel != "unknown" or not _issues(one.speaker):
        return False
    inside = [s.speaker for s in statements if s.parent == one.id and s.speaker is not None]
    return any(_accounts_for(one, one.speaker, inside, contact) for contact in known)


def denies(one: Statement) -> bool:
    """Whether a statement denies or rejects, by its cue: that answers somebody else's account and is none."""
    return one.cue is not None and _DENYING.search(one.cue.text) is not None


def _accounts_for(one: Statement, speaker: Actor, inside: Sequence[Actor], contact: Contact) -> bool:
    """Whether an office tells of the contact, or of what was said there."""
    if not _speaks_for(speaker, contact.parties):
        return False
    if any(span.start <= contact.start < span.end for span in one.content):
        return True
    if not _follows(one, contact):
        return False
    if any(contact.others(said) is not None for said in inside):
        return True
    return any(_TOGETHER.search(span.text) or _names_principal(span.text, speaker, contact) for span in one.content)


def _follows(one: Statement, contact: Contact) -> bool:
    return 0 <= one.content[0].start - contact.start <= REACH


def _is_account(speaker: Actor) -> bool:
    """Whether the words for a speaker are of a document by which one tells of a contact: "Tarvia's version"."""
    words = [] if speaker.mention is None else speaker.mention.text.casefold().split()
    return bool(words) and words[-1] in documents().tellings and speaker.kind in _OFFICES


def _names_principal(words: str, speaker: Actor, contact: Contact) -> bool:
    """Whether words begin with a party of the contact who is of the speaker's own state: what he did there."""
    own = (p for p in contact.parties if p.kind == "person" and p.name and states_of(p) & states_of(speaker))
    opening = words.split()[:3]
    return any((party.name or "").rpartition(" ")[2] in opening for party in own)


def _issues(actor: Actor) -> bool:
    return actor.kind in _OFFICES or SPOKESMEN.search(actor.office or "") is not None


def _speaks_for(actor: Actor, parties: Sequence[Actor]) -> bool:
    """Whether an office can be a party's: it bears its name, is of its state, or one of the two has no known state."""
    own = any(
        (party.name or "?").rpartition(" ")[2] in (actor.name or "").split() or states_of(actor) & states_of(party)
        for party in parties
    )
    return own or not states_of(actor) or any(not states_of(party) for party in parties)
