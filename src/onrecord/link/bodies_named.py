"""Bodies that go by more than a noun: missions with their state, and groups with the word for what sort they are."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.link.known import Known
from onrecord.link.names import Names
from onrecord.link.referents import Referent
from onrecord.resources.names import words

BETWEEN = words("the of republic kingdom neighbouring neighboring")
"""Words between a body's noun and the name of its state."""
_MISSIONS = words("embassy legation consulate commission mission")
_REALMS = words("united arab islamic democratic people's state federation union sultanate")
"""Words of the full style of a state, between "of" and its name."""
_SORTS_OF_GROUP = words("group movement organisation organization militia outfit network")
"""Nouns that a report sets behind an armed group's name: "the al-Shabaab group"."""
_ARMED = words("armed militant rebel insurgent extremist jihadist islamist guerrilla resistance terror terrorist")


def in_full(names: Names, paragraph: Paragraph, token: Token, last: Token) -> str | None:
    """The name of a mission with its state as its papers give it: "EMBASSY OF NORLAND", "High Commission of …"."""
    doc = paragraph.parse
    if token.lower_ not in _MISSIONS or last.i + 2 >= len(doc) or doc[last.i + 1].lower_ != "of":
        return None
    reach = names.entities.within(paragraph.start + doc[last.i + 1].idx, paragraph.end)
    state = next((e for e in reach if e.label == "GPE"), None)
    if state is None:
        return None
    between = doc.text[doc[last.i + 1].idx : state.start - paragraph.start]
    if any(word.lower() not in BETWEEN | _REALMS for word in between.split()):
        return None
    first = token.i - 1 if token.i and doc[token.i - 1].lower_ in ("high", "permanent") else token.i
    words = doc.text[doc[first].idx : state.end - paragraph.start]
    return " ".join(w if w.lower() in ("of", "the") and w.islower() else _capital(w) for w in words.split())


def _capital(word: str) -> str:
    """A word of a name as it is written in prose: "EMBASSY" is "Embassy", "OF" is "of"."""
    if not word.isupper():
        return word
    return word.lower() if word in ("OF", "THE") else word.title()


def is_sort_of(names: Names, known: Known, paragraph: Paragraph, token: Token, owner: Referent) -> bool:
    """Whether a noun only says what sort of body the group named before it is: "the Hamas movement"."""
    if owner.kind != "group" or token.lower_ not in _SORTS_OF_GROUP or token.tag_ in ("NNS", "NNPS"):
        return False
    doc, spot = paragraph.words, token.i - 1
    while spot > 0 and doc[spot].lower_ in _ARMED:
        spot -= 1
    entity = names.at(paragraph, doc[spot])
    return entity is not None and known.entity(entity) is owner
