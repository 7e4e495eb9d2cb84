"""What answers a demand in other words; contacts, vouchers and beginnings that sentences tell by the way."""

import pytest

from onrecord.present import ledgers
from onrecord.present.calendar import calendar
from onrecord.present.figures import figures
from onrecord.reader import Reader
from tests.present.reading import answers, read_as


@pytest.mark.parametrize(
    ("asked", "told", "outcome"),
    [
        ("Veldoria demanded that Karsunia withdraw its gunboats from the bay.",
         "Karsunia's gunboats were still lying in the bay on Thursday, and two more had joined them.", "unmet"),
        ("Veldoria called on Karsunia to allow Red Cross delegates to see the prisoners.",
         "A delegate of the Red Cross spent three hours with the prisoners at Rovna jail on Monday.", "met"),
        ("Veldoria demanded an apology from Karsunia for the sinking of the ferry.",
         "Karsunia's prime minister, Ivo Mark, expressed his country's deep regret over the loss of the ferry.", "met"),
        ("Karsunia demanded that Veldoria extradite General Tarn.",
         "Veldoria does not hand over its guests, its justice minister, Pia Strand, said of General Tarn.", "rejected"),
        ("Veldoria urged Karsunia to restore the supply of electricity to Halden.",
         "The lights came on again in Halden on Tuesday night.", "met"),
        ("Veldoria demanded the release of the two pilots.",
         "The two pilots walked across the bridge at Rovna on Sunday and were embraced by their families.", "met"),
        ("Veldoria urged Karsunia to open the tunnel.",
         "Four carriages pulled in before eight, the first train in three weeks.", "met"),
        ("Mayor Jan Vool of Rovna asked Veldoria for a generator.",
         "A generator that was flown in has been running at the hospital since Sunday.", "met"),
        ("Veldoria called on Karsunia to hand back the bodies of the soldiers.",
         "Nine coffins were carried across the bridge at Rovna on Tuesday.", "met"),
        ("Karsunia demanded that Veldoria open the six gates of the dam.",
         "Veldoria opened two of the six gates on Monday.", "partly met"),
    ],
)  # fmt: skip
def test_demands_are_answered_by_deeds_in_other_words(reader: Reader, asked: str, told: str, outcome: str) -> None:
    assert outcome in set().union(*answers(reader, asked, told))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Veldoria called on Karsunia to release the fishermen.",
         "Fishermen in Rovna went to sea again on Monday after a week of storms."),
        ("Veldoria demanded that Karsunia open the Halden bridge.", "The Norland bridge was opened on Monday."),
        ("Veldoria urged Karsunia to restore gas supplies.", "Karsunia found a new gas field in the north on Monday."),
        ("Veldoria demanded an apology from Karsunia for the raid.",
         "Karsunia's sports minister apologised to the football club on Monday."),
        ("Veldoria asked Karsunia to send 200 tonnes of flour.", "A ship brought 900 tonnes of flour to Norland."),
    ],
)  # fmt: skip
def test_deeds_about_something_else_answer_nothing(reader: Reader, asked: str, told: str) -> None:
    assert answers(reader, asked, told) == [set()]


def test_promise_that_takes_up_a_demand_is_kept_where_that_is_met(reader: Reader) -> None:
    reports = (
        read_as(reader, "The River Tribunal directed Veldoria to lift its ban on Karsunian aircraft. Veldoria's prime "
              "minister, Helen Aster, said that would happen as soon as a train had run.", "2035-09-04"),
        read_as(reader, "Veldoria's skies were open to Karsunian airliners again by noon.", "2035-09-12"),
    )  # fmt: skip
    row = next(row for row in ledgers.pledges(reports) if "would happen" in row.what)
    assert [answer.outcome for answer in row.answers] == ["kept"]


def test_demand_is_bidden_in_quoted_words_by_a_day(reader: Reader) -> None:
    text = "Helen Aster leads Veldoria. “Take the gate down by Friday and we will forget it,” Aster said."
    row = next(row for row in ledgers.demands((read_as(reader, text, "2035-09-04"),)))
    assert row.what == "Take the gate down"
    assert row.by_when == "Friday"


@pytest.mark.parametrize(
    ("text", "kind", "state", "day"),
    [
        ("Veldoria's foreign minister, Ada Lind, rang her Karsunian counterpart, Teo Mark, on Monday evening.",
         "call", "held", "2035-09-03"),
        ("The Strait Council ruled on Monday that Karsunia must leave.", "session", "held", "2035-09-03"),
        ("President Anna Korr of Veldoria will meet Karsunian President Ivo Lann in Halden next Monday.",
         "meeting", "planned", "2035-09-10"),
        ("Talks between Veldoria and Karsunia set for Saturday in Halden were cancelled.",
         "talks", "cancelled", "2035-09-08"),
    ],
)  # fmt: skip
def test_contacts_told_by_sentences(reader: Reader, text: str, kind: str, state: str, day: str) -> None:
    found = [(one.kind, one.state, one.first) for one in calendar((read_as(reader, text, "2035-09-05"),))]
    assert found == [(kind, state, day)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Doctor Maren Holt at the hospital has 90 patients with jaundice.", "Maren Holt"),
        ("In the words of the mayor, Jan Vool, the town is running out of flour.", "Jan Vool"),
        ("The mayor of Rovna, Jan Vool, put the number of those without water at 8,000.", "Jan Vool"),
    ],
)
def test_conditions_stand_on_the_word_of_who_counts_or_is_cited(reader: Reader, text: str, who: str) -> None:
    rows = ledgers.humanitarian((read_as(reader, text, "2035-09-05"),))
    assert any(who in row.said_by for row in rows), rows


def test_shortage_of_which_nobody_is_aware_is_denied_and_a_fear_is_feared(reader: Reader) -> None:
    text = "Karsunia's minister, Ivo Brast, said he was not aware of any shortage. Doctor Ira Tomm fears typhoid."
    rows = ledgers.humanitarian((read_as(reader, text, "2035-09-05"),))
    assert any(row.kind == "shortage" and row.status == "denied" for row in rows)
    assert any(row.kind == "humanitarian" and row.feared for row in rows)


@pytest.mark.parametrize(
    ("text", "state", "day"),
    [
        ("Four days after the Rovna highway was cut, flour costs three times what it did.", "blocked", "2035-09-01"),
        ("The barriers at the Tarn Crossing went up on Monday, ending a closure of 32 days.", "open", "2035-09-03"),
    ],
)
def test_route_is_so_since_the_day_of_the_change(reader: Reader, text: str, state: str, day: str) -> None:
    rows = ledgers.access((read_as(reader, text, "2035-09-05"),))
    assert (state, day) in {(row.state, row.since_to) for row in rows}, rows


@pytest.mark.parametrize(("words", "value"), [("ninety people", 90.0), ("fourteen lorries", 14.0), ("sixty-two", 62.0)])
def test_numbers_in_words_are_read_whole(words: str, value: float) -> None:
    assert [one.value for one in figures(words)] == [value]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("She gave Karsunia until Sunday to reopen the gates.", "2035-09-09"),
        ("“Free them by Thursday,” he said.", "2035-09-06"),
        ("Fighting went on until Sunday.", "2035-09-02"),
        ("She called off Friday's meeting.", "2035-09-07"),
        ("He took part in Sunday's vote.", "2035-09-02"),
    ],
)
def test_days_of_deadlines_and_of_what_is_called_off_lie_ahead(reader: Reader, text: str, day: str) -> None:
    report = read_as(reader, f"PARIS — {text}", "2035-09-04")
    assert [m.time.start for m in report.mentions if m.time is not None] == [day]
