"""Questions that are told: whoever asks whether something is so wants to know it, not to have it done."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.extract.trigger import complements

ASKING = frozenset(["ask", "wonder", "inquire", "enquire", "query"])
LEARNING = frozenset(["know", "learn", "hear", "understand"])
WISHING = frozenset(["want", "wish", "like", "seek", "ask"])
"""Not "demand": who demands to know is labelled as one who asks for something."""
OPENERS = frozenset(["whether", "if", "why", "how", "who", "whom", "whose", "what", "which"])
"""Words with which a clause that is asked begins."""
OF_TIME_AND_PLACE = frozenset(["when", "where"])
"""The same of clauses that may as well tell when or where somebody asks."""
_CLAUSES = frozenset(["ccomp", "xcomp", "advcl", "dobj", "parataxis"])


def is_inquiry(verb: Token) -> bool:
    """Whether a verb tells that somebody asks what is so: "asked why the post was shut", "wanted to know who fired"."""
    if verb.lemma_ in WISHING and any(c.lemma_ in LEARNING and _asks(c) for c in complements(verb)):
        return True
    return verb.lemma_ in ASKING and (_asks(verb) or _is_about(verb))


def _asks(verb: Token) -> bool:
    return any(c.dep_ in _CLAUSES and _is_question(c) for c in verb.rights)


def _is_question(clause: Token) -> bool:
    opener = next((t.lower_ for t in clause.subtree if t.is_alpha), "")
    return opener in OPENERS or (opener in OF_TIME_AND_PLACE and clause.dep_ == "ccomp")


def _is_about(verb: Token) -> bool:
    """ "asked him about the missing lorries"; not "asked about the crew to be let go"."""
    return any(c.dep_ == "prep" and c.lower_ == "about" for c in verb.rights) and not complements(verb)
