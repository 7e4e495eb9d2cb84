"""What people live on without the word for a shortage: rationed, nearly gone, not let through; services that stop."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects, is_passive, logical_objects, own_arms
from onrecord.extract.conditions_frame import draft, sectors, sectors_of, since, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import things
from onrecord.extract.conditions_routes import goal
from onrecord.extract.conditions_status import status
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind, Status


def supply(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The condition of supplies, services or passage that `token` tells, if any."""
    if token.pos_ in ("VERB", "AUX"):
        lemma = token.lemma_.lower()
        if lemma in words("rationing") or lemma in words("lasting_verbs") or lemma in ("have", "be", *_HOLDING):
            yield from _scarce(layers, paragraph, token, lemma)
        if lemma in words("stopping_services"):
            yield from _stopped(layers, paragraph, token)
        if lemma in words("stranding"):
            yield from _stranded(layers, paragraph, token)
        if lemma in words("passing_verbs"):
            yield from _let_through(layers, paragraph, token)
    elif token.lower_ == "without" and token.dep_ == "prep":
        yield from _without(layers, paragraph, token)


def _scarce(layers: Layers, paragraph: Paragraph, verb: Token, lemma: str) -> Iterator[ConditionDraft]:
    """Rationed bread, stocks that last for days, flour for five days, no milk left."""
    evidence = verb_evidence(verb)
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")]
    foreseen = verb.dep_ == "xcomp" and verb.head.lemma_ in words("forecasting")
    if foreseen:  # "stocks are forecast to be exhausted by May"
        nouns, evidence = grammatical_subjects(verb), verb_evidence(verb.head)
    nouns += [n for noun in nouns if noun.lemma_ == "access" for name, n in own_arms(noun) if name == "to"]
    goods = (noun for noun in nouns if noun.lemma_.lower() not in words("abstract"))  # "no telephone call"
    needed = [noun for noun in goods if sectors(noun_phrase(noun)) or _stock_for_a_time(noun, verb)]
    if not needed or any(noun.lemma_.lower() in words("shortage_nouns") for noun in nouns):
        return
    told = sectors_of(needed[:1])
    none_left = any(c.lower_ == "no" for noun in nouns for c in noun.children)
    there = any(c.dep_ == "expl" for c in verb.children)  # "there is flour for six days", "there is no milk"
    itself = any(sectors(noun.doc[noun.i : noun.i + 1]) for noun in needed)  # not "a meeting on flour"
    if lemma == "be" and not (there and (none_left or (itself and _for_a_time(verb)))):
        return
    stocked = any(t.lemma_.lower() in words("stocks") for noun in nouns for t in noun.subtree)
    if lemma in words("lasting_verbs") and not stocked:
        return
    if lemma == "have" and not (none_left or _for_a_time(verb) or _only_some(verb)):
        return
    if lemma in _HOLDING and not (itself and _for_a_time(verb) and child(verb, "dobj") in needed):
        return
    found = _draft(layers, paragraph, verb, evidence, "shortage", told)
    # "for five days" is how long it lasts, not since when; what will last so long is short now
    told_as: Status = "hypothetical" if foreseen else "asserted" if found.status == "planned" else found.status
    since_when = found.since if none_left and lemma == "have" and _has_lasted(verb) else None
    yield replace(found, since=since_when, status=told_as)


_HOLDING = ("hold", "keep", "store", "contain")
"""Verbs of what stands in a store: "warehouses hold rice for eleven days"."""


def _only_some(verb: Token) -> bool:
    """ "Only one of the six ambulances still has petrol"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(t.lower_ == "only" and t.i < noun.i for noun in subjects for t in noun.children)


def _stock_for_a_time(noun: Token, verb: Token) -> bool:
    """Stocks of what was told before, by how long they last: "it had stocks for about a month"."""
    held = noun.lemma_.lower() in words("stocks") and noun.dep_ in ("dobj", "nsubj", "attr")
    return held and verb.lemma_ in ("have", "be", "put") and _for_a_time(verb)


def _has_lasted(verb: Token) -> bool:
    """ "we have had no serum since Monday", "has had no salt for a month": how long it has been so."""
    perfect = verb.tag_ == "VBN" and any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
    return perfect or any(c.lower_ == "since" for c in verb.children)


_LENGTHS = ("day", "hour", "week", "month", "fortnight")


def _for_a_time(verb: Token) -> bool:
    """Whether a clause says for how long: "flour for five days", "nine days of insulin", "oxygen for 48 hours"."""
    return any(
        (t.lemma_.lower() in ("day", "hour", "week") and any(c.like_num for c in t.children))
        or (
            t.lemma_.lower() in _LENGTHS and t.dep_ == "pobj" and any(c.like_num or c.lower_ == "a" for c in t.children)
        )
        for t in verb.subtree
    )


def _without(layers: Layers, paragraph: Paragraph, preposition: Token) -> Iterator[ConditionDraft]:
    """People who are left "without electricity and water"."""
    needed = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    verb = preposition.head
    if needed is None or not (found := sectors_of([needed])) or verb.pos_ not in ("VERB", "AUX"):
        return
    parties = ("dobj", "nsubjpass") if verb.lemma_ == "leave" else ("nsubj", "nsubjpass", "dobj")
    people = next((c for c in verb.children if c.dep_ in parties), None)
    yield _draft(layers, paragraph, verb, verb_evidence(verb), "shortage", found, people)


def _stopped(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """Schools that are closed, operations that are put off, heating that is cut."""
    objects = logical_objects(verb) or [c for c in verb.children if c.dep_ == "nsubj"]
    service = next((o for o in map(things, objects) if o.lemma_.lower() in words("services")), None)
    marked = {t.lower_ for t in verb.subtree}
    if verb.lemma_.lower() == "put" and not marked & {"off", "back"}:
        return
    if verb.lemma_.lower() == "heat" and "only" not in marked:
        return
    if service is not None:
        yield _draft(
            layers, paragraph, verb, verb_evidence(verb), "humanitarian", sectors(noun_phrase(service)), state="stopped"
        )


def _stranded(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """People and vehicles that cannot go on."""
    if verb.lemma_.lower() == "cut" and not any(c.lower_ == "off" for c in verb.children):
        return
    objects = logical_objects(verb) or [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    who = next((o for o in objects if o.lemma_.lower() in words("persons") | words("passing")), None)
    if who is not None and who.lemma_.lower() not in words("heavy"):  # vehicles: `conditions_queues`
        made = _draft(layers, paragraph, verb, verb_evidence(verb), "humanitarian", (), who, state="cut off")
        where = next((n for _, n in own_arms(verb) if n.lemma_.lower() in words("routes")), None)
        if where is None:
            yield made
        else:  # who waits before a way waits for it to open
            kept, place = (paragraph.span(noun_phrase(who)),), paragraph.span(noun_phrase(where))
            yield replace(made, kind="access", state="blocked", place=place, restricted=kept)


def _let_through(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "turning back lorries at the crossing", "fuel is not allowed through", "only ambulances may pass"."""
    lemma, marked = verb.lemma_.lower(), {c.lower_ for c in verb.children}
    if lemma in ("turn", "send") and not marked & {"back", "away"}:
        return
    negative = any(c.dep_ == "neg" for c in verb.children) or lemma in ("turn", "send", "bar", "ban", "prohibit")
    parties = [*logical_objects(verb), *(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))]
    sent_back = lemma in ("turn", "send")
    movers = words("passing") | (words("vehicles") | words("persons") | words("crews") if sent_back else frozenset())
    who = next((o for o in parties if o.lemma_.lower() in movers or sectors(noun_phrase(o))), None)
    route = next((t for t in verb.sent if t.lemma_.lower() in words("routes") and t.pos_ in ("NOUN", "PROPN")), None)
    route = route or goal(layers, paragraph, verb)
    through = route is not None or bool(marked & {"through", "in", "into", "across", "past"})
    if who is None or not through or (verb.tag_ == "VB" and not _told(verb)):
        return
    none = any(c.lower_ == "no" for c in who.children)
    only = any(c.lower_ == "only" for c in (*who.children, *verb.children))
    if not (negative or none or only):
        return
    evidence = verb_evidence(verb)
    yield ConditionDraft(
        kind="access",
        place=None if route is None else paragraph.span(noun_phrase(route)),
        state="blocked" if none else "restricted",
        restricted=() if only else (paragraph.span(noun_phrase(who)),),
        since=since(layers, paragraph.span(evidence)),
        evidence=paragraph.span(evidence),
        status=status(verb),
        negated=False,
    )


def _told(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children) or is_passive(verb)


def _draft(
    layers: Layers, paragraph: Paragraph, anchor: Token, evidence: Tokens, kind: ConditionKind, found: tuple[str, ...],
    people: Token | None = None, *, state: str | None = None,
) -> ConditionDraft:  # fmt: skip
    """A condition of which "no" and "not" are a part ("no milk left", "not let through"), not its denial."""
    made = draft(layers, paragraph, kind, anchor, evidence, people=people, sectors=found, state=state)
    return replace(made, severity=None, negated=False)
