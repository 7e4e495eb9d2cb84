"""Armed groups as reporting names them, and their people."""

import pytest

from onrecord.model import Actor
from tests.link.test_actors import ask, one


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("The village was taken by al-Shabaab on Monday.", "al-Shabaab", "group:al-shabaab-som"),
        ("The al-Shabaab group burnt two lorries.", "The al-Shabaab group", "group:al-shabaab-som"),
        ("Residents blamed al Qaeda for the fire.", "al Qaeda", "group:al-qaeda"),
        ("The Hamas movement turned the offer down.", "The Hamas movement", "group:hamas-pse"),
        ("The al-Shabaab militant group burnt it.", "The al-Shabaab militant group", "group:al-shabaab-som"),
    ],
)
def test_groups_in_their_usual_spelling(text: str, words: str, ident: str) -> None:
    assert one(text, words).id == ident


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Houthi officials turned the offer down.", "Houthi officials", "YEM"),
        ("A Houthi spokesman turned it down.", "A Houthi spokesman", "YEM"),
        ("Hezbollah militants burnt the lorries.", "Hezbollah militants", "LBN"),
        ("Hamas leader Samir Qandil turned it down.", "Hamas leader Samir Qandil", "PSE"),
        ("Islamic State gunmen burnt the lorries.", "Islamic State gunmen", "IMG"),
        ("Islamic State leader Samir Qandil turned it down.", "Islamic State leader Samir Qandil", "IMG"),
    ],
)
def test_groups_people_are_where_the_group_is(text: str, words: str, country: str) -> None:
    assert one(text, words).country == (country,)


def _named(text: str) -> list[Actor]:
    return [a for a in ask(text, text) if a.kind == "state"]


@pytest.mark.parametrize(
    "text",
    [
        "Houthi officials turned the offer down.",
        "The Ostrel Regional Government turned the offer down.",
        "The Ostrel Regional Government's prime minister left.",
    ],
)
def test_groups_and_regional_governments_are_no_states(text: str) -> None:
    assert not _named(text)


def test_groups_a_man_of_their_name_is_a_man() -> None:
    assert one("Mr al-Houthi left on Monday.", "al-Houthi").kind == "person"
