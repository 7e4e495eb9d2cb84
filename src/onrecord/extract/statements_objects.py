"""What a verb reports as its object: "welcomed the deal", "accused X of …", "called it a disgrace", "warned of war"."""

from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_cues import Cue, lexicon
from onrecord.extract.statements_ends import end_of, object_end, told_in
from onrecord.extract.statements_view import View

type Run = tuple[int, int]


def objects(view: View, verb: Token) -> Run | None:
    """ "welcomed the deal", "voiced concern about …": the object with all that hangs on it."""
    target = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
    if target is None or not told_in(view, verb, target) or target.lower_ in ("which", "who"):
        return None
    first = max(target.left_edge.i, verb.i + 1)
    return first, object_end(view, verb, first, target)


def accused(view: View, verb: Token) -> Run | None:
    """ "accused X of …", "blamed X for …"."""
    target = child(verb, "dobj")
    if target is None or target.i < verb.i or not told_in(view, verb, target):
        return None
    _, end = view.sentence(verb.i)
    for index in range(target.i + 1, min(end, target.i + 15)):
        if view.tokens[index].lower_ in ("of", "for"):
            return max(target.left_edge.i, verb.i + 1), end_of(view, verb, index, None)
    return None


def taken_as(view: View, verb: Token) -> Run | None:
    """ "called it a disgrace", "dismissed the plan as a stunt"."""
    target = child(verb, "dobj", "nsubj")
    if verb.lemma_ == "call":
        return _small_clause(view, verb)
    if target is None or target.i < verb.i or not told_in(view, verb, target):
        return None
    _, end = view.sentence(verb.i)
    for index in range(target.i + 1, min(end, target.i + 15)):
        if view.tokens[index].lower_ == "as":
            return max(target.left_edge.i, verb.i + 1), end_of(view, verb, index, None)
    return None


def _small_clause(view: View, verb: Token) -> Run | None:
    """ "called the vote a farce": two things in a row."""
    inner = child(verb, "oprd", "ccomp", "xcomp")
    if inner is None or inner.i < verb.i or not told_in(view, verb, inner) or verb.i + 1 >= len(view.tokens):
        return None
    if view.tokens[verb.i + 1].lower_ in ("for", "on", "upon"):
        return None
    return verb.i + 1, end_of(view, verb, verb.i + 1, inner)


def figure(view: View, verb: Token) -> Run | None:
    """ "put the loss at 40 lorries": what is reckoned and the figure."""
    counted, at = child(verb, "dobj"), next((t for t in verb.rights if t.dep_ == "prep" and t.lower_ == "at"), None)
    reckoned = None if at is None else child(at, "pobj")
    if counted is None or reckoned is None or child(verb, "prt") is not None:  # "put up a fence at kilometre 40"
        return None
    if not verb.i < counted.i < reckoned.i or not told_in(view, verb, reckoned):
        return None
    if not any(t.like_num or t.pos_ == "NUM" for t in reckoned.subtree):
        return None
    first = max(counted.left_edge.i, verb.i + 1)
    return first, object_end(view, verb, first, reckoned)


def prepositional(view: View, verb: Token, cue: Cue) -> Run | None:
    """ "called for talks", "warned of war", "impressed upon them the need": what the preposition brings."""
    needed = lexicon().needs.get(cue.lemma, ())
    told = next((t for t in verb.children if t.lower_ in needed), None)  # "drew his attention to the closure"
    to = next((t for t in verb.rights if t.lower_ in cue.addresses and t.dep_ == "prep"), None)
    beside = to is not None and to.i == verb.i + 1  # "protested to the council over it"
    last = (to.right_edge.i if to is not None and beside else verb.i if told is None else told.i) + 3
    for token in (*verb.children, *(told.children if told is not None else ())):
        if token.dep_ not in ("prep", "dative") or token.lower_ not in cue.prepositions or not verb.i < token.i <= last:
            continue
        noun = child(token, "pobj", "pcomp")
        if noun is None or not told_in(view, verb, noun) or (token.lower_ == "to" and noun.ent_type_ == "PERSON"):
            return None
        first = max(noun.left_edge.i, token.i + 1)
        return first, object_end(view, verb, first, noun)
    return None
