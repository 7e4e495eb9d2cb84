"""How what stands in a joint paper was said: by all in the paper itself, by one side at the meeting, by its leader."""

import pytest

from onrecord.model import Statement
from onrecord.reader import Reader

OPENING = (
    "JOINT COMMUNIQUÉ\n\nThe Minister of Foreign Affairs of Tolvia, Ada Marlin, received the Minister of "
    "Foreign Affairs of Morvia, Peter Krantz, at Orlen on 4 June.\n\n"
)


def said(reader: Reader, text: str, words: str) -> Statement:
    """The one statement that has those words in it."""
    (found,) = [s for s in reader.read(text).statements if s.content[0].text.startswith(words)]
    return found


@pytest.mark.parametrize(
    "told",
    [
        "1. The two Ministers condemned the raid on the harbour at Selm.",
        "1. Both sides condemned the raid on the harbour at Selm.",
        "1. The Parties deplored the raid on the harbour at Selm.",
    ],
)
def test_jointly_what_all_declare_is_the_papers_own(reader: Reader, told: str) -> None:
    assert said(reader, OPENING + told, "the raid").channel == "statement"


def test_jointly_what_one_side_says_its_leader_told_the_other(reader: Reader) -> None:
    text = f"{OPENING}1. The Morvian side promised that the ferry would sail again in July."
    one = said(reader, text, "that the ferry")
    assert one.speaker is not None
    assert (one.speaker.name, one.channel) == ("Peter Krantz", "meeting")
    assert [a.name for a in one.addressees] == ["Ada Marlin"]


@pytest.mark.usefixtures("rules_alone")
def test_jointly_readout_of_one_side_is_no_joint_paper(reader: Reader) -> None:
    text = OPENING.replace("JOINT COMMUNIQUÉ", "Ministry of Foreign Affairs of Tolvia: visit of the Morvian Minister")
    assert said(reader, f"{text}Both sides condemned the raid on the harbour at Selm.", "the raid").channel == "meeting"
