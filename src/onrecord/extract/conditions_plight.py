"""Hardship in words for it: a place that is strangled, people pushed into hunger, "the plight of", what they eat."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import grammatical_subjects, logical_objects, own_arms
from onrecord.extract.conditions_frame import draft, sectors, stretch, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import counts_people, things
from onrecord.extract.conditions_routes import is_region
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind


def plight(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The hardship that `token` tells, if any."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma in words("strangling"):
            yield from _strangled(layers, paragraph, token)
        elif lemma in words("driving") | words("plunging"):
            yield from _into_hunger(layers, paragraph, token)
        elif lemma in words("eating"):
            yield from _eaten(layers, paragraph, token)
        elif lemma in words("parting_with"):
            yield from _given_up(layers, paragraph, token)
    elif token.pos_ == "NOUN":
        if lemma in words("strangling_nouns") or lemma in words("plight_nouns"):
            yield from _of_people(layers, paragraph, token)
        elif lemma == "crisis":
            yield from _crisis_of(layers, paragraph, token)


def _strangled(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "strangling the valley", "is suffocating a country", "of starving the villagers"."""
    for noun in logical_objects(verb)[:1]:
        place = is_region(layers, paragraph, noun) or noun.lemma_.lower() in (
            "country",
            "nation",
            "economy",
            "republic",
        )
        many = counts_people(noun) and things(noun).lemma_.lower() not in ("soldier", "guard", "officer")
        if (place or many) and verb.tag_ != "VBN":
            evidence = stretch([verb, *noun.subtree]) if verb.dep_ in ("pcomp", "xcomp") else verb_evidence(verb)
            yield draft(layers, paragraph, "humanitarian", verb, evidence, people=noun if many else None)


def _into_hunger(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "could drive 9,000 people into poverty": no flight, though they are driven."""
    if not into_want(verb):
        return
    who = next(filter(counts_people, logical_objects(verb)), None)
    evidence = verb_evidence(verb)
    yield draft(layers, paragraph, "humanitarian", verb, evidence, people=who, sectors=sectors(evidence) or ("food",))


def into_want(verb: Token) -> bool:
    """Whether a verb drives somebody into a state of want: "into hunger", "to the brink of famine"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 14, verb.sent.end)]
    return any(t.lower_ in words("states_of_want") and t.i - 1 > verb.i and _leads(t) for t in after)


def _leads(noun: Token) -> bool:
    """Whether "into" or "towards" stands right before a noun and what says which: "into severe hunger"."""
    before = noun.doc[max(noun.sent.start, noun.i - 4) : noun.i]
    return any(t.lower_ in ("into", "towards", "toward", "brink", "verge", "edge") for t in before)


def _eaten(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "they eat roots and bark", "families eat twice a day", "boiled grass"."""
    doc = verb.doc
    after = doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)]
    once = "once a day" in after.text.lower() or "twice a day" in after.text.lower()
    poor = [t for t in after if t.lower_ in words("famine_foods")]
    who = next(iter(grammatical_subjects(verb)), None)
    beasts = who is not None and who.lemma_.lower() in words("beasts")
    if (poor or (once and verb.lemma_.lower() == "eat")) and who is not None and not beasts and verb.tag_ != "VB":
        kind: ConditionKind = "shortage" if poor else "humanitarian"
        made = draft(layers, paragraph, kind, verb, verb_evidence(verb), sectors=("food",))
        yield replace(made, status="asserted" if made.status == "hypothetical" else made.status)


def _given_up(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "families burn their chairs", "one household in three has sold its livestock": what nobody gives up unless he
    must."""
    who = next((n for n in grammatical_subjects(verb) if counts_people(n) or _home(n)), None)
    lists = words("kept_things") if verb.lemma_.lower() in words("selling") else words("burnt_things")
    what = next((n for n in logical_objects(verb) if n.lemma_.lower() in lists), None)
    if who is not None and what is not None and verb.tag_ != "VB":
        yield draft(layers, paragraph, "humanitarian", verb, verb_evidence(verb), people=who)


def _home(noun: Token) -> bool:
    """ "One household in three", "many", "half of them"."""
    return things(noun).lemma_.lower() in ("household", "family", "many", "half", "most", "resident", "other")


def _of_people(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the misery of villagers in X", "the strangulation of a town", "the suffering inflicted on X"."""
    phrase = stretch(list(noun.subtree))
    own = {noun, *(n for _, n in own_arms(noun))}
    hit = [
        t for t in phrase
        if t.i > noun.i and t.pos_ in ("NOUN", "PROPN")
        and (counts_people(t) or t.lemma_.lower() in words("residents") or is_region(layers, paragraph, t))
    ]  # fmt: skip
    told = [t for t in hit if t in own or t.head.lower_ == "on"]
    if told and noun.dep_ not in ("compound", "amod"):
        made = draft(layers, paragraph, "humanitarian", noun, phrase, sectors=sectors(noun_phrase(noun)))
        yield replace(made, status="asserted" if made.status in ("hypothetical", "demanded") else made.status)


def _crisis_of(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the bread crisis in the north": of what people live on."""
    goods = next((t for t in noun.lefts if t.dep_ == "compound" and t.lower_ in words("goods")), None)
    if goods is None or goods.i + 1 != noun.i:
        return
    if any(t.lower_ in ("global", "world", "worldwide", "international") or t.like_num for t in noun.lefts):
        return
    told = list(noun.subtree)
    after = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    if after.lower_ in ("in", "across", "at"):  # wherever the parser hangs it
        told += [after, *(t for c in after.children if c.dep_ == "pobj" for t in noun_phrase(c))]
    yield draft(layers, paragraph, "shortage", noun, stretch(told), sectors=sectors(noun.doc[goods.i : noun.i]))
