"""Small places in a country that nothing else in the report lies in: namesakes of places that no table holds.

A report on northern Mali that names "Ber" means a village there, not the town abroad that alone bears the name in the
gazetteer. On the development parts (LGL and GeoVirus) 6 of 64 such findings were right, of all others five in six.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from onrecord.link.places_features import Name, Pairs, Vector
from onrecord.resources.places_gazetteer import DISTRICT, FEATURES

COMPANY = 3.0
"""Least weight of the other names (mentions, in doublings, by belief) for them to say where a report is set."""
AMONG = 0.1
"""Least share of that weight in a place's own country for the place not to stray."""
KNOWN_ABROAD = 5.0
"""Log population from which a place is named in reports from anywhere."""


def strays(names: list[Name], rows: Pairs, share: Vector) -> npt.NDArray[np.bool_]:
    """The candidates (rows) that are small local places in a country which the other names of the document are not in.

    `share` is the belief in each candidate within its name.
    """
    weight = np.array([np.log2(1.0 + name.count) for name in names])[rows.name] * share
    others = weight.sum() - np.bincount(rows.name, weight, len(names))[rows.name]
    width = int(rows.country.max(initial=-1)) + 2  # the last column is that of no country
    cell = rows.name * width + rows.country % width
    of_name = np.bincount(cell, weight, len(names) * width)
    beside = of_name.reshape(-1, width).sum(axis=0)[rows.country] - of_name[cell]
    small = (rows.kind >= DISTRICT) & (rows.kind < FEATURES) & (rows.population < KNOWN_ABROAD) & (rows.country >= 0)
    astray: npt.NDArray[np.bool_] = small & (others >= COMPANY) & (beside < AMONG * others)
    return astray
