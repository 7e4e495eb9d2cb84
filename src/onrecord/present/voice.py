"""An actor as a reader meets it: what to call it, and whether we know who it is."""

from collections.abc import Iterable

import msgspec

from onrecord.model import Actor, Span
from onrecord.model.vocabulary import ActorKind


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who speaks, acts or is acted upon.

    `key` is the same for two voices that are shown as one (empty where nobody was found), `label` what to call
    it, `country` ISO 3166 alpha-3 codes. `identified` is False where the words could not be linked.
    """

    key: str
    label: str
    kind: ActorKind = "unknown"
    office: str | None = None
    country: tuple[str, ...] = ()
    identified: bool = True
    mention: Span | None = None

    def same(self, other: "Voice") -> bool:
        """Whether both are shown as one; nobody is never the same as nobody."""
        return bool(self.key) and self.key == other.key


NOBODY = Voice(key="", label="speaker not found", identified=False)


def voice(actor: Actor | None) -> Voice:
    """The voice of an actor; `NOBODY` for none.

    A name comes before the words of the text; words that were not linked are quoted, because "officials" here
    need not be the officials there.
    """
    if actor is None or not (actor.name or actor.mention):
        return NOBODY
    name, known = actor.name, actor.resolved_by != "unresolved"
    words = "" if actor.mention is None or (known and name) else " ".join(actor.mention.text.split())
    return Voice(
        key=actor.id or (name or words).casefold(),
        label=name if name and (known or name != words) else f"“{words}”",
        kind=actor.kind,
        office=actor.office,
        country=actor.country,
        identified=known,
        mention=actor.mention,
    )


def key(actor: Actor | None) -> str:
    """The key of the voice of an actor; empty for nobody."""
    if actor is None:
        return ""
    if actor.id or actor.name:
        return actor.id or (actor.name or "").casefold()
    return "" if actor.mention is None else " ".join(actor.mention.text.split()).casefold()


PUBLISHER = "publisher:"
"""What the keys of publishers begin with."""


def publisher(name: str) -> Voice:
    """The voice of the office that publishes a report, where nobody in it speaks."""
    return Voice(key=f"{PUBLISHER}{name}", label=name, kind="office")


def voices(actors: Iterable[Actor]) -> tuple[Voice, ...]:
    """The voices of several actors, in their order, each shown once."""
    found = tuple(voice(actor) for actor in actors)
    return found if len(found) < 2 else distinct(found)


def distinct(found: Iterable[Voice]) -> tuple[Voice, ...]:
    """The voices without those that are shown as one with an earlier one."""
    kept: dict[str, Voice] = {}
    for one in found:
        kept.setdefault(one.key, one)
    return tuple(kept.values())
