"""Whose officials are in a report of several states: signs in what they say and do, and what stays open."""

import pytest

from onrecord.link.allegiance import signs
from tests.link.test_actors import one

STATES = "Veldorian troops met Tavrian troops. Veldoria and Tavria wait.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Water Minister Ole Kress said that Veldoria would not wait.", "Ole Kress", "Veldoria"),
        ("Water Minister Ole Kress told Veldoria's parliament that he was ready.", "Ole Kress", "Veldoria"),
        ("Water Minister Ole Kress accused Tavria of theft.", "Ole Kress", "Veldoria"),
        ("The Veldorian government protested. Deputy Minister Ole Kress left.", "Ole Kress", "Veldoria"),
        ("Water Minister Ole Kress said Veldoria would wait.\n\nKress's ministry spoke. The ministry's deputy head, "
         "Ada Lind, left.", "Ada Lind", "Veldoria"),
    ],
)  # fmt: skip
def test_allegiance_is_shown_by_what_officials_say_and_do(text: str, words: str, state: str) -> None:
    actor = one(STATES + text, words)
    assert (actor.state, actor.country_by) == (state, "report")


@pytest.mark.parametrize(
    "text",
    [
        "Water Minister Ole Kress said that Veldoria had fired.",
        "Water Minister Ole Kress spoke on Monday.",
        "Baker Ole Kress said that Veldoria would not wait.",
        "Ambassador Ole Kress accused Tavria of theft.",
    ],
)
def test_allegiance_stays_open_without_a_sign_or_an_office(text: str) -> None:
    assert one(STATES + text, "Ole Kress").state is None


def test_allegiance_lists_weigh_every_sign() -> None:
    assert set(signs().weights) == {"continued", "place", "speaks_for", "assembly", "against"}
    assert not signs().own & signs().against


def test_allegiance_of_a_counterpart_is_with_the_two_states_that_a_report_is_about() -> None:
    states = STATES + "Tavria protested. Veldoria answered. Osmark's envoy watched.\n\n"
    text = "Foreign Minister Ole Kress rang his Tavrian counterpart, Ada Lind."
    assert one(states + text, "Ole Kress").state == "Veldoria"
    crowd = states + "Osmark's envoy spoke. Osmark waits. Osmark's army left.\n\n"
    assert one(crowd + text, "Ole Kress").state is None
