"""The state that a place lies in, for those who are only told to be officials there: "Officials in Kursk"."""

from __future__ import annotations

import functools
import math
import re

from onrecord.annotate.layers import Layers
from onrecord.link.places import PlaceLinker
from onrecord.link.referents import Polity
from onrecord.model import Place
from onrecord.resources import regions
from onrecord.resources.regions import Region

_IN = re.compile(
    r"[ ,]*(?:in|at) (?:the )?(?:(?:\w+ )?(?:city|town|village|province|region|state|port|district) of )?(?=[A-Z])"
)
_APART = frozenset(["breakaway region", "de facto autonomous region"])
_KM = 111.2


class Placed:
    """Tells of one document where officials sit; what its place names stand for is asked only where it matters."""

    def __init__(self, layers: Layers, places: PlaceLinker) -> None:
        self._layers = layers
        self._places = places

    def behind(self, offset: int) -> tuple[int, Polity | None] | None:
        """Where the place named right behind `offset` ("in X", "in the city of X") begins, and the state it lies in.

        No state where the place is left open, or others than the state of the maps rule or claim it. None where no
        place follows.
        """
        found = _IN.match(self._layers.text, offset)
        return None if found is None else (found.end(), self.at(found.end()))

    def at(self, start: int) -> Polity | None:
        """The state in which the place lies that is named at `start`."""
        toponym = self._layers.toponym_at(start)
        if toponym is None or toponym.start != start or toponym.use == "adjective":
            return None
        place = self._places.place(self._layers.span(toponym.start, toponym.end))
        if place is None or place.lat is None or len(place.country) != 1 or _is_contested(place):
            return None
        return Polity.of(place.country[0])


def _is_contested(place: Place) -> bool:
    """Whether a place lies where others than one state rule or claim to."""
    return _is_contested_at(place.lat or 0.0, place.lon or 0.0)


@functools.lru_cache(10_000)
def _is_contested_at(lat: float, lon: float) -> bool:
    return any(_holds(region, lat, lon) for region in _contested())


@functools.cache
def _contested() -> tuple[Region, ...]:
    return tuple(
        region
        for region in regions.all()
        if region.lat is not None
        and any(word in region.kind for word in ("region", "area"))
        and (region.kind in _APART or len(region.claimed_by) > 1)
    )


def _holds(region: Region, lat: float, lon: float) -> bool:
    if region.bbox is not None:
        west, south, east, north = region.bbox
        return west <= lon <= east and south <= lat <= north
    east = (lon - (region.lon or 0.0)) * math.cos(math.radians(lat))
    return _KM * math.hypot(lat - (region.lat or 0.0), east) <= (region.precision_km or 0.0)
