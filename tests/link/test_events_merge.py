"""Which mentions tell of one deed."""

import pytest
from msgspec.structs import replace

from onrecord.link.events_merge import merged
from onrecord.model import Actor, CodedBy, Event, Time
from onrecord.reader import load

TEXT = "A bomb went off at the Kenyan consulate in Lamu. Gunmen killed two Somali sailors in Garissa."


def deeds() -> tuple[Event, Event]:
    """Two deeds of violence by nobody known, as different as they can be told."""
    found = [e for e in load().read(TEXT, published="2024-05-10").events if e.event == "ASSAULT"]
    first, second = found[0], found[-1]
    plain = {"actors": (), "where": None, "when": None, "mode": None, "statement": None, "status": "asserted"}
    return replace(first, **plain), replace(second, **plain)


def told_again(*, model: str | None, actors: tuple[Actor, ...] = ()) -> int:
    """How many records are made of two deeds whose recipients differ, the second told by a noun that points back."""
    first, second = deeds()
    first = replace(first, actors=actors)
    second = replace(second, coded_by=CodedBy(rule=None if model else "assault.attack-noun", model=model))
    return len(merged([first, second], {second.id}))


def test_whom_a_noun_concerns_that_only_the_tagger_knows_parts_no_deeds() -> None:
    assert told_again(model="tagger") == 1
    assert told_again(model=None) == 2


def test_a_deed_that_somebody_did_is_not_told_by_a_noun_without_a_doer() -> None:
    doer = Actor(name="Somalia", country=("SOM",), kind="state", resolved_by="name")
    assert told_again(model="tagger", actors=(doer,)) == 2


@pytest.mark.parametrize(("day", "records"), [("2024-05", 1), ("2024-05-07", 1), ("2024-05-06", 2)])
def test_a_day_may_be_told_loosely(day: str, records: int) -> None:
    first, second = deeds()
    first = replace(first, when=time(first, "2024-05-07"))
    second = replace(second, recipients=first.recipients, when=time(second, day))
    assert len(merged([first, second], {second.id})) == records


def time(event: Event, value: str) -> Time:
    """A day at the words that tell an event."""
    return Time(mention=event.anchor, type="DATE", value=value)
