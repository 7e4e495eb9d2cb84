"""Which of the names that no table knows are states': by how all their mentions stand in the report, by trees.

A form of words gives a state away ("Lomavi's foreign ministry"; `resources/states.yaml`), or several weak signs
together do: "Lomavi rejected the offer", "the border with Lomavi", "Lomavi and Marad". The trees weigh the forms, the
tagger's labels and the words around all mentions of a name (stacked generalization, Wolpert 1992); they learned from
labelled reports on invented states and from news, which tells of few that no table knows (`train/states`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.annotate.intervals import Intervals
from onrecord.annotate.layers import Entity, Layers
from onrecord.annotate.state_columns import GRADES, LABELS, around, begins
from onrecord.resources.given_names import known_names
from onrecord.resources.names import fold
from onrecord.resources.offices import by_last_name
from onrecord.resources.places_gazetteer import gazetteer
from onrecord.resources.places_names import fold as folded_place
from onrecord.resources.states import Grade, Sign, states
from onrecord.resources.trees import trees

TOLD, NEW = 0.05, 0.7
"""The least share of a name that a form of words told as a state's, and of any other."""
LONGEST = 3
"""Words of the longest name that is looked at."""
MOST = 12
"""Mentions from which on it does not matter how many they are."""
_RUN = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w’'-]*[\wà-ÿ](?: [A-ZÀ-Þ][\w’'-]*[\wà-ÿ]){0,4}")
_LOW = re.compile(r"[a-zà-ÿ]")
_OWNS = re.compile(r"['’]s?$")
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ]+")
_CAPITAL_WORD = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ]+")
_TAIL = re.compile(r"(?:[aeiou]s|[aeiouy]+)$")
_LAND = re.compile(r"(?:land|mark|stan|ia)$")
_BEGINNING = frozenset(
    (
        "the a an in on at by for from to of as with but and or if when while after before since until although though "
        "this that these those he she it they we you his her its their our no not it's there here what who how why "
        "where once both all each some any one two three then now yet still so also only even under over across "
        "between among against during without within"
    ).split()
)
"""Words that begin a sentence in capitals and no name."""
BEFORE = (
    *("in", "of", "to", "from", "with", "by", "against", "between", "for", "on", "at", "into", "and", "the", "through"),
    *("that", "across", "near", "neighbour"),
)
STANDS = ("nsubj", "poss", "pobj", "compound", "conj", "appos", "dobj", "nsubjpass", "amod")
SHARES = (
    *(f"tagged_{label}" for label in LABELS),
    *("untagged", "rule_person", "opens"),
    *(f"after_{word}" for word in BEFORE),
    *("tie_before", "office_of", "place_of", "body_of", "delegate_of", "person_of", "titled"),
    *("capital_before", "capital_after", "comma_before", "comma_after"),
    *("owns", "owns_office", "owns_people", "owns_other", "beside_office", "beside_people", "beside_place"),
    *(f"is_{stand}" for stand in STANDS),
    *("does", "says", "asked", "accused", "beside_state", "beside_told"),
)
"""The columns that are shares of a name's mentions."""
NAMES = (
    *SHARES,
    "told",
    *(f"sign_{grade}" for grade in GRADES),
    *("demonym", "demonym_people", "in_person", "given", "oov", "lower", "gazetteer", "words", "mentions", "first"),
    *("inside", "land", "vowel", "length", "states", "listed"),
)
"""The columns of the trees."""

type Forms = Sequence[tuple[Sign, re.Match[str]]]
"""The forms of words of a text that give a state away."""


@dataclass(slots=True)
class Name:
    """Where a name stands: `alone`, with no other capitalised word beside it; how often `inside` longer ones."""

    alone: list[tuple[int, int]] = field(default_factory=list)
    inside: int = 0


def weighed(layers: Layers, named: Sequence[Entity], told: Mapping[str, str], forms: Forms) -> dict[str, str]:
    """The names of states: of those `told` by forms of words, and all others, the likely ones, each by itself."""
    asked = list(candidates(layers, named, told, forms))
    if not asked:
        return dict(told)
    shares = trees("unlisted/states").score(np.array([row for _, row in asked], np.float64)).tolist()
    unlikely = {name for (name, _), share in zip(asked, shares, strict=True) if share < TOLD and not is_demonym(name)}
    likely = [name for (name, _), share in zip(asked, shares, strict=True) if share >= NEW and not _is_barred(name)]
    new = _not_towns(likely, named)
    return {name: state for name, state in told.items() if name not in unlikely} | {name: name for name in new}


def _is_barred(name: str) -> bool:
    """Whether a name is none of a state whatever stands around: a word for people, an office holder's last name."""
    return is_demonym(name) or bool(by_last_name(name))


def _not_towns(names: Sequence[str], named: Sequence[Entity]) -> Iterator[str]:
    """Those that are no places of a state that the report tells of: Gorizia, where it tells of Italy."""
    told = {e.keys[0].partition(":")[2] for e in named if e.keys and e.keys[0].startswith("country:")}
    table = gazetteer()
    places = table.lookup([folded_place(name) for name in names])
    for name, place in zip(names, places, strict=True):
        if place is None or told.isdisjoint(code for number in place.numbers for code in table.countries(int(number))):
            yield name


def is_demonym(name: str) -> bool:
    """Whether a word ends as those for the people of a state do, not as names of states."""
    return name.endswith(("ian", "ish", "ese", "nian", "ean", "ist", "ists"))


def candidates(
    layers: Layers, named: Sequence[Entity], told: Mapping[str, str], forms: Forms
) -> Iterator[tuple[str, list[float]]]:
    """The names that may be a state's, each with its columns (`NAMES`); none that the dictionary knows."""
    found = {name: one for name, one in _names(layers, named).items() if one.alone}
    if not found:
        return
    columns = _columns(layers, named, told, forms)
    places = gazetteer().lookup([folded_place(name) for name in found])
    for (name, one), place in zip(found.items(), places, strict=True):
        yield name, columns(name, one, place is not None)


def _names(layers: Layers, named: Sequence[Entity]) -> dict[str, Name]:
    """The capitalised words of a text by what they are, and where they stand."""
    known = Intervals(e for e in named if e.keys and not e.keys[0].startswith("local:"))
    plain = set(_SMALL_WORD.findall(layers.text)) | _BEGINNING
    found: dict[str, Name] = defaultdict(Name)
    longer: list[list[str]] = []
    for match in _RUN.finditer(layers.text):
        start, words = match.start(), match.group().split(" ")
        while words and words[0].lower() in plain and begins(layers.text, start):
            start += len(words.pop(0)) + 1
        if not words or _LOW.search(words[-1]) is None:
            continue
        if len(words) > 1:
            longer.append(words)
        name = _OWNS.sub("", " ".join(words))
        if len(words) <= LONGEST and known.at(start) is None and len(name) > 2:
            found[name].alone.append((start, start + len(name)))
    for words in longer:
        for count in range(1, len(words)):
            for at in range(len(words) - count + 1):
                part = _OWNS.sub("", " ".join(words[at : at + count]))
                if part in found:
                    found[part].inside += 1
    return found


def _columns(
    layers: Layers, named: Sequence[Entity], told: Mapping[str, str], forms: Forms
) -> Callable[[str, Name, bool], list[float]]:
    """What tells the columns of one name of a text, and whether it is a place's."""
    text, here, sorts = layers.text, Intervals(named), states().contexts
    signs = _counted(forms)
    persons = _of_persons(layers, named)
    capital = set(_CAPITAL_WORD.findall(text))
    listed = {text[e.start : e.end] for e in named if e.keys and e.keys[0].startswith("country:")} | set(told)

    def peoples(name: str) -> tuple[int, int]:
        """How many words for a state's people go with a name, and how often they stand before an institution."""
        stem = _TAIL.sub("", name)
        if " " in name or len(stem) < LONGEST:
            return 0, 0
        near = (word for word in capital if word != name and word.startswith(stem))
        tails = {
            base + ending + plural for base in (stem, name) for ending in states().demonyms for plural in ("", "s")
        }
        own = [word for word in near if word in tails]
        behind = (m[1].split() for word in own for m in re.finditer(rf"\b{re.escape(word)} ([a-z]+(?: [a-z]+)?)", text))
        return len(own), sum(any(w in sorts["office"] or w in sorts["people"] for w in words) for words in behind)

    def columns(name: str, one: Name, place: bool) -> list[float]:
        counts: Counter[str] = Counter()
        for start, end in one.alone:
            counts.update(around(layers, start, end, here.at(start), listed - {name}, told))
        people, institutions = peoples(name)
        paragraph = layers.paragraph_at(one.alone[0][0])
        token = None if paragraph is None else paragraph.token_at(one.alone[0][0])
        return [
            *(counts[share] / len(one.alone) for share in SHARES),
            float(name in told),
            *(float(min(signs[grade][name], 5)) for grade in GRADES),
            *(float(min(people, 3)), float(min(institutions, 5)), float(min(persons[name.rsplit(maxsplit=1)[-1]], 5))),
            float(fold(name.split(maxsplit=1)[0]) in known_names()),
            float(token is not None and token.is_oov),
            float(_is_told_small(name.lower(), text)),
            *(float(place), float(len(name.split())), float(min(len(one.alone), MOST))),
            one.alone[0][0] / max(len(text), 1),
            one.inside / (one.inside + len(one.alone)),
            *(float(_LAND.search(name) is not None), float(name[-1] in "aeiouy"), float(len(name))),
            *(float(len(told)), float(len(listed))),
        ]

    return columns


def _is_told_small(word: str, text: str) -> bool:
    """Whether the words of a name stand in a text without capitals too."""
    return word in text and re.search(rf"\b{re.escape(word)}\b", text) is not None  # most are not there at all


def _counted(forms: Forms) -> Mapping[Grade, Counter[str]]:
    """How often each name stands in a form of words of each grade."""
    found: dict[Grade, Counter[str]] = {grade: Counter() for grade in GRADES}
    for sign, match in forms:
        found[sign.grade][match["name"]] += 1
        found[sign.grade].update(re.findall(r"[A-Z][a-zà-ÿ]{3,}", match.groupdict().get("more") or ""))
    return found


def _of_persons(layers: Layers, named: Sequence[Entity]) -> Counter[str]:
    """How often each word stands in the name of a person of several words."""
    persons = (layers.text[e.start : e.end].split() for e in named if e.label == "PERSON")
    return Counter(word for words in persons if len(words) > 1 for word in words)
