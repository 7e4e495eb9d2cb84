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
from onrecord.link.conditions_named import NamedPlaces
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
        spots = [s for s in spots if not (self._caused(draft, paragraph, s) or self._named.person(paragraph, s.head))]
        stands = any(s.sign <= Sign.PLACED and _somewhere(s.head) for s in spots) and draft.kind == "access"
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
                return self._as_told(place, spot, draft, paragraph), True
        least = Sign.MOVING if draft.kind == "access" else Sign.LEADING
        told = next((s for s in spots if s.sign <= least and _somewhere(s.head)), None)
        again = told is not None and _as_known(told.head, draft.kind)
        carried = self._carried(draft, paragraph, before) if told is None or again else None
        if again and told is not None and carried is not None:
            return replace(carried, mention=paragraph.span(noun_phrase(told.head))), False
        carried = carried or self._from_before(draft, paragraph, before)
        told_by = next((s.head for s in spots if _somewhere(s.head)), None)
        if carried is None and told_by is not None:
            return self._named.bare(paragraph, told_by), False
        return carried, False

    @staticmethod
    def _caused(draft: ConditionDraft, paragraph: Paragraph, spot: Spot) -> bool:
        """Whether a place stands in the words for what brought a plight about: the road that is shut, not who lacks."""
        cause = draft.cause
        return cause is not None and draft.kind != "access" and paragraph.span(spot.head).overlap(cause) > 0

    def _as_told(self, place: Place, spot: Spot, draft: ConditionDraft, paragraph: Paragraph) -> Place:
        """The place in the words for the route that is there ("the first ferry … at Rill"), or with those beside it."""
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
        inside = _inside(draft) is not None
        if not inside and draft.kind == "access" and _of_an_object(pointed):
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
        while head.dep_ == "compound" and head.head.i > head.i:
            head = head.head  # "the Narrow" of "the Narrow Sound"
        after = head.doc[head.i + 1 : head.i + 3]
        if len(after) == 2 and after[0].text in ("-", "–") and after[1].tag_ in ("VBN", "VBD", "JJ"):
            return None  # "the Bamar-led army"
        first = head.head if head.dep_ == "conj" else head
        return None if first.dep_ == "pobj" and first.head.lower_ == "by" else head  # "by road or rail"

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
        if draft.kind == "security" or self._told_of_a_country(draft, paragraph):
            return None  # a truce or a calm has its own reach, a minister's word that of his country
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
        told = [t for t in paragraph.tokens(draft.evidence) or () if t.pos_ in ("NOUN", "PROPN")]
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

        Casualties have it where those of other places are told neither.
        """
        needs, all_ = (_one_place(settled, kinds_) for kinds_ in (_NEEDS, _WANT))
        return tuple(
            s.place if s.place is not None or not self._shares(s.draft) else (needs if s.draft.kind in _NEEDS else all_)
            for s in settled
        )


def _as_known(noun: Token, kind: str) -> bool:
    """Whether a noun without a name is told as if one knew where: "the clinic is out of serum", "on the far side"."""
    if kind == "access":
        return noun.lemma_.lower() in words("sides") and not any(c.lower_ == "of" for c in noun.rights)
    return kind in _WANT and _definite(noun)


def _definite(noun: Token) -> bool:
    """Whether a noun means what the reader knows: "the hospital", "the town", "the wards"."""
    return (
        noun.tag_ in ("NN", "NNS")
        and any(c.lower_ in ("the", "this", "its") for c in noun.lefts)
        and not is_route(noun)
    )


def _of_an_object(noun: Token) -> bool:
    """Whether a noun only places the object of a verb, whoever feels what is told."""
    return noun.dep_ == "pobj" and noun.head.head.dep_ in ("dobj", "dative") and not is_route(noun)


def _a_way(place: Place) -> bool:
    """Whether the words for a place are of a road, a line or a port: nobody lives there who could lack anything."""
    return any(is_way(word) for word in place.mention.text.split())


def _one_place(settled: list[_Settled], of: frozenset[str]) -> Place | None:
    """The only place with a name of all conditions of these kinds."""
    told = (s for s in settled if s.draft.kind in of or (s.draft.kind == "access" and s.draft.affected is not None))
    named = {s.place.id or s.place.name: s.place for s in told if s.place and s.place.name}
    return next(iter(named.values())) if len(named) == 1 else None


def _inside(draft: ConditionDraft) -> Span | None:
    """The words for a place that extraction found in the condition's own."""
    return draft.place if draft.place is not None and draft.place in draft.evidence else None


def _somewhere(noun: Token) -> bool:
    """Whether a noun without a name tells a place: by its kind, or by its preposition ("at the tape")."""
    placed = noun.dep_ == "pobj" and noun.head.lower_ in words("placing") | words("moving")
    return bool(kinds(noun)) or placed or noun.ent_type_ in ("FAC", "GPE", "LOC")
