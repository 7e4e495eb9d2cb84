"""Calls that are visits ask for nothing."""

import pytest

from onrecord.annotate.parse import language
from onrecord.extract.calls_paid import pays_call
from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("The ambassador called on the foreign minister on Monday.", True),
        ("Lind called upon Premier Rowe in Corin and left a note.", True),
        ("The minister called on Velmar to open the pass.", False),
        ("She called on both sides for restraint.", False),
        ("He called on the guards not to shoot.", False),
        ("They called on all sides:", False),
        ("The envoy was called on by the press.", False),
    ],
)
def test_calls_paid_are_told_from_calls_for_something(text: str, paid: bool) -> None:
    (called,) = [token for token in language()(text) if token.lower_ == "called"]
    assert pays_call(called) is paid


def test_calls_paid_are_no_statement_and_no_demand(reader: Reader) -> None:
    report = reader.read("The Ambassador called on Foreign Minister Rowe on Monday. Rowe said no answer was ready.")
    assert [said.cue.text for said in report.statements if said.cue] == ["said"]
    assert "REQUEST" not in {event.event for event in report.events}
