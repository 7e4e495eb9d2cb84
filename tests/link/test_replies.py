"""Who answers whom, and who speaks before a body whose meeting a document records."""

import pytest

from onrecord.reader import load

READER = load()


def test_replies_are_spoken_to_who_asked_and_written_where_he_wrote() -> None:
    text = (
        "Foreign Minister Ada Lind of Sund wrote to Commissioner Ole Brandt that observers were needed. "
        "Brandt replied that he would ask both sides."
    )
    last = READER.read(text).statements[-1]
    assert last.channel == "letter"
    assert [actor.name for actor in last.addressees] == ["Ada Lind"]


def test_replies_are_to_the_one_who_spoke_before() -> None:
    text = "Foreign Minister Ada Lind of Sund said that observers were needed. Brandt replied that it was late."
    assert [actor.name for actor in READER.read(text).statements[-1].addressees] == ["Ada Lind"]


def test_replies_session_in_the_head_hears_whoever_speaks() -> None:
    text = (
        "SECURITY COUNCIL DISCUSSES SUND\n\nThe Security Council this morning held a meeting on Sund.\n\n"
        "Ola Berge of the World Food Programme warned that stocks would run out."
    )
    (one,) = (s for s in READER.read(text).statements if "stocks" in s.content[0].text)
    assert one.channel == "speech"
    assert [actor.name for actor in one.addressees] == ["United Nations Security Council"]


def test_replies_author_of_a_brief_is_its_we() -> None:
    text = "Policy brief 4\n\nBy Ada Lind, Senior Fellow\n\nWe think that the lease will last."
    one = READER.read(text).statements[-1]
    assert one.channel == "report" and one.speaker is not None and one.speaker.name == "Ada Lind"


def test_replies_whoever_is_at_an_occasion_listens() -> None:
    text = "Editor Ada Lind told a news conference that it was real. Speaking in Parliament, Kress said it was not."
    first, last = READER.read(text).statements
    assert [a.mention.text if a.mention else "" for a in first.addressees] == ["a news conference"]
    assert first.channel == "press briefing"
    assert [a.mention.text if a.mention else "" for a in last.addressees] == ["Parliament"]


@pytest.mark.usefixtures("rules_alone")
def test_replies_others_of_a_briefing_did_not_speak_there() -> None:
    text = (
        "Highlights of the noon briefing by Ada Lind, Spokesperson\n\nThe Coordinator, Ole Brandt, said that fuel "
        "would last a day.\n\nThe Spokesperson said that no trip was planned."
    )
    found = {s.content[0].text: s.channel for s in READER.read(text).statements}
    assert found["that fuel would last a day"] == "unknown"
    assert found["that no trip was planned"] == "press briefing"
