"""Events coded from own sentences: types, arguments, status, background, details; and a labelled set with floors."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from onrecord.evaluation.challenge import Text, count, predicted, result
from onrecord.extract.coding import drafts
from onrecord.extract.drafts import EventDraft
from onrecord.reader import load

SENTENCES = Path(__file__).parent / "data" / "events.txt"


def only(sentence: str) -> EventDraft:
    """The one event of a sentence."""
    found = drafts(sentence)
    assert len(found) == 1, [(d.event, d.anchor.text) for d in found]
    return found[0]


def words(draft: EventDraft) -> tuple[list[str], list[str]]:
    """The words of actors and recipients."""
    return [a.text for a in draft.actors], [r.text for r in draft.recipients]


@pytest.mark.parametrize(
    ("sentence", "event", "actors", "recipients"),
    [
        ("Velmar was condemned by Ardenia.", "ACCUSE", ["Ardenia"], ["Velmar"]),
        ("Ardenia and Velmar condemned the junta.", "ACCUSE", ["Ardenia", "Velmar"], ["the junta"]),
        ("Ardenia seized two Velmari trawlers.", "COERCE", ["Ardenia"], ["two Velmari trawlers"]),
        ("The arrest of two monks by Velmari troops went on.", "COERCE", ["Velmari troops"], ["two monks"]),
        ("Four members of the Velmari cabinet met the Ardenian premier.", "CONSULT", None, []),
        ("Velmari bulldozers flattened an Ardenian settlement.", "ASSAULT", ["Velmari bulldozers"], None),
        ("Velmar is about to restore diplomatic ties with Ardenia.", "AGREE", ["Velmar"], ["Ardenia"]),
        ("The pilots were jailed.", "COERCE", [], ["The pilots"]),
        ("Ardenia's ally, Velmar, condemned the junta.", "ACCUSE", ["Velmar"], ["the junta"]),
        ("Ardenia responded with air strikes on Velmari positions.", "ASSAULT", ["Ardenia"], ["Velmari positions"]),
        ("Velmar dropped its demand that the Ardenian rebels disarm.", "CONCEDE", ["Velmar"], ["the Ardenian rebels"]),
        ("The Velmari union is calling on supermarkets to stop selling prawns.", "REQUEST", None, ["supermarkets"]),
        ("Velmari police arrested 14 in the capital.", "COERCE", ["Velmari police"], ["14"]),
        ("Velmar had the Ardenian journalist arrested.", "COERCE", ["Velmar"], ["the Ardenian journalist"]),
        ("The ministry dismissed as groundless the Ardenian claim.", "REJECT", ["The ministry"], ["Ardenian"]),
        ("The arrest by Velmari police of two engineers went on.", "COERCE", ["Velmari police"], ["two engineers"]),
        ("The minister, an Ardenian, condemned Velmar.", "ACCUSE", ["The minister"], ["Velmar"]),
        ("Ardenian minister jailed", "COERCE", [], ["Ardenian minister"]),
        ("Velmar lambasted its suppliers for dragging their feet.", "ACCUSE", ["Velmar"], ["its suppliers"]),
        (
            "A letter from the Velmari premier to his Ardenian colleague proposed a summit.",
            "REQUEST",
            None,
            ["his Ardenian colleague"],
        ),
        ("Velmar's offer to host the talks was accepted by Ardenia.", "AGREE", ["Ardenia"], None),
        ("The driver was pulled from his cab and beaten by Velmari soldiers.", "ASSAULT", ["Velmari soldiers"], None),
    ],
)
def test_events_actor_and_recipient(
    sentence: str, event: str, actors: list[str] | None, recipients: list[str] | None
) -> None:
    found = only(sentence)
    assert found.event == event
    if actors is not None:
        assert words(found)[0] == actors
    if recipients is not None:
        assert words(found)[1] == recipients


def test_events_partners_are_all_actors() -> None:
    assert words(only("Envoys of Ardenia met the Velmari delegation.")) == (
        ["Envoys of Ardenia", "the Velmari delegation"],
        [],
    )


@pytest.mark.parametrize(
    ("sentence", "event", "status"),
    [
        ("Velmari troops shelled the Ardenian town.", "ASSAULT", "asserted"),
        ("Velmari troops allegedly shelled the Ardenian town.", "ASSAULT", "alleged"),
        ("Velmar will send doctors to Ardenia.", "AGREE", "planned"),
        ("Velmar will withdraw its troops from Ardenia.", "CONCEDE", "planned"),
        ("Velmar could attack Ardenia.", "ASSAULT", "hypothetical"),
        ("Velmar will expel the Ardenian consul.", "THREATEN", "asserted"),
        ("Velmar will not attend the talks with Ardenia.", "REJECT", "asserted"),
        ("Velmar's envoy demanded the immediate restoration of transit by Ardenia.", "REQUEST", "asserted"),
        ("Velmari customs closed the Sella tunnel.", "COERCE", "asserted"),
    ],
)
def test_events_status_and_what_it_makes_of_the_type(sentence: str, event: str, status: str) -> None:
    found = only(sentence)
    assert (found.event, found.status) == (event, status)


def test_events_negation_is_kept() -> None:
    found = only("Velmar has not recalled its ambassador from Ardenia.")
    assert (found.event, found.negated) == ("SANCTION", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 1812 the Velmari army burned the Ardenian capital.",
        "Velmari troops sacked the town five centuries ago.",
        "Would the cook accuse the baker of anything?",
        "The storm battered the coast and killed nine people.",
        "The choir will visit the museum on Friday.",
        "Engineers attacked the problem from two sides.",
        "General Orlan commands the Velmari forces.",
        "Velmari police took a holiday in March.",
    ],
)
def test_events_history_and_everyday_life_are_none(sentence: str) -> None:
    assert [d for d in drafts(sentence) if d.status in ("asserted", "alleged", "planned")] == []


def test_events_a_finite_verb_goes_on_past_an_infinitive() -> None:
    found = drafts("Velmar urged Ardenia's authorities to free the detainees and recalled its envoy.")
    assert [(d.event, words(d)[0], d.status) for d in found] == [
        ("REQUEST", ["Velmar"], "asserted"),
        ("SANCTION", ["Velmar"], "asserted"),
    ]


def test_events_a_reporting_clause_between_does_not_act() -> None:
    found = drafts("Velmari troops crossed the Ardenian river on Sunday, residents said, and burned two villages.")
    assert ["Velmari troops"] in [words(d)[0] for d in found if d.anchor.text == "burned"]


def test_events_the_agent_of_the_verb_is_not_the_doer_of_its_subject() -> None:
    found = drafts("Velmar's shelling of the Ardenian town was condemned by the Union.")
    assert [words(d)[0] for d in found if d.event == "ASSAULT"] == [["Velmar"]]


def test_events_coordinated_acts_share_day_and_place() -> None:
    text = "Kenyan rebels attacked a post in Nairobi on Sunday and blocked the road to the lake."
    found = load().read(text, published="2024-03-12").events
    assert [(e.when.start if e.when else None, e.where.name if e.where else None) for e in found] == [
        ("2024-03-10", "Nairobi"),
        ("2024-03-10", "Nairobi"),
    ]


def test_events_what_is_prevented_is_none() -> None:
    found = drafts("Velmari guards stopped relatives from bringing the Ardenian prisoners food.")
    assert [d.event for d in found] == ["COERCE"]


def test_events_who_vows_not_to_strike_threatens_nobody() -> None:
    assert "THREATEN" not in [d.event for d in drafts("The Velmari general vowed not to attack Ardenia.")]


def test_events_a_condition_is_no_demand() -> None:
    found = drafts("Should the Ardenian ministry block the money, Velmar will expel the Ardenian consul.")
    assert [d.event for d in found if d.status == "asserted"] == ["THREATEN"]


def test_events_news_beside_history_stays() -> None:
    found = only("Velmar restored ties with Ardenia five years after crowds burned down its embassy.")
    assert found.anchor.text.endswith("restored")


def test_events_what_is_only_part_of_another_is_not_coded_twice() -> None:
    for sentence in (
        "Velmar demanded that the Ardenian president resign.",
        "Velmar broke off talks with Ardenia.",
        "Velmar warned Ardenia that it would shoot down any aircraft.",
    ):
        only(sentence)


def test_events_detail_of_a_demand() -> None:
    found = only("Ardenia demanded that Velmar withdraw its troops by Friday.")
    assert found.detail.demand is not None
    assert found.detail.demand.text.startswith("Velmar withdraw")


def test_events_name_rule_or_model_and_stand_in_the_text() -> None:
    sentence = "Ardenia accused Velmar of arming the rebels."
    found = drafts(sentence)[0]
    assert found.coded_by.rule is not None
    assert found.coded_by.rule.startswith("accuse.")
    for span in (found.anchor, found.evidence, *found.actors, *found.recipients):
        assert sentence[span.start : span.end] == span.text


def labelled() -> list[Text]:
    """The labelled sentences: "# text", then "E TYPE mode status | actors | recipients", "O" for what may be found."""
    found: list[tuple[str, list[dict[str, Any]], list[dict[str, Any]]]] = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found.append((line[2:], [], []))
        elif line[:2] in ("E ", "O "):
            _, must, may = found[-1]
            (must if line[0] == "E" else may).append(_label(line[2:]))
    return [Text("sentences", text, tuple(must), tuple(may)) for text, must, may in found]


def _label(line: str) -> dict[str, Any]:
    head, actors, recipients = (cell.strip() for cell in line.split("|"))
    event, mode, status = head.split()
    both = event in ("CONSULT", "COOPERATE", "AGREE", "ASSAULT") and ";" in actors and recipients == "-"
    return {
        "event": event,
        "mode": None if mode == "-" else mode,
        "status": status,
        "negated": False,
        "actors": _parties(actors),
        "recipients": _parties(recipients),
        "reciprocal": both,
    }


def _parties(cell: str) -> list[dict[str, str]]:
    return [] if cell == "-" else [{"text": name.strip()} for name in cell.split(";")]


def test_events_labelled_sentences_keep_their_scores() -> None:
    reader, counts = load(), Counter[str]()
    sentences = labelled()
    assert len(sentences) >= 150
    for text in sentences:
        count(text, predicted(reader.read(text.text)), counts)
    figures = result(counts)
    assert figures["type"]["F1"] >= 0.85
    assert figures["type_arguments"]["F1"] >= 0.68
    assert figures["status"] >= 0.95
    assert figures["mode"] >= 0.80


@pytest.mark.parametrize(
    "sentence",
    [
        "Velmari officials declined to comment on the report.",
        "The Ardenian minister declined to name the rebels.",
        "Velmar has nothing to hide from Ardenia, the envoy said.",
        "Has Velmar rejected the Ardenian plan?",
        "Ardenia repeated its pledge to withdraw tanks.",
    ],
)
def test_events_silence_questions_and_pledges_are_neither_refusal_nor_threat(sentence: str) -> None:
    assert not [d.event for d in drafts(sentence) if d.event in ("REJECT", "THREATEN")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Velmar declined to meet the Ardenian envoy.", "REJECT"),
        ("Why has Velmar rejected the Ardenian plan?", "REJECT"),
        ("The rebels' vow to attack Velmar alarmed traders.", "THREATEN"),
    ],
)
def test_events_refusals_and_threats_stay(sentence: str, event: str) -> None:
    assert event in [d.event for d in drafts(sentence)]


def test_events_what_one_is_accused_of_is_done_by_the_accused() -> None:
    found = {d.event: words(d)[0] for d in drafts("The premier accused the Velmari rebels of shelling two towns.")}
    assert found["ASSAULT"] == ["the Velmari rebels"]


def test_events_shelling_that_left_dead_is_no_retreat() -> None:
    sentence = "The Velmari army spoke after its shelling of the town left nine soldiers dead."
    assert "RETREAT" not in [d.event for d in drafts(sentence)]


def test_events_the_cue_of_a_statement_is_its_speakers_act() -> None:
    text = (
        "Foreign Minister Dara Lind of Velmar spoke on Monday. She said Velmar had never shut the canal and accused "
        "the Ardenian rebels of looting three trucks."
    )
    accused = [e for e in load().read(text).events if e.event == "ACCUSE"]
    assert [[a.name for a in e.actors] for e in accused] == [["Dara Lind"]]


def test_events_a_request_for_a_session_was_made_though_it_is_to_come() -> None:
    found = drafts("The council is to meet on Monday at Ardenia's request.")
    assert [d.status for d in found if d.event == "REQUEST"] == ["asserted"]


def test_events_a_denied_deed_is_that_deed_denied_and_no_refusal() -> None:
    found = {d.event: d.status for d in drafts("The Ardenian colonel denied that soldiers had shelled the village.")}
    assert found == {"ASSAULT": "denied"}
    found = {d.event: d.status for d in drafts("Ardenia denied shelling the village.")}
    assert found == {"ASSAULT": "denied"}
    found = {d.event: d.status for d in drafts("Velmar spoke of massacres; the Ardenian army denied the accusation.")}
    assert found["REJECT"] == "asserted"


def test_events_who_rejects_a_charge_does_not_refuse_a_change() -> None:
    assert only("Ardenia rejected the Velmari accusation.").mode is None
    assert only("Ardenia rejected the Velmari proposal.").mode == "change"


def test_events_who_is_asked_is_no_part_of_the_demand() -> None:
    asked = only("Ardenia called on Velmar – and its ally Tarn – to lift the siege.").detail.demand
    assert asked is not None and asked.text == "lift the siege"


def test_events_the_occasion_is_no_part_of_what_is_deplored() -> None:
    (deplored,) = [
        d
        for d in drafts("Ardenia voiced concern about the siege of Osk during a phone call with Velmar.")
        if d.event == "ACCUSE"
    ]
    assert deplored.detail.allegation is not None and deplored.detail.allegation.text == "the siege of Osk"
