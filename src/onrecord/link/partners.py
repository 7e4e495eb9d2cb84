"""With whom one was in contact: what he says or writes there without naming to whom, he tells the other."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from msgspec.structs import replace

from onrecord.link.contacts import Contact
from onrecord.link.linkers import carried, identity
from onrecord.model import Actor, Statement
from onrecord.model.vocabulary import CONTACTS, Channel

_BODIES = frozenset(["person", "office", "state", "government"])
"""Kinds of those who call, meet and write to each other."""

_SEEING = frozenset(["see", "sees", "saw", "seen", "seeing", "consider", "considers", "considered", "view", "views",
                     "viewed"])  # fmt: skip
"""Words of cues by which nothing is said to whom one meets."""

type Partners = Mapping[tuple[Channel, str], Sequence[tuple[int, Actor]]]
"""By channel and who: with whom he was in contact, each time with where the text tells of it (code points)."""


def to_partners(statements: Sequence[Statement], known: Sequence[Contact]) -> list[Statement]:
    """Statements to nobody made in a call or meeting or by letter, to the other with whom the speaker had it.

    The text tells of him elsewhere: as a party of a contact (`known`) or where another statement names its addressee.
    """
    if all(s.addressees or s.channel not in CONTACTS for s in statements):
        return list(statements)
    partners: dict[tuple[Channel, str], list[tuple[int, Actor]]] = {}
    for channel, at, pair in sorted(_pairs(statements, known), key=lambda told: told[1]):
        for one, other in permutations(pair):
            partners.setdefault((channel, identity(one)), []).append((at, other))
    return [_told(s, partners) for s in statements]


def _pairs(
    statements: Sequence[Statement], known: Sequence[Contact]
) -> Iterator[tuple[Channel, int, tuple[Actor, ...]]]:
    """Where and by which channel two were in contact."""
    told = [(c.channel, c.start, c.parties) for c in known]
    told += [(s.channel, s.content[0].start, (s.speaker, *s.addressees)) for s in statements if s.speaker]
    for channel, at, parties in told:
        if channel in CONTACTS and len(parties) == 2 and all(a.name and a.kind in _BODIES for a in parties):
            yield channel, at, parties


def _is_seen(statement: Statement) -> bool:
    """Whether somebody only looks upon what he is reported to think: "did not see it that way"."""
    words = {word.lower() for word in statement.cue.text.split()} if statement.cue is not None else set()
    return bool(words & _SEEING)


def _told(statement: Statement, partners: Partners) -> Statement:
    if (
        statement.addressees
        or statement.speaker is None
        or statement.channel not in CONTACTS
        or statement.act != "speech"
        or _is_seen(statement)
    ):
        return statement
    others = partners.get((statement.channel, identity(statement.speaker)), ())
    if not others or (statement.channel == "letter" and len({identity(o) for _, o in others}) > 1):
        return statement
    at = statement.content[0].start
    other = next((other for there, other in reversed(others) if there <= at), others[0][1])
    return replace(statement, addressees=(carried(other),))
