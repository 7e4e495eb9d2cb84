"""Places by the names of the press, of the ground, and of the divisions around them."""

import pytest

from onrecord.reader import Reader


def _places(reader: Reader, text: str) -> dict[str, str | None]:
    return {m.span.text: m.place.id for m in reader.read(text).mentions if m.place}


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "name", "ident"),
    [
        ("Two tankers burned in the Gulf.", "Gulf", "feature:persian-gulf"),
        ("Ships sailed around the Falklands.", "Falklands", "region:falkland-islands"),
        ("Boats entered waters around Diaoyu.", "Diaoyu", "region:senkaku-diaoyu-islands"),
        ("The port of Poti was bombed by jets.", "Poti", "geonames:612366"),
        ("A drone struck a depot in Belgorod region.", "Belgorod", "geonames:578071"),
        ("Troops entered Kursk Oblast.", "Kursk Oblast", "geonames:538555"),
        ("A drone struck a depot in Belgorod.", "Belgorod", "geonames:578072"),
        ("WASHINGTON (AP) - The weapons will go to Seattle.", "WASHINGTON", "geonames:4140963"),
    ],
)
def test_places_meant(reader: Reader, text: str, name: str, ident: str) -> None:
    assert _places(reader, text)[name] == ident


def test_places_the_gulf_that_the_text_names(reader: Reader) -> None:
    found = _places(reader, "A ship left the Gulf of Aden. Pirates have not been seen in the Gulf for a year.")
    assert found["Gulf"] == found["Gulf of Aden"]


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit Goris overnight.", "Goris"),
        ("Troops captured Soledar in January.", "Soledar"),
        ("The jets bombed Raqqa on Sunday.", "Raqqa"),
        ("The army shelled Avdiivka on Friday.", "Avdiivka"),
        ("Sirte fell to the rebels.", "Sirte"),
        ("The road from Goris to Lachin is closed.", "Lachin"),
        ("The Rafah crossing remained shut.", "Rafah crossing"),
    ],
)
def test_places_known_by_what_befalls_them(reader: Reader, text: str, name: str) -> None:
    report = reader.read(text)
    assert name in [m.span.text for m in report.mentions if m.place]
    assert name not in [m.span.text for m in report.mentions if m.actor]


@pytest.mark.parametrize("text", ["Police captured Mladic.", "The forces hit Hamas.", "Guards seized Martin Aliyev."])
def test_places_no_persons_or_groups(reader: Reader, text: str) -> None:
    assert not [m for m in reader.read(text).mentions if m.place]


@pytest.mark.issue(5)
@pytest.mark.parametrize("water", ["Sea of Japan", "Gulf of Oman", "South China Sea", "Gulf of Mexico"])
def test_actors_water_is_no_state(reader: Reader, water: str) -> None:
    report = reader.read(f"The army fired a missile into the {water}.")
    assert not [m for m in report.mentions if m.actor and m.actor.kind == "state"]
    assert water in [m.span.text for m in report.mentions if m.place]
