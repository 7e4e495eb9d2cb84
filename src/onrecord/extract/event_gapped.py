"""Whom a verb is turned to that is not said again: "urged Velmar to open the road and Tarn to disarm the rebels",
"accused the army of looting and the police of standing by", "flew to Lima on Monday and to Quito on Tuesday".

What is asked of each is a demand of its own where the parser hangs it on the first ("called on Velmar to open the road
and on Tarn to disarm the rebels"). Where it does not, the words tell who is meant, and one act is turned to all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.annotate import phrases, syntax
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_selection import Coded
from onrecord.extract.matching import Match
from onrecord.extract.parties import Parties, Party
from onrecord.extract.trigger import complements, infinitive

TURNED = frozenset(["ACCUSE", "AGREE", "CONSULT", "REQUEST", "SUPPORT", "THREATEN"])
"""Types of acts that one verb turns to several, each for something else."""
_FIRST = ("PROPN", "DET", "PRON", "ADJ", "NOUN", "NUM")
_NOMINAL = frozenset((*_FIRST, "PART"))
_REASONS = frozenset(["of", "for", "over", "with", "on", "that", "not"])
"""Words, beside the infinitive's "to", that begin what each is asked, thanked or blamed for."""
_SURE = 1.0
"""The least weight of somebody to whom a verb may be turned."""


def second_demands(match: Match, arguments: Arguments, parties: Parties) -> Iterator[tuple[Match, Arguments]]:
    """The demands that a verb of asking makes of others than the first, each with what it asks of whom."""
    for noun, asked in _asked_apart(match):
        others = tuple(parties.somebody(phrases.coordinated(noun)))
        yield replace(match, asked=asked), replace(arguments, recipients=others)


def _asked_apart(match: Match) -> Iterator[tuple[Token, Token]]:
    """Whom a verb of asking is turned to again by its preposition, each with the infinitive for what is asked of him
    alone, as the parser has it."""
    if match.rule.event != "REQUEST" or match.trigger.pos_ != "VERB":
        return
    names = {name for name, _ in syntax.own_arms(match.trigger)}
    for first in complements(match.trigger)[:1]:
        for again in first.rights:
            repeated = again.dep_ == "conj" and again.lower_ in names
            noun = syntax.child(again, "pobj") if repeated else None
            if noun is not None and (asked := _asked(again, noun, first)) is not None:
                yield noun, asked


def _asked(again: Token, noun: Token, first: Token) -> Token | None:
    """The infinitive that follows a repeated preposition, on whatever the parser hung it."""
    found = [v for head in (again, noun, first) for v in head.rights if infinitive(v) and v.i > again.i]
    return min(found, key=lambda v: v.i, default=None)


def with_gapped(coded: Coded, parties: Parties) -> Coded:
    """An act with those to whom its verb is turned again, of whom the parser shows no demand of its own."""
    own = coded.arguments
    trigger = coded.match.trigger
    if (
        coded.coding.event not in TURNED
        or trigger.pos_ != "VERB"
        or not own.recipients
        or coded.match.asked is not None
    ):
        return coded
    last = max(own.recipients, key=lambda party: party.words.end)
    if last.words.start < trigger.i or any(_asked_apart(coded.match)):
        return coded
    known = {party.head.i for party in (*own.actors, *own.recipients)}
    more = tuple(party for party in _again(trigger, last, parties) if party.head.i not in known)
    return replace(coded, arguments=replace(own, recipients=(*own.recipients, *more))) if more else coded


def _again(trigger: Token, last: Party, parties: Parties) -> Iterator[Party]:
    doc, start, end = trigger.doc, last.words.start, last.words.end
    stop = trigger.sent.end
    before = doc[start - 1]
    preposition = before.lower_ if before.pos_ in ("ADP", "SCONJ") and before.i > trigger.i else None
    reason = _reason(doc, end, stop)
    for at in range(end, stop - 1):
        if doc[at].dep_ != "cc" and doc[at].lower_ not in ("and", "but"):
            continue
        first = at + 1
        if preposition is not None:
            if doc[first].lower_ != preposition:
                continue
            first += 1
        elif reason is None or at == end or (reason == "to" and doc[at - 1].pos_ == "PROPN" == doc[first].pos_):
            continue  # "to invite Peru and Chile to attend": these are invited together
        head = _noun(doc, first, stop)
        if head is None or parties.weight(head, recipient=False) < _SURE:
            continue
        if preposition is None and (head.pos_ == "PROPN") != (last.head.pos_ == "PROPN"):
            continue  # "asked Peru to send troops and engineers to repair the bridge"
        if (preposition is not None and at == end) or (reason is not None and _reason(doc, head.i + 1, stop) == reason):
            yield parties.party(head, recipient=True)


def _noun(doc: Doc, first: int, stop: int) -> Token | None:
    """The head of the noun phrase that begins at a word, by the words alone: parsers fail here."""
    at = first
    if at >= stop or doc[at].pos_ not in _FIRST:
        return None
    while at + 1 < stop and (doc[at + 1].pos_ in _NOMINAL) and doc[at + 1].lower_ not in ("to", "not"):
        at += 1
    return doc[at] if doc[at].pos_ in ("NOUN", "PROPN", "PRON") else None


def _reason(doc: Doc, at: int, stop: int) -> str | None:
    """The word by which it begins what somebody is asked, thanked or blamed for; of an infinitive "to"."""
    while at < stop and (doc[at].pos_ == "ADV" or doc[at].is_punct):
        at += 1
    if at + 1 >= stop:
        return None
    if doc[at].lower_ == "to" or (doc[at].lower_ == "not" and doc[at + 1].lower_ == "to"):
        verb = doc[min(at + 1 + (doc[at].lower_ == "not"), stop - 1)]
        return "to" if verb.tag_ in ("VB", "VBP", "RB") else None
    return doc[at].lower_ if doc[at].lower_ in _REASONS else None
