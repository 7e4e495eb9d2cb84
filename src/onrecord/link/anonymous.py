"""Sources that a report does not name: what to call them, in its own words ("senior European diplomat")."""

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.annotate.syntax import child
from onrecord.link.phrases import bare_words
from onrecord.model import Actor


def described(layers: Layers, actor: Actor | None) -> Actor | None:
    """`actor`, where it has no name but a noun, under the words for it; it stays unresolved.

    "A spokesman for the mission, who asked not to be named" is a "spokesman for the mission". A pronoun, or a label
    such as "Q", tells nothing.
    """
    if actor is None or actor.name is not None or actor.mention is None or len(actor.mention.text) < 3:
        return actor
    paragraph = layers.paragraph_at(actor.mention.start)
    tokens = None if paragraph is None else paragraph.tokens(actor.mention)
    if tokens is None or tokens.root.pos_ != "NOUN":
        return actor
    return replace(actor, name=bare_words(tokens[0], _served(tokens.root)))


def _served(head: Token) -> int:
    """The last token of "for whom" right after a noun, else the noun: "spokesman for the mission"."""
    after = next((t for t in head.children if t.dep_ == "prep" and t.lower_ == "for" and t.i == head.i + 1), None)
    served = None if after is None else child(after, "pobj")
    return head.i if served is None else served.i
