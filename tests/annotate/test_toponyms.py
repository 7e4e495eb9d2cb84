"""Place names: told from persons and organisations, and literal from metonymic use."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from onrecord.annotate.layers import Layers, Toponym
from onrecord.annotate.parse import parse
from onrecord.annotate.toponyms import chosen, toponyms
from onrecord.annotate.toponyms_candidates import Hit, candidates
from onrecord.ingest.document import document
from onrecord.resources.places_gazetteer import gazetteer


def read(text: str) -> Layers:
    """A text with its place names."""
    layers = parse(document(text))
    return replace(layers, toponyms=toponyms(layers))


def names(text: str) -> list[str]:
    """The place names found in a text, adjectives left out."""
    return [text[t.start : t.end] for t in read(text).toponyms if t.use != "adjective"]


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells fell on a market in Kramatorsk on Monday.", ["Kramatorsk"]),
        ("Lorries in Goris waited for the Lachin corridor to open.", ["Goris", "Lachin corridor"]),
        ("Villagers from Sukkur, Kotri and Karachi blocked the road.", ["Sukkur", "Kotri", "Karachi"]),
        ("GOMA – The airport was shut at noon.", ["GOMA"]),
        ("Otter Tail County closed State Highway 210 on Friday.", ["Otter Tail County", "State Highway 210"]),
    ],
)
def test_toponyms_found(text: str, found: list[str]) -> None:
    assert set(found) <= set(names(text))


@pytest.mark.parametrize(
    ("text", "not_found"),
    [
        ("Dr Vanessa Paris told the committee that the offer was late.", "Paris"),
        ("Mr Lincoln Holt and Mrs Florence Tilbury signed the letter.", "Florence"),
        ("The treaty was signed in March by all members of the Council.", "March"),
        ("Reading the statement took an hour.", "Reading"),
    ],
)
def test_toponyms_not_persons_nor_words(text: str, not_found: str) -> None:
    assert not_found not in names(text)


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("Two people were hurt in Baku on Sunday.", "Baku", "literal"),
        ("Azerbaijan accused Armenia of firing first.", "Azerbaijan", "metonymic"),
        ("Relations between Armenia and Turkey improved.", "Turkey", "metonymic"),
        ("Armenia's foreign ministry declined to comment.", "Armenia", "metonymic"),
        ("The Russian delegation left early.", "Russian", "adjective"),
    ],
)
def test_toponyms_use(text: str, name: str, use: str) -> None:
    layers = read(text)
    assert [t.use for t in layers.toponyms if text[t.start : t.end] == name] == [use]


def test_toponyms_do_not_overlap_and_stand_in_text_order() -> None:
    found = read("Protesters marched from Port Sudan to Kosti, and from New York City to West New York.").toponyms
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_toponyms_of_an_empty_text() -> None:
    assert read("").toponyms == ()


def _hit(start: int, end: int) -> Hit:
    return Hit(0, 0, 1, start, end, "x", None, shaped=False)


@pytest.mark.parametrize(
    ("scores", "taken"), [([0.9, 0.8, 0.5], [0, 2]), ([0.3, 0.8, 0.1], [1]), ([0.1, 0.1, 0.1], [])]
)
def test_toponyms_chosen_best_first_none_overlapping(scores: Sequence[float], taken: list[int]) -> None:
    assert chosen([_hit(0, 4), _hit(2, 8), _hit(9, 12)], scores) == taken  # type: ignore[arg-type]


def test_toponyms_candidates_hold_passages_as_one_name() -> None:
    layers = parse(document("They crossed the Lachin corridor at night."))
    found = {hit.folded for hit in candidates(layers, gazetteer())}
    assert "lachin corridor" in found


def test_toponyms_candidates_called_places_by_a_noun() -> None:
    layers = parse(document("The village of Jarvanu was empty."))
    assert "jarvanu" in {hit.folded for hit in candidates(layers, gazetteer())}


def test_toponym_layer_points_into_the_text() -> None:
    text = "Kherson and Odesa were hit.\n\nTrains to Lviv ran late."
    layers = read(text)
    assert [Toponym(t.start, t.end, t.use, t.score) for t in layers.toponyms] == list(layers.toponyms)
    assert "Lviv" in [text[t.start : t.end] for t in layers.toponyms]
