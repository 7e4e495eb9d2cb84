"""What is one place to a reader is one: a town and its district, both sides' entries of a region."""

import pytest

from onrecord.model import Place
from onrecord.reader import Reader


def places(reader: Reader, text: str) -> dict[str, Place]:
    return {m.place.mention.text: m.place for m in reader.read(text).mentions if m.place}


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("DONETSK, Ukraine (Reuters) — Shells fell on Donetsk and Kharkiv.", "Kharkiv", "Kharkiv", "town"),
        ("Talks in Geneva ended on Monday.", "Geneva", "Geneva", "town"),
        ("Clashes broke out in Tripoli, Libya, on Monday.", "Tripoli", "Tripoli", "capital"),
        ("Crowds marched in Washington on Saturday.", "Washington", "Washington", "capital"),
        ("OSLO (AP) — The two sides met on Tuesday.", "OSLO", "Oslo", "capital"),
        ("KABUL, Afghanistan (AP) — A blast hit a school.", "KABUL", "Kabul", "capital"),
        ("Two people died in Kabul province.", "Kabul", "Kabul", "division"),
    ],
)
def test_twins_a_town_stands_for_its_namesake_divisions(
    reader: Reader, text: str, words: str, name: str, kind: str
) -> None:
    found = places(reader, text)[words]
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "ident", "name", "claimed"),
    [
        ("Police closed roads in Jerusalem.", "geonames:281184", "Jerusalem", {"ISR", "PSE"}),
        ("Shops were shut in East Jerusalem.", "region:east-jerusalem", "East Jerusalem", {"ISR", "PSE"}),
        ("Drones hit Crimea on Monday.", "region:crimea", "Crimea", {"UKR", "RUS"}),
        ("The Autonomous Republic of Crimea was hit by a drone.", "region:crimea", "Crimea", {"UKR", "RUS"}),
        ("Five people died in Kashmir.", "region:kashmir", "Kashmir", {"IND", "PAK", "CHN"}),
        ("Shells fell in Azad Kashmir.", "region:azad-kashmir", "Azad Kashmir", {"IND", "PAK"}),
        ("Residents fled Khankendi.", "region:stepanakert", "Stepanakert", {"AZE"}),
    ],
)
def test_twins_disputed_places_have_one_neutral_name(
    reader: Reader, text: str, ident: str, name: str, claimed: set[str]
) -> None:
    (found,) = places(reader, text).values()
    assert (found.id, found.name, set(found.country)) == (ident, name, claimed)


@pytest.mark.issue(5)
def test_twins_a_region_of_one_state_by_another_name_leaves_it_to_the_town(reader: Reader) -> None:
    assert places(reader, "Shops reopened in Kirkuk.")["Kirkuk"].kind == "town"


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Rafah crossing has been closed since May.", "Rafah crossing"),
        ("Kerem Shalom was shut on Sunday.", "Kerem Shalom"),
        ("The navy threatened to close the Strait of Hormuz.", "Strait of Hormuz"),
        ("Turkey closed the Bosphorus to warships.", "Bosphorus"),
        ("Stepanakert was cut off for a week.", "Stepanakert"),
        ("Rebels seized Goma at dawn.", "Goma"),
        ("Militants overran Palma on Monday.", "Palma"),
        ("A storm hit Springfield, Missouri, on Monday.", "Springfield"),
        ("She visited Atlanta, Georgia, on Monday.", "Georgia"),
    ],
)
def test_places_as_subject_or_object_are_on_record(reader: Reader, text: str, words: str) -> None:
    assert words in places(reader, text)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    "text", ["Officers met Kerem Shalom Levy on Monday.", "The firm Golden Triangle said its profits rose."]
)
def test_places_of_two_words_in_other_names_are_none(reader: Reader, text: str) -> None:
    assert places(reader, text) == {}


@pytest.mark.issue(5)
def test_places_each_lie_where_the_text_says(reader: Reader) -> None:
    text = "The storm struck Springfield, Illinois, and in Springfield, Missouri, two people died."
    points = {m.place.id for m in reader.read(text).mentions if m.place and m.place.name == "Springfield"}
    assert points == {"geonames:4250542", "geonames:4409896"}
    text = "MOSCOW, Idaho — A fire hit Moscow on Monday."
    assert {p.country for p in places(reader, text).values()} == {("USA",)}


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("Fighting in Congo killed ten people.", None),
        ("Fighting in Congo went on, officials in Kinshasa said.", "country:COD"),
        ("Brazzaville was calm. Floods in Congo killed two people.", "country:COG"),
    ],
)
def test_places_a_name_of_two_countries_is_open_until_the_text_tells(
    reader: Reader, text: str, ident: str | None
) -> None:
    found = places(reader, text)["Congo"]
    assert found.id == ident
    if ident is None:
        assert [c.id for c in found.candidates[:2]] == ["country:COD", "country:COG"]
