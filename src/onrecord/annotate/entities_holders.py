"""Names of office-holders: a full name of the reference table is a person, whatever the tagger makes of it.

"Minister of Energy and Mines Ada Lindqvist" is cut by a tagger anywhere; a name of two words or more that somebody
of the table bears, and that is no place and no organisation, cuts it right. Whether the person meant is the one of
the table is left to `link.persons`. Part of a longer name is no name: "Angela Merkel Schmidt" is another woman, unless
the title of an office of the chancellor's stands before her.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.gazetteer import standard
from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.resources import offices
from onrecord.resources.given_names import known_names
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import fold
from onrecord.resources.places_gazetteer import gazetteer
from onrecord.resources.roles import read_role

LONGEST = 6
"""Words of the longest name looked up."""

_JOINED = "-'’"
_GENERATIONS = frozenset(["II", "III", "IV"])
_LONGEST_TITLE = 5


def holders(layers: Layers) -> Iterator[Entity]:
    """The full names of office-holders, in text order, not overlapping, the longest where several begin together."""
    for paragraph in layers.paragraphs:
        text = paragraph.parse.text
        words = list(_words(paragraph, text))
        free = 0
        for first in range(len(words)):
            if first < free or not words[first][2][:1].isupper() or not offices.begins_name(words[first][2]):
                continue
            for last in range(min(first + LONGEST, len(words)), first + 1, -1):
                start, end = words[first][0], words[last - 1][1]
                if not offices.ends_name(words[last - 1][2]) or not _borne(text[start:end]):
                    continue
                if not _is_of_longer(paragraph, start, end):
                    yield Entity(paragraph.start + start, paragraph.start + end, "PERSON", "gazetteer")
                    free = last
                break


def _is_of_longer(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a name is only part of somebody else's: other names stand right beside it, and no title of his does."""
    tokens = paragraph.between(start, end)
    doc = paragraph.parse
    after = doc[tokens.end] if tokens.end < len(doc) else None
    before = doc[tokens.start - 1] if tokens.start else None
    on = after is not None and doc[tokens.end - 1].whitespace_ == " " and _goes_on(tokens[-1], after)
    back = before is not None and before.whitespace_ == " " and _begins(before, tokens[0])
    return (on or back) and not _is_titled(paragraph, tokens.start, doc.text[start:end])


def _goes_on(last: Token, after: Token) -> bool:
    """Whether a name goes on with the next word: "(Angela Merkel) Schmidt", no "Friday", "Told" or "Foundation"."""
    if not after.text[:1].isupper() or after.is_sent_start or not after.text.replace("-", "").isalpha():
        return False
    one = after.ent_iob_ == "I" and after.ent_type_ == "PERSON"
    if not one and (after.pos_ != "PROPN" or after.ent_type_ not in ("", "PERSON") or after.dep_ == "ROOT"):
        return False
    if after.text.isupper() and not last.text.isupper():
        return after.text in _GENERATIONS
    return read_role([after.text]) is None and body_noun([after.text]) is None and not standard().hits(after.text)


def _begins(before: Token, first: Token) -> bool:
    """Whether the word before a name is a given name of the same person: "Maria (Angela Merkel)"."""
    if not before.text[:1].isupper() or before.text.isupper() != first.text.isupper():
        return False
    one = first.ent_iob_ == "I" and first.ent_type_ == before.ent_type_ == "PERSON"
    given = fold(before.text) in known_names() and before.pos_ == "PROPN"
    return one and given and read_role([before.text]) is None and not standard().hits(before.text)


def _is_titled(paragraph: Paragraph, first: int, name: str) -> bool:
    """Whether an office that the bearer of a name held stands right before it."""
    doc = paragraph.parse
    words = [token.text for token in doc[max(0, first - _LONGEST_TITLE) : first]]
    found = (read_role(words[at:]) for at in range(len(words)))
    role = next((r for at, r in enumerate(found) if r is not None and at + r.end == len(words)), None)
    return role is not None and any(tenure.role == role.role for tenure in offices.by_person(name))


def _words(paragraph: Paragraph, text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a paragraph as names are written, "Kim Oh-soo" in two: start, end, text."""
    start = end = -1
    for token in paragraph.parse:
        joined = (
            end == token.idx
            and (token.text[0] in _JOINED or text[end - 1] in _JOINED)
            and token.lower_ not in ("'s", "’s", "'", "’")
        )
        if not joined:
            if start >= 0:
                yield start, end, text[start:end]
            start = token.idx
        end = token.idx + len(token)
    if start >= 0:
        yield start, end, text[start:end]


def _borne(name: str) -> bool:
    """Whether an office-holder bears this name, and no place or organisation does."""
    if not offices.is_full_name(name):
        return False
    return gazetteer().named(name) is None and not any(h.end - h.start == len(name) for h in standard().hits(name))
