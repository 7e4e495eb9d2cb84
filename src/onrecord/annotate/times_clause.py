"""Whether a time expression is surely one of its own clause: the time of a finite past verb, or of a future one.

`annotate.times_tense` tells the tense of the nearest verb above an expression, which may be the verb of something
else: "told the firms of a cutback in September". Here a phrase must hang on the verb itself, with nothing between that
could take it, or on the subject of what has happened.
"""

from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.syntax import is_supposed

_IN = frozenset(["in", "on", "during", "at"])
"""Prepositions of the time at which something happens; "to", "until" and "through" name another."""
_AHEAD = frozenset(["will", "shall", "would", "'ll", "’ll"])
_PAST = frozenset(["was", "were", "had", "did"])
_TAKING = frozenset(["of", "about", "to", "for", "on", "over", "into", "until", "till", "through", "as"])
"""Prepositions before a matter that may have the time for its own: "agreed on talks in March"."""
_OF_OTHERS = frozenset(
    "announce propose plan invite summon subpoena expect schedule order demand seek request discuss prepare promise "
    "offer authorize authorise approve declare confirm cancel postpone delay urge ask want need support back threaten "
    "predict forecast warn welcome accept agree favor favour oppose mention tell set fix name choose pick suggest call "
    "extend reschedule move mark await anticipate face eye debate consider intend aim hope vow decide grant give "
    "talk pledge adjourn defer recommend designate".split()
)
"""Verbs whose object or matter may lie at another time than they: "announced elections in May"."""
_PLANNED = frozenset(
    "planned scheduled expected proposed upcoming coming next future due slated forthcoming looming "
    "possible early snap presidential parliamentary general".split()
)
"""What stands before a noun that may lie ahead, whatever is said of it."""
_AHEAD_OF_US = frozenset("deadline target plan proposal election elections vote summit referendum date round".split())
"""Nouns of what is talked of before it is."""
_LONGEST_CHAIN = 6


def clause_tense(tokens: Tokens) -> Literal["past", "future", "none"]:
    """The tense of the verb whose own time `tokens` are; "none" where that is not sure."""
    start = next((t for t in tokens if t.pos_ not in ("DET", "PRON")), tokens[0])
    before = tokens[0].i - 1
    preposition = tokens.doc[before] if before >= 0 else None
    if preposition is not None and preposition.lower_ in _IN and preposition.sent == tokens[0].sent:
        return _of(preposition.head, preposition, bare=False)
    if tokens.root.dep_ in ("npadvmod", "tmod", "nsubj") and tokens.root.head.i == start.i - 1:
        return _of(tokens.root.head, tokens.root, bare=True)
    return "none"


def lasts(tokens: Tokens) -> bool:
    """Whether `tokens` tell for how long something has been so: "has been shut for more than 30 days"."""
    before = tokens[0].i - 1
    preposition = tokens.doc[before] if before >= 0 else None
    if preposition is None or preposition.lower_ != "for":
        return False
    helpers = {child.lower_ for child in preposition.head.children if child.dep_ in ("aux", "auxpass")}
    return bool(helpers & {"has", "have", "'ve", "’ve"}) and not helpers & (_AHEAD | {"to", "may", "must"})


def _of(head: Token, phrase: Token, *, bare: bool) -> Literal["past", "future", "none"]:
    """What a phrase that hangs on `head` tells of its time."""
    if head.pos_ in ("NOUN", "PROPN") or (head.dep_ == "nsubj" and head.tag_ == "VBG"):
        return "past" if _has_happened(head) else "none"
    if head.pos_ not in ("VERB", "AUX") or is_supposed(head):
        return "none"
    if bare and head.lemma_ in _OF_OTHERS:
        return "none"
    between = [c for c in head.children if head.i < c.i < phrase.i and c.dep_ not in ("auxpass", "aux", "neg", "prt")]
    if any(c.dep_ == "prep" and c.lower_ in _TAKING for c in between):
        return "none"
    if head.lemma_ in _OF_OTHERS and (between or _is_fronted(head, phrase)):
        return "none"
    return _finite(head)


def _is_fronted(head: Token, phrase: Token) -> bool:
    """Whether the phrase stands between subject and verb, where it may be the subject's: "the vote in May was set"."""
    return phrase.i < head.i and any(c.dep_ in ("nsubj", "nsubjpass") and c.i < phrase.i for c in head.children)


def _finite(verb: Token) -> Literal["past", "future", "none"]:
    """The tense that a verb shows by itself: "none" for perfects, progressives and infinitives."""
    for _ in range(_LONGEST_CHAIN if verb.lower_ not in _PLANNED else 0):
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if helpers & _AHEAD and "have" not in helpers:
            return "future"
        if verb.tag_ == "VBD" and helpers <= _PAST:
            return "none" if any(child.lower_ in _PLANNED for child in verb.children) else "past"
        if (verb.tag_ == "VBN" and helpers & _PAST) or (verb.tag_ == "VB" and helpers == {"did"}):
            return "past"
        if verb.tag_ == "VBN" and not helpers and verb.dep_ != "conj":
            return "past" if verb.dep_ != "acl" or _is_over(verb.head) else "none"
        if not (verb.dep_ == "conj" and not helpers and verb.tag_ in ("VB", "VBN")):
            return "none"
        verb = verb.head
    return "none"


def _is_over(noun: Token) -> bool:
    """Whether what a participle modifies has been so; "goods sent in March will be …" need not have been."""
    if any(child.dep_ == "det" and child.lower_ in ("the", "this", "that") for child in noun.children):
        return True
    verb = noun.head
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return not helpers & _AHEAD and verb.tag_ != "VB"


def _has_happened(noun: Token) -> bool:
    """Whether a noun is the subject of what has happened: "the strikes in March killed ten"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ in _OF_OTHERS or noun.lower_ in _AHEAD_OF_US:
        return False
    return verb.tag_ == "VBD" and not any(child.lower_ in _PLANNED for child in noun.children)
