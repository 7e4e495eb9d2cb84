"""Where the words around a name tell a post: before it, after it, in brackets, as a label, in a clause about it."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.syntax import child
from onrecord.link.posts import Names, read_post, singular
from onrecord.link.referents import Post
from onrecord.link.trades import trade_after
from onrecord.resources.roles import lexicon, read_role

_LEFT = frozenset(["NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "X"])
_LINKS = frozenset(["of", "for", "to", "and", "the", "-", "/", "&"])
LONGEST = 14
_COURTESIES = frozenset(["dame", "sir", "lord", "lady", "hon", "hon.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr",
                         "dr.", "baroness", "baron", "rev", "rev.", "the"])  # fmt: skip
"""What stands between a title and a name: "Fisheries Minister Dame Celia Wragge"."""
_COURTESIES |= frozenset().union(*lexicon().addresses.values())
_POSTNOMINALS = frozenset(["MP", "MEP", "MSP", "TD", "KC", "QC", "SC", "OBE", "MBE", "CBE", "PhD", "MD", "RN"])
"""Letters after a name, before what sets off its title: "Petra Lund MP, Minister for Europe"."""
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
    joined = next((at for at in range(first.i - 1, start - 1, -1) if doc[at].pos_ == "CCONJ"), None)
    if joined is not None and read_role([doc[at].text for at in range(joined + 1, first.i)]) is not None:
        start = joined + 1
    while start < first.i and (doc[start].is_punct or doc[start].lower_ in ("and", "&", "/", "of", "to", "for")):
        start += 1
    return start, first.i


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
    end = spot + 1
    while end < min(len(doc), spot + 1 + 16) and doc[end].text not in (",", ".", ";", ":", "—", "–", "”", '"', "("):
        if doc[end].pos_ in ("VERB", "AUX") or doc[end].lower_ in ("who", "whose", "which", "that", "said", "told"):
            break
        end += 1
    if (
        end <= spot + 1
        or doc[spot + 1].pos_ in ("CCONJ", "ADP", "ADV", "SCONJ", "PRON")
        or _names_next(names, paragraph, spot + 1)
    ):
        return None
    post = read_post(names, paragraph, spot + 1, end)
    behind = spot + 1 + post.role.end if post is not None else end
    other = names.at(paragraph, doc[behind]) if behind < end else None
    if other is not None and other.label == "PERSON":
        return None  # "According to Holm, Russian Foreign Minister Orlov wrote back"
    return post or trade_after(names, paragraph, spot + 1, end)


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
    if attribute is None:
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


_LONGEST_BRACKET = 14


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
