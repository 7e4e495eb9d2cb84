"""Ledger lines told in other words: terms, requests as nouns, pledges and their outcomes, instruments, charges."""

from collections.abc import Sequence

import pytest

from onrecord.model import Report
from onrecord.present import ledgers
from onrecord.reader import Reader

_INTRO = (
    "Kharast's president, Anton Makar, arrived in Lissau on Sunday. The prime minister of Tolvia, Irena Hollan, met "
    "the head of the River Union, Carla Weiss, there.\n\n"
)


def _reports(reader: Reader, *texts: str) -> tuple[Report, ...]:
    return tuple(
        reader.read(_INTRO + text, published=f"2034-03-{day:02}", publisher="Meridian Wire")
        for day, text in enumerate(texts, 1)
    )


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Makar is ready to open the road if Tolvia hands over the pilots.", "Anton Makar", "Tolvia"),
        ("Makar repeated that there would be no talks unless Tolvia freed the sailors.", "Anton Makar", "Tolvia"),
        ("Makar said he expected an apology from Tolvia.", "Anton Makar", "Tolvia"),
        ("Makar warned Tolvia to stop the flights.", "Anton Makar", "Tolvia"),
        ("Makar gave Tolvia three days to withdraw its troops.", "Anton Makar", "Tolvia"),
        ("Tolvia ordered four Kharasti diplomats to leave within a week.", "Tolvia", "Kharast"),
        ("Makar declined Hollan's request for the pass to be put under control of the Union.", "Irena Hollan", "Makar"),
    ],
)
def test_demands_told_as_terms_and_nouns(reader: Reader, text: str, who: str, whom: str) -> None:
    rows = ledgers.demands(_reports(reader, text))
    assert any(who in row.who and any(whom in one for one in row.whom) for row in rows), rows


@pytest.mark.parametrize(
    "text",
    [
        "Makar said the road had been open until Tolvia closed it.",
        "Makar was ready to leave if the weather held.",
        "The diplomats were told to leave their coats at the door.",
        "Tolvia has two weeks to go before the vote.",
    ],
)
def test_terms_set_nobody_are_no_demands(reader: Reader, text: str) -> None:
    assert ledgers.demands(_reports(reader, text)) == ()


def _outcomes(rows: Sequence[object]) -> set[str]:
    return {answer.outcome for row in rows for answer in row.answers}  # type: ignore[attr-defined]


def test_request_that_was_turned_down_is_answered_in_its_own_sentence(reader: Reader) -> None:
    reports = _reports(reader, "A Kharasti request for the extradition of the two pilots was turned down by Tolvia.")
    assert _outcomes(ledgers.demands(reports)) == {"rejected"}


def test_refusal_to_discuss_the_matter_answers_the_demand_before_it(reader: Reader) -> None:
    reports = _reports(reader, "Makar demanded the release of the sailors. Tolvia refused to discuss the matter.")
    assert _outcomes(ledgers.demands(reports)) == {"rejected"}


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        ("Of the 7 million dollars requested, 1.9 million has been received.", {"partly met"}),
        ("The 7 million dollars has been received.", {"met"}),
        ("The 7 million dollars would not be enough, officials said.", set()),
    ],
)
def test_money_asked_for_and_what_came_in(reader: Reader, later: str, outcome: set[str]) -> None:
    reports = _reports(reader, "The River Union appealed for 7 million dollars.", later)
    assert _outcomes(ledgers.demands(reports)) == outcome


@pytest.mark.parametrize(
    ("promise", "later", "outcome"),
    [
        (
            "Kharast will continue to supply gas to Tolvia.",
            "Kharast cut supplies of gas to Tolvia on Monday.",
            "broken",
        ),
        ("Makar promised that the Orm road would be reopened.", "The Orm road reopened on Thursday.", "kept"),
        ("Makar said he would meet Hollan.", "Makar met Hollan in Averne on Thursday for talks.", "kept"),
    ],
)
def test_pledges_kept_and_broken_by_what_is_told_later(reader: Reader, promise: str, later: str, outcome: str) -> None:
    rows = ledgers.pledges(_reports(reader, promise, "Snow fell in Orm.", later))
    assert outcome in _outcomes(rows), rows


def test_promise_not_to_stand_in_the_way_is_a_pledge(reader: Reader) -> None:
    rows = ledgers.pledges(_reports(reader, "Makar said that Kharast would raise no objections to the inspectors."))
    assert [row.who for row in rows] == [("Anton Makar",)]


@pytest.mark.parametrize(
    ("text", "instrument", "state", "by"),
    [
        ("Tolvia expelled three Kharasti diplomats on Monday.", "diplomatic measures", "used", "Tolvia"),
        ("Makar volunteered to mediate.", "good offices and mediation", "offered", "Anton Makar"),
        ("The two sides held talks mediated by the River Union.", "good offices and mediation", "used", "River Union"),
        ("The River Union is ready to run a relief flight to Orm.", "airlift", "offered", "River Union"),
        ("Hollan called for bread and said Tolvia would refer the case to the River Court.", "court measures",
         "offered", "Irena Hollan"),
    ],
)  # fmt: skip
def test_instruments_and_who_uses_them(reader: Reader, text: str, instrument: str, state: str, by: str) -> None:
    rows = [row for row in ledgers.toolkit(_reports(reader, text)) if row.instrument == instrument]
    assert any(use.state == state and by in use.by for row in rows for use in row.uses), rows


def test_denial_that_charges_somebody_else_is_both(reader: Reader) -> None:
    text = (
        "Hollan accused Kharast of shelling the market in Orm. Kharast denied responsibility and claimed that the "
        "Tolvian army had shelled its own citizens."
    )
    rows = ledgers.accountability(_reports(reader, text))
    assert any("Kharast" in row.accusers for row in rows)
    assert any("Kharast" in move.by for row in rows for move in row.denials)


def test_charge_with_a_call_to_establish_who_did_it_is_both(reader: Reader) -> None:
    text = (
        "Hollan accused Kharast of shelling the market in Orm and asked the River Union to establish where the shells "
        "were fired from."
    )
    (row,) = ledgers.accountability(_reports(reader, text))
    assert (row.accusers, row.accused) == (("Irena Hollan",), ("Kharast",))
    assert [move.by for move in row.calls] == [("Irena Hollan",)]


def test_nobody_is_accused_by_a_pronoun(reader: Reader) -> None:
    text = "Hollan insisted that the Front hand over those who had ordered the shelling of the market."
    rows = ledgers.accountability(_reports(reader, text))
    assert all("those" not in who for row in rows for who in row.accused)


def test_capital_stands_for_its_state(reader: Reader) -> None:
    reports = _reports(reader, "Officials in Modrin, the Kharasti capital, were silent. Modrin promised to reply.")
    assert any("Modrin" in row.who or "Kharast" in row.who for row in ledgers.pledges(reports))
    from onrecord.present.sides import Sides  # noqa: PLC0415
    from onrecord.present.voice import Voice  # noqa: PLC0415

    assert Sides(reports).of(Voice(key="modrin", label="Modrin", kind="unknown")) == "Kharast"


def test_bodies_are_placed_by_the_capital_that_stands_with_them(reader: Reader) -> None:
    text = (
        "Gates in Tolvia were closed overnight, the water ministry in Kharast's capital, Modrin, said. The water "
        "ministry in Modrin called for the gates to be opened."
    )
    rows = ledgers.demands(_reports(reader, text))
    assert rows and all("Tolvia" not in who for row in rows for who in row.who)


def test_its_minister_is_of_the_state_with_which_the_sentence_begins(reader: Reader) -> None:
    text = "Kharast's deadline came and went in Tolvia, and on Monday its foreign minister, Leo Brand, left."
    from onrecord.present.sides import Sides  # noqa: PLC0415
    from onrecord.present.voice import Voice  # noqa: PLC0415

    sides = Sides(_reports(reader, text))
    assert sides.of(Voice(key="local:leo-brand", label="Leo Brand", kind="person")) == "Kharast"


def test_shots_from_a_side_accuse_it_in_the_word_of_a_state(reader: Reader) -> None:
    text = "Shots were fired at a boat of the gendarmerie from the Tolvian shore. Tolvia is to blame for the killing."
    report = reader.read(_INTRO + text, published="2034-03-01", publisher="Foreign Ministry of Kharast")
    rows = ledgers.accountability([report])
    assert rows and {who for row in rows for who in row.accused} == {"Tolvia"}


def test_offer_that_somebody_turned_down_is_refused(reader: Reader) -> None:
    reports = _reports(
        reader, "Makar asked Hollan to hold talks between experts.",
        "The offer of talks between experts, which Tolvia turned down last week, stood, he said.",
    )  # fmt: skip
    assert "rejected" in _outcomes(ledgers.demands(reports))


def test_treaty_is_called_by_its_place(reader: Reader) -> None:
    (row,) = ledgers.agreements(_reports(reader, "Makar said Tolvia had violated Article 3 of the Treaty of Brenn."))
    assert row.name == "Treaty of Brenn"


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Hollan accused Kharast of turning back ambulances.", "Irena Hollan", "Kharast"),
        ("Tolvia blamed Kharast for the explosion at the waterworks.", "Tolvia", "Kharast"),
        ("Tolvia accuses Kharast of forcing civilians from their homes.", "Tolvia", "Kharast"),
        ("Hollan charged that Kharast was using hunger against the town.", "Irena Hollan", "Kharast"),
    ],
)
def test_charges_in_other_words(reader: Reader, text: str, accuser: str, accused: str) -> None:
    rows = ledgers.accountability(_reports(reader, text))
    assert [(row.accusers, row.accused) for row in rows] == [((accuser,), (accused,))]


def test_what_somebody_calls_murder_is_a_charge(reader: Reader) -> None:
    (row,) = ledgers.accountability(_reports(reader, "Hollan described the raid as murder."))
    assert row.accusers == ("Irena Hollan",)


def test_inquiry_is_told_where_nobody_was_accused_before(reader: Reader) -> None:
    (row,) = ledgers.accountability(
        _reports(reader, "The River Union opened an inquiry into the shelling of the ward.")
    )
    assert [move.by for move in row.investigations] == [("River Union",)]


@pytest.mark.parametrize("text", ["Hollan called the plan a mistake.", "Makar described the flood in a speech."])
def test_what_is_called_no_abuse_is_no_charge(reader: Reader, text: str) -> None:
    assert ledgers.accountability(_reports(reader, text)) == ()
