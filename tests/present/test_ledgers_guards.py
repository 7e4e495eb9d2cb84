"""Turns of words by which ledgers keep whose, whom and what apart: each fails where its guard is taken out."""

import pytest

from onrecord.present import ledgers
from onrecord.reader import Reader
from tests.present.reading import answers, read_as

STATES = "The government of Veldoria and the government of Karsunia share a weir. "
SEATED = (
    "HALDEN, Karsunia, March 4 (MW) - The government of Karsunia and the government of Veldoria share a weir. "
    "In Halden, Karsunia's foreign ministry was shut. "
)


def test_agreements_who_is_accused_of_a_breach_by_a_thing_is_the_other_state(reader: Reader) -> None:
    text = f"{STATES}The premier of Veldoria, Ada Lind, called the fence a breach of the Weir Accord of 1988."
    [row] = ledgers.agreements((read_as(reader, text, "2009-03-04"),))
    assert [one.sides for one in row.breaches] == [("Karsunia",)]


def test_toolkit_what_is_told_done_by_its_verb_is_used(reader: Reader) -> None:
    text = f"{STATES}Karsunia, having severed diplomatic relations with Veldoria, was silent."
    used = {use.state for row in ledgers.toolkit((read_as(reader, text, "2009-03-04"),)) for use in row.uses}
    assert used == {"used"}


def test_demands_neither_nor_refuses_both(reader: Reader) -> None:
    asked = "Veldoria demanded that Karsunia punish the guards of the weir."
    told = "Karsunia will neither move the fence nor punish the guards of the weir, a Karsunian official said."
    assert answers(reader, asked, told) == [{"rejected"}]


@pytest.mark.parametrize(
    ("told", "outcome"),
    [("Karsunia said sorry on Sunday.", {"met"}), ("Veldoria said sorry on Sunday.", set())],
)
def test_demands_an_apology_is_met_by_who_was_to_make_it(reader: Reader, told: str, outcome: set[str]) -> None:
    asked = f"{STATES}The premier of Veldoria, Ada Lind, asked Karsunia for an apology."
    assert answers(reader, asked, told) == [outcome]


def test_pledges_a_capital_promises_for_its_state(reader: Reader) -> None:
    rows = ledgers.pledges((read_as(reader, f"{SEATED}Halden promised to dredge the weir.", "2009-03-04"),))
    assert [row.who for row in rows] == [("Karsunia",)]


def test_demands_the_government_in_a_capital_is_its_state(reader: Reader) -> None:
    text = f"{SEATED}The premier of Veldoria, Ada Lind, urged the government in Halden to dredge the weir."
    assert [row.whom for row in ledgers.demands((read_as(reader, text, "2009-03-04"),))] == [("Karsunia",)]


def test_toolkit_what_is_told_done_by_its_verb_is_not_refused_by_what_follows(reader: Reader) -> None:
    text = f"{STATES}Veldoria recalled its ambassador from Halden, having rejected the lease of the mill."
    used = {use.state for row in ledgers.toolkit((read_as(reader, text, "2009-03-04"),)) for use in row.uses}
    assert used == {"used"}


def test_pledges_what_is_threatened_is_no_announcement_of_who_speaks(reader: Reader) -> None:
    text = (
        f"{STATES}Karsunia's premier, Ada Lind, said Karsunia will pull out of the lake treaty if Veldoria keeps the "
        "fence."
    )
    assert [row.who for row in ledgers.pledges((read_as(reader, text, "2009-03-04"),))] == [("Karsunia",)]


def test_demands_what_an_event_asks_for_is_not_asked_for_again_by_words(reader: Reader) -> None:
    text = (
        f"{STATES}Veldoria asked for a session of the council, and the session, which Veldoria had requested, was held."
    )
    assert len(ledgers.demands((read_as(reader, text, "2009-03-04"),))) == 1
