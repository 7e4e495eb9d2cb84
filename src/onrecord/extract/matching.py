"""Rules against the parse: which words trigger which rule. Linear in the words: rules are found by lemma."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import NEEDED, CompiledCodebook, CompiledRule
from onrecord.codebook.words import Words
from onrecord.extract.calls_paid import pays_call
from onrecord.extract.event_warnings import foretells
from onrecord.extract.negation import is_future, is_negated
from onrecord.extract.party_words import AMOUNTS, FIRST
from onrecord.extract.trigger import Trigger, infinitive, is_attribute, is_gerund, subject_of, verbal_arms
from onrecord.extract.wording import forms, has

NO_VERB = frozenset(["amod", "compound", "aux", "auxpass", "acomp", "pobj", "dobj", "nsubjpass"])
"""Where a participle tells no act of its own ("open to the wounded")."""
EXACT = 5
"""The rank from which even a rule that asks for weighty parties is too exact for the tagger to change its type."""
CALLING = frozenset(["CONSULT", "MOBILIZE"])
"""Types whose rules know "call" as reaching somebody or bidding him come."""
SHORT_OF_VIOLENCE = frozenset(["COERCE", "MOBILIZE"])
"""Types of deeds that the tagger takes for violence."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds at a trigger. `light` are verbs that carry a noun ("launched an attack").

    `asked` is the verb of a second demand that the trigger makes of somebody else (see `event_second`).
    """

    rule: CompiledRule
    trigger: Token
    light: tuple[Token, ...] = ()
    asked: Token | None = None


def matches(sentence: Tokens, book: CompiledCodebook) -> Iterator[list[Match]]:
    """For each trigger of a sentence in text order, the rules that hold there, most specific first."""
    for token in sentence:
        found = _of_word(token, book) if not book.triggers.isdisjoint(forms(token)) else []
        if token.pos_ == "AUX" and token.lower_ in book.modals and token.dep_ == "aux" and not _inverted(token):
            head = Trigger(token.head)
            found += [m for rule in book.modals[token.lower_] if (m := _match(rule, head, book)) is not None]
        if found:
            yield found


def _of_word(token: Token, book: CompiledCodebook) -> list[Match]:
    here = Trigger(token)
    return [m for rule in _candidates(token, book) if (m := _match(rule, here, book)) is not None]


def _inverted(modal: Token) -> bool:
    """Whether a modal before its subject makes a condition: "should the ministry block the money, …"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > modal.i for c in modal.head.lefts)


def _candidates(token: Token, book: CompiledCodebook) -> Iterator[CompiledRule]:
    if token.tag_ == "NNP" and token.ent_type_ == "DATE":
        return  # "in March"
    if token.pos_ in ("NOUN", "PROPN") or is_gerund(token):
        index = book.nouns
    elif token.pos_ in ("VERB", "AUX") and token.dep_ not in NO_VERB:
        if is_attribute(token):
            return
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
        if not rule.trigger.single.isdisjoint(own) or has(rule.trigger, token):
            yield rule


def _match(rule: CompiledRule, here: Trigger, book: CompiledCodebook) -> Match | None:
    token = here.token
    if (token.pos_ in ("NOUN", "PROPN") or is_gerund(token)) and not rule.pattern.modal:
        return _noun(rule, here, book)
    if rule.event in ("THREATEN", "REQUEST") and foretells(token, book):
        return None
    if not rule.pattern.particle and goes_ahead(token):
        return None
    if rule.event == "REQUEST" and pays_call(token):
        return None
    if rule.event in CALLING and names_so(token):
        return None
    if rule.event == "THREATEN" and rule.implied and any(s.lower_ in FIRST for s in here.subjects):
        return None  # "we will pay" threatens nobody
    if rule.event == "ACCUSE" and rule.implied and "subject" in rule.recipient and _is_own(here):
        return None  # "I was responsible for it"
    return Match(rule, token) if _verb(rule, here) else None


def names_so(verb: Token) -> bool:
    """Whether somebody is called something and not reached: "called the premier a thief"."""
    if verb.lemma_ != "call":
        return False
    names = [c for c in verb.rights if c.dep_ == "oprd" and c.lemma_ != "time"]
    return bool(names) or sum(c.dep_ == "dobj" for c in verb.rights) > 1


def goes_ahead(verb: Token) -> bool:
    """Whether somebody only goes on with his own: "pushed ahead with the inquiry", "pressed on with the dam"."""
    if verb.lemma_ not in ("push", "press", "forge", "move"):
        return False
    small = {c.lower_ for c in verb.rights if c.dep_ in ("prt", "advmod", "prep")}
    return not small.isdisjoint(("ahead", "forward")) or {"on", "with"} <= small


def _is_own(here: Trigger) -> bool:
    return any(s.lower_ in FIRST for s in here.subjects)


def _verb(rule: CompiledRule, here: Trigger) -> bool:
    p, verb = rule.pattern, here.token
    if p.particle and not _particle(p.particle, verb):
        return False
    if p.voice is not None and here.passive != (p.voice == "passive"):
        return False
    if p.negated is not None and here.negated != p.negated:
        return False
    if p.future is not None and here.future != p.future:
        return False
    if p.subject and not any_of(p.subject, here.subjects):
        return False
    if p.prep and not _preps(p.prep, here):
        return False
    if p.object and not any_of(p.object, here.objects):
        return False
    if p.object_without and _of_kind(p.object_without, here.objects):
        return False
    if p.complement and not any(has(p.complement, c) and _asked(rule, verb, c) for c in here.complements):
        return False
    if p.complement_without and any(has(p.complement_without, c) for c in here.complements):
        return False
    return _around(rule, here)


TOLD = frozenset(["tell", "remind", "warn", "advise", "inform"])
UNNAMED = frozenset(["identify", "name", "quote"])
"""What whoever talks to a reporter asks not to be."""
OUGHT = frozenset(["must", "should", "ought"])
ASSURING = frozenset(["assure", "reassure"])
SUGGESTING = frozenset(["suggest", "propose", "recommend", "advise", "counsel", "moot"])
ADMITTING = frozenset(["admit", "acknowledge", "concede", "confess"])


def _asked(rule: CompiledRule, verb: Token, complement: Token) -> bool:
    """Whether what is told is a demand ("told it to leave", "that it must leave") and no news ("that it had left"),
    and what is threatened no promise to keep still."""
    if rule.event == "THREATEN" and (is_negated(complement) or (verb.lemma_ == "suggest" and complement.tag_ == "VB")):
        modal = any(w.tag_ == "MD" for w in complement.lefts)
        return modal and not is_negated(complement)  # "vowed not to retaliate", "suggested that it use …"
    if rule.event == "AGREE" and assures_of_fact(verb, complement):
        return False
    if rule.event == "REQUEST" and complement.lemma_ in UNNAMED and is_negated(complement):
        return False  # "asked not to be identified"
    if rule.event in ("REQUEST", "CONCEDE") and only_views(verb, complement):
        return False
    if rule.event == "REQUEST" and verb.lemma_ == "insist" and not _to_be_done(complement):
        return False  # "insisted that no date had been set"
    if rule.event != "REQUEST" or verb.lemma_ not in TOLD or infinitive(complement):
        return True
    words = [*complement.lefts, complement]
    if complement.lemma_ in ("have", "need"):
        return any(c.dep_ == "xcomp" and infinitive(c) for c in complement.rights)  # "that they have to leave"
    return complement.tag_ == "VB" and any(w.lower_ in OUGHT for w in words)


def assures_of_fact(verb: Token, complement: Token) -> bool:
    """Whether somebody is assured of what is or was, and promised nothing: "assured him that the road was open"."""
    to_come = any(w.tag_ == "MD" for told in (complement, *complement.conjuncts) for w in told.lefts)
    return verb.lemma_ in ASSURING and not to_come


def only_views(verb: Token, complement: Token) -> bool:
    """Whether somebody only tells how he sees things: "suggested that Velmar was near collapse", "acknowledged that
    the work would be hard"."""
    if verb.lemma_ in SUGGESTING:
        return _is_view(complement)
    return verb.lemma_ in ADMITTING and not _is_done(complement)


def _is_view(complement: Token) -> bool:
    """Whether a clause tells what is or will be, and asks for nothing."""
    told = {w.lower_ for w in complement.lefts if w.dep_ in ("aux", "auxpass")}
    finite = any(w.dep_ in ("aux", "auxpass") and w.tag_ in ("VBD", "VBZ", "VBP") for w in complement.lefts)
    may_be = complement.lemma_ == "be" and not told.isdisjoint(("may", "might", "could"))
    is_so = complement.tag_ in ("VBD", "VBZ") or finite or may_be or not told.isdisjoint(("would", "will"))
    return complement.dep_ == "ccomp" and is_so


def _is_done(complement: Token) -> bool:
    """Whether a clause tells what somebody did or what has happened, and is no view of what is or will be."""
    if complement.dep_ != "ccomp":
        return True
    if any(w.tag_ == "MD" for w in complement.lefts):
        return False
    return complement.lemma_ != "be" or complement.tag_ not in ("VBZ", "VBP")


def _to_be_done(complement: Token) -> bool:
    """Whether a clause tells what should be: a subjunctive, "must", or what may be one ("that they leave")."""
    if any(w.lower_ in OUGHT for w in complement.lefts):
        return True
    told = any(w.dep_ in ("aux", "auxpass") and w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in complement.lefts)
    return complement.tag_ not in ("VBD", "VBZ") and not told


def _noun(rule: CompiledRule, here: Trigger, book: CompiledCodebook) -> Match | None:
    p, noun, verbs = rule.pattern, here.token, here.governors
    light = tuple(v for v in verbs if v.pos_ == "VERB" and has(book.classes["light"], v))
    if p.governor:
        light = tuple(v for v in verbs if has(p.governor, v))
        if not light:
            return None
    if p.prep and not _preps(p.prep, here, *light, *subject_of(noun)):
        return None
    if p.complement and not any(has(p.complement, c) for c in here.complements):
        return None
    if p.object and not any_of(p.object, here.modifiers):
        return None
    if p.object_without and any_of(p.object_without, here.modifiers):
        return None
    if (
        p.negated is not None
        and (any(is_negated(v) for v in light) or any(c.lower_ == "no" for c in noun.lefts)) != p.negated
    ):
        return None
    if p.future is not None and any(is_future(v) for v in light) != p.future:
        return None
    return Match(rule, noun, light) if _around(rule, here) else None


def _particle(words: Words, verb: Token) -> bool:
    after = [c for c in verb.children if c.dep_ in ("prt", "advmod", "prep", "oprd", "acomp")]
    small = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("ADV", "ADP")]  # "let them back in"
    return any(has(words, c) for c in (*after, *small, *(g for c in small for g in c.children)))


def _preps(wanted: tuple[tuple[str, Words], ...], here: Trigger, *others: Token) -> bool:
    have = [*here.arms, *(arm for token in others for arm in syntax.arms(token))]
    for names, words in wanted:
        allowed = names.split("|")
        nouns = [noun for name, noun in have if name in allowed]
        if words.anything:
            nouns = [noun for noun in nouns if noun.ent_type_ not in ("DATE", "TIME")]
        if not any_of(words, [n for noun in nouns for n in phrases.coordinated(noun)]):
            verbs = [v for token in (here.token, *others) for name, v in verbal_arms(token) if name in allowed]
            if not any(has(words, v) for v in verbs):
                return False
    return True


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


def _of_kind(words: Words, objects: list[Token]) -> bool:
    """Whether an object is one of the words, or is marked with one ("launched verbal attacks")."""
    marks = [c for o in objects for c in o.lefts if c.dep_ in ("amod", "compound", "nmod")]
    return any_of(words, objects) or any(has(words, mark) for mark in marks)


def _around(rule: CompiledRule, here: Trigger) -> bool:
    p = rule.pattern
    return not (p.with_ and not _in_clause(p.with_, here)) and not (p.without and _in_clause(p.without, here))


def _in_clause(words: Words, here: Trigger) -> bool:
    if not words.anything and words.single.isdisjoint(here.clause_forms) and words.last.isdisjoint(here.clause_forms):
        return False
    return any(has(words, t) for t in here.clause)


def stands_in_refused(rule: CompiledRule, here: Trigger) -> bool:
    """Whether a word stands in company in which a rule passes it over."""
    p = rule.pattern
    if p.object_without and (
        _of_kind(p.object_without, here.objects)
        if here.token.pos_ == "VERB"
        else any_of(p.object_without, here.modifiers)
    ):
        return True
    if p.complement_without and any(has(p.complement_without, c) for c in here.complements):
        return True
    return bool(p.without) and _in_clause(p.without, here)


def is_exact(rule: CompiledRule) -> bool:
    """Whether a rule knows a deed short of violence by its mode: "occupied the town", "test-fired a missile"."""
    known = rule.event in SHORT_OF_VIOLENCE and rule.mode is not None
    return known and (rule.needed < NEEDED["weak"] or rule.rank >= EXACT)
