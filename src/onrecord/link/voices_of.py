""" "I", "we" and "our" in somebody's mouth: the speaker, and those he speaks for."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.link.referents import Referent
from onrecord.model import Actor, Span
from onrecord.resources import countries, organizations

STATE_WORDS = frozenset(["government", "state", "unknown"])
OFFICIAL = frozenset(["GOV", "MIL", "LEG", "SPY", "COP"])


def speaking_for(words: Span, voice: Actor | None, *, alone: bool) -> tuple[Actor, ...]:
    """The speaker; unless `alone`, with the state or organisation in whose name an official says "we"."""
    if voice is None:
        return (Actor(mention=words),)
    speaker = replace(voice, mention=words, resolved_by="coreference" if voice.name else "unresolved")
    principal = None if alone else _principal(voice, words)
    return (speaker,) if principal is None else (speaker, principal)


def belonging_to(voice: Actor, referent: Referent, words: Span) -> Actor:
    """Somebody of the speaker's own: "our forces" are his state's, "my husband" is his."""
    country = countries.by_code(voice.country[0]) if len(voice.country) == 1 else None
    own = (referent.name or referent.described or words.text).removeprefix("our ").removeprefix("my ")
    if referent.kind == "person":
        name = f"{(voice.name or '').split()[-1]}'s {referent.head or own}" if voice.name else None
        return replace(referent.actor(words, "unresolved"), name=name, country=voice.country)
    if country is None:
        return referent.actor(words, "unresolved")
    if referent.kind in STATE_WORDS:
        return Actor(
            mention=words, id=country.id, name=country.name, kind="government", country=(country.code,), sector="GOV",
            resolved_by="coreference",
        )  # fmt: skip
    name = f"{country.adjective.split(' (')[0]} {own}"
    return replace(referent.actor(words, "coreference"), id=None, name=name, country=(country.code,))


def _principal(voice: Actor, words: Span) -> Actor | None:
    if voice.kind not in ("person", "office", "government") or voice.sector not in OFFICIAL:
        return None
    country = countries.by_code(voice.country[0]) if len(voice.country) == 1 else None
    if country is None or country.id == voice.id:
        return _organization(voice, words)
    return Actor(
        mention=words, id=country.id, name=country.name, kind="state", country=(country.code,), sector="GOV",
        resolved_by="coreference",
    )  # fmt: skip


def _organization(voice: Actor, words: Span) -> Actor | None:
    name = (voice.office or "").rpartition(", ")[2]
    found = organizations.by_name(name) if name else ()
    if len(found) != 1:
        return None
    row = found[0]
    return Actor(mention=words, id=row.id, name=name, kind="organization", country=row.codes, resolved_by="coreference")
