"""Whose a governor or a mayor is, by the place names."""

import pytest

from onrecord.link.provinces import holder
from onrecord.reader import load


@pytest.mark.parametrize(
    ("title", "told", "code"),
    [
        ("Zaporizhzhia regional governor", "", "UKR"),
        ("the governor of Helmand province", "", "AFG"),
        ("Mayor of Kramatorsk", "", "UKR"),
        ("governor of Santa Cruz", "ARG", "ARG"),
        ("governor of Santa Cruz", "ARG BOL", None),
        ("governor of Central Province", "", None),
        ("governor of the bank", "", None),
        ("mayor of Karvelinsk", "", None),
    ],
)
def test_provinces_are_of_one_state(title: str, told: str, code: str | None) -> None:
    polity = holder(title.split(), lambda other: other in told.split())
    assert (polity.codes[0] if polity is not None else None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The governor of Helmand province, Rahim Dost, said the road was shut.", "AFG"),
        ("Belgorod Region Governor Pyotr Zimin said a drone had been shot down.", "RUS"),
        ("Mayor of Kramatorsk Oleh Demchuk said the trams were running.", "UKR"),
        ("The mayor, Oleh Demchuk, said the trams were running.", None),
    ],
)
def test_provinces_tell_whose_their_heads_are(text: str, code: str | None) -> None:
    speaker = load().read(text, published="2019-06-18").statements[0].speaker
    assert speaker is not None
    assert speaker.country == ((code,) if code else ())
