"""Texts found again by what is alike: the same as holding each against each, without doing so."""

import random

import pytest

from onrecord.present.alikes import Alikes
from onrecord.present.wording import alike

WORDS = "road pass harbour blockade fuel convoy minister talks troops withdraw reopen drivers border sanctions".split()


def _texts(number: int) -> list[str]:
    chance = random.Random(7)
    return [" ".join(chance.sample(WORDS, chance.randrange(1, 7))) for _ in range(number)]


@pytest.mark.parametrize("bound", [0.4, 0.6, 0.9])
def test_alikes_finds_what_comparing_all_pairs_finds(bound: float) -> None:
    texts = _texts(120)
    found = Alikes[int](texts, bound)
    for at, text in enumerate(texts):
        found.add(text, at)
    for text in texts:
        expected = [at for at, other in enumerate(texts) if alike(other, text) >= bound]
        assert list(found.found(text)) == expected


def test_alikes_fresh_holds_nothing_of_the_other() -> None:
    texts = _texts(5)
    found = Alikes[int](texts, 0.6)
    found.add(texts[0], 0)
    assert not list(found.fresh().found(texts[0]))
    assert list(found.found(texts[0])) == [0]
