"""Notes without a verb, roads told in a relative clause, and stocks by how long they last; all names are invented."""

import pytest

from onrecord.reader import Reader


def kinds(reader: Reader, text: str) -> list[str]:
    return [one.kind for one in reader.read(text, published="2033-05-12").conditions]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("\u2022 Mule track via Orlo: usable in dry weather.", "open"),
        (
            "Monks carried the bells over the Orlo mountain road, which is open only by day, pilgrims said.",
            "restricted",
        ),
    ],
)
def test_routes_of_notes_and_relative_clauses(reader: Reader, text: str, state: str) -> None:
    found = [one for one in reader.read(text, published="2033-05-12").conditions if one.kind == "access"]
    assert [(one.state, one.status) for one in found] == [(state, "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "An open road leads to the chapel of Orlo.",
        "Orlo road: the chapel is a usable shelter for pilgrims.",
    ],
)
def test_what_is_open_beside_a_noun_is_no_note(reader: Reader, text: str) -> None:
    assert "access" not in kinds(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The abbot said the bells were silent and that there was flour for six days.",
        "Ardenia buys its wheat abroad. Envoys said it had stocks for about a month.",
    ],
)
def test_what_lasts_for_days_is_short(reader: Reader, text: str) -> None:
    assert kinds(reader, text).count("shortage") == 1


def test_a_meeting_that_lasts_is_no_stock(reader: Reader) -> None:
    assert "shortage" not in kinds(reader, "There was a meeting on flour for two hours.")
