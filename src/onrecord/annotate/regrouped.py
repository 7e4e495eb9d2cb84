"""Names that the parser groups wrongly, put where the words before and behind them say they belong.

A day is no first name behind the preposition of time that it needs: in "On Sunday Rennet telephoned" the parser makes
one name of the day and the caller. And what stands behind "the ministers of" or owns the ministers is a list of states
("the ministers of Norland and Sund", "Norland's and Sund's ministers"), of which the parser takes the last for one more
beside the ministers, or the first for the subject.
"""

from __future__ import annotations

import re

import numpy as np
from spacy.tokens import Doc, Token

from onrecord.annotate.misread import SUBJECTS, child
from onrecord.resources.names import words

_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = words("january february march april may june july august september october november december")
_OF_DAYS = words("on since until till by before after from")
_OF_MONTHS = words("in since until till during")
"""Prepositions that say when, and before which no forename stands: "By April Lund" is a byline."""
_PLURALS = ("NNS", "NNPS")
_NAMES = ("NNP", "NNPS")
_BELONGING = words("of from")
_JOINTS = words("and ,")
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def tells_when(token: Token) -> bool:
    """Whether a capitalised word names a day or month by the preposition before it ("on Sunday", "in April")."""
    if token.i == 0 or not token.text.istitle():
        return False
    before = token.nbor(-1).lower_
    return (token.lower_ in _WEEKDAYS and before in _OF_DAYS) or (token.lower_ in _MONTHS and before in _OF_MONTHS)


def regroup(doc: Doc) -> None:
    """Mend the grouping of names in a parsed text, in place; words and sentences stay."""
    labels, strings = doc.to_array("DEP"), doc.vocab.strings
    for at in np.flatnonzero(labels == strings["compound"]).tolist():
        if tells_when(doc[at]):
            _day(doc[at])
    for sentence in doc.sents:
        if sentence[0].pos_ == "NUM" and sentence[0].dep_ in ("nummod", "compound", "nmod"):
            _hour(sentence[0])
    for at in np.flatnonzero(labels == strings["conj"]).tolist():
        _state_behind(doc[at])
        _state_before(doc[at])


def _hour(hour: Token) -> None:
    """Part the hour before an entry of a log from the noun behind it: "09:30 Police blocked the bridge"."""
    above = hour.head
    if not above.is_ancestor(hour) or above.i < hour.i or _HOUR.fullmatch(hour.text) is None:
        return
    while above.head != above and above.pos_ not in ("VERB", "AUX"):
        above = above.head
    if above.pos_ in ("VERB", "AUX"):
        hour.head, hour.dep_ = above, "npadvmod"


def _day(day: Token) -> None:
    """Part a day from the name behind it, of which the parser made one: "On Sunday Rennet telephoned"."""
    preposition, name = day.nbor(-1), day.head
    if name.i < day.i or name.tag_ not in _NAMES or preposition.dep_ not in ("prep", "mark"):
        return
    if any(not t.text[:1].isupper() for t in day.doc[day.i : name.i]):
        return
    if name.dep_ == "pobj" and name.head == preposition and not _acts(name, preposition.head):
        return
    day.head, day.dep_ = preposition, "pobj"
    preposition.dep_ = "prep"


def _acts(name: Token, verb: Token) -> bool:
    """Make a name that was taken for the object of the preposition the subject of the verb right behind it."""
    behind = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else None
    if behind is None or behind.tag_ not in _FINITE or behind not in (verb, *verb.lefts):
        return False
    taken = child(verb, *SUBJECTS)
    if taken is not None and taken.i > verb.i:
        taken.dep_ = "dobj"
    elif taken is not None:
        return False
    name.head, name.dep_ = verb, "nsubj"
    return True


def _state_behind(state: Token) -> None:
    """Make the last state of a list an owner, not one more of the people: "the ministers of Norland and Sund"."""
    people = state.head
    if people.tag_ not in _PLURALS or state.tag_ not in _NAMES or people.i > state.i:
        return
    last = _last_owner(people, state)
    if last is None:
        return
    for joint in [c for c in people.rights if last.i < c.i < state.i and c.dep_ in ("cc", "punct")]:
        joint.head = last
    state.head = last


def _last_owner(people: Token, state: Token) -> Token | None:
    """The last state behind "of" or "from" before one that only a joint parts from it; None where no list goes on."""
    behind = next((c for c in people.rights if c.dep_ == "prep" and c.lower_ in _BELONGING and c.i < state.i), None)
    first = child(behind, "pobj") if behind is not None else None
    if first is None or first.tag_ not in _NAMES or "PERSON" in (first.ent_type_, state.ent_type_):
        return None
    last = max((first, *(c for c in first.conjuncts if c.i < state.i)), key=lambda t: t.i)
    between = state.doc[last.i + 1 : state.left_edge.i]
    return last if len(between) and all(t.lower_ in _JOINTS or t.dep_ == "case" for t in between) else None


def _state_before(people: Token) -> None:
    """Make the first state of a list an owner, not the subject: "Norland's and Sund's ministers", "the Norlandian and
    Sundish ministers"."""
    first, second = people.head, _before(people)
    if people.tag_ not in _PLURALS or first.tag_ not in (*_NAMES, "JJ") or second is None:
        return
    label = second.dep_
    owned = label == "poss" and second.tag_ in _NAMES and child(first, "case") is not None
    if not first.i < second.i < people.i or not (owned or "NORP" in (first.ent_type_, second.ent_type_)):
        return
    people.head, people.dep_ = (people if first.dep_ == "ROOT" else first.head), first.dep_
    articles = () if owned else ("det",)
    for other in [c for c in first.children if c.i > people.i or (c.i < first.i and c.dep_ in ("punct", *articles))]:
        other.head = people
    first.head, first.dep_ = people, label
    second.head, second.dep_ = first, "conj"


def _before(people: Token) -> Token | None:
    """The last owner or adjective of a list right before a plural noun."""
    return next((c for c in people.lefts if c.dep_ in ("poss", "amod") and c.text[:1].isupper()), None)
