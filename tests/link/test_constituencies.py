"""Which part of a state legislators and governors are of; all people are invented."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue


@pytest.mark.parametrize(
    ("text", "office", "country"),
    [
        ("Sen. Paul Tarrant, R-Fla., said the bill was dead.", "Sen., Florida", ("USA",)),
        ("Rep. Ann Tarrant (D-Ohio) said the bill was dead.", "Rep., Ohio", ("USA",)),
        ("Representative Ann Tarrant, a Democrat from Oregon, said the bill was dead.", "Representative, Oregon",
         ("USA",)),
        ("Senator Paul Tarrant of Vermont said the bill was dead.", "Senator, Vermont", ("USA",)),
        ("Ohio Gov. Paul Tarrant said the bill was dead.", "Gov., Ohio", ("USA",)),
        ("Paul Tarrant, the former Florida governor, said the bill was dead.", "governor, Florida", ("USA",)),
        ("U.S. troops left. Sen. Paul Tarrant said the bill was dead.", "Sen., United States", ("USA",)),
        ("Senator Ana Tarrant of Kenya said the bill was dead.", "Senator, Kenya", ("KEN",)),
        ("U.S. troops left. Paris mayor Ana Tarrant said the bill was dead.", "mayor, Paris", ("FRA",)),
    ],
)  # fmt: skip
def test_constituencies_tell_the_state(text: str, office: str, country: tuple[str, ...], reader: Reader) -> None:
    speaker = by_cue(reader.read(text), "said").speaker
    assert speaker is not None
    assert (speaker.office, speaker.country) == (office, country)
