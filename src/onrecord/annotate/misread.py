"""Constructions that the parser reads as something else, told by their words: what `syntax` repairs by position."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "expl")
HEADLINE = 14
"""Tokens of the longest line that may be a headline."""
SHARED = 3
"""Tokens within which coordinated verbs share their object ("arrested and beat the men")."""
NAMING = frozenset(["call", "label", "brand", "term", "dub"])
DONE_TO = frozenset(
    ["detain", "arrest", "jail", "imprison", "apprehend", "intern", "seize", "confiscate", "impound", "abduct",
     "kidnap", "deport", "evict", "displace", "injure", "wound", "behead", "assassinate", "torture", "besiege",
     "blockade", "raze", "intercept", "expropriate", "extradite", "repatriate", "evacuate"]
)  # fmt: skip
"""Verbs that are never without an object: where none stands, their past is a participle."""


def child(token: Token, *labels: str) -> Token | None:
    """The first child of `token` with one of the dependency `labels`."""
    for other in token.children:
        if other.dep_ in labels:
            return other
    return None


def joined(verb: Token) -> Token:
    """The verb with which a coordinated one goes together, also where the parser hung it elsewhere.

    A finite verb is not coordinated with an infinitive ("urged it to free the men and recalled its envoy"), and nothing
    with a verb of saying set between ("Troops crossed the river, residents said, and burned two villages").
    """
    head = verb.head
    if verb.dep_ != "conj" or head.pos_ not in ("VERB", "AUX"):
        return head
    if verb.tag_ in ("VBD", "VBZ") and head.tag_ == "VB" and child(verb, *SUBJECTS) is None:
        return _finite(head)
    if verb.tag_ == "VBG" and head.tag_ == "VB" and verb.i > 0 and verb.nbor(-1).text == ",":
        return _finite(head)  # "asked it to open the road, warning …"
    between = head.dep_ == "parataxis" and head.i > head.head.i and child(head, "ccomp", "dobj", "xcomp") is None
    return head.head if between and head.head.pos_ == "VERB" else head


def _finite(verb: Token) -> Token:
    """The finite verb above an infinitive; the infinitive itself where there is none."""
    above = verb
    while above.tag_ == "VB" and above.dep_ in ("xcomp", "ccomp", "advcl", "acl", "conj") and above.head != above:
        above = above.head
    return above if above.pos_ == "VERB" and above.tag_ != "VB" else verb


def causer(verb: Token) -> Token | None:
    """The "had" that has something done: "had the journalist arrested and his newspaper closed"."""
    first = verb
    while first.dep_ == "conj" and child(first, "aux", "auxpass") is None and first.head.pos_ == "VERB":
        first = first.head
    have = first.head
    if first.dep_ != "ccomp" or have.lemma_ != "have" or first.tag_ not in ("VBN", "VBD") or first.i < have.i:
        return None
    return have if child(verb, "nsubj") is not None and child(verb, "aux", "dobj") is None else None


def without_object(verb: Token) -> bool:
    """Whether a past participle behind its noun was read as a finite verb: "that nine fishermen detained off Arida be
    freed", "the drivers arrested on Monday were Malians"."""
    if verb.lemma_ not in DONE_TO or verb.tag_ != "VBD" or verb.i + 1 == len(verb.doc):
        return False
    if child(verb, "dobj", "obj", "ccomp", "xcomp", "aux") or verb.dep_ == "relcl" or child(verb, "nsubj") is None:
        return False
    if any(c.dep_ == "conj" and c.pos_ == "VERB" and c.i - verb.i <= SHARED for c in verb.rights):
        return False  # "arrested and beat the men"
    return verb.nbor(1).pos_ not in ("NOUN", "PROPN", "DET", "PRON", "NUM", "ADJ")


def in_headline(verb: Token) -> bool:
    """Whether a participle is the verb of a headline, whose active verbs stand in the present: "Minister jailed"."""
    if verb.dep_ != "ROOT" or child(verb, "aux", "auxpass", "dobj", "ccomp", "xcomp", "attr", "acomp"):
        return False
    line = verb.doc
    return len(line) <= HEADLINE and line[-1].text not in ".?!:;\"”’'" and next(line.sents).end == len(line)


def object_after_as(verb: Token) -> Token | None:
    """The object behind what it is called: "dismissed as groundless the claim", "rejected as absurd a demand"."""
    for word in verb.rights:
        if word.lower_ == "as" and word.dep_ == "prep" and word.i + 1 < len(verb.doc):
            noun = child(word, "pobj")
            if noun is not None and verb.doc[word.i + 1].pos_ == "ADJ" and noun.left_edge.i > word.i + 1:
                return noun
        if word.dep_ == "advcl" and word.pos_ == "ADJ" and verb.doc[word.i - 1].lower_ == "as":
            return child(word, "dobj")
    return None


def that_called(verb: Token) -> Token | None:
    """The pronoun that is called something, read as part of what it is called: "called that a siege"."""
    after = verb.nbor(1) if verb.lemma_ in NAMING and verb.i + 1 < len(verb.doc) else None
    if after is None or after.lower_ not in ("that", "this") or after.dep_ not in ("mark", "det"):
        return None
    return after if after.head.dep_ in ("oprd", "dobj", "ccomp") and after.head.pos_ in ("NOUN", "ADJ") else None
