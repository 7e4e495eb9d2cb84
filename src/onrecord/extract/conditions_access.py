"""Access: roads, crossings and ports that are closed, restricted or open, since when, and for whom."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects, is_passive, logical_objects
from onrecord.extract.conditions_frame import begun, cause_tokens, since, verb_evidence
from onrecord.extract.conditions_kept_out import kept_out
from onrecord.extract.conditions_lexicon import meanings, words
from onrecord.extract.conditions_routes import (
    apposed_name,
    is_named,
    is_place,
    is_region,
    is_route,
    place_closed,
    route_phrase,
    routes_in,
)
from onrecord.extract.conditions_status import negated, status
from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span


def access(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The access condition that `token` tells by closing or opening a route, if any."""
    if token.tag_ in ("VB", "VBP") and token.lower_ == "open" and _for_somebody(token):
        noted = _noted(layers, paragraph, token)
        yield from () if noted is None else (_of_note(layers, paragraph, token, noted),)
    elif token.pos_ in ("VERB", "AUX"):
        yield from _by_verb(layers, paragraph, token)
    elif token.pos_ == "ADJ" and token.lower_ in words("closed_words"):
        yield from _by_word(layers, paragraph, token)


def _by_verb(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    lemma = verb.lemma_.lower()
    if lemma in words("being"):
        yield from _by_adjective(layers, paragraph, verb)
        return
    if verb.tag_ == "JJ":
        yield from _by_word(layers, paragraph, verb)
        return
    if verb.dep_ in ("xcomp", "oprd", "acomp") and verb.head.lemma_ in words("being"):
        return
    state = meanings("closing").get(lemma) or meanings("opening").get(lemma) or meanings("halting").get(lemma)
    if state is None or (verb.tag_ == "VB" and status(verb) == "asserted" and not _finite(verb)):
        return
    objects = [_whole(_antecedent(layers, paragraph, noun)) for noun in logical_objects(verb)]
    wanted = [noun for noun in objects if _stopped(layers, paragraph, noun, lemma)]
    if not wanted and not objects:
        wanted = [noun for noun in grammatical_subjects(verb) if _stopped(layers, paragraph, noun, lemma)]
    wanted = wanted or list(_without_route(layers, paragraph, verb, lemma))
    if not wanted and (before := _aside_of(layers, paragraph, verb, lemma)) is not None:
        yield _draft(layers, paragraph, verb, before, state)
    elif wanted and (is_passive(verb) or verb.tag_ != "VBG" or verb.dep_ in ("ROOT", "ccomp") or _by_doing(verb)):
        yield _draft(layers, paragraph, verb, wanted[0], state)


def _antecedent(layers: Layers, paragraph: Paragraph, noun: Token) -> Token:
    """The route for which "which" stands: "the ferry to the isle, which they halted on Tuesday"."""
    found = noun.head.head if noun.lower_ in ("which", "that") and noun.head.dep_ == "relcl" else noun
    if not any(c.dep_ == "relcl" for c in found.children):
        return noun
    while not is_route(layers, paragraph, found, "") and found.dep_ == "pobj" and found.head.head.pos_ in _NOMINAL:
        found = found.head.head
    return found


_NOMINAL = ("NOUN", "PROPN")


def _whole(noun: Token) -> Token:
    """The route of which a verb closes a part: "its side of the crossing"."""
    if noun.lemma_.lower() not in words("route_parts"):
        return noun
    arms = (c for p in noun.children if p.lower_ in ("of", "to") for c in p.children if c.dep_ == "pobj")
    return next(arms, noun)


def _without_route(layers: Layers, paragraph: Paragraph, verb: Token, lemma: str) -> Iterator[Token]:
    """ "sealed off the north to reporters", "closed Tamsk to buses", "it is shut to coaches"."""
    if lemma not in words("closing"):
        return
    if lemma in words("besieged"):
        yield from (noun for noun in logical_objects(verb)[:1] if is_named(noun))
    following = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    if lemma in words("closing_off") and following.lower_ == "off":
        inner = [c for c in following.children if c.dep_ == "pobj"] or logical_objects(verb)
        off = any(kept_out(paragraph, verb))
        yield from (noun for noun in inner[:1] if off or is_region(layers, paragraph, noun) or is_named(noun))
    elif lemma in words("shutting"):
        for noun in logical_objects(verb)[:1]:
            called = place_closed(layers, paragraph, noun) and _called_a_route(layers, noun)
            if called or ((noun.lower_ == "it" or is_named(noun)) and kept_out(paragraph, verb)):
                yield noun


def _called_a_route(layers: Layers, noun: Token) -> bool:
    """Whether the report calls a name a crossing, a bridge, a port elsewhere: "the Tamsk border crossing"."""
    return re.search(rf"\b{re.escape(noun.text)} (?:border )?(?:{_ways()})\b", layers.text) is not None


@functools.cache
def _ways() -> str:
    return "|".join(sorted(words("routes")))


def _by_doing(verb: Token) -> bool:
    """ "by sealing the crossing", "after closing the border", "accused of blocking the road": told as done."""
    head = verb.head
    if verb.dep_ != "pcomp" or head.dep_ != "prep":
        return False
    outer = head.head
    charged = head.lower_ in ("of", "for") and outer.lemma_.lower() in words("answering_for") | {"accuse", "guilty"}
    done = head.lower_ in ("by", "after", "since") and outer.tag_ in ("VBD", "VBZ", "VBN", "VBP")
    none_yet = words("planning") | words("fearing") | words("demanding")
    return (charged or done) and outer.lemma_.lower() not in none_yet and status(outer) == "asserted"


def _aside_of(layers: Layers, paragraph: Paragraph, verb: Token, lemma: str) -> Token | None:
    """ "the road between A and B, closed to lorries since May": the route before a participle after a comma."""
    doc, start = verb.doc, verb.sent.start
    if (
        verb.tag_ not in ("VBN", "VBD")
        or verb.i - 2 < start
        or doc[verb.i - 1].text != ","
        or lemma not in words("closing")
    ):
        return None
    if any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "dobj") for c in verb.children):
        return None
    routes = [t for t in doc[max(start, verb.i - 10) : verb.i - 1] if is_route(layers, paragraph, t, lemma)]
    return next((t for t in reversed(routes) if route_phrase(t).end >= verb.i - 2), None)


def _stopped(layers: Layers, paragraph: Paragraph, noun: Token, lemma: str) -> bool:
    """Whether a verb closes or opens a route by what it is done to: the route, or the traffic on it."""
    beside = [c for c in noun.children if c.dep_ == "appos"]  # "Tamsk, the only crossing …, has been shut"
    if lemma in words("closing") | words("opening") and any(
        is_route(layers, paragraph, one, lemma) for one in (noun, *beside)
    ):
        return True
    return lemma in words("halting") and noun.lemma_.lower() in words("traffic")


def _finite(verb: Token) -> bool:
    """Whether a base form has an auxiliary of its own ("could block", "did not close"), or is told as done."""
    return any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children)


def _by_adjective(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "The road is impassable", "The crossing remains closed", "it stays shut for lorries"."""
    told = next(
        (c for c in verb.children if c.dep_ in ("acomp", "oprd", "xcomp") and c.lower_ in words("closed_words")), None
    )
    if told is None or any(c.dep_ in ("aux", "auxpass") for c in told.children):
        return
    route = child(verb, "nsubj") or child(verb, "dobj") or child(told, "nsubj")
    if route is None:
        return
    if route.lower_ in ("which", "that") and verb.dep_ == "relcl":
        route = verb.head  # "the mountain road, which is open only by day"
    if is_route(layers, paragraph, route, "close") or (route.lower_ == "it" and any(passing(paragraph, told))):
        yield _draft(layers, paragraph, verb, route, meanings("closed_words")[told.lower_])


def _by_word(layers: Layers, paragraph: Paragraph, adjective: Token) -> Iterator[ConditionDraft]:
    """ "the closed crossing", "the blockaded city"; "was closed", where the parser reads an adjective."""
    if adjective.lower_ in words("closed_words") and child(adjective, "auxpass") is not None:
        helper = child(adjective, "auxpass")
        route = child(adjective, "nsubj", "nsubjpass") or (None if helper is None else child(helper, "nsubj"))
        if route is not None and is_route(layers, paragraph, route, "close"):
            yield _draft(layers, paragraph, adjective, route, meanings("closed_words")[adjective.lower_])
    elif (noted := _noted(layers, paragraph, adjective)) is not None:
        yield _of_note(layers, paragraph, adjective, noted)


def _for_somebody(word: Token) -> bool:
    return word.i + 1 < word.sent.end and word.nbor(1).lower_ in ("to", "for")


def _of_note(layers: Layers, paragraph: Paragraph, word: Token, route: Token) -> ConditionDraft:
    """What a note tells of a route, in the words from the route to the end of the note."""
    words_of = word.doc[min(route.left_edge.i, route.i) : word.sent.end]
    span = paragraph.span(words_of)
    made = _draft(layers, paragraph, word, route, meanings("closed_words")[word.lower_])
    return replace(made, evidence=span, since=since(layers, span))


def _noted(layers: Layers, paragraph: Paragraph, adjective: Token) -> Token | None:
    """The route of a note without a verb: "Orle Pass open to all traffic", "Track via Korr: usable by day"."""
    sentence = adjective.sent
    before = sentence.doc[sentence.start : adjective.i]
    told = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "VB") for t in before)
    following = adjective.i + 1 < sentence.end and adjective.nbor(1).pos_ in ("NOUN", "PROPN", "ADJ")
    if not len(before) or told or following or adjective.nbor(-1).pos_ not in ("NOUN", "PROPN", "PUNCT"):
        return None
    return next((t for t in before if t.pos_ in ("NOUN", "PROPN") and is_route(layers, paragraph, t, "close")), None)


def _draft(layers: Layers, paragraph: Paragraph, verb: Token, route: Token, state: str) -> ConditionDraft:
    evidence = verb_evidence(verb)
    cause = cause_tokens(verb, evidence)
    named = route if is_route(layers, paragraph, route, verb.lemma_.lower()) else None
    if named is None and not _stopped(layers, paragraph, route, "stop"):
        named = route
    if named is None:  # traffic that is stopped: the route is where it runs
        routes = routes_in(layers, paragraph, evidence)
        named = next((t for t in routes if is_place(layers, paragraph, t)), next(iter(routes), None))
    only = any(t.lower_ == "only" and t.i > verb.i for t in evidence)
    moving = route.lemma_.lower() in words("movements")
    traffic = route.lemma_.lower() in words("traffic") and not moving
    moved = (paragraph.span(noun_phrase(route)),) if named != route and traffic else ()
    return ConditionDraft(
        kind="access",
        place=None if route.pos_ == "PRON" or (named is None and moving) else _place(paragraph, named or route),
        state="restricted" if only and state == "open" else state,
        restricted=moved + _those(paragraph, verb, route),
        since=since(layers, paragraph.span(evidence)) or (None if state == "open" else begun(layers, paragraph, verb)),
        cause=None if cause is None else paragraph.span(cause),
        evidence=paragraph.span(evidence),
        status=status(verb),
        negated=negated(verb),
    )


def _place(paragraph: Paragraph, route: Token) -> Span:
    """The words for a route, or the name of which it is the apposition."""
    return paragraph.span(route_phrase(apposed_name(route) or route))


def _those(paragraph: Paragraph, verb: Token, route: Token) -> tuple[Span, ...]:
    """Those to whom a route is closed or open, by the parse, else by the order of words."""
    by_parse = tuple(part for noun in [route, *_to_whom(verb)] for part in passing(paragraph, noun))
    by_words = kept_out(paragraph, verb)
    all_but = any(" but " in f" {part.text} " or " except " in f" {part.text} " for part in by_words)
    return by_words if all_but or len(by_words) > len(by_parse) else by_parse


def _to_whom(verb: Token) -> list[Token]:
    """What a route is closed to ("closed to trucks and ambulances")."""
    return [verb, *(c for c in verb.children if c.dep_ in ("acomp", "oprd", "xcomp"))]


def passing(paragraph: Paragraph, head: Token) -> Iterator[Span]:
    """The phrases of those who pass, under "of", "to" or "for" at `head`."""
    for preposition in (c for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "to", "for")):
        for first in (c for c in preposition.children if c.dep_ == "pobj"):
            for noun in coordinated(first):
                if noun.lemma_.lower() in words("passing") | words("vehicles"):
                    yield paragraph.span(noun_phrase(noun))


def promised_passage(paragraph: Paragraph) -> Iterator[tuple[str, Span]]:
    """What may pass on a route by what is promised or described of it: the sentence's words, and each phrase.

    "the security of persons, vehicles and cargo moving along the corridor" names what a closed corridor keeps out.
    """
    moving, routes = words("movements") | {"security", "safety", "freedom"}, words("routes") - words("movements")
    for token in paragraph.parse:
        if token.lemma_.lower() in moving:
            reach = paragraph.parse[token.i : min(token.i + 16, token.sent.end)]
            if any(t.lemma_.lower() in routes for t in reach):
                for phrase in passing(paragraph, token):
                    yield reach.text, phrase
