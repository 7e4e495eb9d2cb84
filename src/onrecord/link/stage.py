"""Everybody comes on: the one pass over a document that finds all mentions and resolves what it can."""

from __future__ import annotations

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.intervals import tokens_between
from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.annotate.syntax import antecedent, child
from onrecord.link import coreference as coref
from onrecord.link.bodies import Bodies
from onrecord.link.bodies_words import is_seat, ministry
from onrecord.link.bylines import author_of
from onrecord.link.cast import Cast, Naming
from onrecord.link.framed import Frames
from onrecord.link.home import settle
from onrecord.link.introductions import Introductions
from onrecord.link.issuers import Issuers
from onrecord.link.known import Known
from onrecord.link.letters import signatory
from onrecord.link.named_later import settle_named_later
from onrecord.link.orators import orator
from onrecord.link.pairs import PERSONS, Pairs
from onrecord.link.posts import Names
from onrecord.link.referents import Polity, Referent
from onrecord.link.scene import SPEECH, Noticed, Quotes, is_literal, is_subject, phrase
from onrecord.link.seats import Seats
from onrecord.link.times import TimeLinker
from onrecord.link.titles import Titles
from onrecord.model.vocabulary import ResolvedBy
from onrecord.resources.institutions import body_noun

SERVING = frozenset(
    ["spokesperson", "deputy", "official", "minister", "foreign_minister", "defence_minister", "interior_minister",
     "ambassador", "head_of_government"]
)  # fmt: skip
"""Roles that somebody fills for the state of him whose they are: "his spokeswoman", "her deputy"."""
SPEAKS_ON = 0.6
"""What speaks for going on with who spoke last, beside the nearness of a mention (see `coreference`)."""
OF_ANOTHER = 1.2
"""What speaks against the subject of what is told: "Mr. X had agreed, he said"."""


def _lone(found: tuple[Referent, ...]) -> bool:
    """Whether what "they" was taken for is nobody, or one body."""
    return not found or (len(found) == 1 and not found[0].plural and found[0].kind != "people")


class Stage:
    """The mentions of a document in text order, resolved as far as the text alone goes."""

    def __init__(self, layers: Layers, times: TimeLinker | None = None) -> None:
        self.layers = layers
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
        self._speakers: dict[int, Referent | None] = {}
        self._namings = {n.entity.start: n for n in self.cast.namings}
        self._by_paragraph: dict[int, list[Naming]] = {}
        for naming in self.cast.namings:
            self._by_paragraph.setdefault(naming.paragraph.index, []).append(naming)
        self.sentence = 0
        for paragraph in layers.paragraphs:
            self._read(paragraph)
        self.author = (
            signatory(layers, self.cast, self.noticed) or orator(layers, self.cast) or author_of(layers, self.cast)
        )
        settle_named_later(self.noticed, self.cast.persons)
        settle(layers, self.names, self.noticed, self.heads)
        settle_named_later(self.noticed, self.cast.persons)  # once more: whose an official is may be known only now

    def issuer_at(self, offset: int) -> Polity | None:
        """The state whose authorities issued what stands at `offset`, as the last heading before it tells."""
        return self._issuers.at(offset, self.noticed)

    def _read(self, paragraph: Paragraph) -> None:
        covered = self._titles_before_names(paragraph)
        done: set[int] = set()
        named = self.names.entities.sweep(paragraph.start, paragraph.end)
        for token in paragraph.parse:
            if token.is_sent_start:
                self.sentence += 1
                self.pairs.between(paragraph, token)
            if token.is_space or (token.is_punct and token.lower_ != "'s"):
                continue
            entity = named(paragraph.start + token.idx)
            if entity is not None and entity.label not in ("TITLE", "OTHER", "FAC"):
                if entity.start not in done:
                    done.add(entity.start)
                    self._name(paragraph, entity)
            elif token.pos_ == "PRON" or token.tag_ == "PRP$":
                self._pronoun(paragraph, token)
            elif token.i not in covered:
                self._noun(paragraph, token)
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
        head = tokens_between(paragraph.parse, entity.start - paragraph.start, entity.end - paragraph.start).root
        if entity.label == "NORP" and (head.dep_ in ("amod", "compound", "nmod") or head.pos_ == "ADJ"):
            return
        if self._common(paragraph, entity, head):
            return
        referent = self.known.entity(entity)
        seat = is_seat(entity)
        if referent is None or self._seats.is_nobody(entity, head):
            return
        placed = entity.label in ("GPE", "LOC") or self.names.is_place(entity) or self._seats.is_town(entity)
        city = seat or (placed and not entity.keys) or entity.label == "LOC"
        dateline = entity.start == paragraph.start and self.names.words(entity).isupper()
        literal = placed and (is_literal(head, city=city) or dateline)
        by: ResolvedBy = "metonym" if seat else "demonym" if entity.label == "NORP" else "name"
        by = "unresolved" if entity.is_open else by
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
        tokens = tokens_between(paragraph.parse, entity.start - paragraph.start, entity.end - paragraph.start)
        start = tokens[0] if "of" in own else head
        return self.bodies.named(paragraph, start, noun, last=tokens[-1])

    def _person(self, naming: Naming) -> None:
        doc = naming.paragraph.parse
        tokens = doc[naming.first.i : naming.last.i + 1]
        head = tokens.root
        start = naming.paragraph.start + doc[naming.start].idx
        self._serve(naming)
        self.notice(naming.paragraph, head, "name", (naming.person,), "name", start=start, end=naming.entity.end,
                    at=naming.entity.start)  # fmt: skip

    def _serve(self, naming: Naming) -> None:
        """Tell an official of unknown state whose he is by a pronoun: "his spokeswoman Petra Lund" is the premier's."""
        person = naming.person
        if person.polity is not None or not any(post.role.role in SERVING for post in person.posts):
            return
        pronoun = naming.paragraph.parse[max(naming.start - 1, 0)]
        owner = self.referent_at(naming.paragraph, pronoun) if pronoun.lower_ in ("his", "her") else None
        if owner is not None and owner is not person and owner.kind == "person":
            person.polity = owner.polity

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
            any(c.dep_ == "poss" and c.lower_ in ("my", "our") for c in head.children),
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
    def _noun(self, paragraph: Paragraph, token: Token) -> None:
        if token.pos_ not in ("NOUN", "PROPN", "NUM", "DET", "ADJ"):
            return
        if self.pairs.read(paragraph, token):
            return
        if token.pos_ in ("NUM", "DET") or (token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i):
            return
        if not self.titles.read(paragraph, token) and not self.bodies.read(paragraph, token) and token.pos_ == "NOUN":
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
        if word in coref.FIRST | coref.WE | coref.YOU:
            self._pronominal(paragraph, token, word, ())
            return
        if word in ("who", "whom", "which") and (head := antecedent(token)) is not token:
            found = self.referent_at(paragraph, head)
            self._pronominal(paragraph, token, "relative", (found,) if found else ())
            return
        if word in coref.HE | coref.SHE | coref.IT | coref.THEY and not coref.is_empty_it(token):
            meant = self.antecedent(paragraph, token)
            self._pronominal(paragraph, token, "pronoun", (self._both(token) or meant) if _lone(meant) else meant)

    def _both(self, token: Token) -> tuple[Referent, ...]:
        """The two of the last contact, for a "they" that no several persons before stand for."""
        if token.lower_ != "they" or not self.pairs.contacts:
            return ()
        two = coref.pair(self.noticed, PERSONS, self.sentence, self.pairs.contacts)
        near = len(two) == 2 and self.sentence - coref.near_sentence(self.noticed, two) <= 3
        return coref.in_order(two, self.noticed) if near else ()

    def _pronominal(self, paragraph: Paragraph, token: Token, form: str, found: tuple[Referent, ...]) -> None:
        start = paragraph.start + token.idx
        self.notice(paragraph, token, form, found, "coreference", start=start, end=start + len(token))

    def referent_at(self, paragraph: Paragraph, token: Token) -> Referent | None:
        """Whom the noun or pronoun `token`, already passed or not, stands for."""
        entity = self.names.at(paragraph, token)
        if entity is not None and entity.label == "PERSON":
            return self.cast.at(entity.start)
        if entity is not None and entity.label not in ("TITLE", "OTHER", "FAC"):
            return self.known.entity(entity)
        offset = paragraph.start + token.idx
        for mention in reversed(self.noticed[-coref.WINDOW :]):
            if mention.head == offset:
                return mention.referent
        return None

    def antecedent(self, paragraph: Paragraph, token: Token) -> tuple[Referent, ...]:
        """Whom a third-person pronoun stands for."""
        if (behind := self._named_behind(paragraph, token)) is not None:
            return (behind,)
        quote = self.quotes.at(paragraph.start + token.idx)
        place = (self.sentence, paragraph.index, quote)
        speaks = token.dep_ == "nsubj" and token.head.lemma_ in SPEECH
        rival = coref.nearest_thing(token.lower_, self.things, self.sentence, quote)
        return coref.antecedent(
            token, self.noticed, place, lambda m: coref.barred_by_binding(token, m, self.heads),
            self.speaker_of(quote, paragraph),
            rival,
            (lambda m: self._speaks_on(token, m, paragraph.index)) if speaks else None,
        )  # fmt: skip

    def _named_behind(self, paragraph: Paragraph, token: Token) -> Referent | None:
        """The person who is the subject behind an opening phrase with "his" or "her": "In his reply, Marek said"."""
        if token.dep_ != "poss" or token.lower_ not in coref.HE | coref.SHE:
            return None
        path = [token, *token.ancestors]
        level = next((n for n, a in enumerate(path) if child(a, "nsubj", "nsubjpass") is not None), 0)
        subject = child(path[level], "nsubj", "nsubjpass")
        if subject is None or subject.i < token.i or level == 0 or path[level - 1].dep_ not in ("prep", "prt"):
            return None
        if path[level - 1].left_edge.i > token.sent.start + 1:
            return None
        entity = self.names.at(paragraph, subject)
        named = self.cast.at(entity.start) if entity is not None and entity.label == "PERSON" else None
        return named if named is not None and coref.fits_pronoun(token.lower_, named) else None

    def _speaks_on(self, token: Token, mention: Noticed, paragraph: int) -> float:
        """What speaks for a mention as the subject of a verb of saying: who spoke speaks on, not who is spoken of."""
        verb, other = token.head, self.heads.get(mention.head)
        if other is None:
            return 0.0
        if verb.dep_ == "parataxis" and coref.nearest_subject(other, token):  # "Mr. X had agreed, he said": he is not X
            return -OF_ANOTHER
        if other.doc == token.doc and verb.is_ancestor(other) and other.head != verb:
            return -OF_ANOTHER if other.i < token.i else 0.0
        if verb.dep_ == "ccomp" and other.head == verb.head and mention.subject:
            return 2 * SPEAKS_ON  # "but Lasca said it had offered": of itself
        near = SPEAKS_ON if mention.paragraph == paragraph else SPEAKS_ON / 2
        told = other.head.dep_ == "ccomp" and other.head.head.lemma_ in SPEECH  # he agreed, as another said
        return near if mention.subject and other.head.lemma_ in SPEECH and not told else 0.0

    def speaker_of(self, quote: int | None, paragraph: Paragraph) -> Referent | None:
        """Who says a quotation, as far as names in its paragraph tell: the subject of a verb of saying beside it."""
        if quote is None:
            return None
        if quote not in self._speakers:
            self._speakers[quote] = self._find_speaker(quote, paragraph)
        return self._speakers[quote]

    def _find_speaker(self, quote: int, paragraph: Paragraph) -> Referent | None:
        quotation = self.layers.quotations[quote]
        best: tuple[int, Referent] | None = None
        for naming in self._by_paragraph.get(paragraph.index, []):
            if quotation.start <= naming.entity.start < quotation.end:
                continue
            head = naming.paragraph.parse[naming.first.i : naming.last.i + 1].root
            if (head.dep_ in ("nsubj", "appos", "conj") and head.head.lemma_ in SPEECH) or head.dep_ == "nsubj":
                distance = min(abs(naming.entity.start - quotation.end), abs(naming.entity.end - quotation.start))
                if best is None or distance < best[0]:
                    best = (distance, naming.person)
        return best[1] if best else None
