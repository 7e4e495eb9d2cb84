"""Conditions, offers of means and deeds that a demand or a condition only takes for granted."""

from __future__ import annotations

import pytest

from onrecord.extract.coding import drafts


def coded(text: str) -> list[tuple[str, str, str]]:
    return [(d.anchor.text, d.event, d.status) for d in drafts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ardenia will sever ties with Velmar unless it frees the Ardenian pilots.",
        "The Velmari rebels will not negotiate with Ardenia until Ardenian troops withdraw from the valley.",
    ],
)
def test_what_has_to_come_first_is_no_event(text: str) -> None:
    assert "RETREAT" not in {event for _, event, _ in coded(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The Velmari envoy said Ardenia could send food to the Tarnish border.",
        "Velmar can send food to Ardenia.",
    ],
)
def test_what_can_be_done_is_held_out(text: str) -> None:
    assert [(event, status) for _, event, status in coded(text)] == [("AGREE", "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said Ardenia could send troops to help Velmar.",
        "Velmar could have sent food to Ardenia.",
        "Velmar cannot send food to Ardenia.",
    ],
)
def test_what_others_guess_or_was_not_done_is_no_offer(text: str) -> None:
    assert ("AGREE", "planned") not in {(event, status) for _, event, status in coded(text)}


def test_a_deed_that_tells_who_is_meant_was_done() -> None:
    found = coded("Velmar demanded that Ardenia jail the poachers who killed a Velmari ranger.")
    assert ("killed", "ASSAULT", "asserted") in found


def test_a_deed_of_which_there_are_reports_is_alleged() -> None:
    found = coded("Ardenia asked the council to investigate reports that Velmari soldiers had burned the village.")
    assert all(status == "alleged" for _, event, status in found if event == "ASSAULT")
