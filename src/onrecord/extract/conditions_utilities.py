"""Power, water, links and deliveries that are cut, fail or come for some hours only; goods that are scarce."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects, is_passive, logical_objects, own_arms
from onrecord.extract.conditions_frame import counted, draft, noun_evidence, sectors, verb_evidence
from onrecord.extract.conditions_lexicon import meanings, words
from onrecord.extract.conditions_people import things
from onrecord.extract.drafts import ConditionDraft

REACH = 80
"""Tokens of a clause that are looked through on either side of its verb: one without end must not cost its square."""


def utility(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The shortage that `token` tells by what no longer comes or works, if any."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        yield from _outage(layers, paragraph, token)
    elif token.pos_ not in ("VERB", "AUX") or (token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children)):
        return
    elif lemma in words("being") and any(_scarce(c) for c in token.children):
        yield from _cut(layers, paragraph, token, grammatical_subjects(token))
    elif lemma in words("cutting") and not _takes_part(token):
        alone = grammatical_subjects(token) if lemma in words("failing") else []
        yield from _cut(layers, paragraph, token, logical_objects(token) or alone)
    elif lemma in words("failing") and child(token, "dobj") is None:
        yield from _cut(layers, paragraph, token, grammatical_subjects(token))
    elif (lemma in words("mending") and _not_done(token)) or _in_hours(token) or _rationed_to(token):
        yield from _cut(layers, paragraph, token, logical_objects(token) or grammatical_subjects(token))
    elif lemma in words("working"):
        yield from _few_work(layers, paragraph, token)


def _cut(layers: Layers, paragraph: Paragraph, verb: Token, nouns: list[Token]) -> Iterator[ConditionDraft]:
    """A shortage of what the nouns are, where they are something that people are supplied with."""
    for noun in nouns:
        told = _sectors(noun)
        if told:
            served = next((n for name, n in own_arms(verb) if name == "to" and _served(n)), None)
            yield draft(
                layers, paragraph, "shortage", verb, verb_evidence(verb), noun=noun, people=served, sectors=told,
                lasting=not _in_hours(verb),
            )  # fmt: skip
            return


def _sectors(noun: Token) -> tuple[str, ...]:
    """The sectors of a good, of a supply or line of it ("gas supplies", "the power line", "grain deliveries")."""
    noun = things(noun)
    lemma = noun.lemma_.lower()
    if lemma in meanings("lines"):
        return sectors(noun_phrase(noun)) or ((meanings("lines")[lemma],) if meanings("lines")[lemma] else ())
    found = sectors(noun.doc[noun.i : noun.i + 1]) or sectors(noun.doc[max(0, noun.i - 1) : noun.i + 1])
    return found if noun.lower_ in words("goods") or lemma in words("goods") else ()


def _served(noun: Token) -> bool:
    return things(noun).lemma_.lower() in words("persons") | words("structures") | words("regions")


def _takes_part(verb: Token) -> bool:
    """ "cut short", "cut back on spending": not something that stops."""
    return any(c.lower_ in ("short", "back") for c in verb.children)


def _scarce(token: Token) -> bool:
    if token.dep_ in ("acomp", "advmod", "prt") and token.lower_ in words("scarce"):
        return not any(c.lower_ == "n't" or c.dep_ == "neg" for c in token.children)
    if token.dep_ == "acomp" and token.lower_ in ("impossible", "hard", "difficult"):
        return any(c.dep_ == "xcomp" and c.lemma_ in ("find", "get", "obtain", "buy") for c in token.children)
    return token.dep_ == "prep" and token.lower_ == "in" and any(t.lower_ == "short" for t in token.subtree)


def _not_done(verb: Token) -> bool:
    """ "has not been repaired", "has yet to be restored"."""
    done = verb.tag_ == "VBN" and any(c.lower_ in ("has", "have", "had") for c in verb.children)
    return (done or is_passive(verb)) and any(c.dep_ == "neg" for c in verb.children)


def _in_hours(verb: Token) -> bool:
    """ "for two hours a day", "once a week": what comes at times only."""
    marks = [t for t in _near(verb) if t.lemma_ in ("hour", "minute") and counted(t) and verb.is_ancestor(t)]
    return any(any(c.lower_ in ("day", "night", "week") for c in t.children) for t in marks)


def _rationed_to(verb: Token) -> bool:
    """ "fuel is sold only to ambulances"."""
    if verb.lemma_ not in ("sell", "issue", "give", "supply", "deliver", "reserve") or not is_passive(verb):
        return False
    return any(t.lower_ == "only" and verb.is_ancestor(t) for t in _near(verb))


def _near(verb: Token) -> Tokens:
    """The words around a verb that its clause can hold."""
    first, last = max(verb.left_edge.i, verb.i - REACH), min(verb.right_edge.i + 1, verb.i + REACH)
    return verb.doc[first:last]


def _few_work(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "only two of the nine bakeries are still working", "the plant is running at a third of its capacity"."""
    subject = next(iter(grammatical_subjects(verb)), None)
    if subject is None:
        return
    meant = things(subject)
    few = any(t.lower_ == "only" for t in subject.subtree)
    part = any(n.lemma_ == "capacity" or "capacity" in [t.lower_ for t in n.subtree] for _, n in own_arms(verb))
    service = meant.lemma_.lower() in words("services") | words("structures")
    if service and (few or part):
        told = sectors(noun_phrase(meant))
        yield draft(layers, paragraph, "shortage", verb, verb_evidence(verb), people=subject, sectors=told)


def _outage(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "rolling blackouts", "a power cut"."""
    cut = noun.lemma_.lower() in ("cut", "outage", "failure") and any(
        sectors(noun.doc[t.i : t.i + 1]) for t in noun.lefts if t.dep_ == "compound"
    )
    if (noun.lemma_.lower() in words("blackouts") or cut) and noun.dep_ in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "ROOT",
    ):
        hit = noun.head if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ == "VERB" else None
        evidence = noun_evidence(noun) if hit is None else verb_evidence(hit)
        yield draft(layers, paragraph, "shortage", noun, evidence, sectors=("energy",))
