"""Demands as lists and on terms, consents of both, contacts to come: reports in plain words; all names are invented."""

import pytest

from onrecord.present import ledgers
from onrecord.present.calendar import calendar
from onrecord.reader import Reader
from tests.present.reading import read_as

_NOTE = (
    "The Government of Elvaria has handed a note to the embassy of Tarnia. Elvaria demands:\n"
    "- the return of the two tugs;\n"
    "- compensation for the owners of the quay.\n\n"
    "An answer is expected by 9 June."
)


def test_demands_of_a_list_are_a_row_each_with_the_day_of_the_answer(reader: Reader) -> None:
    report = read_as(reader, _NOTE, "2031-06-02", "Government of Elvaria")
    rows = ledgers.demands((report,))
    assert [row.what for row in rows] == ["the return of the two tugs", "compensation for the owners of the quay"]
    assert all("9 June" in (row.by_when or "") for row in rows)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tarnian minister Ada Holm said the envoy would return once Elvaria had opened the mine.", "opened the mine"),
        ("Tarnian minister Ada Holm said she would sign only if the hostages were freed.", "the hostages were freed"),
    ],
)  # fmt: skip
def test_demands_on_terms_of_what_was_done_first(text: str, what: str, reader: Reader) -> None:
    rows = ledgers.demands(
        (read_as(reader, f"The governments of Tarnia and Elvaria are at odds over a mine. {text}", "2011-03-04"),)
    )
    assert any(what in row.what for row in rows)


def test_pledges_a_warning_of_what_will_stop_for_want_of_something_is_none(reader: Reader) -> None:
    text = (
        "Mayor Ulla Brand said the trams would stop on Friday if no current came. She said the pool would open in May."
    )
    rows = ledgers.pledges((read_as(reader, text, "2011-03-04"),))
    assert not any("trams" in row.what for row in rows)


def test_pledges_a_bare_consent_promises_nothing(reader: Reader) -> None:
    text = "Ostria offered to mediate between Tarnia and Elvaria. Tarnia accepted. Elvaria has accepted the invitation."
    rows = ledgers.pledges((read_as(reader, text, "2011-03-04"),))
    assert not any("accepted" in row.what or row.what == "the invitation" for row in rows)


def test_toolkit_both_countries_accept_what_a_third_one_offers(reader: Reader) -> None:
    text = (
        "The governments of Tarnia and Elvaria have quarrelled over the mine since May. The Tarnian minister for trade "
        "shut it. The Elvarian foreign minister, Per Lund, condemned this, and so did the government of Elvaria.\n\n"
        "Ostria's president, Ida Moen, volunteered her good offices. Both governments accepted."
    )
    rows = ledgers.toolkit((read_as(reader, text, "2011-03-04"),))
    accepted = [use.by for row in rows for use in row.uses if use.state == "accepted"]
    assert accepted and set(accepted[0]) == {"Tarnia", "Elvaria"}


def test_toolkit_good_offices_are_whose_they_are_said_to_be(reader: Reader) -> None:
    text = "Tarnia and Elvaria signed a truce on Monday under the mediation of Ostria."
    (row,) = [row for row in ledgers.toolkit((read_as(reader, text, "2011-03-04"),)) if "mediation" in row.instrument]
    assert row.state == "used"
    assert row.uses[0].by == ("Ostria",)


def test_calendar_a_round_that_is_to_be_held_is_between_those_who_met(reader: Reader) -> None:
    text = (
        "Tarnia and Elvaria are at odds. Tarnian minister Ada Holm met her Elvarian counterpart, Per Lund, on 1 March. "
        "The next round of talks will be held on 9 March."
    )
    found = [one for one in calendar((read_as(reader, text, "2011-03-02"),)) if one.first == "2011-03-09"]
    assert len(found) == 1
    assert found[0].state == "planned"
    assert set(found[0].sides) == {"Tarnia", "Elvaria"}


def test_calendar_words_to_a_paper_are_no_contact(reader: Reader) -> None:
    text = "Rebel spokesman Ivo Brandt told the Herald by telephone that the Front would not attend."
    assert not calendar((read_as(reader, text, "2011-03-02", "Herald"),))


def test_calendar_the_name_of_a_body_is_no_contact(reader: Reader) -> None:
    text = "The mayor, Ulla Brand, would like the guards to be relieved by soldiers of the Northern Conference."
    assert not calendar((read_as(reader, text, "2011-03-02"),))


def test_demands_what_is_ruled_out_by_a_pronoun_is_refused(reader: Reader) -> None:
    told = (
        "The government of Veldoria and the government of Karsunia share a weir. The mayor of Dorn, Ada Lind, called "
        "for compensation from Karsunia for the flooded fields; its water minister, Olga Brant, ruled that out."
    )
    rows = ledgers.demands((read_as(reader, told, "2035-09-04"),))
    assert [[one.outcome for one in row.answers] for row in rows] == [["rejected"]]


def test_demands_an_appeal_is_for_what_stands_behind_who_makes_it(reader: Reader) -> None:
    told = "Veldoria and Karsunia share a weir. Karsunia turned down an appeal by the League of Lakes for a truce."
    [row] = ledgers.demands((read_as(reader, told, "2035-09-04"),))
    assert (row.what, [one.outcome for one in row.answers]) == ("a truce", ["rejected"])


def test_pledges_are_made_when_they_are_told_not_when_they_are_due(reader: Reader) -> None:
    told = "Veldoria and Karsunia share a weir. Karsunia's premier, Ada Lind, promised a second camp by September 10."
    [row] = ledgers.pledges((read_as(reader, told, "2035-08-24"),))
    assert row.first == "2035-08-24"
