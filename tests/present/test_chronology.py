"""Records in date order, the unresolved last."""

from onrecord.present.chronology import chronology, undated
from tests.present import sample


def test_chronology_is_in_date_order_with_the_unresolved_last_and_why() -> None:
    rows = chronology([sample.REPORT])
    dated = [row.first or row.last for row in rows if row.first or row.last]
    assert dated == sorted(dated, key=str) and dated[0] == "2029-03-03"
    assert [row.reason for row in rows[len(dated) :]] == ["the week it counts from is not certain"]
    assert {row.kind for row in rows} == {"agreement", "condition", "event", "statement"}


def test_chronology_tells_on_whose_word_and_how_the_date_is_known() -> None:
    sent = next(row for row in chronology([sample.REPORT]) if row.what.startswith("MOBILIZE"))
    assert sent.word == "on the word of Teodor Marek, according to Office of the Foreign Minister of Karsunia"
    assert (sent.basis, sent.status) == ("publication date", "alleged")
    assert all(ground.span.grounded_in(sample.TEXT) for ground in sent.grounds)


def test_chronology_of_nothing_is_empty_and_counts_what_has_no_time() -> None:
    assert chronology([sample.EMPTY]) == () and undated([sample.EMPTY]) == 0
    every = len(sample.REPORT.statements) + len(sample.REPORT.events) + len(sample.REPORT.conditions)
    timed = [row for row in chronology([sample.REPORT]) if row.kind != "agreement"]
    assert undated([sample.REPORT]) == every - len(timed)
