"""Who has the floor while a report tells of a sitting: ministers, chairs and a body's own officials beside delegates.

What a report tells after "the Council met" and before it turns to another place or occasion was said there by those
who hold an office; a delegate speaks there wherever in the report he is quoted (see `sessions`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child
from onrecord.link.linkers import Linkers, identity
from onrecord.model import Actor, Span, Statement
from onrecord.resources.lexicon import read_yaml

_TURNS = re.compile(
    r"(?:In|At|On|From|Near|Outside) (?:the )?(?:[a-z]+ (?:of|in) )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*,|Meanwhile|Elsewhere|"
    r"Separately|Earlier|Later|Last (?:week|month|year)|Since|In an? (?:[a-z]+ )?(?:interview|statement|communiqu[eé])|"
    r"Speaking to|Outside"
)
"""How a paragraph, or a sentence, begins that tells of another place or time."""
_DAYS = re.compile(
    r"(?:On|In) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:In|On) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_GONE = re.compile(
    r"\b(?:afterwards?|outside the|after the (?:session|meeting|sitting|debate)|in an? (?:\w+ )?(?:interview|statement)|"
    r"(?:told|to) (?:the )?(?:\w+ )?(?:reporters|journalists|correspondents)|by telephone|on (?:state )?(?:radio|television)|"
    r"last (?:week|month|year)|ahead of|before the (?:session|meeting|sitting))\b",
    re.IGNORECASE,
)
_OWN_DAY = re.compile(
    r"\b(?:said|announced|told \w+|declared|added|warned|tweeted) (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"yesterday|today|in [A-Z])"
)
"""A day or place that a statement has to itself, apart from the sitting's."""
_MINISTERS = re.compile(r"\b(?:ministers?|premier|president)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:council|assembly|committee|commission|organi[sz]ation|union|league|conference|community|bloc|commonwealth|"
    r"association|alliance|secretariat|group of|authority|federation|pact|congress)\b",
    re.IGNORECASE,
)
_AT = frozenset({"at", "in", "during", "to", "before"})
_HELD = frozenset(
    ["hold", "open", "call", "convene", "attend", "chair", "address", "begin", "conduct", "adjourn", "close", "summon",
     "tell", "resume", "seek", "request", "reconvene", "start", "take"]
)  # fmt: skip
"""Verbs that have a sitting as subject or object and tell that it took place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a report tells of a sitting: code points `start` to `end`; `words` name it, None where a verb tells it."""

    start: int
    end: int
    words: Span | None
    near: int
    """Where the paragraph ends in which it begins: beyond it ministers speak from home, unless ministers sat or spoke."""


@cache
def _lexicon() -> Mapping[str, frozenset[str]]:
    source = files("onrecord").joinpath("resources/statements/sittings.yaml")
    return {key: frozenset(map(str, words)) for key, words in read_yaml(source.read_text(encoding="utf-8")).items()}


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of offices that take the floor, and of those who speak of a sitting from outside."""
    known = _lexicon()
    one, other = ("|".join(sorted(known[key], key=len, reverse=True)) for key in ("offices", "others"))
    return re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE)


def on_the_floor(statements: Sequence[Statement], linkers: Linkers, known: Sequence[Passage]) -> list[Statement]:
    """Statements with the channel "speech", and the sitting as venue, where an official speaks in a passage of it."""
    if not known:
        return list(statements)
    left = [s for s in statements if s.parent is None and s.channel not in ("unknown", "speech") and s.cue is not None]
    spoke: set[str] = set()
    away: set[str] = set()
    ministers = False
    placed: list[Statement] = []
    for one in statements:
        passage = next((p for p in reversed(known) if p.start <= _at(one) < p.end), None)
        there = passage is not None and one.speaker is not None and one.parent is None
        if passage is None or not there or one.speaker is None:
            placed.append(one)
            continue
        key = identity(one.speaker)
        turned = any(passage.start < _at(s) < _at(one) and _elsewhere(s, one, spoke) for s in left)
        speaks = one.channel == "speech"
        if _may(one) and not turned and key not in away:
            titled = _titled(one.speaker, linkers.layers)
            near = _at(one) < passage.near or ministers or _MINISTERS.search(titled) is None
            official = near and _is_official(one.speaker, titled)
            speaks = not _is_gone(one, passage, linkers.layers) and (key in spoke or official)
        if speaks and one.act == "speech":
            spoke.add(key)
            ministers = ministers or _MINISTERS.search(_titled(one.speaker, linkers.layers)) is not None
            venue = one.venue or (passage.words.text if passage.words is not None else None)
            one = replace(one, channel="speech", venue=venue)
        elif key not in spoke:
            away.add(key)
        placed.append(one)
    return placed


def passages(linkers: Linkers) -> tuple[Passage, ...]:
    """The passages of a document that tell of a sitting that was held, in text order."""
    layers = linkers.layers
    bodies = [layers.span(e.start, e.end) for e in layers.entities if e.label == "ORG" and _is_known_body(layers, e)]
    found = [
        Passage(start, end, words, end if _MINISTERS.search(told) else paragraph.end)
        for number, paragraph in enumerate(layers.paragraphs)
        for start, told, words in _sittings(paragraph, bodies)
        for end in (_end(layers, number),)
    ]
    return tuple(found)


def _is_known_body(layers: Layers, entity: Entity) -> bool:
    known = bool(entity.keys) and not entity.keys[0].startswith("seat:")
    return known or _BODY.search(layers.text[entity.start : entity.end]) is not None


def _sittings(paragraph: Paragraph, bodies: Sequence[Span]) -> Iterator[tuple[int, str, Span | None]]:
    """Where the sentences of a paragraph begin that tell of a sitting, their words, and those for the sitting."""
    for sentence in paragraph.parse.sents:
        start = paragraph.start + sentence.start_char
        for token in sentence:
            if token.pos_ in ("NOUN", "PROPN") and _is_held(token) and _is_bodys(paragraph, token, bodies):
                yield start, sentence.text, paragraph.span(noun_phrase(token))
                break
            if token.dep_ == "nsubj" and _sat(token) and _sits_in(paragraph, token, bodies):
                yield start, sentence.text, None
                break
            if token.dep_ == "pobj" and _is_before_it(token) and _is_body_in(paragraph, token, bodies):
                yield start, sentence.text, None
                break


def _is_bodys(paragraph: Paragraph, noun: Token, bodies: Sequence[Span]) -> bool:
    """Whether a noun means the sitting of a body: by its own word, or by a body that its sentence names."""
    known, lemma = _lexicon(), noun.lemma_.lower()
    nouns = {word for word in known["nouns"]}
    own = lemma in nouns or noun.lower_ in nouns
    if lemma == "meeting":
        own = any(c.lower_ in known["meetings"] for c in noun.lefts)
        own = own or any(c.lower_ == "of" and _is_body_in(paragraph, c, bodies) for c in noun.rights)
    if not own or any(c.lower_ in ("press", "news", "peace", "party") for c in noun.lefts):
        return False
    if any(c.lower_ in ("between", "with") for c in noun.rights):
        return False
    if lemma in ("session", "sitting", "plenary") and child(noun, "det") is not None:
        return True
    sentence = noun.sent
    return _is_body_in(paragraph, sentence.root, bodies)


def _is_body_in(paragraph: Paragraph, head: Token, bodies: Sequence[Span]) -> bool:
    """Whether a name of a body stands in the words that hang on `head`."""
    words = head.doc[head.left_edge.i : head.right_edge.i + 1]
    if any(t.pos_ == "PROPN" and _BODY.fullmatch(t.lower_) for t in words):
        return True
    span = paragraph.span(words)
    return any(span.start <= body.start < span.end for body in bodies)


def _is_held(noun: Token) -> bool:
    """Whether a sitting took place: subject or object of a verb in the past, or what somebody spoke at."""
    verb = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"):
        return verb.pos_ in ("VERB", "AUX") and verb.lemma_ in _HELD and _is_past(verb)
    if noun.dep_ == "pobj" and verb.lower_ in _AT:
        above = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
        return above is not None and _is_past(above)
    return False


def _is_past(verb: Token) -> bool:
    if any(c.tag_ == "MD" or c.dep_ == "neg" or c.tag_ == "TO" for c in verb.children):
        return False
    if verb.tag_ in ("VBD", "VBN"):
        return not any(c.lower_ in ("is", "are") and c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "pcomp") and verb.head.tag_ in ("VBD", "VBN")


def _sat(subject: Token) -> bool:
    verb, known = subject.head, _lexicon()
    objects = any(c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ == "with") for c in verb.children)
    if verb.lemma_ in known["sits"]:
        return _is_past(verb) and not objects
    return verb.lemma_ in known["holds"] and _is_past(verb) and _BODY.fullmatch(subject.lower_) is not None


def _is_before_it(body: Token) -> bool:
    """Whether a body is where somebody speaks: "At the Council, her envoy warned"."""
    way = body.head
    first = way.left_edge.i == way.sent.start and way.lower_ in ("at", "before", "inside")
    return first and way.head.pos_ == "VERB" and _is_past(way.head) and _BODY.fullmatch(body.lower_) is not None


def _sits_in(paragraph: Paragraph, subject: Token, bodies: Sequence[Span]) -> bool:
    """Whether a body sits, or those who sit in one: "ambassadors to the Union", "the ministers of the League"."""
    if subject.lemma_.lower() in _lexicon()["members"]:
        arms = (c for c in subject.rights if c.dep_ == "prep" and c.lower_ in ("of", "to", "from", "on", "in"))
        return subject.tag_ in ("NNS", "NNPS") and any(_is_body_in(paragraph, arm, bodies) for arm in arms)
    named = subject.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in subject.lefts)
    if _BODY.fullmatch(subject.lower_) is not None and named:
        return True
    span = paragraph.span(subject.doc[subject.i : subject.i + 1])
    return any(body.start <= span.start < body.end for body in bodies)


def _end(layers: Layers, number: int) -> int:
    """Where the passage that begins in a paragraph ends: before one that turns to another place or is a heading."""
    after = layers.paragraphs[number + 1 :]
    for paragraph in after:
        text = layers.text[paragraph.start : paragraph.end].strip()
        heading = text[-1:].isalnum() and len(text.split()) <= 12
        if heading or (_TURNS.match(text) and not _DAYS.match(text)):
            return paragraph.start
    return after[-1].end if after else layers.paragraphs[number].end


def _may(one: Statement) -> bool:
    """Whether a statement tells no other way in which it was made."""
    return one.channel == "unknown" and one.parent is None and one.act == "speech" and one.cue is not None


def _at(one: Statement) -> int:
    return one.cue.start if one.cue is not None else one.content[0].start


def _elsewhere(told: Statement, one: Statement, spoke: set[str]) -> bool:
    """Whether a statement made in another way turns the report from the sitting: of one who did not speak there."""
    if told.speaker is None or one.speaker is None:
        return True
    return identity(told.speaker) not in spoke or identity(told.speaker) == identity(one.speaker)


def _is_gone(one: Statement, passage: Passage, layers: Layers) -> bool:
    """Whether its own sentence sets a statement elsewhere or in the present: "says", "told reporters afterwards"."""
    paragraph = layers.paragraph_at(_at(one))
    tokens = None if paragraph is None or one.cue is None else paragraph.tokens(one.cue)
    if tokens is None:
        return True
    sentence = tokens[0].sent
    own = passage.start <= paragraph.start + sentence.start_char + 1 and passage.start >= paragraph.start + sentence.start_char
    if own:
        return _GONE.search(sentence.text) is not None
    present = any(t.tag_ in ("VBZ", "VBP") for t in tokens)
    return present or any(p.search(sentence.text) for p in (_GONE, _OWN_DAY)) or _TURNS.match(sentence.text) is not None


def _titled(speaker: Actor, layers: Layers) -> str:
    """His office and the words for him, with those to which they are set beside: "Its chairman, Kenya's Luc Amadi"."""
    if speaker.mention is None:
        return speaker.office or ""
    start = speaker.mention.start
    before = re.search(r"(?:^|[.!?”\"] |\n)((?:The|Its|Her|His) [^.\n]{3,50}), $", layers.text[max(0, start - 70) : start])
    return f"{speaker.office or ''} {before[1] if before else ''} {speaker.mention.text}"


def _is_official(speaker: Actor, titled: str) -> bool:
    """Whether somebody definite speaks who holds an office: not "a minister", no spokesman, no doctor."""
    words = speaker.mention.text if speaker.mention is not None else ""
    offices, others = _offices()
    if speaker.kind in ("organization", "state", "government") or re.match(r"(?:an?|one|some|several) ", words.lower()):
        return False
    return offices.search(titled) is not None and others.search(titled) is None


def has_office(speaker: Actor, layers: Layers) -> bool:
    """Whether somebody holds an office by which he takes the floor."""
    return _is_official(speaker, _titled(speaker, layers))


def is_body_name(words: str) -> bool:
    """Whether words name a body that sits: "the Charter Conference"."""
    last = words.split(" of ")[0].split(" on ")[0].split()[-1:]
    return bool(last) and _BODY.fullmatch(last[0]) is not None and any(w[:1].isupper() for w in words.split()[1:])


def is_member(words: str) -> bool:
    """Whether words mean those who sit in a body, "ambassadors to the Union"."""
    plural = "|".join(sorted(_lexicon()["members"], key=len, reverse=True))
    return re.search(rf"\b(?:{plural})s (?:of|to|from)\b", words, re.IGNORECASE) is not None
