"""Fingerprints: the same for copies, near for texts made from one another, far for texts on one matter."""

import pytest

from onrecord.model.fingerprint import KEPT, fingerprint, packed, shared, unpacked

WIRE = (
    "Keldia closed the Kestrel Pass to all vehicles on Monday, cutting the only road to the district of Ailsby. "
    "Officials said that nine thousand people were without fuel. The foreign minister called for talks at once."
)


def test_fingerprint_does_not_mind_case_and_spacing() -> None:
    assert fingerprint(WIRE) == fingerprint(WIRE.upper().replace(" ", "\n "))


def test_fingerprint_finds_a_text_inside_a_longer_one() -> None:
    longer = f"{WIRE} Residents held a protest at the town hall, and the mayor spoke to them for more than an hour."
    inside, other_way = shared(fingerprint(WIRE), fingerprint(longer))
    assert inside == 1.0
    assert 0.5 < other_way < 0.8


def test_fingerprint_tells_two_stories_on_one_matter_apart() -> None:
    other = "The road to Ailsby has been shut since Monday, and its people lack fuel, a Keldian minister admitted."
    assert max(shared(fingerprint(WIRE), fingerprint(other))) < 0.1


def test_fingerprint_of_long_texts_estimates_what_they_share() -> None:
    words = [f"word{n}" for n in range(4000)]
    whole, half = " ".join(words), " ".join(words[:2000] + [f"other{n}" for n in range(2000)])
    assert len(fingerprint(whole)) == KEPT
    assert shared(fingerprint(whole), fingerprint(half))[0] == pytest.approx(0.5, abs=0.12)


@pytest.mark.parametrize("text", ["", "one", "two words", WIRE, "\ud800 lone"])
def test_fingerprint_survives_packing(text: str) -> None:
    assert unpacked(packed(fingerprint(text))) == fingerprint(text)


def test_fingerprint_of_nothing_is_like_nothing() -> None:
    assert shared(fingerprint(""), fingerprint("")) == (0.0, 0.0)
