"""Who is named near an act and has no part in it."""

import pytest

from onrecord.model import Event
from onrecord.reader import Reader
from tests.extract.beside import events_of

AFTER = " Chad closed its border with Niger on Monday."


def act(reader: Reader, text: str, kind: str) -> Event:
    return next(e for e in reader.read(text + AFTER, published="2011-05-06").events if e.event == kind)


def doers(event: Event) -> set[str]:
    return {actor.name or "" for actor in event.actors}


def sufferers(event: Event) -> set[str]:
    return {actor.name or "" for actor in event.recipients}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Algeria condemned the shelling of a village in Morocco.", "Algeria"),
        ("The minister said that last month's attack on Algeria's ports must not go unanswered.", "Algeria"),
        ("Nine sailors of Chile were examined by the police over the bombing of two Moroccan consulates.", "police"),
        ("Two suspects in the Bali bombing were handed over to Australia for trial.", "Bali"),
    ],
)
def test_outsiders_who_judges_or_suffers_a_deed_did_not_do_it(reader: Reader, text: str, nobody: str) -> None:
    assert nobody not in doers(act(reader, text, "ASSAULT"))


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Two suspects in the Bali bombing were handed over to Australia for trial.", "Australia"),
        ("Algeria condemned the shelling of a village in Morocco.", "Algeria"),
    ],
)
def test_outsiders_what_is_done_elsewhere_in_the_sentence_is_not_done_to_them(
    reader: Reader, text: str, nobody: str
) -> None:
    assert nobody not in sufferers(act(reader, text, "ASSAULT"))


def test_outsiders_a_deed_is_named_after_its_place(reader: Reader) -> None:
    event = act(reader, "Two suspects in the Chad bombing were handed over to Mali for trial.", "ASSAULT")
    assert event.where is not None and event.where.name == "Chad"


def test_outsiders_those_harmed_stay(reader: Reader) -> None:
    event = act(reader, "Rebels claimed an attack on the Malian barracks in which soldiers died.", "ASSAULT")
    assert any("MLI" in actor.country for actor in event.recipients)


def test_outsiders_a_state_whose_leaders_ask_is_not_asked(reader: Reader) -> None:
    text = "Niger, whose ministers asked for the closing of the Tuareg camps in spring, sent troops on Monday."
    assert "Niger" not in sufferers(act(reader, text, "REQUEST"))


def test_outsiders_who_tells_of_an_act_does_not_do_it(reader: Reader) -> None:
    text = "Vela, the Peruvian president, said Quispe would think of sending a second team to Chile."
    assert doers(act(reader, text, "AGREE")) == {"Quispe"}


def test_outsiders_who_tells_of_a_breach_accuses(reader: Reader) -> None:
    text = "Mali's prime minister said it was Niger that had violated the truce."
    event = act(reader, text, "ACCUSE")
    assert any("NER" in actor.country for actor in event.recipients)


def test_outsiders_who_draws_criticism_is_criticised(reader: Reader) -> None:
    event = act(reader, "The Peruvian president drew criticism for his curfew.", "ACCUSE")
    assert not event.actors and {code for actor in event.recipients for code in actor.country} == {"PER"}


def test_outsiders_an_occasion_names_no_critic(reader: Reader) -> None:
    event = act(reader, "The criticism following Ortega's speech to parliament centred on his tone.", "ACCUSE")
    assert not event.actors


def test_outsiders_whoever_is_denounced_is_promised_nothing(reader: Reader) -> None:
    event = act(reader, "Peru denounced Chile's naval drills and pledged to stand firm.", "AGREE")
    assert not event.recipients


def test_outsiders_whoever_is_thanked_may_be_promised_something(reader: Reader) -> None:
    event = act(reader, "Peru thanked Chile and pledged to return the barges.", "AGREE")
    assert {code for actor in event.recipients for code in actor.country} == {"CHL"}


def test_outsiders_a_kind_before_a_name_is_not_another_party(reader: Reader) -> None:
    text = "The fishermen's union the Open Sea League sharply denounced Vega's quotas."
    assert doers(act(reader, text, "ACCUSE")) == {"Open Sea League"}


def test_outsiders_a_relative_pronoun_beside_a_subject_is_no_subject(reader: Reader) -> None:
    text = "Peru keeps sending home columns of migrants which, one bishop says, Bolivia and Ecuador have criticised."
    event = act(reader, text, "ACCUSE")
    assert doers(event) == {"Bolivia", "Ecuador"} and "migrants" not in sufferers(event)


@pytest.mark.parametrize(
    "text",
    [
        "Among the rescued miners were Bolivians and a cook from Paraguay.",
        "A trawler rescued last week was later sold to Peru by the Chilean navy.",
    ],
)
def test_outsiders_a_participle_without_an_agent_has_no_actor(reader: Reader, text: str) -> None:
    assert not act(reader, text, "AID").actors


def test_outsiders_a_participles_agent_stays(reader: Reader) -> None:
    event = act(reader, "The fishermen rescued by the Chilean navy on Friday were Peruvians.", "AID")
    assert {code for actor in event.actors for code in actor.country} == {"CHL"}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("She said Vega's murder was a stain on Peru.", "ASSAULT", set(), {"Vega"}),
        ("Mali's murder of a Peruvian guard shocked Lima.", "ASSAULT", {"Mali"}, None),
        ("Peru protested against Vega's arrest by Chile.", "COERCE", {"Chile"}, None),
    ],
)
def test_outsiders_whose_murder_it_is_suffered_it(
    reader: Reader, text: str, kind: str, actors: set[str], recipients: set[str] | None
) -> None:
    event = act(reader, text, kind)
    assert doers(event) == actors and (recipients is None or sufferers(event) == recipients)


def test_outsiders_whoever_calls_talk_of_a_deed_nonsense_does_not_do_it(reader: Reader) -> None:
    text = "The Malian minister waved off gossip about bombing Peruvian ports."
    assert all(e.event != "ASSAULT" or not e.actors for e in reader.read(text + AFTER, published="2011-05-06").events)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt's premier condemned the massacre in Libya.",
        "Egypt's premier denounced the killing of two nurses during a vaccination drive in Libya's capital.",
    ],
)
def test_outsiders_a_reproach_for_a_deed_is_not_turned_to_its_place(reader: Reader, text: str) -> None:
    assert "Libya" not in sufferers(act(reader, text, "ACCUSE"))


def test_outsiders_a_reproach_is_turned_to_whose_the_deed_is(reader: Reader) -> None:
    (event, *_) = reader.read("Egypt's premier condemned the Libyan raid on a border post.").events
    assert event.event == "ACCUSE" and "Libya" in sufferers(event)


def test_outsiders_the_place_of_a_deed_did_not_do_it(reader: Reader) -> None:
    (event,) = reader.read("The attack on a chapel in Libya's port of Derna killed five pupils.").events
    assert doers(event) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Peru's president promised on Tuesday to track down the killers of two nurses from Chile.",
        "Chile's minister pledged to ask the senate for more funds by May.",
        "The alliance must be ready to confront armed smugglers, said Peru's minister.",
    ],
)
def test_outsiders_whom_a_promise_is_to_strike_is_promised_nothing(reader: Reader, text: str) -> None:
    assert not act(reader, text, "AGREE").recipients


def test_outsiders_whom_a_promise_is_to_serve_is_promised_it(reader: Reader) -> None:
    assert sufferers(act(reader, "Peru promised on Tuesday to pay two nurses from Bolivia.", "AGREE")) == {
        "nurses",
        "Bolivia",
    }


def test_outsiders_an_agency_that_tells_of_a_deed_did_not_do_it() -> None:
    (event,) = events_of("The Chadian agency said the convoy was the target of an ambush near Mao.")
    assert event.event == "ASSAULT" and not event.actors and sufferers(event) == {"convoy"}


@pytest.mark.parametrize(
    ("text", "harmed"),
    [
        ("Kenya has searched Somali homes since the attack on a bus.", {"bus"}),
        ("Nine Kenyans died after the bombing of a market.", {"market"}),
    ],
)
def test_outsiders_an_occasion_is_done_to_nobody_of_the_clause_around_it(text: str, harmed: set[str]) -> None:
    event = next(e for e in events_of(text) if e.event == "ASSAULT")
    assert sufferers(event) - {"Kenyans"} == harmed


def test_outsiders_who_lashes_out_at_others_for_a_deed_did_not_do_it(reader: Reader) -> None:
    event = act(reader, "Governor Lind lashed out at Bolivia for having shelled a Chilean ferry.", "ASSAULT")
    assert doers(event) == {"Bolivia"}


def test_outsiders_as_what_people_are_taken_is_nobody(reader: Reader) -> None:
    event = act(reader, "The gunmen are taking Danes hostage because Denmark pays.", "ASSAULT")
    assert sufferers(event) == {"Danes"}


def test_outsiders_whoever_grieves_over_hostages_does_not_hold_them(reader: Reader) -> None:
    text = "Governor Lind worried over miners held hostage by Mali for a month and sent them tents."
    events = reader.read(text + AFTER, published="2011-05-06").events
    held = next(e for e in events if e.anchor.text == "held")
    assert doers(held) == {"Mali"} and sufferers(held) == {"miners"}


def test_outsiders_where_a_deed_was_done_did_not_do_it() -> None:
    text = "The twin bombings at Danish consulates in Kenya and Chad, which have killed nine people, shocked Oslo."
    event = next(e for e in events_of(text) if e.anchor.text == "have killed")
    assert not event.actors and sufferers(event) == {"people"}
