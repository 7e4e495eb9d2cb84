"""Where conditions are: named in their clause, by whose it is, by a noun for a place named before, or carried on."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _of(reader: Reader, text: str, words: str) -> Condition:
    found = [c for c in reader.read(text, published="2031-06-12").conditions if words in c.evidence.text]
    assert found, words
    return found[0]


def _name(reader: Reader, text: str, words: str) -> str | None:
    place = _of(reader, text, words).place
    return None if place is None else place.name or place.mention.text


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Reports came from Ostrel, where 9,000 residents were without drinking water.", "without", "Ostrel"),
        ("Twelve people were killed in a clash near Bendu on Sunday.", "killed", "Bendu"),
        ("In Varna the bakers said that flour was running out.", "running out", "Varna"),
        ("Varna’s main hospital has run out of insulin.", "run out", "Varna"),
        ("The mayor of Varna said that bread would run out on Friday.", "run out", "Varna"),
        ("Some 4,000 people have fled Varna and Shumen.", "fled", "Varna"),
        ("A Vienna-based charity said that soldiers had killed two herders near Shumen.", "killed", "Shumen"),
    ],
)
def test_condition_place_is_named_with_what_is_told(reader: Reader, text: str, words: str, name: str) -> None:
    assert _name(reader, text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Guards left the Keth exclave.\n\nThe exclave’s hospital is short of blood.", "short", "Keth exclave"),
        ("The convoy left for the town of Sorva.\n\nThe town’s clinic has run out of oxygen.", "run out", "Sorva"),
        ("The Anda highway leads north.\n\nThe road has been closed for ten days.", "closed", "Anda highway"),
        (
            "Ministers met over the railway from the port of Sarrat.\n\nThe track has been closed since 2 May.",
            "closed",
            "railway from the port of Sarrat",
        ),
        ("The road between Mbora and Kilu was closed to lorries on 2 May.", "closed", "road between Mbora and Kilu"),
        (
            "No food came to Ruvu District. Nurses said the district hospital is without oxygen.",
            "oxygen",
            "Ruvu District",
        ),
        ("About 30 trucks were turned back at the Tolian checkpoint at Varna.", "turned back", "Varna"),
    ],
)
def test_condition_place_is_the_one_named_before(reader: Reader, text: str, words: str, name: str) -> None:
    assert _name(reader, text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("“We are down to our last rice,” said Amna Said, who runs a kitchen in Varna.", "down to", "Varna"),
        ("Envoys met over the road to Shumen.\n\nThe village’s 900 people have no water.", "no water", "Shumen"),
        ("The convoy was sent from Varna. Two drivers were killed and robbed near Shumen.", "killed", "Shumen"),
    ],
)
def test_condition_place_by_who_tells_and_what_goes_on(reader: Reader, text: str, words: str, name: str) -> None:
    assert _name(reader, text, words) == name


def test_condition_place_of_a_route_by_what_it_is_at(reader: Reader) -> None:
    text = "Troops held the bridge at Kessum. Lorries from Vienna are stuck at the bridge, drivers said."
    place = _of(reader, text, "stuck").place
    assert place is not None
    assert (place.name, place.mention.text) == ("bridge at Kessum", "the bridge")


def test_condition_place_of_a_noun_keeps_the_words(reader: Reader) -> None:
    place = _of(
        reader, "The convoy left for the town of Sorva.\n\nThe town’s clinic has run out of oxygen.", "run out"
    ).place
    assert place is not None
    assert place.mention.text.startswith("The town")


def test_condition_place_is_carried_on_within_a_paragraph(reader: Reader) -> None:
    text = "In Varna, some 600 people marched on the garrison. Police fired tear gas; two people were hurt."
    assert _name(reader, text, "hurt") == "Varna"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Vienna, a spokesman said two soldiers had been wounded.", "wounded"),
        ("Two women died in Varna.\n\nCoal is running out, the energy minister said.", "running out"),
        ("Lorries with Bulgarian number plates have been turned back since 3 May.", "turned back"),
        ("Sources in Vienna said the ship had struck a mine. Three crewmen were killed.", "killed"),
        ("The paper wrote from Vienna. Shops have run out of flour, a man in Brussels was told.", "run out"),
        ("The Vell road is open and the Orn road is open.\n\nThe road has been closed for six weeks.", "been closed"),
    ],
)
def test_condition_place_is_left_open_where_no_words_tell_it(reader: Reader, text: str, words: str) -> None:
    place = _of(reader, text, words).place
    assert place is None or place.name is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya protested Uganda's closure of the Moyale crossing on Monday.", "Moyale crossing"),
        ("He condemned the country's blockade of the Orlo road since May.", "Orlo road"),
    ],
)
def test_condition_places_who_closes_a_route_is_not_what_is_closed(reader: Reader, text: str, place: str) -> None:
    (closed,) = reader.read(text, published="2031-05-14").conditions
    assert closed.place is not None and closed.place.name == place


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # who closes a bridge is not where it is
        ("Velmar closed the Sorva border bridge to trucks on Monday.", "closed", "Sorva border bridge"),
        ("Tamsk, the only crossing between Velmar and Orsk, has been shut since May.", "shut", "Tamsk"),
        # "there" is where the teller lives; a quotation of two sentences has its teller after the second
        ("She left Orsk. The mayor of Varna warned that the clinic there could run out of oxygen.", "oxygen", "Varna"),
        (
            "“The ward has no serum left. We send people home,” Lena Orr, head of surgery at Keth hospital, said.",
            "serum",
            "Keth hospital",
        ),
        (
            "‘The ward has no serum left. We send people home,’ Lena Orr, head of surgery at Keth hospital, said.",
            "serum",
            "Keth hospital",
        ),
        # a teller without a place, a paragraph after the last want
        (
            "In Varna, the price of rice has doubled.\n\n“We have salt for two days,” a baker told reporters.",
            "salt",
            "Varna",
        ),
        # nobody lives on a road
        ("People stood in Varna, on the road to Orsk. The wards have no blood left.", "blood", "Varna"),
    ],
)
def test_condition_place_of_what_is_closed_and_of_who_tells(reader: Reader, text: str, words: str, name: str) -> None:
    assert _name(reader, text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A blast wrecked the Chadian Embassy in Halmar's main port Varna.", "wrecked", "Varna"),
        ("Halmar mourned nine guards, and 40 clerks wounded when shells fell on the consulates of Chad in Kenya.",
         "wounded", "Kenya"),
        ("At least 17 fighters of the Islamic State were killed on Monday.", "killed", None),
        ("Nine miners were killed on Monday, according to the Varna Media Centre.", "killed", None),
    ],
)  # fmt: skip
def test_an_embassy_is_not_where_its_state_is_nor_a_group_a_place(
    reader: Reader, text: str, words: str, name: str | None
) -> None:
    assert _name(reader, text, words) == name


def test_one_place_told_once_is_not_that_of_all_the_dead(reader: Reader) -> None:
    text = (
        "The bomb went off at noon, killing 247 people.\n\nNine were hurt by glass.\n\n"
        "The death toll in Varna, where another bomb exploded, has risen to 12."
    )
    assert _name(reader, text, "247") is None
