"""Small places abroad from all that a report names: left open, with their candidates."""

from dataclasses import replace

from onrecord.annotate.layers import Toponym
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document
from onrecord.link.places import PlaceLinker
from onrecord.model import Place, Span


def linked(text: str, *names: str) -> Place:
    """The place that the first of `names` stands for, where all of them are marked as places of the text."""
    spots = [(text.index(name), text.index(name) + len(name)) for name in names]
    layers = parse(document(text))
    layers = replace(layers, toponyms=tuple(Toponym(start, end, "literal", 1.0) for start, end in sorted(spots)))
    found = PlaceLinker(layers).place(Span.of(text, *spots[0]))
    assert found is not None
    return found


def test_strays_are_left_open_with_candidates() -> None:
    text = "Gunmen burned boats at Baga, on the road from Monguno to Maiduguri in Nigeria."
    found = linked(text, "Baga", "Monguno", "Maiduguri", "Nigeria")
    assert (found.name, found.id, found.lat) == ("Baga", None, None)
    assert found.candidates


def test_strays_resolve_at_home() -> None:
    text = "The valley road from Manresa to Baga, in the north of Spain beyond Berga, is shut by snow."
    found = linked(text, "Baga", "Manresa", "Spain", "Berga")
    assert found.country == ("ESP",)
    assert found.lat is not None


def test_strays_need_company() -> None:
    found = linked("The council of Baga met.", "Baga")
    assert found.id is not None


def test_strays_are_small_places() -> None:
    text = "Envoys from Monguno, Maiduguri and Damaturu in Nigeria flew to Barcelona."
    found = linked(text, "Barcelona", "Monguno", "Maiduguri", "Damaturu", "Nigeria")
    assert found.country == ("ESP",)
