"""Word lists read into their tables: what does not fit is refused with the file and what is wrong."""

import msgspec
import pytest

from onrecord.errors import ConfigurationError
from onrecord.resources.lexicon import content, read_yaml, typed


class Lists(msgspec.Struct):
    deeds: dict[str, str | None]


class Other(msgspec.Struct, forbid_unknown_fields=True):
    states: list[str]


def test_lists_are_read_into_their_table() -> None:
    assert typed("announcements.yaml", Lists).deeds["admit"] == "admitted"


def test_an_unknown_list_is_refused_with_its_file() -> None:
    with pytest.raises(ConfigurationError, match=r"OR-E020.*announcements\.yaml.*deeds"):
        typed("announcements.yaml", Other)


def test_prepositions_are_words_and_no_truth_values() -> None:
    assert read_yaml("[on, off, yes, no, true]") == ["on", "off", "yes", "no", True]


@pytest.mark.parametrize("name", ["lexicon", "places"])
def test_lists_of_conditions_hold_each_word_once(name: str) -> None:
    """A comma that is missing at the end of a line makes one entry of two words."""
    phrases = ("causes", "vital", "never")
    for key, listed in content(f"conditions/{name}.yaml").items():
        for words in listed.values() if isinstance(listed, dict) else (listed,):
            if isinstance(words, list):
                assert len(words) == len(set(words)), key
                assert key in phrases or not [word for word in words if " " in word], key


@pytest.mark.parametrize("name", ["announcements", "fulfilments", "speech_verbs", "town_meetings", "undertakings"])
def test_lists_of_what_is_told_and_done_hold_each_phrase_once(name: str) -> None:
    for key, listed in content(f"{name}.yaml").items():
        assert len(listed) == len(set(listed)), key
        assert name != "speech_verbs" or not [word for word in listed if " " in word], key
