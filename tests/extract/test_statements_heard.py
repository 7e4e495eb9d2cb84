"""Who listens, and what that tells of how something was said, by the words around a cue; all names are invented."""

import pytest

from onrecord.reader import load

READER = load()


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Premier Ada Lind warned Corin's president, Ole Kress, that the ferry would be seized.", "Ole Kress"),
        ("President Kress promised Lind that the divers would be freed on Friday.", "Lind"),
        ("Lind cautioned Corin against any further raid on the quarry.", "Corin"),
        ("Corin protested to the United Nations over the loss of the trawler.", "United Nations"),
        ("Corin lodged a protest with Tavia over the loss of the trawler.", "Tavia"),
        ("Lind made clear to Kress that no fee would be paid.", "Kress"),
        ("Corin has been warned by the bloc that fines would follow.", "Corin"),
        ("The doctors were ordered to leave the camp by noon.", "doctors"),
        ("In an appeal to donors, the agency said that it needed nine million dollars.", "donors"),
        ("Lind relayed the demand to Kress in a terse form.", "Kress"),
        ("Asked whether the dam would hold, Ada Lind said: “Yes.”", "Ada Lind"),
        ("Asked what Sund would do next, the envoy Ole Kress said that boats would sail.", "Ole Kress"),
        ("Ada Lind smiled. Asked about the pumps, she said two had burst.", "Ada Lind"),
        ("Asked by reporters whether troops would go, Ole Kress said that they would not.", "Ole Kress"),
    ],
)
def test_heard_whom_verbs_and_appeals_address(text: str, heard: str) -> None:
    said = [a.name or (a.mention.text if a.mention else "") for s in READER.read(text).statements for a in s.addressees]
    assert any(heard in name for name in said)


def test_heard_who_was_asked_is_not_the_one_who_asked() -> None:
    text = "The ministry, asked by this newspaper whether it had paid, answered on Monday that it had."
    asked = READER.read(text).statements[0]
    assert asked.speaker is not None and asked.speaker.name == "newspaper"
    assert [actor.name for actor in asked.addressees] == ["ministry"]


@pytest.mark.parametrize(
    "text",
    [
        "Asking whether the dam would hold, Lind turned away.",
        "Lind left as deputies asked whether the dam would hold.",
        "Described as a thief, Lind left.",
        "President Kress promised aid on Friday.",
        "Lind warned a raid would follow.",
        "Lind reaffirmed her commitment to the accord of 3 May.",
        "Lind voiced her opposition to the plan.",
        "Corin dismissed the warning to the fishermen.",
        "The ferry was ordered seized, Lind said.",
        "In response to the charge, Lind said that nobody had fired.",
        "In reply to a question, Lind said that the talks were off.",
    ],
)
def test_heard_nobody_where_only_things_are_named(text: str) -> None:
    assert not any(s.addressees for s in READER.read(text).statements)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("In remarks to the Ostmar Daily, Ada Lind said that the pass was shut.", "interview"),
        ("In a statement to parliament, Ada Lind said that the pass was shut.", "speech"),
        ("In a statement to the families, Ada Lind said that the pass was shut.", "statement"),
        ("Asked by Sky News whether she would resign, Ada Lind said: “Never.”", "interview"),
        ("Ole Kress told his visiting counterpart, Ada Lind, that the pass was shut.", "meeting"),
        ("Ole Kress told visiting reporters that the pass was shut.", "press briefing"),
        ("Ole Kress gave an interview to Radio Selm in which he said that the pass was shut.", "interview"),
        ("The road is shut, a nurse told Reuters by telephone.", "phone call"),
        ("Ada Lind confirmed to the Ostmar Daily that the pass was shut.", "interview"),
        ("Ada Lind confirmed to the Ostmar Daily by telephone that the pass was shut.", "phone call"),
        ("Ada Lind said in a text message to this newspaper that the pass was shut.", "letter"),
        ("A clerk whispered to us that the pass was shut.", "interview"),
        ("In a telephone conversation with the Ostmar Daily, Ada Lind said that the pass was shut.", "interview"),
        ("In an exclusive chat with the Ostmar Daily, Ada Lind said that the pass was shut.", "interview"),
        ("Ada Lind assured Ole Kress in person that the pass was shut.", "meeting"),
        ("Ada Lind told Ole Kress to his face that the pass was shut.", "meeting"),
        ("Ada Lind told Ole Kress across the table that the pass was shut.", "meeting"),
        ("Ole Kress denied the charge in a letter to the council.", "letter"),
        ("Ole Kress condemned the raid in a post on X.", "social media"),
        ("Ole Kress called the siege a crime in an interview with Radio Selm on Monday.", "interview"),
        ("Ole Kress urged Premier Ada Lind to open the pass in a telephone call on Monday.", "phone call"),
    ],
)
def test_heard_those_who_listen_tell_the_channel(text: str, channel: str) -> None:
    assert READER.read(text).statements[-1].channel == channel


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind confirmed to the agency that the pass was shut.",
        "Ada Lind confirmed to the media office that the pass was shut.",
        "Ada Lind assured Ole Kress across the valley that the pass was shut.",
        "In the person of Ole Kress, Ada Lind said, the pass had a friend.",
        "Ole Kress made a face and said that the pass was shut.",
    ],
)
def test_heard_no_channel_where_neither_an_outlet_nor_a_meeting_is_told_of(text: str) -> None:
    assert READER.read(text).statements[-1].channel == "unknown"


def test_heard_each_of_those_who_are_urged() -> None:
    (one,) = READER.read("Brazil called on Kenya to open the pass and on Uganda to free the crew.").statements
    assert [a.name for a in one.addressees] == ["Kenya", "Uganda"]
    (other,) = READER.read("Brazil called on Kenya to open the pass and on no account to mine it.").statements
    assert [a.name for a in other.addressees] == ["Kenya"]


def test_heard_a_text_that_ends_before_what_is_urged_is_read() -> None:
    assert READER.read("called on “ not").document.text == "called on “ not"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ole Kress condemned the raid in a post on X.", "the raid"),
        ("Ole Kress accused Corin of piracy in a speech to parliament on Monday.", "Corin of piracy"),
        ("Ole Kress promised to reply in a letter.", "to reply in a letter"),
        ("Ole Kress urged Corin to publish the names in a statement.", "Corin to publish the names in a statement"),
        ("Ole Kress said that the map was found in a letter.", "that the map was found in a letter"),
    ],
)
def test_heard_how_it_was_said_is_no_part_of_what_was_said(text: str, said: str) -> None:
    assert [c.text for c in READER.read(text).statements[0].content] == [said]
