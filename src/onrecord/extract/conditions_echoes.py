"""A closed route that a report comes back to: "the closure hurts farmers", "the cancellation of ferries to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.annotate.syntax import own_arms
from onrecord.extract.conditions_closure import closed_route
from onrecord.extract.conditions_frame import since, stretch, verb_evidence
from onrecord.extract.conditions_lexicon import meanings, words
from onrecord.extract.conditions_routes import is_named, is_region, is_route, route_phrase
from onrecord.extract.conditions_status import negated, status
from onrecord.extract.drafts import ConditionDraft

_THAT_ONE = frozenset(["the", "this", "that", "its", "their", "his", "her"])
_NOT_YET = frozenset(["will", "would", "could", "may", "might", "should", "must", "shall", "to"])


def halted(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """ "the cancellation of ferries to Orsk", "the suspension of flights to Tamsk": traffic that runs no longer."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in words("halting_nouns"):
        return
    what = next((n for name, n in own_arms(token) if name in ("of", "to", "in") and _runs(n)), None)
    if what is None or not _that_one(token):
        return
    phrase = stretch(list(token.subtree))
    routes = [
        t for t in phrase if t.i > what.i and (is_route(layers, paragraph, t, "") or is_region(layers, paragraph, t))
    ]
    routes = routes or [t for t in phrase if t.i > what.i and is_named(t)]
    if routes:
        yield ConditionDraft(
            kind="access",
            place=paragraph.span(route_phrase(routes[0])),
            state="blocked",
            restricted=tuple(paragraph.span(noun_phrase(n)) for n in coordinated(what)),
            since=since(layers, paragraph.span(phrase)),
            evidence=paragraph.span(phrase),
            status=status(token),
        )


def closures_again(layers: Layers, paragraph: Paragraph) -> Iterator[ConditionDraft]:
    """The clauses of a paragraph that say something of "the closure", in a report that tells of one."""
    for noun in paragraph.parse:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in words("closure_nouns") and _said_of(noun):
            route = closed_route(layers, paragraph, noun)
            if route is None and any(name in ("of", "on", "in") for name, _ in own_arms(noun)):
                continue  # "the closure of the school"
            evidence = paragraph.span(verb_evidence(noun.head))
            yield ConditionDraft(
                kind="access",
                place=None if route is None else paragraph.span(route_phrase(route)),
                state=meanings("closure_nouns")[noun.lemma_.lower()],
                since=since(layers, evidence),
                evidence=evidence,
                status="asserted",
                negated=negated(noun),
            )


def _said_of(noun: Token) -> bool:
    """Whether a clause says something of a closure that is there: "the closure protects our farmers"."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX") or not _that_one(noun):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    told = verb.tag_ in ("VBD", "VBZ", "VBP") or bool(helpers)
    return told and not helpers & _NOT_YET and verb.lemma_.lower() not in words("ending") | words("bringing_about")


def _that_one(noun: Token) -> bool:
    return any(c.lower_ in _THAT_ONE or c.dep_ == "poss" for c in noun.lefts)


def _runs(noun: Token) -> bool:
    return noun.lemma_.lower() in words("traffic") | words("vehicles") | words("cargo") | words("freight")
