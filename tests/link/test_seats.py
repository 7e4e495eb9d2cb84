"""The name of a capital: those who govern there where the city acts, else a place, and in a treaty's name nobody."""

import pytest

from onrecord.reader import Reader


def governments(reader: Reader, text: str) -> set[str]:
    return {m.actor.id or "" for m in reader.read(text).mentions if m.actor and m.actor.kind == "government"}


def places(reader: Reader, text: str) -> set[str]:
    return {m.place.mention.text for m in reader.read(text).mentions if m.place}


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A truck bomb struck Kabul on Monday, killing six people, police said.", "Kabul"),
        ("An earthquake shook Tehran before dawn.", "Tehran"),
        ("Flood water swamped Jakarta for a third day.", "Jakarta"),
        ("Rebels entered Khartoum on Friday.", "Khartoum"),
        ("Damascus was pounded by rockets all night.", "Damascus"),
        ("Kyiv was calm on Friday after two nights of drones.", "Kyiv"),
        ("Baghdad residents said the water had run out.", "Baghdad"),
        ("The two sides resumed the Vienna talks on Monday.", "Vienna"),
    ],
)
def test_seats_hit_entered_or_calm_are_places(reader: Reader, text: str, place: str) -> None:
    assert governments(reader, text) == set()
    assert place in places(reader, text)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Moscow condemned the raid on Monday.", "country:RUS"),
        ("Envoys said Washington sanctioned Tehran over the strike.", "country:IRN"),
        ("The bloc hit Minsk with new sanctions.", "country:BLR"),
        ("Ankara was urged to reopen the crossing.", "country:TUR"),
        ("The senators attacked Beijing over its new law.", "country:CHN"),
        ("Cairo is ready to host the talks.", "country:EGY"),
    ],
)
def test_seats_that_act_or_are_addressed_are_governments(reader: Reader, text: str, country: str) -> None:
    assert country in governments(reader, text)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    "text",
    [
        "Envoys cited the Vienna Convention on Monday.",
        "The island left the Paris Climate Agreement on Monday.",
        "Both ministers praised the Geneva Accords.",
        "The Minsk agreements had failed, the envoy said.",
        "The clerk read from the London Protocol.",
    ],
)
def test_seats_in_the_name_of_a_treaty_are_nobody(reader: Reader, text: str) -> None:
    assert not [m for m in reader.read(text).mentions if m.actor and m.actor.country]


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    "text",
    [
        "PARIS, Texas (AP) — Paris said on Monday it would shut two schools.",
        "LONDON, Ontario — London declared an emergency on Monday.",
        "Officials in Tripoli, Lebanon, said Tripoli rejected the levy.",
    ],
)
def test_seats_of_the_same_name_elsewhere_are_no_governments(reader: Reader, text: str) -> None:
    assert governments(reader, text) == set()


@pytest.mark.issue(5)
def test_seats_in_a_list_of_cities_hold_none_of_each_other(reader: Reader) -> None:
    assert "country:RUS" in governments(reader, "She flew to Moscow, Beijing and Tehran. Moscow said no.")


@pytest.mark.issue(5)
def test_seats_struck_are_no_actors_of_the_deed(reader: Reader) -> None:
    (event,) = reader.read("A car bomb struck Kabul on Tuesday, killing 12 people, police said.").events
    assert event.actors == ()
    (event,) = reader.read("Missiles hit Kyiv on Tuesday.").events
    assert [(a.id, a.kind) for a in event.recipients] == [("country:UKR", "state")]
