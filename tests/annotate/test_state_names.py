"""Names of states that no table knows, told by how all their mentions stand."""

import pytest

from onrecord.annotate import state_names
from onrecord.annotate.entities import entities
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.state_columns import around, begins
from onrecord.ingest.document import document

VISIT = "The President visited Orsany. Orsany thanked its guest, and Orsanian farmers hope for rain."


def states_in(text: str) -> set[str]:
    return {
        text[e.start : e.end]
        for e in entities(parse(document(text)))
        if e.label == "GPE" and e.keys and e.keys[0].startswith("local:")
    }


def weighed(text: str, **told: str) -> dict[str, str]:
    layers = parse(document(text))
    return state_names.weighed(layers, entities(layers), told, ())


def test_state_names_weak_signs_together() -> None:
    assert states_in(VISIT) == {"Orsany"}


def test_state_names_its_people_are_of_it() -> None:
    found = {VISIT[e.start : e.end]: (e.label, e.keys) for e in entities(parse(document(VISIT)))}
    assert found["Orsanian"] == ("NORP", ("local:orsany",))


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Dalcorp rose. Dalcorp rejected an offer by Brenfield, which wants to merge with Dalcorp.",
        "Kolberg scored twice. Kolberg told reporters that his side had earned it. The coach praised Kolberg.",
        "The flood reached Tessel on Sunday. In Tessel the mayor opened the school. Roads to Tessel are closed.",
    ],
)
def test_state_names_firms_men_and_towns_are_none(text: str) -> None:
    assert states_in(text) == set()


def test_state_names_no_town_of_a_state_that_is_told() -> None:
    assert weighed(VISIT) == {"Orsany": "Orsany"}
    assert weighed(VISIT.replace("Orsan", "Gorizi").replace("Goriziy", "Gorizia") + " Italy sent doctors.") == {}


def test_state_names_unlikely_ones_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_names, "TOLD", 0.99)
    text = "Kolberg scored twice, said the Velmarian coach."
    assert weighed(text, Kolberg="Kolberg", Velmarian="Velmar") == {"Velmarian": "Velmar"}


def test_state_names_no_last_names_of_office_holders() -> None:
    assert weighed(VISIT.replace("Orsan", "Merkel").replace("Merkely", "Merkel")) == {}


@pytest.mark.parametrize(
    ("before", "name", "behind", "signs"),
    [
        ("He kept the treaty with ", "Orsany", " alive.", {"tie_before", "after_with", "is_pobj"}),
        ("They came from the town of ", "Orsany", " by bus.", {"place_of", "after_of"}),
        ("The delegate of the ", "Orsany", " left.", {"delegate_of", "after_the"}),
        ("", "Orsany", "’s foreign ministry protested.", {"owns", "owns_office", "opens", "is_poss"}),
        ("", "Orsany", " troops left.", {"beside_people", "is_compound"}),
        ("Then ", "Orsany", " rejected the note.", {"does", "is_nsubj"}),
        ("The envoys urged ", "Orsany", " to wait.", {"asked"}),
        ("They live in ", "Orsany", ", Norland, by the sea.", {"comma_after", "beside_told"}),
        ("Mr ", "Orsany", " left.", {"titled"}),
        ("Its neighbour ", "Orsany", " pays.", {"after_neighbour"}),
    ],
)
def test_state_columns_what_stands_around(before: str, name: str, behind: str, signs: set[str]) -> None:
    layers: Layers = parse(document(before + name + behind))
    start = len(before)
    found = set(around(layers, start, start + len(name), None, {"Norland"}, {"Norland"}))
    assert signs <= found
    assert found <= {*state_names.SHARES, *(f for f in found if f.startswith(("after_", "is_")))}


@pytest.mark.parametrize(
    ("text", "start", "first"),
    [("Rain fell.", 0, True), ("It fell. “Rain", 10, True), ("The rain", 4, False), ("News\nRain", 5, True)],
)
def test_state_columns_beginnings(text: str, start: int, first: bool) -> None:
    assert begins(text, start) is first
