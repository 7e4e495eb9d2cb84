"""Calls that are visits: "the ambassador called on the minister on Monday", not "called on the minister to resign"."""

from spacy.tokens import Token

from onrecord.annotate import syntax

_ASKING = frozenset(["for", "not"])
_TOLD = frozenset([":", "“", '"', "‘"])


def pays_call(verb: Token) -> bool:
    """Whether somebody calls on another without asking him for anything: he goes to see him."""
    on = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("on", "upon")), None)
    whom = None if on is None else syntax.child(on, "pobj")
    if verb.lemma_ != "call" or on is None or whom is None or on.i != verb.i + 1 or syntax.is_passive(verb):
        return False
    behind = verb.doc[whom.i + 1 : verb.sent.end]
    if any(t.tag_ == "TO" or t.lower_ in _ASKING or t.text in _TOLD for t in behind):
        return False
    return not any(c.dep_ in ("xcomp", "ccomp", "dobj") for c in verb.rights)
