"""The day of an event: what the clause says of the deed, not the dates in the names of other things."""

import pytest

from onrecord.reader import Reader


@pytest.mark.parametrize(
    ("text", "event", "when"),
    [
        ("Ardenia accused Velmar on Friday of violating the truce of 3 March 2029.", "ACCUSE", "Friday"),
        ("Ardenia accused Velmar of violating the accord of 3 March 2029.", "ACCUSE", None),
        ("Ardenia accused Velmar of breaking the cease-fire declared on 28 June 2029.", "ACCUSE", None),
        ("Ardenian and Velmarian envoys met in Port Sella on 4 May 2031.", "CONSULT", "4 May 2031"),
        ("Talks on Tuesday between Ardenia and Velmar ended without a deal.", "CONSULT", "Tuesday"),
    ],
)
def test_event_when_is_the_day_of_the_deed(reader: Reader, text: str, event: str, when: str | None) -> None:
    events = [e for e in reader.read(text, published="2031-05-14").events if e.event == event]
    assert events
    assert {e.when.mention.text for e in events if e.when and e.when.mention} == ({when} - {None})
