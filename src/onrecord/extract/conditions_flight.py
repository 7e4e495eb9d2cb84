"""Displacement: people who flee, are driven out, evacuated, or live as displaced."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects, logical_objects, own_arms
from onrecord.extract.conditions_frame import counted, draft, stretch, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import counts_people, people, things
from onrecord.extract.conditions_plight import into_want
from onrecord.extract.conditions_routes import is_named, is_region
from onrecord.extract.drafts import ConditionDraft


def flight(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The displacement that `token` tells, if any."""
    if token.pos_ == "VERB":
        who = _displaced(layers, paragraph, token)
        if who is not None and len(verb_evidence(token)) > 1:
            yield draft(layers, paragraph, "displacement", token, verb_evidence(token), noun=who, people=who)
    if token.pos_ in ("NOUN", "PROPN") or (token.lower_ == "displaced" and token.dep_ == "pobj"):
        yield from _by_noun(layers, paragraph, token)


def _displaced(layers: Layers, paragraph: Paragraph, verb: Token) -> Token | None:
    """Whom a verb tells to leave where they live."""
    lemma = verb.lemma_.lower()
    if lemma in words("displacing"):
        if verb.head.lemma_.lower() in words("waiting") | {"need", "require", "want", "hope"} and verb.dep_ == "xcomp":
            return None  # who waits to be evacuated has not left
        region = lemma == "evacuate"
        found = (n for n in logical_objects(verb) if people(n) or (region and is_region(layers, paragraph, n)))
        return next(found, None) or _left_so(verb)
    if lemma in words("fleeing"):
        return next((n for n in grammatical_subjects(verb) if people(n) and counted(n)), None)
    if lemma in words("driving"):
        who = None if into_want(verb) else next(filter(counts_people, logical_objects(verb)), None)
        arms = {name for token in (verb, who) if token is not None for name, _ in own_arms(token)}
        return who if arms & {"from", "across", "into", "over", "out"} else None
    if lemma in ("order", "force", "tell", "compel"):
        return _sent_away(verb)
    if lemma in words("going_away"):
        return _gone(layers, paragraph, verb)
    return None


def _left_so(verb: Token) -> Token | None:
    """ "60,000 people uprooted around Kidal": a participle that the parser takes for a verb of theirs."""
    alone = verb.tag_ in ("VBN", "VBD") and child(verb, "dobj", "aux", "auxpass") is None
    return next((n for n in grammatical_subjects(verb) if people(n) and counted(n)), None) if alone else None


def _sent_away(verb: Token) -> Token | None:
    """ "ordered 400 families to leave", "told residents to pack"."""
    left = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp"))
    if not any(c.lemma_ in ("leave", "flee", "evacuate", "pack", "move") for c in left):
        return None
    return next(filter(counts_people, logical_objects(verb)[:1]), None)


def _gone(layers: Layers, paragraph: Paragraph, verb: Token) -> Token | None:
    """ "hundreds of families have left Vessim for the capital", "half of the population has moved to the coast"."""
    subject = next(iter(grammatical_subjects(verb)), None)
    if subject is not None and subject.like_num and verb.lemma_ in ("cross", "flee"):
        abroad = [n for name, n in own_arms(verb) if name in ("into", "to")]
        return subject if any(is_region(layers, paragraph, n) or is_named(n) for n in abroad) else None
    if subject is None or not counts_people(subject) or not (counted(subject) or things(subject) != subject):
        return None
    if things(subject).lemma_.lower() not in words("residents"):
        return None
    left = child(verb, "dobj")
    where = [left] if left is not None else [n for name, n in own_arms(verb) if name in ("to", "from", "into")]
    return subject if any(is_region(layers, paragraph, n) or n.lemma_ == "home" or is_named(n) for n in where) else None


def _by_noun(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "26,000 displaced people", "the number of refugees has passed 40,000", "the displaced number 81,000"."""
    displaced = (
        noun.lower_ == "displaced"
        or noun.lemma_.lower() in words("displaced_nouns")
        or (noun.lemma_.lower() in words("persons") and any(t.lower_ == "displaced" for t in noun.lefts))
    )
    if not displaced or noun.dep_ == "compound":
        return
    head = noun.head
    number = head.head if head.lower_ == "of" and head.head.lemma_ == "number" else None
    if number is not None and number.head.pos_ in ("VERB", "AUX"):
        yield draft(layers, paragraph, "displacement", number.head, verb_evidence(number.head), noun=noun, people=noun)
    elif noun.dep_ == "nsubj" and head.lemma_ in ("number", "total") and any(t.like_num for t in head.children):
        yield draft(layers, paragraph, "displacement", noun, stretch([*noun.subtree, *head.subtree]), people=noun)
    elif counted(noun):
        yield draft(layers, paragraph, "displacement", noun, noun_phrase(noun), people=noun)
