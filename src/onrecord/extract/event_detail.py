"""What a verbal act is about: the demand, pledge or allegation, the agenda of a contact, the route closed."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.layers import Paragraph
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.matching import Match
from onrecord.extract.statements_occasions import SPOKEN, occasion_of
from onrecord.extract.status import goes_on
from onrecord.extract.trigger import complements
from onrecord.extract.wording import has
from onrecord.model import EventDetail, Span

FIELDS = {"REQUEST": "demand", "AGREE": "pledge", "ACCUSE": "allegation", "CONCEDE": "pledge"}
ABOUT = ("about", "on", "over", "regarding", "concerning")
DEADLINES = ("by", "within", "before", "until", "till")
AT_ONCE = ("immediately", "forthwith", "now", "promptly")
AGREEMENTS = frozenset(
    ["agreement", "accord", "treaty", "pact", "protocol", "convention", "truce", "ceasefire",
     "declaration", "resolution", "charter", "memorandum", "deal"]
)  # fmt: skip
"""Nouns for what binds those whose demand or pledge names it."""


class DetailReader:
    """Fills `EventDetail` for matches in one paragraph; all offsets are the document's."""

    def __init__(self, book: CompiledCodebook, paragraph: Paragraph) -> None:
        self._c = book.classes
        self._paragraph = paragraph

    def read(self, match: Match) -> EventDetail:
        """The detail of one match; empty for types that have none."""
        event = match.rule.event
        field = FIELDS.get(event)
        content = content_of(match)
        if event in ("CONSULT", "COOPERATE"):
            return self._contact(match)
        if event in ("COERCE", "RETREAT", "PROTEST"):
            return self._route(match)
        if field is None or content is None:
            return EventDetail()
        named, condition = self._agreement(content), self._condition(match.trigger)
        spans = {field: self._span(content), "condition": condition}
        if event == "REQUEST":
            spans |= {"deadline": self._deadline(content), "commitment": named}
        else:
            spans["agreement"] = named
        return EventDetail(**spans)  # type: ignore[arg-type]

    def _span(self, tokens: Tokens) -> Span:
        return self._paragraph.span(tokens)

    def _deadline(self, content: Tokens) -> Span | None:
        for token in content:
            if token.lower_ in AT_ONCE and token.pos_ == "ADV":
                return self._span(content.doc[token.i : token.i + 1])
            if token.lower_ in DEADLINES and token.dep_ == "prep":
                inner = [n for _, n in syntax.own_arms(token.head) if n.head == token]
                if any(n.ent_type_ in ("DATE", "TIME") for n in inner):
                    return self._span(phrases.trimmed(content.doc, token.i, token.right_edge.i + 1))
        return None

    def _condition(self, trigger: Token) -> Span | None:
        for token in trigger.subtree:
            if token.dep_ == "mark" and token.lower_ in ("if", "unless"):
                verb = token.head
                return self._span(phrases.trimmed(verb.doc, verb.left_edge.i, verb.right_edge.i + 1))
        return None

    def _agreement(self, content: Tokens) -> Span | None:
        for token in content:
            if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in AGREEMENTS:
                return self._span(phrases.noun_phrase(token))
        return None

    def _contact(self, match: Match) -> EventDetail:
        trigger = match.trigger
        topics = [n for p, n in syntax.arms(trigger) if p in ABOUT and n.ent_type_ not in ("DATE", "TIME")]
        if trigger.lemma_ in ("discuss", "debate", "review", "exchange"):
            topics += syntax.logical_objects(trigger)
        agenda = [self._topic(t) for topic in topics for t in phrases.coordinated(topic)]
        return EventDetail(
            agenda=tuple(a for a in agenda if a is not None), convened_at_request_of=self._convener(trigger)
        )

    def _topic(self, head: Token) -> Span | None:
        if head.pos_ not in ("NOUN", "PROPN"):
            return None
        start = min([head.i, *(c.left_edge.i for c in head.lefts if c.dep_ not in ("cc", "punct"))])
        end = max([head.i, *(c.right_edge.i for c in head.rights if c.dep_ in ("prep", "acl") and not _coordinates(c))])
        return self._span(phrases.trimmed(head.doc, start, end + 1))

    def _convener(self, trigger: Token) -> Span | None:
        for token in trigger.sent:
            if token.lemma_ in ("request", "behest", "initiative", "invitation") and token.head.lower_ in ("at", "on"):
                owner = syntax.child(token, "poss")
                if owner is not None:
                    return self._span(phrases.noun_phrase(owner))
        return None

    def _route(self, match: Match) -> EventDetail:
        heads = syntax.logical_objects(match.trigger)
        heads += [n for p, n in syntax.arms(match.trigger) if p in ("of", "on", "through", "to", "along", "across")]
        route = next((h for h in heads if has(self._c["access"], h)), None)
        if route is None:
            return EventDetail()
        goods = [n for p, n in syntax.arms(match.trigger) if p == "of" and n != route]
        restricted = tuple(self._span(phrases.noun_phrase(n)) for g in goods[:1] for n in phrases.coordinated(g))
        return EventDetail(route=self._span(phrases.noun_phrase(route)), restricted=restricted)


def _coordinates(token: Token) -> bool:
    return any(c.dep_ == "conj" for c in token.children)


def content_of(match: Match) -> Tokens | None:
    """The words that say what an act is about: its clause complement, else its object or "for" phrase."""
    trigger = match.trigger
    if match.asked is not None:
        return _content([match.asked])
    verbs = complements(trigger) or [c for v in match.light for c in complements(v) if c.i > trigger.i]
    if verbs:
        return _content(verbs)
    heads = [n for p, n in syntax.own_arms(trigger) if p in ("for", "of", "over", "about")]
    if not heads and trigger.pos_ == "VERB":
        heads = syntax.logical_objects(trigger)
    if not heads:
        return None
    head = heads[0]
    start = min([head.i, *(c.left_edge.i for c in head.lefts)])
    told = [c for c in head.rights if c.dep_ in ("prep", "conj", "acl") and not _tells_occasion(c)]
    return phrases.trimmed(head.doc, start, max([head.i, *(c.right_edge.i for c in told)]) + 1)


def _tells_occasion(phrase: Token) -> bool:
    """Whether a phrase says where it was said: "concern about the siege during a call with Velmar"."""
    noun = syntax.child(phrase, "pobj")
    return phrase.lower_ in ("during", "in", "at") and noun is not None and occasion_of(noun) in SPOKEN


def _after_for(subject: Token) -> bool:
    """Whether the subject of an infinitive is told with it: "called for Velmar to withdraw"."""
    first = subject.left_edge
    return first.i > 0 and first.nbor(-1).lower_ == "for"


def _content(verbs: list[Token]) -> Tokens:
    """The run of tokens of a clause complement, from its verb (or its subject) on.

    "Called on Velmar – and Tarn – to end the siege": who is asked is no part of what is asked.
    """
    verb = verbs[0]
    lefts = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "advmod", "neg", "auxpass")]
    if any(c.tag_ == "TO" for c in verb.lefts):
        lefts = [c for c in lefts if c.dep_ != "nsubj" or _after_for(c)]
    start = min([verb.i, *(c.left_edge.i for c in lefts if c.i < verb.i)])
    strays = [c.left_edge.i for c in verb.rights if c.dep_ == "conj" and syntax.joined(c) != verb]
    strays += [c.i - 1 for c in verb.rights if c.dep_ == "conj" and c.pos_ == "ADP"]  # "… and on Tarn to disarm"
    strays += [c.left_edge.i for c in verb.rights if goes_on(c)]
    return phrases.trimmed(verb.doc, start, min(strays, default=verb.right_edge.i + 1))
