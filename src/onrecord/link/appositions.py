"""Names that stand beside a title: in apposition, after a comma, or told by "named" and "known as"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.portfolios import portfolio_end
from onrecord.link.cast import Cast
from onrecord.link.names import Names
from onrecord.link.posts_words import is_sought, tells_nothing
from onrecord.link.referents import Referent
from onrecord.link.scene import phrase
from onrecord.link.titles_words import is_indefinite, speaks_for
from onrecord.model import Span

_SET_OFF = re.compile(r"(?:^|,|\bname(?: only)? as|\bus(?:es|ing|ed) the name)$")
"""How the words end before a name that tells who all of them mean: "the skipper, who gave his name as Rowe"."""
_COMPLEMENT = 7
"""Tokens of the longest "to X" after a title, with its comma."""
_POSSESSIVE = ("'s", "’s", "' ", "’ ")
_NAMING = frozenset(["name", "call", "know", "identify"])


def apposed(names: Names, cast: Cast, paragraph: Paragraph, token: Token) -> Referent | None:
    """The named person that a role noun stands beside, or is said to be."""
    if speaks_for(token) or is_sought(token):
        return None
    if (titled := _titled_next(cast, paragraph, token)) is not None:
        return titled
    if token.dep_ == "appos" and _is_titled(names, cast, paragraph, token.head):
        following = _after_comma(names, cast, paragraph, token)  # "King Olaf IV, the President, Mrs. Nkosi, paid"
        if following is not None:
            return following
    near = [token.head] if token.dep_ == "appos" else []
    near += [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ == "attr" and token.head.lemma_ in ("be", "become", "remain") and not tells_nothing(token):
        near += [c for c in token.head.children if c.dep_ == "nsubj"]
    near += [t for c in token.children if c.dep_ == "acl" and c.lemma_ in _NAMING for t in c.subtree if t.i > c.i][:6]
    for noun in [t for t in near if t.dep_ == "appos" and t.pos_ == "NOUN"]:  # "its head, retired admiral Per Stigg"
        near += list(noun.subtree)[: noun.i - noun.left_edge.i + 5]
    for other in near:
        entity = names.at(paragraph, other)
        if entity is not None and entity.label == "PERSON":
            return cast.at(entity.start)
    return _after_comma(names, cast, paragraph, token)


def _titled_next(cast: Cast, paragraph: Paragraph, token: Token) -> Referent | None:
    """The person of whose two titles this is the first: "Liberal front-runner and former premier Ada Lind".

    "The president and Prime Minister Rowe" are two.
    """
    doc = paragraph.words
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "and" or token.tag_ == "NNS":
        return None
    if any(c.dep_ in ("det", "poss") for c in token.children) or doc[token.left_edge.i].pos_ in ("DET", "PRON"):
        return None
    naming = cast.opening(paragraph, token.i + 2)
    titled = naming is not None and naming.first.i > token.i + 2
    return naming.person if naming is not None and titled else None


def _is_titled(names: Names, cast: Cast, paragraph: Paragraph, name: Token) -> bool:
    """Whether a title stands before a person's name."""
    entity = names.at(paragraph, name)
    namings = (n for n in cast.namings if entity is not None and n.entity.start == entity.start)
    return any(n.start < n.first.i or n.person.posts for n in namings)


def all_apposed(names: Names, cast: Cast, paragraph: Paragraph, token: Token) -> tuple[Referent, ...]:
    """The persons named beside a plural title ("the mayors of Halven and Orrest, Per Lunde and Gro Haug,")."""
    doc = paragraph.words
    _, end = phrase(paragraph, token)
    reach = next((at for at in range(token.i + 1, len(doc)) if doc[at].pos_ in ("VERB", "AUX")), len(doc))
    spans = (paragraph.start + token.idx, paragraph.start + max(end, doc[min(reach, len(doc) - 1)].idx))
    near = [e for e in names.entities.within(*spans) if e.label == "PERSON"]
    if len(near) < 2 or "," not in paragraph.parse.text[token.idx : near[0].start - paragraph.start]:
        return ()
    return tuple(dict.fromkeys(p for e in near if (p := cast.at(e.start)) is not None))


def _after_comma(names: Names, cast: Cast, paragraph: Paragraph, token: Token) -> Referent | None:
    """The name set off by commas right after a title ("Malaysia's Prime Minister, Najib Razak, said")."""
    doc = paragraph.words
    if speaks_for(token) or is_sought(token):
        return None
    _, end = phrase(paragraph, token)
    behind = portfolio_end(doc, token.i + 1)
    if behind == token.i + 1:
        following = range(token.i, len(doc))
        behind = next((at for at in following if doc[at].idx >= end or doc[at].text == ","), len(doc))
    spot = _after_complement(doc, behind)
    if spot + 1 >= len(doc) or doc[spot].text != ",":
        return None
    naming = cast.opening(paragraph, spot + 1)
    entity = names.at(paragraph, doc[spot + 1]) if naming is None else naming.entity
    spoken_for = token.lemma_.lower().startswith(("spokes", "aide", "lawyer", "advis"))
    if entity is None or entity.label != "PERSON" or (is_indefinite(token) and not spoken_for):
        return None
    after = next((t for t in doc[spot + 1 :] if paragraph.start + t.idx >= entity.end), None)
    closed = after is None or after.text in (",", ".", "(")
    fronted = token.dep_ in ("pobj", "dobj", "dative")  # "where voters back the president, Mrs. Lind said"
    runs_on = after is not None and after.pos_ in ("VERB", "AUX") and not fronted
    return cast.at(entity.start) if closed or runs_on else None


def _after_complement(doc: Sequence[Token], spot: int) -> int:
    """Where a title ends whose "to X" the parser hung elsewhere ("received the head of the mission to X, Ms. Y")."""
    if spot >= len(doc) or doc[spot].lower_ not in ("to", "of", "for", "at", "in"):
        return spot
    comma = next((t.i for t in doc[spot : spot + _COMPLEMENT] if t.text == ","), None)
    return spot if comma is None or any(t.pos_ in ("VERB", "AUX") for t in doc[spot:comma]) else comma


def named_beside(layers: Layers, cast: Cast, span: Span) -> Referent | None:
    """The one person whom words for somebody name beside what else they tell of him.

    "The chairman, Osk Rowe of Doria", "one of them, Mr Rowe, a teacher", "Osk Rowe, leader of the union".
    """
    inside = [n for n in cast.namings if span.start <= n.entity.start and n.entity.end <= span.end]
    if len({naming.person for naming in inside}) != 1:
        return None
    first = inside[0]
    before = layers.text[span.start : first.paragraph.start + first.paragraph.parse[first.start].idx].rstrip()
    after = layers.text[first.entity.end : span.end]
    if _SET_OFF.search(before) is None or after.startswith(_POSSESSIVE) or (not before and not after.startswith(",")):
        return None
    return first.person
