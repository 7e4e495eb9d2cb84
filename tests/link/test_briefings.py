"""Who speaks at a briefing that a document records, who asks there, and who answers whom."""

import pytest

from onrecord.link import told_how
from onrecord.model import Statement
from onrecord.reader import Reader

HEAD = "Highlights of the daily briefing\n\nBy Mette Falk, Spokesperson for the Chief Commissioner\n\n"


def said(reader: Reader, text: str, words: str) -> Statement:
    """The one statement that begins with those words."""
    (found,) = [s for s in reader.read(text).statements if s.content[0].text.startswith(words)]
    return found


@pytest.mark.parametrize(
    ("text", "words", "channel"),
    [
        ("Ms. Falk said that the ferry was late.", "that the ferry", "press briefing"),
        ("The Chief Commissioner deplores the burning of the mill.", "the burning", "unknown"),
        ("The miller, who joined her at the podium, said that the mill had burned.", "that the mill",
         "press briefing"),
        ("Asked about the fire, Per Hale said that the mill had burned.", "that the mill",
         "press briefing"),
        ("Ms. Falk said that the ferry was late. The miller added that the mill had burned.", "that the mill",
         "press briefing"),
        ("The Sund Herald asked whether the mill would be rebuilt.", "whether the mill", "press briefing"),
    ],
)  # fmt: skip
def test_briefings_those_who_brief_and_ask_speak_there(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, text: str, words: str, channel: str
) -> None:
    monkeypatch.setattr(told_how, "readings_of", lambda statements, _layers: [None] * len(statements))
    assert said(reader, HEAD + text, words).channel == channel


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        (
            "Liv Dahl of the Sund Herald asked whether the mill had burned. Ms. Falk replied that it had not.",
            ["Liv Dahl"],
        ),
        ("A reporter asked whether the mill had burned. Ms. Falk replied that it had not.", []),
    ],
)
def test_questions_are_put_to_who_answers(reader: Reader, text: str, asker: list[str]) -> None:
    assert [a.name for a in said(reader, HEAD + text, "whether the mill").addressees] == ["Mette Falk"]
    assert [a.name for a in said(reader, HEAD + text, "that it had not").addressees] == asker


def test_questions_to_the_house_are_answered_to_who_asked(reader: Reader) -> None:
    text = (
        "Minister Per Hale told Parliament that the mill would be rebuilt. Ida Brun of the opposition told the chamber "
        "that it was late.\n\nShe asked who would pay for the bricks. “The insurers will,” Mr Hale replied."
    )
    assert [a.name for a in said(reader, text, "“The insurers").addressees] == ["Ida Brun"]


def test_briefings_what_the_house_was_told_is_no_interview(reader: Reader) -> None:
    text = "{}Our colleagues from the mill tell us that the flour is wet."
    assert said(reader, text.format(HEAD), "that the flour").channel != "interview"
    assert said(reader, text.format("Rain at Orsby\n\n"), "that the flour").channel == "interview"


def test_briefings_who_speaks_to_the_cameras_speaks_to_the_press(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told_how, "readings_of", lambda statements, _layers: [None] * len(statements))
    text = "ORSBY, May 4 - Minister Per Hale told the cameras that the ferry was late."
    assert said(reader, text, "that the ferry").channel == "press briefing"
