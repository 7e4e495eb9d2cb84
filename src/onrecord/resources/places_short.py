"""Short names of seas, islands and regions, by which the press calls them: "the Gulf", "the Falklands", "Diaoyu"."""

from __future__ import annotations

import csv
import functools

from onrecord.resources.places_gazetteer import FOLDER


@functools.cache
def table() -> dict[str, tuple[str, bool]]:
    """By short name the full one, and whether it is meant only behind "the"."""
    with (FOLDER / "short_names.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {name: (row["meant"], row["article"] == "the") for row in rows for name in row["names"].split("|")}


def meant(text: str, start: int, end: int) -> str:
    """The full name of the place that `start`–`end` names; "the Gulf" is the one that the text names in full."""
    words = text[start:end]
    found = table().get(words.removeprefix("the "))
    if found is None:
        return words
    full, articled = found
    if articled and not words.startswith("the ") and text[max(start - 4, 0) : start].lower() != "the ":
        return words
    whole = text.find(f"{words.removeprefix('the ')} of ")
    name = text[whole:].split(" of ", 1)[1].split(maxsplit=1)[0].strip(".,;:'’\"”)") if whole >= 0 else ""
    return f"{words.removeprefix('the ')} of {name}" if name[:1].isupper() else full
