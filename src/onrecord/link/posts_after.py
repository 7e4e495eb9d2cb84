"""The post that words behind a name tell: after a comma, in brackets, by "is", in a clause about it."""

from __future__ import annotations

import re

from msgspec import structs
from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.syntax import child
from onrecord.link.names import Names
from onrecord.link.posts import read_post, singular
from onrecord.link.posts_words import tells_nothing
from onrecord.link.referents import Post
from onrecord.link.trades import trade_after
from onrecord.resources.roles import lexicon, read_role

_POSTNOMINALS = frozenset(["MP", "MEP", "MSP", "TD", "KC", "QC", "SC", "OBE", "MBE", "CBE", "PhD", "MD", "RN"])
"""Letters after a name, before what sets off its title: "Petra Lund MP, Minister for Europe"."""
_PAST = frozenset(["then", "formerly", "once"])
_THEN = _PAST | {"now", "currently"}
"""Words between a name and a title that tell when its bearer held it: "Ada Lind, then ambassador to Norland"."""
_ONE_OF = re.compile(r"(?:one|another|the (?:first|second|last|oldest|youngest)|among)\b", re.IGNORECASE)
"""How an apposition in the plural begins that is true of one: "one of the port's pilots"."""
_LONGEST_APPOSITION = 16
_LONGEST_BRACKET = 14


def post_after(names: Names, paragraph: Paragraph, last: Token) -> Post | None:
    """The post told after a name: "X, the U.S. ambassador to the OSCE," or "X is the foreign minister"."""
    doc = paragraph.words
    spot = last.i + 1
    while spot < len(doc) and doc[spot].text in _POSTNOMINALS:
        spot += 1
    if spot >= len(doc):
        return None
    if doc[spot].text == "(":
        return _in_brackets(names, paragraph, spot)
    if doc[spot].text not in (",", "–", "—", "-"):
        return _predicate(names, paragraph, last)
    if (clause := _clause(names, paragraph, spot + 1)) is not None:
        return clause
    was = doc[spot + 1].lower_ if spot + 1 < len(doc) and doc[spot + 1].lower_ in _THEN else ""
    start = spot + 2 if was else spot + 1
    end = _end_of_apposition(paragraph, start)
    if (
        end <= start
        or doc[start].pos_ in ("CCONJ", "ADP", "ADV", "SCONJ", "PRON")
        or _names_next(names, paragraph, start)
    ):
        return None
    post = _of_one(names, paragraph, start, end, last)
    behind = start + post.role.end if post is not None else end
    other = names.at(paragraph, doc[behind]) if behind < end else None
    if other is not None and other.label == "PERSON":
        return None  # "According to Holm, Russian Foreign Minister Orlov wrote back"
    if post is not None and post.role.role == "civilian" and post.role.head in lexicon().lesser:
        return _beside_kin(names, paragraph, start, end) or post
    if post is not None and was in _PAST:
        return structs.replace(post, role=structs.replace(post.role, former=True))
    trade = trade_after(names, paragraph, start, end) if post is None or _is_only_part(paragraph, behind, end) else None
    return trade or post


def _end_of_apposition(paragraph: Paragraph, start: int) -> int:
    """Where the words end that may tell a post: before a comma, a verb or a clause."""
    doc, end = paragraph.words, start
    while end < min(len(doc), start + _LONGEST_APPOSITION) and doc[end].text not in ',.;:—–”"(':
        if doc[end].pos_ in ("VERB", "AUX") or doc[end].lower_ in ("who", "whose", "which", "that", "said", "told"):
            break
        end += 1
    return end


def _of_one(names: Names, paragraph: Paragraph, start: int, end: int, name: Token) -> Post | None:
    """The post of tokens `start`-`end` behind a name, as that of one person.

    A plural is his as "one of the lawyers", or behind the last of several names; else the next of a list begins with
    it: "Rowe, Liberal candidates clash".
    """
    post = read_post(names, paragraph, start, end)
    if post is None or not post.role.plural:
        return post
    closed = end >= len(paragraph.words) or paragraph.words[end].is_punct  # and no subject: "Rowe, people have said"
    one = (closed and _ends_a_list(names, paragraph, name)) or _ONE_OF.match(
        paragraph.parse.text, paragraph.words[start].idx
    )
    return singular(post) if one else None


def _ends_a_list(names: Names, paragraph: Paragraph, name: Token) -> bool:
    """Whether another name is joined to this one: "Ada Lind and Per Rowe, trade ministers of"."""
    entity = names.at(paragraph, name)
    return entity is not None and names.layers.text[: entity.start].endswith((" and ", " & "))


def _beside_kin(names: Names, paragraph: Paragraph, start: int, end: int) -> Post | None:
    """The office told beside kinship: "younger brother of the president and head of the armed forces"."""
    joined = (at for at in range(start + 1, end - 1) if paragraph.words[at].lower_ == "and")
    posts = (read_post(names, paragraph, at + 1, end) for at in joined)
    return next((p for p in posts if p is not None and not p.role.plural and p.role.head not in lexicon().lesser), None)


def _is_only_part(paragraph: Paragraph, behind: int, end: int) -> bool:
    """Whether the words of a title only tell what sort of thing its noun is: "chief" of "chief speechwriter"."""
    if behind >= end:
        return False
    word = paragraph.words[behind]
    return word.tag_ == "NN" and word.text.islower() and word.text.isalpha()


def _names_next(names: Names, paragraph: Paragraph, spot: int) -> bool:
    """Whether a list of people goes on after the comma."""
    entity = names.at(paragraph, paragraph.words[spot])
    if entity is None:
        return False
    doc = paragraph.words
    following = next((t for t in doc[spot:] if paragraph.start + t.idx >= entity.end), None)
    if entity.label != "TITLE" or following is None:
        return entity.label == "PERSON"
    named = names.at(paragraph, following)
    return named is not None and named.label == "PERSON"


def _predicate(names: Names, paragraph: Paragraph, last: Token) -> Post | None:
    verb = last.head
    if verb.lemma_ not in ("be", "become") or last.dep_ != "nsubj":
        return None
    attribute = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN")), None)
    if attribute is None or tells_nothing(attribute):
        return None
    return read_post(names, paragraph, attribute.left_edge.i, min(attribute.right_edge.i + 1, attribute.i + 8))


def _in_brackets(names: Names, paragraph: Paragraph, spot: int) -> Post | None:
    """The post in brackets after a name, where they begin with it: "Inga Holm (chief of staff, Lissom army)"."""
    doc = paragraph.words
    end = next((t.i for t in doc[spot + 1 : spot + _LONGEST_BRACKET] if t.text == ")"), None)
    if end is None or end == spot + 1:
        return None
    post = read_post(names, paragraph, spot + 1, end)
    return post if post is not None and not post.role.plural and post.role.start < 4 else None


def _clause(names: Names, paragraph: Paragraph, spot: int) -> Post | None:
    """The post that a clause after a name tells: "Cllr Crome, who chairs the board,"."""
    doc = paragraph.words
    if spot + 2 >= len(doc) or doc[spot].lower_ != "who":
        return None
    verb = next((t for t in doc[spot + 1 : spot + 4] if t.pos_ == "VERB"), None)
    noun = None if verb is None or verb.tag_ not in ("VBZ", "VBP") else lexicon().deeds.get(verb.lemma_)
    body = None if noun is None or verb is None else child(verb, "dobj")
    role = None if noun is None else read_role([noun])
    if noun is None or role is None or body is None:
        return None
    polity = owner = None
    for entity in names.entities.within(
        paragraph.start + body.left_edge.idx, paragraph.start + body.right_edge.idx + len(body.right_edge)
    ):
        if entity.label not in ("PERSON", "TITLE"):
            polity = polity or names.polity(entity)
            owner = owner or (names.body(entity) if entity.label == "ORG" else None)
    return Post(role, noun, polity, owner)
