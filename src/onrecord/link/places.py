"""Which place a name stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from onrecord.annotate.layers import Layers, Toponym
from onrecord.link.places_countries import undecided
from onrecord.link.places_resolution import Resolved, resolve
from onrecord.link.places_twins import claimed
from onrecord.model import Place, Span
from onrecord.model.parts import Candidate
from onrecord.resources.names import fold
from onrecord.resources.places_gazetteer import Gazetteer, gazetteer

LEAST = 0.35
"""Belief under which the meant place is left open, its candidates kept."""

CAPITAL_AHEAD = 1.5
"""How many times likelier than the next a capital must be to be meant all the same."""

KEPT = 3
"""Candidates named for a place that is left open."""


class PlaceLinker:
    """Links the place names of one document, from the whole of it."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._known: Gazetteer = gazetteer()

    @cached_property
    def _places(self) -> tuple[tuple[Toponym, Place], ...]:
        found = self._layers.toponyms
        resolved = undecided(self._known, self._layers, resolve(self._layers, found))
        return tuple(
            (toponym, place(self._known, self._layers.span(toponym.start, toponym.end), one))
            for toponym, one in zip(found, resolved, strict=True)
        )

    def place(self, span: Span) -> Place | None:
        """The place that the words of `span` name (the last and most precise one in it); None where none does.

        Names of places win over adjectives. A name that the gazetteer does not hold gives a place without
        coordinates.
        """
        names = [one for one in self._layers.toponyms_over(span.start, span.end) if one.use != "adjective"]
        if not names:
            return None
        found = [(one.start, self._by_start[one.start]) for one in names]
        return min(found, key=lambda pair: (_size(pair[1]), -pair[0]))[1]

    @cached_property
    def _by_start(self) -> dict[int, Place]:
        return {toponym.start: found for toponym, found in self._places}

    def mentions(self) -> Iterator[Place]:
        """Every place name of the text used as a place, in text order."""
        for toponym, found in self._places:
            if toponym.use == "literal":
                yield found


def _size(found: Place) -> float:
    """Smaller is more precise; a place without coordinates counts as a small one: it has a name of its own."""
    return 30.0 if found.precision_km is None else found.precision_km


def place(known: Gazetteer, mention: Span, resolved: Resolved | None) -> Place:
    """The place of a name with its candidates; only the words where none is known.

    Where the report differs from the gazetteer in accents alone, its spelling stays: "Jalalabad", not "Jalālābād".
    """
    if resolved is None:
        return Place(mention=mention, name=mention.text)
    best, share = resolved.numbers[0], resolved.shares[0]
    if resolved.open or (share < LEAST and not _leads(known, resolved)):
        return Place(mention=mention, name=mention.text, candidates=_candidates(known, resolved))
    record = known.records[best]
    return Place(
        mention=mention,
        name=_spelled(mention.text, known.name(best)),
        id=known.ident(best),
        kind=known.kind(best),
        country=claimed(known.ident(best)) or known.countries(best),
        lat=round(float(record["lat"]), 5),
        lon=round(float(record["lon"]), 5),
        precision_km=float(record["precision"]),
    )


def _leads(known: Gazetteer, resolved: Resolved) -> bool:
    """Whether a capital is by far likelier than each namesake, where nothing in the text speaks for any of them."""
    capital = known.kind(resolved.numbers[0]) == "capital"
    rivals = resolved.shares[1:2] or (0.0,)
    return capital and resolved.shares[0] >= CAPITAL_AHEAD * rivals[0]


def _spelled(words: str, name: str) -> str:
    """The name, in the report's spelling where that has other accents: no capitals of a headline, no other case."""
    return words if words.istitle() and words.casefold() != name.casefold() and fold(words) == fold(name) else name


def _candidates(known: Gazetteer, resolved: Resolved) -> tuple[Candidate, ...]:
    best = zip(resolved.numbers[:KEPT], resolved.shares[:KEPT], strict=True)
    return tuple(Candidate(known.ident(number), known.name(number), share) for number, share in best)
