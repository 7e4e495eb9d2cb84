"""The layers of a document: spans that annotators found, each pointing into its canonical text.

A `Layers` value is never changed; every annotator returns a new one with its own field filled.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.annotate.speech_readings import SpeechReadings
from onrecord.annotate.word_readings import WordReadings
from onrecord.model import Document, Span
from onrecord.resources.user_table import UserTable

type EntityLabel = Literal["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "TITLE", "OTHER"]
type EntityOrigin = Literal["tagger", "gazetteer", "rule"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: `start`–`end` in the document, and its parse, whose offsets count from `start`.

    `text` is what stands there; empty means that the parse has all of it (it reads some marks as blanks).
    """

    index: int
    start: int
    end: int
    parse: Doc
    text: str = ""

    def span(self, tokens: Token | Tokens) -> Span:
        """The span in the document of a token or run of tokens of this paragraph."""
        if isinstance(tokens, Token):
            start, end = tokens.idx, tokens.idx + len(tokens)
        else:
            start, end = tokens.start_char, tokens.end_char
        return Span(self.start + start, self.start + end, self.text[start:end] or tokens.text)

    def tokens(self, span: Span) -> Tokens | None:
        """The tokens that `span` touches; None where it touches none of this paragraph's."""
        at = max(span.start - self.start, 0), min(span.end, self.end) - self.start
        if at not in self._runs:
            found = self.parse.char_span(*at, alignment_mode="expand")
            self._runs[at] = found if found is not None and len(found) else None  # of no characters: of no tokens
        return self._runs[at]

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at `offset`; None where there is none."""
        at = offset - self.start
        number = bisect_right(self._token_starts, at) - 1
        token = self.words[number] if number >= 0 else None
        return token if token is not None and at < token.idx + len(token) else None

    def between(self, start: int, end: int) -> Tokens:
        """The tokens that touch the characters `start`–`end`, which count from the paragraph's start."""
        first = max(bisect_right(self._token_starts, start) - 1, 0)
        last = max(bisect_right(self._token_starts, max(end - 1, start)) - 1, 0)
        return Tokens(self.parse, first, min(last + 1, len(self.parse)))

    @cached_property
    def _runs(self) -> dict[tuple[int, int], Tokens | None]:
        """What `tokens` found: the same words are asked for again and again."""
        return {}

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """All tokens, for passes over the finished parse; spaCy makes a token anew whenever it is asked for."""
        return tuple(self.parse)

    @cached_property
    def by_pos(self) -> Mapping[str, Sequence[Token]]:
        """The tokens of the finished parse by part of speech, each sort in text order."""
        found: defaultdict[int, list[Token]] = defaultdict(list)
        for token, part in zip(self.words, self.parse.to_array("POS").tolist(), strict=True):
            found[part].append(token)
        names = self.parse.vocab.strings
        return {names[part]: tokens for part, tokens in found.items()}

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.idx for token in self.words]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, `start`–`end` in the document, in paragraph number `paragraph`."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between quotation marks. `start`–`end` include the marks, `inner_start`–`inner_end` do not.

    `parent` is the index of the quotation around it; `closed` is False where the closing mark is missing and
    the paragraph's end was taken; `continues` is the index of the quotation of an earlier paragraph that this
    one carries on (opened again without having been closed).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    mark: Literal["double", "single", "guillemet"]
    parent: int | None = None
    closed: bool = True
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text. `keys` are the reference entries it may stand for (best first), empty for the tagger's.

    `scores` say how well each fits, where they are of several and the text does not settle which; they sum to one.
    """

    start: int
    end: int
    label: EntityLabel
    origin: EntityOrigin
    keys: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing tells which of several is meant, and no state that reporting would mean is among them."""
        tied = len(self.scores) > 1 and self.scores[0] == self.scores[1]
        return tied and not self.keys[0].startswith(("country:", "people:", "seat:"))


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name. `use`: the place itself, those who govern or speak there, or an adjective or people of it.

    `score` in 0–1 is the recogniser's; which place is meant is settled by `link.places`.
    """

    start: int
    end: int
    use: Literal["literal", "metonymic", "adjective"]
    score: float


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression, not yet put on the calendar.

    `type` is the TIMEX3 type; `form` the meaning as the rules read it (see `annotate.times`), for `link.times`
    to resolve against the report's date; `rule` the rule that found it; `tense` that of the governing verb.
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    form: str
    rule: str
    tense: Literal["past", "present", "future", "none"] = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement as the learned tagger found it, offsets in the document; `score` in 0–1."""

    content: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    score: float


@dataclass(frozen=True)
class Layers:
    """A document with everything annotated on it."""

    document: Document
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    acts: WordReadings | None = None
    conditions: WordReadings | None = None
    cues: WordReadings | None = None
    speech: SpeechReadings | None = None
    own_actors: UserTable | None = None
    """The user's own table of actors, which overrides ours."""
    marked: str = ""
    """The text with the marks and line ends that `text` has blanks for; empty where it has none."""

    def span(self, start: int, end: int) -> Span:
        """The span `start`–`end` of the document's text."""
        return Span.of(self.text, start, end)

    def tokens(self, span: Span | None) -> Tokens | None:
        """The tokens that `span` touches in the paragraph where it begins; None where it touches none, and for None."""
        paragraph = None if span is None else self.paragraph_at(span.start)
        return None if paragraph is None or span is None else paragraph.tokens(span)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the character at `offset`, by binary search; None between paragraphs."""
        return _holding(self.paragraphs, self._paragraph_starts, offset)

    def sentence_before(self, offset: int) -> Sentence | None:
        """The last sentence that ends at or before `offset`; None where the text has none."""
        number = bisect_right(self._sentence_ends, offset)
        return self.sentences[number - 1] if number else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, by binary search; None between sentences."""
        return _holding(self.sentences, self._sentence_starts, offset)

    def toponym_at(self, offset: int) -> Toponym | None:
        """The place name that holds the character at `offset`, by binary search."""
        return _holding(self.toponyms, self._toponym_starts, offset)

    def paragraphs_over(self, start: int, end: int) -> Sequence[Paragraph]:
        """The paragraphs that have characters of `start`–`end`, in text order, by binary search."""
        return _touching(self.paragraphs, self._paragraph_starts, start, end)

    def entities_over(self, start: int, end: int) -> Sequence[Entity]:
        """The names that have characters of `start`–`end`, in text order, by binary search."""
        return _touching(self.entities, self._entity_starts, start, end)

    def toponyms_over(self, start: int, end: int) -> Sequence[Toponym]:
        """The place names that have characters of `start`–`end`, in text order, by binary search."""
        return _touching(self.toponyms, self._toponym_starts, start, end)

    def toponyms_in(self, start: int, end: int) -> Sequence[Toponym]:
        """The place names that begin in `start`–`end`, in text order, by binary search."""
        return _beginning(self.toponyms, self._toponym_starts, start, end)

    def times_in(self, start: int, end: int) -> Sequence[TimeExpression]:
        """The time expressions that begin in `start`–`end`, in text order, by binary search."""
        return _beginning(self.times, self._time_starts, start, end)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [p.start for p in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [s.end for s in self.sentences]

    @cached_property
    def _entity_starts(self) -> list[int]:
        return [e.start for e in self.entities]

    @cached_property
    def _toponym_starts(self) -> list[int]:
        return [t.start for t in self.toponyms]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [t.start for t in self.times]


def _holding[Part: (Paragraph, Sentence, Toponym)](
    parts: Sequence[Part], starts: Sequence[int], offset: int
) -> Part | None:
    """The one of these parts, which are in text order and do not overlap, that holds the character at `offset`."""
    number = bisect_right(starts, offset)
    return parts[number - 1] if number and offset < parts[number - 1].end else None


def _touching[Part: (Paragraph, Entity, Toponym)](
    parts: Sequence[Part], starts: Sequence[int], start: int, end: int
) -> Sequence[Part]:
    """Those of these parts, which are in text order and do not overlap, that have characters of `start`–`end`."""
    first = bisect_right(starts, start)
    if first and parts[first - 1].end > start:
        first -= 1
    return parts[first : bisect_left(starts, end, first)]


def _beginning[Part: (Toponym, TimeExpression)](
    parts: Sequence[Part], starts: Sequence[int], start: int, end: int
) -> Sequence[Part]:
    """Those of these parts, which are in text order, that begin in `start`–`end`."""
    return parts[bisect_left(starts, start) : bisect_left(starts, end)]
