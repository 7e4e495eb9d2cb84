"""On whose word needs stand: a body's own staff, offices told by name, "it put the number at", a colon."""

import pytest

from onrecord.present import ledgers
from onrecord.reader import Reader
from tests.present.reading import read_as


def said(reader: Reader, text: str, publisher: str = "Meridian Wire") -> set[str]:
    rows = ledgers.humanitarian((read_as(reader, text, "2035-09-04", publisher),))
    return {name for row in rows for name in row.said_by}


def test_a_bodys_own_staff_are_the_body(reader: Reader) -> None:
    text = "Our nurses in Rovna fear an outbreak of typhus at the shrine."
    assert said(reader, text, "Shelter Relief Mission") == {"Shelter Relief Mission"}


def test_whose_office_is_told_before_the_name_is_called_by_it(reader: Reader) -> None:
    text = "According to the chief pharmacist of the abbey hospice, Ina Brandt, 90 pilgrims have enough for two days."
    assert said(reader, text) == {"Ina Brandt"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Harbour Mission said the wells of Rovna had been dry since Sunday. It put the number of dead at seven.",
         "Harbour Mission"),
        ("The Harbour Patrol Command reports: at 0540 hours today raiders crossed the bay near Rovna, opened fire on "
         "a barge and withdrew, leaving a rowboat behind. Two pilots lost their lives.", "Harbour Patrol Command"),
    ],
)  # fmt: skip
def test_what_goes_on_is_told_by_the_same(reader: Reader, text: str, who: str) -> None:
    rows = ledgers.humanitarian((read_as(reader, text, "2035-09-04"),))
    assert {name for row in rows if row.kind == "casualties" for name in row.said_by} == {who}


def test_another_paragraph_is_the_outlets_own(reader: Reader) -> None:
    text = "The Harbour Guard reports: at dawn pirates rowed to Rovna.\n\nTwo pilots lost their lives in Halden."
    assert said(reader, text) == set()


def test_what_goes_on_in_the_tense_of_what_was_said_stands_on_the_same_word(reader: Reader) -> None:
    said_so = "Doctor Ina Brandt said she had treated 12 pilgrims by candlelight."
    assert said(reader, f"{said_so} Two had died.") == {"Ina Brandt"}
    assert said(reader, f"{said_so} Two pilgrims died in Halden.") == set()
    assert said(reader, f"{said_so}\n\nTwo pilgrims had died in Halden.") == set()
