"""What a match becomes once its status is known: PLOVER codes a promise of aid as AGREE, a promised pull-out as
CONCEDE, a refusal ("will not attend") as REJECT, announced coercion as THREATEN."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.extract.arguments import Arguments
from onrecord.extract.concerned import DENYING
from onrecord.extract.inquiries import is_inquiry
from onrecord.extract.matching import Match
from onrecord.extract.negation import goes_on_to, has_nothing, is_negated
from onrecord.extract.status import Reading
from onrecord.extract.trigger import complements, infinitive
from onrecord.model.vocabulary import Status

PROMISED = frozenset(["CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"])
THREATENED: dict[str, dict[str | None, str]] = {
    "COERCE": {"arrest": "arrest", "deport": "expel", None: "restrict"},
    "SANCTION": {"expel": "expel", None: "relations"},
    "ASSAULT": {None: "violence"},
}
UNABLE = frozenset(["unable", "impossible", "hard", "difficult", "easy", "unlikely", "able"])
PREVENTING = frozenset(["stop", "prevent", "keep", "bar", "ban", "block", "deter", "discourage", "prohibit", "forbid"])
TRYING = frozenset(["try", "attempt", "seek"])
OPENING = frozenset(["open", "reopen", "unblock", "restore", "resume"])
"""What is promised of a road is an undertaking, no pull-out."""
CONSENTING = frozenset(["accept", "agree", "consent", "acquiesce", "assent", "endorse", "approve"])
CONDITIONS = frozenset(["until", "till", "unless"])
OFFERED = frozenset(["AID", "COOPERATE", "AGREE"])
SPECULATING = frozenset(
    ["analyst", "expert", "observer", "economist", "commentator", "newspaper", "daily", "scholar", "historian"]
)
"""Those who guess what others may do."""
PROPOSING = frozenset(["propose", "moot", "suggest"])
SERVING = frozenset(
    ["host", "mediate", "arbitrate", "facilitate", "send", "lend", "escort", "monitor", "pay", "provide", "supply"]
)
"""What whoever proposes it does himself."""
VOICED = frozenset(["REQUEST", "ACCUSE", "SUPPORT"])
"""Types of words for which one calls, writes or comes: who "telephoned to protest" protested."""
RANKS = frozenset(["first", "second", "last", "latest", "only", "next"])


@dataclass(frozen=True, slots=True)
class Coding:
    """Type, mode and status as recorded."""

    event: str
    mode: str | None
    status: Status


def settle(match: Match, mode: str | None, reading: Reading) -> Coding | None:
    """Type, mode and status of a match; None where the act is only part of another (a demand's content)."""
    event, status = match.rule.event, reading.status
    act = match.light[0] if match.light and match.light[0].pos_ == "VERB" else match.trigger
    if act is not match.trigger and status in ("asserted", "hypothetical") and _mere_purpose(act):
        return None  # "readiness to resume talks"
    if event == "ACCUSE" and (match.rule.implied or infinitive(match.trigger)) and _is_disowned(match.trigger):
        return None  # "denied that his men had broken the truce" reproaches nobody
    if event == "REQUEST" and is_inquiry(match.trigger):
        return None  # "asked why the post was shut"
    if match.rule.pattern.modal and (_looks_back(match.trigger) or _is_of_us(match.trigger)):
        return None  # "should have asked", "we should decide" ask nobody for anything
    if status == "demanded" and match.trigger.pos_ == "VERB" and _looks_back(match.trigger):
        return None  # "should have withdrawn its troops": it did not
    if match.trigger.lemma_ == "agree" and reading.negated and _differs(match.trigger):
        return None  # "could not agree on a date"
    if event == "THREATEN" and status == "planned" and not reading.negated:
        status = "asserted"  # "will have to consider sanctions": the threat itself is made
    if match.trigger.dep_ == "xcomp" and match.trigger.head.lower_ in UNABLE:
        return None  # "were unable to agree"
    if status == "hypothetical" and is_condition(act):
        return None  # "would stay closed until they withdrew"
    if is_prevented(match.trigger) or (event in PROMISED and _only_tried(act)):
        return None
    if is_imperative(match.trigger):
        return None  # "Free our teachers"
    if event == "THREATEN" and match.rule.pattern.negated and status == "planned":
        status = "asserted"  # "no train would pass while …"
    unwilling = match.trigger.lemma_ in ("willing", "prepared") and status == "asserted"
    if event == "AGREE" and reading.negated and unwilling:
        return Coding("REJECT", None, "asserted")  # "was not willing to talk"
    if event in ("AGREE", "CONCEDE") and reading.negated and match.rule.event == event and _refuses(act, status):
        return Coding("REJECT", mode if event == "REJECT" else None, "asserted")
    if event == "AGREE" and reading.negated and status == "asserted" and match.rule.event == event:
        return Coding("AGREE", mode, "denied")  # "did not promise to lease the port", "has committed itself to nothing"
    if event == "REJECT" and match.rule.pattern.future and status == "planned":
        status = "asserted"  # "the closure will be maintained": the refusal itself is made
    if event == "COERCE" and match.rule.pattern.negated and match.trigger.pos_ == "NOUN":
        return Coding(event, mode, "denied")  # "there is no blockade"
    refused = reading.negated or bool(match.rule.pattern.negated)
    if event == "REJECT" and refused and status in ("planned", "hypothetical"):
        status = "asserted"  # "there can be no talks": the refusal itself is made
    if (
        status == "planned"
        and event == "REQUEST"
        and match.trigger.pos_ == "NOUN"
        and match.trigger.head.lower_ == "at"
    ):
        status = "asserted"  # "is to meet on Monday at Velmar's request": the request itself was made
    if match.rule.pattern.modal and status == "demanded":
        status = "asserted"  # "Velmar must leave": the demand itself is made
    if infinitive(match.trigger) and is_feat(match.trigger):
        return Coding(event, mode, "asserted")
    if status == "hypothetical" and match.trigger.pos_ == "VERB" and infinitive(match.trigger):
        told = event in VOICED and _is_voiced(match.trigger)
        return Coding(event, mode, "asserted") if told else None  # a purpose: "flew in to help"
    if status == "asserted" and infinitive(match.trigger) and match.trigger.dep_ in ("acl", "advcl"):
        return Coding(event, mode, status) if goes_on_to(match.trigger) else None
    if status == "planned" and not reading.negated:
        if event in PROMISED:
            return Coding("AGREE", None, "planned")
        if event == "RETREAT" and match.trigger.lemma_ in OPENING:
            return Coding("AGREE", None, "planned")
        if event == "RETREAT":
            return Coding("CONCEDE", None, "planned")
    if status == "hypothetical" and not reading.negated and event in OFFERED and _is_offered(act):
        return Coding("AGREE", None, "planned")
    if status == "planned" and not reading.negated and event in THREATENED:
        return Coding("THREATEN", _threat(event, mode), "asserted")
    if match.rule.status == "planned" and status == "asserted":
        status = "planned"
    if (
        status == "planned"
        and reading.negated
        and event in ("CONSULT", "AID", "COOPERATE", "RETREAT", "AGREE", "CONCEDE")
    ):
        return Coding("REJECT", _rejected(event), "asserted")
    return Coding(event, mode, status)


def carrying(match: Match) -> Token:
    """The word whose status an act has: the verb that carries a noun, but no copula ("there was no such promise"), nor
    one that only asks for it ("called for a boycott")."""
    if not match.light or match.light[0].lemma_ == "be" or _is_called_for(match.trigger):
        return match.trigger
    return match.light[0]


def _is_called_for(noun: Token) -> bool:
    """Whether a noun tells what somebody calls for."""
    before = noun.head
    return noun.dep_ == "pobj" and before.lower_ == "for" and before.head.lemma_ in ("call", "appeal", "press", "push")


def _is_disowned(word: Token) -> bool:
    """Whether a word stands in what somebody denies."""
    return any(t.dep_ in ("ccomp", "xcomp") and t.head.lemma_ in DENYING for t in (word, *word.ancestors))


def _is_voiced(verb: Token) -> bool:
    """Whether an infinitive tells why something was done that is past: "had written to ask for guards"."""
    above = verb.head
    has = {a.lower_ for a in syntax.auxiliaries(above)}
    past = above.tag_ == "VBD" or (above.tag_ == "VBN" and bool(has & {"had", "has", "have"}))
    return verb.dep_ == "advcl" and above.pos_ == "VERB" and past and not is_negated(above)


def _looks_back(verb: Token) -> bool:
    """Whether what must or should be is past: "must have come by radio", "should have been asked"."""
    return any(a.lower_ in ("have", "'ve") for a in syntax.auxiliaries(verb))


def _is_of_us(verb: Token) -> bool:
    return any(s.lower_ == "we" for s in syntax.grammatical_subjects(verb))


def _differs(verb: Token) -> bool:
    """Whether several are of two minds: "could not agree on a date"; talks that "failed to agree" on one ended."""
    return verb.dep_ != "xcomp" and any(c.dep_ == "prep" and c.lower_ in ("on", "over", "about") for c in verb.rights)


def _refuses(verb: Token, status: Status) -> bool:
    """Whether who does not agree refuses: "did not accept it", "could not accept the term"; not "might not agree"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in CONSENTING or has_nothing(verb):
        return False
    bound = any(a.lower_ in ("could", "can", "would") for a in syntax.auxiliaries(verb))
    return status == "asserted" or (status in ("hypothetical", "planned") and bound)


def proposed(match: Match, arguments: Arguments, coding: Coding) -> Coding:
    """The coding of what is proposed: a demand on a body or state that can do it alone ("proposed that the council send
    a mission"), an offer where things are to be done, or done by several ("that observers be posted", "that officers of
    both sides inspect the lorries")."""
    if match.trigger.lemma_ not in PROPOSING or coding.event != "REQUEST" or match.rule.mode is not None:
        return coding
    if match.trigger.lemma_ == "suggest" and coding.mode == "meet":
        return coding
    content = next(iter(complements(match.trigger)), None)
    if content is None or syntax.child(match.trigger, "dobj", "dative") is not None:
        return coding
    if infinitive(content):  # "proposed to send judges"; "proposed to resume trade" asks for the other's share
        return Coding("AGREE", None, coding.status) if content.lemma_ in SERVING else coding
    alone = [p for p in arguments.recipients if p.weight > 1 and p.head.tag_ in ("NN", "NNP", "PRP")]
    alone = [p for p in alone if p.head in syntax.logical_subjects(content) and not _is_any(p.head)]
    return coding if alone else Coding("AGREE", None, coding.status)


def _is_any(noun: Token) -> bool:
    """Whether a noun tells of one that is still to be found: "a commission of engineers"."""
    return any(c.lower_ in ("a", "an") for c in noun.lefts)


def is_condition(verb: Token) -> bool:
    """Whether a clause only tells what has to come first: "until the army leaves", "unless he is freed"."""
    if verb.dep_ != "advcl":
        return False
    return any(c.lower_ in CONDITIONS and c.dep_ in ("mark", "advmod", "prep") for c in verb.lefts)


def _is_offered(verb: Token) -> bool:
    """Whether what can be done is held out: "the league can send monitors"; not "could have sent", a guess."""
    modals = {a.lower_ for a in syntax.auxiliaries(verb)}
    if verb.pos_ != "VERB" or verb.tag_ != "VB" or modals.isdisjoint(("can", "could")):
        return False
    tellers = syntax.grammatical_subjects(verb.head) if verb.dep_ == "ccomp" else []
    return not any(t.lemma_ in SPECULATING for t in tellers)


def is_prevented(verb: Token) -> bool:
    """Whether somebody was kept from an act: "stopped relatives from bringing food"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "from" and _governing(verb.head).lemma_ in PREVENTING


def _governing(preposition: Token) -> Token:
    """The verb that a preposition belongs to, also where it was hung on its object."""
    above = preposition.head
    return above.head if above.pos_ in ("NOUN", "PROPN", "PRON") and above.dep_ in ("dobj", "nsubjpass") else above


def _only_tried(act: Token) -> bool:
    """Whether an act was tried and is told as past: "who had tried to mediate" promises nothing."""
    above = act.head
    return act.dep_ == "xcomp" and above.lemma_ in TRYING and above.tag_ in ("VBD", "VBN")


def _mere_purpose(act: Token) -> bool:
    return act.dep_ in ("acl", "advcl") and infinitive(act) and not is_feat(act)


def is_feat(verb: Token) -> bool:
    """Whether an infinitive tells what was done: "became the tenth country to recognise it"."""
    if verb.dep_ not in ("acl", "advcl", "relcl", "xcomp"):
        return False
    above = verb.head
    noun = above if above.pos_ == "NOUN" else syntax.child(above, "attr")
    if noun is None or noun.head.lemma_ not in ("become", "be"):
        return False
    return any(c.dep_ in ("amod", "nummod") and (c.ent_type_ == "ORDINAL" or c.lower_ in RANKS) for c in noun.lefts)


def is_imperative(verb: Token) -> bool:
    """Whether a verb is a bare command ("Free our teachers", the leader said)."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp") or (verb.i > 0 and verb.nbor(-1).pos_ != "PUNCT"):
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in verb.children)


def _rejected(event: str) -> str:
    return {"CONSULT": "meet", "AID": "assist", "COOPERATE": "assist"}.get(event, "yield")


def _threat(event: str, mode: str | None) -> str | None:
    return THREATENED[event].get(mode, THREATENED[event][None])
