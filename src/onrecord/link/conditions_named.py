"""Which place words for one mean, in the whole of a report: "the road" is the one that was named before.

A report names a place with a noun for its kind ("the Vorukh exclave", "the road from Gao to Kidal", "Masnaa, the main
land route") and comes back to it by the noun or by one of the same kind ("the exclave", "the highway"). Where two are
named, the noun means neither, unless the head of the report is about one of them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from msgspec.structs import replace
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.link.conditions_names import after, called, end_of, name, whole_phrase
from onrecord.link.conditions_spots import Spots
from onrecord.link.conditions_words import is_line, is_route, kinds, returns, words
from onrecord.link.linkers import Linkers
from onrecord.model import Place
from onrecord.resources.places_names import fold

LEAD, SHORT = 2, 80
"""Paragraphs that tell what a report is about, with headings and datelines: those shorter than so many characters."""
_NEW = frozenset(["a", "an", "another", "every", "any", "no", "some", "each", "other"])
_OLD = frozenset(["the", "this", "that", "these", "those"])
"""Words before a noun that means none named before, and one that does."""
_LEADING = frozenset(["from", "to", "between", "into", "linking"])
_REACH = 10
"""Words after an embassy in which it is told where it is."""
DEEP = 3
"""Nouns that say which one of each other: "the hospital of the district of X"."""
_ARTICLE = re.compile(r"^(?:the|that|this|its|their|a|an) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a report names with a noun for its kind, at `start`; `lead`: where it says what it is about."""

    kinds: frozenset[str]
    noun: str
    place: Place
    start: int
    lead: bool

    @property
    def key(self) -> str:
        """What two namings of one place share: its words in capitals."""
        return _key(self.place)


def _key(place: Place) -> str:
    words_ = re.findall(r"[^\W\d_][\w’'-]*", place.name or place.mention.text)
    return " ".join(fold(w) for w in words_ if w[:1].isupper()) or fold(place.name or "")


class NamedPlaces:
    """The places that one document names, and what words for them mean."""

    def __init__(self, linkers: Linkers) -> None:
        self._linkers, self._layers = linkers, linkers.layers
        self._spots: dict[int, Spots] = {}
        self._taken: dict[str, Place] = {}  # what a noun meant when it first came back to a place

    def spots(self, paragraph: Paragraph) -> Spots:
        """The places of a paragraph."""
        return self._spots.setdefault(paragraph.index, Spots(self._layers, paragraph))

    def meant(self, paragraph: Paragraph, head: Token) -> Place | None:
        """The place with a name that the words around a noun mean; None where they name none."""
        place = self._own(paragraph, head)
        return place if place is not None else self._before(paragraph, head)

    def person(self, paragraph: Paragraph, head: Token) -> bool:
        """Whether a word is the name of a person of the report, whatever else goes by it."""
        start = paragraph.start + head.idx
        if head.dep_ in ("pobj", "compound") or kinds(head):
            return False  # "in Jordan"
        return any(at <= start < end for at, end in self._persons)

    def group(self, paragraph: Paragraph, head: Token) -> bool:
        """Whether a word stands in the name of a group or body that is no place's: "the Islamic State"."""
        start = paragraph.start + head.idx
        return self._layers.toponym_at(start) is None and any(at <= start < end for at, end in self._groups)

    @cached_property
    def _groups(self) -> list[tuple[int, int]]:
        named = (one.mention for one in self._linkers.actors.mentions() if one.kind == "group" and one.id is not None)
        return [(words_.start, words_.end) for words_ in named if words_ is not None]

    @cached_property
    def _persons(self) -> list[tuple[int, int]]:
        """Where persons are named whom the report names in full: a lone word may well be a town."""
        named = ((one.mention, one.name) for one in self._linkers.actors.mentions() if one.kind == "person")
        return [
            (words_.start, words_.end)
            for words_, full in named
            if words_ is not None and full is not None and " " in full and words_.text.split()[-1:] == full.split()[-1:]
        ]

    def bare(self, paragraph: Paragraph, head: Token) -> Place:
        """A place in the report's own words, with no name but what they are themselves ("the Rock")."""
        mention = paragraph.span(noun_phrase(head))
        return Place(mention=mention, name=_bare(mention.text) if head.pos_ == "PROPN" else None)

    # ---- what the words themselves name; `deep` words in each other, and what was named before where `back`
    def _own(self, paragraph: Paragraph, head: Token, deep: int = DEEP, *, back: bool = True) -> Place | None:
        spots = self.spots(paragraph)
        if head.lemma_.lower() in words("seats_abroad"):
            return self._where_it_stands(paragraph, head, deep, back=back)
        if self.group(paragraph, head):
            return None
        if spots.named(head):
            return self._by_name(paragraph, name(head))
        if not kinds(head):
            inside = (t for t in whole_phrase(head) if t.dep_ in ("pobj", "poss") and t != head)
            inner = next((t for t in inside if spots.named(t) and not self.group(paragraph, t)), None)
            return None if inner is None else self._by_name(paragraph, name(inner))
        whole = called(head, spots)
        if whole is None:
            return self._around(paragraph, head, deep, back=back)
        return self._route(paragraph, whole, head) if is_route(head) else self._by_name(paragraph, whole)

    def _where_it_stands(self, paragraph: Paragraph, seat: Token, deep: int, *, back: bool) -> Place | None:
        """Where an embassy is, in the words for it: "the Chadian embassy in Lomé" is in Lomé, whosever it is."""
        near = seat.doc[seat.i + 1 : min(seat.i + _REACH, seat.sent.end)]
        phrase = takewhile(lambda t: t.pos_ not in ("VERB", "AUX") and not t.is_punct, near)
        puts = (t for t in phrase if t.dep_ == "prep" and t.lower_ in words("placing"))
        found = (noun for preposition in puts for noun in preposition.children if noun.dep_ == "pobj")
        for noun in found if deep else ():
            if (place := self._own(paragraph, noun, deep - 1, back=back)) is not None:
                return replace(place, mention=paragraph.span(noun_phrase(seat)))
        return None

    def _by_name(self, paragraph: Paragraph, words_: Tokens) -> Place:
        span = paragraph.span(words_)
        place = self._linkers.place(span)
        if place is not None:
            return place
        known = self._known.get(fold(span.text))
        return replace(known, mention=span) if known is not None else Place(mention=span, name=_bare(span.text))

    @cached_property
    def _known(self) -> dict[str, Place]:
        """The places of the text by their names, and by the first word of a longer name that no other has."""
        found = {fold(p.mention.text): p for p in self._linkers.places.mentions()}
        first: dict[str, set[str]] = {}
        for whole in (one for one in found if " " in one):
            first.setdefault(whole.split()[0], set()).add(whole)
        return {word: found[next(iter(names))] for word, names in first.items() if len(names) == 1} | found

    def _route(self, paragraph: Paragraph, whole: Tokens, head: Token) -> Place:
        """A route by its name; one that is a point of the map by the place that it is named after."""
        span = paragraph.span(whole)
        toponym = self._layers.toponym_at(paragraph.start + head.idx)
        place = self._linkers.place(span)
        if place is not None and toponym is not None:
            return place
        if place is None or is_line(head):
            return Place(mention=span, name=_bare(span.text))
        return replace(place, mention=span, name=_bare(span.text), id=None, kind=None, candidates=())

    def _around(self, paragraph: Paragraph, head: Token, deep: int, *, back: bool) -> Place | None:
        """What is named around a noun: "the crossing at Vessim", "Uvira's hospital", "Tsonamar, the main town"."""
        spots = self.spots(paragraph)
        following = after(head, spots)
        if following and is_line(head) and following[0][0].lower_ in _LEADING:
            start = next((t.i for t in head.lefts if t.pos_ == "PROPN"), head.i)
            span = paragraph.span(head.doc[start : end_of(following[-1][1])])
            return Place(mention=span, name=_bare(span.text))
        beside = [c for c in head.children if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
        owners = [c for c in head.children if c.dep_ == "poss"]
        for other in (*(noun for _, noun in following), *owners, *beside):
            if spots.named(other):
                found = self._by_name(paragraph, name(other))
                return self._at(found, paragraph, head, other) if is_route(head) and other not in beside else found
            place = self._own(paragraph, other, deep - 1, back=back) if kinds(other) and deep else None
            if place is None and back:
                place = self._before(paragraph, other)
            if place is not None:
                return replace(place, mention=paragraph.span(noun_phrase(head)))
        return self._of_what(paragraph, head) if back else None

    def _of_what(self, paragraph: Paragraph, head: Token) -> Place | None:
        """ "the district hospital": of the district that was named before."""
        which = next((c for c in head.lefts if c.dep_ in ("compound", "amod") and kinds(c) and not is_route(c)), None)
        place = None if which is None else self._before(paragraph, which)
        return None if place is None else replace(place, mention=paragraph.span(noun_phrase(head)))

    @staticmethod
    def _at(found: Place, paragraph: Paragraph, head: Token, other: Token) -> Place:
        """A route with the place that it is at or belongs to: "the crossing at Vessim", "Belmira's airport"."""
        first = min(other.left_edge.i, head.i)
        first = next((t.i for t in head.lefts if t.dep_ != "det" and t.i > first), first) if other.i > head.i else first
        span = paragraph.span(head.doc[first : max(head.i + 1, end_of(other) if other.i > head.i else 0)])
        return replace(found, mention=span, name=found.name if found.id is not None else _bare(span.text))

    # ---- what was named before
    def _before(self, paragraph: Paragraph, head: Token) -> Place | None:
        if not returns(head) or not _taken_up(head):
            return None
        at = paragraph.start + head.idx
        place = self.only(returns(head), head.lemma_.lower(), at)
        return None if place is None else replace(place, mention=paragraph.span(noun_phrase(head)))

    def only(self, of: frozenset[str], noun: str, at: int) -> Place | None:
        """The one place of these kinds that is named before an offset: by this noun, else by one of the same kind."""
        before = self._all[: bisect_left(self._all, at, key=lambda one: one.start)]
        if noun in words("small"):
            before = [one for one in before if one.place.kind != "capital"]
        same = [one for one in before if one.noun == noun]
        alike = [one for one in before if one.kinds & of]
        place = _only(same) or self._taken.get(noun) or _only(alike)
        if place is not None:
            self._taken.setdefault(noun, place)
        return place

    def main_route(self, at: int, of: frozenset[str]) -> Place | None:
        """The route of these kinds that a report is about: the only one that it or its head names before an offset."""
        return _only([one for one in self._all if one.kinds & of and (one.lead or one.start < at)])

    @cached_property
    def _all(self) -> list[Named]:
        return sorted(self._named(), key=lambda one: one.start)

    def _named(self) -> Iterator[Named]:
        for paragraph in self._layers.paragraphs:
            for token in paragraph.words:
                if (of := returns(token)) and (place := self._introduced(paragraph, token)) is not None:
                    start = paragraph.start + token.idx
                    yield Named(of, token.lemma_.lower(), place, start, start < self._head)
        for place in self._linkers.places.mentions():
            kinds_of = _OF_KIND.get(place.kind or "", ())
            if kinds_of and place.mention.text.casefold() not in words("never") and not self._signed(place):
                yield Named(frozenset(kinds_of), "", place, place.mention.start, place.mention.start < self._head)

    def _signed(self, place: Place) -> bool:
        """Whether a name only tells who writes from where: "LIMA, Aug. 9", "By our Nicosia correspondent"."""
        paragraph = self._layers.paragraph_at(place.mention.start)
        start = "" if paragraph is None else self._layers.text[paragraph.start : paragraph.start + 8].lower()
        return place.mention.text.isupper() or start.startswith(("by ", "from "))

    @cached_property
    def _head(self) -> int:
        """Where the part of the report ends that says what it is about."""
        told = [p.end for p in self._layers.paragraphs if p.end - p.start >= SHORT]
        return told[:LEAD][-1] if told else 0

    def _introduced(self, paragraph: Paragraph, head: Token) -> Place | None:
        """The place that is named with a noun for its kind; a noun that means one named before says nothing new."""
        spots = self.spots(paragraph)
        if head.dep_ == "appos" and (spots.named(head.head) or kinds(head.head)):
            place = self._own(paragraph, head.head, back=False)
            if place is not None:
                return place
        beside = [c for c in head.children if c.dep_ == "appos"]
        named = [noun for _, noun in after(head, spots)] + beside
        if called(head, spots) is None and not any(spots.named(noun) for noun in named):
            return None
        place = self._own(paragraph, head, back=False)
        region = "town" in kinds(head) and place is not None and place.kind in _REGIONS  # "a Darfur town"
        return None if region else place


_REGIONS = frozenset(
    ["country", "division", "district", "disputed area", "special region", "autonomous region", "world region"]
)
_OF_KIND = {"town": ("town",), "capital": ("town",), "border crossing": ("gate",), "exclave": ("land_of",),
            "canal": ("water",), "strait": ("water",), "corridor": ("land",), "bridge": ("bridge",),
            "autonomous region": ("land_of",), "breakaway region": ("land_of",), "disputed area": ("land_of",),
            "special region": ("land_of",), "division": ("land_of", "town"),
            "district": ("land_of", "town")}  # fmt: skip
"""The kinds of noun by which a report comes back to a place of the gazetteer."""


def _taken_up(noun: Token) -> bool:
    """Whether a noun means one named before: "the road", "that road", "its road", "the district hospital"."""
    before = {c.lower_ for c in noun.lefts}
    if before & _NEW or any(c.dep_ == "nummod" for c in noun.lefts):
        return False
    return noun.dep_ in ("compound", "amod", "poss") or bool(before & _OLD) or any(c.dep_ == "poss" for c in noun.lefts)


def _only(found: list[Named]) -> Place | None:
    """The place that all these are, or all in the head of the report; the first that tells its name in full."""
    for some in (found, [one for one in found if one.lead]):
        if some and _one_place(some):
            return max(some, key=lambda one: (len(one.key), -one.start)).place
    return None


def _one_place(found: list[Named]) -> bool:
    """Whether all names are parts of the longest: "Uvira road" and "road between Bujumbura and Uvira"."""
    longest = set(max((one.key for one in found), key=len).split())
    return all(set(one.key.split()) <= longest for one in found)


def _bare(words_: str) -> str:
    return _ARTICLE.sub("", " ".join(words_.split()))
