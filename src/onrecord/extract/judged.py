"""Deeds that are taken for granted by whoever judges them or wants them looked into."""

from __future__ import annotations

from spacy.tokens import Token

JUDGING = frozenset(
    ["condemn", "denounce", "deplore", "decry", "protest", "lament", "mourn", "avenge", "investigate", "probe", "blame",
     "criticise", "criticize", "examine", "regret", "deprecate", "castigate"]
)  # fmt: skip
"""Verbs that take the deed for granted which they are about."""
INQUIRIES = frozenset(["inquiry", "enquiry", "investigation", "probe", "inquest"])
"""Nouns for looking into a deed, which take it for granted like the verbs, whoever wants them."""


def is_judged(noun: Token) -> bool:
    """Whether a noun tells a deed that is judged or looked into, however that is wished: "to condemn the killings"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "nsubjpass", "pobj"):
        return False
    if noun.dep_ != "pobj":
        return noun.head.lemma_ in JUDGING
    above = noun.head.head
    if noun.head.lower_ in ("into", "of") and above.lemma_ in INQUIRIES:
        return True
    return noun.head.lower_ in ("into", "for", "over") and above.lemma_ in JUDGING
