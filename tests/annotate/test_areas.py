"""Names of states and capitals that the words beside them call a division's."""

import pytest

from onrecord.annotate.areas import area, is_division
from onrecord.reader import Reader


def at(text: str, name: str) -> tuple[str, int, int]:
    start = text.index(name)
    return text, start, start + len(name)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("floods in Kano State", "Kano", "division"),
        ("in the state of Washington", "Washington", "division"),
        ("near Lake County line", "Lake County", "district"),
        ("in Donetsk oblast", "Donetsk", "division"),
        ("Chad state television", "Chad", ""),
        ("the Niger State of things", "Niger", ""),
        ("in Donetsk on Monday", "Donetsk", ""),
    ],
)
def test_areas_are_told_by_the_word_beside(text: str, name: str, told: str) -> None:
    assert area(*at(text, name)) == told


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "name", "country", "told"),
    [
        ("the Niger State governor", "Niger", "NER", True),
        ("the state of Washington", "Washington", "USA", True),
        ("Washington state troopers", "Washington", "USA", True),
        ("the State of Israel", "Israel", "ISR", False),
        ("the state of Mexico", "Mexico", "MEX", False),
        ("Niger state television", "Niger", "NER", False),
        ("Washington State Department officials", "Washington", "USA", False),
    ],
)
def test_areas_states_are_not_divisions_of_the_same_name(text: str, name: str, country: str, *, told: bool) -> None:
    assert is_division(*at(text, name), country) is told


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "ident", "wrong"),
    [
        ("The Niger State governor said 14 people died in Niger State.", "geonames:2328925", "country:NER"),
        ("The state of Washington declared an emergency.", "geonames:5815135", "country:USA"),
    ],
)
def test_areas_are_read_as_divisions(reader: Reader, text: str, ident: str, wrong: str) -> None:
    mentions = reader.read(text).mentions
    assert ident in {m.place.id for m in mentions if m.place}
    assert wrong not in {m.actor.id for m in mentions if m.actor}
