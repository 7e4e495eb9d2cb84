"""A place as a reader meets it."""

import msgspec

from onrecord.model import Place, Span


class Placing(msgspec.Struct, frozen=True, kw_only=True):
    """`label` is the place's name, or its words in quotation marks where it was not found on the map."""

    label: str
    mention: Span
    country: tuple[str, ...]
    located: bool


def placing(place: Place | None) -> Placing | None:
    """The placing of a place; null for none."""
    if place is None:
        return None
    located = place.id is not None or place.lat is not None
    words = " ".join(place.mention.text.split())
    return Placing(
        label=place.name or (words if located else f"“{words}”"),
        mention=place.mention,
        country=place.country,
        located=located,
    )
