"""Lands of two halves, told by their half alone."""

import pytest

from onrecord.annotate.entities import entities
from onrecord.annotate.parse import language, parse
from onrecord.ingest.document import document


def keys_of(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The names of a text that are one half of a land, with what they stand for."""
    found = entities(parse(document(text)))
    return [(text[e.start : e.end], e.keys) for e in found if text[e.start : e.end] in ("North", "South")]


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("South Korea moved farmers. The South's ferry left.", [("South", ("country:KOR",))]),
        ("South Korea moved farmers. It warned the North.", [("North", ("country:PRK",))]),
        ("The row began after North and South Korea shut a mill.", [("North", ("country:PRK",))]),
    ],
)
def test_entities_halves_stand_for_the_states(text: str, halves: list[tuple[str, tuple[str, ...]]]) -> None:
    assert keys_of(text) == halves


@pytest.mark.parametrize(
    "text",
    [
        "Voters in the South chose Lind. The South is poor.",
        "The South liked it. South Korea sold ferries.",
        "South Korea sold ferries in the South Atlantic and the North of Peru.",
        "South Africa lent money. The South is poor.",
    ],
)
def test_entities_halves_are_nothing_else(text: str) -> None:
    assert not [keys for words, keys in keys_of(text) if words != "South Korea" and keys]


def test_entities_halves_are_two_in_the_parse() -> None:
    doc = parse(document("The row began after North and South Korea shut a mill.")).paragraphs[0].parse
    found = {t.text: (t.dep_, t.head.text) for t in doc if t.text in ("North", "Korea")}
    assert found == {"North": ("nsubj", "shut"), "Korea": ("conj", "North")}
    plain = language()("The row began after North and South Carolina shut a mill.")
    assert next(t for t in plain if t.text == "Carolina").dep_ == "nsubj"
