"""Who has the floor while a report tells of a sitting; all names are invented."""

import pytest

from onrecord.model import Report
from onrecord.reader import load


def read(text: str) -> Report:
    return load().read(text, published="2017-06-20")


def channels(text: str) -> dict[str, str]:
    """The channel of each outermost statement by the last name of who made it."""
    found = [(s.speaker, s.channel) for s in read(text).statements if s.parent is None]
    return {(speaker.name or "").split()[-1]: channel for speaker, channel in found if speaker is not None}


@pytest.mark.parametrize(
    "sat",
    [
        "Members of the African Union's council sat in Addis Ababa on Monday.",
        "The board of the African Union met on Monday behind closed doors.",
        "The Lake Basin Forum opened in Kisumu on Monday.",
        "On Monday the Basin Committee held an extra sitting on the sluices.",
        "The Water Charter Conference had convened on Monday in Nairobi.",
    ],
)
def test_floor_ministers_and_the_bodys_officials_have_it(sat: str) -> None:
    text = (
        f"{sat} Kenya's water minister, Ruth Barasa, accused Uganda of closing the sluices.\n\n"
        "The secretary-general, Amos Kibet, proposed a joint survey. He said it could begin in May."
    )
    assert channels(text) == {"Barasa": "speech", "Kibet": "speech"}


@pytest.mark.parametrize(
    "elsewhere",
    [
        "In Kampala, Water Minister Joan Okello said no sluice was shut.",
        "Back in Kampala, Water Minister Joan Okello said no sluice was shut.",
        "Joan Okello, a spokeswoman for the water ministry, said no sluice was shut.",
        "Uganda's water minister, Joan Okello, said in Kampala that no sluice was shut.",
    ],
)
def test_floor_who_speaks_elsewhere_has_it_not(elsewhere: str) -> None:
    text = (
        "The Basin Committee met in Nairobi on Monday. Kenya's delegate, Ruth Barasa, said the river was low.\n\n"
        + elsewhere
    )
    assert channels(text)["Okello"] == "unknown"


@pytest.mark.usefixtures("rules_alone")
def test_floor_nobody_has_it_where_nobody_sat() -> None:
    text = "The Basin Committee will meet next week. Kenya's water minister, Ruth Barasa, said the river was low."
    assert channels(text) == {"Barasa": "unknown"}


def test_floor_what_correspondents_are_told_is_a_briefing() -> None:
    text = "Briefing correspondents in Geneva, spokesperson Amos Kibet said fuel was short. “We wait,” Mr. Kibet added."
    assert channels(text) == {"Kibet": "press briefing"}


def test_floor_the_sitting_is_the_bodys_and_of_those_who_speak_there() -> None:
    report = read(
        "The African Union convened on Monday at Kenya's behest. Kenya's water minister, "
        "Ruth Barasa, accused Uganda of closing the sluices. A driver, Noah Were, said he had waited for days."
    )
    (sat,) = [e for e in report.events if e.event == "CONSULT"]
    assert [a.name for a in sat.actors] == ["African Union", "Ruth Barasa"]
    (asked,) = [e for e in report.events if e.event == "REQUEST" and e.mode == "meet"]
    assert [a.name for a in asked.actors] == ["Kenya"] and "African Union" in [a.name for a in asked.recipients]


def test_floor_a_session_asked_for_is_of_the_body_told_of_before() -> None:
    report = read(
        "The Lake Basin Committee yesterday called for rain gauges at Jinja.\n\n"
        "The session, in the old library, was held at the request of Kenya."
    )
    (sat,) = [e for e in report.events if e.event == "CONSULT"]
    assert [a.name for a in sat.actors] == ["Lake Basin Committee"] and sat.mode == "multilateral"
