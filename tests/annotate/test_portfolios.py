"""What ministers are responsible for: where it ends, and what name follows it."""

import pytest

from onrecord.annotate.entities import entities
from onrecord.annotate.parse import parse
from onrecord.annotate.portfolios import portfolio_at, portfolio_end
from onrecord.ingest.document import document


@pytest.mark.parametrize(
    ("text", "title", "portfolio"),
    [
        ("The Minister for Water, Forests and Rural Roads spoke.", "Minister", "for Water, Forests and Rural Roads"),
        ("The Minister of the Interior and Ports of Tarn spoke.", "Minister", "of the Interior and Ports"),
        ("The minister for European affairs spoke.", "minister", "for European affairs"),
        ("The Minister of Justice and Defence Minister Orr spoke.", "Minister", "of Justice"),
        ("The Secretary of State for Health and Care spoke.", "Secretary", "of State for Health and Care"),
        ("The Secretary of the Security Council spoke.", "Secretary", ""),
        ("The Minister of Norland spoke.", "Minister", ""),
        ("The minister said of trade that it grew.", "minister", ""),
    ],
)
def test_portfolios_end_with_their_own_words(text: str, title: str, portfolio: str) -> None:
    doc = parse(document(text)).paragraphs[0].parse
    spot = next(token.i for token in doc if token.text == title) + 1
    assert doc[spot : portfolio_end(doc, spot)].text == portfolio


def test_portfolios_of_a_word_inside() -> None:
    doc = parse(document("The Minister for Water, Forests and Rural Roads spoke of Forests.")).paragraphs[0].parse
    inside = [token.text for token in doc if portfolio_at(doc, token.i) is not None]
    assert inside == ["for", "Water", ",", "Forests", "and", "Rural", "Roads"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Secretary of Defense Warren Pike said on Monday that the ships would stay.", "Warren Pike"),
        ("Norland's Minister of Disaster Relief and Resettlement Edda Voss said so.", "Edda Voss"),
        ("Minister of Transport and Public Works of Kenya Daniel Otieno said so.", "Daniel Otieno"),
        ("Finance Minister of Ghana Joseph Amoah said so.", "Joseph Amoah"),
        ("Permanent secretary in the Ministry of Defence Daniel Otieno said so.", "Daniel Otieno"),
    ],
)
def test_portfolios_are_no_part_of_the_name_behind(text: str, name: str) -> None:
    layers = parse(document(text))
    assert name in [text[e.start : e.end] for e in entities(layers) if e.label == "PERSON"]
