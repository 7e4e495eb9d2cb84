"""How something was said, told behind what was said: "condemned the raid in a post", "urged X to go in a call"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.layers import Layers
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import Found
from onrecord.extract.statements_occasions import SPOKEN, occasion_of
from onrecord.model.vocabulary import Channel

_WAYS = frozenset({"in", "during", "at", "on", "via", "over", "by"})
_TOLD: frozenset[Channel] = frozenset(
    ["interview", "press briefing", "statement", "social media", "letter", "phone call"]
)
_PUTTING_OUT = frozenset(
    {"publish", "print", "release", "issue", "appear", "discuss", "use", "include", "see", "read", "take"}
)
"""What may itself be done in a letter or a call: "urged the bank to discuss it in a call"."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_MARKS = (*'“”"‘’«»„`', "''")


def without_occasion(layers: Layers, found: Found) -> Found:
    """A statement told by a noun phrase or an infinitive, without the words at its end for how it was made.

    Of a finite clause they may tell how something was done ("said that it was found in a letter").
    """
    if found.cue is None or len(found.content) != 1 or found.content[0][0] < found.cue[0]:
        return found
    start, end = found.content[0]
    paragraph = layers.paragraph_at(start)
    words = None if paragraph is None else paragraph.tokens(layers.span(start, end))
    if paragraph is None or words is None or any(t.tag_ in _FINITE or t.text in _MARKS for t in words):
        return found
    way = next((t for t in words[1:] if _tells_how(t, words)), None)
    if way is None:
        return found
    last = words.doc[way.i - 1]
    cut = paragraph.start + last.idx + len(last)
    return replace(found, content=((start, cut),)) if cut > start else found


def _tells_how(way: Token, words: Tokens) -> bool:
    """Whether a preposition opens the last phrase of what is said, and it tells how."""
    if way.lower_ not in _WAYS or way.dep_ != "prep" or not _is_last(way, words):
        return False
    noun = syntax.child(way, "pobj")
    if noun is None or _is_done_so(way, words):
        return False
    channel, first = occasion_of(noun), noun.left_edge
    if way.lower_ == "during":
        return channel in SPOKEN
    told = channel in _TOLD or (channel == "speech" and way.lower_ == "in" and noun.pos_ == "NOUN")
    return told and (first.lower_ in ("a", "an", "another") or (first == noun and channel == "social media"))


def _is_last(way: Token, words: Tokens) -> bool:
    """Whether nothing but a date follows a phrase."""
    after = words.doc[way.right_edge.i + 1 : words.end]
    return all(t.ent_type_ in ("DATE", "TIME") or t.dep_ == "prep" for t in after)


def _is_done_so(way: Token, words: Tokens) -> bool:
    """Whether a verb of what is asked or promised tells of words itself: "promised to reply in a letter"."""
    verb = way.head
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    return words[0].i <= verb.i <= words[-1].i and (lexicon().verb(verb) is not None or verb.lemma_ in _PUTTING_OUT)
