"""Casualties, displacement, damage, and the state of security."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.syntax import logical_objects, noun_phrase
from onrecord.extract.conditions_frame import (
    cause_tokens,
    counted,
    negated,
    place_in,
    place_near,
    quantity,
    severity,
    since,
    status,
    stretch,
    verb_evidence,
)
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind


def harm(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The harm that `token` tells, if any."""
    if token.pos_ == "VERB":
        yield from _by_verb(layers, paragraph, token)
    elif token.pos_ == "NOUN":
        yield from _by_noun(layers, paragraph, token)
    elif token.lower_ in ("dead", "injured", "wounded", "homeless", "displaced") and token.pos_ == "ADJ":
        yield from _left_so(layers, paragraph, token)


def _by_verb(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    lemma = verb.lemma_.lower()
    objects = logical_objects(verb)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    shot_dead = lemma == "shoot" and any(c.lower_ == "dead" for c in verb.children)
    if lemma in words("killing") or shot_dead:
        hurt = subjects if lemma in ("die", "perish", "drown") and not objects else objects
        told = [n for n in hurt if _people(n) and (counted(n) or verb.tag_ in ("VBD", "VBN"))]
        yield from _of(layers, paragraph, verb, told, "casualties")
    elif lemma in words("displacing"):
        yield from _of(layers, paragraph, verb, [n for n in objects if _people(n)], "displacement")
    elif lemma in words("fleeing"):
        yield from _of(layers, paragraph, verb, [n for n in subjects if _people(n) and counted(n)], "displacement")
    elif lemma in words("damaging"):
        built = [n for n in objects if _things(n).lemma_.lower() in words("structures")]
        yield from _of(layers, paragraph, verb, built, "damage")
    elif lemma in words("security_verbs"):
        unrest = [n for n in subjects if {n.lemma_.lower(), n.lower_} & words("security_nouns")]
        yield from _of(layers, paragraph, verb, unrest, "security")


def _things(noun: Token) -> Token:
    """What is counted: "homes" in "hundreds of homes"; any other noun itself."""
    if noun.lemma_.lower() not in ("dozen", "hundred", "thousand", "million", "score", "number"):
        return noun
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), noun) if of is not None else noun


def _people(noun: Token) -> bool:
    """Whether `noun` is people: counted, or by a word for persons."""
    noun = _things(noun)
    if noun.lemma_.lower() in words("ideas"):
        return False
    return noun.lemma_.lower() in words("persons") or noun.like_num or noun.ent_type_ == "PERSON"


def _by_noun(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the death toll rose to 40", "the security situation", "a curfew"."""
    lemma = noun.lemma_.lower()
    if lemma == "toll" and any(t.lower_ == "death" for t in noun.lefts):
        yield from _of(layers, paragraph, noun.head if noun.dep_ == "nsubj" else noun, [noun], "casualties")
    elif (
        lemma == "situation"
        and any(t.lower_ == "security" for t in noun.lefts)
        and (noun.dep_ == "nsubj" or severity(noun))
    ):
        yield _draft(layers, paragraph, noun, noun, stretch(list(noun.subtree)), "security")
    elif lemma in words("casualty_nouns") and noun.tag_ == "NNS" and counted(noun):
        yield _draft(layers, paragraph, noun, noun, stretch(list(noun.subtree)), "casualties")


def _left_so(layers: Layers, paragraph: Paragraph, adjective: Token) -> Iterator[ConditionDraft]:
    """ "left 12 people dead", "made thousands homeless"."""
    verb = adjective.head
    if adjective.dep_ == "amod" and adjective.i > verb.i:  # "15 people dead", read as one phrase
        yield from _left_with(layers, paragraph, verb.head, verb, adjective)
        return
    noun = next((c for c in adjective.children if c.dep_ == "nsubj"), None)
    noun = noun or next(
        (c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i < adjective.i and c.i > verb.i), None
    )
    if noun is not None:
        yield from _left_with(layers, paragraph, verb, noun, adjective)


def _left_with(
    layers: Layers, paragraph: Paragraph, verb: Token, noun: Token, adjective: Token
) -> Iterator[ConditionDraft]:
    if verb.lemma_ in ("leave", "make") and _people(noun):
        kind: ConditionKind = "displacement" if adjective.lower_ in ("homeless", "displaced") else "casualties"
        yield from _of(layers, paragraph, verb, [noun], kind)


def _of(
    layers: Layers, paragraph: Paragraph, anchor: Token, nouns: list[Token], kind: ConditionKind
) -> Iterator[ConditionDraft]:
    evidence = verb_evidence(anchor)
    if nouns and len(evidence) > 1:
        yield _draft(layers, paragraph, anchor, nouns[0], evidence, kind)


def _draft(
    layers: Layers, paragraph: Paragraph, anchor: Token, noun: Token, evidence: Tokens, kind: ConditionKind
) -> ConditionDraft:
    cause = cause_tokens(noun, evidence)
    within = paragraph.span(evidence)
    place = place_in(layers, paragraph, evidence, anchor, cause) or place_near(layers, paragraph, anchor, cause)
    return ConditionDraft(
        kind=kind,
        place=place,
        severity=severity(noun),
        affected=None if kind == "security" else paragraph.span(noun_phrase(noun)),
        quantity=quantity(paragraph, noun),
        since=since(layers, within),
        cause=None if cause is None else paragraph.span(cause),
        evidence=within,
        status=status(anchor),
        negated=negated(anchor),
    )
