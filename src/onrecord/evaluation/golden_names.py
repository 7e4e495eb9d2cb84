"""Whether a linked actor is the one that a golden label names.

Labels name people and bodies by the fullest name of the report, and states that are invented. Names are compared by
their words, without case, accents, articles and possessives; an office by its words or by its role.
"""

import re
from collections.abc import Sequence

from onrecord.model import Actor
from onrecord.resources import countries
from onrecord.resources.names import fold
from onrecord.resources.roles import read_role

_IDLE = frozenset(["the", "a", "an", "s", "of", "and", "for", "at", "mr", "mrs", "ms", "in", "his", "her", "its"])


def bare(text: str | None) -> frozenset[str]:
    """The words that tell one name from another."""
    return frozenset(re.findall(r"\w+", fold((text or "").replace("’", "'")))) - _IDLE


def same_speaker(labels: Sequence[str], words: str | None, actor: Actor | None) -> bool:
    """Whether `actor` is all of `labels`; where there are none (an anonymous source) it must claim no other name.

    A name may be fuller than its label; that of a body may be shorter ("Ministry of Defence", of Ilmar), that of a
    person or state may not.
    """
    if not labels:
        return actor is None or actor.resolved_by == "unresolved" or bare(actor.name) <= bare(words)
    if actor is None or actor.name is None:
        return False
    got = bare(actor.name)
    want = [bare(label) for label in labels]
    if len(labels) > 1:
        return all(name <= got for name in want)
    shorter = actor.kind not in ("person", "state") and bool(got) and got <= want[0]
    return want[0] <= got or shorter


def same_words(want: frozenset[str], got: frozenset[str]) -> bool:
    """Whether two names share their words, one of them being possibly fuller ("Ministry of Defence", "of Ilmar")."""
    return bool(want and got) and (want <= got or got <= want)


def same_party(label: str, actor: Actor) -> bool:
    """Whether an addressee is the one labelled: by its canonical name, or by its own words."""
    want = bare(label)
    return same_words(want, bare(actor.name)) or (
        actor.mention is not None and same_words(want, bare(actor.mention.text))
    )


def same_office(label: str, actor: Actor | None) -> bool:
    """Whether the speaker's office is the one labelled: the same words, or the same role and portfolio."""
    if actor is None or actor.office is None:
        return False
    title = actor.office.split(",")[0]
    if same_words(bare(label), bare(actor.office)) or bare(label) <= bare(actor.office):
        return True
    want, got = read_role(label.partition(",")[0].split()), read_role(title.split())
    return want is not None and got is not None and (want.role, want.portfolio) == (got.role, got.portfolio)


def same_country(label: str, actor: Actor | None) -> bool:
    """Whether the speaker's state is the one labelled: by code, or by the name of the speaker or of his office."""
    if actor is None:
        return False
    if any(known.iso3 in actor.country for known in countries.by_name(label)):
        return True
    return bare(label) <= bare(f"{actor.name} {actor.office}")


def told_beside(country: str, speakers: Sequence[str], text: str) -> bool:
    """Whether the text puts a state, or its adjective, in the words around some mention of the speakers' last words.

    These are the 60 characters before and the 30 after, within the line; a speaker that is the state counts.
    """
    stem = re.escape(country.partition(" ")[0].rstrip("aeiou")[:6])
    for speaker in speakers:
        if bare(country) <= bare(speaker):
            return True
        last = re.escape(speaker.rpartition(" ")[2])
        if re.search(rf"\b{stem}[^.\n]{{0,60}}\b{last}\b|\b{last}\b[^.\n]{{0,30}}\b{stem}", text, re.IGNORECASE):
            return True
    return False
