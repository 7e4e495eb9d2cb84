"""Who is asked, accused or promised something, where a clause names others beside him."""

import pytest

from onrecord.model import Event
from onrecord.reader import Reader

BEFORE = "Kenya and Somalia are at odds over a stretch of sea. Somalia accused Kenya of piracy.\n\n"


def only(reader: Reader, text: str, kind: str) -> Event:
    found = [e for e in reader.read(BEFORE + text, published="2019-06-20").events if e.event == kind]
    return found[-1]


def words(event: Event) -> list[str]:
    return [actor.mention.text if actor.mention else actor.name or "" for actor in event.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        ("Mali condemned the seizure of a barge by Guinean soldiers.", "ACCUSE", "Guinea"),
        ("Kenya demanded from Somalia compensation for the fishermen.", "REQUEST", "Somalia"),
        ("Kenya demanded an end to Somali patrols off Lamu.", "REQUEST", "Somali"),
        ("Kenya closed its embassy in Mogadishu.", "SANCTION", "Mogadishu"),
        ("The Union agreed to give Malta two boats to repair the cables cut by Libyan smugglers.", "AGREE", "Malta"),
    ],
)
def test_argument_heads_whom_words_are_turned_to(reader: Reader, text: str, kind: str, to: str) -> None:
    found = words(only(reader, text, kind))
    assert found and all(to in one for one in found)


@pytest.mark.parametrize(
    ("text", "kind", "nobody"),
    [
        ("Kenya condemned the detention of the engineer Amina Farah.", "ACCUSE", "Farah"),
        ("Kenya protested against the bombing of a clinic in Mandera.", "ACCUSE", "Mandera"),
        ("Kenya asked for access to Amina Farah.", "REQUEST", "Farah"),
        ("According to Amina Farah, the minister also demanded an apology.", "REQUEST", "Farah"),
        ("Kenya demanded reparations for the widows of the crew.", "REQUEST", "widows"),
    ],
)
def test_argument_heads_not_those_whom_they_are_about(reader: Reader, text: str, kind: str, nobody: str) -> None:
    assert all(nobody not in one for one in words(only(reader, text, kind)))


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger accused each other of sheltering rebels.",
        "Chad and Niger blamed one another for the raid.",
    ],
)
def test_argument_heads_what_two_do_to_one_another(reader: Reader, text: str) -> None:
    event = only(reader, text, "ACCUSE")
    both = {"TCD", "NER"}
    assert {code for actor in event.actors for code in actor.country} == both
    assert {code for actor in event.recipients for code in actor.country} == both


def test_argument_heads_who_is_to_be_received_is_promised_it(reader: Reader) -> None:
    event = only(reader, "Chad's president, Idriss Saleh, will receive his Nigerien counterpart on Friday.", "AGREE")
    assert [actor.name for actor in event.actors] == ["Idriss Saleh"]
    assert {code for actor in event.recipients for code in actor.country} == {"NER"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The foreign ministers of Chad and Niger met in Zinder on Friday.", {"TCD", "NER"}),
        ("The ministers of Defence and Finance met in Zinder on Friday.", set()),
    ],
)
def test_argument_heads_those_who_hold_an_office_in_two_states(reader: Reader, text: str, states: set[str]) -> None:
    event = only(reader, text, "CONSULT")
    assert {code for actor in event.actors for code in actor.country} == states


@pytest.mark.parametrize(
    "text",
    [
        "Chadian soldiers beat three Nigerien herders near Zinder on Monday. Niger demanded an apology.",
        "Three Nigerien herders were arrested by Chadian soldiers on Monday. Niger demanded their release.",
    ],
)
def test_taken_up_what_is_asked_for_a_deed_is_asked_of_its_doer(reader: Reader, text: str) -> None:
    event = only(reader, text, "REQUEST")
    assert "TCD" in {code for actor in event.recipients for code in actor.country}


def test_argument_heads_those_who_negotiate_for_two(reader: Reader) -> None:
    event = only(reader, "Envoys from Chad and Niger began talks in Zinder on Friday.", "CONSULT")
    assert {code for actor in event.actors for code in actor.country} == {"TCD", "NER"}
    event = only(reader, "Negotiators for the Philippine government and the rebels met on Friday.", "CONSULT")
    assert len(event.actors) == 2


def test_sides_a_movement_in_a_state_is_one(reader: Reader) -> None:
    text = "Israel and Hezbollah traded fire on Wednesday. France called on both sides to show restraint."
    (event,) = [e for e in reader.read(text, published="2019-06-20").events if e.event == "REQUEST"]
    assert {actor.name for actor in event.recipients} == {"Israel", "Hezbollah"}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Kenya condemned the violence against peaceful marchers.", "marchers"),
        ("Kenya condemned bomb attacks at Ugandan embassies in Harare.", "embassies"),
    ],
)
def test_argument_heads_whom_a_judged_deed_struck_is_not_blamed(reader: Reader, text: str, nobody: str) -> None:
    event = next(e for e in reader.read(text, published="2019-06-20").events if e.event == "ACCUSE")
    assert all(nobody not in one for one in words(event))


def test_argument_heads_a_noun_beside_a_name_stands_for_it(reader: Reader) -> None:
    text = "Rebels affiliated with Omar Hadid, the retired Omani shipowner who is accused of fraud, plan to strike."
    (event,) = (e for e in reader.read(BEFORE + text).events if e.event == "ACCUSE" and "fraud" in e.evidence.text)
    assert words(event) == ["Omar Hadid"]


def test_argument_heads_a_trip_is_whose_it_is(reader: Reader) -> None:
    text = "Kenya's leaders shunned the Malian envoy during her trip to Nairobi."
    event = only(reader, text, "CONSULT")
    assert [actor.mention.text for actor in event.actors if actor.mention is not None] == ["her"]
