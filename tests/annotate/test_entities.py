"""Names: what the tables, the syntax of names and the text itself say against the tagger."""

import itertools

import pytest

from onrecord.annotate.entities import entities
from onrecord.annotate.gazetteer import folded, misspelled, standard
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document


def named(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Label and keys of each name of a text."""
    layers = parse(document(text))
    return {text[e.start : e.end]: (e.label, e.keys) for e in entities(layers)}


@pytest.mark.parametrize(
    ("text", "name", "label", "key"),
    [
        ("Troops left Lachin Corridor on Monday.", "Lachin Corridor", "LOC", "region:lachin-corridor"),
        ("Fighting resumed in Nagorno-Karabakh.", "Nagorno-Karabakh", "LOC", "region:nagorno-karabakh"),
        ("The OSCE Permanent Council met.", "OSCE Permanent Council", "ORG", "org:osce-permanent-council"),
        ("Turkey recalled its ambassador.", "Turkey", "GPE", "country:TUR"),
        ("The Kremlin denied it.", "Kremlin", "ORG", "body:rus-kremlin"),
        ("Chad closed the border.", "Chad", "GPE", "country:TCD"),
    ],
)
def test_entities_tables_have_the_last_word(text: str, name: str, label: str, key: str) -> None:
    found = named(text)
    assert found[name][0] == label
    assert found[name][1][0] == key


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("They ate turkey with us in march.", ("turkey", "us", "march")),
        ("Chad Wolf resigned on Friday.", ("Chad",)),
        ("Who can care about it?", ("Who", "can", "care", "it")),
        ("A republic of Nigeria-sized proportions, or Nigerias.", ("Nigerias",)),
    ],
)
def test_entities_no_names_in_common_words_and_persons(text: str, absent: tuple[str, ...]) -> None:
    found = named(text)
    for word in absent:
        assert word not in found or not found[word][1], found


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Foreign Minister Ada Lindqvist spoke first.", "Ada Lindqvist"),
        ("The statement came from spokesman Orsolo Brandt on Monday.", "Orsolo Brandt"),
        ("The works chief, Dav Ingram, said it was closed.", "Dav Ingram"),
        ("Lt. Gen. Karel Havran took command.", "Karel Havran"),
    ],
)
def test_entities_title_makes_a_person(text: str, person: str) -> None:
    assert named(text)[person][0] == "PERSON"


def test_entities_last_name_is_the_person_everywhere() -> None:
    found = named("Foreign Minister Ada Lindqvist spoke. Later, Lindqvist left. The talks with Lindqvist went on.")
    assert found["Lindqvist"][0] == "PERSON"


@pytest.mark.parametrize(
    ("text", "state", "demonym"),
    [
        ("Veldoria closed its border. Veldorian troops moved in.", "Veldoria", "Veldorian"),
        ("Tavria protested. Tavrian officials left the hall.", "Tavria", "Tavrian"),
    ],
)
def test_entities_learns_states_from_their_adjective(text: str, state: str, demonym: str) -> None:
    found = named(text)
    assert found[state] == ("GPE", (f"local:{state.lower()}",))
    assert found[demonym] == ("NORP", (f"local:{state.lower()}",))


def test_entities_learns_states_from_their_institutions() -> None:
    assert named("Marketh's foreign ministry summoned the envoy.")["Marketh"] == ("GPE", ("local:marketh",))


def test_entities_georgia_keeps_both_readings() -> None:
    assert named("Georgia passed the bill.")["Georgia"][1] == ("country:GEO", "region:us-georgia")
    american = named("Georgia passed the bill, officials said in Atlanta.")
    assert american["Georgia"][1][0] == "region:us-georgia"


def test_entities_do_not_overlap_and_are_grounded() -> None:
    text = "U.S. Secretary of State Mike Turner met Bank of America chiefs, the Azerbaijani Foreign Ministry said."
    layers = parse(document(text))
    found = entities(layers)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert any(text[e.start : e.end] == "Bank of America" for e in found)
    assert any(text[e.start : e.end] == "Azerbaijani" and e.label == "NORP" for e in found)


def test_gazetteer_folding_keeps_every_character_at_its_place() -> None:
    text = "İstanbul, Côte d’Ivoire — Türkiye ß ﬁ"
    assert len(folded(text)) == len(text)
    assert [text[h.start : h.end] for h in standard().hits(text)] == ["Côte d’Ivoire", "Türkiye"]


@pytest.mark.parametrize(
    ("words", "key"),
    [("United State", "country:USA"), ("Azerbajian", "country:AZE"), ("Veldoria", None), ("Chile", None)],
)
def test_gazetteer_one_letter_wrong(words: str, key: str | None) -> None:
    assert misspelled(words) == key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Istrana's prime minister, Leo Quist, spoke. Istrana is small.", "Istrana"),
        ("The foreign ministers of Aldria, Breckan and Corvane met in Harran.", "Breckan"),
        ("Foreign Minister Riku Okano of Tellandia left early.", "Tellandia"),
        ("A treaty with neighbouring Ostrela was signed.", "Ostrela"),
        ("Belmaro Defence Minister Otto Kress said his forces were ready.", "Belmaro"),
        ("Vestrin expelled two diplomats.", "Vestrin"),
    ],
)
def test_entities_states_are_told_by_what_only_states_have(text: str, name: str) -> None:
    label, keys = named(text)[name]
    assert label == "GPE" and keys[0].startswith("local:")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pam Dorel's foreign minister resigned. Dorel's border plan failed.", "Dorel"),
        ("Merkel's foreign minister resigned.", "Merkel"),
        ("Acting Foreign Minister Ada Lind resigned.", "Acting"),
    ],
)
def test_entities_persons_and_titles_are_no_states(text: str, name: str) -> None:
    label, keys = named(text).get(name, ("", ()))
    assert label != "GPE" and not any(key.startswith("local:") for key in keys)


def test_entities_an_occupation_is_no_first_name() -> None:
    assert "Pia Strand" in named("On the quay Councillor Pia Strand, who sits on the board, called on them to talk.")


def test_entities_an_adjective_in_i_is_of_the_state_beside_it() -> None:
    text = (
        "Quessari troops left. The premier said that Quessar would wait. Quessari Defence Minister Rashid Omer agreed."
    )
    found = named(text)
    assert found["Quessari"][1] == found["Quessar"][1] == ("local:quessar",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister of Foreign Affairs of Kazakhstan Alisher Normatov said so.", "Alisher Normatov"),
        ("Russian Ambassador to Ankara Alexei Yerkhanov said so.", "Alexei Yerkhanov"),
        ("The Minister for Trade of South Korea Kang Myung-hwan said so.", "Kang Myung-hwan"),
        ("Minister of Defence of the Republic of Armenia Ivan Torsky said so.", "Ivan Torsky"),
    ],
)
def test_entities_a_name_follows_a_title_and_its_state(text: str, name: str) -> None:
    assert named(text)[name][0] == "PERSON"


@pytest.mark.parametrize("text", ["Troops of Burkina Faso Army Group left.", "He was minister of Saudi Arabia Air."])
def test_entities_no_name_follows_a_state_without_a_title_or_two_names(text: str) -> None:
    assert not any(label == "PERSON" for label, _ in named(text).values())


@pytest.mark.parametrize("name", ["Khalid bin Salem al-Rashid", "Prince Bandar bin Salem al-Rashid"])
def test_entities_a_name_goes_on_behind_bin(name: str) -> None:
    assert [words for words, (label, _) in named(f"He met {name} on Monday.").items() if label == "PERSON"] == [name]


def test_entities_the_second_half_of_a_compound_of_towns_is_nobodys_name() -> None:
    text = "The Union’s envoy for the Oslo-Ashgabat talks, Runa Feld, left."
    assert [name for name, (label, _) in named(text).items() if label == "PERSON"] == ["Runa Feld"]


def test_entities_a_state_of_the_tables_in_a_bodys_name_is_that_state() -> None:
    assert named("The Central Bank of Nigeria cut its rate.")["Nigeria"] == ("GPE", ("country:NGA",))


@pytest.mark.parametrize(
    "text",
    [
        "Crews repaired the pier before Easter and after Passover.",
        "Bakeries closed for Eid al-Fitr 2022 and for Nowruz.",
        "The kiln was lit at 0735 GMT on Friday.",
    ],
)
def test_entities_feasts_and_time_zones_are_nobodys_names(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        (
            "The U.S. State Department warned Sri Lanka.",
            "U.S. State Department",
            "body:usa-united-states-department-of-state",
        ),
        (
            "The Department of Energy warned a mill.",
            "Department of Energy",
            "body:usa-united-states-department-of-energy",
        ),
    ],
)
def test_entities_a_body_that_names_its_state_is_no_others(text: str, name: str, key: str) -> None:
    assert named(text)[name] == ("ORG", (key,))


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's Department of Transportation warned a mill.",
        "The Philippine Justice Department warned a mill.",
        "In Ghana the Department of Energy warned a mill.",
    ],
)
def test_entities_departments_are_of_the_state_that_has_them(text: str) -> None:
    assert not any(key.startswith("body:usa") for _, keys in named(text).values() for key in keys)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("PORT AMARE, Velland. The mills stand still.", True),
        ("PORT AMARE, Vell. The mills stand still.", False),
        ("PORT AMARE. The mills stand still.", False),
    ],
)
def test_entities_a_full_stop_ends_a_dateline_behind_a_state(text: str, state: bool) -> None:
    found = named(text)
    assert ("local:velland" in [key for _, keys in found.values() for key in keys]) == state
    assert any(key.startswith("local:") for _, keys in found.values() for key in keys) == state
