"""Public appearances that a report tells of: "he spoke to reporters at the airport", "she addressed parliament".

What a speaker says after such a sentence, and no other channel is told for, was said there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import grammatical_subjects
from onrecord.extract.statements_audiences import is_outlet, sits_down_with
from onrecord.extract.statements_occasions import occasion_of
from onrecord.link.linkers import Linkers
from onrecord.model import Actor
from onrecord.model.vocabulary import Channel

_VERBS = frozenset(
    ["speak", "talk", "address", "brief", "face", "appear", "hold", "give", "convene", "take", "meet", "make", "begin",
     "open", "conclude", "use", "sit"]
)  # fmt: skip
_WAYS = frozenset(["to", "at", "on", "in", "with", "before", "from", "during", "for"])
_PLACES: frozenset[Channel] = frozenset(["press briefing", "interview", "broadcast", "speech"])
_MADE = frozenset(
    ["statement", "remark", "comment", "announcement", "accusation", "charge", "allegation", "pledge", "appeal",
     "declaration", "offer", "threat", "claim", "admission", "disclosure", "demand"]
)  # fmt: skip
"""What is made at an occasion by words that the report gave before."""
_CROWDS = frozenset(
    ["parliament", "assembly", "congress", "senate", "lawmaker", "deputy", "crowd", "rally", "supporter",
     "congregation", "council", "delegate", "worshipper", "nation", "troop", "worker", "mourner", "gathering"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Appearance:
    """Somebody's appearance at code point `start` of the text."""

    start: int
    channel: Channel
    speaker: Actor
    back: bool = False
    """Whether it tells of what was said before it: "He made the remark at a rally"."""


def appearances(linkers: Linkers) -> tuple[Appearance, ...]:
    """The appearances of a document, in text order."""
    return tuple(
        found
        for paragraph in linkers.layers.paragraphs
        for token in paragraph.by_pos.get("VERB", ())
        if token.lemma_ in _VERBS and token.tag_ != "VB"
        for found in _appearances(linkers, paragraph, token)
    )


def _appearances(linkers: Linkers, paragraph: Paragraph, verb: Token) -> Iterator[Appearance]:
    channel = next((c for noun in _nouns(verb) if (c := _channel(verb, noun)) is not None), None)
    if verb.lemma_ == "sit":
        channel = "interview" if sits_down_with(verb) else None
    if channel is None or any(t.dep_ == "neg" for t in verb.children):
        return
    if verb.lemma_ == "make" and not any(t.dep_ == "dobj" and t.lemma_ in _MADE for t in verb.children):
        return
    for subject in grammatical_subjects(verb):
        for actor in linkers.actors.actors(paragraph.span(noun_phrase(subject))):
            if actor.name is not None:
                yield Appearance(paragraph.start + verb.idx, channel, actor, back=_tells_of_before(verb, subject))


def _tells_of_before(verb: Token, subject: Token) -> bool:
    """Whether what was said before was said there: "He made the remark at a rally", "She was speaking to reporters"."""
    return verb.lemma_ == "make" or (verb.lemma_ in ("speak", "talk") and subject.lower_ in ("he", "she", "they"))


def _nouns(verb: Token) -> Iterator[Token]:
    for below in verb.children:
        if below.dep_ in ("dobj", "dative") and below.pos_ in ("NOUN", "PROPN"):
            yield below
            yield from (
                t for way in below.children if way.lower_ in _WAYS and verb.lemma_ == "make" for t in way.children
            )
        elif below.dep_ in ("prep", "dative") and below.lower_ in _WAYS:
            yield from (t for t in below.children if t.dep_ == "pobj")


def _channel(verb: Token, noun: Token) -> Channel | None:
    told = occasion_of(noun)
    if verb.lemma_ in ("speak", "talk", "address", "brief") and noun.lemma_.lower() in _CROWDS:
        return "speech"
    if verb.lemma_ in ("speak", "talk") and noun.dep_ == "pobj" and is_outlet(noun):
        return "interview"
    if verb.lemma_ == "meet" and told != "press briefing":
        return None
    return told if told in _PLACES and (noun.dep_ == "pobj" or verb.lemma_ not in ("take", "meet")) else None
