"""Recipients that only an act told before names: of the accuser, the offerer, the attacker, the one spoken to."""

import pytest

from onrecord.model import Event
from onrecord.reader import load
from tests.extract.beside import events_of


def events(text: str) -> list[Event]:
    return list(load().read(text, published="2024-03-12").events)


def recipients(text: str, event: str) -> list[str]:
    return [
        r.name or (r.mention.text if r.mention else "") for e in events(text) if e.event == event for r in e.recipients
    ]


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        (
            "Kenya accused the French customs of holding up barges. The customs rejected the accusation.",
            "REJECT",
            ["Kenya"],
        ),
        ("Kenya accused France of jamming its radars. France denied the accusation.", "REJECT", ["Kenya"]),
        ("Kenya asked France to free the sailors. France refused.", "REJECT", ["Kenya"]),
        (
            "Kenya attacked a French base on Sunday. Germany condemned the attack.",
            "ACCUSE",
            ["Kenya"],
        ),
        ("Kenya demanded that France leave the island. France agreed to it.", "AGREE", ["Kenya"]),
    ],
    ids=["noun", "denial", "silence", "judged deed", "pronoun"],
)
def test_an_answer_concerns_whoever_is_answered(text: str, event: str, expected: list[str]) -> None:
    assert recipients(text, event) == expected


def test_an_answer_names_nobody_where_no_act_told_before_fits() -> None:
    text = "Kenya shelled a German base on Sunday. France rejected the accusation and closed its embassy."
    assert recipients(text, "REJECT") == []


def test_praise_does_not_take_up_violence() -> None:
    text = "Kenya attacked a French base on Sunday. Germany praised the move."
    assert recipients(text, "SUPPORT") == []


def test_who_is_carried_over_says_so() -> None:
    text = "Kenya asked France to free the sailors. France refused."
    (refusal,) = (e for e in events(text) if e.event == "REJECT")
    assert [r.resolved_by for r in refusal.recipients] == ["carried"]


def test_one_actors_acts_in_one_sentence_turn_to_the_same_party() -> None:
    text = "Kenya apologised to France on Friday and promised to pay for the damage."
    assert recipients(text, "AGREE") == ["France"]


def test_the_subject_of_the_reporting_word_stays_its_actor() -> None:
    text = "Kenya accused the French navy of piracy, a charge which the navy denied."
    assert [[a.name for a in e.actors] for e in events(text) if e.event == "REJECT"] == [["French navy"]]


def test_those_who_agree_with_one_another_answer_nobody() -> None:
    text = "Kenya asked France and Germany to meet. France and Germany agreed to meet in June."
    assert recipients(text, "AGREE") == []


def test_answers_what_only_the_tagger_takes_for_a_request_is_asked_of_nobody() -> None:
    (event,) = events_of("Somalia has been pushing hard to settle the matter of the trawlers.")
    assert event.coded_by is not None and event.coded_by.model is not None and not event.recipients
