"""Phrases in one pattern: the same are found as by trying each."""

import re

import pytest

from onrecord.resources.trie import alternatives

PHRASES = {"good offices": "", "observer": "", "observer mission": "", "kill": r"\w*", "a.b": ""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("an observer mission", ["observer mission"]),
        ("an observer missing", ["observer"]),
        ("killed by good officers", ["killed"]),
        ("axb a.b", ["a.b"]),
        ("", []),
    ],
)
def test_trie_finds_the_longest(text: str, found: list[str]) -> None:
    assert re.findall(rf"\b(?:{alternatives(PHRASES)})\b", text) == found


def test_trie_of_nothing_finds_nothing() -> None:
    assert not re.search(alternatives({}), "anything")
