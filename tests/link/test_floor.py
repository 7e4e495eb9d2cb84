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
        "Envoys to the African Union met in urgent session on Monday at Kenya's request.",
        "The board of the African Union met on Monday behind closed doors.",
        "The Lake Basin Forum opened in Kisumu on Monday.",
        "The quarrel was taken up on Monday at a special session of the Basin Committee.",
        "The Water Charter Conference had convened on Monday in Nairobi.",
    ],
)
def test_floor_ministers_and_the_bodys_officials_have_it(sat: str) -> None:
    text = (
        f"{sat} Kenya's water minister, Grace Atieno, accused Uganda of closing the sluices.\n\n"
        "The secretary-general, Amos Kibet, proposed a joint survey. He said it could begin in May."
    )
    assert channels(text) == {"Atieno": "speech", "Kibet": "speech"}


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
        "The Basin Committee met in Nairobi on Monday. Kenya's delegate, Grace Atieno, said the river was low.\n\n"
        + elsewhere
    )
    assert channels(text)["Okello"] == "unknown"


@pytest.mark.parametrize("plan", ["will meet next week", "may hold a special session in May"])
def test_floor_nobody_has_it_where_nobody_sat(plan: str) -> None:
    text = f"The Basin Committee {plan}. Kenya's water minister, Grace Atieno, said the river was low."
    assert channels(text) == {"Atieno": "unknown"}


def test_floor_what_correspondents_are_told_is_a_briefing() -> None:
    text = "Briefing correspondents in Geneva, spokesperson Amos Kibet said fuel was short. “We wait,” Mr. Kibet added."
    assert channels(text) == {"Kibet": "press briefing"}


def test_floor_the_sitting_is_the_bodys_and_of_those_who_speak_there() -> None:
    report = read(
        "Ambassadors to the African Union met in urgent session on Monday at Kenya's request. Kenya's water minister, "
        "Grace Atieno, accused Uganda of closing the sluices. A driver, Noah Were, said he had waited for days."
    )
    (sat,) = [e for e in report.events if e.event == "CONSULT"]
    assert [a.name for a in sat.actors] == ["African Union", "Grace Atieno"]
    (asked,) = [e for e in report.events if e.event == "REQUEST" and e.mode == "meet"]
    assert [a.name for a in asked.actors] == ["Kenya"] and "African Union" in [a.name for a in asked.recipients]


def test_floor_a_session_asked_for_is_of_the_body_told_of_before() -> None:
    report = read(
        "The Lake Basin Committee yesterday called for rain gauges at Jinja.\n\n"
        "The session, in the old library, was held at the request of Kenya."
    )
    (sat,) = [e for e in report.events if e.event == "CONSULT"]
    assert [a.name for a in sat.actors] == ["Lake Basin Committee"] and sat.mode == "multilateral"
