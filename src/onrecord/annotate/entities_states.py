"""Countries that no table knows, learned from the text.

A report that writes "Veldoria" and "Veldorian troops", or "Lomavi's foreign ministry", names a country,
whether or not it exists.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from onrecord.annotate.intervals import Intervals
from onrecord.annotate.layers import Entity, Layers
from onrecord.annotate.state_columns import GRADES
from onrecord.annotate.state_names import Forms, is_demonym, weighed
from onrecord.resources import countries
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import slug
from onrecord.resources.offices import by_last_name
from onrecord.resources.states import Grade, Sign, states, words_of

_WORD = re.compile(r"(?<![\w-])[A-Z][a-zà-ÿ]+(?:-?[A-Z]?[a-zà-ÿ]+)*(?![\w])")
_TAIL = re.compile(r"(?:[aeiou]s|[aeiouy]+)$")
SHORTEST = 4
_REBELS = re.compile(r" (?:rebels?|fighters?|insurgents?|militants?|guerrillas?|separatists?)\b")
_GROUPS = frozenset(["Front", "Movement", "Army", "Brigades", "Resistance", "Militia", "Alliance", "Party", "Forces"])
_TIERS = frozenset(
    "Regional Provincial Municipal Local Interim Transitional Provisional Autonomous Caretaker Government".split()
)
_TELLING: tuple[Grade, ...] = ("certain", "likely")


def learned_states(layers: Layers, named: tuple[Entity, ...]) -> list[Entity]:
    """Names and demonyms of countries that the dictionary lacks, in text order."""
    known = Intervals(e for e in named if e.origin == "gazetteer" or e.label in ("PERSON", "TITLE"))
    sure = Intervals(
        e for e in named if e.origin == "gazetteer" or (e.label in ("PERSON", "TITLE") and _is_man(e, layers))
    )
    firms = Counter(layers.text[e.start : e.end] for e in named if e.label == "ORG" and e.origin == "tagger")
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(layers.text):
        if sure.at(match.start()) is None:
            places.setdefault(match.group(), []).append(match.span())
    persons = _last_names(layers, named)
    forms = _forms(layers.text)
    told = {n: s for n, s in _signed(layers, known, forms) if firms[n] < 3 or firms[n] * 2 < layers.text.count(n)}
    told.update(_certain(layers, sure, persons, forms))
    told.update(_dated(layers, named))
    told = weighed(layers, named, told, forms)
    places = {word: spans for word, spans in places.items() if word not in persons}
    based = dict(_by_base(list(told), layers))
    told.update(_pairs(places, layers, [name for name in {**told, **based} if based.get(name, name) == name]))
    told.update(based)
    found = []
    groups = Intervals(e for e in named if e.label == "ORG" and _is_group(layers.text[e.start : e.end]))
    for word, state in told.items():
        spans = places.get(word) or [m.span() for m in re.finditer(rf"\b{re.escape(word)}\b", layers.text)]
        outside = [span for span in spans if groups.at(span[0]) is None]
        if len(outside) < len(spans) and all(_REBELS.match(layers.text, end) for _, end in outside):
            continue  # "Ikoma rebels", of the Ikoma Liberation Front: the group's name, no state's
        for start, end in outside:
            key = listed_state(state) or f"local:{slug(state)}"
            found.append(Entity(start, end, "GPE" if word == state else "NORP", "rule", (key,)))
    found += _adjectives(layers, sure, persons | set(told), forms)
    return sorted(found, key=lambda e: (e.start, -e.end))


def listed_state(name: str) -> str | None:
    """The key of a state of the tables, whose name in a body's the tagger has hidden: "Central Bank of Nigeria"."""
    named = countries.by_name(name)
    return f"country:{named[0].code}" if len(named) == 1 else None


def _forms(text: str) -> list[tuple[Sign, re.Match[str]]]:
    """The forms of words of a text that give a state away, in the order of the signs."""
    words = words_of(text)
    signs = (pair for grade in GRADES for pair in states().graded_in(grade, words))
    return [(sign, match) for sign, pattern in signs for match in pattern.finditer(text)]


def _adjectives(layers: Layers, known: Intervals, others: Collection[str], forms: Forms) -> Iterator[Entity]:
    """Adjectives of states that the report does not name otherwise: "the Caldish consul"."""
    words: set[str] = set()
    for match in (match for sign, match in forms if sign.grade == "likely" and sign.id.startswith("before-")):
        name, start = match["name"], match.start("name")
        plain = is_demonym(name) and name not in others and known.at(start) is None
        if plain and name not in states().not_states and _is_strange(layers, name, start):
            words.add(name)
    for word in words:
        for match in re.finditer(rf"\b{re.escape(word)}\b", layers.text):
            if known.at(match.start()) is None:
                yield Entity(*match.span(), "NORP", "rule", (f"local:{slug(word)}",))


def _is_group(name: str) -> bool:
    """Whether a name is a movement's, whatever state its first word is of: "Velmar Liberation Front"."""
    parts = name.split()
    return len(parts) > 2 and parts[-1] in _GROUPS


def _signed(layers: Layers, known: Intervals, forms: Forms) -> Iterator[tuple[str, str]]:
    """Names that a state's institutions give away ("Lomavi's foreign ministry", "the President of Karsunia")."""
    for match in (match for sign, match in forms if sign.grade == "hint"):
        start = match.start("name")
        name = _without_person(match["name"], start, layers.text)
        barred = set(name.split()) & states().not_states or _is_tier(name) or is_demonym(name)
        if known.at(start) is None and not barred:
            yield name, name


def _dated(layers: Layers, named: tuple[Entity, ...]) -> Iterator[tuple[str, str]]:
    """The unlisted states that datelines name."""
    for entity in named:
        if entity.origin == "rule" and entity.label == "GPE" and entity.keys and entity.keys[0].startswith("local:"):
            words = layers.text[entity.start : entity.end]
            yield (words, words) if not words.isupper() else (words.title(), words.title())


def _is_man(entity: Entity, layers: Layers) -> bool:
    """Whether a person is one by the syntax of names or by more than one word, not only by the tagger's word."""
    return entity.origin != "tagger" or " " in layers.text[entity.start : entity.end]


def _last_names(layers: Layers, named: tuple[Entity, ...]) -> frozenset[str]:
    """The words of the full names of persons, and of those that a title makes persons."""
    people = (e for e in named if e.label == "PERSON" and _is_man(e, layers))
    return frozenset(word for e in people for word in layers.text[e.start : e.end].split())


def _certain(layers: Layers, known: Intervals, persons: frozenset[str], forms: Forms) -> Iterator[tuple[str, str]]:
    """Names of states told by what only states have, whatever the tagger takes them for."""
    for sign, match in forms:
        if sign.grade not in _TELLING:
            continue
        for whole, start in _named(match, layers.text):
            name = _without_person(whole, start, layers.text)
            if is_demonym(name) or name.split()[0] in states().not_states or _is_tier(name):
                continue
            there = known.at(start)
            if sign.plain:
                barred = there is not None and there.origin == "gazetteer"
            else:
                barred = there is not None or bool(by_last_name(name)) or bool(set(name.split()) & persons)
                barred = barred or (sign.grade == "likely" and not _is_strange(layers, name, start))
            if not barred:
                yield name, name


def _named(match: re.Match[str], text: str) -> Iterator[tuple[str, int]]:
    """The names of a sign's match with where they stand: one, or all of "Ardany, Loth and Sund"."""
    yield match["name"], match.start("name")
    more = match.groupdict().get("more") or ""
    for name in re.findall(r"[A-Z][a-zà-ÿ]{3,}", more):
        yield name, text.index(name, match.start("name"))


def _without_person(name: str, start: int, text: str) -> str:
    """Of "Hestria Sanna", read off "the foreign minister of Hestria Sanna Velt", the state."""
    first, _, more = name.partition(" ")
    goes_on = re.match(r" [A-Z][a-zà-ÿ]", text[start + len(name) :]) is not None
    return first if more and goes_on and text.count(first) > text.count(name) else name


def _is_strange(layers: Layers, name: str, start: int) -> bool:
    """Whether the parser's vocabulary lacks a name: it is no common word, person or firm."""
    paragraph = layers.paragraph_at(start)
    if paragraph is None:
        return False
    tokens = paragraph.between(start - paragraph.start, start - paragraph.start + len(name))
    return len(tokens) > 0 and tokens[0].is_oov


def _is_tier(name: str) -> bool:
    """Whether a name tells what sort of government it is: "Ostrel Regional (Government)" is no state."""
    return not _TIERS.isdisjoint(name.split())


def _pairs(places: dict[str, list[tuple[int, int]]], layers: Layers, signed: list[str]) -> Iterator[tuple[str, str]]:
    """Every name and demonym of a learned country, with the country's name."""
    stems: dict[str, str] = {_stem(name): name for name in signed if " " not in name}
    for word, spans in places.items():
        if len(word) >= SHORTEST and _is_place(layers, word, spans[0][0]):
            stems.setdefault(_stem(word), word)
    for word in places:
        for tail in (ending + plural for ending in states().demonyms for plural in ("", "s")):
            if not word.endswith(tail):
                continue
            base = word.removesuffix(tail)
            state = next((stems[s] for s in (base, base + "e", _stem(base)) if s in stems), None)
            state = state or _of_land(word, stems.values())
            if state is not None and body_noun([state]) is not None:
                continue  # "Commissioner" is no man of "Commission"
            if state is not None and state != word and len(base) >= SHORTEST - 1 and not state.endswith(tail):
                yield state, state
                yield word, state


def _by_base(names: Iterable[str], layers: Layers) -> Iterator[tuple[str, str]]:
    """Of names told as states' the adjectives of another word of the text: "Quessari", beside "Quessar"."""
    words = {match.group() for match in _WORD.finditer(layers.text)}
    for name in names:
        if name.endswith("i") and len(name) > SHORTEST and name[:-1] in words:
            yield name[:-1], name[:-1]
            yield name, name[:-1]


def _of_land(word: str, names: Iterable[str]) -> str | None:
    """The state in "-land" whose adjective or people a word names: "Mellish" of Melland, "Mosslanders"."""
    if not word.endswith(("ish", "lan", "lander", "landers", "landic")):
        return None
    lands = (name for name in names if name.endswith("land") and len(name) > SHORTEST + 2)
    return next((name for name in lands if word.startswith(name[:-4]) and len(word) <= len(name) + 3), None)


def _stem(word: str) -> str:
    return _TAIL.sub("", word)


def _is_place(layers: Layers, word: str, offset: int) -> bool:
    """Whether the parser takes a word for a proper name, not for a common word at a sentence's start."""
    paragraph = layers.paragraph_at(offset)
    if paragraph is None:
        return False
    token = paragraph.between(offset - paragraph.start, offset - paragraph.start + len(word))
    return len(token) > 0 and (token[0].pos_ == "PROPN" or token[0].is_oov)
