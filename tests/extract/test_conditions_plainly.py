"""Routes and want in plain words of many desks; all names are invented."""

import pytest

from onrecord.model import Condition
from onrecord.reader import Reader


def _all(reader: Reader, text: str) -> list[Condition]:
    return list(reader.read(text, published="2033-05-12").conditions)


@pytest.mark.parametrize(
    ("text", "state", "place", "negated"),
    [
        ("Karsunia shut its half of the Vessel bridge at noon on Monday.", "blocked", "Vessel bridge", False),
        ("Karsunia has not blockaded Lune, its navy said.", "blocked", "Lune", True),
        ("The port of Lune is working normally, the harbour master said.", "open", "Lune", False),
        ("Traffic on the Orlo road had returned to normal by Friday, police said.", "open", "Orlo road", False),
        ("Two coaches and a tanker were forced to turn back near the Orlo tunnel on Sunday.", "blocked", "", False),
        ("The Orlo ferry has been out of service since the storm.", "blocked", "Orlo ferry", False),
        ("Trawlers have been banned from the waters around Lune.", "restricted", "", False),
        ("The ban on cattle at the Orlo crossing was lifted on Sunday.", "open", "Orlo crossing", False),
    ],
)
def test_routes_told_plainly(reader: Reader, text: str, state: str, place: str, negated: bool) -> None:
    found = [one for one in _all(reader, text) if one.kind == "access" and one.state == state]
    assert found and found[0].negated is negated
    assert found[0].status == "asserted"
    assert not place or (found[0].place is not None and place in found[0].place.mention.text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The observers were prevented from crossing the Orlo bridge.", "asserted"),
        ("Convoys have been refused permission to enter the Orlo valley since early March.", "asserted"),
        ("Karsunia denied that it had closed the Orlo bridge.", "denied"),
        ("Envoys hope to prevent the closure of the Orlo bridge.", "hypothetical"),
    ],
)
def test_what_is_denied_or_prevented(reader: Reader, text: str, status: str) -> None:
    assert {one.status for one in _all(reader, text) if one.kind == "access"} <= {status}
    assert status == "hypothetical" or _all(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry lifted its side of the argument.",
        "The court of appeal lifted a ban on the newspaper.",
        "The clerk was refused permission to speak.",
        "Two poachers were arrested.",
        "The village band will be back to normal strength on Friday.",
    ],
)
def test_other_plain_sentences_tell_no_condition(reader: Reader, text: str) -> None:
    assert not _all(reader, text)


@pytest.mark.parametrize(
    "text",
    ["The clinic has four days' supply of insulin.", "Vegetable stalls in Lune stood empty on Tuesday."],
)
def test_want_told_plainly(reader: Reader, text: str) -> None:
    assert any(one.kind == "shortage" for one in _all(reader, text))


def test_an_act_of_others_tells_not_since_when(reader: Reader) -> None:
    text = (
        "Lukas Arne urged the rebels to lift the blockade of the Orlo valley and to free seven men seized last week. "
        "Nothing has moved on the Orlo road since 3 May. Shops are running short of flour."
    )
    shut = next(one for one in _all(reader, text) if one.kind == "access" and "blockade" in one.evidence.text)
    assert shut.since is None
