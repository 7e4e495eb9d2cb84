"""Whom "the two" are."""

import pytest

from tests.link.test_actors import ask


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Norway asked what it would cost to mend its embassies in Peru and Chile and to pay the crews sent to the "
            "two countries.",
            ["Peru", "Chile"],
        ),
        (
            "Norway quarrelled with Iceland over cod. A ship sailed for ports in Peru and Chile. It rained. It rained "
            "again. It rained once more. Fishermen of the two countries fought.",
            ["Norway", "Iceland"],
        ),
    ],
)
def test_pairs_lands_just_named_together_are_the_two_countries(text: str, names: list[str]) -> None:
    assert [actor.name for actor in ask(text, "the two countries")] == names
