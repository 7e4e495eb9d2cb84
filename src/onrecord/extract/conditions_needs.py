"""Shortages and humanitarian conditions."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.conditions_frame import (
    cause_tokens,
    negated,
    noun_evidence,
    place_in,
    place_near,
    sectors,
    severity,
    since,
    status,
    verb_evidence,
)
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind


def needs(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The shortage or the humanitarian condition that `token` tells, if any."""
    lemma = token.lemma_.lower()
    if lemma in words("shortage_nouns") and token.pos_ == "NOUN":
        if found := tuple(dict.fromkeys(_short_of(token))):
            yield _draft(layers, paragraph, token, noun_evidence(token), "shortage", found)
    elif lemma == "run" or token.lower_ == "short":
        yield from _running_out(layers, paragraph, token)
    elif (lemma in words("humanitarian_nouns") and any(t.lower_ == "humanitarian" for t in token.lefts)) or (
        lemma in words("humanitarian_alone") and token.pos_ == "NOUN" and token.dep_ not in ("compound", "amod")
    ):
        yield _draft(layers, paragraph, token, noun_evidence(token), "humanitarian", sectors(noun_evidence(token)))


def _short_of(noun: Token) -> tuple[str, ...]:
    """The sectors of what is short; none for a shortage of ideas."""
    near = [t for t in noun.subtree if t is not noun]
    if any(t.lemma_.lower() in words("ideas") for t in near):
        return ()
    return sectors(noun.doc[max(noun.sent.start, noun.i - 2) : noun.i]) + sectors(noun_evidence(noun))


def _running_out(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """ "hospitals are running out of fuel", "running low on food", "short of water"."""
    following = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
    marked = [t.lower_ for t in following]
    runs = token.lemma_.lower() == "run" and marked in (["out", "of"], ["low", "on"], ["short", "of"])
    if not runs and not (token.lower_ == "short" and marked[:1] == ["of"]):
        return
    start = token.i + (3 if runs else 2)
    needed = token.doc[start : min(start + 8, token.sent.end)]
    verb = token if token.pos_ == "VERB" else token.head
    if needed and (found := sectors(needed)):
        yield _draft(layers, paragraph, verb, verb_evidence(verb), "shortage", found)


def _draft(
    layers: Layers, paragraph: Paragraph, anchor: Token, evidence: Tokens, kind: ConditionKind, found: tuple[str, ...]
) -> ConditionDraft:
    cause = cause_tokens(anchor, evidence)
    within = paragraph.span(evidence)
    place = place_in(layers, paragraph, evidence, anchor, cause) or place_near(layers, paragraph, anchor, cause)
    return ConditionDraft(
        kind=kind,
        place=place,
        severity=severity(anchor),
        sectors=found,
        since=since(layers, within),
        cause=None if cause is None else paragraph.span(cause),
        evidence=within,
        status=status(anchor),
        negated=negated(anchor),
    )
