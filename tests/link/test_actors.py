"""Who is meant: names, titles, offices by date, bodies, states, pronouns, pairs, and what must stay open."""

from dataclasses import replace

import pytest

from onrecord.annotate.entities import entities
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.quotations import quotations
from onrecord.ingest.document import document
from onrecord.link.actors import ActorLinker
from onrecord.model import Actor, Span
from onrecord.reader import Reader, load


def layers_of(text: str, published: str | None = None) -> Layers:
    layers = parse(document(text, published=published))
    layers = replace(layers, quotations=tuple(quotations(layers)))
    return replace(layers, entities=entities(layers))


def ask(text: str, words: str, published: str | None = None, nth: int = 0, voice: Actor | None = None) -> list[Actor]:
    """The actors that the nth occurrence of `words` in `text` stands for."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return list(ActorLinker(layers_of(text, published)).actors(Span(start, start + len(words), words), voice))


def one(text: str, words: str, published: str | None = None, nth: int = 0) -> Actor:
    (actor,) = ask(text, words, published, nth)
    return actor


VELDORIA = (
    "Veldorian Foreign Minister Ada Lindqvist met Tavrian President Oskar Brandt in Port Halden on Monday. "
    'Veldoria\'s foreign ministry said the talks were useful. "We want peace," Lindqvist said. '
    "The minister thanked the president. He said Tavria would answer. She left."
)


@pytest.mark.parametrize(
    ("words", "nth", "name"),
    [
        ("Veldorian Foreign Minister Ada Lindqvist", 0, "Ada Lindqvist"),
        ("Lindqvist", 1, "Ada Lindqvist"),
        ("The minister", 0, "Ada Lindqvist"),
        ("the president", 0, "Oskar Brandt"),
        ("He", 0, "Oskar Brandt"),
        ("She", 0, "Ada Lindqvist"),
        ("Veldoria's foreign ministry", 0, "Ministry of Foreign Affairs of Veldoria"),
        ("Tavria", 1, "Tavria"),
    ],
)
def test_actors_of_an_invented_world_come_from_the_text_alone(words: str, nth: int, name: str) -> None:
    assert one(VELDORIA, words, "2023-01-18", nth).name == name


def test_actors_invented_persons_get_no_reference_entry() -> None:
    actor = one(VELDORIA, "Lindqvist", "2023-01-18")
    assert actor.id == "local:ada-lindqvist"
    assert actor.office == "Foreign Minister, Veldoria"


@pytest.mark.parametrize(
    ("text", "words", "published", "name", "country", "by"),
    [
        ("The French president spoke.", "The French president", "2023-02-14", "Emmanuel Macron", "FRA", "office"),
        ("Germany's chancellor spoke.", "Germany's chancellor", "2010-05-05", "Angela Merkel", "DEU", "office"),
        ("Secretary Blinken spoke.", "Secretary Blinken", "2023-01-18", "Antony Blinken", "USA", "name"),
        ("Sergei Lavrov, Russia's foreign minister, spoke.", "Sergei Lavrov", "2015-01-01", "Sergey Lavrov", "RUS",
         "name"),
    ],
)  # fmt: skip
def test_actors_offices_by_state_and_date(
    text: str, words: str, published: str, name: str, country: str, by: str
) -> None:
    actor = one(text, words, published)
    assert (actor.name, actor.country, actor.resolved_by) == (name, (country,), by)
    assert actor.id is not None
    assert actor.id.startswith(("wikidata:", "person:"))


@pytest.mark.parametrize(
    ("text", "words", "published", "name"),
    [
        ("The French president spoke.", "The French president", None, "French president"),
        ("The prime minister spoke.", "The prime minister", "2023-02-14", None),
        ("The French president spoke.", "The French president", "2026-06-01", "French president"),
        ("A senior Armenian official spoke.", "A senior Armenian official", "2023-02-14", None),
    ],
)
def test_actors_abstain_where_state_or_date_is_missing(
    text: str, words: str, published: str | None, name: str | None
) -> None:
    actor = one(text, words, published)
    assert (actor.name, actor.id, actor.resolved_by) == (name, None, "unresolved")


def test_actors_snapshot_end_leaves_candidates_not_a_name() -> None:
    actor = one("Armenia's foreign minister spoke.", "Armenia's foreign minister", "2026-06-01")
    assert (actor.name, actor.id) == ("Armenia's foreign minister", None)
    assert [c.name for c in actor.candidates] == ["Ararat Mirzoyan"]


def test_actors_two_prime_ministers_are_not_told_apart_by_a_bare_title() -> None:
    text = (
        "Prime Minister Oren Hask of Veldoria and Prime Minister Livia Dorn of Karsunia met.\n"
        "A storm came up over the bay that evening.\nThe prime minister left."
    )
    actor = one(text, "The prime minister")
    assert actor.name is None
    assert {c.name for c in actor.candidates} == {"Oren Hask", "Livia Dorn"}


def test_actors_namesake_in_another_walk_of_life_is_somebody_else() -> None:
    actor = one("Farmer Michael Carpenter lost his barn.", "Michael Carpenter", "2023-01-18")
    assert actor.id == "local:michael-carpenter"
    assert actor.country == ()


PASHINYAN = (
    "Armenian Prime Minister Nikol Pashinyan called Secretary of State Antony Blinken. "
    "Pashinyan’s office published a readout. The two discussed the corridor."
)


def test_actors_office_of_an_office_holder() -> None:
    actor = one(PASHINYAN, "Pashinyan’s office", "2023-01-18")
    assert actor.name == "Office of the Prime Minister of Armenia"
    assert actor.kind == "office"
    assert actor.country == ("ARM",)


def test_actors_the_two_are_those_who_spoke() -> None:
    assert [a.name for a in ask(PASHINYAN, "The two", "2023-01-18")] == ["Nikol Pashinyan", "Antony Blinken"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("He called on Azerbaijan and Armenia to talk.", "Azerbaijan and Armenia", ["Azerbaijan", "Armenia"]),
        ("He called on Azerbaijan—and Russia—to talk.", "Azerbaijan—and Russia", ["Azerbaijan", "Russia"]),
        ("Baku said it would wait.", "Baku", ["Government of Azerbaijan"]),
        ("Azerbaijani forces left.", "Azerbaijani forces", ["Azerbaijani forces"]),
        ("Poachers left.", "Poachers", ["Poachers"]),
        ("The Security Council met. The council heard him.", "The council", ["United Nations Security Council"]),
        ("The OSCE Permanent Council met. The organization is in Vienna.", "The organization",
         ["Organization for Security and Co-operation in Europe"]),
        ("Iran and Iraq signed. They will trade.", "They", ["Iran", "Iraq"]),
    ],
)  # fmt: skip
def test_actors_states_bodies_and_groups(text: str, words: str, names: list[str]) -> None:
    assert [a.name for a in ask(text, words)] == names


def test_actors_we_is_the_speaker_and_his_state() -> None:
    voice = Actor(name="Ned Price", id="p", kind="person", country=("USA",), sector="GOV", resolved_by="name")
    assert [a.name for a in ask('"We agree," he said.', "We", voice=voice)] == ["Ned Price", "United States"]
    assert [a.name for a in ask('"I agree," he said.', "I", voice=voice)] == ["Ned Price"]
    assert ask('"We agree," he said.', "We")[0].name is None


def test_actors_ours_are_the_speakers() -> None:
    voice = Actor(name="Rhona Pell", id="p", kind="person", country=("GBR",), sector="GOV", resolved_by="name")
    assert [a.name for a in ask('"Our forces left," she said.', "Our forces", voice=voice)] == ["British forces"]
    assert ask('"Our government agrees," she said.', "Our government", voice=voice)[0].id == "country:GBR"
    assert ask('"My husband agrees," she said.', "My husband", voice=voice)[0].name == "Pell's husband"


def test_actors_you_are_the_audience() -> None:
    linker = ActorLinker(layers_of('"As you said, it is over," he added.'))
    audience = (Actor(name="Ararat Mirzoyan", id="m", kind="person"),)
    assert [a.name for a in linker.actors(Span(4, 7, "you"), None, audience)] == ["Ararat Mirzoyan"]


def test_actors_speaker_is_not_he_in_his_own_words() -> None:
    text = (
        "Foreign Minister Jonas Veld met President Oskar Brandt.\n"
        "“He was frank,” said Foreign Minister Jonas Veld in a statement."
    )
    assert one(text, "He").name == "Oskar Brandt"


@pytest.mark.parametrize("text", ["", "No names here.", "“”", "We. They. It.", "THE TWO SIDES MET", "\u200b \u2028 x"])
def test_actors_any_text_is_read(text: str) -> None:
    linker = ActorLinker(layers_of(text))
    for actor in linker.mentions():
        assert actor.mention is not None
        assert actor.mention.grounded_in(text)
    whole = Span(0, len(text), text)
    assert linker.actors(whole)
    assert linker.actor(whole).mention is not None


def test_actors_mentions_are_grounded_and_in_order() -> None:
    found = list(ActorLinker(layers_of(VELDORIA, "2023-01-18")).mentions())
    starts = [a.mention.start for a in found if a.mention is not None]
    assert starts == sorted(starts)
    assert all(a.mention is not None and a.mention.grounded_in(VELDORIA) for a in found)
    assert "in Port Halden" not in {a.name for a in found}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The OAS Permanent Council", "OAS Permanent Council"),
        ("The Permanent Council of the OAS", "Permanent Council of the OAS"),
        ("The OSCE Permanent Council", "OSCE Permanent Council"),
        ("The African Union's Peace and Security Council", "African Union Peace and Security Council"),
    ],
)
def test_actors_an_organ_is_of_the_body_beside_it(reader: Reader, words: str, name: str) -> None:
    report = reader.read(f"{words} condemned the attack.")
    assert name in {m.actor.name for m in report.mentions if m.actor is not None}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ethiopia's Gedion Worku said the bridge would stay shut.", ("ETH",)),
        ("Ethiopia’s Gedion Worku said the bridge would stay shut.", ("ETH",)),
        ("Friday's guest Gedion Worku said the bridge would stay shut.", ()),
    ],
)
def test_actors_a_person_is_of_the_state_that_is_told_to_have_him(
    reader: Reader, text: str, state: tuple[str, ...]
) -> None:
    (one,) = reader.read(text).statements
    assert one.speaker is not None and one.speaker.country == state


def test_actors_a_state_may_be_named_after_a_saint(reader: Reader) -> None:
    text = (
        "The bridge to San Telmo is shut. Its neighbours wrote to President Evaristo Quiroz of San Telmo.\n\n"
        "San Telmo’s foreign minister, Ramiro Espaillat, said that no list existed."
    )
    one = reader.read(text).statements[-1]
    assert one.speaker is not None and one.speaker.state == "San Telmo"


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Kuwait's Foreign Minister, Sheikh Fahd al-Mansour, said so.", "Fahd al-Mansour", "Foreign Minister, Kuwait"),
        ("Kuwait's Foreign Minister Sheikh Fahd al-Mansour said so.", "Fahd al-Mansour", "Foreign Minister, Kuwait"),
    ],
)
def test_actors_sheikh_is_a_form_of_address(reader: Reader, text: str, name: str, office: str) -> None:
    speaker = reader.read(text).statements[0].speaker
    assert speaker is not None and (speaker.name, speaker.office) == (name, office)


@pytest.mark.parametrize(
    ("text", "words", "office", "country"),
    [
        ("A senior Iranian diplomat said that it was over.", "A senior Iranian diplomat", "diplomat, Iran", ("IRN",)),
        ("A Turkish official said that talks would go on.", "A Turkish official", "official, Türkiye", ("TUR",)),
        ("The French foreign minister arrived.", "The French foreign minister", "foreign minister, France", ("FRA",)),
        ("The UN chief arrived.", "The UN chief", "chief, UN", ("IGO",)),
        ("The chancellor-designate of Germany arrived.", "The chancellor-designate of Germany",
         "chancellor-designate, Germany", ("DEU",)),
    ],
)  # fmt: skip
def test_actors_titles_without_a_name_are_mentions(
    text: str, words: str, office: str, country: tuple[str, ...]
) -> None:
    found = {m.span.text: m.actor for m in load().read(text).mentions if m.actor is not None}
    assert (found[words].office, found[words].country, found[words].resolved_by) == (office, country, "unresolved")
    assert found[words].id is None


@pytest.mark.parametrize(
    "text", ["The woman arrived.", "A resident said that the bridge was shut.", "The witness left."]
)
def test_actors_nouns_for_people_are_no_offices(text: str) -> None:
    assert not [m for m in load().read(text).mentions if m.kind == "actor"]
