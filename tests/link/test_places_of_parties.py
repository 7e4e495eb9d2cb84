"""The name of a state or capital that acts is no place besides; the town where something is done is no party to it."""

import pytest

from onrecord.reader import Reader


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Eritrea's blockade of the port has gone on for weeks.", "Eritrea"),
        ("Norway, too, is concerned about the closure.", "Norway"),
        ("The envoy had seen Moldova's request for monitors.", "Moldova"),
        ("Chad-Libya relations have improved.", "Libya"),
        ("The U.K. commitment to the islands is firm.", "U.K."),
    ],
)
def test_mentions_party_is_no_place(reader: Reader, text: str, gone: str) -> None:
    found = reader.read(text).mentions
    assert gone in [m.span.text for m in found if m.actor]
    assert gone not in [m.span.text for m in found if m.place]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Floods hit Chad's north.", "Chad"), ("Norway sent troops to Mali.", "Mali"), ("He spoke in Kenya.", "Kenya")],
)
def test_mentions_country_as_land(reader: Reader, text: str, name: str) -> None:
    assert name in [m.span.text for m in reader.read(text).mentions if m.place]


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Nairobi sent troops to Kismayo.", "Kismayo"),
        ("Oslo sent a frigate to Gdansk.", "Gdansk"),
        ("Delhi moved troops to Ladakh last week.", "Ladakh"),
        ("Kigali launched an incursion into Kivu on Tuesday.", "Kivu"),
        ("Tehran seized a tanker off Fujairah.", "Fujairah"),
    ],
)
def test_events_not_where_its_actor_governs(reader: Reader, text: str, where: str) -> None:
    places = [e.where.mention.text for e in reader.read(text).events if e.where]
    assert places == [where]


def test_places_under_attack(reader: Reader) -> None:
    assert "Kabul" in [m.span.text for m in reader.read("Kabul came under attack.").mentions if m.place]
    assert "Kabul" not in [m.span.text for m in reader.read("Kabul came to terms.").mentions if m.place]


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    "text",
    [
        "Macky Sall met Alassane Ouattara in Lisbon.",
        "Bogota and the rebels signed a ceasefire in Havana on Friday.",
        "The highway between Gondar and Addis Ababa was cut by rebels.",
    ],
)
def test_events_town_where_it_is_done_is_no_party(reader: Reader, text: str) -> None:
    report = reader.read(text)
    assert report.events
    named = [actor.mention.text for e in report.events for actor in e.recipients if actor.mention]
    assert not {"Lisbon", "Havana", "Gondar", "Addis Ababa"} & set(named)


def test_events_mission_in_a_capital_is_to_its_government(reader: Reader) -> None:
    (event,) = reader.read("Norway closed its embassy in Kabul.").events
    assert [actor.country for actor in event.recipients] == [("AFG",)]
