"""Which post the words behind a name tell, and which tell none; all names are invented."""

import pytest

from onrecord.model import Actor
from onrecord.reader import Reader
from tests.finding import by_cue


def speaker(text: str, reader: Reader) -> Actor:
    """Who says what the text tells with "said"."""
    found = by_cue(reader.read(text), "said").speaker
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ('"We are worn out," said Olav Brandt, one of the crew\'s lawyers.', "lawyer"),
        ("Lind, Liberal candidates clash over tolls. Olav Lind said the tolls would stay.", None),
        ("From Holm to Brandt, people have grumbled. Inga Brandt said the tolls would stay.", None),
        ('"It was late," said Inga Holm, the premier\'s former chief speechwriter.', "former chief speechwriter"),
        ('"It was late," said Inga Holm, then ambassador to Chile.', "ambassador to Chile"),
        (
            "Olav Brandt, brother of President Rolf Brandt and head of the Harbour Council, said the pier held.",
            "head, Harbour Council",
        ),
        ("Olav Brandt is a stubborn person. Brandt said the pier held.", None),
        ("Olav Brandt would be a gloomy president. Brandt said the pier held.", None),
        ('"They ring us daily," said Ada Holm, a spokeswoman in Leeds for the Rulla Tourist Board.',
         "spokeswoman, Rulla Tourist Board"),
    ],
)  # fmt: skip
def test_posts_after_a_name_are_of_its_bearer(text: str, office: str | None, reader: Reader) -> None:
    assert speaker(text, reader).office == office


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Immigration and Harbour Review Service Commissioner Doris Holm said the quota stood.",
         "Commissioner, Immigration and Harbour Review Service"),
        ("Former premier and Labour candidate Ada Holm said the quota stood.", "premier"),
        ("Where voters back the president, Ada Holm does well. Holm said the quota stood.", None),
        ("In her bid for president, Ada Holm has pressed on. Holm said the quota stood.", None),
    ],
)  # fmt: skip
def test_posts_before_a_name_are_of_its_bearer(text: str, office: str | None, reader: Reader) -> None:
    assert speaker(text, reader).office == office


def test_posts_what_somebody_is_accused_of_is_no_state_of_his(reader: Reader) -> None:
    text = "A clerk had accused President Holm of anti-Semitism. President Holm said the quota stood."
    assert speaker(text, reader).state is None
