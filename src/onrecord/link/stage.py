"""Everybody comes on: the one pass over a document that finds all mentions and resolves what it can."""

from __future__ import annotations

from msgspec.structs import replace
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.annotate.syntax import antecedent
from onrecord.link import coreference as coref
from onrecord.link.authors import Authors
from onrecord.link.bodies import Bodies
from onrecord.link.bodies_words import is_seat, ministry
from onrecord.link.cast import Cast, Naming
from onrecord.link.framed import Frames
from onrecord.link.home import settle
from onrecord.link.introductions import Introductions
from onrecord.link.issuers import Issuers
from onrecord.link.known import Known
from onrecord.link.named_later import settle_named_later
from onrecord.link.names import Names
from onrecord.link.pairs import Pairs
from onrecord.link.placed import Placed
from onrecord.link.places import PlaceLinker
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import Noticed, Quotes, is_literal, is_subject, phrase
from onrecord.link.seats import Seats
from onrecord.link.seats_shared import seated
from onrecord.link.stage_pronouns import Antecedents
from onrecord.link.stage_speakers import Speakers
from onrecord.link.times import TimeLinker
from onrecord.link.titles import Titles
from onrecord.model.vocabulary import ResolvedBy
from onrecord.resources.institutions import body_noun

SERVING = frozenset(
    ["spokesperson", "deputy", "official", "minister", "foreign_minister", "defence_minister", "interior_minister",
     "ambassador", "head_of_government"]
)  # fmt: skip
"""Roles that somebody fills for the state of him whose they are: "his spokeswoman", "her deputy"."""


_NAMING = frozenset(["NOUN", "PROPN", "NUM", "DET", "ADJ"])
"""Parts of speech of the words, beside names and pronouns, that may mention somebody."""
_UNREAD = ("TITLE", "OTHER", "FAC")
"""Labels of names that are read as other words are."""


def _lone(found: tuple[Referent, ...]) -> bool:
    """Whether what "they" was taken for is nobody, or one body."""
    return not found or (len(found) == 1 and not found[0].plural and found[0].kind != "people")


def _is_ours(head: Token) -> bool:
    """Whether a noun belongs to whoever speaks: "my husband", "our forces"."""
    for child in head.children:  # noqa: SIM110  (asked of every mention: an inner generator costs as much again)
        if child.dep_ == "poss" and child.lower_ in ("my", "our"):
            return True
    return False


class Stage:
    """The mentions of a document in text order, resolved as far as the text alone goes."""

    def __init__(self, layers: Layers, times: TimeLinker | None = None, places: PlaceLinker | None = None) -> None:
        self.layers = layers
        self.placed = Placed(layers, places or PlaceLinker(layers))
        self.frames = Frames(layers, times)
        self.names = Names(layers)
        self.cast = Cast(layers, self.names)
        self.known = Known(self.names)
        self.quotes = Quotes(layers)
        self.noticed: list[Noticed] = []
        self.heads: dict[int, Token] = {}
        self.things: list[tuple[int, int | None, bool, bool]] = []
        self._seats = Seats(layers)
        self.pairs = Pairs(self)
        self.bodies = Bodies(self.names, self.known, self)
        self.titles = Titles(self.names, self.known, self.cast, self)
        self._introductions = Introductions(layers, self.noticed, self.heads)
        self._issuers = Issuers(layers)
        self._antecedents = Antecedents(self)
        self._namings = {n.entity.start: n for n in self.cast.namings}
        self._by_paragraph: dict[int, list[Naming]] = {}
        for naming in self.cast.namings:
            self._by_paragraph.setdefault(naming.paragraph.index, []).append(naming)
        self.speakers = Speakers(layers, self._by_paragraph)
        self.sentence = 0
        for paragraph in layers.paragraphs:
            self._read(paragraph)
        self.authors = Authors(self)
        settle_named_later(self.noticed, self.cast.persons)
        self.home, self.others = settle(layers, self.names, self.noticed, self.heads)
        settle_named_later(self.noticed, self.cast.persons)  # once more: whose an official is may be known only now

    def issuer_at(self, offset: int) -> Polity | None:
        """The state whose authorities issued what stands at `offset`, as the last heading before it tells."""
        return self._issuers.at(offset, self.noticed)

    def _read(self, paragraph: Paragraph) -> None:
        covered = self._titles_before_names(paragraph)
        done: set[int] = set()
        entities = iter(self.names.entities.within(paragraph.start, paragraph.end))
        entity = next(entities, None)
        for token in paragraph.words:
            if token.is_sent_start:
                self.sentence += 1
                self.pairs.between(paragraph, token)
            if token.is_space or (token.is_punct and token.lower_ != "'s"):
                continue
            offset = paragraph.start + token.idx
            while entity is not None and entity.end <= offset:
                entity = next(entities, None)
            if entity is not None and entity.start <= offset and entity.label not in _UNREAD:
                if entity.start not in done:
                    done.add(entity.start)
                    self._name(paragraph, entity)
            elif (kind := token.pos_) == "PRON" or token.tag_ == "PRP$":
                self._pronoun(paragraph, token)
            elif kind in _NAMING and token.i not in covered:
                self._noun(paragraph, token, kind)
        self.pairs.contacts_in(paragraph)

    def _titles_before_names(self, paragraph: Paragraph) -> set[int]:
        namings = self._by_paragraph.get(paragraph.index, [])
        return {i for naming in namings for i in range(naming.start, naming.last.i + 1)}

    # --- names
    def _name(self, paragraph: Paragraph, entity: Entity) -> None:
        if entity.label == "PERSON" and not self.names.is_place(entity):
            naming = self._namings.get(entity.start)
            if naming is not None:
                self._person(naming)
            return
        head = paragraph.between(entity.start - paragraph.start, entity.end - paragraph.start).root
        if entity.label == "NORP" and (head.dep_ in ("amod", "compound", "nmod") or head.pos_ == "ADJ"):
            return
        if self._common(paragraph, entity, head):
            return
        referent = self.known.entity(entity)
        seat = is_seat(entity)
        if referent is None or self._seats.is_nobody(entity, head):
            return
        placed = entity.label in ("GPE", "LOC") or self.names.is_place(entity) or self._seats.is_town(entity)
        own = self.names.is_own_place(entity)
        placed = placed or own
        city = seat or (placed and not entity.keys) or entity.label == "LOC" or own
        dateline = entity.start == paragraph.start and self.names.words(entity).isupper()
        literal = placed and (is_literal(head, city=city) or dateline)
        if not literal and (seat or (city and placed)):
            state = referent if seat else None
            referent = seated(self.known, self.layers, self.names.words(entity), state) or referent
        by: ResolvedBy = "metonym" if seat else "demonym" if entity.label == "NORP" else "name"
        by = "unresolved" if entity.is_open or (seat and not referent.id) else by
        self.notice(paragraph, head, "state" if entity.label == "GPE" else "name", (referent,), by,
                    start=entity.start, end=entity.end, literal=literal)  # fmt: skip

    def _common(self, paragraph: Paragraph, entity: Entity, head: Token) -> bool:
        """Whether a tagged name is only a common noun for a body ("Ministry of Foreign Affairs", of Tarnmark)."""
        if entity.label != "ORG" or entity.keys:
            return False
        own = self.names.words(entity).split()
        noun = body_noun(own)
        if noun is None or len(noun.words) != len(own):
            noun = ministry(own)
        if noun is None:
            return False
        tokens = paragraph.between(entity.start - paragraph.start, entity.end - paragraph.start)
        start = tokens[0] if "of" in own else head
        return self.bodies.named(paragraph, start, noun, last=tokens[-1])

    def _person(self, naming: Naming) -> None:
        doc = naming.paragraph.parse
        head = naming.first if naming.first.i == naming.last.i else Tokens(doc, naming.first.i, naming.last.i + 1).root
        start = naming.paragraph.start + doc[naming.start].idx
        self._serve(naming)
        self.notice(naming.paragraph, head, "name", (naming.person,), "name", start=start, end=naming.entity.end,
                    at=naming.entity.start)  # fmt: skip

    def _serve(self, naming: Naming) -> None:
        """Tell an official of unknown state whose he is by a pronoun: "his spokeswoman Petra Lund" is the premier's.

        "Its spokesman Jan Holm" is that of the body or state told before.
        """
        person = naming.person
        if person.polity is not None or not any(post.role.role in SERVING for post in person.posts):
            return
        pronoun = naming.paragraph.parse[max(naming.start - 1, 0)]
        owner = self.referent_at(naming.paragraph, pronoun) if pronoun.lower_ in ("his", "her", "its") else None
        owner = (self._antecedents.spoke_before() or owner) if pronoun.text == "Its" else owner
        if owner is not None and owner is not person and (owner.kind == "person") == (pronoun.lower_ != "its"):
            person.polity = owner.polity
            person.serves = person.serves or owner

    def notice(
        self, paragraph: Paragraph, head: Token, form: str, referents: tuple[Referent, ...], by: ResolvedBy, *,
        start: int | None = None, end: int | None = None, literal: bool = False, at: int | None = None,
    ) -> Noticed:  # fmt: skip
        """Put a mention on record; its words are `start`–`end`, or the noun phrase of `head`."""
        reach = phrase(paragraph, head)
        first = paragraph.start + reach[0] if start is None else start
        last = paragraph.start + reach[1] if end is None else end
        offset = paragraph.start + head.idx if at is None else at
        mention = Noticed(
            first, last, min(first, paragraph.start + reach[0]), max(last, paragraph.start + reach[1]), offset,
            self.sentence, paragraph.index, form, referents, by, is_subject(head), self.quotes.at(offset), literal,
            _is_ours(head),
        )  # fmt: skip
        self.noticed.append(mention)
        self.heads[offset] = head
        self._introductions.read(mention)
        if head.dep_ == "conj" and form not in ("pronoun", "dual", "together", "relative"):
            self._together(mention, head)
        return mention

    def _together(self, mention: Noticed, head: Token) -> None:
        """Put those that are coordinated on record as several, for "they" and "their"."""
        heads = {head.i} | {t.i for t in head.conjuncts}
        others = [m for m in self.noticed[-6:] if m.sentence == mention.sentence and m.form != "together"
                  and m is not mention and self.heads[m.head].i in heads]  # fmt: skip
        referents = tuple(dict.fromkeys(r for m in (*others, mention) for r in m.referents))
        if others and len(referents) > 1:
            self.noticed.append(
                replace(mention, form="together", referents=referents, start=others[0].start, subject=others[0].subject)
            )

    # --- nouns
    def _noun(self, paragraph: Paragraph, token: Token, kind: str) -> None:
        if self.pairs.read(paragraph, token):
            return
        if kind in ("NUM", "DET") or (token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i):
            return
        if not self.titles.read(paragraph, token) and not self.bodies.read(paragraph, token) and kind == "NOUN":
            self._thing(paragraph, token)

    def _thing(self, paragraph: Paragraph, token: Token) -> None:
        """Remember a noun for something that is nobody: "it" may stand for it."""
        if token.dep_ in ("nsubj", "nsubjpass", "dobj", "ROOT", "attr", "pobj"):
            subject = token.dep_ in ("nsubj", "nsubjpass")
            quote = self.quotes.at(paragraph.start + token.idx)
            self.things.append((self.sentence, quote, subject, token.tag_ == "NNS"))

    # --- pronouns
    def _pronoun(self, paragraph: Paragraph, token: Token) -> None:
        word = token.lower_
        if word == "both" and self.pairs.read(paragraph, token):
            return
        if word in coref.OF_SPEECH:
            self._pronominal(paragraph, token, word, ())
            return
        if word in ("who", "whom", "which") and (head := antecedent(token)) is not token:
            found = self.referent_at(paragraph, head)
            self._pronominal(paragraph, token, "relative", (found,) if found else ())
            return
        if word in coref.THIRD and not coref.is_empty_it(token):
            meant = self._antecedents.of(paragraph, token)
            self._pronominal(
                paragraph, token, "pronoun", (self._antecedents.both(token) or meant) if _lone(meant) else meant
            )

    def _pronominal(self, paragraph: Paragraph, token: Token, form: str, found: tuple[Referent, ...]) -> None:
        start = paragraph.start + token.idx
        self.notice(paragraph, token, form, found, "coreference", start=start, end=start + len(token))

    def referent_at(self, paragraph: Paragraph, token: Token) -> Referent | None:
        """Whom the noun or pronoun `token`, already passed or not, stands for."""
        entity = self.names.at(paragraph, token)
        if entity is not None and entity.label == "PERSON":
            return self.cast.at(entity.start)
        if entity is not None and entity.label not in _UNREAD:
            return self.known.entity(entity)
        offset = paragraph.start + token.idx
        for mention in reversed(self.noticed[-coref.WINDOW :]):
            if mention.head == offset:
                return mention.referent
        return None
