"""Vehicles that stand before a closed route: "90 tankers waiting at the gate", "in the line for a week"."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import grammatical_subjects, logical_objects, own_arms
from onrecord.extract.conditions_frame import counted, since, stretch, verb_evidence
from onrecord.extract.conditions_lexicon import sector_of, words
from onrecord.extract.conditions_people import things
from onrecord.extract.conditions_routes import route_phrase
from onrecord.extract.conditions_status import status
from onrecord.extract.drafts import ConditionDraft

_PARTICLES = ("up", "back", "off")
_AT = ("at", "on", "in", "along", "near", "outside", "before", "off", "across", "behind")


def stuck(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The traffic that `token` tells to be stuck, if any."""
    if token.pos_ in ("VERB", "ADJ") and token.lemma_.lower() in words("stuck_verbs"):
        yield from _standing(layers, paragraph, token, stays=True)


def waiting(layers: Layers, paragraph: Paragraph) -> Iterator[ConditionDraft]:
    """The traffic of a paragraph that waits, in a report that tells of a closed route."""
    for token in paragraph.parse:
        lemma = token.lemma_.lower()
        if lemma in words("standing_still") and token.pos_ == "VERB":
            yield from _standing(layers, paragraph, token, stays=False)
        elif lemma in words("tying_up") and token.pos_ == "VERB":
            if any(c.lower_ in _PARTICLES for c in token.children):
                yield from _standing(layers, paragraph, token, stays=True)
        elif lemma in words("queues") and token.pos_ == "NOUN":
            yield from _in_a_queue(layers, paragraph, token)


def _standing(layers: Layers, paragraph: Paragraph, verb: Token, *, stays: bool) -> Iterator[ConditionDraft]:
    """ "80 coaches were stuck on the far side", "trawlers are tied up", "timber held up at the gate"."""
    if verb.dep_ == "amod" or verb.tag_ == "VB":
        return
    holder = verb.head if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN") else None
    found = [holder] if holder is not None else [*logical_objects(verb), *grammatical_subjects(verb)]
    who = next((n for n in found if _stands(n, stays=stays)), None)
    where = next((n for name, n in own_arms(verb) if name in _AT and not _a_time(n)), None)
    if who is None or (where is None and not stays):
        return
    evidence = _of_both(who, verb) if holder is not None else verb_evidence(verb)
    yield _draft(layers, paragraph, verb, who, where, evidence)


def _in_a_queue(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the tailback of loaded trucks on the coast road", "a haulier who has been in the line for a week"."""
    of = next((n for name, n in own_arms(noun) if name == "of" and _vehicle(n)), None)
    if of is not None:
        verb = noun.head if noun.dep_ == "nsubj" else None
        where = next((n for t in (noun, of) for name, n in own_arms(t) if name in _AT and not _a_time(n)), None)
        evidence = stretch(list(noun.subtree)) if verb is None else verb_evidence(verb)
        yield _draft(layers, paragraph, verb or noun, of, where, evidence)
        return
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else None
    if verb is None or verb.pos_ not in ("VERB", "AUX") or verb.tag_ == "VB":
        return
    who = next((n for n in grammatical_subjects(verb) if _crew(n) or _vehicle(n)), None)
    if who is not None:
        evidence = _of_both(who, verb) if verb.dep_ == "relcl" else verb_evidence(verb)
        yield _draft(layers, paragraph, verb, who, None, evidence)


def _stands(noun: Token, *, stays: bool) -> bool:
    """Whether a noun is traffic that can be kept waiting: vehicles, those who drive them, goods that are held up."""
    meant = things(noun)
    if _vehicle(meant) or (_crew(meant) and counted(noun)):
        return stays or counted(noun)
    return stays and (
        meant.lemma_.lower() in words("cargo") or bool({t.lower_ for t in noun_phrase(meant)} & set(sector_of()))
    )


def _vehicle(noun: Token) -> bool:
    meant = things(noun)
    lemmas = {t.lemma_.lower() for t in noun_phrase(meant) if t == meant or t.dep_ != "pobj"}
    return bool(lemmas & words("heavy"))


def _crew(noun: Token) -> bool:
    return things(noun).lemma_.lower() in words("drivers")


def _a_time(noun: Token) -> bool:
    return noun.ent_type_ in ("DATE", "TIME")


def _of_both(noun: Token, verb: Token) -> Tokens:
    """The phrase of a noun with the clause that hangs on it."""
    return stretch([*noun_phrase(noun), *verb_evidence(verb)])


def _draft(
    layers: Layers, paragraph: Paragraph, verb: Token, who: Token, where: Token | None, evidence: Tokens
) -> ConditionDraft:
    return ConditionDraft(
        kind="access",
        place=None if where is None else paragraph.span(route_phrase(where)),
        state="blocked",
        restricted=(paragraph.span(noun_phrase(who)),),
        since=since(layers, paragraph.span(evidence)),
        evidence=paragraph.span(evidence),
        status="asserted" if verb.dep_ in ("acl", "relcl") else status(verb),
    )
