"""Promises, demands and agreements in whatever words: by who speaks, by what is told of the same, not by lists."""

import pytest

from onrecord.present import ledgers
from onrecord.reader import Reader
from tests.present.reading import outcomes, read_as

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
    given = "Karsunia promised that two vans of the Lamp Society would be allowed through the Rovna border gate by Sunday."
    told = (
        "Veldoria accused Karsunia of closing the Rovna border gate. "
        "Two vans of the Lamp Society passed the Rovna border gate."
    )
    assert "kept" in set().union(*outcomes(reader, given, told))
