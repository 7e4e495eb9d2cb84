"""Who speaks at the session that a report tells of; all names are invented."""

import pytest

from onrecord.reader import Reader


def channels(reader: Reader, text: str) -> dict[str, str]:
    """The channel of each outermost statement by the last name of who made it."""
    found = [s for s in reader.read(text).statements if s.parent is None and s.speaker is not None]
    return {(s.speaker.name or "").split()[-1]: s.channel for s in found if s.speaker is not None}


@pytest.mark.parametrize(
    "sat",
    [
        "The African Union's Peace and Security Council met in Addis Ababa on Tuesday at Kenya's request.",
        "In Geneva, the Human Rights Council took up the conflict on Wednesday.",
        "The Permanent Council held a special meeting on Tuesday.",
    ],
)
def test_sessions_told_by_a_verb_or_a_noun_are_where_delegates_speak(reader: Reader, sat: str) -> None:
    text = f"{sat} Kenya's ambassador, Luc Amadi, accused Uganda of burning a village. “Nobody helped,” Amadi said."
    assert channels(reader, text) == {"Amadi": "speech"}


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    "other",
    [
        "The Permanent Council will meet next week.",
        "The Permanent Council did not meet.",
        "The council of elders is poor.",
    ],
)
def test_sessions_that_did_not_sit_heard_nobody(reader: Reader, other: str) -> None:
    assert channels(reader, f"{other} Kenya's ambassador, Luc Amadi, said the road was shut.") == {"Amadi": "unknown"}


def test_sessions_the_floor_goes_to_delegates_and_states_and_to_nobody_else(reader: Reader) -> None:
    text = (
        "“Nobody there is free,” Portugal's ambassador, Duarte Vilhena, told the Security Council. Kenyan Ambassador "
        "Luc Amadi said his government was patient. Egypt proposed that observers be sent. The Red Cross said the "
        "wells were dry."
    )
    found = channels(reader, text)
    assert (found["Vilhena"], found["Amadi"], found["Egypt"]) == ("speech", "speech", "speech")
    assert found["Cross"] == "unknown"


SITTING = "The Economic Community of Valley States met in extraordinary session in Sund on Monday.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya’s ambassador, Ole Kress, accused Uganda of theft.",
        "Ada Lind of Gabon, who chaired the debates, accused Uganda of theft.",
        "The presiding over of guests aside, Gabon’s envoy, Ada Lind, accused Uganda of theft.",
    ],
)
def test_sessions_delegates_and_whoever_chairs_speak_there(reader: Reader, text: str) -> None:
    (channel,) = {
        s.channel for s in reader.read(SITTING + text).statements if s.content[0].text.startswith("Uganda of")
    }
    assert channel == "speech"


def test_sessions_a_chair_of_another_body_does_not(reader: Reader) -> None:
    report = reader.read(SITTING + "Ada Lind, who chairs a bakery, accused Uganda of theft.")
    assert {s.channel for s in report.statements if s.content[0].text.startswith("Uganda of")} == {"unknown"}


@pytest.mark.parametrize("word", ["session", "meeting"])
def test_sessions_the_session_that_is_told_something_is_the_body(reader: Reader, word: str) -> None:
    text = (
        f"The Arab League held an emergency {word} in Cairo on Monday. Kenya’s ambassador, Ole Kress, told the"
        f" {word} that the road was shut."
    )
    statements = [s for s in reader.read(text).statements if s.content[0].text.startswith("that the road")]
    assert [a.name for s in statements for a in s.addressees] == ["League of Arab States"]
