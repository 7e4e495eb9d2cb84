"""Titles of agreements that go on after their noun: "the Treaty of Peace and Friendship of October 20, 1904"."""

from calendar import month_name

from spacy.tokens import Doc, Token

_JOINING = frozenset(["of", "on", "for", "and", "the", "with"])
_OPENING = frozenset(["of", "on", "for"])
_LONGEST = 10
"""Tokens of a title after its noun, at most."""


def title_end(noun: Token) -> Token:
    """The last word of the title that begins with `noun`; the noun itself where nothing goes on.

    "Memorandum of understanding" is one noun; of a noun with a capital, capitalised words after "of" belong to it.
    """
    doc, last = noun.doc, noun
    if is_of_understanding(noun.i + 2, doc):
        return doc[noun.i + 2]
    if not noun.text[0].isupper() or noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ not in _OPENING:
        return noun
    for token in doc[noun.i + 1 : noun.i + 1 + _LONGEST]:
        if token.lower_ in _JOINING or token.text == "-":
            continue
        if not token.text[0].isupper() or token.text in month_name or token.pos_ not in ("PROPN", "NOUN", "ADJ"):
            break
        last = token
    return last


def is_of_understanding(spot: int, doc: Doc) -> bool:
    """Whether the token at `spot` is the "understanding" of "memorandum of understanding"."""
    tokens = doc[max(spot - 2, 0) : spot + 1]
    return [t.lemma_.lower() for t in tokens] == ["memorandum", "of", "understanding"]
