"""Which acts of a sentence stand for themselves, in reports that tell several."""

import pytest

from onrecord.extract import event_selection
from tests.extract.test_event_learned import drafts

BEFORE = "Kestonia shelled Darvia. Darvia accused it of war. "


def told(sentence: str) -> list[tuple[str, str]]:
    return [(d.event, d.anchor.text) for d in drafts(BEFORE + sentence)][2:]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The Darvian premier wrote to the Kestonian king to thank him for the tents.", "SUPPORT"),
        ("The Darvian consul telephoned the governor on Friday to complain of the search of his car.", "ACCUSE"),
        ("Hundreds of weavers marched to the Darvian consulate to demand that the bridge be opened.", "REQUEST"),
        ("The Darvian envoy had written to the king to ask for guards.", "REQUEST"),
    ],
)
def test_what_one_calls_writes_or_comes_to_say_is_said(sentence: str, event: str) -> None:
    statuses = {d.event: d.status for d in drafts(BEFORE + sentence)}
    assert statuses.get(event) == "asserted"
    assert event in [e for e, _ in told(sentence)]


@pytest.mark.parametrize(
    "sentence",
    ["The Darvian consul will telephone the governor to complain.", "The Darvian consul did not write to thank him."],
)
def test_what_was_not_done_was_not_said(sentence: str) -> None:
    said = [d for d in drafts(BEFORE + sentence)[2:] if d.event in ("ACCUSE", "SUPPORT")]
    assert all(d.negated for d in said)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Darvia asked Kestonia for the return of the tug, which was seized in March.", ("COERCE", "was seized")),
        (
            "Darvia asked Kestonia to protect the welders at the dam, which was blown up in March.",
            ("ASSAULT", "was blown up"),
        ),
    ],
)
def test_a_clause_that_tells_which_is_meant_is_no_part_of_a_demand(sentence: str, act: tuple[str, str]) -> None:
    assert act in told(sentence)


def test_an_act_that_the_tagger_is_sure_of_stands_beside_the_verb_that_acts_on_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentence = "Darvian miners ruled out a strike in support of the weavers."
    assert ("PROTEST", "strike") in told(sentence)
    monkeypatch.setattr(event_selection, "APART_FROM_VERB", 1.1)
    assert ("PROTEST", "strike") not in told(sentence)


def test_an_act_that_the_tagger_is_sure_of_is_no_part_of_the_denial_of_its_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sentence = "Claims that Kestonian guns had shelled the harbour are denied by Kestonia."
    assert ("ASSAULT", "had shelled") in told(sentence)
    monkeypatch.setattr(event_selection, "APART", 1.1)
    assert ("ASSAULT", "had shelled") not in told(sentence)


def test_what_nobody_is_told_to_have_promised_is_part_of_an_accusation() -> None:
    sentence = "Darvia accused Kestonia of breaking a treaty in which passage was promised."
    assert [event for event, _ in told(sentence)] == ["ACCUSE"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb outside the Darvian embassy killed ten people and wounded seventy others.",
        "Kestonian gunners shelled Harn, killing two people and injuring five.",
    ],
)
def test_whom_one_deed_harmed_is_told_once(sentence: str) -> None:
    assert [event for event, _ in told(sentence)].count("ASSAULT") == 1


def test_two_deeds_of_one_sentence_are_two() -> None:
    sentence = "Kestonian gunners shelled Harn and Darvian soldiers wounded five Kestonian sailors."
    assert [event for event, _ in told(sentence)].count("ASSAULT") == 2


def test_words_that_somebody_drew_are_told_once() -> None:
    found = told("The Kestonian premier drew criticism from Darvia over the canal.")
    assert found == [("ACCUSE", "criticism from")]


def test_the_talks_for_which_a_guest_is_received_are_no_second_meeting() -> None:
    assert told("The Darvian premier received Kestonia's King Otho for talks.") == [("CONSULT", "received")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kestonia launched verbal attacks on the Darvian premier.", "ACCUSE"),
        ("Kestonia launched cyber attacks on Darvian banks.", "COERCE"),
        ("The Darvian weavers said they would not call off the walkout.", "REJECT"),
        ("Kestonia announced nine tonnes of medical aid to Darvia.", "AGREE"),
    ],
)
def test_acts_by_what_marks_their_nouns(sentence: str, event: str) -> None:
    assert [kind for kind, _ in told(sentence)] == [event]


def test_the_office_of_somebody_who_holds_one_acts() -> None:
    (first, *_) = drafts("The Darvian prosecutor's office launched an inquiry into Ivo Salk.")
    assert [party.text for party in first.actors] == ["The Darvian prosecutor's office"]
