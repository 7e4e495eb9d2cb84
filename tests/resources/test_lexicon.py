"""Word lists read into their tables: what does not fit is refused with the file and what is wrong."""

import msgspec
import pytest

from onrecord.errors import ConfigurationError
from onrecord.resources.lexicon import typed


class Lists(msgspec.Struct, forbid_unknown_fields=True):
    deeds: dict[str, str | None]
    states: list[str]
    forgone: list[str]


class Other(msgspec.Struct, forbid_unknown_fields=True):
    states: list[str]


def test_lists_are_read_into_their_table() -> None:
    assert typed("announcements.yaml", Lists).deeds["admit"] == "admitted"


def test_an_unknown_list_is_refused_with_its_file() -> None:
    with pytest.raises(ConfigurationError, match=r"OR-E020.*announcements\.yaml.*deeds"):
        typed("announcements.yaml", Other)
