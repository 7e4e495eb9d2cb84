"""Bodies of states as reports name them, and what a report goes on to call them."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue


@pytest.mark.parametrize(
    ("words", "name", "again"),
    [
        ("The Russian Ministry of Foreign Affairs", "Ministry of Foreign Affairs of Russia", "ministry"),
        ("The Syrian Ministry of Health", "Ministry of Health of Syria", "ministry"),
        ("The Cameroonian Ministry of External Relations", "Ministry of External Relations of Cameroon", "ministry"),
        ("The South Korean Ministry of Unification", "Ministry of Unification of South Korea", "ministry"),
        ("The Belorini Ministry of Transport", "Belorini Ministry of Transport", "ministry"),
        ("Chad's Ministry of Foreign Affairs", "Ministry of Foreign Affairs of Chad", "ministry"),
    ],
)
def test_bodies_a_ministry_is_its_states_and_spoken_of_again(reader: Reader, words: str, name: str, again: str) -> None:
    report = reader.read(f"{words} said the road was shut. The {again} added that it would stay shut.")
    assert [s.speaker.name for s in report.statements if s.speaker] == [name, name]


def test_bodies_of_two_states_the_one_named_last_is_meant(reader: Reader) -> None:
    report = reader.read(
        "The Chadian Ministry of Foreign Affairs said the bridge was shut. The Cameroonian Ministry of External "
        "Relations said it was open. The ministry added that lorries were crossing."
    )
    assert report.statements[-1].speaker is not None
    assert report.statements[-1].speaker.name == "Ministry of External Relations of Cameroon"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "The Ministry of Defence of the Republic of Armenia said the post had been shelled.",
            "Ministry of Defence of Armenia",
            "ARM",
        ),
        (
            "The Ministry of Foreign Affairs and Trade of Samoa said the envoy had left.",
            "Ministry of Foreign Affairs and Trade of Samoa",
            "WSM",
        ),
        ("The Ministry of Defence of Veldoria said the bridge was open.", "Ministry of Defence of Veldoria", None),
        ("The Central Bank of Kenya said reserves had fallen.", "Kenyan Central Bank", "KEN"),
        (
            "Pakistan's Foreign Office said the charge was baseless.",
            "Ministry of Foreign Affairs of Pakistan",
            "PAK",
        ),
        (
            "The British Foreign Office said the charge was baseless.",
            "Foreign, Commonwealth and Development Office",
            "GBR",
        ),
        ("Karsunia’s Ministry of Defence said the bridge was open.", "Ministry of Defence of Karsunia", None),
        ("The office of Prime Minister Ada Venn said the bridge was open.", "Office of Ada Venn", None),
        ("Aldmark's Foreign Office said the charge was baseless.", "Ministry of Foreign Affairs of Aldmark", None),
        ("The Norrlandish Foreign Office said the charge was baseless.", "Norrlandish Foreign Office", None),
        ("The Ustrian Chancellery said the charge was baseless.", "Ustrian Chancellery", None),
        ("The Chancellery in Berlin said the charge was baseless.", "Government of Germany", "DEU"),
        ("The National Security Council of Ghana said the border was safe.", None, "GHA"),
        ("Ghana's National Security Council said the border was safe.", None, "GHA"),
        (
            "India's Foreign Office said a note was sent. The Foreign Office said no reply had come.",
            "Ministry of Foreign Affairs of India",
            "IND",
        ),
        (
            "India's Ministry of External Affairs (MEA) said a note was sent. The MEA said no reply had come.",
            "Ministry of Foreign Affairs of India",
            "IND",
        ),
        ("Chad's State Border Guard Service said trucks were waiting. The service said it would search them.",
         "State Border Guard Service", "TCD"),
    ],
)  # fmt: skip
def test_bodies_whose_a_states_body_is(reader: Reader, text: str, name: str | None, country: str | None) -> None:
    for statement in reader.read(text).statements:
        assert statement.speaker is not None
        assert name is None or statement.speaker.name == name
        assert statement.speaker.country == ((country,) if country else ())


@pytest.mark.parametrize(
    ("named", "noun", "name"),
    [
        ("Amnesty International", "group", "Amnesty International"),
        ("Hezbollah", "group", "Hezbollah"),
        ("MINUSMA", "mission", "MINUSMA"),
        ("UNHCR", "agency", "UNHCR"),
        ("TASS", "agency", "TASS"),
        ("The UN Security Council", "agency", None),
        ("UNIFIL", "agency", None),
        ("NATO", "group", None),
    ],
)
def test_bodies_of_the_tables_are_taken_up_by_a_noun_for_their_sort(
    reader: Reader, named: str, noun: str, name: str | None
) -> None:
    report = reader.read(f"{named} said the road was shut. The {noun} said it would stay shut.")
    last = report.statements[-1].speaker
    assert last is not None
    assert last.name == name if name else last.resolved_by == "unresolved"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Abkhazia's foreign ministry", "Ministry of Foreign Affairs of Abkhazia"),
        ("The Ministry of Foreign Affairs of Abkhazia", "Ministry of Foreign Affairs of Abkhazia"),
        ("The parliament of South Ossetia", "Parliament of South Ossetia"),
        ("Somaliland's government", "Government of Somaliland"),
        ("Georgia's foreign ministry", "Ministry of Foreign Affairs of Georgia"),
    ],
)
def test_bodies_of_a_region_are_not_those_of_the_state_that_claims_it(reader: Reader, words: str, name: str) -> None:
    (statement,) = reader.read(f"{words} said the road was shut.").statements
    assert statement.speaker is not None
    assert statement.speaker.name == name


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ECOWAS's commission said the bridge was shut.", "ECOWAS Commission"),
        ("The African Union's Peace and Security Council said the bridge was shut.", "Peace and Security Council"),
    ],
)
def test_bodies_an_organ_of_an_organisation_is_the_tables(reader: Reader, text: str, name: str) -> None:
    (statement,) = reader.read(text).statements
    assert statement.speaker is not None
    assert statement.speaker.id is not None and not statement.speaker.id.startswith("local:")
    assert name in (statement.speaker.name or "")


def test_bodies_an_administration_is_the_government_of_its_heads_state(reader: Reader) -> None:
    text = "President Olaf Brandt of Chile left. Argentina waited. The Brandt administration said the ferry would sail."
    speaker = by_cue(reader.read(text), "said").speaker
    assert speaker is not None and speaker.country == ("CHL",)


def test_bodies_the_states_of_a_continent_are_not_one_state(reader: Reader) -> None:
    (event,) = reader.read("Peru urged all European states to meet.").events
    assert [(actor.name, actor.kind) for actor in event.recipients] == [("European states", "people")]
