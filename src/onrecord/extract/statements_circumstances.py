"""Through which channel, where, when and to whom: the words around a cue that tell."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph, Quotation
from onrecord.extract.dated_things import GIVES, dates_another
from onrecord.extract.statements_audiences import aired_on, airs, audiences, is_sitting, performance
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_heard import audience, directed, face_to_face, facing, heard_by, is_me, spoken_to
from onrecord.extract.statements_letters import is_private
from onrecord.extract.statements_means import (
    by_deed,
    is_subject,
    of_outer,
    own_clause,
    reached,
    speaking_thing,
    uttered_in,
)
from onrecord.extract.statements_occasions import occasion_of
from onrecord.model import Span
from onrecord.model.vocabulary import Channel

_HEARD = frozenset({"press briefing", "social media", "interview", "broadcast", "letter", "statement", "readout"})
"""Channels that a statement told in another one does not share with it."""
_HOUSES = frozenset({"press briefing", "statement", "letter", "report", "readout"})
"""What documents of those are who are no reporters: "told us" is no interview there."""
_WRITTEN = frozenset({"statement", "readout", "report", "letter", "speech"})
_WAYS = frozenset({"in", "during", "at", "on", "via", "by", "over", "with", "through"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the sentence tells of a statement besides its words and source."""

    channel: Channel = "unknown"
    assumed: bool = False
    venue: Span | None = None
    when: Span | None = None
    addressees: tuple[Span, ...] = ()


def circumstances(layers: Layers, found: Found, default: Channel = "unknown") -> Circumstances:
    """Read from the sentence of the cue, outside the reported words; `default` where it tells no channel."""
    paragraph = None if found.cue is None else layers.paragraph_at(found.cue[0])
    if paragraph is None or found.cue is None:
        return Circumstances(
            channel=found.channel if found.channel != "unknown" else default,
            addressees=_spans(layers, found.addressees),
        )
    tokens = _around(paragraph, found, None if found.zone < 0 else layers.quotations[found.zone])
    channel, occasion = _occasion(paragraph, found, tokens)
    told_us = channel == "interview" and occasion is not None and occasion.lower_ in ("us", "me")
    if told_us and (default in _HOUSES or is_private(layers)):
        default = channel = "unknown"  # "our colleagues tell us", in a spokesman's mouth
    addressees = (
        _spans(layers, found.addressees)
        or audience(layers, paragraph, occasion, channel)
        or spoken_to(paragraph, found, tokens)
    )
    return Circumstances(
        channel=default if channel == "unknown" else channel,
        assumed=channel == "unknown" and default != "unknown",
        venue=_venue(paragraph, occasion, channel),
        when=_when(layers, paragraph, found, tokens),
        addressees=addressees,
    )


def _spans(layers: Layers, bounds: tuple[Bounds, ...]) -> tuple[Span, ...]:
    return tuple(layers.span(*b) for b in bounds)


def _around(paragraph: Paragraph, found: Found, zone: Quotation | None) -> list[Token]:
    """The tokens of the cue's sentence, in its own quotation `zone`, that are not reported words, in text order."""
    cue = paragraph.tokens(Span(found.cue[0], found.cue[1], "")) if found.cue else None
    if cue is None:
        return []
    first, last = _sentence(paragraph, cue[0].i, found)
    start, end = (0, paragraph.end) if zone is None else (zone.inner_start, zone.inner_end)
    tokens = [t for t in paragraph.parse[first:last] if start <= paragraph.start + t.idx < end]
    return [t for t in tokens if not _reported(paragraph, t, found)]


def _sentence(paragraph: Paragraph, at: int, found: Found) -> tuple[int, int]:
    """The tokens around token `at` up to a full stop outside the reported words, at most 60 on each side."""
    parse, first, last = paragraph.parse, at, at + 1
    while first > 0 and at - first < 60 and not _stops(paragraph, parse[first - 1], found):
        first -= 1
    while last < len(parse) and last - at < 60 and not _stops(paragraph, parse[last], found):
        last += 1
    return first, last


def _stops(paragraph: Paragraph, token: Token, found: Found) -> bool:
    return token.text in (".", "!", "?") and not _reported(paragraph, token, found)


def _reported(paragraph: Paragraph, token: Token, found: Found) -> bool:
    at = paragraph.start + token.idx
    return any(a <= at < b for a, b in found.content)


def _occasion(paragraph: Paragraph, found: Found, tokens: list[Token]) -> tuple[Channel, Token | None]:
    """The channel and the noun that tells it: the thing that speaks, an occasion of the cue, or the verb."""
    if found.verb in ("tweet", "retweet"):
        return "social media", None
    for token in tokens:
        named = speaking_thing(token) if is_subject(paragraph, token, found) else None
        if named is not None:
            return named, token
    for token in tokens:
        way = reached(token) if is_subject(paragraph, token, found) else uttered_in(paragraph, token, found)
        if way is not None:
            return way, token
    for token in tokens:
        heard = heard_by(paragraph, token, found)
        if heard is not None:
            return heard, token
    for token in tokens:
        if airs(token):
            return "broadcast", token
        if (programme := aired_on(token)) is not None and own_clause(paragraph, token, found):
            return "broadcast", programme
    for token in tokens:
        way = performance(token)
        if way in _HEARD and of_outer(paragraph, token, found):
            continue
        if way is not None and own_clause(paragraph, token, found):
            return way, token.head if way == "broadcast" else None
    for token in tokens:
        channel = occasion_of(token) if token.pos_ in ("NOUN", "PROPN") else None
        channel = "speech" if channel == "meeting" and is_sitting(token) else channel
        if channel in _HEARD and of_outer(paragraph, token, found):
            continue
        if channel is not None and _tells_how(token) and own_clause(paragraph, token, found):
            return directed(token, channel), token
    for token in tokens:
        if facing(paragraph, token, found):
            return "meeting", None
        if token.lower_ in ("person", "face", "table") and face_to_face(token) and own_clause(paragraph, token, found):
            return "meeting", None
    if found.verb == "tell" and found.zone < 0 and (me := next((t for t in tokens if is_me(t)), None)) is not None:
        return "interview", me
    return by_deed(tokens, paragraph, found), None


def _tells_how(noun: Token) -> bool:
    """Whether a noun stands in a phrase such as "in a statement", "during a call", "told reporters"."""
    head = noun.head.head if noun.dep_ == "conj" else noun.head
    if noun.lemma_.lower() in ("reporter", "journalist", "correspondent", "interviewer") and head.dep_ == "agent":
        return True  # "asked by a reporter"
    if noun.lower_ in audiences().press and (
        noun.dep_ in ("dobj", "dative", "pobj") or noun.nbor(-1 if noun.i else 0).lemma_ == "tell"
    ):
        return True
    if noun.dep_ == "dobj":
        return head.lemma_ in GIVES
    if head.lower_ == "to" and head.head.lower_ == "according":
        return occasion_of(noun) in ("report", "letter", "statement", "readout")
    if occasion_of(noun) == "social media" and head.dep_ == "prep":
        ways = ("in", "on", "via", "through", "with", "by", "under", "beneath", "below")  # "replied under her post"
        return noun.dep_ != "compound" and head.lower_ in ways and not _is_manned(noun)
    if head.lower_ == "over" and occasion_of(noun) in _WRITTEN:
        return False  # "papered over his statements"
    return noun.dep_ != "compound" and head.dep_ == "prep" and head.lower_ in _WAYS


def _is_manned(noun: Token) -> bool:
    """Whether a post is one of soldiers or guards of somebody's: "fired at a Greek post"."""
    return any(
        t.text[0].isupper() and t.dep_ in ("amod", "compound", "nmod") and t.ent_type_ == "NORP" for t in noun.lefts
    )


def _venue(paragraph: Paragraph, occasion: Token | None, channel: Channel) -> Span | None:
    """The gathering or outlet: "a special sitting of the Council in Vienna"."""
    if occasion is None or channel not in ("speech", "meeting", "press briefing", "interview", "broadcast"):
        return None
    last = occasion.i + 1
    for right in occasion.rights:
        if right.dep_ == "prep" and right.lower_ in ("of", "in", "at") and right.i == last:
            last = right.right_edge.i + 1
    first = occasion.left_edge.i
    return paragraph.span(occasion.doc[first:last])


def _when(layers: Layers, paragraph: Paragraph, found: Found, tokens: list[Token]) -> Span | None:
    """The first time expression outside the reported words that is no date of a thing only mentioned."""
    for time in layers.times_in(paragraph.start, paragraph.end):
        if time.type not in ("DATE", "TIME"):
            continue
        word = next((t for t in tokens if paragraph.start + t.idx == time.start), None)
        if word is not None and own_clause(paragraph, word, found) and not dates_another(paragraph, time):
            return layers.span(time.start, time.end)
    return None
