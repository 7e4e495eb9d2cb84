"""Promises, demands and agreements in whatever words: by who speaks, by what is told of the same, not by lists."""

import pytest

from onrecord.present import ledgers
from onrecord.present.sides import Sides
from onrecord.reader import Reader
from tests.present.reading import answers, outcomes, read_as

CONTEXT = "The government of Veldoria and the government of Karsunia share a towpath. "


def promised(reader: Reader, text: str, publisher: str = "Meridian Wire") -> list[str]:
    return [row.what for row in ledgers.pledges((read_as(reader, CONTEXT + text, "2009-03-04", publisher),))]


@pytest.mark.parametrize(
    "text",
    [
        "The transport minister of Veldoria, Ada Lind, said Veldoria would widen the towpath at Rovna.",
        "Under the deal, Karsunia will whitewash the customs shed.",
        "Spokesman Ilo Brant said Veldoria would widen the towpath at Rovna.",
    ],
)
def test_pledges_whatever_somebody_says_his_own_side_will_do(reader: Reader, text: str) -> None:
    assert len(promised(reader, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The transport minister of Veldoria, Ada Lind, said Karsunia would widen the towpath at Rovna.",
        "The transport minister of Veldoria, Ada Lind, said Veldoria would regret the towpath.",
        "A fisherman, Ilo Brant, said Veldoria would widen the towpath at Rovna.",
        "If Veldoria will widen the towpath at Rovna, nobody knows.",
    ],
)
def test_pledges_what_others_are_said_to_do_is_none(reader: Reader, text: str) -> None:
    assert promised(reader, text) == []


def test_pledges_what_is_to_be_sent_stands_in_its_words(reader: Reader) -> None:
    text = "The water minister of Veldoria, Ada Lind, said Veldoria would send four divers to inspect the weir."
    assert promised(reader, text) == ["would send four divers to inspect the weir"]


def test_pledges_what_goes_against_one_does_not_hide_that_it_was_kept(reader: Reader) -> None:
    given = (
        "Karsunia promised that two vans of the Lamp Society would be allowed through the Rovna border gate by Sunday."
    )
    told = (
        "Veldoria accused Karsunia of closing the Rovna border gate. "
        "Two vans of the Lamp Society passed the Rovna border gate."
    )
    assert "kept" in set().union(*outcomes(reader, given, told))


SIGNED = (
    "The government of Veldoria and the government of Karsunia signed a ten-year protocol on Tuesday under which "
    "Karsunia is to dredge the lower weir. Veldoria lends two barges from June.",
    "Ministers of Veldoria and Karsunia came out of the customs shed with what they called a ladder: Karsunia will "
    "dredge the lower weir, and Veldoria will lend two barges.",
    "The government of Veldoria and the government of Karsunia met on Tuesday. Both sides consented to the following. "
    "Karsunia dredges the lower weir. Veldoria lends two barges.",
)


@pytest.mark.parametrize(
    ("text", "name", "bound"),
    [(SIGNED[0], "protocol", 1), (SIGNED[1], "ladder", 2), (SIGNED[2], "agreement", 2)],
)
def test_agreements_without_a_name_by_how_they_are_made(reader: Reader, text: str, name: str, bound: int) -> None:
    rows = ledgers.agreements((read_as(reader, text, "2009-03-04"),))
    assert [(row.name, len(row.obligations)) for row in rows] == [(name, bound)]
    assert [row.date for row in rows] == [None if name == "ladder" else "2009-03-03"]  # no day told, none invented


@pytest.mark.parametrize(
    "text",
    [
        "The government of Veldoria and the government of Karsunia hope to sign a protocol on Friday.",
        "The government of Veldoria and the government of Karsunia signed a pact on Tuesday, the Weir Accord of 1988.",
        "The brewer Ada Lind signed a deal. Veldoria is dry.",
        "The government of Veldoria and the government of Karsunia met. Both sides agreed to meet again.",
    ],
)
def test_agreements_not_made_named_or_never_meant_again_have_no_row_of_their_own(reader: Reader, text: str) -> None:
    rows = ledgers.agreements((read_as(reader, text, "2009-03-04"),))
    assert [row for row in rows if row.name[:1].islower()] == []


def test_agreements_without_a_name_are_meant_by_a_noun_in_later_reports(reader: Reader) -> None:
    first = (
        "The government of Veldoria and the government of Karsunia met. Both sides agreed on Tuesday that Karsunia "
        "would dredge the lower weir."
    )
    later = "The government of Veldoria accused Karsunia of breaking the bargain. Karsunia rejected the charge."
    reports = (read_as(reader, first, "2009-03-04"), read_as(reader, later, "2009-03-20"))
    told = "Veldoria and Karsunia signed an accord on Tuesday, 3 March, the government of Karsunia said."
    assert len(ledgers.agreements((*reports, read_as(reader, told, "2009-03-05")))) == 1
    [row] = ledgers.agreements(reports)
    assert (row.name, row.date, row.first, row.last) == ("bargain", "2009-03-03", "2009-03-04", "2009-03-20")
    assert [one.sides for one in row.breaches] == [("Karsunia",)]
    named = read_as(reader, f"{CONTEXT}The Rovna Treaty was signed in 1988. The treaty holds.", "2009-03-21")
    assert {row.name: row.last for row in ledgers.agreements((*reports, named))}["bargain"] == "2009-03-20"


def test_pledges_what_an_agreement_without_a_name_binds_to(reader: Reader) -> None:
    rows = ledgers.pledges((read_as(reader, SIGNED[2], "2009-03-04"),))
    assert {"Karsunia dredges the lower weir", "Veldoria lends two barges"} <= {row.what for row in rows}


def test_demands_are_met_by_what_is_done_to_those_for_whom_they_stands(reader: Reader) -> None:
    asked = "Karsunia is holding two surveyors of Veldoria. Veldoria demanded their immediate release."
    told = "The surveyors walked over the bridge at Rovna on Sunday."
    assert [set(one) for one in answers(reader, asked, told)] == [{"met"}]
    assert answers(reader, asked, "Two goats walked over the bridge at Rovna on Sunday.") == [set()]


def test_demands_are_rejected_by_the_spokesman_of_somebody_named_in_full_elsewhere(reader: Reader) -> None:
    first = "The premier of Karsunia, Irena Holt, met the premier of Veldoria, Otto Marn."
    text = (
        "Veldoria is ready to lend the barge if Karsunia puts four million crowns in a bank, Otto Marn said. "
        "Holt's spokesman, Emil Kast, rejected the proposal."
    )
    reports = (read_as(reader, first, "2009-03-04"), read_as(reader, text, "2009-03-11"))
    [row] = [one for one in ledgers.demands(reports) if "crowns" in one.what]
    assert {one.outcome for one in row.answers} == {"rejected"}


def test_sides_a_minister_whom_a_release_names_is_of_the_state_that_its_words_tell(reader: Reader) -> None:
    release = (
        "Luka Brand, Minister of Foreign Affairs of Veldoria, came to Halden. Minister Brand inspected the weir of "
        "Karsunia. The government of Karsunia and the government of Veldoria will meet."
    )
    report = read_as(reader, release, "2009-03-04", "Ministry of Foreign Affairs of Karsunia")
    sides = Sides((report,))
    found = {sides.of(m.actor) for m in report.mentions if m.actor is not None and "Brand" in (m.actor.name or "")}
    assert found == {"Veldoria"}
