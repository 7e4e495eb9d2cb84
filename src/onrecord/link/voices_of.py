""" "I", "we" and "our" in somebody's mouth: the speaker, and those he speaks for."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.model import Actor, Span
from onrecord.resources import countries, organizations

OFFICIAL = frozenset(["GOV", "MIL", "LEG", "SPY", "COP"])


def speaking_for(words: Span, voice: Actor | None, *, alone: bool) -> tuple[Actor, ...]:
    """The speaker; unless `alone`, with the state or organisation in whose name an official says "we"."""
    if voice is None:
        return (Actor(mention=words),)
    speaker = replace(voice, mention=words, resolved_by="coreference" if voice.name else "unresolved")
    principal = None if alone else _principal(voice, words)
    return (speaker,) if principal is None else (speaker, principal)


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
