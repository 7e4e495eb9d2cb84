"""Countries that no table knows, learned from the text: a name and the adjective made from it.

A report that writes "Veldoria" and "Veldorian troops" names a country, whether or not it exists.
"""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.annotate.intervals import Intervals
from onrecord.annotate.layers import Entity, Layers
from onrecord.resources.names import slug

_ENDINGS = ("n", "an", "ian", "ean", "ese", "i", "ish", "ic", "er", "ite", "ai", "iote", "ene", "nian", "ani", "an's")
_WORD = re.compile(r"(?<![\w-])[A-Z][a-zà-ÿ]+(?:-?[A-Z]?[a-zà-ÿ]+)*(?![\w])")
SHORTEST = 4


def learned_states(layers: Layers, named: tuple[Entity, ...]) -> list[Entity]:
    """Names and demonyms of countries that the dictionary lacks, in text order."""
    words = Counter(match.group() for match in _WORD.finditer(layers.text))
    known = Intervals(e for e in named if e.origin == "gazetteer" or (e.label in ("PERSON", "TITLE")))
    pairs = dict(_pairs(words, layers, known))
    if not pairs:
        return []
    found = []
    for match in _WORD.finditer(layers.text):
        if (state := pairs.get(match.group())) is None or known.at(match.start()) is not None:
            continue
        label = "GPE" if state == match.group() else "NORP"
        found.append(Entity(match.start(), match.end(), label, "rule", (f"local:{slug(state)}",)))  # type: ignore[arg-type]
    return found


def _pairs(words: Counter[str], layers: Layers, known: Intervals) -> Iterator[tuple[str, str]]:
    """Every name and demonym of a learned country, with the country's name."""
    free = {word: spot for word, spot in _first(layers, words).items() if known.at(spot) is None}
    stems: dict[str, str] = {}
    for word, spot in free.items():
        if len(word) >= SHORTEST and _is_place(layers, word, spot):
            stems.setdefault(_stem(word), word)
    for word in free:
        for ending in _ENDINGS:
            for plural in ("", "s"):
                tail = ending + plural
                if not word.endswith(tail):
                    continue
                base = word.removesuffix(tail)
                state = next((stems[s] for s in (base, base + "e", _stem(base)) if s in stems), None)
                if state is not None and state != word and len(base) >= SHORTEST - 1 and not state.endswith(tail):
                    yield state, state
                    yield word, state


def _first(layers: Layers, words: Counter[str]) -> dict[str, int]:
    return {word: match.start() for word in words if (match := re.search(rf"(?<![\w-]){word}", layers.text))}


def _stem(word: str) -> str:
    return word.rstrip("aeiouy")


def _is_place(layers: Layers, word: str, offset: int) -> bool:
    """Whether the parser takes a word for a proper name anywhere but as a common word at a sentence's start."""
    paragraph = layers.paragraph_at(offset)
    if paragraph is None:
        return False
    token = paragraph.parse.char_span(
        offset - paragraph.start, offset - paragraph.start + len(word), alignment_mode="expand"
    )
    return token is not None and (token[0].pos_ == "PROPN" or token[0].is_oov)
