"""The tagger's names, cut where it cuts wrong: articles, titles, portfolios, towns, two names run together."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.annotate.layers import Entity, EntityLabel, Paragraph
from onrecord.annotate.portfolios import portfolio_at, portfolio_end
from onrecord.annotate.regrouped import tells_when
from onrecord.annotate.times_named import names_time
from onrecord.resources.facilities import names_facility
from onrecord.resources.given_names import known_names
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import fold
from onrecord.resources.places_gazetteer import gazetteer
from onrecord.resources.roles import is_agent, lexicon, read_role

KEPT: tuple[EntityLabel, ...] = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC")
OTHERS: dict[str, EntityLabel] = {"EVENT": "OTHER", "LAW": "OTHER", "PRODUCT": "OTHER", "WORK_OF_ART": "OTHER"}
_SON = frozenset(["bin", "ibn", "bint", "ben"])
_OUTLETS = frozenset(["news", "radio", "television", "tv", "agency", "newspaper", "daily"])
NOT_NAMES = frozenset(["H.E.", "HE", "H.E", "Mr", "Ms", "Mrs", "Q", "A", "Excellency", "Hon", "Rev"])


def tagger_names(paragraph: Paragraph) -> Iterator[Entity]:
    """The tagger's entities of a paragraph without articles and possessive endings, offsets in the document."""
    text = paragraph.parse.text
    for ent in _whole(paragraph.parse):
        if (parts := _cut(paragraph, ent)) is not None:
            yield from parts
            continue
        label = ent.label_ if ent.label_ in KEPT else OTHERS.get(ent.label_)
        if label in ("ORG", "PERSON") and _is_town(ent):
            label = "GPE"
        if label == "PERSON" and len(ent) > 1 and bears_facility(ent[0], ent[-1]):
            label = "FAC"
        if label == "PERSON" and len(ent) == 1 and (ent.text.isupper() or names_outlet(ent[0])):
            label = "ORG" if names_outlet(ent[0]) or _aired(paragraph, ent.text) else label
        ahead = len(ent) > 1 and (tells_when(ent[0]) or ent[0].text == "Dear")
        first = ent[1] if ahead else ent[0]  # "On Sunday Rennet rang", "Dear Mr Rowe"
        start, end = first.idx, _before_verb(ent)
        handle = text.find(" @", start, end)
        end = end if handle < 0 else handle
        if text[start:end].casefold().startswith("the "):
            start += 4
        if label == "PERSON":
            end = start + len(text[start:end].partition(", ")[0])  # "Ada Lind, Sund" of "Ada Lind, Sund's minister,"
            start += _occupation(text[start:end])
        if label == "PERSON" and " of " in text[start:end] and _has_title(ent, text[start:end].partition(" of ")[0]):
            end = start + len(text[start:end].partition(" of ")[0])  # "Minister Okano of Telland"
        for possessive in ("'s", "’s", "'", "’"):
            if text[start:end].endswith(possessive):
                end -= len(possessive)
                break
        if label == "ORG":
            end -= _left_over(text[start:end])
        if label == "ORG" and (_is_portfolio(ent) or _opens_title(ent) or _is_office(ent)):
            continue
        if label == "PERSON" and (_is_body(ent) or _is_rank(ent)):
            continue
        if (
            label is not None
            and text[start:end] not in NOT_NAMES
            and not names_time(text[start:end])
            and end > start
            and any(c.isupper() for c in text[start:end])
        ):
            yield Entity(paragraph.start + start, paragraph.start + end, label, "tagger")


def _whole(doc: Doc) -> Iterator[Tokens]:
    """The tagger's runs of words, in one a name that it cut behind "bin": "Khalid bin Salem al-Rashid"."""
    runs = list(doc.ents)
    while runs:
        ent = runs.pop(0)
        if ent.label_ == "PERSON" and ent[-1].lower_ in _SON and runs and runs[0].start == ent.end:
            yield Tokens(doc, ent.start, runs.pop(0).end, label="PERSON")
        else:
            yield ent


def bears_facility(first: Token, last: Token) -> bool:
    """Whether a name, told by its first and last word, is a facility's: "the King Hussein Bridge"."""
    definite = "the" in (first.lower_, first.nbor(-1).lower_ if first.i > 0 else "")
    return names_facility(last.text, definite=definite)


def names_outlet(name: Token) -> bool:
    """Whether a word before "news agency" or "television" is that outlet's name and nobody's."""
    after = name.doc[name.i + 1 : name.i + 2]
    return len(after) > 0 and after[0].lower_ in _OUTLETS


def _aired(paragraph: Paragraph, name: str) -> bool:
    """Whether a word in capitals is an outlet's name elsewhere in the paragraph: "SANA news agency … SANA said"."""
    return any(t.text == name and names_outlet(t) for t in paragraph.parse)


def _is_body(ent: Tokens) -> bool:
    """Whether one word after "the" is a body and nobody's name: "the Movement said"."""
    alone = len(ent) == 1 and ent.start > 0 and ent.doc[ent.start - 1].lower_ == "the"
    return alone and body_noun([ent.text]) is not None


def _cut(paragraph: Paragraph, ent: Tokens) -> tuple[Entity, ...] | None:
    """The names that a tagged run of words is cut into; None for one that stays whole."""
    if ent[0].text in ("Q.", "A.") and ent[0].is_sent_start and (rest := _answered(ent)) is not None:
        return (_person(paragraph, rest),) if len(rest) else ()
    return _run_together(paragraph, ent) or _by_rank(paragraph, ent) or _by_portfolio(paragraph, ent)


def _answered(ent: Tokens) -> Tokens | None:
    """The name behind the letter of a turn: "A. General Lund", maybe empty ("Q. You"); None where it is an initial."""
    rest = ent[1:]
    title = len(rest) > 1 and (rest[0].lower_,) in lexicon().titles
    if title or ent[0].text == "Q." or (len(rest) and rest[0].is_stop):
        named = rest[1:] if title else rest
        return named if len(named) and not named[0].is_stop else rest[:0]
    return None


def _by_rank(paragraph: Paragraph, ent: Tokens) -> tuple[Entity, ...] | None:
    """The person of a tagged "Rear Adm. Ada Lind", behind the abbreviation of his rank."""
    for length in (3, 2, 1):
        abbreviated = len(ent) > length and ent[length - 1].text.endswith(".")
        if abbreviated and tuple(token.lower_ for token in ent[:length]) in lexicon().titles:
            return (_person(paragraph, ent[length:]),)
    return None


def _is_rank(ent: Tokens) -> bool:
    """Whether a person is only the abbreviation of a rank: "Rear Adm." """
    return ent.text.endswith(".") and tuple(token.lower_ for token in ent) in lexicon().titles


def _before_verb(ent: Tokens) -> int:
    """Where a name ends that the tagger ran on over the verb of its clause ("Sava Community suspended Marun")."""
    if ent.label_ in ("ORG", "PERSON", "GPE") and ent.root.tag_ in ("VBD", "VBZ") and ent.root.text.islower():
        before = ent.doc[ent.start : ent.root.i]
        if len(before) and ent.root.i + 1 < ent.end:
            return int(before.end_char)
    return int(ent.end_char)


def _is_office(ent: Tokens) -> bool:
    """Whether a tagged body is an office and whose it is: "Bishop of Marsh", "Consul General of Tessamar"."""
    words = [token.text for token in ent if token.lower_ != "the"]
    role = read_role(words)
    if role is None or role.plural or role.start or role.end >= len(words):
        return False
    return words[role.end].casefold() in ("of", "for") and role.head not in ("speaker", "family", "people")


def _opens_title(ent: Tokens) -> bool:
    """Whether a word is the first of a title that goes on in small letters: "Shop steward Ada Lind"."""
    doc, spot = ent.doc, ent.end
    following = doc[spot].text if spot < len(doc) else ""
    return len(ent) == 1 and following.islower() and (ent.text.casefold(), following) in lexicon().titles


_NAMES = re.compile(r"(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?), (?P<person>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})")


def _run_together(paragraph: Paragraph, ent: Tokens) -> tuple[Entity, Entity] | None:
    """The state and the person of a tagged "Norland, Ada Lindqvist" ("the representative of Norland, …")."""
    match = _NAMES.fullmatch(ent.text)
    if match is None or ent.start == 0 or ent.doc[ent.start - 1].lower_ not in ("of", "for", "from", "in"):
        return None
    start = paragraph.start + ent.start_char
    place, person = match.span("place"), match.span("person")
    return (
        Entity(start + place[0], start + place[1], "GPE", "tagger"),
        Entity(start + person[0], start + person[1], "PERSON", "tagger"),
    )


def _is_portfolio(ent: Tokens) -> bool:
    """Whether a tagged organisation is a title or a department ("Justice Minister", "Secretary for Trade")."""
    named = [token.text for token in ent if token.lower_ != "the"]
    role = read_role(named)
    if role is not None and (role.start, role.end) == (0, len(named)) and len(named) > 1:
        return True
    if role is not None and role.end == len(named) and role.role != "journalist" and _is_someone(ent):
        return True
    following = ent.doc[ent.end].lower_ if ent.end < len(ent.doc) else ""
    return len(ent) == 1 and ent[0].lower_ in lexicon().subjects and following in ("minister", "secretary", "ministers")


_MINISTRIES = frozenset(["ministry", "department"])


def _by_portfolio(paragraph: Paragraph, ent: Tokens) -> tuple[Entity, ...] | None:
    """What is left of a tagged name without the portfolio it holds: "Relief Ada Lind", "Ministry of Defence Ada Lind".

    Nothing where it is no more than a portfolio, with a state or without; None where it holds none.
    """
    held = portfolio_at(ent.doc, ent.start)
    if held is not None:
        rest = ent[max(held[1] - ent.start, 0) :]
        return (_person(paragraph, rest),) if len(rest) and rest[0].text[0].isupper() else ()
    body = next((t for t in ent if t.lower_ in _MINISTRIES), None)
    end = ent.end if body is None else portfolio_end(ent.doc, body.i + 1)
    if body is None or not body.i + 1 < end < ent.end - 1 or fold(ent.doc[end].text) not in known_names():
        return None
    whole, rest = ent[: end - ent.start], ent[end - ent.start :]
    start = paragraph.start + whole.start_char + (4 if whole[0].lower_ == "the" else 0)
    return Entity(start, paragraph.start + whole.end_char, "ORG", "tagger"), _person(paragraph, rest)


def _person(paragraph: Paragraph, words: Tokens) -> Entity:
    return Entity(paragraph.start + words.start_char, paragraph.start + words.end_char, "PERSON", "tagger")


def _is_someone(ent: Tokens) -> bool:
    """Whether "the" stands before a title and a name or a verb of its own after it: "the Relief Coordinator, X,"."""
    following = ent.doc[ent.end] if ent.end < len(ent.doc) else None
    the = ent[0].lower_ == "the" or (ent.start > 0 and ent.doc[ent.start - 1].lower_ == "the")
    return the and following is not None and (following.text == "," or following.pos_ in ("VERB", "AUX", "ADP"))


_KIN = frozenset(
    (
        "wife husband mum mother dad father widow widower daughter son sister brother gran grandmother granddad"
        " grandfather neighbour neighbor friend pal fiancé fiancée partner"
    ).split()
)


def _left_over(name: str) -> int:
    """Length of the preposition at which the tagger cut a name ("Ministry of Foreign Affairs of")."""
    return next((len(word) for word in (" of", " for", " OF", " FOR") if name.endswith(word)), 0)


def _occupation(name: str) -> int:
    """Length of the occupations that the tagger takes for the first name of three ("Councillor Pia Strand")."""
    words = name.split(" ")
    count = 0
    while len(words) - count > 2 and (role := read_role([words[count]])) is not None and not role.plural:
        count += 1
    if len(words) - count > 2 and is_agent(words[count]) and fold(words[count + 1]) in known_names():
        count += 1  # "Potter Ana Ruiz", where a given name follows
    if len(words) == 2 and words[0].casefold() in _KIN:
        count = 1  # "Wife Sandra, 47,"
    return sum(len(word) + 1 for word in words[:count])


def _has_title(ent: Tokens, name: str) -> bool:
    """Whether the words of a person before "of" are a full name, or stand after a title: what follows is a state."""
    return " " in name or (ent.start > 0 and ent.doc[ent.start - 1].text[0].isupper())


def _is_town(ent: Tokens) -> bool:
    """Whether a one-word person or organisation of the tagger's is a town: "in Omdurman"."""
    if len(ent) != 1 or ent.start == 0 or ent.text.isupper() or not ent.text.isalpha():
        return False
    before = ent.doc[ent.start - 1].lower_
    after = ent.doc[ent.end] if ent.end < len(ent.doc) else None
    if after is not None and after.pos_ in ("NOUN", "PROPN", "PART"):
        return False
    if before in ("in", "near", "outside"):
        return True
    return (
        before in ("to", "from", "through", "around", "toward", "towards") and gazetteer().named(ent.text) is not None
    )
