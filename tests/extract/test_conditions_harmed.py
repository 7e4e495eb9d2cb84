"""Who is harmed and how many, by the clause that tells it; what is no harm, no want and no closed way."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _of(reader: Reader, text: str, kind: str = "casualties") -> list[Condition]:
    return [one for one in reader.read(text, published="2033-05-12").conditions if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "harmed", "count"),
    [
        ("On Friday at least 20 miners were killed and others injured in the fire at Orlo.", "others", None),
        ("On Sunday nearly 25 herders were killed and 40 others wounded as shells hit Orlo.", "40 others", "40 others"),
        ("Raiders killed scores of villagers and injured a dozen more in Orlo.", "a dozen more", "a dozen more"),
    ],
)  # fmt: skip
def test_each_clause_tells_of_its_own_harmed(reader: Reader, text: str, harmed: str, count: str | None) -> None:
    last = _of(reader, text)[-1]
    assert (last.affected, last.quantity) == (harmed, count)


@pytest.mark.parametrize(
    ("text", "harmed"),
    [
        ("Masked riders killed at least nine Vessian pilgrims near Orlo.", "at least nine Vessian pilgrims"),
        ("Suspected smugglers have killed a senior harbour official in Orlo.", "a senior harbour official"),
        ("A nurse in Orlo said that rescuers had found 18 bodies.", None),
    ],
)
def test_who_does_it_is_not_harmed(reader: Reader, text: str, harmed: str | None) -> None:
    assert [one.affected for one in _of(reader, text)] == [harmed]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The death toll in the Orlo landslide, at first 10, has risen to 12.", "12"),
        ("The storm left a death toll of 60 in Orlo.", "60"),
        ("No storm had brought Orlo a higher death toll.", None),
    ],
)
def test_a_toll_is_a_number_and_nobody(reader: Reader, text: str, count: str | None) -> None:
    assert [(one.affected, one.quantity) for one in _of(reader, text)] == [(None, count)]


def test_an_age_is_no_number_of_the_harmed(reader: Reader) -> None:
    text = "Ada Lind, aged 52 on the day the ferry sank, is thought by the coastguard to have drowned that night."
    assert [one.quantity for one in _of(reader, text)] == [None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The nurse told the girl that her father was alive and waiting in Orlo.", "casualties"),
        ("Halmar wrote that no further call to Vessia was planned this week.", "shortage"),
        ("After the trial the widows of Orlo found closure.", "access"),
        ("Halmar and Vessia, which had hoped to join the league, were turned away for the time being.", "access"),
    ],
)
def test_what_is_no_condition(reader: Reader, text: str, kind: str) -> None:
    assert not _of(reader, text, kind)


def test_what_still_is_one(reader: Reader) -> None:
    assert _of(reader, "There was no telephone service in Orlo on Sunday.", "shortage")
    assert _of(reader, "Lorries were turned away at the Orlo bridge on Sunday.", "access")
    assert _of(reader, "Alarm grew over the closure of the Orlo road.", "access")


def test_the_dead_of_a_bombing_make_no_report_about_roads(reader: Reader) -> None:
    text = (
        "A bomb killed 40 people in Orlo on Sunday and wounded 90, police said. Nine others were killed when a second "
        "one went off at the market. Divers of the navy have begun to clear mines from the bay of Orlo, which tourists "
        "love for its reefs."
    )
    assert not _of(reader, text, "access")
