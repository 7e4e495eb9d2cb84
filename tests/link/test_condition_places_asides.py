"""What is no place of a condition, and which place a way without its name is."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader

_LEAD = "BELMIRA, May 2 - Ostria on Thursday closed the Karsa border crossing to all cargo."


def told(reader: Reader, text: str, kind: str) -> list[Condition]:
    return [c for c in reader.read(text, published="2024-05-02").conditions if c.kind == kind]


def places(reader: Reader, text: str, kind: str) -> list[str | None]:
    return [c.place.name if c.place else None for c in told(reader, text, kind)]


def test_a_place_in_the_words_for_the_cause_is_not_where_people_suffer(reader: Reader) -> None:
    text = (
        "The envoy deplored hunger in Maridi. She spoke of a grave humanitarian crisis resulting from "
        "the army's siege of the Yei road."
    )
    assert "Yei road" not in places(reader, text, "humanitarian")


def test_a_person_is_no_place(reader: Reader) -> None:
    text = (
        f"{_LEAD}\n\nForeign Minister Paul Kiboko met his counterpart, Anna Lind. Kiboko had undertaken to reopen the "
        "crossing by Monday, Lind told reporters."
    )
    assert "Kiboko" not in places(reader, text, "access")


def test_vehicles_on_a_side_wait_at_the_crossing_of_the_report(reader: Reader) -> None:
    text = f"{_LEAD}\n\nSome 70 lorries are waiting on the Ostrian side, hauliers said."
    assert [c.place.name for c in told(reader, text, "access") if c.place and c.restricted][
        -1
    ] == "Karsa border crossing"


def test_people_hurt_in_a_second_clause_are_where_the_first_puts_them(reader: Reader) -> None:
    text = "The colonel reported that his patrol had come under fire at Dikwa and that a driver was wounded."
    assert places(reader, text, "casualties") == ["Dikwa"]


def test_people_before_a_way_are_kept_from_it(reader: Reader) -> None:
    found = told(reader, "Some 400 pilgrims are stranded at the Karsa border crossing.", "access")
    assert [(c.state, c.restricted) for c in found] == [("blocked", ("Some 400 pilgrims",))]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ostria had agreed to let wheat trucks through the Karsa canal.", "wheat trucks"),
        ("The governor promised to let grain trucks pass at Karsa before Sunday.", "grain trucks"),
    ],
)
def test_who_is_let_through_is_told_once_with_the_way(reader: Reader, text: str, who: str) -> None:
    found = told(reader, text, "access")
    assert [(c.state, c.restricted) for c in found] == [("open", (who,))]


def test_a_call_to_reopen_before_any_closure_is_told_says_that_it_is_closed(reader: Reader) -> None:
    text = (
        "The envoys called on Ostria to reopen the motorway from the port of Karsa. "
        "Ostria closed the motorway to lorries on Monday."
    )
    assert ("open", "demanded") in [(c.state, c.status) for c in told(reader, text, "access")]
