"""Other figures for what was told, need by who shares or gives up what, claims called untrue; all names invented."""

import pytest

from onrecord.present import ledgers
from onrecord.reader import Reader

STATES = "The government of Velmar and the government of Ardenia share a lake. "


def figures(reader: Reader, text: str) -> set[tuple[str, float]]:
    report = reader.read(STATES + text, published="2034-04-12", publisher="Meridian Wire")
    told = (row for row in ledgers.conditions((report,)) if row.kind in ("casualties", "displacement"))
    return {(row.side, one.value) for row in told for one in row.figures}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ardenia says twelve people were killed; Velmar puts the number at thirty.",
            {("Ardenia", 12), ("Velmar", 30)},
        ),
        (
            "The River Hearth Union said 12,000 people had been displaced. Ardenia spoke of 4,000.",
            {("River Hearth Union", 12000), ("Ardenia", 4000)},
        ),
        ("Ardenia says twelve people were killed; Velmar puts the price at thirty.", {("Ardenia", 12)}),
    ],
)
def test_another_figure_stands_on_the_word_of_who_gives_it(
    reader: Reader, text: str, told: set[tuple[str, float]]
) -> None:
    assert figures(reader, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "There is one latrine for 110 people.",
        "In the Orl camp 8,100 people share 70 taps.",
        "The lower town lives off tankers.",
        "Warehouses in Orl hold rice for eleven days.",
        "Only one of the six ambulances in Orl still has petrol.",
        "Families in Orl are burning chairs.",
        "One household in three has sold its livestock.",
    ],
)
def test_need_by_who_shares_what_or_gives_it_up(reader: Reader, text: str) -> None:
    told = reader.read(STATES + text, published="2034-04-12").conditions
    assert {one.kind for one in told} & {"humanitarian", "shortage"}


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers share a flat.",
        "There is one minister for 40 deputies.",
        "The spy lives off gossip.",
        "The town will hold a rice festival for eleven days.",
        "Only one of the six deputies still has a seat.",
        "The general is burning letters.",
        "The minister has sold his boat.",
    ],
)
def test_no_need_in_the_same_words_of_something_else(reader: Reader, text: str) -> None:
    told = reader.read(STATES + text, published="2034-04-12").conditions
    assert not {one.kind for one in told} & {"humanitarian", "shortage"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Reports of hunger in Orl are invented.", "denied"),
        ("Talk of famine in Orl is without foundation.", "denied"),
        ("Reports of hunger in Orl are growing.", "asserted"),
    ],
)
def test_want_of_which_the_reports_are_called_untrue_is_denied(reader: Reader, text: str, status: str) -> None:
    told = reader.read(STATES + text, published="2034-04-12").conditions
    assert [one.status for one in told if one.kind == "humanitarian"] == [status]


def test_who_spoke_before_goes_on_with_how_long_it_would_last(reader: Reader) -> None:
    text = STATES + "Ada Lind, a pharmacist in Orl, said insulin was gone. Painkillers would last until Friday."
    report = reader.read(text, published="2034-04-12", publisher="Meridian Wire")
    assert {row.said_by for row in ledgers.conditions((report,)) if row.kind == "shortage"} == {("Ada Lind",)}


def test_whoever_spoke_before_goes_on_in_his_tense(reader: Reader) -> None:
    text = STATES + "Doctors at the Orl clinic said 40 patients lay in corridors. Two had died for want of insulin."
    report = reader.read(text, published="2034-04-12", publisher="Meridian Wire")
    dead = [row.said_by for row in ledgers.conditions((report,)) if row.kind == "casualties"]
    assert dead == [("Doctors",)]


def test_officials_of_a_place_vouch_for_what_they_count(reader: Reader) -> None:
    report = reader.read(
        STATES + "Officials in Orl counted 14 dead.", published="2034-04-12", publisher="Meridian Wire"
    )
    [row] = [row for row in ledgers.conditions((report,)) if row.kind == "casualties"]
    assert "Officials" in row.word
