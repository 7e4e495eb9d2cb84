"""The embedded gazetteer: names of every side, identifiers, kinds; and the trees that read it."""

import numpy as np
import pytest

from onrecord.resources.places_gazetteer import gazetteer
from onrecord.resources.places_names import fold, key, slug
from onrecord.resources.trees import Columns, Trees


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kyiv", "Kiev"),
        ("Hodeidah", "Al Hudaydah"),
        ("Türkiye", "Turkey"),
        ("Khankendi", "Stepanakert"),
        ("St. Louis", "Saint Louis"),
        ("Deir ez-Zor", "Deir Ezzor"),
    ],
)
def test_gazetteer_names_lead_to_one_place(one: str, other: str) -> None:
    first, second = gazetteer().named(one), gazetteer().named(other)
    assert first is not None
    assert second is not None
    assert set(first.numbers) & set(second.numbers)


@pytest.mark.parametrize(
    ("name", "ident", "kind"),
    [
        ("Azerbaijan", "country:AZE", "country"),
        ("Baku", "geonames:587084", "capital"),
        ("Lachin Corridor", "region:lachin-corridor", "corridor"),
        ("Lake Kivu", "feature:lake-kivu", "lake"),
        ("Minova", "feature:minova", "town"),
    ],
)
def test_gazetteer_identifiers(name: str, ident: str, kind: str) -> None:
    known = gazetteer()
    found = known.named(name)
    assert found is not None
    assert (ident, kind) in [(known.ident(int(n)), known.kind(int(n))) for n in found.numbers]


def test_gazetteer_unknown_names() -> None:
    assert gazetteer().lookup(["qarvandu", ""]) == [None, None]
    assert gazetteer().lookup([]) == []


def test_gazetteer_points_are_on_the_earth() -> None:
    records = gazetteer().records
    assert np.abs(records["lat"]).max() <= 90
    assert np.abs(records["lon"]).max() <= 180


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Åland", "aland"), ("Rostov-on-Don", "rostov on don"), ("Sana'a", "sanaa"), ("Ft. Worth", "fort worth")],
)
def test_places_names_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_places_names_keys_and_slugs() -> None:
    assert key("baku") != key("goris")
    assert slug("Lachin Corridor") == "lachin-corridor"


def test_trees_walk_to_the_leaf() -> None:
    column, left, right = (np.array([[n, 0, 0]]) for n in (1, 1, 2))
    left[0, 1:], right[0, 1:] = (1, 2), (1, 2)
    trees = Trees.of(
        ("a", "b"), column, np.array([[0.5, 0.0, 0.0]]), left, right, np.array([[0.0, -2.0, 2.0]]), depth=1, bias=0.0
    )
    scores = trees.score(np.array([[9.0, 0.4], [0.0, 0.6]]))
    assert scores == pytest.approx([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))])


def test_trees_of_no_rows() -> None:
    one = np.zeros((1, 1), np.int64)
    trees = Trees.of(("a",), one, np.zeros((1, 1)), one, one, np.ones((1, 1)), depth=1, bias=0.0)
    assert len(trees.score(np.zeros((0, 1)))) == 0


def test_trees_of_several_are_walked_each_by_its_own_nodes() -> None:
    column, threshold = np.zeros((2, 3), np.int64), np.array([[0.5, 0.0, 0.0], [2.5, 0.0, 0.0]])
    left, right = np.array([[1, 1, 2]] * 2), np.array([[2, 1, 2]] * 2)
    trees = Trees.of(("a",), column, threshold, left, right, np.array([[0, 1.0, 2.0], [0, 10.0, 20.0]]), 1, bias=-21.0)
    scores = trees.score(np.array([[0.0], [1.0], [3.0], [0.5], [np.nan]]))  # what is as high as a threshold is low
    assert scores == pytest.approx([1 / (1 + np.exp(21 - sum)) for sum in (11, 12, 22, 11, 22)])


def test_columns_of_values() -> None:
    columns = Columns(("phone", "visit"))
    assert (columns["phone"], columns["visit"], columns["letter"]) == ([1.0, 0.0], [0.0, 1.0], [0.0, 0.0])
    assert list(columns) == ["phone", "visit"]  # what was asked for in vain is none of them
