"""What keeps or breaks a promise and answers a demand: what moves, nouns of ending, names together, whole refusals."""

import pytest

from onrecord.present.sides import Sides
from onrecord.reader import Reader
from tests.present.reading import answers, outcomes, read_as


@pytest.mark.parametrize(
    ("promised", "told", "outcome"),
    [
        ("Karsunia promised that a freighter with barley would sail to Halden.",
         "The freighter Orla tied up at Halden on Monday.", "kept"),
        ("Karsunia promised that a freighter with barley would sail to Halden.",
         "The freighter from Karsunia never came.", "broken"),
        ("Karsunia promised that three buses of pilgrims would be allowed through the Rovna gate.",
         "Three buses of pilgrims passed the Rovna gate on Monday.", "kept"),
        ("Veldoria promised that the cable car would resume within a week.",
         "The cable car at Rovna was still out of service on Monday.", "broken"),
        ("Veldoria pledged to submit a complete list of its detainees.",
         "The two governments exchanged lists of detainees on Sunday.", "kept"),
        ("Veldoria promised to switch off the three transmitters on the ridge.",
         "Veldoria switched off the three transmitters on the ridge on Sunday.", "kept"),
    ],
)  # fmt: skip
def test_promises_are_kept_or_broken_by_what_comes(reader: Reader, promised: str, told: str, outcome: str) -> None:
    assert outcomes(reader, promised, told) == [{outcome}]


@pytest.mark.parametrize(
    ("asked", "told", "outcome"),
    [
        ("Veldoria demanded the immediate handover of Ina Korr and Tom Vale.",
         "Ina Korr and Tom Vale walked over the bridge at Rovna on Sunday.", "met"),
        ("Veldoria demanded that Karsunia extradite the five smugglers.",
         "Karsunia will not hand over anyone, a Karsunian official said.", "rejected"),
        ("Veldoria demanded that Karsunia remove the cranes from the quay.",
         "The last cranes left the quay on Monday.", "met"),
        ("Veldoria demanded the return of the yachts and their crews.",
         "The yachts have not been returned. Seven sailors from the crews were handed over to the consul on Sunday.",
         "met"),
    ],
)  # fmt: skip
def test_demands_are_answered_by_those_asked_for(reader: Reader, asked: str, told: str, outcome: str) -> None:
    assert outcome in set().union(*answers(reader, asked, told))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Veldoria demanded that Karsunia settle the question of the lighthouse.",
         "Karsunia paid 30 million francs to its railways on Monday."),
        ("Veldoria demanded that Karsunia hand over the five smugglers.",
         "Norland will not hand over anyone, a Norlandic official said."),
        ("Kenya demanded that Uganda hand over the five smugglers.",
         "Norway will not hand over anyone, a Norwegian official said."),
    ],
)  # fmt: skip
def test_what_others_do_or_pay_answers_nothing(reader: Reader, asked: str, told: str) -> None:
    assert answers(reader, asked, told) == [set()]


def test_words_beside_a_name_in_one_report_hold_over_the_guess_of_another(reader: Reader) -> None:
    reports = (
        read_as(reader, "Senegal shut its border. Senegalese Foreign Minister Oumar Kane spoke.", "2035-09-04"),
        read_as(reader, "BANJUL, Gambia — The Gambia shut its ferry. Gambian lorries waited. Ambassador Musa Sarr was "
                "handed a protest note at the Foreign Ministry. Foreign Minister Oumar Kane said the border would be "
                "opened again.", "2035-09-12"),
    )  # fmt: skip
    sides = Sides(reports)
    kane = {
        sides.of(mention.actor)
        for report in reports
        for mention in report.mentions
        if mention.actor is not None and mention.actor.name == "Oumar Kane"
    }
    assert kane == {"Senegal"}
