"""Routes in the ledger: to whom they are shut, whose word their state stands on, which one is meant, since when."""

import pytest

from onrecord.present import ledgers
from onrecord.present.ledgers.episodes import Episode
from onrecord.reader import Reader
from tests.present.reading import read_as

STATES = "The government of Veldoria and the government of Karsunia share a lake. "


def rows(reader: Reader, *told: tuple[str, str], publisher: str = "Meridian Wire") -> tuple[Episode, ...]:
    return ledgers.access([read_as(reader, STATES + text, day, publisher) for day, text in told])


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Rovna bridge is shut to hay carts.", "restricted"),
        ("The Rovna bridge has been closed to foreign coaches since May.", "restricted"),
        ("The Rovna bridge stays closed except to hearses.", "restricted"),
        ("Karsunia has barred Veldorian pilots from the Rovna channel since May.", "restricted"),
        ("Only petrol and timber were being kept out of the Rovna harbour.", "restricted"),
        ("The Rovna bridge is shut to all traffic.", "blocked"),
        ("The Rovna bridge has been shut for eleven days.", "blocked"),
        ("The Rovna bridge has been closed for all but two days since May.", "blocked"),
    ],
)
def test_a_route_that_is_shut_to_some_is_restricted(reader: Reader, text: str, state: str) -> None:
    assert {row.state for row in rows(reader, ("2034-06-12", text))} == {state}


def test_a_body_is_of_no_state_that_the_report_only_suggests(reader: Reader) -> None:
    text = "The River Hearth Union said the Rovna bridge had been closed since Monday."
    assert {row.side for row in rows(reader, ("2034-06-12", text))} == {"River Hearth Union"}


def test_who_heads_a_body_tells_of_a_route_for_it_wherever_it_is_reported_from(reader: Reader) -> None:
    text = (
        "DORN, Veldoria, June 12 (MW) - Veldoria and Karsunia quarrel. The Lake Council has held Rovna since May. The "
        "council's chairwoman, Neva Sorr, said the Rovna bridge was closed."
    )
    assert {row.side for row in ledgers.access([read_as(reader, text, "2034-06-12")])} == {"Lake Council"}


def test_drivers_of_no_place_are_no_side(reader: Reader) -> None:
    assert {row.side for row in rows(reader, ("2034-06-12", "Drivers said the Rovna bridge was closed."))} == {""}


FIRST = (
    "DORN, Veldoria, June 5 (MW) - Ministers of Veldoria and Karsunia met at Dorn. "
    "The harbour master of Dorn, Joris Valk, said the Rovna channel was closed."
)
LATER = (
    "HALDEN, Karsunia, June 12 (MW) - Karsunia's premier, Ada Lind, came home to Halden. "
    "Valk said the Rovna channel was clear in both directions."
)


def test_a_person_is_at_home_where_he_was_introduced(reader: Reader) -> None:
    reports = [read_as(reader, FIRST, "2034-06-05"), read_as(reader, LATER, "2034-06-12")]
    assert {row.side for row in ledgers.access(reports)} == {"Veldoria"}


@pytest.mark.parametrize("name", ["The Regional Coordinator", "The Coordinator"])
def test_who_leads_an_office_speaks_for_it(reader: Reader, name: str) -> None:
    office = "Office of the Regional Coordinator"
    text = f"{name} said on Monday that the Rovna bridge was closed. The Rovna gate is closed too."
    told = rows(reader, ("2034-06-12", text), publisher=office)
    assert {row.side for row in told} == {office}


def test_an_office_that_is_named_after_no_state_publishes_in_its_own_name(reader: Reader) -> None:
    office, text = "Office of the Ports Commissioner", "The Rovna gate is closed."
    assert [row.said_by for row in rows(reader, ("2034-06-12", text), publisher=office)] == [(office,)]


def test_a_port_that_bears_its_kind_before_its_name_is_the_port(reader: Reader) -> None:
    text = (
        "Port Ambrel and the Orl harbour are quiet. No freighter has docked at Port Ambrel since Monday. "
        "Karsunia said the port was open."
    )
    assert {row.route for row in rows(reader, ("2034-06-12", text))} == {"Port Ambrel"}


def test_roads_with_numbers_are_told_apart(reader: Reader) -> None:
    text = "Provincial Road 4 is closed. Karsunia said the road was open. Provincial Road 7 is open."
    found = {(row.route, row.state) for row in rows(reader, ("2034-06-12", text))}
    assert found >= {("Provincial Road 4", "blocked"), ("Provincial Road 7", "open")}


def test_an_airspace_is_not_the_road_that_was_shut_before(reader: Reader) -> None:
    text = "The Rovna road has been closed since May. The airspace over the valley is closed."
    assert {row.route for row in rows(reader, ("2034-06-12", text))} == {"Rovna Road", "airspace"}


def test_a_channel_is_not_the_road_that_was_shut_before(reader: Reader) -> None:
    text = "The Rovna road has been closed since May. Karsunia said the southern channel was clear."
    assert {row.route for row in rows(reader, ("2034-06-12", text))} == {"Rovna Road", "southern channel"}


def test_the_line_of_a_bulletin_is_about_what_it_begins_with(reader: Reader) -> None:
    text = "\nRovna road: passable for carts.\nPort Ambrel: no arrivals of barges since 3 June."
    blocked = [row.route for row in rows(reader, ("2034-06-12", text), publisher="River Relief Centre")
               if row.state == "blocked"]  # fmt: skip
    assert blocked == ["Port Ambrel"]


def test_what_is_shut_again_after_it_was_open_is_another_episode(reader: Reader) -> None:
    told = (
        ("2034-06-02", "The Rovna bridge is closed."),
        ("2034-06-05", "The Rovna bridge is open."),
        ("2034-06-12", "The Rovna bridge is closed."),
    )
    found = [(row.state, row.first) for row in rows(reader, *told)]
    assert sorted(found) == [("blocked", "2034-06-02"), ("blocked", "2034-06-12"), ("open", "2034-06-05")]


def test_what_is_denied_began_on_no_day(reader: Reader) -> None:
    text = "Veldoria says the Rovna bridge was never closed; Karsunia says it has been shut since 3 June."
    [opened] = [row for row in rows(reader, ("2034-06-12", text)) if row.side == "Veldoria"]
    assert opened.since_from is None
