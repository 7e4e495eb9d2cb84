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


@pytest.mark.parametrize(
    ("text", "event", "when"),
    [
        ("Ardenia on Thursday condemned bomb attacks at Velmarian embassies in Chile.", "ASSAULT", None),
        ("Ardenia on Thursday condemned bomb attacks at Velmarian embassies in Chile.", "ACCUSE", "Thursday"),
        ("Ardenia condemned the shelling of a Velmarian town on 4 May.", "ASSAULT", "4 May"),
        ("The session ended in uproar Thursday when Velmar's envoy called Ardenia a liar.", "ACCUSE", "Thursday"),
        ("The embassy mourned a nurse abducted and killed by rebels in May 2029.", "ASSAULT", "May 2029"),
        ("In June 2030, the last talks failed, and Pablo Vega was arrested by Ardenia.", "COERCE", "June 2030"),
        ("The last talks failed in June 2030, and Pablo Vega was arrested by Ardenia.", "COERCE", None),
    ],
)
def test_event_when_clauses_share_their_day(reader: Reader, text: str, event: str, when: str | None) -> None:
    report = reader.read(f"{text} Chile closed its border with Peru.", published="2031-05-14")
    found = next(e for e in report.events if e.event == event)
    assert (found.when.mention.text if found.when and found.when.mention else None) == when


@pytest.mark.parametrize(
    ("text", "event", "when"),
    [
        ("Ardenia said Thursday that it rejects the latest offer by Velmar.", "REJECT", "Thursday"),
        ("Ardenia said Thursday that Velmar had rejected the latest offer by Ostria.", "REJECT", None),
    ],
)
def test_event_when_what_is_done_by_saying_it_is_done_when_it_is_said(
    reader: Reader, text: str, event: str, when: str | None
) -> None:
    report = reader.read(f"{text} Chile closed its border with Peru.", published="2031-05-14")
    found = next(e for e in report.events if e.event == event)
    assert (found.when.mention.text if found.when and found.when.mention else None) == when
