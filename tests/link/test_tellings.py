"""Statements as the tagger is told of them."""

from onrecord.link.tellings import tellings
from onrecord.model import Statement
from onrecord.reader import load

TEXT = "Foreign Minister Ada Lind told Ole Kress by telephone that the pass was shut. Lind was calm."


def read(text: str) -> Statement:
    (statement,) = load().read(text).statements
    return statement


def test_a_statement_names_its_speaker_and_audience_wherever_they_stand(rules_alone: None) -> None:
    (told,) = tellings([read(TEXT)], TEXT)
    mention, name, audience, _, office = ([TEXT[a:b] for a, b in group] for group in told.words)
    assert mention == ["Foreign Minister Ada Lind"]
    assert name == ["Ada Lind", "Lind", "Lind"] and audience == ["Ole Kress"] and office == ["Foreign Minister"]
    assert (told.voice, told.channel, told.heard, told.has_office) == ("person", "phone call", True, True)


def test_who_has_no_name_is_unnamed(rules_alone: None) -> None:
    text = "He said that the pass was shut."
    (told,) = tellings([read(text)], text)
    assert told.voice == "unnamed" and told.words[1] == () and not told.heard
