"""The place of a condition: chosen among the words for places in its clause, else carried on from what is told before.

Candidates are what extraction points at and the spots of syntax (`conditions_spots`), the surest sign first; the first
that means a place with a name is it. A clause that names none goes on where the paragraph is: at the place of the
condition before, or at the last that a preposition of place puts somewhere; a closed route, then, is the one that the
report is about. Where neither is sure, the condition has no place.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.extract.conditions_lexicon import words as lexicon
from onrecord.extract.drafts import ConditionDraft
from onrecord.link.conditions_deeds import acts
from onrecord.link.conditions_named import NamedPlaces
from onrecord.link.conditions_nouns import (
    as_known,
    definite,
    ends_a_line,
    is_place_told,
    of_an_object,
    pronoun_of_a_way,
    somewhere,
)
from onrecord.link.conditions_spots import Sign, Spot
from onrecord.link.conditions_witnesses import local_teller, national, where_told
from onrecord.link.conditions_words import carried_on, is_route, is_way, kinds, words
from onrecord.link.linkers import Linkers
from onrecord.model import Place, Span

_ROUTES = frozenset({"access", "security"})
_NEEDS = frozenset({"shortage", "humanitarian"})
_WANT = frozenset({"shortage", "humanitarian", "casualties"})
_TRUE = frozenset({"asserted", "alleged", "denied"})
_PASSING = (
    "passing", "vehicles", "cargo", "traffic", "movements", "movers", "closure_nouns", "routes", "obstacles",
    "residents",
)  # fmt: skip
"""Lists of what passes or is kept from passing."""
_THERE = frozenset({"there", "here"})
_REGIONS = frozenset({"land_of", "town"})
_STAYS = frozenset({"stays", "remains"})
"""Verbs that the parser takes for nouns in headings: "as Tal tunnel stays shut"."""


@dataclass(frozen=True, slots=True)
class _Settled:
    """A condition that has got its place."""

    draft: ConditionDraft
    place: Place | None
    own: bool
    """Whether its own sentence names the place."""


class ConditionPlaces:
    """The places of the conditions of one document."""

    def __init__(self, linkers: Linkers) -> None:
        self._linkers, self._layers = linkers, linkers.layers
        self._named = NamedPlaces(linkers)

    def of(self, drafts: Sequence[ConditionDraft]) -> tuple[Place | None, ...]:
        """The place of each condition, None where no words are sure to tell it."""
        settled: list[_Settled] = []
        for draft in drafts:
            place, own = self._place(draft, settled)
            settled.append(_Settled(draft, place, own))
        return self._shared(settled)

    def _place(self, draft: ConditionDraft, before: list[_Settled]) -> tuple[Place | None, bool]:
        paragraph = self._layers.paragraph_at(draft.evidence.start)
        tokens = None if paragraph is None else paragraph.tokens(draft.evidence)
        if paragraph is None or tokens is None:
            return None, False
        spots = self._named.spots(paragraph).of(tokens, draft.kind)
        if draft.cause is not None:
            spots = [s for s in spots if not paragraph.span(s.head).overlap(draft.cause)]
        spots = self._ordered(draft, paragraph, spots)
        spots = [
            s for s in spots if not (self._caused(draft, paragraph, s.head) or self._named.person(paragraph, s.head))
        ]
        spots = [s for s in spots if not self._named.group(paragraph, s.head)]
        stands = any(s.sign <= Sign.PLACED and somewhere(s.head) for s in spots) and draft.kind == "access"
        for spot in spots:
            if stands and spot.sign == Sign.MOVING:
                continue  # "tankers sent from X are held up at the checkpoint"
            if spot.head.lower_ in _THERE:
                if (home := self._teller_there(spots, paragraph)) is not None:
                    return home, True
                there = self._carried(draft, paragraph, before)
                if there is not None:
                    return replace(there, mention=paragraph.span(spot.head)), False
            elif (place := self._named.meant(paragraph, spot.head)) is not None:
                return self._as_told(place, spot, draft, paragraph, spots), True
        least = Sign.MOVING if draft.kind == "access" else Sign.LEADING
        told = next((s for s in spots if s.sign <= least and somewhere(s.head)), None)
        again = told is not None and as_known(told.head, draft.kind)
        carried = self._carried(draft, paragraph, before) if told is None or again else None
        if again and told is not None and carried is not None:
            return replace(carried, mention=paragraph.span(noun_phrase(told.head))), False
        carried = carried or self._from_before(draft, paragraph, before)
        told_by = next((s.head for s in spots if somewhere(s.head)), None)
        if carried is None and told_by is not None:
            return self._named.bare(paragraph, told_by), False
        if carried is not None:
            it = pronoun_of_a_way(tokens) if draft.kind == "access" else None
            own = (s.head for s in spots if s.sign == Sign.OWNER and kinds(s.head))
            its = next((head for head in own if as_known(head, draft.kind)), it)
            if its is not None:
                return replace(carried, mention=paragraph.span(noun_phrase(its))), False
        return self._in_words(draft, paragraph, carried), False

    def _in_words(self, draft: ConditionDraft, paragraph: Paragraph, carried: Place | None) -> Place | None:
        """A place that is known, or none, in the words without a name at which extraction points."""
        pointed = self._pointed(draft.place, paragraph)
        if pointed is None or not is_place_told(pointed):
            return carried
        told = paragraph.span(pointed)
        if any(kept_out.overlap(told) for kept_out in draft.restricted) or self._caused(draft, paragraph, pointed):
            return carried
        went = draft.kind == "displacement" and not (definite(pointed) and pointed.dep_ == "dobj")
        if carried is None or went:  # where they went, not "the city" that they fled
            return self._named.bare(paragraph, pointed)
        return replace(carried, mention=paragraph.span(noun_phrase(pointed)))

    @staticmethod
    def _caused(draft: ConditionDraft, paragraph: Paragraph, head: Token) -> bool:
        """Whether a place stands in the words for what brought a plight about: the road that is shut, not who lacks."""
        cause = draft.cause
        return cause is not None and draft.kind != "access" and paragraph.span(head).overlap(cause) > 0

    def _as_told(
        self, place: Place, spot: Spot, draft: ConditionDraft, paragraph: Paragraph, spots: list[Spot]
    ) -> Place:
        """The place in the words for the route that is there ("the first ferry … at Rill"), or with those beside it."""
        nearer = next((s.head for s in spots if s.sign == Sign.PLACED and spot.sign > Sign.PLACED), None)
        if nearer is not None and draft.kind in _WANT and somewhere(nearer):
            others = not definite(nearer) and kinds(nearer) & _REGIONS  # "four provinces", not those named
            bare = self._named.bare(paragraph, nearer)
            return bare if others else replace(place, mention=bare.mention)
        route = _inside(draft) if draft.kind == "access" else None
        if route is not None and spot.sign == Sign.PLACED and not route.overlap(place.mention):
            pointed = self._pointed(route, paragraph)
            if pointed is not None and is_route(pointed):
                return replace(place, mention=route)
        beside = [c for c in spot.head.children if c.dep_ == "conj" and c.pos_ == "PROPN"]
        if beside and spot.head.pos_ == "PROPN" and paragraph.span(spot.head).end == place.mention.end:
            return replace(place, mention=self._layers.span(place.mention.start, paragraph.span(beside[-1]).end))
        return place

    def _ordered(self, draft: ConditionDraft, paragraph: Paragraph, spots: list[Spot]) -> list[Spot]:
        """The candidates, the surest first: a route that a rule found, what syntax and the learned reader agree on."""
        pointed, root = self._pointed(draft.place, paragraph), paragraph.tokens(draft.evidence)
        if pointed is None or root is None or where_told(pointed, root.root):
            return spots
        if draft.kind == "access" and acts(pointed) and not is_route(pointed):
            return spots  # "Velmar closed its lagoon": not all of Velmar
        inside = _inside(draft) is not None
        if not inside and draft.kind == "access" and of_an_object(pointed):
            return spots  # "The closure has cost traders in X …"
        if draft.kind in _ROUTES:
            first = Spot(pointed, Sign.PLACED, 0)
            sure = [s for s in spots if s.sign <= (Sign.WHERE if inside else Sign.LEADING)]
            return [*sure, first, *(s for s in spots if s not in sure)]
        first = Spot(pointed, Sign.OWNER, 0)
        agreed = [s for s in spots if draft.place is not None and paragraph.span(s.head).overlap(draft.place)]
        ordered = sorted(spots, key=lambda s: (max(s.sign, Sign.PLACED) > Sign.OBJECT, s not in agreed, s.sign))
        sure = [s for s in ordered if s.sign <= Sign.OBJECT]
        return [*sure, *([] if agreed else [first]), *(s for s in ordered if s not in sure)]

    def _pointed(self, place: Span | None, paragraph: Paragraph) -> Token | None:
        """The noun of the words that extraction points at."""
        tokens = None if place is None else paragraph.tokens(place)
        if tokens is None:
            return None
        head = tokens.root
        while head.dep_ == "compound" and head.head.i > head.i and head.head.lower_ not in _STAYS:
            head = head.head  # "the Narrow" of "the Narrow Sound"
        after = head.doc[head.i + 1 : head.i + 3]
        if len(after) == 2 and after[0].text in ("-", "–") and after[1].tag_ in ("VBN", "VBD", "JJ"):
            return None  # "the Bamar-led army"
        first = head.head if head.dep_ == "conj" else head
        if first.dep_ == "pobj" and first.head.lower_ == "by":
            return None  # "by road or rail"
        return first.head.head if ends_a_line(first) else head

    # ---- from what is told before
    def _teller_there(self, spots: list[Spot], paragraph: Paragraph) -> Place | None:
        """ "the mayor of Orsk said that the clinic there …": where the teller is at home."""
        tellers = [s.head for s in spots if s.sign == Sign.WITNESS and s.head.lower_ not in _THERE]
        return next((place for head in tellers if (place := self._named.meant(paragraph, head)) is not None), None)

    def _from_before(self, draft: ConditionDraft, paragraph: Paragraph, before: list[_Settled]) -> Place | None:
        """ "In Orsk the price … has doubled", and the next paragraph: "There is bread until Sunday," a baker said."""
        tokens = paragraph.tokens(draft.evidence)
        if draft.kind not in _WANT or tokens is None or paragraph.index == 0:
            return None
        if not local_teller(self._layers, paragraph, tokens.root):
            return None
        last = self._layers.paragraphs[paragraph.index - 1]
        near = [s for s in before if last.start <= s.draft.evidence.start < last.end and s.draft.kind in _WANT]
        return near[-1].place if near else None

    def _carried(self, draft: ConditionDraft, paragraph: Paragraph, before: list[_Settled]) -> Place | None:
        if draft.kind == "security":
            return None  # a truce or a calm has its own reach
        if self._told_of_a_country(draft, paragraph):  # a minister's word that of his country, or of where he tells of
            return self._beside(draft, before)
        if draft.kind == "access":
            return self._main_route(draft, paragraph) or self._closed_so_far(draft, paragraph, before)
        sentence = self._layers.sentence_at(draft.evidence.start)
        start = draft.evidence.start if sentence is None else sentence.start
        last = self._last(paragraph, before)
        put = self._named.spots(paragraph).placed_before(start)
        lived_in = [head for head in put if not is_route(head)]  # nobody lives on a road who could lack anything
        place = next((p for head in reversed(lived_in) if (p := self._named.meant(paragraph, head)) is not None), None)
        if last is None or last.place is None:
            return place
        return last.place if place is None or last.draft.evidence.end >= place.mention.start else place

    def _beside(self, draft: ConditionDraft, before: list[_Settled]) -> Place | None:
        """ "There is no insulin left in X, and two have died": where the sentence has put want before."""
        sentence = self._layers.sentence_at(draft.evidence.start)
        if draft.kind not in _WANT or sentence is None:
            return None
        own = [s for s in before if s.own and s.draft.kind in _WANT and s.draft.evidence.start >= sentence.start]
        return own[-1].place if own else None

    @staticmethod
    def _told_of_a_country(draft: ConditionDraft, paragraph: Paragraph) -> bool:
        tokens = paragraph.tokens(draft.evidence)
        if draft.kind == "access" or tokens is None:
            return False
        ours = (t for t in tokens if t.lemma_.lower() == "country" and t.dep_ in ("nsubj", "nsubjpass"))
        return national(tokens.root) or any(
            c.dep_ == "poss" for t in ours for c in t.children
        )  # "her country shelters"

    def _main_route(self, draft: ConditionDraft, paragraph: Paragraph) -> Place | None:
        """The route that the report is about, where the clause tells of something that passes or is shut."""
        tokens = paragraph.tokens(draft.evidence)
        if not self._passes(draft, paragraph):
            return None
        told = [t for t in tokens or () if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"]
        on = frozenset(kind for t in told for kind in carried_on(t))
        return self._named.main_route(draft.evidence.start, on or words("routes") - {"field"})

    def _closed_so_far(self, draft: ConditionDraft, paragraph: Paragraph, before: list[_Settled]) -> Place | None:
        """The route told most often so far to be closed or to be opened again: what "the closure" is of."""
        if draft.state == "open" or not self._passes(draft, paragraph):
            return None
        shut = [
            s.place for s in before
            if s.draft.kind == "access" and s.place is not None and s.place.name is not None and s.own
            and (s.draft.state == "blocked" or s.draft.status not in _TRUE)
        ]  # fmt: skip
        count = Counter(place.name for place in shut)
        return max(reversed(shut), key=lambda place: count[place.name], default=None)

    def _passes(self, draft: ConditionDraft, paragraph: Paragraph) -> bool:
        """Whether a clause tells of something that passes or is shut."""
        tokens = paragraph.tokens(draft.evidence)
        told = [t for t in tokens or () if t.pos_ in ("NOUN", "PROPN")]
        if tokens is not None and pronoun_of_a_way(tokens) is not None:
            return True
        return any(t.lemma_.lower() in lexicon(name) for t in told if t.dep_ != "compound" for name in _PASSING)

    def _last(self, paragraph: Paragraph, before: list[_Settled]) -> _Settled | None:
        """The condition told last in the paragraph that has a place."""
        inside = [
            s
            for s in before
            if s.draft.evidence.start >= paragraph.start and s.draft.status in _TRUE
            and s.place is not None and s.place.name is not None
            and (s.draft.kind != "access" or (s.own and not _a_way(s.place)))
        ]  # fmt: skip
        stayed = [s for s in inside if s.draft.kind != "displacement"]  # what they fled is no longer theirs
        return next(reversed(stayed), None)

    def _shares(self, draft: ConditionDraft) -> bool:
        paragraph = self._layers.paragraph_at(draft.evidence.start)
        return draft.kind in _WANT and paragraph is not None and not self._told_of_a_country(draft, paragraph)

    def _shared(self, settled: list[_Settled]) -> tuple[Place | None, ...]:
        """Needs told without a place have that of all the other needs, where these all have one and the same.

        Casualties have it where those of other places are told neither, and of that one twice at least.
        """
        needs, all_ = _one_place(settled, _NEEDS, 1), _one_place(settled, _WANT, 2)
        return tuple(self._sharing(s, needs if s.draft.kind in _NEEDS else all_) for s in settled)

    def _sharing(self, settled: _Settled, shared: Place | None) -> Place | None:
        """The place of a condition, or that which all others have: of "the dormitories" too, which have no name."""
        place = settled.place
        if shared is None or (place is not None and place.name is not None) or not self._shares(settled.draft):
            return place
        if place is None:
            return shared
        return place if self._elsewhere(place) else replace(shared, mention=place.mention)

    def _elsewhere(self, place: Place) -> bool:
        """Whether words without a name are for a whole region, or of another place: "the north", "Keth villages"."""
        if any(place.mention.overlap(self._layers.span(t.start, t.end)) for t in self._layers.toponyms):
            return True
        tokens = self._layers.tokens(place.mention)
        noun = None if tokens is None else tokens.root
        return noun is None or bool(kinds(noun) & _REGIONS) or noun.lemma_.lower() in words("directions")


def _a_way(place: Place) -> bool:
    """Whether the words for a place are of a road, a line or a port: nobody lives there who could lack anything."""
    return any(is_way(word) for word in place.mention.text.split())


def _one_place(settled: list[_Settled], of: frozenset[str], least: int) -> Place | None:
    """The only place with a name of all conditions of these kinds, where so many of them tell it at least."""
    told = (s for s in settled if s.draft.kind in of or (s.draft.kind == "access" and s.draft.affected is not None))
    named = [s.place for s in told if s.place and s.place.name]
    one = len({place.id or place.name for place in named}) == 1 and len(named) >= least
    return named[0] if one else None


def _inside(draft: ConditionDraft) -> Span | None:
    """The words for a place that extraction found in the condition's own."""
    return draft.place if draft.place is not None and draft.place in draft.evidence else None
