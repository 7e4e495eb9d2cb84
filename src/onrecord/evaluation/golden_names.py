"""Whether a linked actor is the one that a golden label names.

Labels name people and bodies by the fullest name of the report, and states that are invented. Names are compared by
their words, without case, accents, articles and possessives; an office by its words or by its role; a state's body by
its noun and its state.
"""

import re
from collections.abc import Sequence

from onrecord.model import Actor
from onrecord.resources import countries
from onrecord.resources.countries import Country
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import fold
from onrecord.resources.roles import read_role

_IDLE = frozenset(["the", "a", "an", "s", "of", "and", "for", "at", "mr", "mrs", "ms", "in", "his", "her", "its"])


def bare(text: str | None) -> frozenset[str]:
    """The words that tell one name from another."""
    return frozenset(re.findall(r"\w+", fold((text or "").replace("’", "'")))) - _IDLE


def same_speaker(labels: Sequence[str], words: str | None, actor: Actor | None) -> bool:
    """Whether `actor` is all of `labels`; where there are none (an anonymous source) it must claim no other name.

    A name may be fuller than its label; that of a body may be shorter ("Ministry of Defence", of Ilmar), that of a
    person or state may not. A body is the same under its canonical name ("Ministry of Foreign Affairs of Ilmar",
    labelled "Ilmari foreign ministry"). A label without capitals is no name but words ("residents"): of somebody whose
    name is not told the words are right.
    """
    if not labels:
        return actor is None or actor.resolved_by == "unresolved" or bare(actor.name) <= bare(words)
    words_of = None if actor is None or actor.mention is None else actor.mention.text
    if actor is None or (actor.name is None and words_of is None):
        return False
    if actor.name is None:
        return len(labels) == 1 and labels[0].islower() and bare(labels[0]) <= bare(words_of)
    got = bare(actor.name)
    want = [bare(label) for label in labels]
    if len(labels) > 1:
        return all(name <= got for name in want)
    shorter = actor.kind not in ("person", "state") and bool(got) and got <= want[0]
    return want[0] <= got or shorter or same_body(labels[0], actor)


def same_body(label: str, actor: Actor) -> bool:
    """Whether a label and an actor's name are of one state's body of one sort: the same noun, the same state."""
    noun = body_noun(label.split())
    state = actor.state or " ".join(
        name for code in actor.country if (c := countries.by_code(code)) for name in _names(c)
    )
    if noun is None or not noun.office or actor.kind == "person" or not state:
        return False
    template = bare(noun.office.format(country=""))
    rest = bare(" ".join(label.split()[: -len(noun.words)]))
    told = bare(state)
    owned = bool(rest) and all(word in told or any(_adjective(name, word) for name in told) for word in rest)
    return owned and template <= bare(actor.name)


def _names(country: Country) -> tuple[str, ...]:
    return (country.name, country.adjective, *country.demonyms)


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
    """Whether the speaker's state is the one labelled: by code, by the state told, or by the name of a body or office.

    A state that the report names by its adjective only ("Velorian", of Veloria) is told by it.
    """
    if actor is None:
        return False
    if any(known.iso3 in actor.country for known in countries.by_name(label)):
        return True
    told = f"{actor.state or ''} {actor.name} {actor.office}"
    return bare(label) <= bare(told) or any(_adjective(label, word) for word in bare(actor.state))


def _adjective(name: str, word: str) -> bool:
    """Whether a word is made from a state's name: its stem and an ending."""
    stem = fold(name).rstrip("aeiouy")
    return len(stem) >= 3 and word.startswith(stem) and len(word) - len(stem) <= 4


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
