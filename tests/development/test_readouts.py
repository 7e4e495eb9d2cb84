"""Development articles of two accounts of one contact, told in wordings of many kinds: contact, sides, points."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.present.points import Point
from onrecord.present.readouts import Comparison, compare
from onrecord.reader import Reader

ARTICLES = sorted((Path(__file__).parent / "readouts").glob("*.json"))


def says(point: Point, wanted: str) -> bool:
    return any(wanted in span.text for span in point.spans)


def held(gold: dict[str, Any], found: Comparison) -> Iterator[bool]:
    """For each point of a reading, whether it stands where the reading has it."""
    mine = [side.label for side in found.sides]
    order = [0, 1] if mine == gold["sides"] else [1, 0]
    for at, wanted in zip(order, gold["only"], strict=True):
        yield from (any(says(point, words) for point in found.only[at]) for words in wanted)
    for words in gold["both"]:
        pairs = [(one.first, one.second) for one in found.both]
        yield any(all(says(pair[at], told) for at, told in zip(order, words, strict=True)) for pair in pairs)


@pytest.fixture(scope="module")
def compared(reader: Reader) -> list[tuple[dict[str, Any], Comparison | None]]:
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in ARTICLES]
    return [(g, compare([reader.read(g["documents"][0]["text"], published=g["published"])])) for g in golds]


def test_development_readouts_find_both_sides_of_every_contact(
    compared: list[tuple[dict[str, Any], Comparison | None]],
) -> None:
    assert len(compared) == 6
    for gold, found in compared:
        assert found is not None, gold["sides"]
        assert {side.label for side in found.sides} == set(gold["sides"])
        assert all(side.points for side in found.sides)


def test_development_readouts_find_most_points(
    compared: list[tuple[dict[str, Any], Comparison | None]],
) -> None:
    right = [one for gold, found in compared if found is not None for one in held(gold, found)]
    asked = sum(len(gold["both"]) + sum(map(len, gold["only"])) for gold, _ in compared)
    assert sum(right) >= 20, f"{sum(right)} of {asked}"
