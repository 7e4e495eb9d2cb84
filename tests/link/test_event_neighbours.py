"""Whom a closing between two states, and a promise that names nobody, concern."""

import pytest

from onrecord.model import Event
from onrecord.reader import Reader

DISPUTE = "\n\nPeru says that Ecuador shelled a Peruvian post in May. Ecuador accuses Peru of sheltering smugglers."


def events(reader: Reader, text: str, kind: str) -> list[Event]:
    return [e for e in reader.read(text, published="2022-06-03").events if e.event == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Ecuador closed the Huaquillas bridge on Monday.",
        "Ecuador blocked the border crossing to freight trucks on Monday.",
        "The bridge at Huaquillas has been shut since Ecuadorian soldiers closed it on Monday.",
    ],
)
def test_event_neighbours_a_way_that_is_closed_is_closed_to_the_other(reader: Reader, text: str) -> None:
    (event, *_) = events(reader, text + DISPUTE, "COERCE")
    assert ["PER"] in [list(actor.country) for actor in event.recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Ecuador closed the Huaquillas bridge to Colombia on Monday.",
        "Ecuador closed two newspapers in Guayaquil on Monday.",
        "Brazil closed the bridge at Tabatinga on Monday.",
    ],
)
def test_event_neighbours_not_where_another_is_named_or_nothing_lies_between(reader: Reader, text: str) -> None:
    found = events(reader, text + DISPUTE, "COERCE")
    assert all("PER" not in actor.country for event in found for actor in event.recipients)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Peru said on Friday that Ecuador had agreed to dredge the canal by June." + DISPUTE, ["PER"]),
        ("Ecuador said on Friday that it had agreed to dredge the canal by June.", []),
    ],
)
def test_event_promises_are_to_the_state_that_tells_of_them(reader: Reader, text: str, to: list[str]) -> None:
    (event, *_) = events(reader, text, "AGREE")
    assert [code for actor in event.recipients for code in actor.country] == to


def test_event_owners_a_thing_that_acts_is_its_states(reader: Reader) -> None:
    (event, *_) = events(reader, "Peruvian helicopters bombed a market in Ecuador." + DISPUTE, "ASSAULT")
    assert ["PER"] in [list(actor.country) for actor in event.actors]


def test_event_owners_what_is_lifted_on_things_of_a_state_is_done_to_it(reader: Reader) -> None:
    (event, *_) = events(reader, "Chile lifted its ban on Peruvian barley on Monday.", "RETREAT")
    assert "Peru" in [actor.name for actor in event.recipients]


def test_event_owners_an_adjective_stands_for_its_state_once(reader: Reader) -> None:
    (event, *_) = events(reader, "Chile agreed to lift a ban on imports of Peruvian anchovies.", "CONCEDE")
    assert [actor.name for actor in event.recipients] == ["Peru"]


def test_event_owners_no_state_sends_those_who_rule_a_part_of_it(reader: Reader) -> None:
    (event, *_) = events(reader, "The Houthis seized a tanker in the Red Sea on Monday.", "COERCE")
    assert [(actor.name, actor.sector) for actor in event.actors] == [("Houthis", "PRE")]


@pytest.mark.parametrize(
    "text",
    [
        "Chile, which mediates between the two neighbours, sent an envoy to Lima.",
        "Chile had been mediating between both governments, said a diplomat.",
    ],
)
def test_pairs_who_goes_between_two_is_neither(reader: Reader, text: str) -> None:
    (event, *_) = events(reader, DISPUTE.strip() + "\n\n" + text, "CONSULT")
    assert {code for actor in event.recipients for code in actor.country} == {"PER", "ECU"}
