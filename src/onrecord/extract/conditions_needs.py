"""Shortages and humanitarian conditions: what is lacking, who needs help, who is hungry, sick or without a roof."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects, own_arms
from onrecord.extract.conditions_frame import draft, noun_evidence, quantity, sectors, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import counts_people, things
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind, Status


def needs(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The shortage or the humanitarian condition that `token` tells, if any."""
    lemma = token.lemma_.lower()
    if lemma in words("shortage_nouns") and token.pos_ == "NOUN":
        if found := tuple(dict.fromkeys(_short_of(token))):
            yield _draft(layers, paragraph, token, noun_evidence(token), "shortage", found)
    elif lemma == "run" or token.lower_ == "short":
        yield from _running_out(layers, paragraph, token)
    elif (lemma in words("humanitarian_nouns") and any(t.lower_ == "humanitarian" for t in token.lefts)) or (
        (lemma in words("humanitarian_alone") or token.lower_ in words("humanitarian_alone"))
        and token.pos_ in ("NOUN", "PROPN")
        and token.dep_ not in ("compound", "amod")
    ):
        yield _sick(layers, paragraph, token) or _draft(
            layers, paragraph, token, noun_evidence(token), "humanitarian", sectors(noun_evidence(token))
        )
    elif token.pos_ == "VERB" and lemma in words("lacking"):
        yield from _lacking(layers, paragraph, token, lemma)
    elif lemma == "eat" and token.pos_ == "VERB":
        yield from _meals(layers, paragraph, token)
    elif token.pos_ == "VERB" and lemma in words("dwelling"):
        yield from _dwelling(layers, paragraph, token)
    elif token.lower_ in words("suffering"):
        yield from _suffering(layers, paragraph, token)


def _sick(layers: Layers, paragraph: Paragraph, noun: Token) -> ConditionDraft | None:
    """ "46 cases of dysentery", "three deaths from typhus": the disease with those who are counted."""
    head = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "from") else None
    if head is None or head.lemma_.lower() not in ("case", "death", "patient", "infection", "victim", "outbreak"):
        return None
    found = sectors(noun_phrase(head)) or sectors(noun_evidence(noun))
    return draft(
        layers, paragraph, "humanitarian", noun, noun_phrase(head), noun=head, people=head, sectors=found or ("health",)
    )


def _short_of(noun: Token) -> tuple[str, ...]:
    """The sectors of what is short; none for a shortage of ideas."""
    near = [t for t in noun.subtree if t != noun]
    if any(t.lemma_.lower() in words("ideas") for t in near):
        return ()
    return sectors(noun.doc[max(noun.sent.start, noun.i - 2) : noun.i]) + sectors(noun_evidence(noun))


def _running_out(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """ "hospitals are running out of fuel", "running low on food", "short of water"; "diesel ran out"."""
    following = token.doc[token.i + 1 : min(token.i + 3, token.sent.end)]
    marked = [t.lower_ for t in following]
    runs = token.lemma_.lower() == "run" and marked in (["out", "of"], ["low", "on"], ["short", "of"])
    if not runs and token.lemma_.lower() == "run" and marked[:1] in (["out"], ["low"], ["short"]):
        used = next((n for n in grammatical_subjects(token) if sectors(noun_phrase(n))), None)
        if used is not None:
            evidence = verb_evidence(token)
            ahead = token.head.lemma_ in words("fearing") | words("forecasting")
            told: Status | None = "hypothetical" if ahead else None
            yield draft(layers, paragraph, "shortage", token, evidence, sectors=sectors(noun_phrase(used)), told=told)
        return
    if not runs and not (token.lower_ == "short" and marked[:1] == ["of"]):
        return
    start = token.i + (3 if runs else 2)
    needed = token.doc[start : min(start + 8, token.sent.end)]
    verb = token if token.pos_ == "VERB" else token.head
    if needed and (found := sectors(needed)):
        yield _draft(layers, paragraph, verb, verb_evidence(verb), "shortage", found)


def _lacking(layers: Layers, paragraph: Paragraph, verb: Token, lemma: str) -> Iterator[ConditionDraft]:
    """ "doctors lack anaesthetics", "60,000 people need food aid", "families cannot afford bread"."""
    wanted = next((c for c in verb.children if c.dep_ == "dobj"), None)
    subject = next(iter(grammatical_subjects(verb)), None)
    if wanted is None or subject is None or any(c.dep_ == "neg" for c in verb.children):
        return
    told = sectors(noun_phrase(wanted))
    helped = wanted.lemma_.lower() in words("help")
    if lemma == "lack":
        if told:
            yield draft(layers, paragraph, "shortage", verb, verb_evidence(verb), sectors=told)
    elif (told or helped) and counts_people(subject):
        yield draft(
            layers, paragraph, "humanitarian", verb, verb_evidence(verb), noun=wanted, people=subject, sectors=told
        )


def _meals(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "eats a single meal a day": meals that are counted."""
    meal = child(verb, "dobj")
    few = meal is not None and any(t.lower_ in ("one", "single", "two", "only") for t in meal.subtree)
    if meal is not None and meal.lemma_ == "meal" and few and any(t.lower_ == "day" for t in verb.subtree):
        yield draft(layers, paragraph, "humanitarian", verb, verb_evidence(verb), sectors=("food",))


def _dwelling(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "are living in school gyms", "sleep on bare ground": people with no roof of their own."""
    subject = next(iter(grammatical_subjects(verb)), None)
    if subject is None or not counts_people(subject) or any(t.lower_ == "without" for t in verb.subtree):
        return
    if any(things(noun).lemma_.lower() in words("refuges") for name, noun in own_arms(verb) if name in _IN):
        yield draft(layers, paragraph, "humanitarian", verb, verb_evidence(verb), people=subject, sectors=("shelter",))


_IN = ("in", "on", "under", "at", "inside")


def _suffering(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """ "1.2 million people are going hungry", "one child in five is malnourished", "240 cases of cholera"."""
    verb = token.head if token.dep_ in ("acomp", "oprd", "attr") else token
    subject = next(iter(grammatical_subjects(verb)), None) or child(verb, "nsubjpass")
    if token.dep_ == "amod":
        subject, verb = token.head, token.head
    if subject is None or not counts_people(subject):
        return
    evidence = noun_evidence(verb) if token.dep_ == "amod" else verb_evidence(verb)
    found = sectors(evidence) or (("food",) if token.lower_ in words("hunger") else ())
    yield draft(layers, paragraph, "humanitarian", verb, evidence, people=subject, sectors=found)


def _draft(
    layers: Layers, paragraph: Paragraph, anchor: Token, evidence: Tokens, kind: ConditionKind, found: tuple[str, ...]
) -> ConditionDraft:
    counted = quantity(paragraph, anchor)
    people = anchor if counted is not None and kind == "humanitarian" else None
    return draft(layers, paragraph, kind, anchor, evidence, sectors=found, people=people)
