"""Full names of office-holders are persons, however the words around them run into them."""

import pytest

from onrecord.annotate.entities import entities
from onrecord.annotate.entities_holders import holders
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document


def _names(text: str) -> list[str]:
    layers = parse(document(text))
    return [text[e.start : e.end] for e in holders(layers)]


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minister of Energy and Mines Salvador Mansell Castrillo arrived.", ["Salvador Mansell Castrillo"]),
        ("Italy Bahram Ghassemi", ["Bahram Ghassemi"]),
        ("Talks with Ararat Mirzoyan’s office went on.", ["Ararat Mirzoyan"]),
        ("Dorel Vantoreanu met Ilinca Vaxmark.", []),
        ("The United Kingdom and New Zealand signed.", []),
        ("the blinken antony road", []),
    ],
)
def test_holders_full_names(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Angela Merkel Hartwig, a nurse, said that the ward was shut.", []),
        ("A shepherd named Juan Manuel Santos Quispe was killed in the storm.", []),
        ("Michel Temer Junior said he was tired.", []),
        ("Maria Angela Merkel, a nurse, said that the ward was shut.", []),
        ("Chancellor Angela Merkel Monday left for Lima.", ["Angela Merkel"]),
        ("Angela Merkel Told Reporters She Would Leave", ["Angela Merkel"]),
        ("Former German Chancellor Angela Merkel Hartwig left for Lima.", ["Angela Merkel"]),
    ],
)
def test_holders_part_of_a_longer_name_is_no_name(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_entities_holder_wins_over_a_name_that_runs_on() -> None:
    text = "Nicaragua's Minister of Energy and Mines Salvador Mansell Castrillo travelled to Lima."
    layers = parse(document(text))
    persons = [text[e.start : e.end] for e in entities(layers) if e.label == "PERSON"]
    assert persons == ["Salvador Mansell Castrillo"]
