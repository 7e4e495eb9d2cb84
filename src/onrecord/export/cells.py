"""Parts of records as cells of text.

Values are exact: nothing is shortened or escaped beyond the format's own rules. Several values in one cell are
joined with " | "; offsets are `start-end` in Unicode code points, end exclusive, joined in the same order as the
texts beside them.
"""

from collections.abc import Iterable

from onrecord.model import Actor, Place, Span, Time

type Row = dict[str, str]


def several(values: Iterable[str]) -> str:
    """Several values in one cell."""
    return " | ".join(values)


def number(value: float | None) -> str:
    """A number as Python writes it; empty for none."""
    return "" if value is None else repr(value)


def truth(value: bool) -> str:
    """`true` or `false`."""
    return "true" if value else "false"


def of_spans(prefix: str, spans: Iterable[Span]) -> Row:
    """The texts and the offsets of spans."""
    found = tuple(spans)
    return {
        prefix: several(span.text for span in found),
        f"{prefix}_offsets": several(f"{span.start}-{span.end}" for span in found),
    }


def of_actors(prefix: str, actors: Iterable[Actor]) -> Row:
    """Names, ids, countries and words of actors; the lists run in parallel."""
    found = tuple(actors)
    mentions = tuple(actor.mention for actor in found)
    return {
        f"{prefix}_name": several(actor.name or "" for actor in found),
        f"{prefix}_id": several(actor.id or "" for actor in found),
        f"{prefix}_kind": several(actor.kind for actor in found),
        f"{prefix}_country": several("/".join(actor.country) for actor in found),
        f"{prefix}_state": several(actor.state or "" for actor in found),
        f"{prefix}_country_by": several(actor.country_by or "" for actor in found),
        f"{prefix}_sector": several(actor.sector or "" for actor in found),
        f"{prefix}_office": several(actor.office or "" for actor in found),
        f"{prefix}_resolved_by": several(actor.resolved_by for actor in found),
        f"{prefix}_mention": several("" if span is None else span.text for span in mentions),
        f"{prefix}_mention_offsets": several("" if s is None else f"{s.start}-{s.end}" for s in mentions),
    }


def of_time(prefix: str, time: Time | None) -> Row:
    """Value, first and last possible day, basis, and why there is none."""
    span = None if time is None else time.mention
    return {
        f"{prefix}_value": (time and time.value) or "",
        f"{prefix}_start": (time and time.start) or "",
        f"{prefix}_end": (time and time.end) or "",
        f"{prefix}_basis": "" if time is None else time.basis,
        f"{prefix}_reason": (time and time.reason) or "",
        **of_spans(prefix, () if span is None else (span,)),
    }


def of_place(prefix: str, place: Place | None) -> Row:
    """Name, id, country and WGS84 degrees."""
    return {
        f"{prefix}_name": (place and place.name) or "",
        f"{prefix}_id": (place and place.id) or "",
        f"{prefix}_kind": (place and place.kind) or "",
        f"{prefix}_country": "" if place is None else "/".join(place.country),
        f"{prefix}_lat": number(None if place is None else place.lat),
        f"{prefix}_lon": number(None if place is None else place.lon),
        f"{prefix}_precision_km": number(None if place is None else place.precision_km),
        **of_spans(prefix, () if place is None else (place.mention,)),
    }
