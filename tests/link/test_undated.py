"""Without the report's date nothing that hangs on it is invented."""

import pytest

from onrecord.reader import Reader

TEXT = (
    "BAKU – The Foreign Minister of Armenia arrived on Wednesday. Last month the president of Georgia refused to go, "
    "and on 9 November 2020 the two sides had signed. The road has been shut for more than 30 days. "
    "The following day the Prime Minister said he would speak in the autumn."
)


@pytest.mark.issue(5)
def test_undated_days_stay_unresolved_with_the_reason(reader: Reader) -> None:
    report = reader.read(TEXT)
    assert (report.document.published, report.document.published_basis) == (None, "none")
    times = {m.time.mention.text: m.time for m in report.mentions if m.time is not None and m.time.mention is not None}
    for words in ("Wednesday", "Last month"):
        assert (times[words].start, times[words].end, times[words].basis) == (None, None, "unresolved")
        assert times[words].reason
    assert str(times["9 November 2020"].start) == "2020-11-09"
    dated = [t for t in times.values() if t.start is not None or t.end is not None]
    assert all("2020" in str(t.start) for t in dated)


@pytest.mark.issue(5)
def test_undated_titles_get_no_holder(reader: Reader) -> None:
    report = reader.read(TEXT)
    actors = [m.actor for m in report.mentions if m.actor is not None]
    assert not [a for a in actors if a.kind == "person" and (a.id or "").startswith("wikidata:")]


def test_dated_titles_get_their_holder(reader: Reader) -> None:
    report = reader.read(TEXT, published="2023-01-18")
    ids = {m.actor.name for m in report.mentions if m.actor is not None and m.actor.kind == "person"}
    assert "Ararat Mirzoyan" in ids


def test_undated_records_tell_no_day_for_events_and_conditions(reader: Reader) -> None:
    report = reader.read("Police arrested nine men in Sukkur on Tuesday. The bridge has been closed since Monday.")
    assert not [e for e in report.events if e.when is not None and (e.when.start or e.when.end)]
    assert not [c for c in report.conditions if c.since is not None and (c.since.start or c.since.end)]
