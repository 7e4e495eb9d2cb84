"""Whether a token is one of the codebook's words: by its lemma, its form, or the last word of a term."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.codebook.words import Words

_KEY = "onrecord.forms"
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])


def forms(token: Token) -> tuple[str, ...]:
    """The lower-case words that a token may stand for, its lemma first; computed once a document."""
    doc = token.doc
    table: list[tuple[str, ...]] | None = doc.user_data.get(_KEY)
    if table is None:
        table = doc.user_data[_KEY] = _table(doc)
    return table[token.i]


def _table(doc: Doc) -> list[tuple[str, ...]]:
    return [_forms(token) for token in doc]


def _forms(token: Token) -> tuple[str, ...]:
    lemma, lower = token.lemma_.lower(), token.lower_
    found = [lemma] if lemma == lower else [lemma, lower]
    if lower in (lemma + "ed", lemma + "ing") and token.tag_[:2] == "VB":
        found.append(lemma + "e")  # the lemmatizer reads "waged" as a form of "wag"
    elif lemma == lower and lower[-1:] == "s" and token.tag_ in _NOUNS:
        found.append(lower[:-1])  # headlines ("Rebels Spurn Offer") and foreign words ("attachés")
    return tuple(found)


def has(words: Words, token: Token) -> bool:
    """Whether a token is one of the words, or the last word of one of their terms."""
    if words.anything:
        return True
    if not words.single and not words.terms:
        return False
    own = forms(token)
    if not words.single.isdisjoint(own):
        return True
    if words.last.isdisjoint(own):
        return False
    return any(term[-1] in own and _ends(term, token) for term in words.terms)


def _ends(term: tuple[str, ...], token: Token) -> bool:
    spot = token.i - 1
    for word in reversed(term[:-1]):
        while spot >= 0 and token.doc[spot].text == "-":
            spot -= 1
        if spot < 0 or word not in forms(token.doc[spot]):
            return False
        spot -= 1
    return True
