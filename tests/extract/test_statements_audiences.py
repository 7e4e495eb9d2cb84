"""What listeners tell of how something was said."""

import pytest

from onrecord.annotate.parse import language
from onrecord.extract.statements_audiences import airs, is_outlet, listeners
from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "word", "channel"),
    [
        ("He spoke to the Essary Courier.", "Courier", "interview"),
        ("She spoke to a local newspaper.", "newspaper", "interview"),
        ("She spoke to supporters.", "supporters", "speech"),
        ("He spoke to reporters.", "reporters", "press briefing"),
        ("He spoke to his brother.", "brother", None),
    ],
)
def test_listeners_tell_the_channel(text: str, word: str, channel: str | None) -> None:
    noun = next(token for token in language()(text) if token.text == word)
    assert listeners(noun) == channel


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Radio Wendle quoted the minister as saying that the road was shut.", "Wendle", True),
        ("The minister told state television that the road was shut.", "television", False),
        ("The minister watched television.", "television", False),
    ],
)
def test_a_station_that_brings_words_airs_them(text: str, word: str, expected: bool) -> None:
    noun = next(token for token in language()(text) if token.text == word)
    assert airs(noun) is expected


def test_an_outlet_is_told_by_its_name_or_its_kind() -> None:
    tokens = {token.text: token for token in language()("The Herald and the agency wrote to the minister.")}
    assert is_outlet(tokens["Herald"]) and is_outlet(tokens["agency"]) and not is_outlet(tokens["minister"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She told the BBC Pashto service that the road was shut.", True),
        ("She told Radio Wendle's Kurdish Service that the road was shut.", True),
        ("She told the civil service that the road was shut.", False),
        ("She told the Secret Service that the road was shut.", False),
    ],
)
def test_the_service_of_an_outlet_is_an_outlet(text: str, expected: bool) -> None:
    noun = next(token for token in language()(text) if token.lower_ == "service")
    assert is_outlet(noun) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The finance minister, Ivo Marsk, conceded in a radio interview that flour would last nine days.",
        "“We open tomorrow,” the mayor, Ana Rill, said in a television interview.",
        "Sitting down with the Velik Courier in Varna, the ambassador, Ivo Marsk, contended that convoys had moved.",
        "The ambassador, Ivo Marsk, sat down with the Velik Courier on Monday. Convoys had moved, he said.",
    ],
)
def test_interviews_on_the_air_and_across_a_table(reader: Reader, text: str) -> None:
    assert [one.channel for one in reader.read(text).statements] == ["interview"]


def test_who_sits_down_with_a_colleague_gives_no_interview(reader: Reader) -> None:
    text = "The ambassador, Ivo Marsk, sat down with his colleague on Monday. Convoys had moved, he said."
    assert all(one.channel != "interview" for one in reader.read(text).statements)
