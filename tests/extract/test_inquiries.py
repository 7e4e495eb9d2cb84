"""Questions that are told: who wants to know asks for nothing to be done."""

from __future__ import annotations

import pytest

from onrecord.annotate.parse import language
from onrecord.extract.coding import drafts
from onrecord.extract.inquiries import is_inquiry

BEFORE = "Kestonia shelled Darvia on Monday and closed the border. Darvia condemned the attack. "


@pytest.mark.parametrize(
    "text",
    [
        "The Darvian deputy Olga Sten asked the Kestonian minister why the pass had been shut.",
        "The Kestonian envoy asked how many lorries had crossed the bridge.",
        "The Darvian ambassador asked Kestonia whether its army had left the valley.",
    ],
)
def test_who_asks_what_is_so_requests_nothing(text: str) -> None:
    assert "REQUEST" not in {d.event for d in drafts(BEFORE + text)}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The ambassador wanted to know who had fired on the ferry.", "wanted"),
        ("The deputy would like to know whether the bridge is open.", "like"),
        ("The presenter asked him about the missing lorries.", "asked"),
        ("The consul inquired if the crew had been freed.", "inquired"),
        ("The deputy asked where the money had gone.", "asked"),
    ],
)
def test_whoever_wants_to_know_inquires(text: str, verb: str) -> None:
    assert is_inquiry(next(t for t in language()(text) if t.text == verb))


@pytest.mark.parametrize(
    "text",
    [
        "The Darvian ambassador asked Kestonia to say in writing how many lorries had crossed.",
        "The Darvian ambassador asked Kestonia to withdraw its army from the valley, where it had burned farms.",
        "The Darvian ambassador asked Kestonia to open the pass when the snow melts.",
    ],
)
def test_who_asks_for_a_deed_requests_it(text: str) -> None:
    assert "REQUEST" in {d.event for d in drafts(BEFORE + text)}


def test_who_puts_something_out_or_calls_it_up_visits_and_telephones_nobody() -> None:
    told = "The Darvian ministry put out a statement in the evening. Kestonia has called up reservists in Orsa."
    assert "CONSULT" not in {d.event for d in drafts(BEFORE + told)}
