"""Reported clauses to their end, and whose their second verb is; all names are invented."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue


@pytest.mark.parametrize(
    "text",
    [
        "In a readout, the ministry said Mr Orla had reaffirmed the accord and had noted that the pass was closed.",
        "It said Mr Orla had welcomed the offer, and had noted that the pass was closed.",
        "The communique said that Mr Orla “expressed regret” and noted that the pass was closed.",
        "The press service reported that Mr Orla had explained the delay, and had noted that the pass was closed.",
    ],
)
def test_statements_completed_second_verb_is_told_by_the_same(text: str, reader: Reader) -> None:
    report = reader.read(text)
    inner = by_cue(report, "noted")
    outer = next(s for s in report.statements if s.parent is None)
    assert outer.content[-1].text.endswith("noted that the pass was closed")
    assert inner.parent == outer.id
    assert inner.speaker is not None and inner.speaker.name == "Orla"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("She said the road was shut and demanded that Ostany open it.", "demanded"),
        ("The ministry said that Mr Orla promised nothing and accused Ostany of lying about the road.", "accused"),
    ],
)
def test_statements_completed_own_second_act_stays_outside(text: str, cue: str, reader: Reader) -> None:
    assert by_cue(reader.read(text), cue).parent is None


def test_statements_completed_comment_of_the_report_stays_outside(reader: Reader) -> None:
    report = reader.read("Orla said the pass was open – a claim that drivers waiting in the queue dispute.")
    assert [part.text for part in by_cue(report, "said").content] == ["the pass was open"]


def test_statements_completed_ends_with_the_mark_of_its_quotation(reader: Reader) -> None:
    text = "It said that Orla had rejected the charge and had noted that the road “remains open to all.”"
    assert by_cue(reader.read(text), "said").content[-1].text.endswith("“remains open to all.”")


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Orla said he had been told that the ship would sail on Monday.", "he"),
        ("“We were assured that the ship would sail,” Orla said.", "We"),
    ],
)
def test_statements_told_by_nobody_named_have_who_heard_them(text: str, heard: str, reader: Reader) -> None:
    report = reader.read(text)
    inner = next(s for s in report.statements if s.parent is not None)
    assert inner.speaker is None or inner.speaker.name is None
    assert [actor.mention.text for actor in inner.addressees if actor.mention] == [heard]


@pytest.mark.parametrize(
    ("told", "cue", "content"),
    [
        ("A hospital ship which had followed the convoy offered its wards to the crew.", "offered", "its wards"),
        ("As to the pilots, he undertook to have them freed today.", "undertook", "to have them freed today"),
        (
            "A frigate rammed the cutter and Sund threatened within hours to break off relations.",
            "threatened",
            "to break off relations",
        ),
    ],
)
def test_statements_held_out_are_said_where_the_tagger_finds_none(
    told: str, cue: str, content: str, reader: Reader
) -> None:
    report = reader.read(f"The mayor said on Monday that the bridge was shut. {told}")
    assert by_cue(report, cue).content[0].text == content
