"""What names beside a title are no state's, and which tell where an ambassador serves."""

from __future__ import annotations

import re

from spacy.tokens import Token

from onrecord.annotate.layers import Entity
from onrecord.link.referents import Polity
from onrecord.resources import institutions, organizations
from onrecord.resources.names import words as word_list
from onrecord.resources.roles import Role

NOT_STATES = word_list(
    "muslim muslims christian christians jewish jews jew catholic catholics orthodox sunni sunnis shia shiite shiites "
    "republican republicans democrat democrats democratic european europeans african africans asian asians arab arabs "
    "western islamic islamist islamists buddhist buddhists hindu hindus kurdish kurds latino hispanic communist "
    "communists conservative conservatives liberal liberals socialist labour tory tories marxist nazi soviet "
    "protestant protestants slavic turkic persian black white indigenous native pan-democrat sikh sikhs druze "
    "alawite alawites yazidi yazidis rohingya uyghur uyghurs tamil tamils tutsi tutsis hutu hutus scandinavian nordic "
    "balkan baltic caribbean african-american gulf"
)
"""Peoples, faiths, parties and continents: adjectives that are no state's."""
_UN = "wikidata:Q1065"
WHEREVER = frozenset(["spokesperson", "journalist", "ambassador", "worker", "business"])
"""Roles of those who serve whom they serve in any town: "a spokeswoman in Brinmouth for the Herring Board"."""


def is_seat_of(role: Role, polity: Polity | None, entity: Entity) -> bool:
    """Whether an organisation before a title is where a state's ambassador serves: "Ghana's UN ambassador"."""
    if role.role != "ambassador" or not entity.keys or organizations.by_id(entity.keys[0]) is None:
        return False
    return polity is not None or (entity.keys[0] == _UN and role.head == "ambassador")


_COURTESIES = frozenset(["mr", "mrs", "ms", "miss", "mme", "dr", "sir", "dame", "lord", "lady"])


def reaches_end(words: list[str], end: int) -> bool:
    """Whether a title that ends with word `end` goes on to the last of `words`, but for what it is of or for."""
    rest = [word for word in words[end:] if word != "."]  # "Col.", which the tokenizer may cut in two
    if not rest or rest[-1].rstrip(".").casefold() in _COURTESIES:
        return not rest  # "an adviser to Mr. Rowe" is not Rowe
    named = rest[-1][0].isupper() or institutions.body_noun(rest[-1:]) is not None
    return rest[0].casefold() in ("of", "for", "to", "and", "-") and named


_FOR_OTHERS = re.compile(
    r"[-‐‑–](?:backed|sponsored|supported|funded|financed|armed|trained|equipped|supplied|aligned|allied|brokered"
    r"|mediated|made|built)\b",
    re.IGNORECASE,
)


def is_for_others(text: str, end: int) -> bool:
    """Whether a state's name that ends at `end` only tells who backs others: "Russian-backed rebels" are nobody's."""
    return _FOR_OTHERS.match(text, end) is not None


_ANYBODY = frozenset(["person", "man", "woman", "guy", "people", "human", "boy", "girl", "child", "kid", "lady"])
_UNREAL = frozenset(["would", "could", "might", "may", "should", "can"])


def tells_nothing(attribute: Token) -> bool:
    """Whether what somebody is said to be is no post of his: "a stubborn person", what he would be or is not."""
    if attribute.lemma_.lower() in _ANYBODY:
        return True
    verb = attribute.head
    return any(t.dep_ == "neg" or (t.dep_ == "aux" and t.lower_ in _UNREAL) for t in verb.children)


_BIDS = frozenset(["nomination", "nominee", "candidate", "candidacy", "bid", "run", "race", "campaign", "contest",
                   "election", "pursuit", "stand", "contender", "runner"])  # fmt: skip
"""Words whose "for" tells what office somebody would have."""


def is_sought(token: Token) -> bool:
    """Whether an office is only what somebody runs for: "in her bid for president, Ada Lind has said"."""
    return token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.lemma_ in _BIDS
