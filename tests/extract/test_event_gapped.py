"""Whom a verb is turned to that is not said again."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        ("The envoy urged Kenya to lift the ban and Uganda to reopen its border.", "REQUEST", ["Kenya", "Uganda"]),
        ("Chile's minister accused Peru of theft and Bolivia of looking away.", "ACCUSE", ["Peru", "Bolivia"]),
        (
            "Chile's minister thanked Egypt for its patience and Qatar for the two planes.",
            "SUPPORT",
            ["Egypt", "Qatar"],
        ),
        ("The envoy appealed to Chad and to the rebels to spare the wells.", "REQUEST", ["Chad", "rebels"]),
    ],
)
def test_event_gapped_names_the_second_too(reader: Reader, text: str, kind: str, to: list[str]) -> None:
    event = next(e for e in reader.read(text, published="2022-06-03").events if e.event == kind)
    assert [actor.name for actor in event.recipients] == to


@pytest.mark.parametrize(
    ("text", "not_to"),
    [
        ("The minister asked Peru to send troops and engineers to repair the bridge.", "engineers"),
        ("The minister urged Peru to invite Chile and Ecuador to attend the talks.", "Ecuador"),
        ("The minister thanked Turkey for its help and support for the refugees.", "support"),
    ],
)
def test_event_gapped_not_whom_the_wish_itself_names(reader: Reader, text: str, not_to: str) -> None:
    event = reader.read(text, published="2022-06-03").events[0]
    assert not_to not in [actor.name for actor in event.recipients]


def test_event_gapped_leaves_a_second_demand_to_itself(reader: Reader) -> None:
    text = "Kenya called on Mali to open the road and on Chad to disarm the rebels."
    first, second = reader.read(text, published="2022-06-03").events
    assert [[actor.name for actor in event.recipients] for event in (first, second)] == [["Mali"], ["Chad"]]
