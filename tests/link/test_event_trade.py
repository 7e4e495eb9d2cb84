"""Firms among themselves, in reports of the market."""

import pytest

from onrecord.reader import Reader

BID = (
    "Halden Mills Corp. said on Monday it had rejected a tender offer of $12 a share from Orrin Paper Inc. The bidder, "
    "which owns a 9% stake, said it would offer more. Halden's board urged shareholders to refuse the takeover. "
    "Orrin agreed to pay its lenders $4 million for the acquisition. Earnings fell in the third quarter."
)


def types(reader: Reader, text: str) -> set[str]:
    return {event.event for event in reader.read(text).events}


def test_event_trade_a_bid_and_its_refusal_are_no_acts(reader: Reader) -> None:
    assert types(reader, BID) == set()


@pytest.mark.parametrize(
    ("more", "event"),
    [
        ("The government of Vesland banned the takeover of Halden Mills and expelled Orrin's managers.", "COERCE"),
        ("Strikers from three unions marched on the headquarters of Halden Mills Corp.", "PROTEST"),
        ("Vesland's prime minister accused Orrin Paper Inc. of bribing officials.", "ACCUSE"),
    ],
)
def test_event_trade_what_is_done_to_or_by_others_than_firms_stays(reader: Reader, more: str, event: str) -> None:
    assert event in types(reader, f"{BID}\n\n{more}")


def test_event_trade_a_firm_in_a_report_of_a_crisis_acts(reader: Reader) -> None:
    text = (
        "The pipeline to Vesland stayed shut on Monday. Norgas Corp. said it had agreed to pump gas again from Friday. "
        "The prime minister of Vesland, Ada Lind, accused Norland of blackmail."
    )
    assert "AGREE" in types(reader, text)
