"""The lexicon of reporting words."""

import pytest

from onrecord.errors import ConfigurationError
from onrecord.extract import statements_cues
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_occasions import occasions


def test_statements_cues_groups_of_a_lemma_add_up() -> None:
    say = lexicon().verbs["say"]
    assert {"quote", "clause", "zero"} <= say.frames and say.act == "speech"
    assert lexicon().verbs["believe"].act == "thought"


@pytest.mark.parametrize(
    "group",
    [{"id": "x", "lemmas": ["say"], "frames": ["quot"]}, {"id": "x", "lemmas": ["say"], "frames": [], "kind": "y"}],
)
def test_statements_cues_unknown_keys_and_frames_are_refused(group: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError):
        statements_cues._check(group)


def test_statements_occasions_know_their_channels() -> None:
    assert occasions()["news conference"] == "press briefing"
    assert occasions()["telephone conversation"] == "phone call"
