"""Whose the bare officials and bodies of a report are: of its dateline, of the capital it tells, of nobody told."""

import pytest

from onrecord.model import Actor
from onrecord.reader import Reader


def speaker(reader: Reader, text: str, words: str) -> Actor:
    """Who says what contains `words`."""
    found = [s for s in reader.read(text).statements if any(words in span.text for span in s.content)]
    assert found[0].speaker is not None
    return found[0].speaker


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The army said two posts had been hit.", "two posts"),
        ("Interior Minister Tarek Maalouf said the road was shut.", "road was shut"),
        ("A senior security official said the cabinet would meet.", "cabinet would meet"),
        ("The Supreme Court said the appeal came too late.", "too late"),
        ("A government source said the convoy had left.", "convoy had left"),
    ],
)
def test_setting_of_a_dateline_is_that_of_bare_officials_and_bodies(reader: Reader, said: str, words: str) -> None:
    lead = "BEIRUT, May 4 (Wire) - The government on Friday rejected Israeli remarks on the border.\n\n"
    assert speaker(reader, lead + said, words).country == ("LBN",)


@pytest.mark.parametrize("said", ["The foreign minister said the talks would resume.", "The army said it had no part."])
def test_setting_of_a_place_of_meetings_tells_nobodys_state(reader: Reader, said: str) -> None:
    text = f"GENEVA, May 4 (Wire) - Envoys of Velland and Osmark met on Friday.\n\n{said}"
    assert speaker(reader, text, "talks" if "talks" in said else "no part").country == ()


def test_setting_of_a_dateline_is_no_letterhead(reader: Reader) -> None:
    text = (
        "PARIS, May 4 - Velland's army and Osmark's army traded fire.\n\nThe foreign minister said the truce was dead."
    )
    assert speaker(reader, text, "truce was dead").country != ("FRA",)


@pytest.mark.parametrize(
    "lead",
    [
        "The government on Thursday closed its border with Orlesk.",
        "The government on Thursday summoned Orlesk's ambassador.",
        "On the Orlesk side two men were hurt. Orlesk's army fired flares.",
    ],
)
def test_setting_is_not_the_state_across_the_border(reader: Reader, lead: str) -> None:
    text = f"HALDE, May 4 (Wire) - {lead}\n\nInterior Minister Pia Lund said the road would stay shut."
    told = speaker(reader, text, "stay shut")
    assert (told.country, told.state) == ((), None)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Sellin, the Tarvian capital, was quiet", "In Sellin, the foreign ministry said the road was shut."),
        ("Tarvia's capital, Sellin, was quiet", "The government in Sellin said the road was shut."),
        ("Sellin, capital of Tarvia, was quiet", "In Sellin, Foreign Minister Per Hale said the road was shut."),
    ],
)
def test_setting_of_a_capital_is_that_which_the_text_tells(reader: Reader, told: str, said: str) -> None:
    text = f"Tarvia's army and Osmark's army traded fire, but {told}.\n\n{said}"
    assert speaker(reader, text, "road was shut").state == "Tarvia"


def test_setting_goes_to_the_state_whose_side_a_paragraph_tells(reader: Reader) -> None:
    text = (
        "Osmark's army and Tarvia's army traded fire.\n\nOn the Tarvian side, border guard commander Colonel Per Hale "
        "said his men had slept."
    )
    assert speaker(reader, text, "men had slept").state == "Tarvia"


def test_setting_of_a_town_is_no_state_of_its_policeman(reader: Reader) -> None:
    told = speaker(reader, "The police chief in Loben, Rolf Hase, said two shells had been found.", "two shells")
    assert told.state is None
    assert "Loben" in (told.office or "")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Minister of Mines of Orlesk, Per Hale, said the pit was shut.", "Orlesk"),
        ("The energy minister of Orlesk said the pit was shut.", "Orlesk"),
        ("Crown Prince Karim al-Hadir of Orlesk said the pit was shut.", "Orlesk"),
        ("The president of Orlesk University said the pit was shut.", None),
    ],
)
def test_setting_knows_states_by_whose_ministers_they_have(reader: Reader, text: str, state: str | None) -> None:
    assert speaker(reader, text, "pit was shut").state == state


def test_setting_keeps_one_ministry_apart_from_another(reader: Reader) -> None:
    text = "India's foreign ministry said nothing. The interior ministry said the crossing was closed."
    assert "Foreign" not in (speaker(reader, text, "crossing was closed").name or "")


def test_setting_names_the_state_of_people_without_a_name(reader: Reader) -> None:
    text = "Tarvia's army left. A Tarvian source said the road was shut."
    assert speaker(reader, text, "road was shut").state == "Tarvia"
