"""Cues find what their patterns find, whatever the case of the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resources import abuses, toolkit
from onrecord.resources.cues import Cue, Phrases, lowered, worded

TEXTS = [
    "The convoy was Turned Back at the bridge; it DENIED aid.",
    "Under the geneva conventions the GENEVA CONVENTION binds them. Yılmaz ruled it out, İnan REJECTED it.",
    "A miſſion was prohıbıted. No İnvestigation of the killing, said the 27th report.",
    "ΟΔΟΣ ΚΛΕΙΣΤΟΣ, Straße, ÉTAT: nothing of it.",
    "",
]
PATTERNS = [
    r"\b(?:den(?:y|ied)|ruled? out|turned (?:back|away))\b",
    r"\b(?P<who>Geneva Convention\w*|mission|killing)\b",
    r"\b(?:prohibit\w*|investigation)\b",
    r"\bÉtat\b",
    r"\d+(?:st|nd|rd|th)\b[^.]{0,9}",
    r"\W+of\S*",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_cue_finds_what_its_pattern_finds(pattern: str) -> None:
    one, finder = Cue(pattern), re.compile(pattern, re.IGNORECASE)
    found = [[m.span() for m in one.finditer(text)] for text in TEXTS]
    assert found == [[m.span() for m in finder.finditer(text)] for text in TEXTS]
    assert [m and m.span() for m in map(one.search, TEXTS)] == [m and m.span() for m in map(finder.search, TEXTS)]
    assert any(found)


def test_cues_of_word_lists_find_what_their_patterns_find() -> None:
    cues = [
        abuses.anything(),
        toolkit.pattern(),
        *(cue for _, cue in abuses.acts()),
        *(s.any for s in toolkit.states()),
    ]
    for cue in cues:
        assert [bool(cue.search(text)) for text in TEXTS] == [bool(cue.finder.search(text)) for text in TEXTS]


def test_lower_case_keeps_the_places_of_letters() -> None:
    text = "İı ſ ẞ Σ ǅ K " + "".join(map(chr, range(0x20, 0x2FFF)))
    assert len(lowered(text)) == len(text)


LISTS = {"let": ["let … through", "waved in"], "remains": ["remain* shut", "shut*"], "again": ["re-opened"]}


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("They let two lorries THROUGH the gate", {"let"}),
        ("The gate was let go", set()),
        ("Two boats were waved back in", {"let"}),
        ("The tunnel remains shut", {"remains"}),
        ("The shutters are closed", {"remains"}),
        ("It was re-opened at dawn", {"again"}),
        ("It was opened at dawn", set()),
        ("", set()),
    ],
)
def test_phrases_near_are_the_lists_of_which_all_words_of_a_phrase_stand_in_a_text(text: str, near: set[str]) -> None:
    assert Phrases(LISTS.items()).near(text) == near


@given(st.lists(st.sampled_from("let through waved in remained shut shuts re-opened Re opened x".split()), max_size=8))
def test_phrases_near_hold_every_list_whose_pattern_is_found(words: list[str]) -> None:
    text = " ".join(words)
    assert {name for name, phrases in LISTS.items() if worded(phrases).search(text)} <= Phrases(LISTS.items()).near(
        text
    )
