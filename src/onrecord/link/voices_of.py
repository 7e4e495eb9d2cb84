""" "I", "we" and "our" in somebody's mouth: the speaker, and those he speaks for."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.link.referents import Referent
from onrecord.model import Actor, Span
from onrecord.resources import countries, organizations
from onrecord.resources.names import slug

STATE_WORDS = frozenset(["government", "state", "unknown"])
OFFICIAL = frozenset(["GOV", "MIL", "LEG", "SPY", "COP"])


def speaking_for(words: Span, voice: Actor | None, *, alone: bool) -> tuple[Actor, ...]:
    """The speaker; unless `alone`, with the state or organisation in whose name an official says "we"."""
    if voice is None:
        return (Actor(mention=words),)
    speaker = replace(voice, mention=words, resolved_by="coreference" if voice.name else "unresolved")
    behind = None if alone else principal(voice, words)
    return (speaker,) if behind is None else (speaker, behind)


def belonging_to(voice: Actor, referent: Referent, words: Span) -> Actor:
    """Somebody of the speaker's own: "our forces" are his state's, "my husband" is his."""
    country = countries.by_code(voice.country[0]) if len(voice.country) == 1 else None
    told = (voice.country, voice.state, voice.country_by)
    own = (referent.name or referent.described or words.text).removeprefix("our ").removeprefix("my ")
    if referent.kind == "person":
        name = f"{(voice.name or '').split()[-1]}'s {referent.head or own}" if voice.name else None
        actor = replace(referent.actor(words, "unresolved"), name=name)
        return replace(actor, country=told[0], state=told[1], country_by=told[2])
    if country is None and voice.state is not None:
        return _unlisted(voice, referent, words, own)
    if country is None:
        return referent.actor(words, "unresolved")
    if referent.kind in STATE_WORDS:
        return Actor(
            mention=words, id=country.id, name=country.name, kind="government", country=(country.code,), sector="GOV",
            country_by=voice.country_by, resolved_by="coreference",
        )  # fmt: skip
    name = f"{country.adjective.split(' (')[0]} {own}"
    actor = replace(referent.actor(words, "coreference"), id=None, name=name)
    return replace(actor, country=told[0], state=told[1], country_by=told[2])


def _unlisted(voice: Actor, referent: Referent, words: Span, own: str) -> Actor:
    """What belongs to one who speaks for a state that no table knows."""
    if referent.kind in STATE_WORDS:
        name = f"Government of {voice.state}" if referent.kind == "government" else voice.state
        return Actor(
            mention=words, id=f"local:{slug(voice.state or '')}", name=name, kind="government", state=voice.state,
            country_by=voice.country_by, sector="GOV", resolved_by="coreference",
        )  # fmt: skip
    actor = replace(referent.actor(words, "coreference"), id=None, name=f"{voice.state} {own}")
    return replace(actor, state=voice.state, country_by=voice.country_by)


def principal(voice: Actor, words: Span | None) -> Actor | None:
    """The state or organisation in whose name an official speaks; None where he speaks for himself."""
    if voice.kind not in ("person", "office", "government") or voice.sector not in OFFICIAL:
        return None
    country = countries.by_code(voice.country[0]) if len(voice.country) == 1 else None
    if country is None and voice.state is not None and voice.state != voice.name:
        return Actor(
            mention=words, id=f"local:{slug(voice.state)}", name=voice.state, kind="state", state=voice.state,
            country_by=voice.country_by, sector="GOV", resolved_by="coreference",
        )  # fmt: skip
    if country is None or country.id == voice.id:
        return _organization(voice, words)
    return Actor(
        mention=words, id=country.id, name=country.name, kind="state", country=(country.code,), sector="GOV",
        country_by=voice.country_by, resolved_by="coreference",
    )  # fmt: skip


def _organization(voice: Actor, words: Span | None) -> Actor | None:
    name = (voice.office or "").rpartition(", ")[2]
    found = organizations.by_name(name) if name else ()
    if len(found) != 1:
        return None
    row = found[0]
    return Actor(mention=words, id=row.id, name=name, kind="organization", country=row.codes, resolved_by="coreference")
