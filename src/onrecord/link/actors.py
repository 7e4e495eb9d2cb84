"""Who a mention stands for: the door of the actors' room.

The document's mentions are found once, in one pass (`onrecord.link.stage`); a span given by another room is
answered by the mentions whose head words lie in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.entities_slots import initials, turns_of
from onrecord.annotate.layers import Layers
from onrecord.extract.statements_audiences import is_outlet
from onrecord.link import coreference as coref
from onrecord.link.appositions import named_beside
from onrecord.link.delegations import Delegations
from onrecord.link.letters import recipient
from onrecord.link.phrases import unnamed
from onrecord.link.places import PlaceLinker
from onrecord.link.posts_words import is_for_others
from onrecord.link.referents import OF_STATE, Referent
from onrecord.link.scene import Noticed
from onrecord.link.stage import Stage
from onrecord.link.times import TimeLinker
from onrecord.link.voices_of import belonging_to, speaking_for
from onrecord.model import Actor, Span

_QUOTES = " \t\n\"“”'‘’,.;:—–-"


_COURTESIES = frozenset(["colleague", "colleagues", "friend", "friends", "sir", "sirs", "madam", "editor"])
"""Salutations that do not tell to whom a letter is written."""
_LONGEST_TAG = 3
"""Letters of the longest label that is somebody's initials."""
_LONGEST_PRONOUN = len("themselves")
_OWNING = frozenset(["his", "her", "its", "their", "my", "our"])
_MODIFYING = ("compound", "amod", "nmod", "poss")


class ActorLinker:
    """Links the actor mentions of one document, from the whole of it."""

    def __init__(self, layers: Layers, times: TimeLinker | None = None, places: PlaceLinker | None = None) -> None:
        self._layers = layers
        self._times = times
        self._places = places
        self._tops: dict[tuple[int, int], list[Noticed]] = {}

    @cached_property
    def stage(self) -> Stage:
        """The document's mentions, found when first asked for."""
        return Stage(self._layers, self._times, self._places)

    @cached_property
    def delegations(self) -> Delegations:
        """Who speaks for the sides of a paper that they issue together."""
        return Delegations(self.stage)

    @cached_property
    def _ordered(self) -> tuple[list[Noticed], list[int]]:
        mentions = sorted((m for m in self.stage.noticed if m.form != "together"), key=lambda m: m.head)
        return mentions, [m.head for m in mentions]

    def actors(self, span: Span, voice: Actor | None = None, audience: tuple[Actor, ...] = ()) -> tuple[Actor, ...]:
        """The referents of `span`, in text order: several for "Armenia and Azerbaijan" or "the two".

        `voice` is the speaker in whose statement the span stands (for "we", "our government"), `audience`
        those addressed there (for "you"). "We" in the mouth of an official is the official and those he speaks for.
        """
        top = self._top(span)
        if not top or self._only_modified(top, span) or _only_where(top, span):
            return (unnamed(self.stage.names, span),)
        found: list[Actor] = []
        for mention in top:
            words = span if len(top) == 1 else self._words(mention, span)
            found.extend(self._actors(mention, words, voice, audience))
        return tuple(found) or (unnamed(self.stage.names, span),)

    def actor(self, span: Span, voice: Actor | None = None, audience: tuple[Actor, ...] = ()) -> Actor:
        """The one referent of `span`, as `actors`; unresolved where there is none or several."""
        found = self.actors(span, voice, audience)
        if (len(found) != 1 or found[0].resolved_by == "unresolved") and span.end - span.start > _LONGEST_PRONOUN:
            named = named_beside(self._layers, self.stage.cast, span)
            if named is not None:
                told = found[0].office if len(found) == 1 else None
                actor = named.actor(span, "name")
                return actor if told is None else replace(actor, office=told)
        if len(found) == 1 or (len(found) > 1 and len({actor.id or id(actor) for actor in found}) == 1):
            return found[0]
        if found and span.text.casefold() in coref.WE:
            return found[0]
        top = self._top(span)
        main = (self._governing(top, span) or self._apposed(top, span) or _twice(top)) if len(top) > 1 else None
        if main is not None:
            return (self._actors(main, span, voice, audience) or found)[0]
        return Actor(mention=span)

    def mentions(self) -> tuple[Actor, ...]:
        """Every linked or unresolved name of a person, office, organisation, state or group, in text order; where words
        stand for several ("the Kenyan and Ugandan presidents"), the first of them."""
        return self._mentions

    @cached_property
    def _mentions(self) -> tuple[Actor, ...]:
        return tuple(named[0] for named in self.all_mentions)

    @cached_property
    def all_mentions(self) -> tuple[tuple[Actor, ...], ...]:
        """The same, with all for whom the words stand."""
        return tuple(self._named())

    def _named(self) -> Iterator[tuple[Actor, ...]]:
        for mention in sorted(self.stage.noticed, key=lambda m: (m.start, -m.end)):
            if mention.form in ("pronoun", "dual", "together", "relative") or not mention.referents or mention.literal:
                continue
            referent = mention.referents[0]
            if (
                mention.form == "role"
                and referent.name is None
                and not (referent.candidates or _holds_office(referent))
            ):
                continue
            words = self._layers.span(mention.start, mention.end)
            yield tuple(one.actor(words, mention.by) for one in mention.referents)

    def _spoken_to(self, mention: Noticed) -> tuple[Actor, ...]:
        """Whom "you" means where nobody is quoted: to whom a post replies, or a letter is written."""
        replied = self.stage.authors.spoken_to(mention.head)
        if replied is not None:
            return (replied.actor(None, "coreference"),)
        to = recipient(self._layers)
        if to is None or to.start <= mention.head < to.end or to.text.lower() in _COURTESIES:
            return ()
        return (self.actor(to),)

    def initialled(self, label: Span) -> Span | None:
        """The first naming of the one person whose initials a turn's label is: "A.L.:" of Ada Lind; None of others."""
        tag = label.text.replace(".", "")
        if not 2 <= len(tag) <= _LONGEST_TAG or label.text not in self._turns:
            return None
        return self._initialled.get(tag)

    @cached_property
    def _turns(self) -> frozenset[str]:
        return turns_of(self._layers.text)

    @cached_property
    def _initialled(self) -> dict[str, Span]:
        """By initials the first naming of whom they are of, where they are of one person."""
        found: dict[str, dict[Referent, Span]] = {}
        for naming in self.stage.cast.namings:
            first = found.setdefault(initials(naming.person.name or ""), {})
            first.setdefault(naming.person, self._layers.span(naming.entity.start, naming.entity.end))
        return {tag: next(iter(spans.values())) for tag, spans in found.items() if len(spans) == 1}

    # --- which mentions a span is about
    def _top(self, span: Span) -> list[Noticed]:
        """The mentions whose head lies in the span, without those inside the noun phrase of another."""
        at = span.start, span.end
        if at not in self._tops:
            self._tops[at] = self._outermost(span)
        return self._tops[at]

    def _outermost(self, span: Span) -> list[Noticed]:
        mentions, heads = self._ordered
        low, high = bisect_left(heads, span.start), bisect_left(heads, span.end)
        inside = mentions[low:high]
        if not inside:
            around = [m for m in mentions[max(0, low - 8) : high + 8] if m.start < span.end and span.start < m.end]
            return around[:1]
        kept = [m for m in inside if not any(_holds(o, m) for o in inside if o is not m)]
        return [m for m in kept if not self._owns_another(m, kept)]

    def _owns_another(self, mention: Noticed, others: list[Noticed]) -> bool:
        """Whether a state's name only tells whose another name is: "Britain's BTN television"."""
        head = self.stage.heads.get(mention.head)
        if head is None or head.dep_ != "poss" or mention.form != "state":
            return False
        named = (self.stage.heads.get(o.head) for o in others if o is not mention and o.form == "name")
        return any(t is not None and t.doc is head.doc and head.i < t.i and head.head in (t, t.head) for t in named)

    def _only_modified(self, top: list[Noticed], span: Span) -> bool:
        """Whether the names in a span only say what sort of thing its head is ("a Bloomberg poll", "Lomavi dockers").

        A possessor of a thing is left to answer for it ("Azerbaijan's blockade").
        """
        head = self.stage.heads.get(top[0].head) if len(top) == 1 else None
        if head is not None and top[0].form == "state" and is_for_others(self._layers.text, top[0].end):
            return True  # "an Iran-allied group"
        if head is None or head.dep_ not in _MODIFYING:
            return False
        paragraph = self._layers.paragraph_at(span.start)
        tokens = paragraph.tokens(span) if paragraph is not None else None
        if tokens is None or tokens.root.pos_ != "NOUN" or (top[0].form == "name" and is_outlet(tokens.root)):
            return False
        if top[0].start == span.start and self._layers.text[top[0].end : span.end].startswith(
            (" of ", " from ", " at ")
        ):
            return False  # "Sgt Ray Moon of the harbour police"
        if head.doc is not tokens.doc or head.i >= tokens.root.i:
            return False
        return head.head.i == tokens.root.i and _modifies(head, tokens.root)

    def _apposed(self, top: list[Noticed], span: Span) -> Noticed | None:
        """The one name of a span that commas set beside the rest ("Flynn, a top surrogate,", "its main ally, Osk")."""
        people = [m for m in top if m.form == "name" and m.referent is not None and m.referent.kind == "person"]
        if len(people) == 1 and all(m.form == "state" for m in top if m is not people[0] and m.start < people[0].start):
            top = [m for m in top if m.form != "state"]  # "by video link from Shirin, Anneke Vold, who heads …"
        for mention in top:
            if mention.form not in ("name", "state") or mention.referent is None or mention.literal:
                continue
            before = self._layers.text[span.start : mention.start].rstrip()
            after = self._layers.text[mention.end : span.end].lstrip()
            owned = before.lower() in _OWNING or before.endswith(("'s", "’s"))
            if owned and mention.form == "name" and not after.strip(_QUOTES):
                return mention  # "her lawyer Gordon Flett"
            person = mention.form == "name" and mention.referent.kind == "person"
            named_first = person and not before and after.startswith((",", "of ", "from ", "(", "at "))
            if (
                named_first
                or (not before and after.startswith(","))
                or (before.endswith(",") and not after.strip(_QUOTES))
            ):
                return mention
        return None

    def _governing(self, top: list[Noticed], span: Span) -> Noticed | None:
        """The mention that the whole span is about, where one holds all of it."""
        whole = [m for m in top if m.reach_start <= span.start + 1 and m.reach_end >= span.end - 1]
        return whole[0] if len(whole) == 1 else None

    def _words(self, mention: Noticed, span: Span) -> Span:
        start, end = max(mention.start, span.start), min(mention.end, span.end)
        if start >= end:
            return self._layers.span(mention.start, mention.end)
        return self._layers.span(start, end)

    def _actors(
        self, mention: Noticed, words: Span, voice: Actor | None, audience: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        bare = mention.form in coref.WE and words.end <= mention.end  # "our count", but not whose "our country" is
        author = self.stage.authors.at(mention.head, alone=not bare) if voice is None else None
        if voice is None and author is not None:
            voice = author.actor(None, "coreference")
        if mention.form in coref.FIRST:
            return speaking_for(words, voice, alone=True)
        if mention.form in coref.WE:
            return speaking_for(words, voice, alone=False)
        if mention.form in coref.YOU:
            told = audience or self._spoken_to(mention)
            return tuple(_again(actor, words) for actor in told) or (Actor(mention=words),)
        if not mention.referents:
            return (Actor(mention=words),)
        if mention.ours and voice is not None and len(mention.referents) == 1:
            return (belonging_to(voice, mention.referents[0], words),)
        return tuple(_flat(mention, words))


def _only_where(top: list[Noticed], span: Span) -> bool:
    """Whether the only name in a span tells where its head is: "media reports in Chad" are nobody's."""
    one = top[0]
    before = span.text[: max(one.start - span.start, 0)].split()
    inside = len(before) > 1 and before[-1] in ("in", "from", "across")
    return len(top) == 1 and one.literal and one.form == "state" and inside


def _holds_office(referent: Referent) -> bool:
    """Whether somebody without a name is told by an office: "a senior Iranian diplomat", no "the woman"."""
    return any(
        post.polity is not None or post.body is not None or post.target is not None or post.role.sector in OF_STATE
        for post in referent.posts
    )


def _twice(top: list[Noticed]) -> Noticed | None:
    """The first of two titles of one unnamed person ("Qatar's prime minister and foreign minister")."""
    roles = [m for m in top if m.form == "role" and m.referent is not None and m.referent.kind == "person"]
    posts = [m.referent.posts[0] for m in roles if m.referent is not None and m.referent.posts]
    if len(roles) != 2 or len(posts) != 2 or any(m.referent is None or m.referent.name for m in roles):
        return None
    single = not any(post.role.plural for post in posts)
    return roles[0] if single and posts[0].polity is not None and posts[1].polity is None else None


def _modifies(head: Token, root: Token) -> bool:
    return head.dep_ in ("compound", "amod", "nmod") or (head.dep_ == "poss" and root.tag_ == "NNS")


def _flat(mention: Noticed, words: Span) -> Iterator[Actor]:
    for referent in mention.referents:
        yield from _members(referent, mention, words)


def _members(referent: Referent, mention: Noticed, words: Span) -> Iterator[Actor]:
    for member in referent.members or (referent,):
        yield member.actor(words, mention.by)


def _holds(outer: Noticed, inner: Noticed) -> bool:
    """Whether a mention lies in the noun phrase of another."""
    if (outer.reach_start, outer.reach_end) == (inner.reach_start, inner.reach_end):
        return outer.head < inner.head and outer.form in ("role", "body")
    return outer.reach_start <= inner.start and inner.end <= outer.reach_end and not (
        inner.reach_start <= outer.start and outer.end <= inner.reach_end
    )  # fmt: skip


def _again(actor: Actor, words: Span) -> Actor:
    return replace(actor, mention=words, resolved_by="coreference" if actor.name else "unresolved")
