"""Names of the reference tables found in a text, by dictionary, in one linear pass.

A name matches between word boundaries, whatever its accents, with a capital first letter (behind an Arabic
article: "al-Shabaab"); acronyms and names that are also words must match letter by letter. What remains ambiguous
keeps every key.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from onrecord.annotate.layers import EntityLabel
from onrecord.resources import countries, groups, institutions, organizations, regions
from onrecord.resources.names import plain, words
from onrecord.resources.roles import read_role
from onrecord.resources.user_table import UserTable

type Case = Literal["initial", "exact"]

WORDS = words(
    "who can care is us it aa as rs pa hi map scc sc isa sea act aim all era eta ira mad nam pace shape star eco "
    "ocha ace dare echo amal cat sap fare pic eac ost ipu ilc save quad guam mali peace may plan"
)
"""Acronyms that are also words, or too short to be telling: they need their full name in the text."""

SAFE_SHORT = frozenset(["UN", "EU", "US", "UK", "AU", "AP", "U.S.", "U.N.", "U.K.", "E.U."])
ALSO = {"COD": ("Congo",), "PRK": ("Korea",), "IRL": ("Eire",)}
"""Names that reporting gives to a second country: which one is meant, the rest of the text tells."""

_ARTICLE = re.compile(r"(?:(?:al|el|an|as|ar|at|ad|az|ash|ul)-|(?:al|el) )[A-Z]")
"""How a name begins behind its Arabic article, which reporting writes small: "al-Shabaab", "al Qaeda"."""

FACILITY_KINDS = frozenset(["bridge", "border crossing", "infrastructure", "pipeline", "canal"])


USER_LABELS: dict[str, EntityLabel] = {"person": "PERSON", "state": "GPE", "people": "NORP"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the dictionary: `key` is the reference entry, `case` how letter case must match.

    `of_several`: the singular of a group that goes by a plural, which may also be a man's name.
    """

    text: str
    key: str
    label: EntityLabel
    case: Case
    needs_full: bool = False
    of_several: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at `start`–`end`, with every dictionary name that matches there."""

    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The reference entries, each once."""
        return tuple(dict.fromkeys(name.key for name in self.names))

    @property
    def label(self) -> EntityLabel:
        """The label of the first name."""
        return self.names[0].label


@functools.lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    """A character in lower case without its accent, always one character."""
    base = unicodedata.normalize("NFKD", character)[0].casefold()
    return base if len(base) == 1 else character


def folded(text: str) -> str:
    """`text` as the dictionary is matched: as long as `text`, every character at its place."""
    straight = plain(text)
    return straight.casefold() if straight.isascii() else "".join(map(_letter, straight))


def is_acronym(name: str) -> bool:
    """Whether a name is an acronym: at most one small letter between capitals, or dotted."""
    letters = [c for c in name if c.isalpha()]
    return " " not in name and sum(c.isupper() for c in letters) >= max(2, len(letters) - 2)


def _named(names: Iterable[str], key: str, label: EntityLabel) -> Iterator[Name]:
    for name in names:
        bare = name.removeprefix("The ")
        if bare.startswith("the "):
            continue
        acronym = is_acronym(bare)
        weak = acronym and bare not in SAFE_SHORT and (len(bare) < 3 or bare.casefold() in WORDS)
        exact = acronym or bare.casefold() in WORDS
        yield Name(bare, key, label, "exact" if exact else "initial", needs_full=weak)


def _is_title(name: str) -> bool:
    """Whether a name is a person's title ("EU foreign policy chief"), which the words of titles cover."""
    role = read_role(name.split())
    return role is not None and role.end == len(name.split())


def _all_names() -> Iterator[Name]:
    for country in countries.all():
        yield from _named(country.names, country.id, "GPE")
        yield from _named(ALSO.get(country.code, ()), country.id, "GPE")
        yield from _named((*country.demonyms, country.adjective.split(" (")[0]), f"people:{country.code}", "NORP")
        yield from _named(country.capitals, f"seat:{country.code}", "GPE")
        yield from _named(country.metonyms, f"seat:{country.code}", "ORG")
    for body in institutions.all_bodies():
        yield from _named(body.names, body.id, "ORG")
    for organization in organizations.all():
        bodies = [n for n in organization.names if n == organization.name or not _is_title(n)]
        yield from _named(bodies, organization.id, "ORG")
    for group in groups.all():
        if group.checked:
            yield from _named(group.names, group.id, "ORG")
            yield from (Name(one, group.id, "ORG", "initial", of_several=True) for one in _singular(group))
        else:
            long = [n for n in group.names if len(n.split()) > 2 and n[0].isupper()]
            yield from (Name(n, group.id, "ORG", "exact") for n in long)
    for region in regions.all():
        label: EntityLabel = "FAC" if region.kind in FACILITY_KINDS else "LOC"
        usual = [n for n in region.names if n[0].isupper() and len(n) > 3]
        yield from _named(usual, region.id, label)


def _singular(group: groups.Group) -> Iterator[str]:
    """The name that stands before the people of a group told in the plural: "Houthi" of the Houthis."""
    one = group.name.removesuffix("s")
    if one != group.name and any(alias.startswith(f"{one} ") for alias in group.aliases):
        yield one


class Gazetteer:
    """A dictionary of names, ready to be matched."""

    def __init__(self, names: Iterable[Name]) -> None:
        by_pattern: dict[str, list[Name]] = {}
        for name in names:
            if name.text:
                by_pattern.setdefault(folded(name.text), []).append(name)
        self._patterns = tuple(by_pattern)
        self._names = tuple(tuple(same) for same in by_pattern.values())
        self._automaton = CharwiseDoubleArrayAhoCorasick(list(self._patterns), MATCH_KIND_STANDARD)

    def hits(self, text: str) -> list[Hit]:
        """Longest matches from the left, not overlapping; those whose letter case does not fit are no matches."""
        found = [hit for hit in self._matching(text) if hit.names]
        found.sort(key=lambda hit: (hit.start, -hit.end))
        kept: list[Hit] = []
        for hit in found:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept

    def _matching(self, text: str) -> Iterator[Hit]:
        for start, end, pattern in self._automaton.find_overlapping(folded(text)):
            if not bounded(text, start, end):
                continue
            spelled = plain(text[start:end])
            capital = spelled[0].isupper() or spelled[0].isdigit() or _ARTICLE.match(spelled) is not None
            names = self._names[pattern]
            yield Hit(start, end, tuple(n for n in names if n.text == spelled or (n.case == "initial" and capital)))


def bounded(text: str, start: int, end: int) -> bool:
    """Whether `start`–`end` begins and ends where words do."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_")


@functools.cache
def of_user(table: UserTable) -> Gazetteer:
    """The dictionary of a user's own table."""
    names = []
    for row in table.rows:
        label = USER_LABELS.get(row.kind, "ORG")
        for name in row.names:
            exact = is_acronym(name) or name[0].islower()
            names.append(Name(name, row.key, label, "exact" if exact else "initial"))
    return Gazetteer(names)


@functools.cache
def standard() -> Gazetteer:
    """The dictionary of the tables that come with OnRecord."""
    return Gazetteer(_all_names())


@functools.cache
def _near_spellings() -> dict[str, str]:
    """Long names of countries and organisations with one letter left out, each with its key, "" where shared."""
    found: dict[str, str] = {}
    for name in _all_names():
        if len(name.text) >= LONG and name.case == "initial" and name.key.split(":")[0] in ("country", "wikidata"):
            for spelling in _shortened(folded(name.text)):
                found[spelling] = "" if found.get(spelling, name.key) != name.key else name.key
    return found


LONG = 9
"""Letters from which on one wrong, missing or swapped letter is taken for a slip of the pen."""


def _shortened(name: str) -> Iterator[str]:
    yield name
    for spot in range(len(name)):
        yield name[:spot] + name[spot + 1 :]


def misspelled(name: str) -> str | None:
    """The key of the country or organisation that `name` misspells by one letter ("United State")."""
    if len(name) < LONG - 1:
        return None
    keys = {key for spelling in _shortened(folded(name)) if (key := _near_spellings().get(spelling))}
    return keys.pop() if len(keys) == 1 else None
