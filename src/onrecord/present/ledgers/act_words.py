"""The words of what is asked or promised, where an act is coded with a conjunction or with its whole sentence."""

import re

from msgspec.structs import replace

from onrecord.model import Span
from onrecord.present.acts import Act
from onrecord.present.passages import Passages
from onrecord.present.voice import Voice

_BARE = frozenset({"that", "to", "not to"})
_DEED = re.compile(r"\bto (?=[a-z])")
_KIN = re.compile(
    r"(?:relatives|families|family|parents|mothers|fathers|wives|widows|friends|supporters|colleagues)", re.I
)
_OF_WHOM = re.compile(r" of (?:the |those )?[\w’'-]+")
_REQUEST = re.compile(r"(?:appeal|call|request|plea|demand|proposal)s?", re.IGNORECASE)
_FOR_WHAT = re.compile(
    r"(?: (?:by|from) (?:the )?[A-ZÀ-Þ][\w’' -]*?)?(?: (?:to|on) (?:the )?[A-ZÀ-Þ][\w’' -]*?)?"
    r" (?:for|that|to) (?=[a-z\d])"
)
"""What stands between a request, told as a thing, and what is requested: "an appeal by the Union for" a truce."""
_NEAR = 2
"""Characters between whom somebody asks and the "to" of what is asked."""


def with_words(one: Act, passages: Passages) -> Act:
    """The act with the words of its statement for a bare "that", and without asking itself: "X asks Y to" do it."""
    if one.event not in ("REQUEST", "AGREE", "CONCEDE"):
        return one
    if one.words.text.strip().casefold() in _BARE:
        around = passages.statement(one.words)
        content = () if around is None else tuple(c for c in around.content if one.words.start in range(c.start, c.end))
        return _replaced(one, content[0]) if content else one
    anchor = one.spans[1] if len(one.spans) > 1 else one.words
    noun = _REQUEST.fullmatch(anchor.text) if one.event == "REQUEST" and anchor in one.words else None
    told = None if noun is None else _FOR_WHAT.match(one.words.text, anchor.end - one.words.start)
    if told is not None:
        return _replaced(one, Span(one.words.start + told.end(), one.words.end, one.words.text[told.end() :]))
    asked = one.event == "REQUEST" and anchor in one.words and anchor != one.words and one.to
    ends = [a.mention.end for a in one.to if a.mention is not None and a.mention in one.words] if asked else []
    found = _DEED.search(one.words.text, max(ends) - one.words.start) if ends else None
    if found is None or found.start() > max(ends) - one.words.start + _NEAR:
        return one
    text = one.words.text[found.end() :]
    return _replaced(one, Span(one.words.start + found.end(), one.words.end, text))


def kin_of(actor: Voice, text: str) -> Voice:
    """Somebody's own people with whose they are: "relatives of the soldiers", not relatives of anybody."""
    at = -1 if actor.mention is None else actor.mention.end
    found = (
        _OF_WHOM.match(text, at) if at > 0 and _KIN.fullmatch(actor.label.strip("“”").removeprefix("the ")) else None
    )
    return actor if found is None else replace(actor, label=f"{actor.label.strip('“”')}{found.group()}")


def _replaced(one: Act, words: Span) -> Act:
    return replace(one, words=words, spans=tuple(words if span == one.words else span for span in one.spans))
