"""Where the words before a name tell a post: right before it, before another title, as a label, for several names."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.link.names import Names
from onrecord.link.posts import read_post, singular
from onrecord.link.referents import Post
from onrecord.resources.roles import lexicon, read_role

_LEFT = frozenset(["NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "X"])
_LINKS = frozenset(["of", "for", "to", "and", "the", "-", "/", "&"])
LONGEST = 14
_COURTESIES = frozenset(["dame", "sir", "lord", "lady", "hon", "hon.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr",
                         "dr.", "baroness", "baron", "rev", "rev.", "the"])  # fmt: skip
"""What stands between a title and a name: "Fisheries Minister Dame Celia Wragge"."""
_COURTESIES |= frozenset().union(*lexicon().addresses.values())
_BEFORE_NAMES = _COURTESIES - {"the"}


def span_before(names: Names, paragraph: Paragraph, first: Token) -> tuple[int, int]:
    """Tokens right before a name that can be its title ("Armenia's Foreign Minister"), as start and end indices."""
    doc, heads = paragraph.words, lexicon().heads
    start = first.i
    while start > max(0, first.i - LONGEST) and not doc[start].is_sent_start:
        token = doc[start - 1]
        entity = names.at(paragraph, token)
        if entity is not None and entity.label == "PERSON":
            break
        if token.lower_ == "to" and token.i and token.nbor(-1).pos_ in ("ADJ", "ADV"):
            break  # "troops loyal to the Norland leader X": no title begins there
        if (
            token.pos_ in _LEFT
            or token.lower_ in _LINKS
            or token.tag_ == "POS"
            or token.text in ("’", "'")
            or token.lower_ in heads
            or token.text.endswith(".")
        ):
            start -= 1
        else:
            break
    joined = next((at for at in range(first.i - 1, start - 1, -1) if _joins(names, paragraph, at)), None)
    if joined is not None and read_role([doc[at].text for at in range(joined + 1, first.i)]) is not None:
        start = joined + 1
    while start < first.i and (doc[start].is_punct or doc[start].lower_ in ("and", "&", "/", "of", "to", "for")):
        start += 1
    return start, first.i


def _joins(names: Names, paragraph: Paragraph, at: int) -> bool:
    """Whether a word joins two titles, and is no part of a name: the "and" of "Fisheries and Harbours Board"."""
    word = paragraph.words[at]
    entity = names.at(paragraph, word) if word.pos_ == "CCONJ" else None
    return word.pos_ == "CCONJ" and (entity is None or paragraph.start + word.idx == entity.start)


def before_courtesies(first: Token) -> Token:
    """The token before which a title of a name is looked for: the first of "Dame" and the like before it."""
    while first.i and not first.is_sent_start and first.nbor(-1).lower_ in _BEFORE_NAMES:
        first = first.nbor(-1)
    bracketed = first.i > 3 and first.nbor(-1).text == ")" and first.nbor(-3).text == "("
    if bracketed and first.i - first.sent.start > 3:
        return first.nbor(-3)  # "Captain (Navy) Lev Brand"
    return first


def stacked(names: Names, paragraph: Paragraph, start: int, post: Post) -> Post | None:
    """The post before the one right before a name, in the words from token `start` on.

    "Ruvanian warlord General Kandu", "Minister Dame Celia Wragge".
    """
    stop = start + post.role.start
    if stop <= start or paragraph.words[stop - 1].text == ",":
        return None
    return read_post(names, paragraph, start, stop, adjacent=True)


def coordinated(names: Names, paragraph: Paragraph, start: int) -> Post | None:
    """The first of two titles of one person, the second of which begins at token `start`.

    "Former premier and party leader Ada Lind"; "the president and Prime Minister Lind" are two.
    """
    doc = paragraph.words
    if start < 2 or doc[start - 1].lower_ != "and" or doc[start].is_sent_start:
        return None
    first, end = span_before(names, paragraph, doc[start - 1])
    if first >= end or any(t.pos_ in ("DET", "PRON") or t.tag_ == "POS" for t in doc[first:end]):
        return None
    return read_post(names, paragraph, first, end, adjacent=True)


_COMMANDING = frozenset(["commander", "chief", "head", "leader", "officer"])


def without_whose(rank: Post, office: Post | None) -> Post:
    """A rank right before a name, without the body that the office before it serves: "army spokesman Col. X"."""
    bare = rank.role.role == "military_command" and rank.role.head not in _COMMANDING
    told = office is not None and bare and office.role.head not in lexicon().lesser
    return Post(rank.role, rank.title) if told else rank


def shared_post(names: Names, paragraph: Paragraph, first: Token) -> Post | None:
    """The post of each of several whose names follow its plural: "Foreign Ministers A of Norland and B of Sund"."""
    if not first.i or not first.nbor(-1).lower_.endswith("s"):
        return None
    start, end = span_before(names, paragraph, first)
    post = read_post(names, paragraph, start, end, adjacent=True, shared=True) if start < end else None
    return None if post is None else singular(post)


def label_post(names: Names, paragraph: Paragraph, first: Token) -> Post | None:
    """The post that a label before a name tells: "Host: Pascal Thorne"."""
    doc, colon = paragraph.words, first.i - 1
    while colon > 0 and doc[colon].lower_ in _COURTESIES:
        colon -= 1
    if not 0 < colon < 6 or doc[colon].text != ":":
        return None
    post = read_post(names, paragraph, 0, colon, adjacent=True)
    return post if post is not None and post.role.start <= 2 else None


def title_of_next(names: Names, paragraph: Paragraph, last: Token) -> bool:
    """Whether what follows a name after a comma is the next one's title: "King Olaf IV, the President, Mrs. Nkosi,"."""
    doc, spot = paragraph.words, last.i + 1
    if spot + 1 >= len(doc) or doc[spot].text != ",":
        return False
    comma = next((t.i for t in doc[spot + 1 : spot + LONGEST] if t.text == ","), None)
    if comma is None or any(t.pos_ in ("VERB", "AUX") for t in doc[spot:comma]):
        return False
    start = next((t.i for t in doc[comma + 1 :] if t.lower_ not in _BEFORE_NAMES), comma)
    named = names.at(paragraph, doc[start])
    return named is not None and named.label == "PERSON"
