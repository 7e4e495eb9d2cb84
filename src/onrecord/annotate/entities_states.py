"""Countries that no table knows, learned from the text.

A report that writes "Veldoria" and "Veldorian troops", or "Lomavi's foreign ministry", names a country,
whether or not it exists.
"""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.annotate.intervals import Intervals, tokens_between
from onrecord.annotate.layers import Entity, Layers
from onrecord.resources.names import slug

_ENDINGS = ("n", "an", "ian", "ean", "ese", "i", "ish", "ic", "er", "ite", "ai", "iote", "ene", "nian", "ani")
_WORD = re.compile(r"(?<![\w-])[A-Z][a-zà-ÿ]+(?:-?[A-Z]?[a-zà-ÿ]+)*(?![\w])")
SHORTEST = 4

_NAME = r"(?P<name>[A-Z][a-zà-ÿ]{3,}(?:[ -][A-Z][a-zà-ÿ]+)?)"
_STATE_BODIES = (
    r"(?:[Ff]oreign (?:[Mm]inist(?:ry|er)|[Oo]ffice)|[Dd]efen[cs]e [Mm]inist(?:ry|er)|[Pp]rime [Mm]inister|"
    r"[Pp]resident|[Gg]overnment|[Aa]rmy|[Nn]avy|[Aa]rmed [Ff]orces|[Aa]ir [Ff]orce|[Ee]mbassy|[Aa]mbassador|"
    r"[Pp]arliament|[Mm]ilitary|"
    r"[Kk]ing|[Qq]ueen|[Bb]order|[Tt]roops|[Ff]oreign [Ss]ecretary|[Tt]erritory|[Aa]irspace|charg[ée]|[Rr]eadout|"
    r"[Cc]onsulate|[Ss]overeignty)"
)
_PEOPLE = (
    r"(?:officials?|troops|soldiers|diplomats?|forces|jets|warplanes|side|delegation|citizens|authorities|envoy|"
    r"government|army|embassy|ambassador|parliament|military|navy|charg[ée]|negotiators?|foreign minist(?:ry|er))"
)
_SIGNS = (
    re.compile(rf"\b{_NAME}['’]s (?:\w+ )?{_STATE_BODIES}\b"),
    re.compile(
        rf"\b(?:{_STATE_BODIES}|[Rr]epublic|[Kk]ingdom|Ministry of Foreign Affairs|Ministry of Defen[cs]e) "
        rf"(?:[A-Z]\w+ [A-Z]\w+ )?of (?:the )?{_NAME}\b"
    ),
    re.compile(rf"(?<=[a-z,] ){_NAME} {_PEOPLE}\b"),
)
_NO_NAMES = frozenset(["The", "State", "Foreign", "Affairs", "Defence", "Defense", "Prime", "National", "Senior"])


def learned_states(layers: Layers, named: tuple[Entity, ...]) -> list[Entity]:
    """Names and demonyms of countries that the dictionary lacks, in text order."""
    known = Intervals(e for e in named if e.origin == "gazetteer" or e.label in ("PERSON", "TITLE"))
    firms = Counter(layers.text[e.start : e.end] for e in named if e.label == "ORG" and e.origin == "tagger")
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(layers.text):
        if known.at(match.start()) is None:
            places.setdefault(match.group(), []).append(match.span())
    states = {n: s for n, s in _signed(layers, known) if firms[n] < 3 or firms[n] * 2 < layers.text.count(n)}
    states.update(_pairs(places, layers, list(states)))
    found = []
    for word, state in states.items():
        spans = places.get(word) or [m.span() for m in re.finditer(rf"\b{re.escape(word)}\b", layers.text)]
        for start, end in spans:
            key = f"local:{slug(state)}"
            found.append(Entity(start, end, "GPE" if word == state else "NORP", "rule", (key,)))
    return sorted(found, key=lambda e: (e.start, -e.end))


def _signed(layers: Layers, known: Intervals) -> Iterator[tuple[str, str]]:
    """Names that a state's institutions give away ("Lomavi's foreign ministry", "the President of Karsunia")."""
    for sign in _SIGNS:
        for match in sign.finditer(layers.text):
            name = match["name"]
            start = match.start("name")
            if known.at(start) is None and not set(name.split()) & _NO_NAMES and not _is_demonym(name):
                yield name, name


def _is_demonym(name: str) -> bool:
    return name.endswith(("ian", "ish", "ese", "nian", "ean", "ist", "ists"))


def _pairs(places: dict[str, list[tuple[int, int]]], layers: Layers, signed: list[str]) -> Iterator[tuple[str, str]]:
    """Every name and demonym of a learned country, with the country's name."""
    stems: dict[str, str] = {_stem(name): name for name in signed if " " not in name}
    for word, spans in places.items():
        if len(word) >= SHORTEST and _is_place(layers, word, spans[0][0]):
            stems.setdefault(_stem(word), word)
    for word in places:
        for tail in (ending + plural for ending in _ENDINGS for plural in ("", "s")):
            if not word.endswith(tail):
                continue
            base = word.removesuffix(tail)
            state = next((stems[s] for s in (base, base + "e", _stem(base)) if s in stems), None)
            if state is not None and state != word and len(base) >= SHORTEST - 1 and not state.endswith(tail):
                yield state, state
                yield word, state


def _stem(word: str) -> str:
    return word.rstrip("aeiouy")


def _is_place(layers: Layers, word: str, offset: int) -> bool:
    """Whether the parser takes a word for a proper name, not for a common word at a sentence's start."""
    paragraph = layers.paragraph_at(offset)
    if paragraph is None:
        return False
    token = tokens_between(paragraph.parse, offset - paragraph.start, offset - paragraph.start + len(word))
    return len(token) > 0 and (token[0].pos_ == "PROPN" or token[0].is_oov)
