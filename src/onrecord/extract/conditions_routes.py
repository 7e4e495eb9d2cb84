"""What one passes: roads, crossings, ports, and the places that these lead to."""

import re

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.annotate.syntax import own_arms
from onrecord.extract.conditions_lexicon import words

_RAILS = re.compile(r"\b(?:railway|railroad|trains?|rail)\b", re.IGNORECASE)


def is_route(layers: Layers, paragraph: Paragraph, noun: Token, lemma: str) -> bool:
    """Whether `noun` is something that one passes; a whole place only where `lemma` is to besiege or blockade it."""
    if noun.pos_ in ("NOUN", "PROPN") and (
        noun.lemma_.lower() in words("routes") or _of_a_route(noun) or _railway(layers, noun)
    ):
        return not any(c.lower_ in ("comment", "bank") for c in noun.lefts) and not _names_more(noun)
    return lemma in words("besieged") and is_place(layers, paragraph, noun)


def _of_a_route(noun: Token) -> bool:
    """ "the Rill ferry", "two crossing points", "the landing stage": a noun that with what is before it is a route."""
    lemma, before = noun.lemma_.lower(), {t.lower_ for t in noun.lefts}
    if lemma == "ferry":
        return noun.tag_ in ("NN", "NNP") and bool(before & {"the", "this", "that"})
    if lemma == "post":
        return bool(before & {"border", "frontier", "customs", "crossing", "guard", "check"})
    return (lemma == "point" and bool(before & {"crossing", "border", "entry"})) or (
        lemma == "stage" and "landing" in before
    )


def _railway(layers: Layers, noun: Token) -> bool:
    """ "The line has been cut" in a report on a railway; no power line, front line or line of control."""
    if noun.lemma_.lower() != "line" or noun.dep_ == "compound" or any(c.lower_ == "of" for c in noun.rights):
        return False
    before = {t.lower_ for t in noun.lefts}
    if before & {"railway", "rail", "railroad", "train", "branch", "freight"}:
        return True
    which = before - {"the", "this", "that", "its", "their", "own", "only", "main", "single", "whole"}
    return (
        not any(t.dep_ == "compound" for t in noun.lefts) and len(which) < 2 and _RAILS.search(layers.text) is not None
    )


def _names_more(noun: Token) -> bool:
    """Whether a noun for a route only says which of something else ("port captain", "border guards")."""
    return noun.dep_ == "compound" and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i > noun.i


def is_place(layers: Layers, paragraph: Paragraph, noun: Token) -> bool:
    """Whether `noun` is the last word of a place's name."""
    start = paragraph.start + noun.idx
    toponym = layers.toponym_at(start)
    return toponym is not None and start + len(noun) <= toponym.end and toponym.use != "adjective"


def is_region(layers: Layers, paragraph: Paragraph, noun: Token) -> bool:
    """Whether `noun` is a place in which people live, by its name or by a word for its kind."""
    if noun.lemma_.lower() in words("regions") and noun.dep_ != "compound":
        return True
    return is_place(layers, paragraph, noun) or (noun.pos_ == "PROPN" and noun.ent_type_ in ("GPE", "LOC", "FAC"))


def is_named(noun: Token) -> bool:
    """Whether `noun` is a name that can be a place's: what is besieged or reached, where no map knows it."""
    return noun.pos_ == "PROPN" and noun.dep_ != "compound" and noun.ent_type_ not in ("DATE", "TIME")


def is_any(noun: Token) -> bool:
    """Whether a noun means no way in particular: "nobody wants a closed gate", "there is no open road"."""
    return any(t.lower_ in ("a", "an", "any", "no") for t in noun.lefts)


def place_closed(layers: Layers, paragraph: Paragraph, noun: Token) -> bool:
    """Whether `noun` is a place by its name that can be closed: a town, a gate, no person and no paper."""
    return is_place(layers, paragraph, noun) or (is_named(noun) and noun.ent_type_ in ("GPE", "LOC", "FAC"))


def apposed_name(noun: Token) -> Token | None:
    """The name at the head of a sentence of which a route is the apposition: "Tamsk, the only crossing between …"."""
    start = noun_phrase(noun).start
    if (
        start - 2 < noun.sent.start
        or noun.doc[start - 1].text != ","
        or noun.doc[start].lower_ not in ("the", "a", "its")
    ):
        return None
    name = noun.doc[noun.sent.start : start - 1]
    named = len(name) < 5 and all(t.pos_ == "PROPN" or t.lower_ == "the" for t in name)
    return name[-1] if named and name[-1].ent_type_ not in ("PERSON", "DATE", "TIME") else None


def route_phrase(noun: Token) -> Tokens:
    """The phrase of a route with where it lies or leads ("the crossing at Vessim", "the road to the coast")."""
    phrase = noun_phrase(noun)
    end = phrase.end
    for preposition in noun.rights:
        if preposition.dep_ != "prep" or preposition.i != end or preposition.lower_ not in words("leading"):
            continue
        nouns = [c for c in preposition.children if c.dep_ == "pobj"]
        if nouns and nouns[0].ent_type_ not in ("DATE", "TIME"):
            last = coordinated(nouns[0])[-1] if preposition.lower_ == "between" else nouns[0]
            end = noun_phrase(last).end
    return noun.doc[phrase.start : end]


def routes_in(layers: Layers, paragraph: Paragraph, tokens: Tokens, lemma: str = "") -> list[Token]:
    """The routes that words name, in text order."""
    return [token for token in tokens if is_route(layers, paragraph, token, lemma)]


def goal(layers: Layers, paragraph: Paragraph, verb: Token) -> Token | None:
    """The route or place that a verb of motion reaches, leaves or passes."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    objects += [noun for name, noun in own_arms(verb) if name in words("passing_by")]
    for noun in objects:
        if is_route(layers, paragraph, noun, ""):
            return noun
    return next((noun for noun in objects if is_region(layers, paragraph, noun)), None)


def reached(layers: Layers, paragraph: Paragraph, verb: Token) -> Token | None:
    """The goal of a verb of motion, a name that no map knows included."""
    found = goal(layers, paragraph, verb)
    objects = [c for c in verb.children if c.dep_ in ("dobj", "pobj")]
    objects += [noun for name, noun in own_arms(verb) if name in words("passing_by")]
    return found or next((c for c in objects if is_named(c)), None)
