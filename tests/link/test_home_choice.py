"""Whose officials are whom no words give a state, of the states that a report tells of."""

from collections.abc import Sequence

import pytest

from onrecord.annotate.layers import Layers
from onrecord.link import home
from onrecord.link.home_choice import FAR, NAMES, Signs, candidates
from onrecord.link.referents import Referent
from onrecord.link.scene import Noticed
from onrecord.reader import Reader
from tests.link.test_actors import one

BORDER = (
    "Vesland shut the border to lorries from Ardenia and Tavria. Ardenia's trade minister and Tavria's premier "
    "protested. Transport Minister Ola Brekke said the road was unsafe. Ane Moe, who lives there, spoke of bread. "
    "It rained. The mills stood idle."
)

type Asked = list[tuple[Referent, dict[str, dict[str, float]]]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Those asked about in the last text read, with the columns of each state by name."""
    found: Asked = []

    def noting(layers: Layers, mentions: Sequence[Noticed], signs: Signs) -> None:
        found[:] = [
            (who, {polity.name: dict(zip(NAMES, row, strict=True)) for polity, row in states})
            for who, states in candidates(layers, mentions, signs)
        ]

    monkeypatch.setattr(home, "choose", noting)
    return found


def state(text: str, words: str) -> str | None:
    return one(text, words).state


def test_home_choice_of_the_state_that_acts() -> None:
    assert state(BORDER, "Ola Brekke") == "Vesland"


def test_home_choice_short_texts_are_left_to_rules() -> None:
    assert state(BORDER.removesuffix(" It rained. The mills stood idle."), "Ola Brekke") is None


def test_home_choice_rules_alone_do_not_tell(asked: Asked) -> None:
    assert state(BORDER, "Ola Brekke") is None


def test_home_choice_who_holds_a_post_is_asked_about(asked: Asked, reader: Reader) -> None:
    reader.read(BORDER)
    names = [who.name for who, _ in asked]
    assert "Ola Brekke" in names
    assert "Ane Moe" not in names


def test_home_choice_columns_of_a_state_and_somebody(asked: Asked, reader: Reader) -> None:
    reader.read(BORDER)
    states = next(states for who, states in asked if who.name == "Ola Brekke")
    assert {columns["by_rule"] for columns in states.values()} == {0.0}
    assert (states["Vesland"]["state_before"], states["Vesland"]["first"], states["Tavria"]["people"]) == (
        0.0,
        1.0,
        1.0,
    )
    assert (states["Tavria"]["state_last"], states["Ardenia"]["state_next"]) == (0.0, float(FAR))


def test_home_choice_an_office_is_of_the_state_of_whose_it_is() -> None:
    text = "Aldany's envoy Tor Brandt left Loth on Monday. Mr Brandt's office said that he would be back."
    assert state(text, "Mr Brandt's office") == "Aldany"


def test_home_choice_nobody_of_several_states(asked: Asked, reader: Reader) -> None:
    reader.read("The ministers of Norland and Tavria met. Governor Ada Hale spoke of rain in Norland.")
    (states,) = [states for who, states in asked if who.name == "Ada Hale"]
    assert set(states) == {"Norland", "Tavria"}
