"""Want and closed routes in plain words: what came no more, what could not be brought, a barrier that is down.

"The hospital had no more quinine", "no flour has been seen since 6 June", "had been unable to move any maize to X for
32 days", "the barrier has been down", "the ration is 200 grams".
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects, logical_objects, own_arms
from onrecord.extract.conditions_frame import draft, noun_evidence, sectors, since, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_routes import is_named, is_region, is_route, route_phrase
from onrecord.extract.conditions_status import status
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import Status


def plain(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The want or the closed route that `token` tells in plain words, if any."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and lemma in words("stopping_nouns"):
        yield from _stopped(layers, paragraph, token)
    elif token.pos_ in ("VERB", "AUX"):
        for lists, tell in _TOLD:
            if any(lemma in words(name) for name in lists):
                yield from tell(layers, paragraph, token)


def _none_came(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "received no supplies", "no flour has been seen", "had no more quinine"."""
    none = [noun for noun in (*logical_objects(verb), *grammatical_subjects(verb)) if none_of(noun)]
    goods = next((noun for noun in none if sectors(noun_phrase(noun))), None)
    if goods is not None and (_finite(verb) or verb.lemma_ == "have"):
        evidence = verb_evidence(verb)
        told = sectors(noun_phrase(goods))
        if told == ("supplies",):  # a hospital's supplies
            whose = (s for noun in grammatical_subjects(verb) if noun != goods for s in sectors(noun_phrase(noun)))
            told = tuple(dict.fromkeys((*whose, *told)))
        yield replace(draft(layers, paragraph, "shortage", verb, evidence, sectors=told), negated=False)


def none_of(noun: Token) -> bool:
    """Whether a noun is told to be none: "no flour", "no more quinine", "not a single vial of serum"."""
    before = [t.lower_ for t in noun.doc[max(noun.sent.start, noun.i - 4) : noun.i] if noun.is_ancestor(t)]
    return "no" in before or ("not" in before and "single" in before)


def _finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux", "auxpass") is not None


def _out_of(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "the bakeries are out of flour"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)]
    at = next((t.i for t in after if t.lower_ == "out" and t.i + 1 < verb.sent.end and t.nbor(1).lower_ == "of"), None)
    told = () if at is None else sectors(verb.doc[at + 2 : min(at + 6, verb.sent.end)])
    if told and any(c.lower_ == "out" for c in verb.children):
        made = draft(layers, paragraph, "shortage", verb, verb_evidence(verb), sectors=told, lasting=False)
        yield replace(made, status="hypothetical" if made.status == "planned" else made.status)


def _not_brought(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "unable to move any maize to Uvira for 32 days": goods that do not get to a place."""
    goods = next((n for n in logical_objects(verb) if _freight(n)), None)
    able = verb.head if verb.dep_ == "xcomp" else None
    refused = able is not None and (able.lower_ in words("unable") or _not_able(able))
    cannot = any(c.dep_ == "neg" for c in verb.children) and any(
        c.lower_ in ("can", "ca", "could") for c in verb.children
    )
    goal = next((n for name, n in own_arms(verb) if name in ("to", "into", "across", "through")), None)
    if goods is None or not (refused or cannot):
        return
    clause = able.head if able is not None and able.pos_ == "ADJ" else (able or verb)
    evidence = verb_evidence(clause)
    if goal is None:
        inwards = any(c.lower_ in ("in", "through", "across") and c.dep_ in ("prt", "advmod") for c in verb.children)
        if inwards and since(layers, paragraph.span(evidence)):
            yield _kept_out(layers, paragraph, None, goods, evidence, _told(clause))
        return
    if not (is_route(layers, paragraph, goal, "") or is_region(layers, paragraph, goal) or is_named(goal)):
        return
    yield _kept_out(layers, paragraph, goal, goods, evidence, _told(clause))


def _not_able(able: Token) -> bool:
    """ "Has not been able to bring in goods"."""
    return able.lower_ == "able" and any(c.dep_ == "neg" for c in able.head.children)


def _kept_out(
    layers: Layers, paragraph: Paragraph, route: Token | None, what: Token, evidence: Tokens, told: Status
) -> ConditionDraft:
    """A route on which something does not get through."""
    return ConditionDraft(
        kind="access",
        place=None if route is None else paragraph.span(route_phrase(route)),
        state="blocked",
        restricted=tuple(paragraph.span(noun_phrase(n)) for n in coordinated(what)),
        since=since(layers, paragraph.span(evidence)),
        evidence=paragraph.span(evidence),
        status=told,
    )


def _freight(noun: Token) -> bool:
    lemmas = {t.lemma_.lower() for t in noun_phrase(noun)}
    return bool(lemmas & (words("passing") | words("cargo") | words("vehicles"))) or bool(sectors(noun_phrase(noun)))


def _told(verb: Token) -> Status:
    """What cannot be done is so: "can" says no "perhaps" there."""
    found = status(verb)
    return "asserted" if found == "hypothetical" else found


def _barrier(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "the barrier has been down since May", "lowered the boom at the crossing"."""
    down = verb.lemma_.lower() in words("lowering")
    nouns = logical_objects(verb) if down else grammatical_subjects(verb)
    barrier = next((n for n in nouns if n.lemma_.lower() in words("barriers")), None)
    if barrier is None or any(c.lower_ == "to" for c in barrier.rights) or not (_finite(verb) or down):
        return
    marked = {c.lower_ for c in verb.children if c.dep_ in ("advmod", "acomp", "prt", "oprd", "attr")}
    state = "blocked" if down or marked & words("down_words") else "open" if marked & words("up_words") else None
    if state is None or (down and verb.tag_ == "VB" and status(verb) == "asserted"):
        return
    made = draft(layers, paragraph, "access", verb, verb_evidence(verb), state=state)
    route = next((n for name, n in own_arms(barrier) if name in ("at", "on", "across", "of")), None)
    yield replace(made, place=paragraph.span(route_phrase(route)) if route is not None else None)


def _ration(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "the ration is 200 grams a head", "the bread ration stood at 150 grams"."""
    ration = next((n for n in grammatical_subjects(verb) if n.lemma_.lower() in words("ration_nouns")), None)
    evidence = verb_evidence(verb)
    if ration is not None and any(t.lemma_.lower() in words("measures") for t in evidence):
        told = sectors(noun_phrase(ration)) or ("food",)
        yield draft(layers, paragraph, "shortage", verb, evidence, sectors=told)


def _stopped(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the interruption of gas deliveries", "a halt to fuel supplies": what people live on no longer comes."""
    goods = next((n for name, n in own_arms(noun) if name in ("of", "to", "in") and _supplied(n)), None)
    if goods is not None and noun.dep_ != "compound":
        evidence: Tokens = noun_evidence(noun)
        yield draft(layers, paragraph, "shortage", noun, evidence, sectors=sectors(noun_phrase(goods)))


def _supplied(noun: Token) -> bool:
    phrase = noun_phrase(noun)
    supplied = noun.lemma_.lower() in words("supplied") or noun.lower_ in words("goods")
    return supplied and any(t.lower_ in words("goods") for t in phrase)


_TOLD = (
    (("coming",), _none_came),
    (("bringing",), _not_brought),
    (("being", "lowering"), _barrier),
    (("being", "measuring"), _ration),
    (("being",), _out_of),
)
"""Who reads a verb that stands in any of these lists."""
