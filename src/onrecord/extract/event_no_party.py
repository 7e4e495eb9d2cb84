"""What concerns no other party: words to the press are no contact, who defends his own record supports nobody."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.arguments import Arguments
from onrecord.extract.matching import Match
from onrecord.extract.outsiders import pursued_by

PRESS = frozenset(
    "reporter journalist newsman correspondent interviewer columnist newspaper magazine broadcaster press media".split()
)
NEWS = frozenset(["news", "press", "media"])
BRIEFINGS = frozenset(["conference", "briefing"])
OWN = frozenset(["his", "her", "its", "their", "our", "my"])
"""Possessives by which what is backed is the backer's own."""


def is_nobodys(match: Match, arguments: Arguments) -> bool:
    """Whether what a match codes is done towards no other party."""
    event = match.rule.event
    if event == "CONSULT":
        return _is_with_press(match, arguments)
    return event == "SUPPORT" and _is_of_own(match, arguments)


def is_turned_to_nobody(match: Match, arguments: Arguments, event: str, book: CompiledCodebook) -> bool:
    """Whether an act of words that names no recipient has none, whoever was told of before: a promise to strike
    somebody, a thing that is blamed ("blamed the drought")."""
    if any(True for _ in pursued_by(match, event, book)):
        return True
    verb = match.trigger
    blames = event == "ACCUSE" and verb.lemma_ in syntax.CHARGERS and verb.pos_ == "VERB"
    things = [o for o in syntax.logical_objects(verb) if o.pos_ == "NOUN"] if blames else []
    return bool(things) and not arguments.recipients


def _is_with_press(match: Match, arguments: Arguments) -> bool:
    """Whether a contact is an interview or a news conference: "spoke in an interview", "met reporters"."""
    occasions = [noun for name, noun in syntax.own_arms(match.trigger) if name in ("in", "during", "at")]
    if any(_is_interview(noun) for noun in (match.trigger, *occasions)):
        return True
    return any(p.head.lemma_.lower() in PRESS for p in (*arguments.actors, *arguments.recipients))


def _is_interview(noun: Token) -> bool:
    if noun.lemma_.lower() == "interview":
        return True
    told = any(c.lower_ in NEWS and c.dep_ in ("compound", "amod", "nmod") for c in noun.lefts)
    return noun.lemma_.lower() in BRIEFINGS and told


def _is_of_own(match: Match, arguments: Arguments) -> bool:
    """Whether somebody only stands by what is his own and no party: "defended his record", "stood by her words"."""
    if match.trigger.pos_ != "VERB" or match.rule.pattern.object:
        return False  # "gave its blessing to the plan"
    places = match.rule.recipient
    backed = syntax.logical_objects(match.trigger) if not places or "object" in places else []
    backed += [n for name, n in syntax.own_arms(match.trigger) if name in ("by", "behind") and name in (places or name)]
    parties = {p.head.i for p in arguments.recipients}
    own = [noun for noun in backed if any(c.lower_ in OWN and c.dep_ == "poss" for c in noun.lefts)]
    return bool(own) and all(parties.isdisjoint(t.i for t in noun.subtree if t.lower_ not in OWN) for noun in own)
