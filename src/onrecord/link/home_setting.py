"""Where a report stands: the state of its dateline, and the only state that it is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from spacy.tokens import Token

from onrecord.annotate.layers import Entity, Layers
from onrecord.link.allegiance import signs
from onrecord.link.bodies_words import is_seat
from onrecord.link.names import Names
from onrecord.link.posts_words import is_for_others
from onrecord.link.provinces import holder
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed

HOSTS = frozenset(
    "geneva|new york|vienna|brussels|the hague|united nations|strasbourg|montreux|camp david|lausanne".split("|")
)
"""Places that reports on other states, or on none, are dated from as readily as those on their own."""
_DATED = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*), (?:(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),? )(?:\d{4})?\.?"
)
"""A line that is only a place and a day: "Paris, 3 May 2024"."""
_SENT = re.compile(
    r"(?:[Oo]ur|[Aa]) (?:own )?[Cc]orrespondent,? (?:in |at )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_ITS = re.compile(r"(?:its|his|her|their)\b", re.IGNORECASE)
_CONTACT = frozenset("meet receive host greet tell telephone phone ring call welcome visit brief thank assure".split())
_BESIDE = frozenset(
    "border frontier crossing boundary relation tie talk war dispute treaty truce quarrel row call conversation meeting"
    " discussion summit exchange contact".split()
)
"""What somebody has with another's state."""
_HEADING = 4
_LINE = 100
"""Characters of a line that says where a correspondent sits, at most."""
_SIDE = re.compile(r"(?:[Oo]n|[Ff]rom|[Oo]ver|[Aa]cross) the (?P<name>[A-Z][\w’'-]+) (?:side|border|frontier)\b")


class Setting:
    """The states that act in one document and that of its dateline; `mentions` are all that were noticed."""

    def __init__(self, layers: Layers, names: Names, mentions: tuple[Noticed, ...], heads: Mapping[int, Token]) -> None:
        self._layers = layers
        self._names = names
        self._mentions = mentions
        self._heads = heads
        self.host = False
        """Whether the dateline's is a place of meetings, from which others are reported on."""
        self.active: Counter[Polity] = Counter()
        self.dateline: Polity | None = None
        self._read()
        self.dateline = self.dateline or self._dated()

    def _read(self) -> None:
        literal = {m.start for m in self._mentions if m.literal}
        noticed = {m.start for m in self._mentions}
        for entity in self._layers.entities:
            if entity.label not in ("GPE", "NORP", "LOC") or is_for_others(self._layers.text, entity.end):
                continue  # nor who only backs others: "an Iran-allied group"
            if self._in_dateline(entity):
                self.dateline = self.dateline or self._of_dateline(entity)
                continue
            if entity.start in literal or (is_seat(entity) and entity.start not in noticed):
                continue  # only where something is, or in a treaty's name
            if (polity := self.state(entity)) is not None:
                self.active[polity] += 1

    def state(self, entity: Entity) -> Polity | None:
        """The state that an entity names, or whose capital; None of any other."""
        if entity.label not in ("GPE", "NORP", "LOC"):
            return None
        return self._names.state(entity) or self._names.capitals.get(self._names.words(entity).casefold())

    def _of_dateline(self, entity: Entity) -> Polity | None:
        words = self._names.words(entity)
        self.host = self.host or words.casefold() in HOSTS
        return self.state(entity) or (holder(words.title().split(), self._names.tells_of) if words.isupper() else None)

    def _dated(self) -> Polity | None:
        """The state of the place that one of the first lines gives with a day, or where a correspondent sits."""
        for paragraph in self._layers.paragraphs[: _HEADING + 2]:
            line = self._layers.text[paragraph.start : paragraph.end]
            found = _DATED.fullmatch(line) or (_SENT.search(line) if len(line) < _LINE else None)
            if found is None:
                continue
            start, end = (paragraph.start + at for at in found.span("place"))
            named = list(self._names.entities.within(start, end))
            self.host = self.host or (bool(named) and found["place"].casefold() in HOSTS)
            told = (*map(self.state, named), self._names.capitals.get(found["place"].casefold()))
            if (polity := next((p for p in told if p is not None), None)) is not None:
                return polity
        return None

    def _in_dateline(self, entity: Entity) -> bool:
        """Whether a place opens a paragraph in capitals, or follows one that does ("PORT AMARE, Velland (Atlas)")."""
        paragraph = self._layers.paragraph_at(entity.start)
        if paragraph is None or entity.start - paragraph.start > 40:
            return False
        before = self._layers.text[paragraph.start : entity.start]
        words = self._layers.text[entity.start : entity.end]
        return (not before and words.isupper()) or (before.rstrip(", ").isupper() and before.endswith(", "))

    # --- whose report it is
    def subject(self, homeless: frozenset[Referent]) -> Polity | None:
        """The only state that acts or owns anything in a document; else that of its dateline, where it does so too.

        One to which things are only done is not it: "NEW DELHI: The ministry rejected Pakistan's remarks". `homeless`
        are the officials and bodies that no words give a state: where these act upon a state, it is another's.
        """
        if len(self.active) == 1:
            only = next(iter(self.active))
            if self.dateline not in (None, only) and not self._leads(only):
                return None if self.host else self.dateline
            if not self._is_other(only, homeless):
                return only
            return self.dateline if self.dateline != only and not self.host else None
        if self.dateline is None or (self.host and self.dateline not in self.active):
            return None
        return self.dateline if self.dateline in self.active or not self.active or self._opens(homeless) else None

    def others(self, homeless: frozenset[Referent]) -> frozenset[Polity]:
        """The states that a report shows not to be the one it is written from."""
        if len(self.active) > 1:
            return frozenset()
        return frozenset(polity for polity in self.active if self._is_other(polity, homeless))

    def foreign_signs(self, polity: Polity, homeless: frozenset[Referent]) -> tuple[bool, bool, bool, bool]:
        """Whether a state is told as next door, by its envoys, across a border, or as whom the homeless meet."""
        return (
            self._next_door(polity),
            self._has_envoys(polity),
            self._across(polity),
            self._is_met(polity, homeless),
        )

    def _opens(self, homeless: frozenset[Referent]) -> bool:
        """Whether the first to act in a report is an official or body whose state it does not tell."""
        for mention in self._mentions:
            if mention.subject and mention.quote is None and mention.referent is not None and not mention.literal:
                return mention.referent in homeless
        return False

    def _leads(self, polity: Polity) -> bool:
        """Whether a state or somebody of it is the subject of what a report itself tells, not of words it reports."""
        return any(
            m.subject
            and any(r.polity == polity for r in m.referents)
            and self._heads[m.head].head.dep_ not in ("ccomp", "relcl")
            for m in self._mentions
        )

    def _is_other(self, polity: Polity, homeless: frozenset[Referent]) -> bool:
        """Whether a report shows that a state is not the one it is written from, of whose officials it names none."""
        if self._next_door(polity) or (polity != self.dateline and self._has_envoys(polity)):
            return True
        return polity != self.dateline and (self._across(polity) or self._is_met(polity, homeless))

    def _across(self, polity: Polity) -> bool:
        """Whether a report speaks of the far side of a border, or of what somebody has "with" a state."""
        for side in _SIDE.finditer(self._layers.text):
            entity = self._names.entities.at(side.start("name"))
            if entity is not None and self.state(entity) == polity:
                return True
        return False

    def _is_met(self, polity: Polity, homeless: frozenset[Referent]) -> bool:
        """Whether officials of no told state meet, accuse or border on somebody of a state, in a main clause."""
        for mention in self._mentions:
            if mention.subject or not any(r.polity == polity for r in mention.referents):
                continue
            head = self._heads[mention.head]
            above = head.head
            if head.dep_ == "pobj" and above.lower_ == "with" and _is_beside(above):
                return True
            verb = above.head if head.dep_ == "pobj" and above.lower_ in ("with", "to", "by") else above
            direct = head.dep_ in ("dobj", "pobj", "dative") and verb.pos_ == "VERB"
            if direct and verb.lemma_ in (_CONTACT | signs().against) and self._acts(verb, homeless):
                return True
        return False

    def _acts(self, verb: Token, homeless: frozenset[Referent]) -> bool:
        """Whether the subject of a verb is one of `homeless`."""
        paragraph = id(verb.doc)
        found = (self._subjects.get((paragraph, t.idx), ()) for t in verb.children if t.dep_ == "nsubj")
        return any(referent in homeless for referents in found for referent in referents)

    @cached_property
    def _subjects(self) -> Mapping[tuple[int, int], Sequence[Referent]]:
        """The subjects of verbs by the parse and the place of their heads in it."""
        told: dict[tuple[int, int], list[Referent]] = defaultdict(list)
        for mention in self._mentions:
            if mention.subject and mention.referent is not None:
                head = self._heads[mention.head]
                told[id(head.doc), head.idx].append(mention.referent)
        return told

    def _has_envoys(self, polity: Polity) -> bool:
        """Whether a report tells of a state's ambassador or embassy, not as "its" own: it is written elsewhere."""
        told = (m for m in self._mentions if _ITS.match(self._layers.text, m.reach_start) is None)
        referents = {r for m in told for r in m.referents if polity in (r.polity, *(post.polity for post in r.posts))}
        return any(
            r.head in ("embassy", "consulate")
            or any(post.role.role == "ambassador" and self._is_sent_here(post.target) for post in r.posts)
            for r in referents
        )

    def _is_sent_here(self, target: tuple[str, str] | None) -> bool:
        """Whether an envoy is sent to where the report is dated from, or nobody tells where."""
        first = self._layers.text[: self._layers.paragraphs[0].end].casefold()
        return target is None or target[1].casefold() in first

    def _next_door(self, polity: Polity) -> bool:
        """Whether a report calls a state "neighbouring X": it is not the one it writes from."""
        text = self._layers.text
        named = (e for e in self._layers.entities if text.endswith(("neighbouring ", "neighboring "), 0, e.start))
        return any(self.state(entity) == polity for entity in named)

    def first_named(self, polity: Polity) -> int:
        """Where the paragraph begins in which a state is first named; the beginning of the text for none."""
        for entity in self._layers.entities:
            if self.state(entity) == polity:
                paragraph = self._layers.paragraph_at(entity.start)
                return entity.start if paragraph is None else paragraph.start
        return 0


def _is_beside(preposition: Token) -> bool:
    """Whether "with" belongs to a border, a call or the like, or to the verb that has one for its object."""
    above = preposition.head
    nouns = [above, *(t for t in above.children if t.dep_ == "dobj")]
    nouns += [t.head.head for t in nouns if t.dep_ == "pobj"]
    nouns += [o for t in nouns for c in t.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    return any(noun.lemma_.lower() in _BESIDE for noun in nouns)
