"""Damage to what is built, and how safe a place is: fighting, quiet, curfews, truces that hold or collapse."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.syntax import child, grammatical_subjects, is_passive, logical_objects, own_arms
from onrecord.extract.conditions_frame import draft, severity, stretch, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import things
from onrecord.extract.drafts import ConditionDraft


def damage(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """What `token` tells to be damaged, if anything."""
    if token.pos_ == "NOUN" and token.lemma_.lower() in words("damage_nouns"):
        yield from _by_noun(layers, paragraph, token)
    if token.pos_ not in ("VERB", "AUX"):
        return
    built = next((n for n in _hit(token) if _structure(n)), None)
    if built is not None and len(verb_evidence(token)) > 1:
        yield draft(layers, paragraph, "damage", token, verb_evidence(token), noun=built, people=built)


def _by_noun(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "damage to the pumping station has cut the supply", "the destruction of two bridges"."""
    built = next((n for name, n in own_arms(noun) if name in ("to", "of") and _structure(n)), None)
    if built is not None and not any(c.lower_ in ("no", "possible", "potential") for c in noun.children):
        evidence = stretch([noun, *(t for t in noun.subtree if t.i > noun.i)])
        yield draft(layers, paragraph, "damage", noun, evidence, noun=built, people=built)


def _structure(noun: Token) -> bool:
    return things(noun).lemma_.lower() in words("structures")


def _hit(verb: Token) -> list[Token]:
    """What a verb tells to be damaged: its object, what is set fire to, what lies in ruins."""
    lemma = verb.lemma_.lower()
    if lemma in words("damaging") and (hit := logical_objects(verb)):
        return hit
    if lemma in ("bring", "knock", "pull", "tear") and any(c.lower_ in ("down", "out") for c in verb.children):
        return logical_objects(verb)
    if lemma in ("collapse", "burn", "crumble") and child(verb, "dobj") is None:
        return grammatical_subjects(verb)
    if lemma == "put" and any(name == "of" and n.lower_ in ("action", "service") for name, n in own_arms(verb)):
        return logical_objects(verb)
    if lemma in ("sweep", "rip", "tear", "rage") and any(
        noun.lemma_ in ("fire", "flame", "blaze") for noun in grammatical_subjects(verb)
    ):
        return [noun for name, noun in own_arms(verb) if name == "through"]
    if lemma == "set" and (fire := child(verb, "dobj")) is not None and fire.lower_ == "fire":
        return [noun for name, noun in own_arms(verb) if name == "to"]
    if lemma in ("hit", "strike", "pound", "shell"):
        return logical_objects(verb) if lemma == "shell" or _shot(verb) else []
    if lemma in ("lie", "be", "stand", "remain"):
        arms = list(own_arms(verb))
        ruined = any(name == "in" and noun.lemma_.lower() in ("ruin", "rubble", "flame") for name, noun in arms)
        out = any(name == "of" and noun.lower_ in ("service", "action", "order") for name, noun in arms)
        return grammatical_subjects(verb) if ruined or out else []
    return []


def _shot(verb: Token) -> bool:
    """ "a shell hit", "was struck by a missile"."""
    agents = [n for name, n in own_arms(verb) if name == "by"] if is_passive(verb) else grammatical_subjects(verb)
    return any(noun.lemma_.lower() in words("shots") for noun in agents)


def security(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The state of security that `token` tells, if any."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        noun = _secured(token, lemma)
        if noun is not None:
            yield draft(layers, paragraph, "security", token, verb_evidence(token), noun=noun)
    elif token.pos_ != "NOUN":
        return
    elif (
        lemma == "situation"
        and any(t.lower_ == "security" for t in token.lefts)
        and (token.dep_ == "nsubj" or severity(token))
    ):
        yield draft(layers, paragraph, "security", token, stretch(list(token.subtree)))
    elif lemma in words("order_measures") and _in_force(token):
        yield draft(layers, paragraph, "security", token, verb_evidence(token.head))


def _secured(verb: Token, lemma: str) -> Token | None:
    """ "fighting has resumed", "the truce collapsed", "the front was quiet": what a verb says of safety."""
    unrest, truce = lemma in words("security_verbs"), lemma in words("truce_verbs")
    calm = any(c.lower_ in words("calm") for c in verb.children)
    if not (unrest or truce or calm):
        return None
    told = grammatical_subjects(verb) or logical_objects(verb)
    named = {n.lemma_.lower() for n in told}
    unrest = unrest and bool((named | {n.lower_ for n in told}) & words("security_nouns"))
    truce, calm = truce and bool(named & words("truces")), calm and bool(named & words("fronts"))
    return told[0] if unrest or truce or calm else None


def _in_force(noun: Token) -> bool:
    """ "a curfew is in force", "imposed martial law", "prolonged the state of emergency"."""
    named = noun.lemma_ != "state" or any(t.lower_ == "emergency" for t in noun.subtree)
    return named and noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.lemma_.lower() in words("in_force")
