"""Words that the learned tagger takes for acts and that tell none, or only perhaps: habits, want, what is only said.

Grammar and the codebook's own exceptions know these better than a reader of words: "warned that serum would run out"
threatens nobody, "declined to comment" refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.codebook.compiled import CompiledCodebook, CompiledRule
from onrecord.codebook.words import EMPTY
from onrecord.extract.calls_paid import pays_call
from onrecord.extract.concerned import DENYING
from onrecord.extract.event_stand_in import rules_of, unified
from onrecord.extract.event_warnings import foretells
from onrecord.extract.matching import (
    CALLING,
    UNNAMED,
    assures_of_fact,
    goes_ahead,
    names_so,
    only_views,
    stands_in_refused,
)
from onrecord.extract.negation import is_negated
from onrecord.extract.trigger import Trigger, complements, infinitive
from onrecord.extract.wording import has

REPLYING = frozenset(["reply", "answer", "respond"])
KNOWING = frozenset("say tell know confirm predict foresee specify disclose reveal guess judge rule".split())
"""Verbs by which somebody tells what is so, or what he knows."""
TERMS = frozenset(["condition", "anonymity"])
NO_ACTS = frozenset(["chargé", "chargés"])  # words of titles that look like verbs
SAID = frozenset(["REQUEST", "AGREE", "CONSULT", "REJECT"])
"""Types of acts that are done by saying, whatever the verb: "told them to leave"."""
ON_THE_GROUND = frozenset(["ASSAULT", "COERCE", "SANCTION", "RETREAT", "MOBILIZE"])
"""Types of deeds that whoever tells of them has not done by telling."""


class Guards:
    """Which words tell no act of a type, or only perhaps, by the rules that know them."""

    def __init__(self, book: CompiledCodebook) -> None:
        self._book = book

    def tells_none(self, trigger: Token, event: str) -> bool:
        """Whether a word tells no act of a type at all, however sure the tagger is."""
        if event == "REJECT" and trigger.lemma_ in REPLYING and is_negated(trigger):
            return True  # "has not replied": silence is no refusal yet
        if event == "REJECT" and _leaves_open(trigger):
            return True
        if event == "REJECT" and trigger.lemma_ in DENYING:
            return True  # rules know which denials answer somebody: whoever denies a deed refuses nothing
        if _to_reporters(trigger, event) or (event == "YIELD" and _sets_term(trigger)):
            return True
        if event == "AGREE" and any(assures_of_fact(trigger, c) for c in complements(trigger)):
            return True
        if event in ("REQUEST", "AGREE", "YIELD") and any(only_views(trigger, c) for c in complements(trigger)):
            return True
        if event in ("THREATEN", "REQUEST") and (goes_ahead(trigger) or pays_call(trigger)):
            return True
        if event in CALLING and names_so(trigger):
            return True
        past = event == "REQUEST" and _tells_of_the_past(trigger)
        warned = [trigger, *([trigger.head] if trigger.dep_ == "ccomp" else [])]
        want = event in ("THREATEN", "REQUEST") and any(foretells(word, self._book) for word in warned)
        return past or want or self._nobodys(trigger, event)

    def is_doubtful(self, trigger: Token, event: str) -> bool:
        """Whether a word mostly tells something else than an act of a type."""
        return _is_habit(trigger) or self._only_tells(trigger, event) or self._in_bad_company(trigger, event)

    def is_ambiguous(self, trigger: Token, event: str) -> bool:
        """Whether a rule of the type knows a word and names company in which it means nothing."""
        return any(_bad_company(rule) for rule in self._of_type(trigger, event))

    def _in_bad_company(self, trigger: Token, event: str) -> bool:
        """Whether that company stands beside it ("declined to comment")."""
        rules = [rule for rule in self._of_type(trigger, event) if _bad_company(rule)]
        here = Trigger(trigger)
        return any(stands_in_refused(rule, here) for rule in rules)

    def _of_type(self, trigger: Token, event: str) -> Iterator[CompiledRule]:
        return (rule for rule in rules_of(trigger, self._book) if unified(rule.event) == event)

    def _only_tells(self, trigger: Token, event: str) -> bool:
        """Whether a word only says that somebody speaks ("confided", "quoted him"), or is neither verb nor noun."""
        tells = event not in SAID and has(self._book.classes.get("telling", EMPTY), trigger)
        return tells or trigger.pos_ not in ("VERB", "NOUN")

    def _nobodys(self, trigger: Token, event: str) -> bool:
        """Whether a word is one of a title, or the weather did it: "a storm struck the coast and killed three"."""
        ground = event in ON_THE_GROUND and trigger.pos_ == "VERB"
        doers = syntax.logical_subjects(trigger) if ground else ()
        return trigger.lower_ in NO_ACTS or any(has(self._book.classes["mishap"], doer) for doer in doers)


def _bad_company(rule: CompiledRule) -> bool:
    p = rule.pattern
    return any(words.single or words.terms for words in (p.object_without, p.complement_without, p.without))


def _tells_of_the_past(trigger: Token) -> bool:
    """Whether a verb tells what was: "stressed that Velmar broke the truce" asks for nothing."""
    told = [c for c in complements(trigger) if c.dep_ == "ccomp" and c.tag_ == "VBD"]
    return any(not any(a.tag_ == "MD" for a in syntax.auxiliaries(c)) for c in told)


def _leaves_open(trigger: Token) -> bool:
    """Whether it is only left open what is so: "could not say whether", "would not confirm that" refuse no offer."""
    telling = trigger.pos_ == "VERB" and trigger.lemma_ in KNOWING and is_negated(trigger)
    return telling and any(c.dep_ in ("ccomp", "advcl") for c in trigger.children)


def _is_habit(trigger: Token) -> bool:
    if trigger.pos_ != "VERB" or not trigger.sent.text.rstrip().endswith("."):
        return False
    return trigger.tag_ in ("VBP", "VBZ") or any(a.lower_ in ("may", "can") for a in syntax.auxiliaries(trigger))


def _sets_term(trigger: Token) -> bool:
    """Whether somebody is given time to do something, and no thing: "gave them until Monday to clear the track"."""
    until = any(name in ("until", "till") for name, _ in syntax.own_arms(trigger))
    return until and any(infinitive(c) for c in complements(trigger))


def _to_reporters(trigger: Token, event: str) -> bool:
    """Whether a word only tells how somebody talked to the press: "asking not to be named", "spoke on condition"."""
    if event == "REQUEST":
        return any(c.lemma_ in UNNAMED and is_negated(c) for c in complements(trigger))
    return event == "CONSULT" and any(noun.lemma_ in TERMS for _, noun in syntax.own_arms(trigger))


def is_absent(trigger: Token) -> bool:
    """Whether a noun is told to be absent ("no objections")."""
    return trigger.pos_ == "NOUN" and any(c.lower_ == "no" and c.dep_ == "det" for c in trigger.lefts)
