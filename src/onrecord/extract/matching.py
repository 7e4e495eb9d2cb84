"""Rules against the parse: which words trigger which rule. Linear in the words: rules are found by lemma."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook, CompiledRule
from onrecord.codebook.words import Words
from onrecord.extract.parties import AMOUNTS
from onrecord.extract.status import is_future, is_negated
from onrecord.extract.wording import forms, has

NO_VERB = frozenset(["amod", "compound", "aux", "auxpass", "acomp", "pobj", "dobj", "nsubjpass"])
"""Where a participle tells no act of its own ("open to the wounded")."""
ASIDE = frozenset(["under", "amid", "despite", "without", "because"])
"""Prepositions that tell circumstances: their noun is not what the verb is about."""
FRONTED = frozenset(["charge", "allege", "claim", "complain", "warn", "threaten", "vow"])
"""Verbs whose clause may stand before them ("Velmar has armed the rebels, the envoy charged")."""
PHASES = frozenset(["begin", "start", "continue", "resume", "appear", "seem", "fail", "help", "manage"])
"""Verbs whose infinitive carries the act ("supplies have begun to reach …")."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds at a trigger. `light` are verbs that carry a noun ("launched an attack")."""

    rule: CompiledRule
    trigger: Token
    light: tuple[Token, ...] = ()


def matches(sentence: Tokens, book: CompiledCodebook) -> Iterator[list[Match]]:
    """For each trigger of a sentence in text order, the rules that hold there, most specific first."""
    for token in sentence:
        found = [m for rule in _candidates(token, book) if (m := _match(rule, token, book)) is not None]
        if token.pos_ == "AUX" and token.dep_ == "aux" and token.lower_ in book.modals:
            found += [m for rule in book.modals[token.lower_] if (m := _match(rule, token.head, book)) is not None]
        if found:
            yield found


def _candidates(token: Token, book: CompiledCodebook) -> Iterator[CompiledRule]:
    if token.pos_ in ("NOUN", "PROPN") or is_gerund(token):
        index = book.nouns
    elif token.pos_ in ("VERB", "AUX") and token.dep_ not in NO_VERB:
        index = book.verbs
    elif (token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd", "conj", "ROOT")) or token.dep_ == "acomp":
        index = book.adjectives
    else:
        return
    own = forms(token)
    rules = index.get(own[0], ())
    for form in own[1:]:
        rules = (*rules, *(r for r in index.get(form, ()) if r not in rules))
    for rule in rules:
        if has(rule.trigger, token):
            yield rule


def is_gerund(token: Token) -> bool:
    """A participle that stands as a noun ("fighting between …")."""
    return token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "compound")


def _match(rule: CompiledRule, trigger: Token, book: CompiledCodebook) -> Match | None:
    if (trigger.pos_ in ("NOUN", "PROPN") or is_gerund(trigger)) and not rule.pattern.modal:
        return _noun(rule, trigger, book)
    return Match(rule, trigger) if _verb(rule, trigger) else None


def _verb(rule: CompiledRule, verb: Token) -> bool:
    p = rule.pattern
    if p.particle and not _particle(p.particle, verb):
        return False
    if p.voice is not None and syntax.is_passive(verb) != (p.voice == "passive"):
        return False
    if p.negated is not None and is_negated(verb) != p.negated:
        return False
    if p.future is not None and is_future(verb) != p.future:
        return False
    if p.subject and not any_of(p.subject, syntax.logical_subjects(carrier(verb))):
        return False
    if p.prep and not _preps(p.prep, verb):
        return False
    objects = syntax.logical_objects(verb) if p.object or p.object_without else []
    if p.object and not any_of(p.object, objects):
        return False
    if p.object_without and any_of(p.object_without, objects):
        return False
    if p.complement and not any(has(p.complement, c) and _asked(rule, verb, c) for c in complements(verb)):
        return False
    if p.complement_without and any(has(p.complement_without, c) for c in complements(verb)):
        return False
    return _around(rule, verb)


TOLD = frozenset(["tell", "remind", "warn", "advise", "inform"])
OUGHT = frozenset(["must", "should", "ought"])


def _asked(rule: CompiledRule, verb: Token, complement: Token) -> bool:
    """Whether what is told is a demand ("told it to leave", "that it must leave") and no news ("that it had left")."""
    if rule.event != "REQUEST" or verb.lemma_ not in TOLD or infinitive(complement):
        return True
    words = [*complement.lefts, complement]
    return (complement.tag_ == "VB" and any(w.lower_ in OUGHT for w in words)) or complement.lemma_ in ("have", "need")


def carrier(token: Token) -> Token:
    """The verb whose subject is meant: a predicate adjective's copula, else the token itself."""
    return (
        token.head if (token.pos_ == "ADJ" or token.dep_ == "acomp") and token.head.pos_ in ("AUX", "VERB") else token
    )


def _noun(rule: CompiledRule, noun: Token, book: CompiledCodebook) -> Match | None:
    p = rule.pattern
    verbs = governors(noun)
    light = tuple(v for v in verbs if v.pos_ == "VERB" and has(book.classes["light"], v))
    if p.governor:
        light = tuple(v for v in verbs if has(p.governor, v))
        if not light:
            return None
    if p.prep and not _preps(p.prep, noun, *light, *subject_of(noun)):
        return None
    if p.complement and not any(has(p.complement, c) for c in complements(noun)):
        return None
    if p.object and not any_of(p.object, modifiers(noun)):
        return None
    if p.object_without and any_of(p.object_without, modifiers(noun)):
        return None
    if (
        p.negated is not None
        and (any(is_negated(v) for v in light) or any(c.lower_ == "no" for c in noun.lefts)) != p.negated
    ):
        return None
    if p.future is not None and any(is_future(v) for v in light) != p.future:
        return None
    return Match(rule, noun, light) if _around(rule, noun) else None


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


def _particle(words: Words, verb: Token) -> bool:
    after = [c for c in verb.children if c.dep_ in ("prt", "advmod", "prep", "oprd", "acomp")]
    small = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("ADV", "ADP")]  # "let them back in"
    return any(has(words, c) for c in (*after, *small, *(g for c in small for g in c.children)))


def _preps(wanted: tuple[tuple[str, Words], ...], *tokens: Token) -> bool:
    have = [arm for token in tokens for arm in syntax.arms(token)]
    for names, words in wanted:
        allowed = names.split("|")
        nouns = [noun for name, noun in have if name in allowed]
        if not any_of(words, [n for noun in nouns for n in phrases.coordinated(noun)]):
            verbs = [v for token in tokens for name, v in verbal_arms(token) if name in allowed]
            if not any(has(words, v) for v in verbs):
                return False
    return True


def verbal_arms(token: Token) -> Iterator[tuple[str, Token]]:
    """Prepositions with a clause: "accused of shelling"."""
    for prep in token.children:
        if prep.dep_ in ("prep", "agent"):
            yield from ((prep.lower_, c) for c in prep.children if c.dep_ == "pcomp")


def any_of(words: Words, heads: list[Token]) -> bool:
    """Whether a head, or what it counts ("dozens of prisoners"), is one of the words."""
    for head in heads:
        if has(words, head):
            return True
        if head.lemma_.lower() in AMOUNTS or head.pos_ == "NUM":
            inner = [n for p, n in syntax.own_arms(head) if p == "of"]
            if any(has(words, n) for n in inner):
                return True
    return False


def complements(verb: Token) -> list[Token]:
    """Verbs of a verb's clause complements, in text order, infinitives hung on its object included."""
    if verb.pos_ in ("NOUN", "PROPN"):
        return [c for c in verb.rights if c.dep_ in ("acl", "ccomp") and (infinitive(c) or _that(c))]
    found = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and (c.i > verb.i or verb.lemma_ in FRONTED)]
    found += [c for c in verb.rights if c.dep_ == "advcl" and infinitive(c)]
    found += [v for _, v in verbal_arms(verb)]
    lower = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    lower += [noun for _, noun in syntax.own_arms(verb)]
    lower += [c for c in verb.children if c.dep_ in ("npadvmod", "dative")]
    found += [c for n in lower for c in n.rights if c.dep_ in ("acl", "relcl") and infinitive(c) and c.i > verb.i]
    return sorted(found, key=lambda t: t.i) or _stray_infinitive(verb)


def _that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)


def infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.lefts)


def _stray_infinitive(verb: Token) -> list[Token]:
    """The next infinitive of the sentence where the parser hung it elsewhere and no finite verb stands between."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 14, verb.sent.end)]:
        if token.pos_ == "VERB" and token.dep_ in ("acl", "advcl", "xcomp") and infinitive(token):
            return [token] if token.head == verb.head else []
        if token.pos_ == "VERB" and infinitive(token) and token.doc[token.i - 2].is_punct:
            return [token]  # after an aside: "called on A—and B—to end …"
        if token.tag_ in ("VBD", "VBZ", "VBP"):
            return []
    return []


def _around(rule: CompiledRule, trigger: Token) -> bool:
    p = rule.pattern
    if not p.with_ and not p.without:
        return True
    tokens = phrases.clause(phrases.clause_head(trigger))
    if trigger not in tokens:
        tokens += list(trigger.subtree)
    tokens += [m for c in tokens[0].sent.root.children if c.dep_ == "advcl" for m in c.lefts if m.dep_ == "mark"]
    if p.with_ and not any(has(p.with_, t) for t in tokens):
        return False
    return not (p.without and any(has(p.without, t) for t in tokens))
