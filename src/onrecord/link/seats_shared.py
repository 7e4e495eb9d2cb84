"""Whom the name of a city stands for where a government and organisations sit: "Brussels approved new sanctions".

What the text names, or says in words that only one of them is spoken of with, tells; else it is left open, with all of
them as candidates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.referents import Referent
from onrecord.model import Candidate
from onrecord.resources import organizations
from onrecord.resources.seats import Seat, Sitting, seat

if TYPE_CHECKING:
    from onrecord.annotate.layers import Layers
    from onrecord.link.known import Known

AHEAD = 2.0
"""How many times likelier than the next one must be to be meant where nothing tells."""


def seated(known: Known, layers: Layers, words: str, government: Referent | None) -> Referent | None:
    """Who is meant by the name of a city that acts; `government` where nobody else sits there."""
    city = seat(words)
    if city is None:
        return government
    weights = _told(city, layers, government)
    told = [key for key, weight in weights.items() if weight > 0]
    beliefs = {"": city.state, **{body.id: body.belief for body in city.bodies}}
    shares = {k: beliefs[k] * (weights[k] or (1.0 if not told else 0.0)) for k in beliefs if k or government}
    ordered = sorted(shares, key=lambda key: -shares[key])
    total, best = sum(shares.values()), ordered[0]
    each = {key: _referent(known, key, government) for key in ordered}
    found = each[best]
    if total <= 0 or found is None:
        return government
    candidates = tuple(
        Candidate(one.id, _name(key, one), round(shares[key] / total, 3))
        for key, one in each.items()
        if one is not None and one.id and shares[key] > 0
    )
    if len(candidates) < 2:
        return found
    second = shares[ordered[1]]
    if (told and best and shares[best] > second) or (shares[best] >= AHEAD * second and (told or not best)):
        return known.among(found, candidates)
    return known.open_seat(words, candidates)


def _told(city: Seat, layers: Layers, government: Referent | None) -> dict[str, float]:
    """How often the text speaks of each: "" is the state."""
    keys = [entity.keys[0] for entity in layers.entities if len(entity.keys) > 0]
    codes = government.polity.codes if government is not None and government.polity is not None else ()
    state = {f"{kind}:{code}" for kind in ("country", "people") for code in codes}
    weights = {"": float(sum(key in state for key in keys))}
    weights.update({body.id: float(_named(body, keys) + _cued(body, layers.text)) for body in city.bodies})
    return weights


def _named(body: Sitting, keys: list[str]) -> int:
    parts = (organizations.by_id(key) for key in keys)
    return sum(row is not None and body.id in (row.id, row.part_of) for row in parts)


def _cued(body: Sitting, text: str) -> int:
    return 0 if body.cues is None else len(body.cues.findall(text))


def _referent(known: Known, key: str, government: Referent | None) -> Referent | None:
    row = organizations.by_id(key) if key else None
    return government if not key else known.organization(row) if row is not None else None


def _name(key: str, referent: Referent) -> str:
    row = organizations.by_id(key) if key else None
    return row.name if row is not None else referent.name or ""
