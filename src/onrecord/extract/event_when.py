"""Which of the time expressions in a clause says when its event happened."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph, TimeExpression
from onrecord.model import Span


def own_time(
    paragraph: Paragraph, times: Iterable[TimeExpression], evidence: Span, verbs: Sequence[Token]
) -> TimeExpression | None:
    """The time that hangs on one of `verbs`; else the first of the clause that is no part of what a noun names.

    "violated the declaration of 9 November on Monday" happened on Monday; the declaration's own date dates nothing.
    """
    free: list[TimeExpression] = []
    for time in times:
        if not (evidence.start <= time.start and time.end <= evidence.end):
            continue
        root, path = _path(paragraph, time)
        if any(token in verbs for token in path):
            return time
        if not path or not _names(root, path):
            free.append(time)
    return free[0] if free else None


_NAMING = frozenset({"compound", "nmod", "nummod", "amod", "poss"})


def _names(relation: str, path: list[Token]) -> bool:
    """Whether a time only tells which thing is meant: "the truce of 3 March", "the truce declared on 3 March"."""
    holder = path[-1]
    if holder.pos_ in ("NOUN", "PROPN"):
        return path[0].lower_ == "of" or relation in _NAMING
    bare = not any(c.dep_ in ("aux", "auxpass", "mark", "nsubj", "nsubjpass") for c in holder.children)
    return holder.dep_ in ("acl", "relcl") or (bare and holder.dep_ == "advcl")


def _path(paragraph: Paragraph, time: TimeExpression) -> tuple[str, list[Token]]:
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
