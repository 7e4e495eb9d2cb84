"""Whose the unowned are by the places in their words, told last of all."""

import pytest

from onrecord.reader import Reader
from tests.finding import party


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("A court in Seville fined the shipyard Tolmar for fraud and condemned its owner.", "court", "ESP"),
        ("A tribunal in Paraguay has condemned the miller Tolmar for theft.", "tribunal", "PRY"),
        ("A Hamburg court condemned the miller Tolmar for theft.", "court", "DEU"),
        ("The Queensland government rejected the farmers' demand.", "government", "AUS"),
        ("The Bavarian government rejected the farmers' demand.", "government", "DEU"),
        ("The Nebraska Senate rejected the farmers' demand.", "Senate", "USA"),
        ("Dockers in Antwerp rejected the offer of the owners.", "Dockers", "BEL"),
        ("Gunmen attacked a fishing camp in Peru.", "camp", "PER"),
        ("A private firm in Rotterdam accused the growers of fraud.", "firm", "NLD"),
        ("A court in the Peruvian port of Paita condemned the miller Tolmar for theft.", "court", "PER"),
        ("The Bank of Nova Scotia rejected the growers' demand.", "Bank", "CAN"),
        ("The Osaka Rice Exchange rejected the growers' demand.", "Exchange", "JPN"),
        ("The Linden Museum in Stuttgart rejected the growers' demand.", "Museum", "DEU"),
        ("A Nebraska farmer accused the growers of theft.", "farmer", "USA"),
        ("Rebels attacked a CIA prison in Peru.", "prison", "USA"),
        ("Farmers from Bolivia attacked the mill.", "Farmers", "BOL"),
        ("Hundreds of dockers in Antwerp attacked the mill.", "dockers", "BEL"),
        ("Farmers in the Deraa countryside attacked the mill.", "Farmers", "SYR"),
        ("The Grain Fund of the Peruvian Growers' Union accused the mill of fraud.", "Grain Fund", "PER"),
        ("The São Paulo Zoo rejected the growers' plan.", "Zoo", "BRA"),
        ("Farmers condemned Merkel and the growers of Antwerp.", "Merkel", "DEU"),
    ],
)
def test_localities_a_place_in_the_words_tells_the_state(reader: Reader, text: str, words: str, code: str) -> None:
    found = party(reader, text, words)
    assert (found.country, found.state, found.country_by) == ((code,), None, "words")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Negotiators in Antwerp rejected the offer of the growers.", "Negotiators"),
        ("A migrant porter in Antwerp accused the growers of theft.", "porter"),
        ("Foreign dockers in Antwerp rejected the offer of the growers.", "dockers"),
        ("A court in Newcastle condemned the miller Tolmar for theft.", "court"),
        ("The army condemned an Iran-allied group.", "group"),
        ("The army condemned an Iran-allied group.", "army"),
        ("Rebels near Bolivia attacked the mill.", "Rebels"),
        ("Farmers condemned the Osaka Rice Forum and the millers.", "Forum"),
        ("The National Police arrested the miller Tolmar.", "Police"),
        ("The Velmar government and the Ardenia government rejected the treaty with Ruvania.", "Velmar"),
    ],
)
def test_localities_no_place_tells_who_is_only_there_or_elsewhere(reader: Reader, text: str, words: str) -> None:
    assert party(reader, text, words).country == ()


def test_localities_a_bodys_place_goes_with_it_through_the_text(reader: Reader) -> None:
    text = "A court in Seville condemned the miller Tolmar for theft. The court accused the growers of fraud."
    actors = [a for e in reader.read(text).events for a in e.actors]
    found = [a for a in actors if a.mention is not None and "court" in a.mention.text]
    assert len(found) > 1 and {a.country for a in found} == {("ESP",)}


def test_localities_a_province_is_no_side_of_its_state(reader: Reader) -> None:
    (event,) = [e for e in reader.read("The Catalan government rejected Spain's offer.").events if e.event == "REJECT"]
    assert [a.country for a in event.actors] == [("ESP",)]
    assert "Spain" in {a.name for a in event.recipients}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Republicans in the chamber rejected the plan of the American president.", "Republicans", ("USA",)),
        ("Republicans in the chamber rejected the plan of the Irish president.", "Republicans", ()),
        ("Obama administration officials rejected the growers' plan.", "officials", ("USA",)),
        ("Tolmar administration officials rejected the growers' plan.", "officials", ()),
    ],
)
def test_localities_parties_and_governments_have_people_of_their_state(
    reader: Reader, text: str, words: str, country: tuple[str, ...]
) -> None:
    assert party(reader, text, words).country == country


def test_localities_a_faith_or_a_tongue_is_no_state(reader: Reader) -> None:
    assert party(reader, "A Swahili paper accused the growers of fraud.", "paper").state is None
    text = (
        "President Ole Kress of Velmar met President Ada Lind of Ardenia. Kress and Lind said that the mill was shut."
    )
    both = reader.read(text).statements[0].speaker
    assert both is not None and both.state == "Velmar and Ardenia"
    (statement, *_) = reader.read("The Yugoslav miller Tolmar said that the growers had lied.").statements
    assert statement.speaker is not None and statement.speaker.state == "Yugoslav"
    assert party(reader, "The Velmar government rejected the growers' plan.", "government").state == "Velmar"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Ohio House Speaker Karl Osten rejected the growers' plan and condemned the mill.", ("USA",)),
        ("The Springfield House Speaker Karl Osten rejected the growers' plan and condemned the mill.", ()),
    ],
)
def test_localities_a_title_tells_the_part_of_a_state_that_it_is_of(
    reader: Reader, text: str, country: tuple[str, ...]
) -> None:
    assert party(reader, text, "Osten").country == country
