"""Whose those are who do a deed."""

import pytest

from tests.extract.beside import events_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hamas bombed a Kenyan bus.", {"Hamas"}),
        ("Hezbollah had abducted nine Kenyans, Somalia said.", {"Hezbollah"}),
        ("Kenyan police detained nine Somalis.", {"Kenyan police", "Kenya"}),
        ("The Quds Force bombed a Kenyan bus.", {"Quds Force", "Iran"}),
    ],
)
def test_event_owners_an_armed_group_acts_for_no_state_and_an_army_for_its_own(text: str, names: set[str]) -> None:
    event = next(e for e in events_of(text) if e.event in ("ASSAULT", "COERCE"))
    assert {actor.name for actor in event.actors} == names


def test_event_cities_whose_streets_are_patrolled_is_a_town() -> None:
    event = next(e for e in events_of("Tanks are patrolling the streets of Nairobi.") if e.event == "MOBILIZE")
    assert not event.recipients and event.where is not None and event.where.name == "Nairobi"
