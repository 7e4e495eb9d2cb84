"""The name of a city in which a government and organisations sit."""

import pytest

from onrecord.model import Actor
from onrecord.reader import Reader


def _speaker(reader: Reader, text: str) -> Actor:
    (statement,) = reader.read(text).statements
    assert statement.speaker is not None
    return statement.speaker


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("Brussels said that member states would agree.", "wikidata:Q458"),
        ("Brussels said that NATO would not move.", "wikidata:Q7184"),
        ("Brussels said that Belgian soldiers would leave.", "country:BEL"),
        ("Addis Ababa said that the African Union would send observers.", "wikidata:Q7159"),
        ("Addis Ababa said that the dam would be filled.", "country:ETH"),
        ("Strasbourg ruled that the arrest was unlawful.", "org:european-court-of-human-rights"),
        ("Oslo said that member states would agree.", "country:NOR"),
    ],
)
def test_seats_shared_told(reader: Reader, text: str, ident: str) -> None:
    assert _speaker(reader, text).id == ident


@pytest.mark.issue(5)
def test_seats_shared_open(reader: Reader) -> None:
    report = reader.read("Brussels told Budapest to change its law.")
    for actor in (report.statements[0].speaker, *(a for e in report.events for a in e.actors)):
        assert actor is not None
        assert actor.resolved_by == "unresolved"
        assert {c.id for c in actor.candidates} == {"country:BEL", "wikidata:Q458", "wikidata:Q7184"}


def test_seats_shared_city_is_a_place(reader: Reader) -> None:
    found = reader.read("The two sides met in Brussels.").mentions
    assert [m.kind for m in found if m.span.text == "Brussels"] == ["place"]
