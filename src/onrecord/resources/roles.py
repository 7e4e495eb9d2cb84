"""Roles: what the words of a title say about the person who bears it.

`read_role` takes the words of a noun phrase without the name ("Armenia's Foreign Minister", "deputy head of
the mission") and says which role they name. Countries and organisations in them are the caller's to find.
"""

import functools
import re
from collections.abc import Sequence

import msgspec

from onrecord.resources.given_names import known_names
from onrecord.resources.lexicon import load
from onrecord.resources.names import fold

KEYS = frozenset(
    [
        "roles",
        "covers",
        "portfolios",
        "subjects",
        "heads",
        "former",
        "acting",
        "coming",
        "hyphened",
        "apart",
        "deputy",
        "deeds",
        "lesser",
        "trades",
        "addresses",
        "things",
        "agents",
    ]
)
PREPOSITIONS = frozenset(["of", "for", "to", "at", "in", "on", "from", "with", "and", "under", "by", ",", "&"])
_SMALL = frozenset(["the", "a", "an", "'s", "’s", "'", "’", "-", "his", "her", "its", "their", "our", "my", "your"])
_STEM = re.compile(r"(ies|s)$")
_DEFENCE = {"defense": "defence", "external": "foreign", "organization": "organisation"}


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A role. `start`–`end` are the words of the title itself; `portfolio` what it is responsible for.

    `role` is the class of `roles.yaml` and of the offices table; `head` the noun, in the singular.
    """

    role: str
    head: str
    sector: str
    start: int
    end: int
    portfolio: frozenset[str] = frozenset()
    deputy: bool = False
    former: bool = False
    acting: bool = False
    coming: bool = False
    """Whether he does not hold it yet: "the next president", "the president-elect"."""
    apart: bool = False
    """Whether it is of another time, or no office of the state's: "the first president", "the shadow minister"."""
    plural: bool = False


class _Lexicon(msgspec.Struct, frozen=True):
    titles: dict[tuple[str, ...], tuple[str, bool]]
    sectors: dict[str, str]
    covers: dict[str, frozenset[str]]
    portfolios: dict[str, str]
    subjects: frozenset[str]
    heads: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    coming: frozenset[str]
    hyphened: frozenset[str]
    apart: frozenset[str]
    deputy: frozenset[str]
    deeds: dict[str, str]
    lesser: frozenset[str]
    trades: tuple[str, ...]
    things: frozenset[str]
    agents: tuple[str, ...]
    addresses: dict[str, frozenset[str]]
    """Forms of address of other languages, by gender."""
    longest: dict[str, int]
    """By the first word of titles: words of the longest that begins with it."""


@functools.cache
def lexicon() -> _Lexicon:
    """The word list, read once."""
    content = load("roles.yaml", KEYS)
    titles: dict[tuple[str, ...], tuple[str, bool]] = {}
    for role, entry in content["roles"].items():
        for title in entry["titles"]:
            words = tuple(title.split())
            titles.setdefault(words, (role, False))
            apart = tuple(title.replace("-", " - ").split())
            titles.setdefault(apart, (role, False))
            noun = words.index("of") - 1 if "of" in words else len(words) - 1
            for plural in plurals(words[noun]):
                titles.setdefault((*words[:noun], plural, *words[noun + 1 :]), (role, True))
    longest: dict[str, int] = {}
    for words in titles:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return _Lexicon(
        titles=titles,
        sectors={role: entry["sector"] for role, entry in content["roles"].items()},
        covers={head: frozenset(roles) for head, roles in content["covers"].items()},
        portfolios=content["portfolios"],
        subjects=frozenset(content["subjects"]),
        heads=frozenset(content["heads"]),
        former=frozenset(content["former"]),
        acting=frozenset(content["acting"]),
        coming=frozenset(content["coming"]),
        hyphened=frozenset(content["hyphened"]),
        apart=frozenset(content["apart"]),
        deputy=frozenset(content["deputy"]),
        deeds=content["deeds"],
        lesser=frozenset(content["lesser"]),
        trades=tuple(content["trades"]),
        things=frozenset(content["things"]),
        agents=tuple(content["agents"]),
        addresses={gender: frozenset(words) for gender, words in content["addresses"].items()},
        longest=longest,
    )


TRADE = "worker"
"""The role of those whose trade only the ending of its word tells."""
BESIDE = "beside"
"""The role of those of whom only a noun beside their name says what they are."""
_LONGEST_TRADE_ENDING = 8
_SHORTEST_AGENT = 4


@functools.lru_cache(maxsize=8192)
def is_trade(word: str) -> bool:
    """Whether a word in lower case names by its ending what somebody does ("hydrographer", "shopkeeper")."""
    return len(word) > _LONGEST_TRADE_ENDING and word.isalpha() and word.endswith(lexicon().trades)


def is_agent(word: str) -> bool:
    """Whether a word in front of a given name has the ending of one who does something and is no given name."""
    lower = word.casefold()
    ends = len(lower) > _SHORTEST_AGENT and lower.isalpha() and lower.endswith(lexicon().agents)
    return ends and fold(word) not in known_names()


def plurals(noun: str) -> tuple[str, ...]:
    """The plural of an English noun for persons."""
    irregular = {"man": "men", "woman": "women", "child": "children", "person": "people", "wife": "wives"}
    for ending, plural in irregular.items():
        if noun.endswith(ending):
            return (noun.removesuffix(ending) + plural,)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith((".", "s")):
        return ()
    return (noun + ("es" if noun.endswith(("ch", "sh", "x")) else "s"),)


def sector(role: str) -> str:
    """PLOVER's sector of a role, "" where the role does not settle it."""
    return lexicon().sectors.get(role, "")


def covers(head: str, role: str) -> bool:
    """Whether the bare noun `head` ("minister") may stand for somebody in `role`."""
    return role in lexicon().covers.get(head, frozenset())


@functools.lru_cache(maxsize=8192)
def _read(words: tuple[str, ...]) -> Role | None:
    found = _head(words)
    if found is None:
        return None
    start, end, role, plural = found
    known = lexicon()
    before = words[:start]
    if any(word in known.deputy for word in before) and role not in ("head_of_state",):
        role = "deputy" if role not in ("spokesperson",) else role
    portfolio = _portfolio(words)
    head = _singular(words[end - 1]) if plural else words[end - 1]
    if "of" in words[start:end] or "for" in words[start:end]:
        head = _singular(words[start]) if plural else words[start]
    if words[start:end] == ("secretary", "of", "state") and words[end : end + 1] == ("for",):
        role = "minister"  # a British minister of anything: what for decides
    if role in ("minister", "leader") and head in ("minister", "secretary", "head", "chief"):
        role = next((known.portfolios[w] for w in sorted(portfolio) if w in known.portfolios), role)
    if role == "head_of_state" and head == "president":
        role = _presidency(words, end, role)
    chosen = words[end : end + 1] == ("-",) and words[end + 1 : end + 2] != () and words[end + 1] in known.hyphened
    joined = _joined(before)
    return Role(
        role=role,
        head=head,
        sector=known.sectors.get(role, ""),
        start=start,
        end=end + 2 if chosen else end,
        portfolio=portfolio,
        deputy=role == "deputy",
        former=any(word in known.former or word.startswith("ex-") for word in words[:end]),
        acting=any(word in ("acting", "interim", "caretaker") for word in words[:end]),
        coming=chosen or not known.coming.isdisjoint(joined),
        apart=role != "deputy" and not known.apart.isdisjoint(joined),
        plural=plural,
    )


def _joined(words: tuple[str, ...]) -> list[str]:
    """Words with those whole again that were cut at their hyphens: "would-be", "self-declared"."""
    return " ".join(words).replace(" - ", "-").split()


def read_role(words: Sequence[str]) -> Role | None:
    """The role that a phrase of `words` names (its head noun, not one in a complement); None where none."""
    return _read(tuple([word.casefold().replace("’", "'") for word in words]))


def _head(words: tuple[str, ...]) -> tuple[int, int, str, bool] | None:
    """The last title before the first preposition that is no part of a title."""
    known = lexicon()
    best: tuple[int, int, str, bool] | None = None
    spot = 0
    while spot < len(words):
        longest = known.longest.get(words[spot], 0)
        for length in range(min(longest, len(words) - spot), 0, -1):
            if (hit := known.titles.get(words[spot : spot + length])) is not None:
                best = (spot, spot + length, *hit)
                spot += length
                break
        else:
            if words[spot] in PREPOSITIONS and best is not None:
                return best
            if is_trade(words[spot]):
                best = (spot, spot + 1, TRADE, False)
            spot += 1
    return best


def _portfolio(words: tuple[str, ...]) -> frozenset[str]:
    known, skip = lexicon(), _skipped()
    return frozenset(s for w in words if w not in skip and w.isalpha() and (s := stem(w)) not in known.heads)


@functools.cache
def _skipped() -> frozenset[str]:
    known = lexicon()
    return PREPOSITIONS | _SMALL | known.acting | known.former | known.coming | known.deputy


def _presidency(words: tuple[str, ...], end: int, role: str) -> str:
    """ "President of the National Assembly" is no head of state."""
    rest = words[end:]
    if rest[:1] != ("of",):
        return role
    if any(w in rest for w in ("assembly", "parliament", "senate", "chamber", "council", "congress", "duma")):
        return "legislature_head"
    return "leader" if any(w in rest for w in ("commission", "court", "bank", "university", "bar")) else role


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


@functools.lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word of a portfolio in one spelling: "defense" and "defence", "affairs" and "affair"."""
    lower = word.casefold()
    lower = _DEFENCE.get(lower, lower)
    return _STEM.sub(lambda m: "y" if m[1] == "ies" else "", lower) if len(lower) > 3 else lower
