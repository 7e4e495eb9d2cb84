"""Acts told in the plain words of agencies: what they are, who does them and to whom."""

import pytest

from onrecord.model import Event
from tests.extract.beside import events_of


def events(text: str) -> list[Event]:
    return events_of(text, "Ghana accused Togo of delays. Togo urged Ghana to free its sailors.")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Togo shut the Aflao gate to Ghanaian goods on Friday.", ("COERCE", "asserted")),
        ("Togo said Ghanaian guards had made off with 40 goats.", ("COERCE", "alleged")),
        ("Ghanaian officials said Togolese trawlers were stealing nets.", ("COERCE", "alleged")),
        ("Benin backed the request.", ("SUPPORT", "asserted")),
        ("Nigeria endorsed the Togolese proposal.", ("SUPPORT", "asserted")),
        ("Togo's foreign minister said there was no such promise.", ("AGREE", "denied")),
        ("Togo's foreign minister said nobody had promised anything.", ("AGREE", "denied")),
        ("Togo's foreign minister said nothing had been promised to Ghana.", ("AGREE", "denied")),
        ("Ghana's army said its soldiers would go home once the wells were marked.", ("CONCEDE", "planned")),
        ("Ghana's minister said the duty would stay until Togo opened its books.", ("REJECT", "asserted")),
        ("Inspectors found Togo's customs service at fault.", ("ACCUSE", "asserted")),
        ("Ghana's minister said Togo had yet to honour a clause of the treaty.", ("ACCUSE", "asserted")),
        ("The presidents of Togo and Ghana will meet in Lagos on Sunday.", ("CONSULT", "planned")),
        ("An envoy of Nigeria is expected to bring both presidents together in May.", ("CONSULT", "planned")),
        (
            "Prosecutors ought to look into the murder of three shepherds, the bishop of Ho said.",
            ("ASSAULT", "alleged"),
        ),
    ],
)
def test_events_plain_words_tell_acts(text: str, act: tuple[str, str]) -> None:
    assert act in [(e.event, e.status) for e in events(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Togo's minister said the guests would go home once the cake was cut.", "CONCEDE"),
        ("The thief stole the show in Accra.", "COERCE"),
        ("Togo has yet to honour the singer.", "ACCUSE"),
    ],
)
def test_events_plain_words_of_other_things_tell_none(text: str, event: str) -> None:
    assert event not in {e.event for e in events(text)}


def test_events_a_mediator_meets_whom_he_brings_together() -> None:
    found = [
        e
        for e in events("An envoy of Nigeria is expected to bring both presidents together in May.")
        if e.event == "CONSULT"
    ]
    assert [(e.mode, bool(e.actors), bool(e.recipients)) for e in found] == [("third-party", True, True)]


def test_events_who_backs_a_proposal_together_backs_not_one_another() -> None:
    (event,) = [e for e in events("Benin and Nigeria endorsed the idea.") if e.event == "SUPPORT"]
    assert [a.name for a in event.actors] == ["Benin", "Nigeria"]


def test_events_two_of_the_same_office_of_two_states_are_not_one_side() -> None:
    text = (
        "Benin's Permanent Representative, Awa Sossou, accused Niger of theft.\n\n"
        "Niger's Permanent Representative, Issa Bako, rejected the accusation."
    )
    (event,) = [e for e in events(text) if e.event == "REJECT"]
    assert event.recipients[0].name == "Awa Sossou"


def test_events_a_denied_promise_was_made_to_whom_it_is_said_to_have_been() -> None:
    text = "Niger promised water to Benin.\n\nNiger's minister, Issa Bako, said there was no such promise."
    (event,) = [e for e in events(text) if e.status == "denied"]
    assert "Benin" in [r.name for r in event.recipients]


def test_events_what_is_yet_to_be_done_was_not_done() -> None:
    found = events("Togo has yet to send doctors to Ghana.")
    assert found
    assert all(e.negated for e in found)
