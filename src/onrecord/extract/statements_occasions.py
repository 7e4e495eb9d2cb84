"""The occasion of a statement: words such as "in an interview" or "during a telephone conversation"."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.annotate.syntax import child
from onrecord.errors import Code, ConfigurationError
from onrecord.model.vocabulary import Channel
from onrecord.resources.lexicon import read_yaml

_SOURCE = "resources/statements/occasions.yaml"
_GUARDED = frozenset(
    ["border", "customs", "guard", "frontier", "command", "army", "police", "military", "observation", "crossing"]
)
"""What stands before a post at which people are checked or keep watch."""
_GRANTED = frozenset({"private", "papal", "royal", "special", "rare", "brief"})
"""What stands before an audience that somebody gives."""
_TELEGRAMS = ("telegram", "telegrams")
SPOKEN: tuple[Channel, ...] = ("phone call", "meeting", "speech", "interview", "press briefing", "broadcast")


@cache
def occasions() -> Mapping[str, Channel]:
    """Channel by noun or noun phrase, lower case. Raises ConfigurationError (OR-E020) for an unknown channel."""
    raw = read_yaml(files("onrecord").joinpath(_SOURCE).read_text(encoding="utf-8"))
    wrong = sorted(set(raw) - set(get_args(Channel.__value__)))
    if wrong:
        raise ConfigurationError(
            Code.E020, source=_SOURCE, line="?", reason=f"unknown channels {wrong}", remedy="See model.vocabulary."
        )
    return {str(noun): cast(Channel, channel) for channel, nouns in raw.items() for noun in nouns}


@cache
def _last_words() -> frozenset[str]:
    """The last words of the known nouns and phrases: most nouns of a text are none of them."""
    return frozenset(phrase.replace("-", " ").rsplit(" ", 1)[-1] for phrase in occasions())


def occasion_of(noun: Token) -> Channel | None:
    """The channel that a noun stands for, by the longest known phrase that ends in it."""
    known, lower = occasions(), noun.lower_
    if lower in _TELEGRAMS and noun.text == lower:
        return "letter"  # the network is written with a capital
    alone = known.get(noun.lemma_.lower())
    ends = lower in _last_words()
    if (alone is None and not ends) or _means_otherwise(noun):
        return None
    if not ends:
        return alone
    for width in (3, 2, 1):
        words = _words(noun.doc, noun.i - width + 1, noun.i + 1)
        if words in known:
            return known[words]
    return alone


def may_name_occasion(lemma: str, lower: str) -> bool:
    """Whether a noun of this lemma and form, both in lower case, is one of the words that `occasion_of` knows."""
    return lemma in occasions() or lower in _last_words() or lower in _TELEGRAMS


def _means_otherwise(noun: Token) -> bool:
    """Whether a word for a medium means something else: "its account of the call", "a border post", the month of March.

    A memorandum by name or "of understanding" is an agreement, no letter. Who sits in an audience grants none.
    """
    lemma = noun.lemma_.lower()
    if noun.text == "March":
        return noun.ent_type_ in ("DATE", "TIME") or not any(t.dep_ in ("compound", "amod") for t in noun.lefts)
    if lemma == "audience":
        granted = any(c.lower_ in _GRANTED or c.dep_ == "poss" for c in noun.lefts)
        return not granted and not any(c.lower_ == "with" for c in noun.rights)
    if lemma == "account":
        return not _is_on_a_network(noun)
    if lemma == "post":
        return any(c.dep_ == "compound" and c.lemma_.lower() in _GUARDED for c in noun.lefts)
    return lemma == "memorandum" and (noun.pos_ == "PROPN" or any(c.lower_ == "of" for c in noun.rights))


def _is_on_a_network(account: Token) -> bool:
    """Whether an account is one that posts, not what somebody tells: "the verified account", "on her account"."""
    if any(c.lower_ == "of" for c in account.rights):
        return False
    known = occasions()
    if any(known.get(c.lower_) == "social media" or c.lower_ in ("verified", "official") for c in account.lefts):
        return True
    platforms = (child(c, "pobj") for c in account.rights if c.lower_ == "on")
    if any(p is not None and known.get(p.lower_) == "social media" for p in platforms):
        return True
    return account.head.lower_ in ("on", "via", "from", "through") and child(account, "poss") is not None


def _words(doc: Doc, first: int, last: int) -> str:
    return "" if first < 0 else Tokens(doc, first, last).text.lower().replace(" - ", "-")
