"""Time expressions on the calendar: with the report's date, without it, and as beginnings."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.annotate.times import times
from onrecord.ingest.document import document
from onrecord.link.times import TimeLinker
from onrecord.model import Span, Time


def _layers(text: str, published: str | None) -> Layers:
    layers = parse(document(text, published=published))
    return replace(layers, times=times(layers))


def _times(text: str, published: str | None = "2023-01-18") -> list[Time]:
    return list(TimeLinker(_layers(text, published)).mentions())


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("They met on Wednesday.", "2023-01-18", "2023-01-18", "2023-01-18"),
        ("They met on Tuesday.", "2023-01-17", "2023-01-17", "2023-01-17"),
        ("They will meet on Friday.", "2023-01-20", "2023-01-20", "2023-01-20"),
        ("He signed it on November 9, 2020.", "2020-11-09", "2020-11-09", "2020-11-09"),
        ("They met last Friday.", "2023-01-13", "2023-01-13", "2023-01-13"),
        ("They met yesterday.", "2023-01-17", "2023-01-17", "2023-01-17"),
        ("They met two weeks ago.", "2023-W01", "2023-01-02", "2023-01-08"),
        ("They met last month.", "2022-12", "2022-12-01", "2022-12-31"),
        ("He was arrested in November.", "2022-11", "2022-11-01", "2022-11-30"),
        ("They will vote in March.", "2023-03", "2023-03-01", "2023-03-31"),
        ("He fell ill in late February 2022.", "2022-02", "2022-02-19", "2022-02-28"),
        ("It closed in recent weeks.", "PXW", "2022-11-23", "2023-01-18"),
        ("It was built in the 1970s.", "197X", "1970-01-01", "1979-12-31"),
        ("The strait has been closed since early March.", "2022-03", "2022-03-01", "2022-03-11"),
        ("The ceasefire expires on Saturday.", "2023-01-21", "2023-01-21", "2023-01-21"),
        ("The decree of 22.05.2021 was signed.", "2021-05-22", "2021-05-22", "2021-05-22"),
        ("They attacked at dawn on Thursday.", "2023-01-12TMO", "2023-01-12", "2023-01-12"),
        ("He spoke on Friday morning.", "2023-01-13TMO", "2023-01-13", "2023-01-13"),
        ("He was seen at 10 p.m. Friday.", "2023-01-13T22:00", "2023-01-13", "2023-01-13"),
        ("Bread lasts another week.", "P1W", None, None),
        ("The dockers walked out over the weekend.", "2023-W02-WE", "2023-01-14", "2023-01-15"),
        ("The strikers may march by the weekend.", "2023-W03-WE", "2023-01-21", "2023-01-22"),
        ("He would strike if no wage was paid by the weekend.", "2023-W03-WE", "2023-01-21", "2023-01-22"),
    ],
)
def test_times_with_the_report_date(text: str, value: str, start: str | None, end: str | None) -> None:
    (time,) = _times(text)
    assert (time.value, time.start, time.end) == (value, start, end)


@pytest.mark.parametrize("text", ["They met on Wednesday.", "They met last month.", "He left two days later."])
def test_times_without_report_date_stay_unresolved_and_say_why(text: str) -> None:
    (time,) = _times(text, published=None)
    assert (time.value, time.start, time.end, time.basis) == (None, None, None, "unresolved")
    assert time.reason


def test_times_of_a_range_share_the_year_told_at_its_end() -> None:
    first, last = _times("It was closed from January 1 to December 31, 2021.")
    assert (first.value, last.value) == ("2021-01-01", "2021-12-31")


def test_times_counted_from_a_day_that_the_text_does_not_tell_stay_unresolved() -> None:
    (time,) = _times("They met two days later.")
    assert (time.value, time.reason) == (None, "the text tells no day before it")


def test_times_explicit_dates_need_no_report_date() -> None:
    (time,) = _times("They signed it on 9 November 2020.", published=None)
    assert (time.value, time.basis) == ("2020-11-09", "explicit")


def test_times_follow_the_narrative() -> None:
    first, second = _times("The town fell on 3 May 2021. They left the following day.")
    assert (first.value, second.value, second.basis) == ("2021-05-03", "2021-05-04", "document")


def _since(text: str, words: str, said_on: date | None, published: str | None) -> Time:
    at = text.index(words)
    since = TimeLinker(_layers(text, published)).since(Span.of(text, at, at + len(words)), said_on)
    assert since is not None
    return since


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("for more than 30 days", None, "2022-12-18"),
        ("for 30 days", "2022-12-18", "2022-12-18"),
        ("for three months", "2022-09-18", "2022-10-17"),
        ("for weeks", None, "2023-01-03"),
        ("since June 2022", "2022-06-01", "2022-06-30"),
    ],
)
def test_times_since_is_counted_back_from_the_day_it_was_said(words: str, start: str | None, end: str) -> None:
    since = _since(f"The road has been closed {words}.", words, date(2023, 1, 17), "2023-01-18")
    assert (since.start, since.end) == (start, end)


def test_times_since_without_any_day_is_unresolved() -> None:
    since = _since("The road has been closed for more than 30 days.", "for more than 30 days", None, None)
    assert (since.value, since.start, since.end, since.basis) == ("P30D", None, None, "unresolved")
    assert since.reason


def test_times_since_longer_than_the_calendar_says_so() -> None:
    since = _since("It stood for 90000 years.", "for 90000 years", None, "2023-01-18")
    assert (since.start, since.end) == (None, None)
    assert since.reason is not None
    assert since.reason == "the date lies outside the years that can be counted"


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "published", "start", "end"),
    [
        ("This winter will be hard.", "2023-01-04", "2022-12-01", "2023-02-28"),
        ("They fled last winter.", "2023-01-04", "2021-12-01", "2022-02-28"),
        ("Gas may be short next winter.", "2023-01-04", "2023-12-01", "2024-02-29"),
        ("This winter will be hard.", "2023-09-04", "2023-12-01", "2024-02-29"),
        ("The dam broke this winter.", "2023-04-04", "2022-12-01", "2023-02-28"),
        ("They fled in winter 2021.", "2023-01-04", "2021-12-01", "2022-02-28"),
        ("They fled in the winter of 2021.", "2021-05-04", "2020-12-01", "2021-02-28"),
        ("They will vote in the winter of 2021.", "2021-05-04", "2021-12-01", "2022-02-28"),
        ("They met this summer.", "2023-09-04", "2023-06-01", "2023-08-31"),
    ],
)
def test_times_a_winter_is_one_winter(text: str, published: str, start: str, end: str) -> None:
    (time,) = _times(text, published)
    assert (time.start, time.end) == (start, end)


@pytest.mark.issue(5)
def test_times_that_winter_is_the_one_told_before() -> None:
    *_, last = _times("The town fell in the winter of 1994. Hundreds died that winter.", "2023-01-04")
    assert (last.start, last.end) == ("1994-12-01", "1995-02-28")


FISCAL = "when a fiscal year begins differs from body to body"


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    "text",
    [
        "Exports rose in the third quarter of fiscal 2019.",
        "The ministry spent more in the current fiscal year.",
        "The budget for the next fiscal year was cut.",
        "Aid fell in the 2021 fiscal year.",
        "Income fell in the fourth quarter of the fiscal year.",
        "Income rose in the first half of fiscal 2020.",
    ],
)
def test_times_fiscal_expressions_are_left_alone(text: str) -> None:
    (time,) = _times(text)
    assert (time.value, time.start, time.end, time.reason) == (None, None, None, FISCAL)


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The September 11 attacks changed the law.", "2018-03-01", "2001-09-11"),
        ("They recalled Hamas’s October 7 attack.", "2025-11-03", "2023-10-07"),
        ("The 15 July coup failed.", "2024-03-01", "2016-07-15"),
        ("The 26 July Movement took the town.", "2024-03-01", None),
        ("The November 17 Group claimed the bomb.", "2024-03-01", None),
        ("The September 11 attacks killed two.", "1998-09-14", "1998-09-11"),
        ("A September 11 attack on a bus killed two.", "2024-09-14", "2024-09-11"),
        ("They met on September 11 and left.", "2018-10-01", "2018-09-11"),
    ],
)
def test_times_dates_inside_names_are_no_relative_dates(text: str, published: str, value: str | None) -> None:
    (time,) = _times(text, published)
    assert time.value == value
    assert value or time.reason == "the date is part of a name"


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    "text", ["Between 5 and 8 May 1999 the town was shelled.", "The town was shelled from 5 to 8 May 1999."]
)
def test_times_days_between_keep_the_first(text: str) -> None:
    found = [(t.mention.text, t.value) for t in _times(text) if t.mention is not None]
    assert found == [("5", "1999-05-05"), ("8 May 1999", "1999-05-08")]
    (time,) = _times("The town was shelled between May 5 and 8, 1999.")
    assert (time.start, time.end) == ("1999-05-05", "1999-05-08")


@pytest.mark.issue(5)
def test_times_a_leap_day_lies_where_the_tense_points() -> None:
    assert [t.value for t in _times("On Feb. 29 the vote was held.", "2023-03-04")] == ["2020-02-29"]
    assert [t.value for t in _times("The vote will be held on Feb. 29.", "2023-03-04")] == ["2024-02-29"]


@pytest.mark.issue(5)
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The vote was held on Feb. 30.", "the calendar has no such day"),
        ("The vote was held on 31 April 2020.", "the calendar has no such day"),
        ("It began 99999 years ago.", "the date lies outside the years that can be counted"),
    ],
)
def test_times_what_cannot_be_is_told_in_plain_words(text: str, reason: str) -> None:
    (time,) = _times(text)
    assert (time.start, time.reason) == (None, reason)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The charter was sealed in March.", "2022-03"),
        ("The charter was sealed on March 5.", "2022-03-05"),
        ("The floods in February drowned ten.", "2022-02"),
        ("The armistice reached in March has failed.", "2022-03"),
        ("The ferry, which sank in March, was never raised.", "2022-03"),
        ("The regatta was held in the summer.", "2022-SU"),
        ("The depot was burned and its guards disarmed in March.", "2022-03"),
    ],
)
def test_times_of_a_clause_in_the_past_lie_behind(text: str, value: str) -> None:
    (time,) = _times(text)
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy proposed a conference in March.", "2023-03"),
        ("The ministers agreed on talks in March.", "2023-03"),
        ("The mission was extended to March.", "2023-03"),
        ("Ferries ordered in March will be paid later.", "2023-03"),
        ("If the charter was sealed in March, trade would begin.", "2023-03"),
    ],
)
def test_times_of_something_else_than_the_verb_may_lie_ahead_of_it(text: str, value: str) -> None:
    (time,) = _times(text)
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The armistice lapsed on New Year's Eve.", "2023-12-31"),
        ("The armistice will lapse on New Year's Eve.", "2024-12-31"),
        ("Fares would climb by a tenth in the third quarter.", "2025-Q3"),
        ("Fares fell in the third quarter.", "2024-Q3"),
        ("The regatta will be held in the spring.", "2025-SP"),
        ("An essay said on Monday, December 30: the charter is dead.", "2024-12-30"),
    ],
)
def test_times_at_the_end_of_a_year_follow_their_own_verb(text: str, value: str) -> None:
    (time,) = _times(text, published="2024-12-27")
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The mill shut less than twelve days ago.", "2023-01-06", "2023-01-18"),
        ("The mill shut more than 40 days ago.", None, "2022-12-09"),
        ("The mill shut nearly 40 days ago.", "2022-12-09", "2022-12-19"),
        ("The mill shut about 40 days ago.", "2022-11-29", "2022-12-19"),
        ("The mill shut 40 days or more ago.", None, "2022-12-09"),
        ("The mill shut at least two months ago.", None, "2022-11-18"),
        ("The mill reopens more than 40 days from now.", "2023-02-27", None),
    ],
)
def test_times_that_are_only_bounded_are_stretches_of_days(text: str, start: str | None, end: str | None) -> None:
    (time,) = _times(text)
    assert (time.start, time.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The mill has been shut for nearly 40 days.", "2022-12-09", "2022-12-19"),
        ("The mill has been shut for nearly a decade.", "2013-01-18", "2015-07-18"),
        ("The mill has been shut for 40 days or more.", None, "2022-12-09"),
        ("The mill has been shut for just over 40 days.", "2022-11-29", "2022-12-09"),
    ],
)
def test_times_beginnings_keep_to_their_bounds(text: str, start: str | None, end: str | None) -> None:
    layers = _layers(text, "2023-01-18")
    found = TimeLinker(layers).since(layers.span(0, len(text)))
    assert (found and found.start, found and found.end) == (start, end)


def test_times_count_the_days_that_are_numbered() -> None:
    layers = _layers("On day 40 of the siege bread ran out.", "2023-01-18")
    found = TimeLinker(layers).since(layers.span(3, 9))
    assert found is not None and (found.value, found.start, found.end) == ("P40D", "2022-12-09", "2022-12-10")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The mill has been shut for more than 40 days.", None, "2022-12-09"),
        ("The mills have stood still for nearly 40 days.", "2022-12-09", "2022-12-19"),
        ("The mill will be shut for more than 40 days.", None, None),
        ("The mill has been shut for 40 days.", None, None),
    ],
)
def test_times_of_a_bounded_length_that_lasts_say_when_it_may_have_begun(
    text: str, start: str | None, end: str | None
) -> None:
    (time,) = _times(text)
    assert (time.value, time.start, time.end) == ("P40D", start, end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bakeries reopened after Orthodox Christmas.", "2023-01-07"),
        ("Bakeries reopened after Thanksgiving.", None),
        ("Americans ate late on Thanksgiving.", "2022-11-24"),
        ("A painter of the October Revolution was honoured.", None),
        ("Her grandfather fell in the Easter Rising.", None),
        ("The March 9 commission questioned her.", None),
        ("A shell killed two in October.", "2022-10"),
    ],
)
def test_times_leave_alone_what_only_names_a_day(text: str, value: str | None) -> None:
    (time,) = _times(text)
    assert time.value == value


def test_times_hours_of_what_is_over_are_not_of_a_day_ahead() -> None:
    _, hour = _times("The dean will speak on Friday. At 9 a.m. the bell rang.")
    assert (hour.value, hour.reason) == (None, "the day told before it lies ahead")
    _, hour = _times("The dean spoke on Monday. At 9 a.m. the bell rang.")
    assert hour.value == "2023-01-16T09:00"
