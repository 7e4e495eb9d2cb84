"""The scene of a document: every mention of somebody in text order, and whom it stands for.

One pass over the tokens. Names are known from the cast; role nouns, bodies, demonyms and pronouns are resolved
as they come, against what was mentioned before. Everything that depends on who is speaking ("we", "you") is
left to the moment when the speaker is known.
"""

from __future__ import annotations

from bisect import bisect_right

import msgspec
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.metonymy import object_is_place, part_of_place, subject_is_place
from onrecord.annotate.phrases import first_of
from onrecord.link.referents import Referent
from onrecord.model.vocabulary import ResolvedBy
from onrecord.resources.lexicon import typed
from onrecord.resources.metonymy import metonymy
from onrecord.resources.names import words


class Noticed(msgspec.Struct, frozen=True):
    """A mention: `start`–`end` its words (title and name), `reach_start`–`reach_end` its whole noun phrase.

    `head` is the offset of its head word. `quote` is the index of the quotation it stands in, None outside.
    `literal`: a state or city that is only where something is. `subject`: of a verb.
    """

    start: int
    end: int
    reach_start: int
    reach_end: int
    head: int
    sentence: int
    paragraph: int
    form: str
    referents: tuple[Referent, ...]
    by: ResolvedBy
    subject: bool = False
    quote: int | None = None
    literal: bool = False
    ours: bool = False
    """Whether it belongs to whoever speaks ("our forces", "my husband")."""

    @property
    def referent(self) -> Referent | None:
        """The one referent."""
        return self.referents[0] if len(self.referents) == 1 else None


LOCATIVE = words(
    "in at from near across around inside outside into through throughout within toward towards via over above off "
    "along beyond under to"
)


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/speech_verbs.yaml`."""

    speech: frozenset[str]
    telling: frozenset[str]
    addressed: frozenset[str]
    asked: frozenset[str]


_verbs = typed("speech_verbs.yaml", Verbs)
SPEECH = _verbs.speech
TELLING = SPEECH | _verbs.telling
"""Verbs whose subject speaks, those included by which he only tells something."""


def is_subject(head: Token) -> bool:
    """Whether a noun is (or is coordinated with, or set beside) the subject of a verb."""
    return first_of(head, beside=True).dep_ in ("nsubj", "nsubjpass", "agent")


def is_literal(head: Token, *, city: bool) -> bool:
    """Whether a place name says where something is, not who acts ("in Baku" against "Baku said")."""
    head = first_of(head, beside=True)
    governor = head.head
    match head.dep_:
        case "nsubj":
            return city and subject_is_place(head)
        case "poss" | "compound" | "nmod" | "amod":
            return city and part_of_place(head)
        case "pobj":
            return _placed(governor, city=city)
        case "dobj" | "attr" | "nsubjpass":
            return city and object_is_place(head)
        case "dative":
            return False
    return city


def _placed(preposition: Token, *, city: bool) -> bool:
    """Whether a preposition says where something is."""
    word = preposition.lower_
    if word in LOCATIVE:
        if word == "from":
            return preposition.head.lemma_ not in _verbs.asked
        return word != "to" or not _addressed(preposition)
    if word == "between":
        return city and preposition.head.lower_ in metonymy().routes
    return city and word in ("of", "on", "for")


def _addressed(preposition: Token) -> bool:
    """Whether "to X" says to whom ("gave to", "told to", "an appeal to") and not where to."""
    above = preposition.head
    return above.lemma_ in _verbs.addressed


_OUTSIDE = frozenset(["punct", "preconj", "advcl", "parataxis", "mark", "ccomp", "aux"])
"""What may hang on a noun and is none of its phrase."""


def phrase(paragraph: Paragraph, head: Token) -> tuple[int, int]:
    """Offsets in the paragraph of the noun phrase of `head`, without what is coordinated with it."""
    if not head.n_lefts and not head.n_rights:
        return head.idx, head.idx + len(head)
    below: Token | None = None
    for child in head.rights:
        dep = child.dep_
        if dep in ("cc", "conj") or (dep == "appos" and _lists(child)):
            break
        if dep not in _OUTSIDE:
            below = child
    last = head if below is None else below.right_edge
    first = head.left_edge
    while first.i < head.i and (first.is_punct or first.dep_ in ("cc", "preconj") or first.is_space):
        first = first.nbor(1)
    return first.idx, max(last.idx + len(last), head.idx + len(head))


def _lists(apposed: Token) -> bool:
    """Whether what the parser sets beside a noun is the next of a list: "the envoy, the consul and the attaché"."""
    others = [t for t in apposed.conjuncts if t.i > apposed.i]
    return bool(others) and all(any(c.lower_ == "the" and c.dep_ == "det" for c in t.lefts) for t in (apposed, *others))


class Quotes:
    """Which quotation a character stands in."""

    def __init__(self, layers: Layers) -> None:
        self._quotations = layers.quotations
        self._order = sorted(range(len(layers.quotations)), key=lambda i: layers.quotations[i].start)
        self._starts = [layers.quotations[i].start for i in self._order]

    def at(self, offset: int) -> int | None:
        """The index of the innermost quotation that holds `offset`."""
        spot = bisect_right(self._starts, offset) - 1
        index = self._order[spot] if spot >= 0 else None
        while index is not None and offset >= self._quotations[index].end:
            index = self._quotations[index].parent
        return index
