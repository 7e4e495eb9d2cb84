"""Findings by place: what stands near some words, found without a look at all others."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.statements_found import Bounds, Shelf, shared

PLACES = st.tuples(st.integers(0, 3000), st.integers(1, 900)).map(lambda place: (place[0], place[0] + place[1]))


@given(st.lists(st.lists(PLACES, min_size=1, max_size=3), max_size=30), st.lists(PLACES, min_size=1, max_size=3))
def test_a_shelf_gives_all_that_shares_characters_once_and_in_order(
    put: list[list[Bounds]], asked: list[Bounds]
) -> None:
    shelf = Shelf[int]()
    for number, places in enumerate(put):
        shelf.add(number, *places)
    found = shelf.near(*asked)
    sharing = [n for n, places in enumerate(put) if any(shared(one, other) for one in places for other in asked)]
    assert [number for number in found if number in set(sharing)] == sharing
    assert found == sorted(set(found))


def test_a_shelf_leaves_out_what_stands_far_off() -> None:
    shelf = Shelf[str]()
    shelf.add("far", (9000, 9100))
    shelf.add("near", (100, 150))
    assert shelf.near((120, 130)) == ["near"]
