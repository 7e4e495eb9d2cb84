"""Whom a route is closed or opened to, by the order of words: "closed to buses and pilgrims", "to grain lorries".

The parser takes the first noun after such a "to" for a verb where it can be one ("to fuel", "to trade", "to aid").
"""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import coordinated, noun_phrase
from onrecord.extract.conditions_lexicon import sector_of, words
from onrecord.model import Span

_FAR = 18
"""Tokens after the verb in which the words for those kept out begin."""
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_IN_PHRASE = _NOUNS | {"DT", "JJ", "JJR", "CD", "HYPH", "POS", "VBN", "VBG", "RB", "PRP$"}
_FINITE = frozenset(["VBD", "VBZ", "VBP"])


def kept_out(paragraph: Paragraph, verb: Token) -> tuple[Span, ...]:
    """The phrases of those to whom the verb closes or opens a route, in text order; none where it names none."""
    doc, end = verb.doc, min(verb.i + _FAR, verb.sent.end)
    for at in range(verb.i + 1, end):
        token = doc[at]
        if token.text in (";", ".") or (token.tag_ in _FINITE and token.dep_ not in ("relcl", "acl", "amod")):
            return ()
        if token.lower_ in ("to", "for", "against") and (
            found := tuple(_listed(doc[at].nbor(1))) if at + 1 < end else ()
        ):
            return tuple(paragraph.span(phrase) for phrase in found)
    return ()


def let_in(paragraph: Paragraph, verb: Token) -> tuple[Span, ...]:
    """Those whom a verb lets pass: "allow grain boats to pass", "open the lock to tugs"; none where it names none."""
    outer = verb.head if verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in words("letting") else verb
    if outer.lemma_ in words("opening"):
        return kept_out(paragraph, outer)
    if outer.lemma_ not in words("letting"):
        return ()
    inner = [c for c in outer.children if c.dep_ in ("ccomp", "xcomp")]
    who = next((c for v in (outer, *inner) for c in v.children if c.dep_ in ("dobj", "nsubj") and c.i > outer.i), None)
    return () if who is None else tuple(paragraph.span(mover_phrase(n)) for n in coordinated(who) if n.pos_ != "PRON")


def _listed(first: Token) -> Iterator[Tokens]:
    """The phrases of a list that begins with a token, as long as each ends with a word for what passes."""
    doc, start = first.doc, first.i
    while start < first.sent.end:
        end = _end(doc[start], bare=start == first.i)
        phrase = doc[start:end]
        if end == start or not passes(phrase[-1]):
            return
        yield phrase
        after = doc[end].lower_ if end < first.sent.end else ""
        if after == "," and end + 1 < first.sent.end and doc[end + 1].lower_ in ("and", "or"):
            end += 1
        if after not in (",", "and", "or"):
            return
        start = end + 1


def _end(first: Token, *, bare: bool) -> int:
    """Where a run of words of one phrase ends; `bare`: its first word may be read as a verb ("to fuel tankers")."""
    doc, at = first.doc, first.i
    while at < first.sent.end:
        token = doc[at]
        noun = bare and at == first.i and token.tag_ == "VB" and _a_good(token)
        but = (
            token.lower_ in ("but", "except")
            and at > first.i
            and doc[at - 1].lower_ in ("all", "everything", "everyone")
        )
        if not (token.tag_ in _IN_PHRASE or noun or but) or token.ent_type_ in ("DATE", "TIME"):
            break
        at += 1
    return at


def _a_good(token: Token) -> bool:
    lower = token.lower_
    return lower in words("freight") or lower in words("traffic") or lower in sector_of() or lower in words("passing")


def passes(noun: Token) -> bool:
    """Whether a noun is something or somebody that moves on a way."""
    lemma = noun.lemma_.lower()
    return any(
        lemma in words(name) or noun.lower_ in words(name)
        for name in ("passing", "vehicles", "cargo", "freight", "traffic", "movers", "movements")
    ) or (noun.tag_ == "NNS" and lemma in words("persons"))


def mover_phrase(noun: Token) -> Tokens:
    """The phrase of what passes, with the marks by which it is told apart: "cars with Armenian plates"."""
    phrase = noun_phrase(noun)
    marks = next(
        (c for c in noun.rights if c.lower_ in ("with", "without", "from", "carrying") and c.i == phrase.end), None
    )
    if marks is None or noun.tag_ not in ("NNS", "NNPS", "NN"):
        return phrase
    inner = next((c for c in marks.children if c.dep_ in ("pobj", "dobj")), None)
    return phrase if inner is None or inner.i < marks.i else noun.doc[phrase.start : noun_phrase(inner).end]
