"""What the tagger's statements tell by their cues; all names are invented."""

import pytest

from onrecord.reader import Reader
from tests.finding import by_cue


@pytest.mark.parametrize(
    ("text", "cue", "act"),
    [
        ("The rebels sought to have the governor sign the paper before dawn.", "sought", "intention"),
        ("Many fishers trust the mayor more than the council.", "trust", "thought"),
        ("Villagers fear that the dam will burst.", "fear", "thought"),
        ("The mayor hopes for an end to the blockade of the port.", "hopes", "thought"),
        ("The rebels sought assurances that the governor would sign.", "sought", "speech"),
    ],
)
def test_learned_a_cue_tells_whether_something_is_said_thought_or_meant(
    reader: Reader, text: str, cue: str, act: str
) -> None:
    assert by_cue(reader.read(text), cue).act == act
