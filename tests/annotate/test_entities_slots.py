"""Names by their place in a document's layout."""

import pytest

from onrecord.annotate.entities_slots import initials, slot_names
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document


def slots(text: str) -> list[str]:
    """The names that the layout of a text tells."""
    layers = parse(document(text))
    return [layers.text[e.start : e.end] for e in slot_names(layers)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We wait.\n\n(Signed) Goran Velik Permanent Representative", ["Goran Velik"]),
        ("We wait.\n\nYours sincerely, Goran Velik Minister of Trade", ["Goran Velik"]),
        ("NEWS CONFERENCE A.M. – Ada Marlin, Minister of Trade\n\nA.M.: The road is open.", ["Ada Marlin"]),
        ("Present: the director Rashid al-Amin (RA)\n\nRA: The road is open.", ["Rashid al-Amin"]),
        ("Ada Marlin @adamarlin\n\nThe road is open.", ["Ada Marlin"]),
        ("HIGHLIGHTS OF THE BRIEFING BY INGRID SOLHEIM, SPOKESPERSON\n\nThe road is open.", ["INGRID SOLHEIM"]),
        ("Centre for Roads. Author: Ada Marlin\n\nThe road is open.", ["Ada Marlin"]),
        ("Q: Is it open?\n\nLT. COL. MARLIN: It is.", ["LT. COL.", "MARLIN"]),
    ],
)
def test_entities_slots_name_persons(text: str, names: list[str]) -> None:
    assert slots(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Orlen Harbour Tower (@orlentower) The road is open.",
        "United Nations (UN)\n\nThe road is open.",
        "PORT ORLEN, TOLVIA\n\nThe road is open.",
        "(Signed) Permanent Representative",
    ],
)
def test_entities_slots_leave_bodies_and_places(text: str) -> None:
    assert slots(text) == []


def test_entities_slots_initials_pass_over_articles() -> None:
    assert initials("Rashid al-Amin") == "RA"
