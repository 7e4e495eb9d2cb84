"""The signs by which a report gives away a state that no table knows; `states.yaml` says how a sign is written."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from onrecord.resources.lexicon import load

type Grade = Literal["certain", "likely", "hint"]

_LOW = "a-zà-ÿ"
_WORD = re.compile(r"\w+")
_ONE = rf"[A-Z][{_LOW}]{{3,}}"
_LEAD = "(?:(?:San|Santa|Santo|São|Saint|St|New|El|La|Las|Los) )?"
"""Short first words of names, too short to be one by themselves."""
_TWO = rf"{_LEAD}{_ONE}(?:[ -][A-Z][{_LOW}]+)?"
_MORE = rf"(?P<more>(?:, {_ONE})*,? and (?:the )?{_ONE})?"
_REALMS = "Republic|Federation|Kingdom|Emirates?|Sultanate|Principality|Commonwealth"
_SLOTS: Mapping[str, str] = {
    "{state}": rf"(?P<name>{_TWO})",
    "{word}": rf"(?P<name>{_ONE})",
    "{states}": rf"(?P<name>{_TWO}){_MORE}",
    "{words}": rf"(?:the )?(?P<name>{_ONE}){_MORE}",
    "{loud}": rf"(?:(?i:{'|'.join(['republic', 'kingdom', 'federation', 'emirate'])}) (?i:of )(?i:the )?)?"
    rf"(?P<name>{_TWO}|[A-ZÀ-Þ]{{4,}}(?: [A-ZÀ-Þ]{{4,}})?)",
    "{realm-name}": rf"(?P<name>{_ONE} (?:{_REALMS}))",
    "{name}": r"(?:(?:[A-Z][\w’'.-]*|al-[A-Z]\w+|de|el|bin|van|von) ?){1,4}",
    "{for}": r"(?i:of|for)",
    "{portfolio}": r"(?:the )?[A-Z][\w-]+(?:(?:,| and| of the| of| for| &)* [A-Z][\w-]+){0,5}?",
    "[name] ": r"(?:[A-Z]\w+ [A-Z]\w+ )?",
    "[the] ": r"(?i:the )?",
    "[word] ": r"(?:(?!own\b)[a-z]+ )?",
    "[small] ": r"(?:[a-z]+ )?",
    "[any] ": r"(?:\w+ )?",
    "[on Monday] ": r"(?:on \w+ )?",
    "[aux] ": r"(?:has |had |will )?",
    "after small ": r"(?<=[a-z,] )",
    "[no post]": r"(?! (?:posts?|crossings?|checkpoints?|points?|stations?|gates?|towns?|villages?|terminals?)\b)",
    "[no province]": r"(?! (?:[Pp]rovince|[Rr]egion|[Dd]istrict|[Cc]ounty|[Ss]tate|[Oo]blast|[Gg]overnorate)\b)",
    "[no body]": r"(?! (?:[A-Z]\w+ )?(?:Club|Association|Union|Bank|Company|Corporation|Group|Football|University|"
    r"Council|Chamber|Society|Federation|Party|Motors|Airlines|Institute|Court|Commission|Board|Foundation|College)\b)",
    "'s": "['’]s",
    " of ": "(?i: of )",
}


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sign; `cased` keeps the words of its lists capitalised; `plain` ones hold of any name, a person's too."""

    id: str
    grade: Grade
    form: str
    example: str
    counterexample: str = msgspec.field(name="not")
    cased: bool = False
    plain: bool = False


class States(msgspec.Struct, frozen=True, kw_only=True):
    """The signs with their patterns; each pattern has a group `name`, some a group `more` ("and Loth").

    `needed` are by a sign's id the words of its lists, list by list and term by term: without one term of each, no text
    has the sign.
    """

    signs: tuple[tuple[Sign, re.Pattern[str]], ...]
    needed: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]
    not_states: frozenset[str]
    demonyms: tuple[str, ...]
    contexts: Mapping[str, frozenset[str]]
    """The words around names of states, by sort."""

    def graded(self, grade: Grade) -> Iterator[tuple[Sign, re.Pattern[str]]]:
        """The signs of one grade, in the file's order."""
        return ((sign, pattern) for sign, pattern in self.signs if sign.grade == grade)

    def graded_in(self, grade: Grade, words: frozenset[str]) -> Iterator[tuple[Sign, re.Pattern[str]]]:
        """Those that a text of these words (see `words_of`) may have: most patterns need not be looked for."""
        for sign, pattern in self.graded(grade):
            if all(any(term <= words for term in terms) for terms in self.needed[sign.id]):
                yield sign, pattern


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, cut at every mark."""
    return frozenset(_WORD.findall(text.casefold()))


@functools.cache
def states() -> States:
    """The signs, read once; raises ConfigurationError (OR-E020) for an unknown key."""
    content = load("states.yaml", frozenset(["lists", "signs", "not_states", "demonyms", "contexts", "contexts_of"]))
    signs = msgspec.convert(content["signs"], tuple[Sign, ...])
    lists = content["lists"]
    heads = {
        sort: frozenset(term.split()[-1] for name in names for term in lists[name])
        for sort, names in content["contexts_of"].items()
    }
    return States(
        signs=tuple((sign, _pattern(sign, lists)) for sign in signs),
        needed={sign.id: tuple(_terms(sign, lists)) for sign in signs},
        not_states=frozenset(content["not_states"]),
        demonyms=tuple(content["demonyms"]),
        contexts={sort: frozenset(words) for sort, words in content["contexts"].items()} | heads,
    )


def _pattern(sign: Sign, lists: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    form = sign.form
    for slot, pattern in _SLOTS.items():
        form = form.replace(slot, pattern)
    for name, words in lists.items():
        form = form.replace(f"{{{name}}}", _alternatives(words, cased=sign.cased))
    opening = "" if form.startswith("(?<=") else r"\b"
    return re.compile(rf"{opening}{form}\b")


def _terms(sign: Sign, lists: Mapping[str, Sequence[str]]) -> Iterator[tuple[frozenset[str], ...]]:
    """The terms of each list that a sign has a word of."""
    for name, terms in lists.items():
        if f"{{{name}}}" in sign.form:
            yield tuple(words_of(term) for term in terms)


def _alternatives(words: Sequence[str], *, cased: bool) -> str:
    """One of the words, the longest first; without `cased` in any letter case."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    if cased:
        return f"(?:{'|'.join(re.escape(word.title()) for word in ordered)})"
    return f"(?i:{'|'.join(re.escape(word) for word in ordered)})"
