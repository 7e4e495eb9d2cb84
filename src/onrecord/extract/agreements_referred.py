"""Later words for an agreement that was just named: "under that document", "the text commits …", "it obliges …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.agreements_words import words

_THESE = frozenset(["the", "this", "that"])


def taken_up(head: Token) -> Iterator[Token]:
    """The nouns and pronouns that stand for an agreement, by its noun, in the next sentence of its paragraph.

    A noun is a bare one for a paper or a bargain; "it" stands for the agreement only as what obliges somebody.
    """
    end = head.sent.end
    if end >= len(head.doc):
        return
    for token in head.doc[end].sent:
        if token.lower_ == "it" and token.dep_ == "nsubj":
            if token.head.lemma_ in words("obliging"):
                yield token
        elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in words("papers"):
            lefts = [t.lower_ for t in token.lefts]
            if len(lefts) == 1 and lefts[0] in _THESE:
                yield token
