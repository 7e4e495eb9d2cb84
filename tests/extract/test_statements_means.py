"""What the cue, its subject, a document or a network tell of how something was said."""

import pytest

from onrecord.annotate.parse import parse
from onrecord.extract.statements_occasions import occasion_of
from onrecord.ingest.document import document
from onrecord.reader import load
from tests.finding import by_cue

READER = load()


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Ada Lind, reached by telephone at her house, denied the charge.", "interview"),
        ("Ada Lind, reached after a long walk, denied the charge.", "unknown"),
        ("Reached by telephone in Arden, an adviser to the premier denied the charge.", "interview"),
        ("Contacted by telephone on Monday, Ada Lind said that the pass was shut.", "interview"),
        ("Reached by a rescue team on Monday, Ada Lind said that the pass was shut.", "unknown"),
        ("Ada Lind, a baker interviewed for this issue, said that the pass was shut.", "interview"),
        ("Ada Lind, a baker admired for her bread, said that the pass was shut.", "unknown"),
        ("Ada Lind, reached by this newspaper on Monday, said that the pass was shut.", "interview"),
        ("Ada Lind, to whom we spoke in March, said that the pass was shut.", "interview"),
        ("Ada Lind, to whom the guild spoke in March, said that the pass was shut.", "unknown"),
        ("Ada Lind, whom our correspondent met in March, said that the pass was shut.", "interview"),
        ("The pass was shut, Ada Lind told BNS.", "interview"),
        ("At a hurried meeting of the Ports Council in Arden, Ada Lind said that the pass was shut.", "speech"),
        ("At a meeting of coal traders in Arden, Ada Lind said that the pass was shut.", "meeting"),
        ("Ada Lind told VOA’s Khmer Service that the pass was shut.", "interview"),
        ("Ada Lind told local media that the pass was shut.", "interview"),
        ("Ada Lind told the fire service that the pass was shut.", "unknown"),
        ("Tavia's government put out a statement denying any part in the blast.", "statement"),
        ("Tavia's government built a bridge, denying any part in the blast.", "unknown"),
        ("The official radio said that the pass was shut.", "broadcast"),
        ("The official plumber said that the pass was shut.", "unknown"),
        ("The pass is shut, her spokesman writes on X.", "social media"),
        ('Ole Kress retweeted the map, adding: "Both lanes."', "social media"),
        ('Ole Kress folded the map, adding: "Both lanes."', "unknown"),
        ('"It is shut," Ada Lind wrote on her Telegram channel.', "social media"),
        ("Ole Kress replied under her post that the pass was shut.", "social media"),
        ("Ada Lind asked her followers whether the pass was shut.", "social media"),
        ('"It is shut," the minister told viewers.', "broadcast"),
        ("President Ada Lind, speaking on a nationwide radio hookup, declared that the pass was shut.", "broadcast"),
        ("Ole Kress, walking on a long road, declared that the pass was shut.", "unknown"),
    ],
)
def test_means_of_cue_document_and_network(text: str, channel: str) -> None:
    assert READER.read(text).statements[-1].channel == channel


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("head", "channel"),
    [
        ("Remarks to the Press\nTreaty Room, 7 July", "press briefing"),
        ("Sir,", "letter"),
        ("Sir Ole Kress returns", "unknown"),
    ],
)
def test_means_heading_tells_what_a_document_is(head: str, channel: str) -> None:
    report = READER.read(f"{head}\n\nI ask the ministers to open the pass.\n\nYours faithfully,\nOle Kress")
    assert report.statements[0].channel == channel


def test_means_what_a_letter_tells_of_the_past_was_not_said_in_it() -> None:
    report = READER.read("Sir,\n\nI have asked the ministers twice to open the pass.\n\nOle Kress")
    assert [s.channel for s in report.statements] == ["letter", "unknown"]


@pytest.mark.usefixtures("rules_alone")
def test_means_a_body_speaks_in_its_own_release_and_its_head_with_it() -> None:
    text = (
        "Free the six, says Oceans Without Chains\n\nFor immediate release\n\nOceans Without Chains called on the "
        'army to free six sailors.\n\n"They are sailors," said Ada Lind, director of Oceans Without Chains.\n\n'
        "The premier's office has said that the six are guests."
    )
    said = {(s.speaker.name if s.speaker else ""): s.channel for s in READER.read(text).statements}
    assert said["Oceans Without Chains"] == said["Ada Lind"] == "statement"
    assert [c for name, c in said.items() if name and "remier" in name] == ["unknown"]


def test_means_courtesies_are_paid_to_somebody() -> None:
    (one,) = READER.read("Envoy Ada Lind expressed gratitude to the mission.").statements
    assert [a.mention.text for a in one.addressees if a.mention] == ["the mission"]
    (none,) = READER.read("The envoy expressed gratitude at the outcome.").statements
    assert not none.addressees


def test_means_one_pleads_with_those_who_are_to_act() -> None:
    statements = READER.read("The envoy pleaded with the generals to wait.").statements
    assert [a.mention.text for a in statements[-1].addressees if a.mention] == ["the generals"]


def test_means_i_is_the_source_of_its_own_verb() -> None:
    text = "Sir,\n\nShe answered that the file was lost.\n\nI appeal to the ministers to find it.\n\nOle Kress"
    speaker = READER.read(text).statements[-1].speaker
    assert speaker is not None and speaker.name == "Ole Kress"


@pytest.mark.parametrize(
    ("words", "noun", "channel"),
    [
        ("In its account of the call, the ministry said the pass was shut.", "account", None),
        ("By the account that the aide read out, the pass was shut.", "account", None),
        ("The army's verified account said the pass was shut.", "account", "social media"),
        ("An account on Telegram said the pass was shut.", "account", "social media"),
        ("On her account, the minister said the pass was shut.", "account", "social media"),
        ("The guard spoke at the border post.", "post", None),
        ("The minister said so in a post.", "post", "social media"),
        ("It is spelled out in the Arpi Memorandum of 3 May.", "Memorandum", None),
        ("She said so in a memorandum to staff.", "memorandum", "letter"),
    ],
)
def test_words_for_media_that_mean_something_else_tell_no_channel(words: str, noun: str, channel: str | None) -> None:
    parsed = parse(document(words)).paragraphs[0].parse
    assert occasion_of(next(token for token in parsed if token.text == noun)) == channel


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(
    ("text", "cue", "channel"),
    [
        ("The mayor of Torvelle won again. In March he warned that the nets would be cut.", "warned", "unknown"),
        ("As Ada Lind denounced the raid, many in the audience cheered.", "denounced", "unknown"),
        ("Ada Lind said in a private audience with the bishop that the raid was a sin.", "said", "meeting"),
        ("“You sold the nets,” Ada Lind said, facing Ole Kress, the chief negotiator in the talks.", "said", "unknown"),
        ("Ada Lind papered over her statements, promising that no net would be cut.", "promising", "unknown"),
        ("Ada Lind, the leader in most polls, tweeted that the quay was a ruin.", "tweeted", "social media"),
        ("“The nets will be cut,” Ada Lind said on the BBC's Newsnight.", "said", "broadcast"),
        ("Ada Lind, appearing on Sky News in the evening, said the fleet had failed.", "said", "broadcast"),
        ("The fleet is lost, Ada Lind told the Selm Harbour Dialogue, a yearly meeting of admirals.", "told", "speech"),
        ("The fleet is lost, Ada Lind told the Selm Harbour Lantern.", "told", "interview"),
        ("Ada Lind told The Torvelle Post's editorial board that she liked the treaty.", "told", "interview"),
    ],
)
def test_means_words_that_seem_to_tell_how_and_those_that_do(text: str, cue: str, channel: str) -> None:
    assert by_cue(READER.read(text), cue).channel == channel
