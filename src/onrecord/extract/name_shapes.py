"""Words that look like names of states and peoples, where no list and no label knows them."""

from __future__ import annotations

from spacy.tokens import Token


def unknown_name(token: Token) -> bool:
    """A capitalised word that the vocabulary lacks, in lower case too: most likely a name, whatever its tag."""
    return (
        token.is_oov
        and token.vocab[token.lower].is_oov
        and token.text[:1].isupper()
        and token.is_alpha
        and token.pos_ in ("PROPN", "NOUN", "ADJ")
    )


DEMONYM = ("an", "ese", "ish", "i", "ic")
"""Endings of the names of peoples."""


def named_after(token: Token) -> bool:
    """A capitalised modifier inside a sentence that looks like a people's name ("the Pelagian fleet")."""
    if unknown_name(token):
        return True
    shaped = token.text[:1].isupper() and token.is_alpha and len(token.text) > 4 and token.lower_.endswith(DEMONYM)
    return shaped and token.pos_ in ("PROPN", "ADJ") and token.i > token.sent.start


def place_like(token: Token) -> bool:
    """A capitalised proper noun inside a sentence, as in "doctors from Pelagia"."""
    return token.pos_ == "PROPN" and token.text[:1].isupper() and not token.text.isupper()
