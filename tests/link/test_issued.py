""" "It said" after a statement or readout speaks with the issuer's voice."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A statement from the Kenyan foreign ministry made no mention of the dam. It said the two sides had"
            " discussed fishing.",
            "Ministry of Foreign Affairs of Kenya",
        ),
        (
            "The French foreign ministry's communique was shorter.\n\nIt said that both envoys would meet again.",
            "Ministry of Foreign Affairs of France",
        ),
        ("The bridge opened in May. It said nothing to the villagers.", None),
    ],
)
def test_issued_it_goes_on_with_the_document(reader: Reader, text: str, speaker: str | None) -> None:
    speakers = [s.speaker for s in reader.read(text).statements]
    assert {a.name for a in speakers if a and a.mention and a.mention.text == "It"} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan readout gave another account. It said that the road remained open.",
        "The Kenyan readout contradicts this: it states that the road remained open to lorries and that the minister"
        " rejected the charge.",
        "Kenya's account was shorter. It said that the road remained open.",
    ],
)
def test_issued_a_states_document_speaks_for_the_state(reader: Reader, text: str) -> None:
    speakers = [s.speaker for s in reader.read(text).statements if s.content[0].text.startswith("that the road")]
    assert [a.name for a in speakers if a] == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "document", "speaker"),
    [
        (
            "A State Department statement said the pass must open.",
            "A State Department statement",
            "United States Department of State",
        ),
        (
            "An overnight Interior Ministry bulletin said that four guards had been hurt.",
            "An overnight Interior Ministry bulletin",
            "Interior Ministry",
        ),
        (
            "The presidential palace disagreed. Its bulletin relates that the lorries were empty.",
            "Its bulletin",
            "presidential palace",
        ),
        (
            "Kenya's readout was terse. The document said that the two had spoken for ten minutes.",
            "The document",
            "Kenya",
        ),
        (
            "Nothing of the kind is in the text from Nairobi. According to that version, the minister sought a date.",
            "that version",
            "Government of Kenya",
        ),
        ("The Geneva statement said that both armies would withdraw.", "The Geneva statement", None),
    ],
)
def test_issued_a_document_speaks_for_who_issued_it(
    reader: Reader, text: str, document: str, speaker: str | None
) -> None:
    speakers = [s.speaker for s in reader.read(text).statements]
    told = {a.name for a in speakers if a and a.mention and a.mention.text == document}
    assert told == {speaker} if speaker else not told & {"Geneva", "Switzerland", "Government of Switzerland"}


def test_issued_a_document_on_a_site_is_whose_site_it_is(reader: Reader) -> None:
    report = reader.read(
        "Kenyan President Luc Amadi and Ugandan President Hana Oyelin spoke by telephone on Monday.\n\nA shorter "
        "account on the website of the Ugandan president mentioned no troops. According to that text, Oyelin expressed "
        "concern over the road."
    )
    spoke = [s.speaker.name for s in report.statements if s.speaker and s.cue and s.cue.text == "According to"]
    assert spoke == ["Office of the President of Uganda"]
