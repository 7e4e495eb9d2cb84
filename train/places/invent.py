"""Invented sentences with names of the gazetteer, so that the recogniser meets places that no corpus names.

The frames are in `invent.txt`, our own; names are drawn with a fixed seed. Persons bear towns' names as family
names, so that being in the gazetteer alone proves nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.resources.given_names import known_names
from onrecord.resources.places_gazetteer import KINDS, gazetteer

FRAMES = Path(__file__).with_name("invent.txt")
SEED = 20261125
POPULATION = 5_000
"""Inhabitants of the least town named."""

MADE = {"P": 0.2, "N": 0.4}
"""Share of the names of towns and families that are made up, as no table holds all of them."""

_SYLLABLES = (
    "ta mar ve lor ka sun os ta ny dra vel pri mo sel ka ro tin ga bel du ran fe lis go nar hal den i vo ja sk ku ri"
    " la met na zor o lik pa ru qa ser shi tan u mel wa dir ya kov ze ban tho rin cha gul"
).split()
_MARK = re.compile(r"\[(\[?)([PDRCNG])\]\]?")
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){0,2}")


def sentences(rounds: int, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """Every frame, `rounds` times, each time with other names: text and marked places, offsets in code points."""
    draw = random.Random(seed)
    names = _names()
    frames = [line for line in FRAMES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for number in range(rounds):
        for index, frame in enumerate(frames):
            text, places = _filled(frame, names, draw)
            yield {"doc_id": f"invented-{number}-{index}", "corpus": "invented", "text": text, "places": places}


def _filled(frame: str, names: dict[str, list[str]], draw: random.Random) -> tuple[str, list[dict[str, int]]]:
    text, places, at = "", [], 0
    for mark in _MARK.finditer(frame):
        text += frame[at : mark.start()]
        at = mark.end()
        made = mark[2] in MADE and draw.random() < MADE[mark[2]]
        name = _made(draw) if made else draw.choice(names[mark[2]])
        start = len(text)
        text += name.upper() if mark[1] else name
        if mark[2] not in "NG":
            places.append({"start": start, "end": len(text)})
    return text + frame[at:], places


def _made(draw: random.Random) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(draw.randint(2, 3))).title()


def _names() -> dict[str, list[str]]:
    known = gazetteer()
    kind = known.records["kind"]
    large = known.records["population"] >= POPULATION
    towns = np.flatnonzero((kind == KINDS.index("town")) & large)
    groups = {
        "P": towns,
        "D": np.flatnonzero(kind == KINDS.index("division")),
        "C": np.flatnonzero(kind == KINDS.index("country")),
        "R": np.flatnonzero(kind > KINDS.index("world region")),
        "N": towns,
    }
    found = {}
    for mark, numbers in groups.items():
        all_names = [known.name(int(n)) for n in numbers if "USA" not in known.countries(int(n))]
        found[mark] = [name for name in all_names if _LATIN.fullmatch(name)]
    found["N"] = [name for name in found["N"] if " " not in name and "-" not in name]
    found["G"] = [name.title() for name in sorted(known_names())]
    return found
