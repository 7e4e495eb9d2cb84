"""The words around a noun for a place that say which one: the name before it, the places after it."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.phrases import noun_phrase
from onrecord.link.conditions_spots import Spots
from onrecord.link.conditions_words import is_route, kinds

_BETWEEN = frozenset(
    ["of", "at", "from", "to", "between", "in", "near", "into", "through", "off", "on", "and", "linking", "around"]
)


def name(head: Token) -> Tokens:
    """The name that ends with a token, its words in capitals before it included."""
    start = head.i
    while start > head.sent.start and _joins(head.doc[start - 1], head):
        start -= 1
    return head.doc[start : head.i + 1]


def _joins(token: Token, head: Token) -> bool:
    if token.text in ("-", "–"):
        return token.i > token.sent.start and not token.whitespace_
    return token.pos_ == "PROPN" and token.dep_ in ("compound", "nmod", "amod") and head.is_ancestor(token)


def called(head: Token, spots: Spots) -> Tokens | None:
    """ "the Vorukh exclave", "Saint Ann's hospital", "the Vedin–Tsona highway": a noun with a name right before it."""
    sentence = head.sent
    following = head.doc[head.i + 1].lower_ if head.i + 1 < sentence.end else ""
    if head.i == sentence.start or following == "of" or (head.is_upper and len(head) > 3):
        return None
    before = head.doc[head.i - 1]
    if before.text in ("'s", "’s") and head.i - 2 >= sentence.start and not is_route(head):
        return None
    start = head.i
    while start > sentence.start and _says_which(head.doc[start - 1], head):
        start -= 1
    within = head.doc[start : head.i] if start < head.i else ()
    named = any(t.pos_ == "PROPN" and not _of_a_people(t, spots) for t in within)
    return head.doc[start : head.i + 1] if named else None


def _says_which(token: Token, head: Token) -> bool:
    if token.text in ("-", "–"):
        return True
    ours = token.head == head or head.is_ancestor(token)
    kind = token.pos_ == "NOUN" and token.dep_ == "compound"
    within = token.dep_ == "amod" and token.i > token.sent.start and token.nbor(-1).pos_ == "PROPN"
    return ours and (token.pos_ == "PROPN" or kind or within)


def _of_a_people(token: Token, spots: Spots) -> bool:
    """Whether a word before a noun is of a people, not a name ("the Kyrgyz checkpoint")."""
    return not spots.named(token) and (token.ent_type_ == "NORP" or token.dep_ not in ("compound", "nmod"))


def after(head: Token, spots: Spots) -> list[tuple[Token, Token]]:
    """The prepositions right after a noun, one after the other, with the places under them and beside these."""
    found: list[tuple[Token, Token]] = []
    at = head.i + 1
    while at < head.sent.end and head.doc[at].lower_ in _BETWEEN and head.doc[at].dep_ in ("prep", "acl"):
        token = head.doc[at]
        noun = next((c for c in token.children if c.dep_ in ("pobj", "dobj")), None)
        if noun is None or not (spots.named(noun) or kinds(noun)):
            break
        found.append((token, noun))
        at = noun.right_edge.i + 1
        if token.lower_ == "between":
            found += [(token, c) for c in noun.children if c.dep_ == "conj" and (spots.named(c) or kinds(c))]
        else:
            at = min([at, *(c.i for c in noun.rights if c.lower_ in _BETWEEN)])
    return found


def end_of(noun: Token) -> int:
    """Where the words for a place end, with what says which: "the port of Poti"."""
    phrase = noun_phrase(noun)
    inner = [c.i for t in phrase for c in t.children if c.dep_ == "pobj"]
    return max([phrase.end, *(i + 1 for i in inner)])


def whole_phrase(head: Token) -> Tokens:
    """A noun with all that says which one: "people in the camps of Dolow"."""
    end = head.i + 1
    for token in head.rights:
        if token.dep_ not in ("prep", "compound", "nummod") or token.i > end:
            break
        end = token.right_edge.i + 1
    return head.doc[head.left_edge.i : min(end, head.i + 16)]
