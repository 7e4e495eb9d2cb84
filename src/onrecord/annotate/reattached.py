"""Verbs that the parser hung on the wrong word, put where their auxiliaries, forms and commas say they belong.

The parser prefers the nearest verb: in "it said the premier had told his guest that trucks were moving again and had
asked him to recall the envoy", "asked" is coordinated with "moving". English coordinates like with like (Quirk et al.
1985, 13.49): what has "had" of its own goes with the verb before it that has "had", and no participle or past tense
goes with an infinitive. A past tense behind a name that commas set off is the clause's own verb: "France's envoy, Ada
Lind, called on". What somebody is charged with completes the verb, not his name ("accused the guards of burning the
mill"), and the clause of a cleft sentence tells of the noun before it ("it was the guards that burned the mill").
The tree itself is mended, so that subjects, contents and events all read the same clause.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from onrecord.annotate.misread import SUBJECTS, child
from onrecord.annotate.phrases import first_of
from onrecord.resources import countries
from onrecord.resources.lexicon import content

_FINITE = frozenset(["had", "has", "have", "would", "will", "'d", "’d"])
"""Auxiliaries that are told again before a coordinated verb in order to go back past the verbs between."""
_FINITE_TAGS = ("VBD", "VBZ", "VBP")
_ABOVE = frozenset(["ccomp", "relcl", "acl", "advcl", "conj", "xcomp", "pcomp"])
_NOUNS = frozenset(["dobj", "pobj", "prep", "attr", "nsubjpass", "oprd", "appos", "dative", "agent"])
"""Labels on the way up from a verb inside a noun phrase to the verb that the phrase belongs to."""
_CHARGING = frozenset(["accuse", "suspect", "convict", "acquit", "blame", "charge"])
"""Verbs behind whose object "of" or "for" tells a deed of the one who is charged with it."""
_TAKING = frozenset(["hold", "take", "keep", "seize"])
CAPTIVES = frozenset(["hostage", "captive", "prisoner"])
"""As what people are taken, beside verbs like "take"."""
_SINGULAR = ("NN", "NNP")
_HALVES = frozenset(["North", "South", "East", "West"])
_INCLUDING = {"tellers": ("speakers", "tellers")}


def reattach(doc: Doc) -> None:
    """Mend the coordinated verbs and headless clauses of a parsed text, in place; words and sentences stay."""
    labels, strings = doc.to_array("DEP"), doc.vocab.strings
    for at in np.flatnonzero(labels == strings["acl"]).tolist():
        if doc[at].tag_ == "VBD":
            _head(doc[at])
    for at in np.flatnonzero(labels == strings["prep"]).tolist():
        _charge(doc[at])
    for at in np.flatnonzero(labels == strings["ccomp"]).tolist():
        _cleft(doc[at])
    for at in np.flatnonzero(labels == strings["relcl"]).tolist():
        _relative(doc[at])
    for at in np.flatnonzero(labels == strings["cc"]).tolist():
        if 0 < at < len(doc) - 2 and doc[at - 1].text in _HALVES and doc[at + 1].text in _HALVES:
            _half(doc[at - 1], doc[at + 1], doc[at + 2])
    for at in np.flatnonzero(labels == strings["dobj"]).tolist():
        if doc[at].lower_ in CAPTIVES:
            _captive(doc[at])
    for at in np.flatnonzero(labels == strings["conj"]).tolist():
        verb = doc[at]
        if verb.pos_ in ("VERB", "AUX"):
            _subject(verb)
        if verb.pos_ in ("VERB", "AUX") and (child(verb, *SUBJECTS) is None or _says_that(verb)):
            other = _with_speaker(verb) or _with_like(verb)
            if other is not None:
                _move(verb, other)


def _head(verb: Token) -> None:
    """Make a past tense behind a name set off by commas the verb of the clause whose subject was taken for its head."""
    noun = verb.head
    set_off = any(t.dep_ == "appos" for t in noun.rights if t.i < verb.i) and verb.i and verb.nbor(-1).text == ","
    if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or not set_off:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    for token in [t for t in noun.rights if t.i > verb.i]:
        token.head = verb
    noun.head, noun.dep_ = verb, "nsubj"


def _charge(prep: Token) -> None:
    """Hang the deed that somebody is charged with on the verb: "accused the rebels of shooting dead a driver"."""
    accused = prep.head if prep.head.pos_ in ("NOUN", "PROPN", "PRON") else None
    verb = prep.head if accused is None else accused.head
    if prep.lower_ not in ("of", "for") or verb.lemma_ not in _CHARGING or verb.pos_ != "VERB":
        return
    _gerund(prep)
    if accused is not None and accused.dep_ in ("dobj", "nsubjpass") and child(prep, "pcomp") is not None:
        prep.head = verb


def _gerund(prep: Token) -> None:
    """Make a gerund that was taken for an adjective of its object the verb of a charge: "of burning boats"."""
    thing = child(prep, "pobj")
    first = thing.doc[prep.i + 1] if thing is not None and prep.i + 1 < thing.i else None
    if thing is None or first is None or first.tag_ != "VBG" or first.dep_ != "amod" or thing.tag_ != "NNS":
        return
    first.head, first.dep_ = prep, "pcomp"
    thing.head, thing.dep_ = first, "dobj"


def _subject(verb: Token) -> None:
    """Make the noun right before a coordinated finite verb its subject, which was coordinated with the object before:
    "France expelled two attachés and Mali recalled its envoy": no "and" stands before the verb."""
    if verb.tag_ not in _FINITE_TAGS or child(verb, *SUBJECTS, "aux", "auxpass") is not None or verb.i == 0:
        return
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ == "ADV":
        at -= 1
    noun = verb.doc[at]
    listed = noun.dep_ == "conj" and noun.head.dep_ in ("dobj", "pobj") and verb.head.i < noun.head.i
    before = noun.left_edge.i - 1
    if not listed or noun.pos_ not in ("PROPN", "NOUN", "PRON") or verb.doc[before].dep_ != "cc":
        return
    if verb.head.pos_ == "VERB" and not any(c.dep_ == "conj" for c in noun.rights):
        verb.doc[before].head = verb.head
        noun.head, noun.dep_ = verb, "nsubj"


def _cleft(verb: Token) -> None:
    """Make the clause of a cleft sentence a relative clause: "it was the rebels that broke the truce"."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.lower_ not in ("that", "who") or subject.i == 0:
        return
    noun = subject.nbor(-1)
    be = noun.head
    empty = be.lemma_ == "be" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in be.lefts)
    if empty and noun.dep_ == "attr" and noun.pos_ in ("PROPN", "NOUN", "PRON"):
        verb.head, verb.dep_ = noun, "relcl"


def _relative(verb: Token) -> None:
    """Hang a relative clause on what its verb agrees with: "men from Oslo, who have left", "Rook and Lind, who has"."""
    subject, noun = child(verb, "nsubj", "nsubjpass"), verb.head
    if subject is None or subject.lower_ not in ("who", "which") or subject.i < 2 or subject.i < noun.i:
        return
    number = _number(verb)
    last = subject.nbor(-2) if subject.nbor(-1).text == "," else subject.nbor(-1)
    listed = last != noun and last.tag_ in _SINGULAR and last.dep_ == "conj"
    if number == "one" and listed and (noun.tag_ not in _SINGULAR or last in noun.conjuncts):
        verb.head = last
    first = first_of(noun)
    above = first.head.head if first.dep_ == "pobj" else noun
    lone = (first == noun and not any(c.dep_ == "conj" for c in noun.rights)) or noun.ent_type_ == "GPE"
    several = above.tag_ in ("NNS", "NNPS") and above.dep_ != "conj"
    if number == "many" and subject.lower_ == "who" and noun.tag_ in _SINGULAR and lone and several:
        verb.head = above


def _number(verb: Token) -> str:
    """Of "one" or of "many", as the finite form of a verb or of its first auxiliary tells; else empty."""
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    if first.lower_ in ("has", "is", "was", "does") or first.tag_ == "VBZ":
        return "one"
    return "many" if first.lower_ in ("have", "are", "were", "do") else ""


def _half(first: Token, second: Token, land: Token) -> None:
    """Make two of "North and South Korea", of which the parser makes one; the first half stands where the land did."""
    if first.head != land or first.dep_ not in ("nmod", "amod", "compound") or second.head not in (land, first):
        return
    if not countries.by_name(f"{first.text} {land.text}"):
        return  # "North and South Carolina"
    for other in [c for c in land.lefts if c.i < first.i]:
        other.head = first
    for mark in [c for c in land.lefts if first.i < c.i < second.i]:
        mark.head = first
    first.head, first.dep_ = (first if land.dep_ == "ROOT" else land.head), land.dep_
    land.head, land.dep_ = first, "conj"
    second.head, second.dep_ = land, "compound"


def _captive(noun: Token) -> None:
    """Make "hostage" what somebody is taken as, and who is taken the object or the head: "took six nurses hostage",
    "over nurses held hostage by the gang"."""
    verb, lefts = noun.head, list(noun.lefts)
    if verb.lemma_ not in _TAKING or any(c.dep_ in ("det", "poss") and c.i == noun.i - 1 for c in lefts):
        return
    before = noun.nbor(-1) if noun.i else noun
    people = before if before in lefts and before.tag_ in ("NNS", "NNPS") else child(verb, "dative")
    if people is not None:
        people.head, people.dep_ = verb, "dobj"
        for mark in [c for c in lefts if c != people]:
            mark.head = people
        noun.dep_ = "oprd"
    elif verb == before and verb.dep_ in ("acl", "advcl") and child(verb, *SUBJECTS, "aux", "auxpass") is None:
        held = verb.nbor(-1) if verb.i else verb
        if held.pos_ in ("NOUN", "PROPN"):
            verb.head, verb.dep_, verb.tag_ = held, "acl", "VBN"
            noun.dep_ = "oprd"


def _with_like(verb: Token) -> Token | None:
    """The verb further up that a coordinated one is like, where it is unlike the one that it hangs on."""
    head = verb.head
    if head.pos_ not in ("VERB", "AUX"):  # "that the closure “amounts to …” and asked": a verb taken for a noun
        return _first_above(head, _is_past) if head.dep_ == "ccomp" and _is_past(verb) else None
    auxiliary = _auxiliary(verb)
    if auxiliary:
        return _alike(head, lambda other: _auxiliary(other) == auxiliary) or _finite_above(verb, head)
    if _says_that(verb):
        return None
    if _is_past(verb):
        unlike = _is_present(head) or (head.tag_ == "VB" and not _modal(head))
        return _first_above(head, _is_past) if unlike else None
    return _alike(head, _is_present) if _is_present(verb) and head.tag_ == "VBD" else None


def _with_speaker(verb: Token) -> Token | None:
    """The verb above that reports the clause which a verb of speech is coordinated with, where both fit together.

    What happened before it was told is told in another tense ("said 4,000 lorries had passed and called on Lasca"),
    or it is a state ("said the mast was a ruin and denied"), or a comma parts the two; "said the army fired and
    denied it" stays as the parser has it.
    """
    head = verb.head
    if verb.lemma_ not in _verbs("speakers") or head.lemma_ in _verbs("speakers") or head.pos_ not in ("VERB", "AUX"):
        return None
    teller = _first_above(head, lambda above: above.lemma_ in _verbs("tellers"))
    if teller is None or child(head, *SUBJECTS) is None:
        return None
    if _says_that(verb):  # "It said Lind told him that the pass was shut and that Corin had voiced regret"
        return teller if teller.dep_ == "ccomp" and teller.head.lemma_ in _verbs("tellers") else None
    if _tense(verb) != _tense(teller) or head.lemma_ in _verbs("occasions") or _to_one_of_them(verb):
        return None
    if _denied_too(verb):
        return None
    apart = head.lemma_ in ("be", "have") or any(c.dep_ in ("aux", "auxpass") for c in head.lefts)
    comma = verb.left_edge.i > 1 and verb.doc[verb.left_edge.i - 2].text == ","
    return teller if apart or comma else None


def _to_one_of_them(verb: Token) -> bool:
    """Whether an act of words is turned to somebody of the deed before it: "had arrested the men and accused them"."""
    active = child(verb.head, "auxpass") is None and child(verb.head, "dobj") is not None
    return active and any(c.dep_ in ("dobj", "dative") and c.pos_ == "PRON" for c in verb.rights)


def _denied_too(verb: Token) -> bool:
    """Whether a verb is denied with the one before it: "said that Orlan had not confessed or accused him"."""
    either = any(c.dep_ == "cc" and c.lower_ in ("or", "nor") and c.i < verb.i for c in verb.head.rights)
    return either and child(verb.head, "neg") is not None


def _tense(verb: Token) -> str:
    """ "past" or "present" of a finite verb, by its form or by "has" and "have"; else its tag."""
    if _auxiliary(verb) in ("has", "have") or verb.tag_ in ("VBZ", "VBP"):
        return "present"
    return "past" if verb.tag_ == "VBD" else verb.tag_


@cache
def _verbs(name: str) -> frozenset[str]:
    """The verbs of a list of `resources/statements/cues.yaml`; those that tell a clause are speakers too."""
    return frozenset(word for one in _INCLUDING.get(name, (name,)) for word in _lists()[one])


@cache
def _lists() -> dict[str, list[str]]:
    found = content("statements/cues.yaml")
    return {name: found[name] for name in ("speakers", "tellers", "occasions")}


def _alike(head: Token, like: Callable[[Token], bool]) -> Token | None:
    """The first verb above that is alike, where the one that a verb hangs on is not."""
    return None if like(head) else _first_above(head, like)


def _finite_above(verb: Token, head: Token) -> Token | None:
    """The finite verb above an infinitive that a perfect hangs on: "wants to go and has packed"."""
    return _first_above(head, lambda above: above.tag_ in _FINITE_TAGS) if _is_infinitive(head) else None


def _says_that(verb: Token) -> bool:
    """Whether a clause has a "that" of its own: "said the premier had agreed and that the road had been opened"."""
    return any(t.lower_ == "that" and t.dep_ == "mark" for t in verb.lefts)


def _is_past(verb: Token) -> bool:
    """Whether a verb is a past tense of its own, also where it is tagged as a participle ("voiced alarm")."""
    if verb.tag_ == "VBD":
        return not any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    bare = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    return bare and verb.dep_ == "conj" and child(verb, "dobj") is not None


def _is_present(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)


def _modal(verb: Token) -> bool:
    """Whether a bare form is finite by a modal ("would leave"), no infinitive."""
    return any(c.tag_ == "MD" for c in verb.lefts)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.lefts)


def _first_above(head: Token, fits: Callable[[Token], bool]) -> Token | None:
    """The first verb that fits on the way up the tree; None where the way ends."""
    above = head
    while above.dep_ in _ABOVE | _NOUNS and above.head.i < head.i:
        above = above.head
        if above.pos_ in ("VERB", "AUX") and fits(above):
            return above
    return None


def _auxiliary(verb: Token) -> str:
    """The finite auxiliary of a verb's own; empty without one."""
    return next((c.lower_ for c in verb.lefts if c.dep_ == "aux" and c.lower_ in _FINITE), "")


def _move(verb: Token, other: Token) -> None:
    """Coordinate a verb, with its conjunction and comma, with another one."""
    old = verb.head
    left = verb.left_edge.i
    for mark in [c for c in old.rights if c.dep_ in ("cc", "punct") and left - 2 <= c.i < left]:
        mark.head = other
    verb.head = other
