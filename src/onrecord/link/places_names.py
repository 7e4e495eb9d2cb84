"""The places a name may stand for, looked up under the forms the gazetteer may hold it by."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from onrecord.resources.names import words as word_list
from onrecord.resources.places_gazetteer import DISTRICT, DIVISION, FEATURES, Candidates, Gazetteer
from onrecord.resources.places_names import fold

MOST = 60
"""Namesakes kept for one name, the most populous first."""


_DIRECTIONS = word_list(
    "north south east west northern southern eastern western central upper lower downtown greater inner outer mid"
    " northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-east"
    " north-west south-east south-west metro metropolitan suburban rural old"
)
_TYPES = word_list(
    "province state region governorate oblast prefecture department district county city town village municipality"
    " parish township twp borough area metropolitan suburb island islands district republic territory corridor road"
    " valley border crossing camp airport port harbor harbour stadium station conference international"
)


def forms(text: str) -> Iterator[str]:
    """Folded forms of a name, the surest first: as written, without its article, type or direction."""
    folded = fold(text.removesuffix("'s").removesuffix("’s"))
    yield folded
    words = folded.split()
    if len(words) > 1 and words[0] == "the":
        yield " ".join(words[1:])
    match = re.match(r"(?:city|town|village|county|state|province|port|district|greater) of (.+)", folded)
    if match:
        yield match.group(1)
    if len(words) > 1 and words[-1] in ("twp", "co", "cos"):
        yield " ".join([*words[:-1], "township" if words[-1] == "twp" else "county"])
    trimmed = words
    while len(trimmed) > 1 and trimmed[-1] in _TYPES:
        trimmed = trimmed[:-1]
        yield " ".join(trimmed)
    while len(trimmed) > 1 and trimmed[0] in _DIRECTIONS:
        trimmed = trimmed[1:]
        yield " ".join(trimmed)


def namesakes(texts: list[str], gazetteer: Gazetteer) -> list[Candidates | None]:
    """For each name the places it may stand for, by the first of its forms that the gazetteer holds."""
    wanted = [list(dict.fromkeys(forms(text))) for text in texts]
    flat = gazetteer.lookup([form for group in wanted for form in group])
    found, at = [], 0
    for group in wanted:
        mine = flat[at : at + len(group)]
        at += len(group)
        best = next((places for places in mine if places is not None), None)
        found.append(None if best is None else _limited(best, gazetteer))
    return found


def with_division(places: Candidates | None, text: str, gazetteer: Gazetteer) -> Candidates | None:
    """The namesakes of what the text calls a region, with the division named after its town: "Kursk region".

    Only where no namesake is a division by itself; GeoNames calls this one "Kurskaya Oblast'".
    """
    kinds = gazetteer.records["kind"]
    if places is None or bool(np.isin(kinds[places.numbers], (DIVISION, DISTRICT)).any()):
        return places
    if bool((kinds[places.numbers] >= FEATURES).any()):
        return places
    stem = next((form for form in reversed(list(forms(text)))), "")[:_STEM]
    around = (int(gazetteer.records["admin1"][number]) for number in places.numbers)
    named = {
        number for number in around if number >= 0 and len(stem) >= 4 and gazetteer.folded(number).startswith(stem)
    }
    if not named:
        return places
    added = np.array(sorted(named), np.int64)
    return Candidates(np.append(places.numbers, added), np.append(places.how, np.ones(len(added), np.int64)))


_STEM = 6
"""Letters that the name of a division shares with its town's."""


def _limited(places: Candidates, gazetteer: Gazetteer) -> Candidates:
    if len(places.numbers) <= MOST:
        return places
    population = gazetteer.records["population"][places.numbers].astype(np.int64)
    special = gazetteer.records["kind"][places.numbers] != _TOWN
    order = np.lexsort((places.numbers, -population, ~special))[:MOST]
    return Candidates(places.numbers[order], places.how[order])


_TOWN = 4
