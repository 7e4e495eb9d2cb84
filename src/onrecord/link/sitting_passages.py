"""The passages in which a report tells of the sitting of a body: "the Council met", "at a special session of …".

A passage begins with the sentence that tells that the body sat and ends where the report turns to another place.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child
from onrecord.link.linkers import Linkers
from onrecord.model import Span
from onrecord.resources.lexicon import load

TURNS = re.compile(
    r"(?:In|At|On|From|Near|Outside) (?:the )?(?:[a-z]+ (?:of|in) )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*,|"
    r"Back (?:home|in|at)|Meanwhile|Elsewhere|Separately|Earlier|Later|Last (?:week|month|year)|Since|"
    r"In an? (?:[a-z]+ )?(?:interview|statement|communiqu[eé])|Speaking to|Outside"
)
"""How a paragraph, or a sentence, begins that tells of another place or time."""
_DAYS = re.compile(
    r"(?:On|In) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:In|On) (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
MINISTERS = re.compile(r"\b(?:ministers?|premier|president)\b", re.IGNORECASE)
"""Those who speak from home unless ministers sit."""
_BODY = re.compile(
    r"\b(?:council|assembly|committee|commission|organi[sz]ation|union|league|conference|community|bloc|commonwealth|"
    r"association|alliance|secretariat|authority|federation|pact|congress|forum|board|group|panel)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({"nouns", "meetings", "sits", "holds", "members", "offices", "others"})
_AT = frozenset({"at", "in", "during", "to", "before"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})
"""What a sitting, or the body that sits, is in its clause."""
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
    told: int
    """Where the sentence ends that tells of the sitting."""
    words: Span | None
    near: int
    """Where the paragraph ends in which it begins: ministers beyond it speak from home, if no ministers sat."""


@cache
def lexicon() -> Mapping[str, frozenset[str]]:
    """Words that tell of sittings, by kind."""
    return {key: frozenset(words) for key, words in load("statements/sittings.yaml", _KINDS).items()}


def passages(linkers: Linkers) -> tuple[Passage, ...]:
    """The passages of a document that tell of a sitting that was held, in text order."""
    layers = linkers.layers
    bodies = [layers.span(e.start, e.end) for e in layers.entities if e.label == "ORG" and _is_known_body(layers, e)]
    starts = [body.start for body in bodies]
    found = [
        Passage(start, end, start + len(told), words, end if MINISTERS.search(told) else paragraph.end)
        for number, paragraph in enumerate(layers.paragraphs)
        if bisect_left(starts, paragraph.start) < bisect_left(starts, paragraph.end) or _may_tell(paragraph)
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
        for token in paragraph.words[sentence.start : sentence.end]:
            dep = token.dep_
            if dep not in _PARTS:
                continue
            if token.pos_ in ("NOUN", "PROPN") and _is_bodys(paragraph, token, bodies) and _is_held(token):
                yield start, sentence.text, paragraph.span(noun_phrase(token))
                break
            if dep == "nsubj" and _sat(token) and _sits_in(paragraph, token, bodies):
                yield start, sentence.text, None
                break
            if dep == "pobj" and _is_before_it(token) and _is_body_in(paragraph, token, bodies):
                yield start, sentence.text, None
                break


def _may_tell(paragraph: Paragraph) -> bool:
    """Whether a paragraph in which no body is named has a word in it that tells of a sitting."""
    return _telling().search(paragraph.text.lower()) is not None


@cache
def _telling() -> re.Pattern[str]:
    """What a paragraph without any body's name has in it, in lower case, that tells of a sitting; plurals too."""
    nouns = "|".join(sorted(noun.removesuffix("y") for noun in lexicon()["nouns"]))
    return re.compile(rf"{_BODY.pattern}|\b(?:{nouns}|meeting)")


def _is_bodys(paragraph: Paragraph, noun: Token, bodies: Sequence[Span]) -> bool:
    """Whether a noun means the sitting of a body: by its own word, or by a body that its sentence names."""
    known, lemma = lexicon(), noun.lemma_.lower()
    own = lemma in known["nouns"] or noun.lower_ in known["nouns"]
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
    verb, known = subject.head, lexicon()
    if verb.lemma_ == "take":
        return child(verb, "prt") is not None and _is_past(verb) and _BODY.fullmatch(subject.lower_) is not None
    if verb.lemma_ in known["sits"]:
        return _is_past(verb) and not any(
            c.dep_ == "dobj" or (c.dep_ == "prep" and c.lower_ == "with" and verb.lemma_ == "meet")
            for c in verb.children
        )
    return verb.lemma_ in known["holds"] and _is_past(verb) and _BODY.fullmatch(subject.lower_) is not None


def _is_before_it(body: Token) -> bool:
    """Whether a body is where somebody speaks: "At the Council, her envoy warned"."""
    way = body.head
    if way.lower_ not in ("at", "before", "inside") or way.left_edge.i != way.sent.start:
        return False
    return way.head.pos_ == "VERB" and _is_past(way.head) and _BODY.fullmatch(body.lower_) is not None


def _sits_in(paragraph: Paragraph, subject: Token, bodies: Sequence[Span]) -> bool:
    """Whether a body sits, or those who sit in one: "ambassadors to the Union", "the ministers of the League"."""
    if subject.lemma_.lower() in lexicon()["members"]:
        arms = (c for c in subject.rights if c.dep_ == "prep" and c.lower_ in ("of", "to", "from", "on", "in"))
        before = (c for c in subject.lefts if c.dep_ in ("compound", "poss", "nmod"))
        named = any(_is_body_in(paragraph, arm, bodies) for arm in (*arms, *before))
        told = any(t.lemma_.lower() in ("session", "sitting", "council") for t in subject.sent)
        return subject.tag_ in ("NNS", "NNPS") and (named or told)
    named = subject.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in subject.lefts)
    named = named or any(c.lower_ == "of" and _is_body_in(paragraph, c, bodies) for c in subject.rights)
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
        if heading or (TURNS.match(text) and not _DAYS.match(text)):
            return paragraph.start
    return after[-1].end if after else layers.paragraphs[number].end


def is_body_name(words: str) -> bool:
    """Whether words name a body that sits: "the Charter Conference"."""
    last = re.split(r" (?:of|on) ", words, maxsplit=1)[0].split()[-1:]
    return bool(last) and _BODY.fullmatch(last[0]) is not None and any(w[:1].isupper() for w in words.split()[1:])


def is_member(words: str) -> bool:
    """Whether words mean those who sit in a body, "ambassadors to the Union"."""
    plural = "|".join(sorted(lexicon()["members"], key=len, reverse=True))
    return re.search(rf"\b(?:{plural})s(?: (?:of|to|from)\b|$)", words, re.IGNORECASE) is not None
