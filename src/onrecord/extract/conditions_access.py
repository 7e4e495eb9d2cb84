"""Access: roads, crossings and ports that are closed, restricted or open, since when, and for whom."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.syntax import coordinated, is_passive, logical_objects, noun_phrase
from onrecord.extract.conditions_frame import cause_tokens, negated, since, status, stretch, verb_evidence
from onrecord.extract.conditions_lexicon import meanings, words
from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span


def access(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The access condition that `token` tells, if any."""
    if token.pos_ in ("VERB", "AUX"):
        yield from _by_verb(layers, paragraph, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _by_noun(layers, paragraph, token)


def _by_verb(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    lemma = verb.lemma_.lower()
    state = meanings("closing").get(lemma) or meanings("opening").get(lemma)
    if lemma in ("be", "remain", "stay", "become"):
        yield from _by_adjective(layers, paragraph, verb)
        return
    if state is None or (verb.tag_ == "VB" and status(verb) == "asserted" and not _finite(verb)):
        return
    route = next((o for o in logical_objects(verb) if _is_route(layers, paragraph, o, lemma)), None)
    if route is None and not logical_objects(verb):
        route = next((c for c in verb.children if c.dep_ == "nsubj" and _is_route(layers, paragraph, c, lemma)), None)
    if route is not None and (is_passive(verb) or verb.tag_ != "VBG" or verb.dep_ in ("ROOT", "ccomp")):
        yield _draft(layers, paragraph, verb, route, state)


def _finite(verb: Token) -> bool:
    """Whether a base form has an auxiliary of its own ("could block", "did not close"), or is told as done."""
    return any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children)


def _by_adjective(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "The road is impassable", "The crossing remains closed"."""
    told = next((c for c in verb.children if c.dep_ in ("acomp", "oprd") and c.lower_ in words("closed_words")), None)
    route = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if told is not None and route is not None and _is_route(layers, paragraph, route, "close"):
        yield _draft(layers, paragraph, verb, route, meanings("closed_words")[told.lower_])


def _by_noun(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the ongoing blockade of X", "the disrupted passage of traffic on X"."""
    lemma = noun.lemma_.lower()
    modifiers = {t.lower_ for t in noun.lefts} | {t.lemma_.lower() for t in noun.lefts if t.dep_ == "amod"}
    if lemma in words("closure_nouns") and (
        modifiers & words("lasting") or since(layers, paragraph.span(stretch(list(noun.subtree))))
    ):
        state = meanings("closure_nouns")[lemma]
    elif lemma in words("movements"):
        state = next(
            (meanings("stopped_words")[t.lower_] for t in noun.lefts if t.lower_ in words("stopped_words")), ""
        )
    else:
        return
    whole = stretch(list(noun.subtree))
    lasted = since(layers, paragraph.span(whole))
    evidence = whole if lasted or lemma in words("movements") else noun_phrase(noun)
    route = next((t for t in evidence if t is not noun and _is_route(layers, paragraph, t, "blockade")), None)
    if state and route is not None:
        yield ConditionDraft(
            kind="access",
            place=paragraph.span(noun_phrase(route)),
            state=state,
            restricted=tuple(_passing(paragraph, noun)),
            since=lasted,
            evidence=paragraph.span(evidence),
            status="asserted" if noun.dep_ == "nsubj" else status(noun),  # what already has effects is there
            negated=negated(noun),
        )


def _is_route(layers: Layers, paragraph: Paragraph, noun: Token, lemma: str) -> bool:
    """Whether `noun` is something that one passes; a whole place only where it is besieged or blockaded."""
    if noun.lemma_.lower() in words("routes"):
        return not any(c.lower_ in ("comment", "bank") for c in noun.lefts)
    if lemma not in words("besieged"):
        return False
    span = paragraph.span(noun)
    return any(t.start <= span.start and span.end <= t.end for t in layers.toponyms)


def _draft(layers: Layers, paragraph: Paragraph, verb: Token, route: Token, state: str) -> ConditionDraft:
    evidence = verb_evidence(verb)
    cause = cause_tokens(verb, evidence)
    return ConditionDraft(
        kind="access",
        place=paragraph.span(noun_phrase(route)),
        state=state,
        restricted=tuple(part for noun in [route, *_to_whom(verb)] for part in _passing(paragraph, noun)),
        since=since(layers, paragraph.span(evidence)),
        cause=None if cause is None else paragraph.span(cause),
        evidence=paragraph.span(evidence),
        status=status(verb),
        negated=negated(verb),
    )


def _to_whom(verb: Token) -> list[Token]:
    """What a route is closed to ("closed to trucks and ambulances")."""
    return [verb, *(c for c in verb.children if c.dep_ in ("acomp", "oprd"))]


def _passing(paragraph: Paragraph, head: Token) -> Iterator[Span]:
    """The phrases of those who pass, under "of", "to" or "for" at `head`."""
    for preposition in (c for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "to", "for")):
        for first in (c for c in preposition.children if c.dep_ == "pobj"):
            for noun in coordinated(first):
                if noun.lemma_.lower() in words("passing"):
                    yield paragraph.span(noun_phrase(noun))


def promised_passage(paragraph: Paragraph) -> Iterator[tuple[str, Span]]:
    """What may pass on a route by what is promised or described of it: the sentence's words, and each phrase.

    "the security of persons, vehicles and cargo moving along the corridor" names what a closed corridor keeps out.
    """
    for token in paragraph.parse:
        if token.lemma_.lower() in words("movements") | {"security", "safety", "freedom"}:
            reach = paragraph.parse[token.i : min(token.i + 16, token.sent.end)]
            if any(t.lemma_.lower() in words("routes") - words("movements") for t in reach):
                for phrase in _passing(paragraph, token):
                    yield reach.text, phrase
