"""Heads of organisations by what reporting calls them."""

import pytest

from onrecord.link.offices import holder


@pytest.mark.parametrize(
    ("title", "seat", "day", "person"),
    [
        ("Secretary-General", "United Nations", "2005-02-01", "Kofi Annan"),
        ("chief", "UN", "2014-02-01", "Ban Ki-moon"),
        ("secretary general", "NATO", "2021-03-05", "Jens Stoltenberg"),
        ("president", "European Commission", "2021-03-05", "Ursula von der Leyen"),
        ("Commission president", "European Commission", "2021-03-05", "Ursula von der Leyen"),
        ("president", "European Council", "2021-03-05", "Charles Michel"),
        ("foreign policy chief", "EU", "2021-03-05", "Josep Borrell"),
        ("top diplomat", "European Union", "2021-03-05", "Josep Borrell"),
        ("head", "European External Action Service", "2021-03-05", "Josep Borrell"),
        ("chairwoman", "African Union Commission", "2021-03-05", "Moussa Faki Mahamat"),
        ("managing director", "IMF", "2021-03-05", "Kristalina Georgieva"),
        ("chief", "UNHCR", "2021-03-05", "Filippo Grandi"),
        ("aid chief", "UN", "2021-03-05", "Mark Lowcock"),
    ],
)
def test_heads_are_found_by_what_they_are_called(title: str, seat: str, day: str, person: str) -> None:
    found = holder(title, seat, day).tenure
    assert found is not None and found.person == person


@pytest.mark.parametrize(
    ("title", "seat"),
    [
        ("chief", "EU"),  # of three presidents and a high representative
        ("president", "UN"),  # of the General Assembly only
        ("head", "OSCE"),  # the secretary general, or the minister in the chair
        ("chair", "EU"),
        ("peacekeeping chief", "UN"),
        ("commander", "NATO"),
        ("chief", "African Union"),
    ],
)
def test_heads_that_are_not_one_are_left_open(title: str, seat: str) -> None:
    assert holder(title, seat, "2021-03-05").tenure is None
