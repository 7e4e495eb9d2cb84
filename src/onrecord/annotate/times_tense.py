"""The tense of the verb that governs a time expression: which way "Friday" or "in May" points."""

from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.syntax import is_supposed

type Tense = Literal["past", "present", "future", "none"]

_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "may", "might", "could", "can", "must", "should"})
_EXPECTING = frozenset(
    [
        "expect",
        "schedule",
        "plan",
        "due",
        "set",
        "slate",
        "intend",
        "aim",
        "hope",
        "want",
        "agree",
        "vow",
        "promise",
        "decide",
        "order",
        "ask",
        "urge",
        "need",
        "prepare",
        "ready",
    ]
)
_FIXED = frozenset(["set", "due", "slated", "planned", "scheduled", "arranged", "billed", "fixed", "called"])
"""What stands before the "for" of a day that was ahead."""
_CALLING_OFF = frozenset(["cancel", "postpone", "boycott", "scrap", "skip", "shun"])
_CALLING_OFF_WITH = frozenset(
    [("call", "off"), ("pull", "out"), ("put", "off"), ("withdraw", "from"), ("stay", "away")]
)
"""Verbs that call off what lies ahead."""
_LONGEST_CHAIN = 40
_PUTTING_OFF = frozenset(["give", "grant", "adjourn", "postpone", "defer", "extend", "delay"])
"""Verbs after which "until" names a day that lies ahead, whatever their tense: "gave them until Sunday"."""


def tense_of(tokens: Tokens) -> Tense:
    """The tense of the nearest verb above `tokens` in the parse; "none" where there is none."""
    token = tokens.root
    until = token.head.dep_ in ("prep", "agent") and token.head.lower_ in ("by", "before", "until", "till")
    if token.head.lower_ == "for" and token.head.i and token.doc[token.head.i - 1].lower_ in _FIXED:
        return "future"  # "talks set for Saturday", whatever became of them
    for _ in range(_LONGEST_CHAIN):
        if until and token.pos_ in ("VERB", "AUX") and (is_supposed(token) or _puts_off(token, tokens)):
            return "future"  # "would appeal if the troops were not withdrawn by Saturday"
        if token.pos_ in ("VERB", "AUX") and _is_off(token, tokens):
            return "future"
        if token.pos_ in ("VERB", "AUX") and token not in tokens and (found := _verb_tense(token)) != "none":
            return found
        if token.head == token:
            break
        token = token.head
    return "none"


def _puts_off(verb: Token, tokens: Tokens) -> bool:
    """Whether a verb gives time until a day, or bids somebody do something by it ("take it down by Friday")."""
    given = verb.lemma_ in _PUTTING_OFF and tokens.root.head.lower_ in ("until", "till")
    bids = verb.tag_ == "VB" and not any(child.dep_ in ("aux", "nsubj", "auxpass") for child in verb.children)
    return given or (bids and verb.dep_ in ("ROOT", "ccomp"))


def _is_off(verb: Token, tokens: Tokens) -> bool:
    """Whether a day is of what is called off: "pulled out of Tuesday's summit"."""
    calls_off = verb.lemma_ in _CALLING_OFF or any(
        child.dep_ in ("prt", "advmod", "prep") and (verb.lemma_, child.lower_) in _CALLING_OFF_WITH
        for child in verb.children
    )
    return calls_off and tokens.root.dep_ == "poss"


def _verb_tense(verb: Token) -> Tense:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _AHEAD:
        return "future"
    if "would" in helpers:
        return "future"
    if verb.tag_ == "VB" and "to" in helpers:
        return _infinitive_tense(verb)
    if (
        verb.tag_ == "VBD"
        or _told_as_done(verb, helpers)
        or helpers & {"was", "were", "had", "did", "has", "have", "'ve", "’ve"}
    ):
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or helpers & {"is", "are", "'s", "am", "do", "does", "be"}:
        return "future" if verb.lemma_ in _EXPECTING or _ahead(verb) else "present"
    return _participle_tense(verb)


_UNCHANGED = frozenset("let put cut set shut hit split quit cast shed spread cost hurt burst".split())
"""Verbs whose past is their base form."""


def _told_as_done(verb: Token, helpers: set[str]) -> bool:
    """Whether a base form is a past that the parser did not see: "Velmar on Tuesday let the ship dock"."""
    alone = not helpers and verb.tag_ == "VB" and verb.lemma_ in _UNCHANGED
    one = any(c.dep_ == "nsubj" and c.i < verb.i and c.tag_ in ("NN", "NNP") for c in verb.children)
    return alone and one and not any(c.dep_ == "mark" for c in verb.children)


def _ahead(verb: Token) -> bool:
    return any(child.lower_ in _EXPECTING for child in verb.children if child.dep_ == "acomp")


def _infinitive_tense(verb: Token) -> Tense:
    """What is to happen lies ahead where its governor expects it or is itself present or future."""
    head = verb.head
    if head == verb:
        return "future"
    if head.lemma_ in _EXPECTING or head.lower_ in _EXPECTING or head.pos_ in ("NOUN", "ADJ"):
        return "future"
    return "none"


def _participle_tense(verb: Token) -> Tense:
    """A bare participle: "talks scheduled for Friday" lie ahead, "troops killed on Friday" behind."""
    if verb.tag_ == "VBN":
        return "future" if verb.lemma_ in _EXPECTING else "past"
    return "none"
