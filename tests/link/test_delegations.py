"""Who "the two sides", "the Parties" and "they" of a joint paper are."""

import pytest

from onrecord.reader import Reader

OPENING = (
    "JOINT COMMUNIQUÉ\n\nThe Minister of Foreign Affairs of Tolvia, Ada Marlin, and the Minister of Foreign Affairs of "
    "Morvia, Peter Krantz, met at Orlen on 4 June.\n\n"
)


def names(reader: Reader, text: str, words: str) -> list[tuple[str | None, str | None]]:
    """Names and offices of the speakers of those words."""
    return [
        (s.speaker.name, s.speaker.office)
        for s in reader.read(text).statements
        if s.speaker and s.speaker.mention and s.speaker.mention.text == words
    ]


@pytest.mark.parametrize("words", ["The two sides", "The Parties", "Both sides"])
def test_delegations_sides_speak_by_those_who_led_them(reader: Reader, words: str) -> None:
    text = f"{OPENING}{words} agreed to reopen the bridge at Selm before the winter."
    name, office = names(reader, text, words)[0]
    assert name == "Ada Marlin and Peter Krantz"
    assert office == "Minister of Foreign Affairs, Tolvia; Minister of Foreign Affairs, Morvia"


def test_delegations_sides_without_names_are_the_states_of_the_heading(reader: Reader) -> None:
    text = (
        "JOINT STATEMENT of Tolvia and Morvia\n\nThe Parties deplored the shelling of the harbour at "
        "Selm and called upon the commission to inspect it."
    )
    assert names(reader, text, "The Parties")[0][0] == "Tolvia and Morvia"


def test_delegations_report_keeps_its_sides(reader: Reader) -> None:
    text = (
        "SELM, June 4 - Foreign Minister Ada Marlin of Tolvia and Foreign Minister Peter Krantz of Morvia left.\n\n"
        "Talks between Tolvia and Morvia went on. The parties said that they would keep the bridge shut."
    )
    assert all("Krantz" not in (name or "") for name, _ in names(reader, text, "The parties"))
