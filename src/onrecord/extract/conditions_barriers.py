"""Routes opened or shut by what stands on them, and by who is let past: "the blocks were dragged aside"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.annotate.syntax import grammatical_subjects, is_passive, logical_objects, own_arms
from onrecord.extract.conditions_frame import begun, since, verb_evidence
from onrecord.extract.conditions_kept_out import mover_phrase
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import things
from onrecord.extract.conditions_routes import is_route, route_phrase, routes_in
from onrecord.extract.conditions_status import negated, status
from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span


def barriers(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The route that `token` tells to be cleared, obstructed, or passed by somebody let through, if any."""
    if token.pos_ != "VERB":
        return
    lemma = token.lemma_.lower()
    if lemma in words("clearing") | words("obstructing"):
        yield from _obstacle(layers, paragraph, token, "open" if lemma in words("clearing") else "blocked")
    if lemma in words("letting"):
        yield from _let_past(layers, paragraph, token)
        yield from _not_let(layers, paragraph, token)
    if lemma in ("turn", "send", "wave"):
        yield from _sent_back(layers, paragraph, token)


def _obstacle(layers: Layers, paragraph: Paragraph, verb: Token, state: str) -> Iterator[ConditionDraft]:
    """ "the blocks at the pass were dragged aside", "threw up barricades across the road"."""
    what = next((n for n in logical_objects(verb) if things(n).lemma_.lower() in words("obstacles")), None)
    route = next((t for t in routes_in(layers, paragraph, verb.sent) if t != what), None)
    if what is None and verb.lemma_ == "clear" and any(name == "of" for name, _ in own_arms(verb)):
        what = route = next(iter(n for n in logical_objects(verb) if is_route(layers, paragraph, n, "")), None)
    if what is not None and route is not None and _done(verb):
        yield _draft(layers, paragraph, verb, route, None, state)


def _let_past(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "a convoy of nine trucks was let through", "allowed two buses through the gate": some have passed."""
    route = next(iter(routes_in(layers, paragraph, verb.sent)), None)
    after = {t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 14, verb.sent.end)]}
    through = {c.lower_ for c in verb.children if c.dep_ in ("prt", "prep", "advmod")} | after & {"through", "across"}
    who = next((n for n in logical_objects(verb) if _mover(n)), None)
    admitted = (
        verb.lemma_ == "admit" and route is not None and who is not None and bool(_lemmas(who) & words("vehicles"))
    )
    begun_to = verb.dep_ == "xcomp" and verb.head.lemma_ in ("begin", "start", "resume") and _done(verb.head)
    past = bool(through & {"through", "across", "past"}) or admitted
    if who is None or not past or not (_done(verb) or begun_to):
        return
    kept_out = any(c.lower_ in ("no", "only", "not") for n in (who, verb) for c in n.children)
    if re.search(r"\b(?:through|across|past|in) only\b", paragraph.span(verb_evidence(verb)).text):
        yield _draft(layers, paragraph, verb, route, who, "restricted")
    elif not kept_out:
        yield _draft(layers, paragraph, verb, route, who, "open")


@cache
def _movers() -> frozenset[str]:
    """What may be let through: vehicles, goods and people."""
    return frozenset(words("vehicles") | words("passing") | words("persons"))


def _not_let(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "soldiers who would not let doctors in", "never allowed convoys to enter"."""
    if not any(c.dep_ == "neg" for c in verb.children):
        return
    on = next(
        (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.lemma_.lower() in words("going_on")), None
    )
    inner = [c for c in on.children if c.dep_ == "nsubj"] if on is not None else []
    who = next((n for n in (*inner, *logical_objects(verb)) if _lemmas(n) & _movers()), None)
    if on is None and who is not None and verb.lemma_ == "admit" and verb.head.lemma_ not in ("refuse", "decline"):
        made, since_then = _draft(layers, paragraph, verb, None, who, "restricted"), since_when(layers, paragraph, verb)
        yield replace(made, since=since_then, status="asserted", negated=False)
    if on is not None and who is not None:
        route = next(iter(routes_in(layers, paragraph, verb.sent)), None)
        yield replace(_draft(layers, paragraph, verb, route, who, "blocked"), status="asserted", negated=False)


def since_when(layers: Layers, paragraph: Paragraph, verb: Token) -> Span | None:
    """Since when or on which day, by the clause of a verb."""
    return since(layers, paragraph.span(verb_evidence(verb))) or begun(layers, paragraph, verb)


def _sent_back(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "turned away two convoys": vehicles that may not pass, wherever it was."""
    if not any(c.lower_ in ("back", "away", "around", "round") for c in verb.children):
        return
    who = next((n for n in logical_objects(verb) if _lemmas(n) & words("vehicles")), None) or _right_before(verb)
    if who is not None and _done(verb) and not routes_in(layers, paragraph, verb.sent):
        yield _draft(layers, paragraph, verb, None, who, "restricted")


def _right_before(verb: Token) -> Token | None:
    """ "the number of vehicles turned away": a participle right after its noun, wherever the parser hangs it."""
    noun = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    fits = noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in words("vehicles")
    return noun if fits and verb.tag_ in ("VBN", "VBD") else None


def _mover(noun: Token) -> bool:
    return bool(_lemmas(noun) & (words("vehicles") | words("passing") | words("persons") | {"pedestrian"}))


def _lemmas(noun: Token) -> set[str]:
    """The words of what moves: "a column of tankers" is tankers."""
    return {t.lemma_.lower() for t in noun_phrase(noun) if t.pos_ in ("NOUN", "PROPN")}


def _done(verb: Token) -> bool:
    """Whether a verb tells what was done: in the past, or as a participle with its helper."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"to", "will", "would", "could", "should", "must", "may", "might", "be"}:
        return False
    return (
        verb.tag_ in ("VBD", "VBZ", "VBP") or bool(helpers) or (is_passive(verb) and bool(grammatical_subjects(verb)))
    )


def _draft(
    layers: Layers, paragraph: Paragraph, verb: Token, route: Token | None, who: Token | None, state: str
) -> ConditionDraft:
    evidence = verb_evidence(verb)
    told = (begun(layers, paragraph, verb) if state == "open" else None) or since_when(layers, paragraph, verb)
    return ConditionDraft(
        kind="access",
        place=None if route is None else paragraph.span(route_phrase(route)),
        state=state,
        restricted=() if who is None else tuple(paragraph.span(mover_phrase(n)) for n in coordinated(who)),
        since=told if who is None else None,
        evidence=paragraph.span(evidence),
        status=status(verb),
        negated=negated(verb),
    )
