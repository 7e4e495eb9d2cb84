"""Passage by what moves: no convoy has reached the town, nobody may leave, traffic flows again."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects, is_passive, logical_objects, own_arms
from onrecord.extract.conditions_frame import sectors, since, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_routes import goal, is_region, is_route, reached, route_phrase, routes_in
from onrecord.extract.conditions_status import status
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import Status

_NOBODY = frozenset({"nobody", "no-one", "noone", "none", "nothing"})
_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone"})


def reach(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The state of a route or place by who cannot pass or passes again, if `token` tells it."""
    if token.pos_ not in ("VERB", "AUX"):
        return
    lemma = token.lemma_.lower()
    if lemma in words("arriving"):
        yield from _arriving(layers, paragraph, token)
    if lemma in words("barring"):
        yield from _barred(layers, paragraph, token)
    if lemma in ("let", "allow", "permit"):
        yield from _let_nobody(layers, paragraph, token)
    if lemma in words("isolating"):
        yield from _cut_off(layers, paragraph, token)
    if lemma in words("flowing"):
        yield from _flowing(layers, paragraph, token)
    if lemma in words("holding_up"):
        yield from _held_up(layers, paragraph, token)


def _nobody(noun: Token) -> bool:
    """ "no convoy", "not a single lorry", "nobody"."""
    if noun.lower_ in _NOBODY or any(c.lower_ in ("no", "not", "neither") for c in noun.children):
        return True
    return noun.lower_ == "one" and any(c.lower_ == "no" for c in noun.children)


def _mover(noun: Token, *, people: bool = True) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in words("passing") | words("vehicles") or noun.lower_ in _NOBODY | _ANYBODY or noun.lower_ == "one":
        return True
    return people and (lemma in words("persons") | words("movers"))


def _arriving(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    if verb.lower_ == "left" and verb.dep_ == "acl":
        return  # "there is no insulin left in the town"
    subject = next(iter(grammatical_subjects(verb)), None)
    goods = (
        subject is not None and verb.lemma_.lower() in words("crossing_over") and bool(sectors(noun_phrase(subject)))
    )
    if subject is None or not (_mover(subject) or goods) or _takes_along(verb):
        return
    chain = _chain(verb)
    able = any(t.lower_ in ("able", "unable") for t in chain)
    refused = any(t.lower_ in words("unable") or t.lemma_.lower() in ("forbid", "ban", "prohibit") for t in chain)
    refused = refused != any(c.dep_ == "neg" for t in chain for c in t.children)
    none = _nobody(subject)
    modal = {c.lower_ for t in chain for c in t.children if c.dep_ == "aux"} & {"can", "could", "may", "might", "ca"}
    permitted = bool(modal) or any(t.lemma_.lower() in ("allow", "permit", "let") for t in chain)
    target, lasted = goal(layers, paragraph, verb), since(layers, paragraph.span(verb_evidence(chain[-1])))
    if none or refused:
        vehicles = subject.lemma_.lower() in words("vehicles") | words("cargo") | words("freight")
        target = target or (reached(layers, paragraph, verb) if vehicles or none else None)
        people = subject.lemma_.lower() in words("persons") | words("movers")
        kept = target is not None or (permitted and (people or goods)) or (lasted and vehicles)
        finite = permitted or able or verb.tag_ in ("VBN", "VBD") or none
        if kept and finite:
            some = not none and ((target is None and not lasted) or _in_part(verb))
            yield _draft(layers, paragraph, chain[-1], verb, target, subject, "restricted" if some else "blocked")
        return
    only = any(t.lower_ == "only" for t in verb_evidence(verb))
    if permitted and only and (target is not None or verb.lemma_.lower() in ("pass", "cross", "enter", "leave")):
        yield _draft(layers, paragraph, chain[-1], verb, target, None, "restricted")
    elif (target is not None and is_route(layers, paragraph, target, "") and _again(verb)) or (
        able and lasted and verb.lemma_ in words("landing")
    ):
        yield _draft(layers, paragraph, chain[-1], verb, target, subject, "open")


def _takes_along(verb: Token) -> bool:
    """ "move any maize to X", "land flour": goods that are brought, told of by `conditions_plain`."""
    goods = child(verb, "dobj")
    return goods is not None and bool(sectors(noun_phrase(goods))) and verb.lemma_.lower() in words("bringing")


def _chain(verb: Token) -> list[Token]:
    """The verb with those that say whether it can be: "has been unable to reach", "are not allowed to enter"."""
    chain = [verb]
    while chain[-1].dep_ in ("xcomp", "acomp", "oprd") and len(chain) < 4:
        chain.append(chain[-1].head)
    return chain


def _in_part(verb: Token) -> bool:
    """ "at night", "by day", "after dark", "without an escort": what holds at times or for some only."""
    return any(noun.lemma_.lower() in words("in_part") or name == "without" for name, noun in own_arms(verb))


def _again(verb: Token) -> bool:
    every = any(c.dep_ == "npadvmod" and any(t.lower_ in ("every", "each") for t in c.lefts) for c in verb.children)
    return every or any(t.lower_ in ("again", "freely", "normally", "unhindered", "daily") for t in verb.children)


def _barred(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "barred from leaving the harbour", "prevents aid from entering the valley", "refused entry to X"."""
    who = next((noun for noun in logical_objects(verb) if _mover(noun)), None)
    if is_passive(verb) and who is None:
        who = next((noun for noun in grammatical_subjects(verb) if _mover(noun)), None)
    if who is None:
        return
    told = child(verb, "dobj")
    if told is not None and told.lemma_.lower() in words("movements") and told != who:
        target = next((t for t in told.subtree if t != told and is_region(layers, paragraph, t)), None)
        target = target or next(iter(routes_in(layers, paragraph, verb_evidence(verb)[1:])), None)
        yield _draft(layers, paragraph, verb, verb, target, who, "blocked")
        return
    for preposition in (c for c in verb.children if c.lower_ in ("from", "out")):
        for inner in preposition.subtree:
            if inner.dep_ == "pcomp" and inner.lemma_.lower() in words("arriving"):
                target = goal(layers, paragraph, inner)
                if target is not None:
                    yield _draft(layers, paragraph, verb, inner, target, who, "restricted")
                    return


def _let_nobody(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "let nobody across", "allow no one through the gate"."""
    after = list(verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)])
    none = any(t.lower_ in _NOBODY or (t.lower_ == "no" and t.i + 1 < len(t.doc)) for t in after)
    single = any(c.dep_ == "neg" for c in verb.children) and any(t.lower_ == "single" for t in after)
    if not (none or single):
        return
    marked = {t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)]}
    if marked & {"across", "through", "in", "out", "past", "enter", "leave", "pass", "cross"}:
        route = next(iter(routes_in(layers, paragraph, verb.sent)), None)
        if route is not None:
            yield _draft(layers, paragraph, verb, verb, route, None, "blocked")


def _cut_off(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "The enclave has been cut off from the outside world", "encircled the town"."""
    if verb.lemma_ == "cut" and not any(c.lower_ == "off" for c in verb.children):
        return
    place = next((noun for noun in logical_objects(verb) if is_region(layers, paragraph, noun)), None)
    finite = is_passive(verb) or verb.tag_ in ("VBD", "VBN", "VBZ", "VBP") or child(verb, "aux") is not None
    if place is not None and finite and verb.lower_ != "cutting":
        yield _draft(layers, paragraph, verb, verb, place, None, "blocked")


def _flowing(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "traffic is flowing normally", "moving in one direction only", "flights to X have resumed"."""
    subject = next(iter(grammatical_subjects(verb)), None)
    if subject is None or subject.lemma_.lower() not in words("traffic") | words("vehicles") | words("movements"):
        return
    evidence = verb_evidence(verb)
    if sectors(noun_phrase(subject)):
        return  # what people live on, not who passes
    route = next(iter(routes_in(layers, paragraph, evidence)), None) or goal(layers, paragraph, verb)
    route = route or next((t for t in subject.subtree if is_region(layers, paragraph, t)), None)
    if route is None:
        return
    marked = {t.lower_ for t in evidence}
    if marked & {"only", "one-way"} and marked & {"direction", "one-way", "lane"}:
        yield _draft(layers, paragraph, verb, verb, route, None, "restricted")
    elif verb.lemma_ in ("resume", "restart") or marked & words("freely"):
        yield _draft(layers, paragraph, verb, verb, route, None, "open")
    elif verb.lemma_ in ("stop", "cease"):
        yield _draft(layers, paragraph, verb, verb, route, None, "blocked")


def _held_up(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "are holding 300 containers at the terminal", "forty lorries were detained at the border"."""
    held = next((n for n in logical_objects(verb) if n.lemma_.lower() in words("vehicles") | words("cargo")), None)
    route = next((t for t in verb.subtree if t.i > verb.i and is_route(layers, paragraph, t, "")), None)
    if held is not None and route is not None and held != route:
        yield _draft(layers, paragraph, verb, verb, route, held, "restricted")


def _draft(
    layers: Layers, paragraph: Paragraph, head: Token, verb: Token, place: Token | None, who: Token | None, state: str
) -> ConditionDraft:
    """`head` is the verb or adjective on which the clause hangs, `verb` the one that moves."""
    clause = head if head.pos_ in ("VERB", "AUX") else head.head
    told = verb_evidence(clause)
    if not told.start <= verb.i < told.end:
        told = verb_evidence(verb)
    kept = [n for n in coordinated(who) if not _bare(n)] if who is not None else []
    return ConditionDraft(
        kind="access",
        place=None if place is None else paragraph.span(route_phrase(place)),
        state=state,
        restricted=tuple(paragraph.span(noun_phrase(noun)) for noun in kept) if state != "open" else (),
        since=since(layers, paragraph.span(told)),
        evidence=paragraph.span(told),
        status=_status(clause),
    )


def _bare(noun: Token) -> bool:
    return noun.lower_ in _NOBODY | _ANYBODY or noun.lower_ == "one"


def _status(verb: Token) -> Status:
    """What may not pass is kept out for a fact: a modal of permission says no "perhaps"."""
    found = status(verb)
    if found == "hypothetical" and any(c.lower_ in ("can", "may", "could", "ca") for c in verb.children):
        return "asserted"
    return found
