"""Cues find what their patterns find, whatever the case of the text."""

import re

import pytest

from onrecord.resources import abuses, toolkit
from onrecord.resources.cues import Cue, lowered

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
