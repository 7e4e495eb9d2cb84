"""What stands around a word that rules are tried at: its governors, complements and arms, read once for all rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.extract.negation import is_future, is_negated
from onrecord.extract.party_words import AMOUNTS
from onrecord.extract.wording import forms

ASIDE = frozenset(["under", "amid", "despite", "without", "because"])
"""Prepositions that tell circumstances: their noun is not what the verb is about."""
FRONTED = frozenset(["charge", "allege", "claim", "complain", "warn", "threaten", "vow"])
"""Verbs whose clause may stand before them ("Velmar has armed the rebels, the envoy charged")."""
PHASES = frozenset(["begin", "start", "continue", "resume", "appear", "seem", "fail", "help", "manage"])
"""Verbs whose infinitive carries the act ("supplies have begun to reach …")."""


class Trigger:
    """A word that rules are tried at. Each property is read when the first rule asks for it."""

    def __init__(self, token: Token) -> None:
        self.token = token

    @cached_property
    def passive(self) -> bool:
        """Whether it is a passive verb."""
        return syntax.is_passive(self.token)

    @cached_property
    def negated(self) -> bool:
        """Whether it is a negated verb."""
        return is_negated(self.token)

    @cached_property
    def future(self) -> bool:
        """Whether it tells of what is to come."""
        return is_future(self.token)

    @cached_property
    def subjects(self) -> list[Token]:
        """Logical subjects of the verb, or of the copula of an adjective."""
        return syntax.logical_subjects(carrier(self.token))

    @cached_property
    def objects(self) -> list[Token]:
        """Logical objects of the verb."""
        return syntax.logical_objects(self.token)

    @cached_property
    def complements(self) -> list[Token]:
        """Verbs of its clause complements."""
        return complements(self.token)

    @cached_property
    def arms(self) -> list[tuple[str, Token]]:
        """Its prepositions with the nouns they govern."""
        return syntax.arms(self.token)

    @cached_property
    def governors(self) -> list[Token]:
        """What a noun depends on."""
        return governors(self.token)

    @cached_property
    def modifiers(self) -> list[Token]:
        """Words that say what kind of thing a noun is."""
        return modifiers(self.token)

    @cached_property
    def clause(self) -> list[Token]:
        """The tokens of its clause, its own subtree and the conjunctions of adverbial clauses included."""
        tokens = phrases.clause(phrases.clause_head(self.token))
        if self.token not in tokens:
            tokens += list(self.token.subtree)
        heads = (tokens[0].sent.root, phrases.clause_head(self.token))
        clauses = [c for head in dict.fromkeys(heads) for c in head.children if c.dep_ == "advcl"]
        return tokens + [m for c in clauses for m in c.lefts if m.dep_ == "mark" or m.lower_ in ("should", "when")]

    @cached_property
    def clause_forms(self) -> frozenset[str]:
        """The words that the tokens of its clause may stand for."""
        return frozenset(form for token in self.clause for form in forms(token))


def is_gerund(token: Token) -> bool:
    """A participle that stands as a noun ("fighting between …")."""
    return token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "compound")


def is_attribute(participle: Token) -> bool:
    """Whether a participle right after a verb only says what sort of people are meant: "treated wounded villagers"."""
    if participle.tag_ != "VBN" or participle.dep_ not in ("advcl", "xcomp", "ccomp"):
        return False
    before = participle.head
    while before.i + 1 < participle.i and before.nbor(1).pos_ in ("NUM", "DET", "ADJ"):
        before = before.nbor(1)
    if before.i + 1 != participle.i or participle.head.pos_ != "VERB" or participle.i + 1 >= len(participle.doc):
        return False
    after = participle.nbor(1)
    return after.dep_ in ("dobj", "nsubj", "compound", "amod") and after.pos_ in ("NOUN", "PROPN", "ADJ")


def carrier(token: Token) -> Token:
    """The verb whose subject is meant: a predicate adjective's copula, else the token itself."""
    return (
        token.head if (token.pos_ == "ADJ" or token.dep_ == "acomp") and token.head.pos_ in ("AUX", "VERB") else token
    )


def subject_of(noun: Token) -> tuple[Token, ...]:
    """The verb that a noun is the subject of; what follows it is often the noun's own ("Fighting raged between …")."""
    return (noun.head,) if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ == "VERB" else ()


def modifiers(noun: Token) -> list[Token]:
    """Words that say what kind of thing a noun is: "air strike", "strike by rail workers" (its own left modifiers)."""
    return [c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod", "poss")]


def governors(noun: Token) -> list[Token]:
    """What a noun depends on: its verb, the head of its prepositional phrase, participles that follow it."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    head = first.head
    if head.lower_ in ASIDE and first.dep_ == "pobj":
        return []  # "would not hand them over under threat"
    if head.pos_ == "ADP" or first.dep_ == "pobj":
        head = head.head.head if head.head.pos_ == "ADP" else head.head
    found = [head] if head != first else []
    if found and head.pos_ == "NOUN" and head.lemma_.lower() in AMOUNTS:
        found += governors(head)
    if found and head.pos_ == "VERB" and head.lemma_ in PHASES:
        found += [c for c in head.rights if c.dep_ == "xcomp"]
    found += [c for c in noun.rights if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB"]
    return found


def verbal_arms(token: Token) -> Iterator[tuple[str, Token]]:
    """Prepositions with a clause: "accused of shelling"."""
    for prep in token.children:
        if prep.dep_ in ("prep", "agent"):
            yield from ((prep.lower_, c) for c in prep.children if c.dep_ == "pcomp")


def complements(verb: Token) -> list[Token]:
    """Verbs of a verb's clause complements, in text order, infinitives hung on its object included."""
    if verb.pos_ in ("NOUN", "PROPN"):
        return [c for c in verb.rights if c.dep_ in ("acl", "ccomp") and (infinitive(c) or _that(c))]
    below = [(c, c.dep_) for c in verb.children]
    found = [c for c, dep in below if dep in ("xcomp", "ccomp") and (c.i > verb.i or verb.lemma_ in FRONTED)]
    found += [c for c, dep in below if dep == "advcl" and c.i > verb.i and infinitive(c)]
    found += [v for _, v in verbal_arms(verb)]
    lower = [c for c, dep in below if dep in ("dobj", "nsubjpass")]
    lower += [noun for _, noun in syntax.own_arms(verb)]
    lower += [c for c, dep in below if dep in ("npadvmod", "dative")]
    found += [c for n in lower for c in n.rights if c.dep_ in ("acl", "relcl") and infinitive(c) and c.i > verb.i]
    return sorted(found, key=lambda t: t.i) or _stray_infinitive(verb)


def _that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)


def infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.lefts)


def _stray_infinitive(verb: Token) -> list[Token]:
    """The next infinitive of the sentence where the parser hung it elsewhere and no finite verb stands between."""
    doc = verb.doc
    for at in range(verb.i + 1, min(verb.i + 14, len(doc))):
        token = doc[at]
        if token.is_sent_start:
            break
        if token.pos_ == "VERB" and token.dep_ in ("acl", "advcl", "xcomp") and infinitive(token):
            return [token] if token.head == verb.head else []
        if token.pos_ == "VERB" and infinitive(token) and token.doc[token.i - 2].is_punct:
            return [token]  # after an aside: "called on A—and B—to end …"
        if token.tag_ in ("VBD", "VBZ", "VBP"):
            return []
    return []


def clauses_before(pronoun: Token) -> Iterator[Token]:
    """The verbs of the clauses above a pronoun's own, nearest first, then that of the sentence before."""
    token = pronoun.head
    for _ in range(8):
        if token.head == token:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            yield token
    start = pronoun.sent.start
    if start > 0:
        yield pronoun.doc[start - 1].sent.root
