"""What somebody is by the place of a common noun beside a name, where no list knows the noun: "Ana Ruiz, a potter"."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.extract.statements_audiences import audiences
from onrecord.extract.statements_occasions import occasion_of
from onrecord.link.bodies import body_words
from onrecord.link.names import Names
from onrecord.link.referents import Polity, Post
from onrecord.resources.roles import BESIDE, Role, is_agent, lexicon

_LEFT = frozenset(["NOUN", "ADJ"])
_LONGEST = 6
_OF_TONGUES = frozenset(
    ["teacher", "tutor", "translator", "interpreter", "linguist", "scholar", "historian", "specialist"]
)
"""Trades before which a people's name is that of its language or history."""


def trade_after(names: Names, paragraph: Paragraph, start: int, end: int) -> Post | None:
    """The post of tokens `start`-`end`, set off after a name: "a potter from Quay Street", "treasurer of the club"."""
    doc = paragraph.words
    stop = next((i for i in range(start, end) if doc[i].pos_ in ("ADP", "PUNCT", "SCONJ", "PRON")), end)
    stop = next((i for i in range(start + 1, stop) if doc[i].pos_ == "ADV" and doc[i - 1].pos_ == "NOUN"), stop)
    noun = doc[stop - 1] if stop > start else None
    if noun is not None and any(t.dep_ == "poss" for t in noun.lefts) and not is_agent(noun.text):
        return None  # "Petz, Morvania's capital"
    if noun is None or noun.dep_ not in ("appos", "conj", "attr") or stop - start > _LONGEST:
        return None
    return _post(names, paragraph, noun, start) if is_trade_noun(noun) else None


def trade_before(names: Names, paragraph: Paragraph, first: Token) -> Post | None:
    """The post of a common noun right before a name: "waterman Ana Ruiz", "the folk singer Ana Ruiz"."""
    if first.i == 0:
        return None
    noun = first.nbor(-1)
    if noun.is_sent_start and noun.text[0].isupper() and is_agent(noun.text):
        return Post(Role(role=BESIDE, head=noun.lower_, sector="", start=0, end=1), noun.text)
    if not is_agent(noun.text) or not is_trade_noun(noun):
        return None
    return _post(names, paragraph, noun, max(noun.i - _LONGEST, noun.sent.start))


def is_trade_noun(noun: Token) -> bool:
    """Whether a word can be what somebody is: a common noun in the singular for no body, place, occasion or outlet."""
    lower = noun.text
    if noun.tag_ != "NN" or not lower.islower() or not lower.isalpha() or len(lower) < 3 or noun.ent_type_:
        return False
    thing = lower in body_words() or lower in lexicon().things or lower in audiences().outlets
    return not thing and occasion_of(noun) is None and not lower.endswith(_ABSTRACT)


_ABSTRACT = ("tion", "sion", "ment", "ness", "ship", "hood", "ism", "ity", "ing", "age", "ance", "ence")


def _post(names: Names, paragraph: Paragraph, noun: Token, least: int) -> Post:
    doc, first = paragraph.parse, noun.i
    while first > least and doc[first - 1].pos_ in _LEFT and doc[first - 1].text.islower():
        if names.at(paragraph, doc[first - 1]) is not None:
            break
        first -= 1
    title = doc[first : noun.i + 1].text
    former = doc[first].lower_ in lexicon().former
    role = Role(role=BESIDE, head=noun.lower_, sector="", start=0, end=noun.i + 1 - first, former=former)
    return Post(role, title, _nationality(names, paragraph, noun, first))


def _nationality(names: Names, paragraph: Paragraph, noun: Token, first: int) -> Polity | None:
    """The state of the people right before what somebody is: "an American national", no "French teacher"."""
    doc = paragraph.words
    if first == 0 or noun.lower_ in _OF_TONGUES or any(doc[i].pos_ == "NOUN" for i in range(first, noun.i)):
        return None  # "the Chinese restaurant owner"
    entity = names.at(paragraph, doc[first - 1])
    return names.state(entity) if entity is not None and entity.label == "NORP" else None
