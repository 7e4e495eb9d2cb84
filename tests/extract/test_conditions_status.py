"""How things stand: what modals only tell, what is spoken of as there, what is denied by "nothing" and "at no time"."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _one(reader: Reader, text: str, kind: str) -> Condition:
    found = [c for c in reader.read(text, published="2031-06-12").conditions if c.kind == kind]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that flour would last until Friday.",
        "Diesel would be enough for the ambulances until Friday, she said.",
        "Kerosene cannot be had at any price, shopkeepers in Varna said.",
        "Sugar and soap can no longer be bought in Varna.",
        "In Varna charcoal is not to be had, the mayor said.",
    ],
)
def test_stocks_that_would_last_and_what_cannot_be_had_lack_now(reader: Reader, text: str) -> None:
    lack = _one(reader, text, "shortage")
    assert (lack.status, lack.negated) == ("asserted", False)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy told the council that nothing had been closed and that lorries moved.",
        "The envoy told the council that no gate was locked at Varna.",
        "The minister said that the Anda crossing has at no time been closed to patients.",
        "Ostria has replied with restraint: it has closed no port.",
        "Ostria was blockading nobody, the envoy told the council.",
    ],
)
def test_nothing_closed_is_a_closure_denied(reader: Reader, text: str) -> None:
    closure = _one(reader, text, "access")
    assert (closure.state, closure.negated) == ("blocked", True)


@pytest.mark.parametrize(
    "text",
    [
        "The Anda bridge will not reopen before May, the ministry said.",
        "The talks had not reopened the Anda road, where lorries wait.",
    ],
)
def test_what_does_not_open_is_closed(reader: Reader, text: str) -> None:
    closure = _one(reader, text, "access")
    assert (closure.state, closure.status, closure.negated) == ("blocked", "asserted", False)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The Red Cross offered to escort the wounded of Varna.", "casualties", "asserted"),
        ("The envoy said that he would see the prisoners at Varna on Monday.", "casualties", "asserted"),
        ("Ostria promised that the siege would end on Monday.", "access", "planned"),
    ],
)
def test_what_is_spoken_of_as_there_is_there(reader: Reader, text: str, kind: str, status: str) -> None:
    assert _one(reader, text, kind).status == status
