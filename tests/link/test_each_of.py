"""One plural noun for those of several states, and things that a deed struck in a foreign state."""

import pytest

from onrecord.model import Event, Span
from onrecord.reader import Reader
from tests.link.test_actors import ask, one


def events(reader: Reader, text: str, kind: str) -> list[Event]:
    return [e for e in reader.read(text, published="2019-05-01").events if e.event == kind]


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        ("The Ethiopian and Egyptian governments resumed talks on the dam.", "CONSULT", ["ETH", "EGY"]),
        ("Moldovan and Russian officials met in Tiraspol on Friday.", "CONSULT", ["MDA", "RUS"]),
        ("Thai and Cambodian officers met at the crossing on Friday.", "CONSULT", ["THA", "KHM"]),
        ("The Zambian, Malawian and Kenyan governments signed a treaty on trade.", "SUPPORT", ["ZMB", "MWI", "KEN"]),
        ("The Polish, Czech, and Danish defence ministers met in Brno.", "CONSULT", ["POL", "CZE", "DNK"]),
        ("In Kenya, Ugandan and Rwandan officials met on Friday.", "CONSULT", ["UGA", "RWA"]),
    ],
)
def test_each_of_several_states_is_a_party(reader: Reader, text: str, kind: str, countries: list[str]) -> None:
    (event,) = events(reader, text, kind)
    assert [code for actor in event.actors for code in actor.country] == countries


def test_each_of_several_states_is_asked(reader: Reader) -> None:
    (event,) = events(reader, "Kenya urged the Ethiopian and Egyptian governments to resume talks.", "REQUEST")
    assert [code for actor in event.recipients for code in actor.country] == ["ETH", "EGY"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The presidents of Kenya and Uganda", ["KEN", "UGA"]),
        ("Officials from Chad and Niger", ["TCD", "NER"]),
        ("Norway's and Denmark's ministers", ["NOR", "DNK"]),
        ("The ministers of trade of Kenya and Uganda", ["KEN", "UGA"]),
        ("The finance ministers of Japan, Brazil and Peru", ["JPN", "BRA", "PER"]),
    ],
)
def test_each_of_several_states_speaks_and_none_of_the_dateline(
    reader: Reader, text: str, countries: list[str]
) -> None:
    """Whose they are is told by the words, never by where the report was written."""
    report = reader.read(f"LYON, France, May 14 (Wire) - {text} accused the rebels of burning the bridge on Sunday.")
    (said,) = report.statements
    assert said.speaker is not None
    assert list(said.speaker.country) == countries
    (event,) = [e for e in report.events if e.event == "ACCUSE"]
    assert [code for actor in event.actors for code in actor.country] == countries
    assert not any(actor.kind == "state" for actor in event.actors)


def test_each_of_several_states_has_its_code_where_the_report_names_one_of_the_holders(reader: Reader) -> None:
    text = (
        "The foreign ministers of Norway and Denmark met on Tuesday. Norway's foreign minister, Ada Lind, said the "
        "strait was open. The foreign ministers of Norway and Denmark urged Russia to leave."
    )
    (event,) = events(reader, text, "REQUEST")
    assert [code for actor in event.actors for code in actor.country] == ["NOR", "DNK"]


def test_each_of_several_forces_acts_for_its_own_state(reader: Reader) -> None:
    (event,) = events(reader, "Soldiers from Mali, Chad and Niger fired at herders on Monday.", "ASSAULT")
    states = [actor.country for actor in event.actors if actor.kind == "state"]
    assert sorted(states) == [("MLI",), ("NER",), ("TCD",)]


@pytest.mark.parametrize(
    "text",
    ["The British and Irish government resumed talks with Kenya.", "The Kenyan and other governments resumed talks."],
)
def test_each_of_is_told_by_a_plural_and_by_states_alone(reader: Reader, text: str) -> None:
    assert all(len(event.actors) < 3 for event in events(reader, text, "CONSULT"))


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Azerbaijani forces shelled a village in Armenia.", ["ARM"]),
        ("Chadian planes bombed a mill in the Libyan town of Kufra.", ["LBY"]),
        ("Turkish artillery shelled a market in northern Syria.", ["SYR"]),
        ("Sudanese planes bombed a market in Sudan.", []),
        ("Sudanese planes bombed a market.", []),
        ("Sudanese planes bombed a market after a meeting in Ethiopia.", []),
    ],
)
def test_event_owners_a_thing_struck_abroad_is_of_the_state_it_stands_in(
    reader: Reader, text: str, struck: list[str]
) -> None:
    (event,) = events(reader, text, "ASSAULT")
    assert [code for actor in event.recipients for code in actor.country] == struck


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        ("The French, German and Italian foreign ministers met in Lusaka.",
         "The French, German and Italian foreign ministers", ["FRA", "DEU", "ITA"]),
        ("The presidents of Zambia and Malawi met.", "The presidents of Zambia and Malawi", ["ZMB", "MWI"]),
        ("The Thai and Cambodian prime ministers met.", "The Thai and Cambodian prime ministers", ["THA", "KHM"]),
    ],
)  # fmt: skip
def test_each_of_the_holders_of_one_office_is_told(text: str, words: str, countries: list[str]) -> None:
    assert [code for actor in ask(text, words, "2022-03-05") for code in actor.country] == countries


@pytest.mark.issue(5)
def test_each_of_a_list_is_a_mention() -> None:
    text = "The Zambian foreign minister, the Chadian envoy and the OSCE secretary general met on Monday."
    assert one(text, "The Zambian foreign minister", "2022-03-05").mention == Span(0, 28, text[:28])


def test_each_of_several_holders_has_a_mention(reader: Reader) -> None:
    report = reader.read("The Kenyan and Ugandan presidents met in Kisumu.", published="2021-06-01")
    told = [m for m in report.mentions if m.actor is not None and m.span.start == 0]
    assert {m.actor.country for m in told if m.actor is not None} == {("KEN",), ("UGA",)}
    assert len({m.id for m in report.mentions}) == len(report.mentions)


def test_each_of_the_list_before_a_plural_is_no_state_besides(reader: Reader) -> None:
    (event,) = events(reader, "The Polish, Czech, and Danish defence ministers met in Brno.", "CONSULT")
    assert [actor.kind for actor in event.actors] == ["person"] * 3
