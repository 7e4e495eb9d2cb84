"""Mentions of one event become one record: "an attack … the raid … the assault" is one attack, told three times."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from onrecord.codebook.plover import VERBAL
from onrecord.link.linkers import distinct, identity, states_of
from onrecord.model import Actor, Event, EventDetail

TALKED = frozenset(["discussed", "exchanged", "talked", "spoke", "reviewed", "conferred"])
"""Words by which an account tells what passed in a contact."""
HAPPENED = frozenset(["asserted", "alleged"])
BACK = 1500
"""How far back a noun points at a deed, in characters."""
CONTENT = ("demand", "pledge", "allegation")


def merged(events: Sequence[Event], known: Collection[str] = ()) -> tuple[Event, ...]:
    """The events with mentions of one event merged into its best-told mention, in text order.

    `known` are the ids of deeds told by a noun that points back ("the closure"): whoever speaks of them, they are the
    deed told last before that fits.
    """
    kept: list[Event] = []
    by_type: dict[str, list[int]] = {}  # what is kept of each type, which merging leaves as it is
    for event in events:
        alike = by_type.setdefault(event.event, [])
        place = next((i for i in alike if _same(kept[i], event)), None)
        if place is None and event.id in known:
            place = next((i for i in reversed(alike) if _meant(kept[i], event)), None)
            if place is not None:
                kept[place] = replace(kept[place], mentions=(*kept[place].mentions, event.anchor))
                continue
        if place is None and event.id not in known:
            place = next((i for i in alike if kept[i].id in known and _meant(kept[i], event)), None)
            if place is not None:
                kept[place] = replace(event, mentions=(kept[place].anchor, *kept[place].mentions, *event.mentions))
                continue
        if place is None:
            alike.append(len(kept))
            kept.append(event)
        else:
            kept[place] = _one(kept[place], event)
    return tuple(kept)


def _meant(told: Event, again: Event) -> bool:
    """Whether a deed told of before is the one that a noun points at; whom a noun concerns that only the tagger knows
    ("the Harn bombing") is a guess, and parts no two deeds."""
    if told.event != again.event or again.status not in HAPPENED or told.status not in HAPPENED or again.negated:
        return False
    if told.mode is not None and again.mode is not None and told.mode != again.mode:
        return False
    if told.when is not None and again.when is not None and not _within(told.when.value, again.when.value):
        return False
    if told.where is not None and again.where is not None and told.where.name != again.where.name:
        return False
    near = again.anchor.start - told.anchor.start <= BACK
    nobodys = not told.actors and not again.actors
    vague = nobodys and again.coded_by is not None and again.coded_by.model is not None
    parties = vague or _agree(_somebody(told), _somebody(again))
    return near and parties and _agree(told.actors, again.actors)


def _within(one: str | None, other: str | None) -> bool:
    """Whether one day lies in the other, told more loosely ("2026-05", "2026-05-07")."""
    return one == other or (one is not None and other is not None and (one.startswith(other) or other.startswith(one)))


def _somebody(event: Event) -> tuple[Actor, ...]:
    """The recipients of a deed, but for mere ways that are closed, whatever the words ("the road", "the crossing")."""
    if event.event != "COERCE":
        return event.recipients
    return tuple(r for r in event.recipients if r.kind != "unknown" or r.resolved_by != "unresolved")


def _same(a: Event, b: Event) -> bool:
    """Whether two mentions tell of one event: same type, voice and status, parties and details that agree."""
    if (a.event, a.negated) != (b.event, b.negated):
        return False
    if a.event == "CONSULT" and {a.status, b.status} <= HAPPENED and _recounted(a, b):
        return True
    if a.status != b.status or a.statement != b.statement:
        return False
    if a.mode != b.mode and (a.event == "REJECT" or (a.mode is not None and b.mode is not None)):
        return False
    if a.when is not None and b.when is not None and a.when.value != b.when.value:
        return False
    if a.where is not None and b.where is not None and a.where.name != b.where.name:
        return False
    once = a.event == "ACCUSE" and a.evidence == b.evidence  # "handed him a note of protest"; two demands stay two
    if a.event in VERBAL and not once and not _same_content(a.detail, b.detail):
        return False
    if a.event == "CONSULT" and not (_may_be_host(a, b) and _may_be_host(b, a)):
        return False
    parties = _agree(a.actors, b.actors) and _agree(a.recipients, b.recipients)
    return parties and bool(a.actors or a.recipients) and bool(b.actors or b.recipients) and _anyone(a, b)


def _may_be_host(met: Event, visit: Event) -> bool:
    """Whether those who met may be a guest and his host; "met the president and was received by the rebels" is two."""
    known = not met.recipients and len(met.actors) > 1 and bool(visit.recipients)
    return not known or any(_kin(one, host) for one in met.actors for host in visit.recipients)


def _recounted(a: Event, b: Event) -> bool:
    """Whether an account of a contact only says again that the two talked: "the two also discussed fish", of a call."""
    if (
        b.statement is None
        or b.mode not in (None, "multilateral")
        or b.anchor.text.casefold().split()[-1] not in TALKED
    ):
        return False
    if a.when is not None and b.when is not None and a.when.value != b.when.value:
        return False
    sides = [frozenset(state for actor in event.actors for state in states_of(actor)) for event in (a, b)]
    people = len(a.actors) == len(b.actors) == 2 and all(any(_kin(x, y) for x in a.actors) for y in b.actors)
    return people or (len(sides[0]) == 2 and sides[0] == sides[1])


def _anyone(a: Event, b: Event) -> bool:
    """Whether the two share at least one party: silence on both sides is no agreement."""
    return any(_kin(x, y) for x in (*a.actors, *a.recipients) for y in (*b.actors, *b.recipients))


def _same_content(a: EventDetail, b: EventDetail) -> bool:
    """Distinct demands, pledges and allegations stay distinct."""
    for field in CONTENT:
        one, other = getattr(a, field), getattr(b, field)
        if (one.text.casefold() if one else None) != (other.text.casefold() if other else None):
            return False
    return True


def _agree(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    return not a or not b or any(_kin(x, y) for x in a for y in b)


def _kin(a: Actor, b: Actor) -> bool:
    """One and the same, or a body and its organ ("the OSCE", "the OSCE Permanent Council")."""
    if identity(a) == identity(b):
        return True
    one, other = set((a.name or "").casefold().split()), set((b.name or "").casefold().split())
    organs = a.kind == b.kind == "organization"
    return organs and bool(one) and bool(other) and (one <= other or other <= one)


def _one(a: Event, b: Event) -> Event:
    """The mention that names more, with the other's words among its mentions and its parties where it had none."""
    best, rest = (b, a) if _told(b) > _told(a) else (a, b)
    spans = sorted({*best.mentions, *rest.mentions, rest.anchor}, key=lambda s: (s.start, s.end))
    actors = best.actors or rest.actors
    if best.event == "CONSULT":
        actors = _union(best.actors, rest.actors)
    return replace(
        best,
        status="asserted" if "asserted" in (best.status, rest.status) else best.status,
        mode=best.mode or rest.mode,
        actors=actors,
        recipients=best.recipients or rest.recipients,
        where=best.where or rest.where,
        when=best.when or rest.when,
        mentions=tuple(s for s in spans if s != best.anchor),
        detail=_filled(best.detail, rest.detail),
    )


def _union(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return distinct([*a, *(y for y in b if not any(_kin(x, y) for x in a))])


def _told(event: Event) -> int:
    """How much a mention tells: parties, place, day, mode."""
    parties = len(event.actors) + len(event.recipients)
    return 2 * parties + (event.where is not None) + (event.when is not None) + (event.mode is not None)


def _filled(a: EventDetail, b: EventDetail) -> EventDetail:
    fields = {name: getattr(a, name) or getattr(b, name) for name in EventDetail.__struct_fields__}
    return EventDetail(**fields)
