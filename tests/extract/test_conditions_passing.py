"""Routes told by who passes, what lies on them or what is lifted, and since which day; all names are invented."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader

STATES = "The government of Velmar and the government of Ardenia share a lake. "


def routes(reader: Reader, text: str) -> list[Condition]:
    found = reader.read(STATES + text, published="2034-04-12").conditions
    return [one for one in found if one.kind == "access"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Pilgrims leave on foot every day through the Tamsk gate.", "open"),
        ("Since Tuesday, four barges have been able to berth at the Tamsk pier.", "open"),
        ("Four freighters had tied up by noon at the Tamsk pier.", "open"),
        ("The Tamsk channel alone is available to deep ships.", "open"),
        ("The Tamsk pass is walkable in dry weather.", "open"),
        ("Guards at the Tamsk gate began admitting lorries on Tuesday.", "open"),
        ("Workers put tyres and earth on the road to Dorn on Friday.", "blocked"),
        ("Dorn has now been out of reach by road for nine days.", "blocked"),
        ("Ardenia has not let a single coal train past the Tamsk junction for ten days.", "blocked"),
        ("Since Sunday Velmar has not been admitting men between 16 and 50.", "restricted"),
        ("At the Tamsk gate only those who leave for good get through.", "restricted"),
    ],
)
def test_state_of_a_route_by_what_passes_or_lies_on_it(reader: Reader, text: str, state: str) -> None:
    assert state in {one.state for one in routes(reader, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The committee has not admitted new members since May.",
        "The minister left the road and laid stones on the table.",
        "The mayor has not been able to bring in a budget for ten days.",
        "The ambassador cleared his desk of papers on Monday.",
    ],
)
def test_no_route_is_told_by_the_same_words_of_something_else(reader: Reader, text: str) -> None:
    assert routes(reader, text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ardenian boats entered a third day of turning freighters away from Port Ambrel.", "2034-04-10"),
        ("For the sixth day running, the Tamsk bridge was shut on Wednesday.", "2034-04-07"),
        ("It is the fifth day on which no truck has crossed the Tamsk bridge.", "2034-04-08"),
        ("The Tamsk ferry took freight on Sunday, for the first time since 4 April.", "2034-04-09"),
        ("The Tamsk pass, closed since November, was cleared of snow on Monday.", "2034-04-10"),
        ("The ferry to Grey Holm, which Ardenia halted on Tuesday, is idle.", "2034-04-11"),
    ],
)
def test_day_since_which_a_route_is_as_it_is(reader: Reader, text: str, day: str) -> None:
    ends = {one.since.end for one in routes(reader, text) if one.since is not None}
    assert day in ends and "2034-04-04" not in ends


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The grocers have not been able to bring in tea for three weeks.", ("tea",)),
        ("A moratorium on lorry traffic at the Tamsk bridge was lifted.", ("lorry traffic",)),
    ],
)
def test_what_is_kept_out_is_not_who_cannot_bring_it(reader: Reader, text: str, kept: tuple[str, ...]) -> None:
    assert [one.restricted for one in routes(reader, text)] == [kept]


def test_day_on_which_something_stayed_shut_is_none_since_when(reader: Reader) -> None:
    text = "The Orl bridge remains shut to all but relief vans, the first of which crossed on Friday."
    assert [one.since for one in routes(reader, text)] == [None]
