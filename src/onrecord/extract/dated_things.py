"""Times that only tell which thing is meant: "the 9 November accord", "the truce of 3 March", "their Monday letter"."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.layers import Paragraph, TimeExpression
from onrecord.extract.agreements_words import words
from onrecord.extract.statements_occasions import occasion_of
from onrecord.model import Span

_NAMING = frozenset({"compound", "nmod", "nummod", "amod", "poss"})
_WRITTEN = frozenset({"statement", "readout", "report", "letter"})
"""Channels whose nouns name a paper, which may be an old one that somebody only mentions."""
GIVES = frozenset({"issue", "release", "publish", "give", "hold", "deliver", "write", "send", "post"})
"""Verbs whose object is what they bring into the world: a statement, a letter, a briefing."""
_SAID_IN = frozenset({"in", "during", "at", "on", "via", "by", "over", "with", "through", "to"})


def hangs_on(paragraph: Paragraph, time: TimeExpression) -> tuple[str, list[Token]]:
    """How the head of a time depends, and what it hangs on: prepositions first, then one other word."""
    tokens = paragraph.tokens(Span(time.start, time.end, ""))
    if tokens is None:
        return "", []
    token, path = tokens.root, []
    while token.head != token:
        token = token.head
        path.append(token)
        if token.pos_ not in ("ADP", "NUM"):
            break
    return tokens.root.dep_, path


def tells_which(relation: str, path: list[Token]) -> bool:
    """Whether a time only tells which thing is meant: "the truce of 3 March", "the truce declared on 3 March"."""
    holder = path[-1]
    if holder.pos_ in ("NOUN", "PROPN"):
        return path[0].lower_ == "of" or relation in _NAMING
    bare = not any(c.dep_ in ("aux", "auxpass", "mark", "nsubj", "nsubjpass") for c in holder.children)
    return holder.dep_ in ("acl", "relcl") or (bare and holder.dep_ == "advcl")


def dates_another(paragraph: Paragraph, time: TimeExpression) -> bool:
    """Whether a time beside words of speech is the date of a thing that the speaker only mentions: "quoted the 9 March
    letter and said", "under the 2 May accord"; no briefing or summit where he may have spoken, nor the paper in which
    he did ("in a Monday statement")."""
    relation, path = hangs_on(paragraph, time)
    if not path or not tells_which(relation, path) or path[-1].pos_ not in ("NOUN", "PROPN"):
        return False
    thing = path[-1]
    channel = occasion_of(thing)
    if channel is None:
        return thing.dep_ == "dobj" or thing.lemma_.lower() in words("heads")
    return channel in _WRITTEN and not _is_said_in(thing)


def _is_said_in(paper: Token) -> bool:
    """Whether a paper is where something is said: it speaks, is issued, or stands behind "in" or "according to"."""
    above = paper.head
    if paper.dep_ == "dobj":
        return above.lemma_ in GIVES
    if paper.dep_ == "pobj":
        return above.lower_ in _SAID_IN
    return paper.dep_ in syntax.SUBJECTS or paper.dep_ == "ROOT"
