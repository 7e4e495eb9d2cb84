"""Whom pronouns of the third person stand for, where the grammar around them tells more than nearness does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import first_of
from onrecord.annotate.syntax import child
from onrecord.link import coreference as coref
from onrecord.link.pairs import PERSONS
from onrecord.link.referents import Referent
from onrecord.link.scene import TELLING, Noticed

if TYPE_CHECKING:
    from onrecord.link.stage import Stage

SPEAKS_ON = 0.6
"""What speaks for going on with who spoke last, beside the nearness of a mention (see `coreference`)."""
SUBORDINATE = 0.3
"""What speaks against the subject of a clause that hangs on another: who acts in a main clause is meant sooner."""
OWNING = 0.6
"""What speaks for whose the subject is: "Orr's aim in his talks", "Orr's decision fell. He …"."""
ALIKE = 0.8
"""What speaks, for a pronoun that is an object, for an object told before it in its sentence."""
COMING = 1.0
"""What speaks for the subject of the clause behind, of which somebody was told before: "While he waited, Orr wrote"."""
OBJECTS = frozenset(["dobj", "dative", "pobj"])
LONG_BEFORE = 3
"""Sentences after which "them" rather means things told of since."""
OF_ANOTHER = 1.2
"""What speaks against the subject of what is told: "Mr. X had agreed, he said"."""


class Antecedents:
    """Finds the antecedents of one document's pronouns among what its stage has noticed so far."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def of(self, paragraph: Paragraph, token: Token) -> tuple[Referent, ...]:
        """Whom a third-person pronoun stands for."""
        if (behind := self._named_behind(paragraph, token)) is not None:
            return (behind,)
        quote = self._stage.quotes.at(paragraph.start + token.idx)
        place = (self._stage.sentence, paragraph.index, quote)
        speaks = token.dep_ == "nsubj" and token.head.lemma_ in TELLING
        coming = self._coming(paragraph, token)
        rival = coref.nearest_thing(token.lower_, self._stage.things, self._stage.sentence, quote)
        found = coref.antecedent(
            token, self._stage.noticed, place, lambda m: coref.barred_by_binding(token, m, self._stage.heads),
            self._stage.speakers.of(quote, paragraph),
            rival,
            lambda m: self._aside(m) + self._standing(token, m, coming)
            + (self._speaks_on(token, m, paragraph.index) if speaks else 0.0),
        )  # fmt: skip
        return () if token.dep_ in OBJECTS and self._rather_things(token.lower_, found) else found

    def _rather_things(self, word: str, found: tuple[Referent, ...]) -> bool:
        """Whether an object "them" rather means things just told of than people who came up long before."""
        if word not in coref.THEY or not found:
            return False
        now = self._stage.sentence
        near = any(plural and now - at <= 1 for at, _, _, plural in self._stage.things[-12:])
        told = [m.sentence for m in self._stage.noticed[-coref.WINDOW :] if m.referents == found]
        return near and bool(told) and now - max(told) >= LONG_BEFORE

    def both(self, token: Token) -> tuple[Referent, ...]:
        """The two of the last contact, for a "they" that no several persons before stand for."""
        if token.lower_ != "they" or not self._stage.pairs.contacts:
            return ()
        two = coref.pair(self._stage.noticed, PERSONS, self._stage.sentence, self._stage.pairs.contacts)
        near = len(two) == 2 and self._stage.sentence - coref.near_sentence(self._stage.noticed, two) <= 3
        return coref.in_order(two, self._stage.noticed) if near else ()

    def _named_behind(self, paragraph: Paragraph, token: Token) -> Referent | None:
        """The person who is the subject behind an opening phrase with "his" or "her": "In his reply, Marek said"."""
        if token.dep_ != "poss" or token.lower_ not in coref.PERSONAL:
            return None
        path = [token, *token.ancestors]
        level = next((n for n, a in enumerate(path) if child(a, "nsubj", "nsubjpass") is not None), 0)
        subject = child(path[level], "nsubj", "nsubjpass")
        if subject is None or subject.i < token.i or level == 0 or path[level - 1].dep_ not in ("prep", "prt"):
            return None
        if path[level - 1].left_edge.i > token.sent.start + 1:
            return None
        entity = self._stage.names.at(paragraph, subject)
        named = self._stage.cast.at(entity.start) if entity is not None and entity.label == "PERSON" else None
        return named if named is not None and coref.fits_pronoun(token.lower_, named) else None

    def _standing(self, token: Token, mention: Noticed, coming: Referent | None) -> float:
        """What speaks for a mention by how it stands: as whose the subject is, an object like the pronoun, or somebody
        who is the subject of the clause behind."""
        head = self._stage.heads.get(mention.head)
        score = COMING if coming is not None and mention.referents == (coming,) else 0.0
        if head is None:
            return score
        stands = head.dep_
        owns = stands == "poss" and mention.form != "pronoun" and head.head.dep_ in ("nsubj", "nsubjpass")
        if owns and token.lower_ in coref.PERSONAL:
            score += OWNING
        objects = stands in OBJECTS and token.dep_ in OBJECTS
        here = objects and head.doc == token.doc and token.sent.start <= head.i < token.i
        return score + (ALIKE if here else 0.0)

    def _coming(self, paragraph: Paragraph, token: Token) -> Referent | None:
        """The person who is the subject of the clause that the pronoun's own opens: "While he waited, Orr wrote"."""
        clause = token.head
        if token.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "advcl" or token.lower_ not in coref.PERSONAL:
            return None
        subject = child(clause.head, "nsubj", "nsubjpass")
        if subject is None or subject.i < token.i or clause.left_edge.i > token.sent.start + 1:
            return None
        entity = self._stage.names.at(paragraph, subject)
        named = self._stage.cast.at(entity.start) if entity is not None and entity.label == "PERSON" else None
        return named if named is not None and coref.fits_pronoun(token.lower_, named) else None

    def _aside(self, mention: Noticed) -> float:
        """What speaks against the subject of a clause that only tells when: "when a reporter asked"."""
        head = self._stage.heads.get(mention.head) if mention.subject else None
        if head is None or self._stage.sentence - mention.sentence > 1:
            return 0.0
        clause = first_of(first_of(head, beside=True).head)
        if clause.lemma_ in TELLING and any(t.lower_ == "as" for t in clause.lefts):
            return 0.0  # "as Ada Lind told the paper": the main thing told
        when = clause.dep_ == "relcl" and any(t.lower_ in ("when", "where") for t in clause.lefts)
        return -SUBORDINATE if when or clause.dep_ == "advcl" else 0.0

    def _speaks_on(self, token: Token, mention: Noticed, paragraph: int) -> float:
        """What speaks for a mention as the subject of a verb of saying: who spoke speaks on, not who is spoken of."""
        verb, other = token.head, self._stage.heads.get(mention.head)
        if other is None:
            return 0.0
        if verb.dep_ == "parataxis" and coref.nearest_subject(other, token):  # "Mr. X had agreed, he said": he is not X
            return -OF_ANOTHER
        if other.doc == token.doc and verb.is_ancestor(other) and other.head != verb:
            return -OF_ANOTHER if other.i < token.i else 0.0
        if verb.dep_ == "ccomp" and other.head == verb.head and mention.subject:
            return 2 * SPEAKS_ON  # "but Lasca said it had offered": of itself
        near = SPEAKS_ON if mention.paragraph == paragraph else SPEAKS_ON / 2
        told = other.head.dep_ == "ccomp" and other.head.head.lemma_ in TELLING  # he agreed, as another said
        return near if mention.subject and other.head.lemma_ in TELLING and not told else 0.0

    def spoke_before(self) -> Referent | None:
        """The body or state that is the subject of the sentence before, not of what it reports."""
        for mention in reversed(self._stage.noticed[-20:]):
            who, head = mention.referent, self._stage.heads.get(mention.head)
            told = mention.subject and mention.sentence == self._stage.sentence - 1
            if not told or who is None or head is None:
                continue
            if head.head.dep_ == "ROOT" and who.kind not in ("person", "people"):
                return who
        return None
