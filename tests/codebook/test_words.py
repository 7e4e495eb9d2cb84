"""Lemmas, terms and classes of the rules' word lists."""

import pytest

from onrecord.codebook.words import unfold, words

CLASSES = {"vessel": ["frigate", "patrol boat"], "force": ["troop", "@vessel"], "loop": ["@loop"]}


def test_words_unfolds_classes_however_deep() -> None:
    found = words(["tank", "@force"], CLASSES)
    assert found.single == {"tank", "troop", "frigate"}
    assert found.terms == (("patrol", "boat"),)
    assert list(found.keys()) == ["boat", "frigate", "tank", "troop"]


def test_words_anything_and_nothing() -> None:
    assert words(["*"], {}).anything
    assert not words([], {})


@pytest.mark.parametrize("name", ["@absent", "@loop"])
def test_unfold_refuses_unknown_and_circular_classes(name: str) -> None:
    with pytest.raises(KeyError):
        list(unfold([name], CLASSES))
