"""Officials who are told by where they sit, and those whom a state only backs."""

import pytest

from onrecord.reader import Reader


def _country(reader: Reader, text: str, words: str) -> tuple[str, ...]:
    report = reader.read(text, published="2022-03-05")
    return next(m.actor.country for m in report.mentions if m.actor is not None and m.span.text.startswith(words))


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Officials in Moscow, Idaho, said the bridge was shut. Russia was not asked.", "Officials", "USA"),
        ("Officials in London, Ontario, said the bridge was shut.", "Officials", "CAN"),
        ("Officials in Moscow said the bridge was shut.", "Officials", "RUS"),
        ("Officials in Voronezh said a depot burnt. Kyiv denied it.", "Officials", "RUS"),
        ("Police in Lyon said the bridge was shut. Germany sent help.", "Police", "FRA"),
        ("Authorities in Voronezh said a depot burnt. Kyiv denied it.", "Authorities", "RUS"),
        ("Officials in Gaza City blamed Israel for the fire.", "Officials", "PSE"),
        ("A German official in Lyon said the bridge was shut.", "A German official", "DEU"),
    ],
)
def test_placed_officials_are_of_the_state_their_town_lies_in(
    reader: Reader, text: str, words: str, country: str
) -> None:
    assert _country(reader, text, words) == (country,)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Officials in Stepanakert blamed Azerbaijan for the fire.", "Officials"),
        ("Russian-backed rebels took the village.", "Russian-backed"),
        ("Iran-backed militias took the village.", "Iran-backed"),
    ],
)
def test_placed_nobodys_state_is_told(reader: Reader, text: str, words: str) -> None:
    assert _country(reader, text, words) == ()


def test_placed_authorities_of_a_town_are_no_government(reader: Reader) -> None:
    report = reader.read("Authorities in Voronezh said a depot burnt.", published="2022-03-05")
    assert report.statements[0].speaker is not None
    assert report.statements[0].speaker.name == "Authorities in Voronezh"
