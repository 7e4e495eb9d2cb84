"""Transcripts: what they are of by their heads, and to whom each turn is spoken."""

import pytest

from onrecord.reader import load

READER = load()
TURNS = "HALE: Minister, is the road open?\n\nLIND: No. It is shut.\n\nHALE: And the port?\n\nKRESS: Ask the army."


@pytest.mark.parametrize(
    ("head", "channel"),
    [
        ("The Morning Hour, Radio Selm\n\nHost: Per Hale", "broadcast"),
        ("Senate of Orlesk, Committee on Trade, hearing of 3 March", "speech"),
        ("In conversation with Ada Lind", "interview"),
    ],
)
def test_listeners_head_of_a_transcript_tells_its_channel(head: str, channel: str) -> None:
    report = READER.read(f"{head}\n\n{TURNS}\n\nLIND: They sleep.")
    assert {s.channel for s in report.statements if s.cue is None} == {channel}


def test_listeners_of_three_are_who_answers_and_who_asked() -> None:
    report = READER.read(f"Guests of Radio Selm: Ada Lind; Ole Kress\nHost: Per Hale\n\n{TURNS}\n\nLIND: They sleep.")
    turns = [s for s in report.statements if s.cue is None]
    heard = [[(a.mention.text if a.mention else "") for a in s.addressees] for s in turns]
    assert heard[:4] == [["LIND"], ["HALE"], ["KRESS"], ["HALE"]]
    assert heard[4] == []


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ('"It is shut," Ada Lind wrote on Chirp.', "social media"),
        ('"It is shut," Ada Lind wrote on Monday.', "unknown"),
        ("According to a paper by the Chamber of Trade, nine mills have closed.", "report"),
        ("An official interviewed for this issue said that the road was shut.", "interview"),
        ("Rebel leader breaks silence in interview\n\nAda Lind said that the road was shut.", "unknown"),
    ],
)
def test_listeners_networks_papers_and_headlines(text: str, channel: str) -> None:
    assert READER.read(text).statements[-1].channel == channel


def test_listeners_lists_of_those_present_are_no_turns() -> None:
    report = READER.read(
        f"Foreign Affairs Committee, hearing of 4 March\nWitness: Petra Lund, Minister for Ports\n\n{TURNS}"
    )
    assert "Petra Lund, Minister for Ports" not in [s.content[0].text for s in report.statements]


def test_listeners_of_a_question_the_outlet_in_brackets_does_not_speak() -> None:
    text = (
        "Press briefing of 4 March\n\nMS VALE: Good morning.\n\nQ (Sund Times): And the road?\n\nMS VALE: It is shut.\n"
    )
    asked = [s for s in READER.read(text).statements if s.content[0].text == "And the road?"]
    assert [s.speaker.name for s in asked if s.speaker is not None] == [None]


def test_listeners_in_a_programme_a_remark_is_made_to_who_speaks_before_and_after() -> None:
    text = (
        "Radio Selm\n\nHost: Per Hale\n\nHALE: Mr Lind, is it holding?\n\nLIND: It is.\n\nHALE: The Front says not.\n\n"
        "LIND: It counts thunder.\n\nHALE: We also have Ole Kress. Mr Kress?\n\nKRESS: Good evening."
    )
    turns = [s for s in READER.read(text).statements if s.cue is None]
    heard = {s.content[0].text: [a.mention.text for a in s.addressees if a.mention] for s in turns}
    assert heard["The Front says not."] == ["LIND"] and heard["It counts thunder."] == ["HALE"]
