"""Which coded acts of a sentence are events of their own, and which only part of another.

"Ardenia called on Velmar to end its blockade": the end is the demand's content, not an event; the blockade is
named with its own actor and stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.misread import without_object
from onrecord.extract.arguments import Arguments
from onrecord.extract.event_detail import content_of
from onrecord.extract.event_status import VOICED, Coding
from onrecord.extract.judged import is_judged
from onrecord.extract.matching import TOLD, Match
from onrecord.extract.trigger import complements, infinitive
from onrecord.model.vocabulary import Status

SESSIONS = frozenset(["session", "sitting", "plenary", "conclave"])
APART, APART_FROM_VERB = 0.9, 0.7
"""The share of its type from which the tagger is sure enough of an act for it to stand beside the one whose content it
is; the same of one that a verb of another type acts on."""
HARMING = frozenset(["ASSAULT", "COERCE"])
CASUALTIES = frozenset(["kill", "wound", "injure", "hurt", "maim"])
"""Verbs that tell whom one deed harmed, each some of them: "killed ten and wounded seventy"."""
DRAWING = frozenset("draw face attract provoke prompt earn win spark trigger receive invite elicit arouse".split())
"""Verbs that tell of words by those at whom they are: "drew criticism from Velmar"."""
OCCASIONS = frozenset(["CONSULT", "PROTEST"])
"""Types of acts at which something is said that is an act of its own."""
ABOUT_ACTS = frozenset(["REQUEST", "AGREE", "CONCEDE", "REJECT", "THREATEN"])


@dataclass(frozen=True, slots=True)
class Coded:
    """A match with its arguments and what it was settled to be; `score` is the model's where it coded.

    `told` is the status that the clause tells, before it was settled; `sure` whether it is believed in any report, or
    only in one that tells other acts beyond doubt; `about` the places of those whom its words are about and are not
    turned to; `share` the tagger's of its type, whoever coded it.
    """

    match: Match
    arguments: Arguments
    coding: Coding
    negated: bool
    score: float | None = None
    told: Status = "asserted"
    sure: bool = True
    about: frozenset[int] = frozenset()
    share: float = 0.0


def selected(coded: Sequence[Coded]) -> list[Coded]:
    """The events of one sentence that stand for themselves, in text order."""
    about = [c for c in coded if c.sure and (c.coding.event in ABOUT_ACTS or c.coding.event == "ACCUSE")]
    contents = [(c, content_of(c.match)) for c in about]  # what is doubtful itself swallows no other act
    kept = [c for c in coded if not any(_part_of(c, other, words) for other, words in contents if other != c)]
    kept = [c for c in kept if not any(_harms_more(c, other) or _draws(c, other) for other in kept if other != c)]
    return [c for c in kept if not any(_object_of(c, other) or _purpose_of(c, other) for other in coded if other != c)]


def _harms_more(inner: Coded, outer: Coded) -> bool:
    """Whether `inner` only tells whom else the deed that `outer` tells harmed: "the blast killed ten and wounded
    seventy", "shelled the town, killing two and injuring five"."""
    verb, first = inner.match.trigger, outer.match.trigger
    if inner.coding.event != "ASSAULT" or outer.coding.event != "ASSAULT" or verb.i <= first.i:
        return False
    if verb.lemma_ not in CASUALTIES or syntax.child(verb, *syntax.SUBJECTS) is not None:
        return False
    above = verb
    while above.dep_ in ("conj", "advcl") and above.head.pos_ == "VERB" and above.head.i < verb.i:
        above = above.head
        if above == first or (first.pos_ == "NOUN" and first in syntax.logical_subjects(above)):
            return above.lemma_ in CASUALTIES or verb.tag_ == "VBG" or first.pos_ == "NOUN"
    return False


def _draws(inner: Coded, outer: Coded) -> bool:
    """Whether `inner` is the verb that only carries the words of `outer`: "drew criticism from Velmar"."""
    noun, verb = outer.match.trigger, inner.match.trigger
    carries = noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head == verb and verb.lemma_ in DRAWING
    return carries and inner.coding.event == outer.coding.event


def _object_of(inner: Coded, outer: Coded) -> bool:
    """Whether `inner` is the noun that `outer`'s verb acts on ("broke off talks", "lifted the blockade")."""
    noun, verb = inner.match.trigger, outer.match.trigger
    if noun.dep_ == "oprd" and noun.head == verb and noun.pos_ != "VERB":
        return True  # "called that a siege"
    if inner.coding.status == "denied" or is_judged(noun):
        return False
    if inner.coding.event != outer.coding.event and (inner.share >= APART_FROM_VERB or _is_first_told(inner)):
        return False  # "turned down a request", "lifted its ban"
    if inner.coding.event == "CONSULT" and verb.lemma_ in TOLD:
        return False  # "warned a special meeting of the council that …"
    if inner.coding.event == outer.coding.event == "CONSULT" and noun.dep_ == "pobj" and noun.head.head == verb:
        hosted = outer.coding.mode == "visit" and noun.head.lower_ == "for"  # "received him for talks"
        return hosted or noun.lemma_ in SESSIONS  # "met in emergency session": one meeting
    if noun.pos_ == "VERB" or verb.pos_ != "VERB" or outer.coding.event in ("ACCUSE", "SUPPORT"):
        return False
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head == verb


def _is_first_told(inner: Coded) -> bool:
    """Whether a noun tells what somebody wants or offers as nothing told before: "rejected a demand by Chad"."""
    noun = inner.match.trigger
    new = any(c.lower_ in ("a", "an") or c.pos_ == "NUM" for c in noun.lefts)
    return new and inner.coding.event in ("REQUEST", "AGREE") and noun.dep_ in ("dobj", "nsubjpass")


def _purpose_of(inner: Coded, outer: Coded) -> bool:
    """Whether `inner` is what `outer` is done for ("summoned the envoy to protest")."""
    verb = inner.match.trigger
    if outer.coding.event in OCCASIONS and inner.coding.event in VOICED and inner.coding.status == "asserted":
        return False  # "telephoned to thank him"
    return verb.pos_ == "VERB" and infinitive(verb) and verb in complements(outer.match.trigger)


def _part_of(inner: Coded, outer: Coded, content: Tokens | None) -> bool:
    """Whether `inner` stands in what `outer` is about without naming an actor of its own there."""
    if content is None or not content.start <= inner.match.trigger.i < content.end:
        return False
    if inner.match.trigger.i == outer.match.trigger.i or inner.share >= APART:
        return False
    if outer.match.trigger.dep_ in ("acl", "relcl") and outer.match.trigger.head == inner.match.trigger:
        return False  # "an emergency session requested by Congo"
    verb = inner.match.trigger
    own = [p for p in inner.arguments.actors if content.start <= p.head.i < content.end]
    if outer.coding.event == "ACCUSE":  # "accused it of having broken the truce" is one accusation
        again = inner.coding.event == "ACCUSE" and inner.match.rule.implied and outer.score is None
        nobodys = not own and inner.coding.event not in HARMING and verb.pos_ == "VERB" and syntax.is_passive(verb)
        return inner.score is not None or again or nobodys
    if (own or inner.coding.event in HARMING or inner.coding.event == "AGREE") and _is_denied_by(inner, outer):
        return False  # "denied that his soldiers had shelled the village"
    if verb.dep_ == "conj" and syntax.joined(verb) != verb.head:
        return False
    if _taken_for_granted(inner) or (own and _to_meet(inner, outer)):
        return False
    if outer.coding.event == "REJECT" and _is_first_told(inner):
        return False
    if verb.pos_ == "VERB" and (infinitive(verb) or "asserted" not in (inner.told, inner.coding.status)):
        return True
    if verb.pos_ == "VERB" and (inner.told == "planned" or _wished(verb, outer)):
        return True
    return not own


def _to_meet(inner: Coded, outer: Coded) -> bool:
    """Whether what is agreed on is that some will meet, which is news of its own."""
    meets = inner.match.rule.event == "CONSULT" and inner.told == "planned" and not infinitive(inner.match.trigger)
    return meets and outer.coding.event == "AGREE"


def _taken_for_granted(inner: Coded) -> bool:
    """Whether `inner` only says who is meant or what is judged: "demanded the release of two drivers held in Harn",
    "asked it to condemn the killing of two engineers"."""
    verb = inner.match.trigger
    if verb.pos_ == "NOUN" and inner.coding.event == "ASSAULT":
        return is_judged(verb)
    if verb.dep_ == "relcl" and inner.coding.event in HARMING and inner.told == "asserted":
        return True  # "asked it to guard the dam, which was blown up in May"
    participle = (verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD")) or without_object(verb)
    return participle and inner.coding.event in HARMING and syntax.is_passive(verb)


def _is_denied_by(inner: Coded, outer: Coded) -> bool:
    """Whether `inner` is the act itself, in a clause with "that" or without, that `outer` denies."""
    verb = inner.match.trigger
    denied = outer.coding.event == "REJECT" and "denied" in (inner.told, inner.coding.status)
    if denied and verb.pos_ == "NOUN":
        return outer.match.trigger in (verb.head, verb.head.head)  # "denied there had been any killings"
    told = verb.head if verb.dep_ == "acomp" else verb  # "denied that the crew had been ill-treated"
    return denied and not infinitive(verb) and told in complements(outer.match.trigger)


def _wished(verb: Token, outer: Coded) -> bool:
    """A subjunctive, however tagged: "demanded that the president resign"."""
    asked = "REQUEST" in (outer.coding.event, outer.match.rule.event)  # "proposed that an engineer look at it" too
    return asked and verb.lower_ == verb.lemma_ and verb in complements(outer.match.trigger)
