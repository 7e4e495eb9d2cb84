"""Whose office it was when a sentence is set: holders of the told time, and titles of those who hold none today."""

import pytest

from onrecord.model import Actor
from onrecord.reader import load


def persons(text: str, published: str | None) -> list[Actor]:
    report = load().read(text, published=published)
    return [m.actor for m in report.mentions if m.actor is not None and m.actor.kind == "person"]


def named(text: str, published: str | None = "2016-03-05") -> list[str | None]:
    return [actor.name for actor in persons(text, published) if actor.resolved_by != "unresolved"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In 2003, the British prime minister said that the bridge was lost.", ["Tony Blair"]),
        ("The British prime minister told parliament in 2003 that the bridge was lost.", ["Tony Blair"]),
        ("On 4 May 2009, the British prime minister opened the talks.", ["Gordon Brown"]),
        ("In June 2005, aides said the French president had agreed.", ["Jacques Chirac"]),
        ("In 2003, the then British prime minister flew home.", ["Tony Blair"]),
        ("In 2003 the fleet sailed and the French president stayed silent.", ["Jacques Chirac"]),
    ],
)
def test_framed_the_holder_of_the_told_time(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The British prime minister said on Friday that in 2003 the bridge was lost.",
        "The British prime minister said he had seen the bridge in 2003.",
        "Since 2003 the pact has held, and the British prime minister praised it.",
        "The British prime minister will open the bridge in 2019.",
        "The British prime minister praised the pact of 2003.",
        "The British prime minister, who left parliament in 2001, praised the pact.",
    ],
)
def test_framed_times_of_other_clauses_are_no_frames(text: str) -> None:
    assert named(text) == ["David Cameron"]


def test_framed_a_year_of_two_holders_keeps_both() -> None:
    (actor,) = persons("In 2007, the British prime minister said that the bridge was lost.", "2016-03-05")
    assert actor.resolved_by == "unresolved"
    assert {candidate.name for candidate in actor.candidates} == {"Tony Blair", "Gordon Brown"}


def test_framed_the_cast_of_the_report_is_another() -> None:
    text = (
        "Prime Minister David Cameron spoke on Friday. In 2003, the British prime minister said the bridge was lost. "
        "The British prime minister will speak again on Monday."
    )
    assert named(text) == ["David Cameron", "Tony Blair", "David Cameron"]


def test_framed_a_date_in_full_needs_no_date_of_the_report() -> None:
    assert named("In March 2003, the British prime minister flew home.", None) == ["Tony Blair"]
    assert named("The British prime minister flew home on Friday.", None) == []


@pytest.mark.parametrize(
    "title",
    [
        "next British prime minister", "incoming British prime minister", "future British prime minister",
        "would-be British prime minister", "British prime minister-designate", "designated British prime minister",
        "acting British prime minister", "former British prime minister", "previous British prime minister",
        "first British prime minister", "self-declared British prime minister", "British shadow foreign secretary",
        "British prime minister at the time", "interim British prime minister", "then British prime minister",
    ],
)  # fmt: skip
def test_framed_titles_of_another_time_are_left_open(title: str) -> None:
    assert named(f"The {title} said that the bridge was lost.") == []
    assert named(f"The bridge was lost, said Britain's {title.replace('British ', '')}.") == []


@pytest.mark.parametrize("title", ["new British prime minister", "current British prime minister"])
def test_framed_titles_of_today(title: str) -> None:
    assert named(f"The {title} said that the bridge was lost.") == ["David Cameron"]


def test_framed_who_is_to_come_is_not_who_is_there() -> None:
    text = "President Livia Dorn of France spoke. The next French president will have to decide."
    assert named(text) == ["Livia Dorn"]
    text = "President-elect Livia Dorn of Karsunia spoke. The president-elect left at noon."
    assert named(text) == ["Livia Dorn", "Livia Dorn"]
