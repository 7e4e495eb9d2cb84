"""Sources that a report does not name: what to call them, in its own words ("senior European diplomat")."""

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.annotate.syntax import child
from onrecord.link.phrases import bare_words
from onrecord.model import Actor

FOR = frozenset(["for"])
WHOSE = FOR | {"at", "of", "in", "from", "with"}
"""What tells for whom somebody speaks; and, of one who speaks, whose or where he is."""
_PHRASES, _LONGEST = 2, 5
"""How many phrases tell whose or where somebody is, and how many words the longest has."""


def described(layers: Layers, actor: Actor | None, tells: frozenset[str] = FOR) -> Actor | None:
    """`actor`, where it has no name but a noun, under the words for it; it stays unresolved.

    "A spokesman for the mission, who asked not to be named" is a "spokesman for the mission"; `tells` are the
    prepositions behind which more of him is told. A pronoun, or a label such as "Q", tells nothing.
    """
    if actor is None or actor.name is not None or actor.mention is None or len(actor.mention.text) < 3:
        return actor
    tokens = layers.tokens(actor.mention)
    if tokens is None or tokens.root.pos_ != "NOUN":
        return actor
    return replace(actor, name=bare_words(tokens[0], _served(tokens.root, tells)))


def _served(head: Token, tells: frozenset[str]) -> int:
    """The last token of what tells right after a noun whose or where it is, else the noun: "spokesman for the mission",
    "clerk at the county court", "union of bakers in Lasca"."""
    last = head
    for _ in range(_PHRASES):
        after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
        told = after is not None and after.dep_ == "prep" and after.lower_ in tells and head.i <= after.head.i <= last.i
        served = child(after, "pobj") if told and after is not None else None
        if after is None or served is None or served.i - after.i > _LONGEST:
            break
        last = served
    return last.i
