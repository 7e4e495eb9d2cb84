"""Calls, meetings and gatherings that a report tells of; all names are invented."""

import pytest
from msgspec.structs import replace

from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.ingest.document import document
from onrecord.link.contacts import Contact, contacts
from onrecord.link.gatherings import gatherings, same_gathering
from onrecord.link.linkers import Linkers


def read(text: str) -> tuple[Contact, ...]:
    return contacts(Linkers.of(annotation()(parse(document(text)))))


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("President Oskar Tamm met with Minister Livia Dorel in Arden.", "meeting"),
        ("President Oskar Tamm spoke by phone with Minister Livia Dorel.", "phone call"),
        ("President Oskar Tamm held a telephone conversation with Minister Livia Dorel.", "phone call"),
        ("President Oskar Tamm called Minister Livia Dorel to discuss the strait.", "phone call"),
        ("President Oskar Tamm spoke with Minister Livia Dorel on Monday.", "unknown"),
        ("President Oskar Tamm urged Minister Livia Dorel in a phone call to open the road.", "phone call"),
        ("President Oskar Tamm and Minister Livia Dorel spoke for an hour by video link.", "phone call"),
        ("President Oskar Tamm received today in Arden the Minister Livia Dorel, who is on a visit.", "meeting"),
        ("President Oskar Tamm and Minister Livia Dorel held a call on Monday.", "phone call"),
        ("President Oskar Tamm and Minister Livia Dorel held a call for an hour.", "phone call"),
        ("President Oskar Tamm pressed Minister Livia Dorel by telephone to reopen the pass.", "phone call"),
        ("President Oskar Tamm wrote on Monday to Minister Livia Dorel that the pass was shut.", "letter"),
        ("President Oskar Tamm and Minister Livia Dorel exchanged letters last week.", "letter"),
        ("President Oskar Tamm has got an answer from Minister Livia Dorel about the pass.", "letter"),
        ("President Oskar Tamm sent a letter to Minister Livia Dorel on Monday.", "letter"),
        ("In a letter of 3 May, President Oskar Tamm urged Minister Livia Dorel to open the pass.", "letter"),
    ],
)
def test_contacts_and_their_parties(text: str, channel: str) -> None:
    found = read(text)
    assert found and found[0].channel == channel
    names = {(actor.name or "").split()[-1] for actor in found[0].parties}
    assert names == {"Tamm", "Dorel"}


@pytest.mark.parametrize(
    "text",
    [
        "President Oskar Tamm hopes to meet Minister Livia Dorel.",
        "President Oskar Tamm met a deadline.",
        "President Oskar Tamm called Minister Livia Dorel a liar.",
        "President Oskar Tamm called on Minister Livia Dorel to resign.",
        "President Oskar Tamm spoke with farmers.",
        "The hospital has received no supplies for patients since Tuesday.",
        "President Oskar Tamm hosted the games.",
        "The meeting was short.",
        "President Oskar Tamm and Minister Livia Dorel exchanged gifts.",
        "President Oskar Tamm and Minister Livia Dorel welcomed preparations for a summit of the League.",
        "President Oskar Tamm said by telephone that the road was shut.",
        "President Oskar Tamm received an answer to his question.",
        "President Oskar Tamm gave an answer to Minister Livia Dorel's question.",
        "President Oskar Tamm read a letter from a farmer.",
        "President Oskar Tamm's call for talks with Minister Livia Dorel went unheard.",
    ],
)
def test_contacts_only_those_that_took_place_between_two(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda gave different accounts of a telephone call between their foreign ministers. Kenyan Foreign "
        "Minister Luc Amadi told his Ugandan counterpart, Hana Oyelin, that the closure was wrong.",
        "By Per Hald and Ada Lind\n\nKenya denied that a date had been set when the two foreign ministers spoke by "
        "telephone. Kenyan Foreign Minister Luc Amadi told his Ugandan counterpart, Hana Oyelin, that it was wrong.",
        "Kenyan President Luc Amadi has urged Ugandan President Hana Oyelin to open the road, his office said after a "
        "telephone conversation that both sides described in other terms.",
    ],
)
def test_contacts_of_two_whom_their_own_clause_does_not_name(text: str) -> None:
    call = next(contact for contact in read(text) if contact.channel == "phone call")
    assert {actor.name for actor in call.parties} == {"Luc Amadi", "Hana Oyelin"}


def test_contacts_of_states_leaders_are_those_named_next() -> None:
    told = "Envoy Ida Roth convened the Presidents of Kenya and of Uganda for talks. "
    (contact, *_) = read(told + "President Luc Amadi of Kenya and President Hana Oyelin of Uganda were frank.")
    assert {actor.name for actor in contact.parties} == {"Luc Amadi", "Hana Oyelin"}


def test_contacts_told_without_a_verb_for_both() -> None:
    told = (
        "It was midnight when the telephone rang in Governor Amos Reyl's kitchen. On the line was Premier Olga Stane."
    )
    (call,) = read(told)
    assert call.channel == "phone call" and {actor.name for actor in call.parties} == {"Amos Reyl", "Olga Stane"}


def test_contacts_others_of_a_party() -> None:
    (contact,) = read("President Oskar Tamm met with Minister Livia Dorel in Arden.")
    tamm, dorel = contact.parties
    assert contact.others(tamm) == (dorel,)


def test_gatherings_short_mentions_are_the_full_one() -> None:
    text = "She spoke at a special sitting of the Strait Union Assembly in Arden. The Strait session was long."
    known = gatherings(parse(document(text)))
    assert [g.span.text for g in known] == [
        "a special sitting of the Strait Union Assembly in Arden",
        "The Strait session",
    ]
    full = same_gathering(known, known[1].span)
    assert full is not None and full.body is not None and full.body.text == "the Strait Union Assembly"


def test_contacts_of_two_who_speak_for_their_states() -> None:
    (verb, *_) = read("The commanders of India and Pakistan spoke over their hotline on Saturday.")
    assert [actor.name for actor in verb.parties] == ["India", "Pakistan"] and verb.channel == "phone call"


def test_contacts_a_call_may_name_one_party_alone() -> None:
    (call,) = read("In a phone call that lasted an hour, Minister Livia Dorel raised the strait.")
    assert call.one_sided and call.parties[0].name == "Livia Dorel"


def test_contacts_of_two_ministers_are_those_who_hold_the_office() -> None:
    text = (
        "The defence ministers of the two countries spoke by telephone on Monday. Ministry spokesman Ivo Marr of Kenya "
        "was brief. Defence Minister Ole Kress of Kenya was calm. Defence Minister Ada Lind of Uganda was not."
    )
    (contact, *_) = read(text)
    assert {actor.name for actor in contact.parties} == {"Ole Kress", "Ada Lind"}


def test_contacts_during_which_something_was_promised_took_place() -> None:
    told = "President Oskar Tamm {} to open the road during a call with Minister Livia Dorel."
    assert [contact.channel for contact in read(told.format("promised"))] == ["phone call"]
    assert read(told.format("will promise")) == ()


def test_an_account_of_a_contact_not_told_of_before_is_of_the_two_officials_named_next_or_before() -> None:
    found = read(
        "The two capitals tell two tales of a telephone call.\n\n"
        "French President Oskar Tamm asked Spain to reopen the pass.\n\n"
        "Spanish Prime Minister Livia Dorel refused."
    )
    assert [c.channel for c in found] == ["phone call"]
    assert {(a.name or "").split()[-1] for a in found[0].parties} == {"Tamm", "Dorel"}


def test_an_account_of_the_call_already_told_of_is_no_second_contact() -> None:
    text = "French President Oskar Tamm and Spanish Prime Minister Livia Dorel spoke by phone.\n\n{}"
    end = text.index("\n")
    assert all(c.start < end for c in read(text.format("Spain's account of what was said left out the ferry.")))
    assert all(c.start < end for c in read(text.format("It is one of many versions of the call.")))


def test_a_party_is_known_by_the_first_part_of_his_name_alone() -> None:
    (call,) = read("Minister Tesfaye Alemu had a phone conversation on Monday with Prince Bandar bin Salem al-Rashid.")
    alemu, bandar = call.parties
    short = replace(bandar, id=None, name="Bandar")
    assert call.others(short) == (alemu,)
    assert call.others(replace(short, name="Band")) is None
    assert call.others(replace(short, name="al-Rashid")) is None
