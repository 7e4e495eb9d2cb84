"""Casualties: people killed, wounded, missing; tolls and losses."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated
from onrecord.annotate.syntax import child, grammatical_subjects, logical_objects, own_arms
from onrecord.extract.conditions_frame import counted, draft, noun_evidence, quantity, stretch, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import people, things
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind

_LEFT = ("dead", "injured", "wounded", "homeless", "displaced", "missing", "hurt")


def harm(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The people that `token` tells to be killed, hurt or missing, if any."""
    if token.pos_ == "VERB":
        yield from _by_verb(layers, paragraph, token)
    elif token.pos_ == "NOUN":
        yield from _by_noun(layers, paragraph, token)
    elif token.lower_ in _LEFT and token.pos_ == "ADJ":
        yield from _left_so(layers, paragraph, token)
    if token.pos_ in ("NOUN", "NUM") and token.lemma_.lower() in words("losses"):
        yield from _losses(layers, paragraph, token)


def _by_verb(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    lemma = verb.lemma_.lower()
    if lemma in words("killing") or _killed_so(verb, lemma):
        objects = logical_objects(verb) or [c for c in verb.children if c.dep_ in ("npadvmod", "dobj") and people(c)]
        dying = lemma in ("die", "perish") and child(verb, "nsubj") is not None
        hurt = grammatical_subjects(verb) if dying or (lemma == "drown" and not objects) else objects
        told = [n for n in hurt if people(n) and (counted(n) or verb.tag_ in ("VBD", "VBN") or _and_so(verb))]
        yield from _of(layers, paragraph, verb, told, "casualties")
    elif lemma in words("burying"):
        told = [n for n in logical_objects(verb) if people(n) and counted(n) and n.ent_type_ != "PERSON"]
        yield from _of(layers, paragraph, verb, told, "casualties")
    elif lemma == "miss" and verb.tag_ == "VBG" and child(verb, "dobj") is None:
        yield from _of(layers, paragraph, verb, [n for n in grammatical_subjects(verb) if people(n)], "casualties")
    elif lemma in ("claim", "cost", "lose", "take"):
        yield from _lives(layers, paragraph, verb)
    elif lemma in ("treat", "hospitalise", "hospitalize"):
        objects = logical_objects(verb)
        arms = [arm for token in (verb, *objects) for arm in own_arms(token)]
        wounds = any(n.lemma_.lower() in words("wounds") for name, n in arms if name == "for")
        told = [n for n in objects if people(n) and counted(n)]
        yield from _of(layers, paragraph, verb, told if wounds or lemma != "treat" else [], "casualties")


def _killed_so(verb: Token, lemma: str) -> bool:
    """ "shot dead", "gunned down", "hacked to death"."""
    if lemma in words("dead_verbs"):
        return any(c.lower_ == ("dead" if lemma == "shoot" else "down") for c in verb.children)
    if lemma not in words("to_death"):
        return False
    after = verb.doc[verb.i + 1 : min(verb.i + 12, verb.sent.end)]
    return any(t.lower_ == "death" and t.nbor(-1).lower_ == "to" for t in after)


def _and_so(verb: Token) -> bool:
    """Whether a participle tells what came of the clause before it: "a shell struck the yard, wounding a nurse"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "of":  # "accused guards of beating a farmer to death"
        return any(above.lemma_.lower() in ("accuse", "suspect", "convict", "guilty") for above in verb.ancestors)
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and before is not None and before.text == ","


def _lives(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "claimed the lives of five soldiers", "lost their lives", "lost his leg"."""
    lost = child(verb, "dobj")
    if lost is None or lost.lemma_.lower() not in words("limbs"):
        return
    owner = next((things(noun) for name, noun in own_arms(lost) if name == "of"), None)
    paid = [c for c in verb.children if c.dep_ in ("dative", "iobj")] if verb.lemma_ == "cost" else []
    who = [owner] if owner is not None else grammatical_subjects(verb) if verb.lemma_ == "lose" else paid
    yield from _of(layers, paragraph, verb, [n for n in who if people(n)], "casualties")


def _by_noun(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the death toll rose to 40", "three deaths"."""
    lemma = noun.lemma_.lower()
    if lemma == "toll" and any(t.lower_ == "death" for t in noun.lefts):
        yield _toll(layers, paragraph, noun)
    elif _told_of(noun) is not None and lemma in words("killing_nouns") | {"death"}:
        yield from _killing_of(layers, paragraph, noun)
    elif lemma in words("casualty_nouns") and any(c.lower_ == "no" for c in noun.children):
        evidence = verb_evidence(noun.head) if noun.head.pos_ == "VERB" else stretch(list(noun.subtree))
        yield draft(layers, paragraph, "casualties", noun, evidence)
    elif lemma in words("casualty_nouns") and noun.tag_ == "NNS" and counted(noun):
        yield draft(layers, paragraph, "casualties", noun, stretch(list(noun.subtree)), people=noun)


def _toll(layers: Layers, paragraph: Paragraph, noun: Token) -> ConditionDraft:
    """ "the death toll rose to 40", "a death toll of 40": the last number that it has come to, of nobody by name."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.pos_ in ("VERB", "AUX") else None
    arms = [(name, n) for t in (noun, verb) if t is not None for name, n in own_arms(t)]
    counts = [n for name, n in arms if name in ("to", "at", "of", "past", "above") and counted(n)]
    counts += [c for c in (verb.children if verb is not None else ()) if c.dep_ in ("attr", "dobj") and c.like_num]
    made = draft(layers, paragraph, "casualties", noun, noun_evidence(noun) if verb is None else verb_evidence(verb))
    return made if not counts else replace(made, quantity=quantity(paragraph, max(counts, key=lambda n: n.i)))


def _told_of(noun: Token) -> Token | None:
    """The people under "of": "the deaths of eleven labourers"."""
    return next(
        (n for name, n in own_arms(noun) if name == "of" and things(n).lemma_.lower() in words("persons")), None
    )


def _killing_of(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the murder of Velmari shepherds", "the death of a nurse", "the deaths of two porters on the pass"."""
    who = _told_of(noun)
    if who is None or any(c.lower_ in ("no", "any") for c in (*noun.lefts, *who.lefts)):
        return
    old = noun.head.lemma_.lower() in ("penalty", "anniversary", "charge", "squad")
    if not old and who.ent_type_ != "PERSON":
        made = draft(layers, paragraph, "casualties", noun, stretch(list(noun.subtree)), noun=who, people=who)
        yield made if made.status == "hypothetical" else replace(made, status="asserted")


def _losses(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "put its losses at eleven dead and thirty wounded": figures of the dead and wounded by themselves."""
    after = noun.doc[noun.i + 1 : min(noun.i + 9, noun.sent.end)]
    dead = [t for t in after if t.lower_ in ("dead", "wounded", "killed", "missing", "injured")]
    if dead and any(t.like_num for t in after):
        yield draft(
            layers, paragraph, "casualties", noun, noun.doc[noun.left_edge.i : dead[-1].i + 1], people=None,
        )  # fmt: skip


def _left_so(layers: Layers, paragraph: Paragraph, adjective: Token) -> Iterator[ConditionDraft]:
    """ "left 12 people dead", "made thousands homeless"; "are missing"."""
    verb = adjective.head
    if adjective.dep_ == "acomp" and verb.lemma_ == "be" and adjective.lower_ in ("missing", "dead", "hurt"):
        told = [n for n in grammatical_subjects(verb) if people(n) and counted(n)]
        yield from _of(layers, paragraph, verb, told, "casualties")
        return
    if adjective.dep_ == "amod" and adjective.i > verb.i:  # "15 people dead", read as one phrase
        yield from _left_with(layers, paragraph, verb.head, verb, adjective)
        return
    noun = next((c for c in adjective.children if c.dep_ == "nsubj"), None)
    noun = noun or next(
        (c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i < adjective.i and c.i > verb.i), None
    )
    noun = noun or (next(iter(grammatical_subjects(verb)), None) if child(verb, "auxpass") is not None else None)
    if noun is not None:
        yield from _left_with(layers, paragraph, verb, noun, adjective)


def _left_with(
    layers: Layers, paragraph: Paragraph, verb: Token, noun: Token, adjective: Token
) -> Iterator[ConditionDraft]:
    if verb.lemma_ in ("leave", "make") and people(noun):
        kind: ConditionKind = "displacement" if adjective.lower_ in ("homeless", "displaced") else "casualties"
        evidence = verb_evidence(verb)
        if not evidence.start <= noun.i < evidence.end:  # "700 people who were made homeless"
            evidence = noun.doc[min(noun.left_edge.i, evidence.start) : max(noun.i + 1, evidence.end)]
        yield draft(layers, paragraph, kind, verb, evidence, noun=noun, people=noun)


def _of(
    layers: Layers, paragraph: Paragraph, anchor: Token, nouns: list[Token], kind: ConditionKind
) -> Iterator[ConditionDraft]:
    evidence = verb_evidence(anchor)
    if nouns and len(evidence) > 1:
        first = next((n for n in coordinated(nouns[0]) if people(n) or n == nouns[0]), nouns[0])
        yield draft(layers, paragraph, kind, anchor, evidence, noun=first, people=first)
