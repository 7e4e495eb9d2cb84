"""Places of conditions in words without a name, behind a pronoun, and of deeds whose end a participle tells."""

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.link.conditions_words import kinds
from onrecord.model import Condition
from onrecord.reader import Reader


def _of(reader: Reader, text: str, words: str) -> Condition:
    found = [c for c in reader.read(text, published="2031-06-12").conditions if words in c.evidence.text]
    assert found, words
    return found[0]


def _place(reader: Reader, text: str, words: str) -> tuple[str | None, str | None]:
    """(its name, its words) of the place of the condition told in these words."""
    place = _of(reader, text, words).place
    return (None, None) if place is None else (place.name, place.mention.text)


@pytest.mark.parametrize(
    ("text", "words", "mention"),
    [
        ("Ostria reopened its airspace to medical flights on Monday.", "reopened", "its airspace"),
        ("The company said that the pipeline would be shut again in May.", "shut", "the pipeline"),
        ("The police promised to clear the carriageway within a week.", "clear", "the carriageway"),
        ("Ministers trade blame as Keld tunnel stays shut", "stays shut", "Keld tunnel"),
    ],
)
def test_words_without_a_name_are_the_place(reader: Reader, text: str, words: str, mention: str) -> None:
    assert _place(reader, text, words)[1] == mention


@pytest.mark.parametrize(
    ("text", "words", "name", "mention"),
    [
        (
            "The Anda highway leads north.\n\nIt has been closed to lorries since 2 May.",
            "closed",
            "Anda highway",
            "It",
        ),
        (
            "The bishop of Varna, Ivo Marsk, said that nine infants had died in the camps since May.",
            "died",
            "Varna",
            "the camps",
        ),
        (
            "Varna’s main hospital has run out of insulin.\n\nOperations have stopped in the wards for want of ether.",
            "ether",
            "Varna",
            "the wards",
        ),
        (
            "In Varna the price of bread has tripled.\n\nThe hospital is without cooling, a nurse said.",
            "cooling",
            "Varna",
            "The hospital",
        ),
        (
            "In Varna the price of bread has tripled.\n\nThe dispensary has run out of serum.",
            "serum",
            "Varna",
            "The dispensary",
        ),
    ],
)
def test_words_without_a_name_are_of_the_place_that_is_known(
    reader: Reader, text: str, words: str, name: str, mention: str
) -> None:
    assert _place(reader, text, words) == (name, mention)


@pytest.mark.parametrize(
    ("text", "words", "mention"),
    [
        (
            "Gunmen from Shumen fired on the customs post, killing a clerk and wounding three.",
            "killing",
            "customs post",
        ),
        ("Guards raided a camp near Shumen, killing a clerk. The envoy flew to Varna.", "killing", "Shumen"),
    ],
)
def test_what_a_deed_led_to_is_where_it_was_done(reader: Reader, text: str, words: str, mention: str) -> None:
    assert mention in (_place(reader, text, words)[1] or "")


def test_a_line_is_the_place_and_not_its_end(reader: Reader) -> None:
    text = "The railway from Varna to Shumen has been idle since 2 May."
    assert _place(reader, text, "idle")[0] == "railway from Varna to Shumen"


def test_several_places_of_a_kind_are_not_the_one_named_beside_them(reader: Reader) -> None:
    text = "The governor of Varna said that no bread was being baked in six villages."
    assert _place(reader, text, "baked") == (None, "six villages")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Doctors said Ruvane had flour for three weeks.", "flour", "Ruvane"),
        ("In Ruvane the local health officer said that operations had been put off.", "put off", "Ruvane"),
        ("In Kesh, where 9,000 people live, power is available for two hours a day.", "power", "Kesh"),
        ("In Shumen petrol is down to five litres a car.", "petrol", "Shumen"),
        ("Buses with patients were turned back at Sofar.", "turned back", "Sofar"),
        ("Rima was calm, the observers said.", "calm", "Rima"),
    ],
)
def test_names_that_the_parser_mistakes_are_places(reader: Reader, text: str, words: str, name: str) -> None:
    assert _place(reader, text, words)[0] == name


def test_a_month_is_no_place(reader: Reader) -> None:
    text = "HIGHLIGHTS • Shelling resumed on 12 May around Velik."
    assert _place(reader, text, "Shelling")[0] == "Velik"


def test_who_lacks_did_not_bring_it_about(reader: Reader) -> None:
    assert _place(reader, "Wards in Shumen have no plasma left.", "plasma")[0] == "Shumen"


def test_who_dies_beside_want_is_where_the_want_is(reader: Reader) -> None:
    text = (
        "Bread has run out in Sorva.\n\n"
        "The minister told the council that Varna was short of flour and that two infants had died of hunger."
    )
    assert _place(reader, text, "infants")[0] == "Varna"


def test_a_landing_is_a_place_though_it_is_read_as_a_verb() -> None:
    doc = Doc(
        spacy.blank("en").vocab,
        words=["from", "the", "landing"],
        tags=["IN", "DT", "VBG"],
        pos=["ADP", "DET", "VERB"],
        lemmas=["from", "the", "land"],
        heads=[0, 2, 0],
        deps=["ROOT", "det", "pobj"],
    )
    assert kinds(doc[2]) == {"haven"}


def test_what_brought_a_plight_about_is_not_where_it_is(reader: Reader) -> None:
    text = (
        "He told the envoy of the severe humanitarian crisis that has been caused due to Tarnia's blockade of the Sarn "
        "Corridor."
    )
    assert _of(reader, text, "humanitarian crisis").place is None


@pytest.mark.parametrize("text", ["Northern hospitals are short of blood.", "Coastal road stays closed."])
def test_an_adjective_at_the_very_beginning_has_no_name_before_it(reader: Reader, text: str) -> None:
    assert reader.read(text).conditions
