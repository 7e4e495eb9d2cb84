"""Which place a name stands for: told by what holds it, by its neighbours, and left open where nothing tells."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.annotate.layers import Layers, Toponym
from onrecord.annotate.parse import parse
from onrecord.annotate.toponyms import toponyms
from onrecord.evaluation.marked_places import evaluate
from onrecord.ingest.document import document
from onrecord.link.places import LEAST, PlaceLinker, place
from onrecord.link.places_document import occurrences
from onrecord.link.places_names import forms
from onrecord.link.places_resolution import Resolved
from onrecord.model import Place, Span
from onrecord.reader import Reader
from onrecord.resources.places_gazetteer import gazetteer

NEWS = Path(__file__).with_name("places_news.txt")


def read(text: str) -> Layers:
    """A text with its place names."""
    layers = parse(document(text))
    return replace(layers, toponyms=toponyms(layers))


def linked(text: str, name: str) -> Place:
    """The place that a name of a text stands for."""
    start = text.index(name)
    found = PlaceLinker(read(text)).place(Span.of(text, start, start + len(name)))
    assert found is not None
    return found


@pytest.mark.issue(5)
@pytest.mark.slow
def test_places_of_invented_reports() -> None:
    result, _ = evaluate(NEWS)
    assert result["toponym"]["F1"] >= 0.94
    assert result["acc161"] >= 0.95


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Nurses in London, Ontario, ended a walkout; a mediator came from Toronto.", "London", "CAN"),
        ("Ministers met in London and flew on to Edinburgh.", "London", "GBR"),
        ("The convoy left Tripoli for Zahle; the port of Beirut is shut.", "Tripoli", "LBN"),
        ("Guards in Tripoli freed the tanker that had left Benghazi and Misrata.", "Tripoli", "LBY"),
        ("Police in Hyderabad blocked the march from Sukkur to Karachi.", "Hyderabad", "PAK"),
        ("A strike closed the port of Valencia, Venezuela.", "Valencia", "VEN"),
    ],
)
def test_places_namesakes(text: str, name: str, country: str) -> None:
    assert linked(text, name).country == (country,)


@pytest.mark.parametrize("name", ["Stepanakert", "Khankendi"])
def test_places_disputed_under_one_neutral_name(name: str) -> None:
    found = linked(f"Residents of {name} queued for bread on Monday, and lorries came from Goris.", name)
    assert found.id in ("geonames:146970", "region:stepanakert")
    assert found.lat is not None
    assert abs(found.lat - 39.82) < 0.1


def test_places_record_has_a_point_and_its_precision() -> None:
    found = linked("Shells fell in Kherson on Sunday.", "Kherson")
    assert found.kind in ("town", "division")
    assert found.precision_km is not None
    assert found.precision_km > 0


def test_places_unknown_name_keeps_its_words_and_blocks_nothing() -> None:
    text = "The village of Qarvandu was shelled; families fled to Kherson."
    found = linked(text, "Qarvandu")
    assert (found.name, found.lat, found.id, found.candidates) == ("Qarvandu", None, None, ())
    assert linked(text, "Kherson").id is not None


def test_places_left_open_keep_candidates_with_scores() -> None:
    known = gazetteer()
    numbers = tuple(int(n) for n in known.named("Springfield").numbers[:4])  # type: ignore[union-attr]
    found = place(known, Span(0, 11, "Springfield"), Resolved(numbers, (0.3, 0.28, 0.22, 0.2)))
    assert LEAST > 0.3
    assert (found.id, found.lat) == (None, None)
    assert [c.score for c in found.candidates] == [0.3, 0.28, 0.22]


def test_places_mentions_are_of_literal_use_only() -> None:
    text = "Azerbaijan accused Armenia of firing on a village near Goris."
    assert "Goris" in [m.mention.text for m in PlaceLinker(read(text)).mentions()]
    assert "Azerbaijan" not in [m.mention.text for m in PlaceLinker(read(text)).mentions()]


def test_places_adjectives_are_no_places() -> None:
    text = "A Russian officer spoke."
    assert PlaceLinker(read(text)).place(Span.of(text, 2, 9)) is None


def test_places_said_to_hold_one_another() -> None:
    text = "He moved from Paris, Texas, to Paris."
    layers = parse(document(text))
    marked = [(14, 19), (21, 26), (31, 36)]
    found = occurrences(layers, tuple(Toponym(s, e, "literal", 1.0) for s, e in marked), gazetteer())
    assert len(found.names) == 3
    assert found.of[0] != found.of[2]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("the northern province of Idlib", "the northern province of idlib"),
        ("Idlib province", "idlib"),
        ("eastern Aleppo", "aleppo"),
        ("city of Raqqa", "raqqa"),
        ("Kherson's", "kherson"),
    ],
)
def test_places_forms_of_names(text: str, form: str) -> None:
    assert form in list(forms(text))


@pytest.mark.parametrize(
    ("words", "name"),
    [("Jalalabad", "Jalalabad"), ("the Lachin corridor", "Lachin Corridor")],
)
def test_places_have_the_reports_accents_and_the_gazetteers_case(reader: Reader, words: str, name: str) -> None:
    report = reader.read(f"Lorries were turned back near {words} in May.", published="2031-05-14")
    assert name in [m.place.name for m in report.mentions if m.place is not None]
