"""In whose mouth "I" and "we" stand in mails, their quoted parts, plain letters and reports with a byline."""

import pytest

from onrecord.model import Statement
from onrecord.reader import Reader

REPLY = (
    "I told the envoy that the truce holds.\n\n{sign}On Mon, 12 May 2031 at 10:02, Olaf Brand <o.brand@x.example> "
    "wrote:\n> We told the envoy that the truce is over.\n"
)


def said(reader: Reader, text: str, words: str) -> Statement:
    """The statement in whose words `words` stand, the innermost of several."""
    found = [s for s in reader.read(text, published="2031-05-14").statements if words in s.content[0].text]
    return min(found, key=lambda s: len(s.content[0].text))


def speaker(reader: Reader, text: str, words: str) -> str | None:
    who = said(reader, text, words).speaker
    return None if who is None or who.resolved_by == "unresolved" else who.name


@pytest.mark.parametrize(
    ("head", "sender"),
    [
        ("From: Ada Lind <ada.lind@mfa.example>\nTo: Per Holm\nSubject: Visas\n\n", "Ada Lind"),
        ("To: Per Holm\nFrom: Ada Lind\nDate: 3 May 2031\n\n", "Ada Lind"),
        ("-----Original Message-----\nFrom: Ada Lind\nSent: 3 May 2031\nTo: Per Holm\n\n", "Ada Lind"),
        ("From: a.l@mfa.example\nTo: Per Holm\n\n", None),
        ("", None),
    ],
)
def test_mails_speak_for_their_sender(reader: Reader, head: str, sender: str | None) -> None:
    text = f"{head}I told the minister on Monday that the visas must be issued. We warned them that the port was shut."
    assert speaker(reader, text, "visas") == sender
    assert speaker(reader, text, "the port") == sender


def test_mails_office_that_sends_is_we_and_nobodys_i(reader: Reader) -> None:
    text = (
        "From: Press Office, Ministry of Water <press@water.example>\nTo: all\nSubject: Dam\n\nWe said on Monday that "
        "the dam is safe. I told the mayor that the sluice is shut."
    )
    assert speaker(reader, text, "the dam") == "Press Office"
    assert speaker(reader, text, "the sluice") is None


def test_mails_quoted_lines_are_never_in_the_mouth_of_who_quotes_them(reader: Reader) -> None:
    signed = REPLY.format(sign="Regards,\nNina Falk\n\n")
    assert speaker(reader, signed, "the truce is over") == "Olaf Brand"
    assert speaker(reader, REPLY.format(sign=""), "the truce holds") is None
    bare = "I disagree. I told the envoy that the truce holds.\n\n> We told the envoy that the truce is over.\n\n"
    assert speaker(reader, f"{bare}Regards,\nNina Falk", "the truce is over") is None


def test_mails_closing_tells_a_letter_without_salutation(reader: Reader) -> None:
    text = "I told the envoy that the truce holds.\n\nBest wishes,\nNina Falk\nHead of Mission"
    assert speaker(reader, text, "the truce holds") == "Nina Falk"


@pytest.mark.parametrize(
    ("byline", "name"),
    [("By Olga Tarn", "Olga Tarn"), ("By Olga Tarn, staff writer", "Olga Tarn"), ("By Olga Tarn and Per Holm", None)],
)
def test_bylines_reporter_says_i(reader: Reader, byline: str, name: str | None) -> None:
    text = f'{byline}\n\nI asked the premier on Monday whether he would resign. "We will stay," he told me.'
    assert speaker(reader, text, "he would resign") == name
    told = said(reader, text, "We will stay")
    assert told.speaker is not None
    assert told.speaker.name != "Olga Tarn"


def test_mails_line_over_a_quoted_mail_says_nothing(reader: Reader) -> None:
    text = "I told the envoy that the truce holds.\n\nOn 11 May 2031, Per Holm wrote:\n> We told him that it is over.\n"
    assert not [s for s in reader.read(text).statements if "2031" in s.content[0].text]


def test_transcripts_label_of_another_is_no_office(reader: Reader) -> None:
    text = (
        "Press briefing, 12 March 2019\n\nMODERATOR: Good morning.\n\nQ: Will Ardenia sign the accord?\n\nMR LIND: We "
        "have told Velmar that we will sign on Friday. I spoke with Minister Rowe last night.\n\nQ: And the prisoners?"
        "\n\nMR LIND: They will be freed.\n"
    )
    offices = {s.speaker.office for s in reader.read(text).statements if s.speaker and s.speaker.name == "Lind"}
    assert offices == {None}


def test_mails_courtesy_is_no_part_of_a_name(reader: Reader) -> None:
    text = "Dear Mr Rowe,\n\nI told the ambassador that the road is shut.\n\nYours sincerely,\nMarta Quill"
    names = {m.actor.name for m in reader.read(text).mentions if m.actor is not None}
    assert not [name for name in names if name and name.startswith("Dear")]


def test_statements_told_anew_have_their_own_speaker(reader: Reader) -> None:
    text = "I told the envoys that the port would be shut. They said it was too late. They said no."
    assert [s.speaker.mention is not None for s in reader.read(text).statements if s.speaker] == [True, True, True]


@pytest.mark.parametrize(
    ("head", "channel"),
    [
        ("From: Ada Lind\nTo: Per Holm\n\n", "unknown"),
        ("Tuesday 4 April 1911. Dined at home. ", "unknown"),
        ("Diary, 3 May 2031\n\n", "unknown"),
        ("By Olga Tarn\n\n", "interview"),
        ("The Corin Journal\n\n", "interview"),
    ],
)
def test_mails_and_diaries_hold_no_interviews(reader: Reader, head: str, channel: str) -> None:
    assert said(reader, f"{head}The mayor told me that the port was shut.", "the port").channel == channel
