"""Whose officials are, by what the plainest newsroom sentences tell."""

import pytest

from onrecord.reader import load


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "COLOMBO: The Foreign Ministry rejected India's claim. “It is baseless,” spokesman Asela Perera said.",
            "Asela Perera",
            "LKA",
        ),
        (
            "(Wire) - Bolivia said it was recalling its envoy. “We protest,” Foreign Minister Hugo Salvatierra said.",
            "Hugo Salvatierra",
            "BOL",
        ),
        (
            "Latvia's Border Guard Service said Belarus shut the gate. Its spokesman Janis Ozols said cars left.",
            "Janis Ozols",
            "LVA",
        ),
        ("Kenya's Secretary of the Security Council Daniel Otieno said the posts were Kenyan.", "Daniel Otieno", "KEN"),
        ("Speaker of the Armenian parliament Daniel Saroyan said the law would stay.", "Daniel Saroyan", "ARM"),
        ("Pentagon spokesman Rear Adm. Walter Crane said the drone was over the sea.", "Walter Crane", "USA"),
        ("Chad's official news agency ATP said the border was shut.", "ATP", "TCD"),
        (
            "According to Lindqvist, Russian Foreign Minister Pyotr Zimin wrote back. “He refused,” Lindqvist said.",
            "Lindqvist",
            "",
        ),
    ],
)
def test_whose_officials_are(text: str, name: str, country: str) -> None:
    speakers = [s.speaker for s in load().read(text, published="2019-06-18").statements]
    assert [(a.name, "".join(a.country)) for a in speakers if a is not None and a.name == name][-1:] == [
        (name, country)
    ]
