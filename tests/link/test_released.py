"""Documents that are one person's or body's words, and trades that only a noun beside a name tells."""

import pytest

from onrecord.reader import Reader
from tests.link.test_actors import one

LUNCH = (
    "Vera Lind has just come off a night flight when we meet.\n\n“I slept in a hangar,” Lind says. "
    "Lind adds that she is sixty-four."
)


@pytest.mark.usefixtures("rules_alone")
def test_released_a_talk_told_by_the_reporter_is_an_interview(reader: Reader) -> None:
    assert [s.channel for s in reader.read(LUNCH).statements] == ["interview", "interview"]
    told = LUNCH.replace(" when we meet", "").replace("says", "said")
    assert "interview" not in [s.channel for s in reader.read(told).statements]


def test_released_an_organisations_release_quotes_others_than_officials_itself(reader: Reader) -> None:
    text = (
        "Do not vote away the press\n\nPRESS RELEASE\n\nLawyer Dita Farkas described the bill as a gag.\n\n"
        "Justice minister Ole Kress described the bill as a shield."
    )
    assert [s.channel for s in reader.read(text).statements][-2:] == ["statement", "unknown"]


def test_released_boilerplate_is_not_among_the_words_of_a_statement(reader: Reader) -> None:
    text = (
        "Statement by Ada Lind, President of Harbour Watch\n\nTwo ships were lost.\n\nNotes for editors\n"
        "Harbour Watch has worked in Sund since 2011."
    )
    (said,) = [s for s in reader.read(text).statements if s.speaker is not None and s.speaker.name == "Ada Lind"]
    assert [part.text for part in said.content] == ["Two ships were lost."]


@pytest.mark.parametrize(
    ("text", "words", "office"),
    [
        ("Ana Ruiz, a potter from Quay Street, said the dust was everywhere.", "Ana Ruiz", "potter"),
        ("Ana Ruiz, Sund's capital, said the dust was everywhere.", "Ana Ruiz", None),
        ("Potter Ana Ruiz said the dust was everywhere.", "Ana Ruiz", "Potter"),
        ("Sund's agent, Professor Ana Ruiz, said the rock was bare.", "Ana Ruiz", "agent"),
        ("At Sund's initiative, Ana Ruiz said the rock was bare.", "Ana Ruiz", None),
        ("Petra Lund MP, minister for ports, left.", "Petra Lund", "minister for ports"),
        ("Ana Ruiz, who coordinates the alliance, left.", "Ana Ruiz", "coordinator"),
    ],
)
def test_released_what_a_noun_beside_a_name_tells(text: str, words: str, office: str | None) -> None:
    held = one(text, words).office
    assert held == office if office is None or held is None else held.partition(",")[0] == office


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tamsin Vole left. Her lawyer Gordon Flett said she would write.", "Gordon Flett"),
        ("Sgt Ray Moon of the harbour police said it was cold.", "Ray Moon"),
        ("The generals denied it. One of them, Brigadier Felix Amadi, said it was cold.", "Felix Amadi"),
        ("At talks with President Ada Lind of Sund, Marad's leader, Ole Kress, said it was cold.", "Ole Kress"),
        ("The Bishop of Marsh, the Right Rev Tom Hale, said it was cold.", "Tom Hale"),
    ],
)
def test_released_who_speaks_where_others_stand_beside(text: str, name: str, reader: Reader) -> None:
    speaker = reader.read(text).statements[-1].speaker
    assert speaker is not None and speaker.name == name


def test_released_the_only_state_is_not_home_where_its_embassy_is_told_of(reader: Reader, rules_alone: None) -> None:
    text = "Belgrava's embassy denied all knowledge. Defence Minister Ole Kress said that he was cold."
    speaker = reader.read(text).statements[-1].speaker
    assert speaker is not None and speaker.name == "Ole Kress" and speaker.state is None


@pytest.mark.usefixtures("rules_alone")
def test_released_who_asks_a_speaker_asks_where_he_spoke(reader: Reader) -> None:
    text = "Minister Ada Lind told parliament that it was cold. MP Ole Kress asked her whether the troops had boots."
    assert [s.channel for s in reader.read(text).statements] == ["speech", "speech"]
    other = text.replace("told parliament", "told her mother")
    assert reader.read(other).statements[-1].channel == "unknown"


@pytest.mark.usefixtures("rules_alone")
def test_released_what_me_is_told_outside_quotations_is_an_interview(reader: Reader) -> None:
    assert reader.read("Teacher Ada Lind told me that it was cold.").statements[-1].channel == "interview"
    quoted = reader.read("“The general told me that it was cold,” Ada Lind said.").statements
    assert "interview" not in [s.channel for s in quoted]
