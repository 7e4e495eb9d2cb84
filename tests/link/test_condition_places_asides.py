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
    assert set(places(reader, text, "humanitarian")) == {"Maridi"}


def test_a_person_is_no_place(reader: Reader) -> None:
    text = (
        f"{_LEAD}\n\nForeign Minister Paul Kiboko met his counterpart, Anna Lind. The border gate stays bolted, and "
        "Kiboko means to unbolt it next week, said Lind."
    )
    assert "Kiboko" not in places(reader, text, "access")


def test_vehicles_on_a_side_wait_at_the_crossing_of_the_report(reader: Reader) -> None:
    text = f"{_LEAD}\n\nSome 70 lorries are waiting on the Ostrian side, hauliers said."
    assert places(reader, text, "access") == ["Karsa border crossing"] * 2


def test_people_hurt_in_a_second_clause_are_where_the_first_puts_them(reader: Reader) -> None:
    text = "The column was ambushed at Dikwa and a driver was hurt."
    assert places(reader, text, "casualties") == ["Dikwa"]


def test_people_before_a_way_are_kept_from_it(reader: Reader) -> None:
    found = told(reader, "Hundreds of pilgrims were stranded on Sunday at the Karsa bridge.", "access")
    assert [(c.state, c.restricted) for c in found] == [("blocked", ("Hundreds of pilgrims",))]


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


def test_a_call_to_reopen_is_kept_before_any_closure_is_told(reader: Reader) -> None:
    text = (
        "The envoys called on Ostria to reopen the motorway from the port of Karsa. "
        "Ostria closed the motorway to lorries on Monday."
    )
    assert ("open", "demanded") in [(c.state, c.status) for c in told(reader, text, "access")]
