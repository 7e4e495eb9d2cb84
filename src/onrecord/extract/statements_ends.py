"""Where the words that a verb reports end: at the sentence's end, unless the reporter speaks again before it."""

from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_asides import before_aside
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_view import View


def told_in(view: View, verb: Token, token: Token) -> bool:
    """Whether a token stands in the verb's quotation, or in one inside it."""
    return view.within(token.i, view.zones[verb.i])


def object_end(view: View, verb: Token, first: int, noun: Token) -> int:
    """The object's own edge, with a participle that says more of it (", resulting from …"), without the occasion."""
    _, sentence_end = view.sentence(verb.i)
    end = min(noun.right_edge.i + 1, sentence_end)
    for token in verb.rights:
        if token.i <= end + 1 and token.left_edge.i >= end and token.dep_ in ("advcl", "acl", "prep"):
            reports = lexicon().verb(token) is not None or (token.dep_ == "advcl" and token.tag_ != "VBG")
            comma = view.tokens[token.left_edge.i - 1].text == ","
            if reports or (comma and token.dep_ == "prep"):
                break
            end = min(token.right_edge.i + 1, sentence_end)
    for token in verb.children:
        if first < token.i < end and token.dep_ == "conj" and _speaks_again(token, None):
            end = min(end, _boundary(view, token, first))
    return _cut(view, first, end)


def end_of(view: View, verb: Token, first: int, clause: Token | None) -> int:
    """Where reported words that start at `first` end."""
    _, end = view.sentence(verb.i)
    inside = verb.dep_ in ("relcl", "acl", "advcl") or (verb.dep_ == "ccomp" and verb.head.i > verb.i)
    if inside and verb.right_edge.i < end - 1:
        inner = max(verb.right_edge.i + 1, first + 1 if clause is None else clause.right_edge.i + 1)
        if inner < end and view.tokens[inner].text in (",", "—", "–", ")"):
            end = inner
    for token in verb.children:
        if token.i > first and _speaks_again(token, clause):
            end = min(end, _boundary(view, token, first))
    return _cut(view, first, end)


def _speaks_again(token: Token, clause: Token | None) -> bool:
    """Whether `token` starts the reporter's next words: a further verb of the same source."""
    if clause is not None and token == clause:
        return False
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
        return child(token, "nsubj") is None or lexicon().verb(token) is not None
    return token.dep_ == "advcl" and token.tag_ == "VBG" and lexicon().verb(token) is not None


def _boundary(view: View, token: Token, first: int) -> int:
    """The comma or conjunction before `token`'s clause."""
    at = max(token.left_edge.i, first + 1)
    while at > first + 1 and (
        view.tokens[at - 1].is_punct or view.tokens[at - 1].lower_ in ("and", "but", "while", "or")
    ):
        if view.marks[at - 1]:
            break
        at -= 1
    return at


def _cut(view: View, first: int, end: int) -> int:
    """`end`, or before it where an aside begins (", she said"); the occasion is cut last (`statements_trailing`)."""
    aside = before_aside(range(first, end), view.tokens)
    return end if aside is None else aside
