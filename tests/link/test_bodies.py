"""Bodies of states as reports name them, and what a report goes on to call them."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("words", "name", "again"),
    [
        ("The Russian Ministry of Foreign Affairs", "Ministry of Foreign Affairs of Russia", "ministry"),
        ("The Syrian Ministry of Health", "Ministry of Health of Syria", "ministry"),
        ("The Cameroonian Ministry of External Relations", "Ministry of External Relations of Cameroon", "ministry"),
        ("The South Korean Ministry of Unification", "Ministry of Unification of South Korea", "ministry"),
        ("The Belorini Ministry of Transport", "Belorini Ministry of Transport", "ministry"),
        ("Chad's Ministry of Foreign Affairs", "Ministry of Foreign Affairs of Chad", "ministry"),
    ],
)
def test_bodies_a_ministry_is_its_states_and_spoken_of_again(reader: Reader, words: str, name: str, again: str) -> None:
    report = reader.read(f"{words} said the road was shut. The {again} added that it would stay shut.")
    assert [s.speaker.name for s in report.statements if s.speaker] == [name, name]


def test_bodies_of_two_states_the_one_named_last_is_meant(reader: Reader) -> None:
    report = reader.read(
        "The Chadian Ministry of Foreign Affairs said the bridge was shut. The Cameroonian Ministry of External "
        "Relations said it was open. The ministry added that lorries were crossing."
    )
    assert report.statements[-1].speaker is not None
    assert report.statements[-1].speaker.name == "Ministry of External Relations of Cameroon"
