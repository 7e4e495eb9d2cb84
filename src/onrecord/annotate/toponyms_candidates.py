"""Runs of words that may name a place: names of the gazetteer, the tagger's places, and shapes such as "X County"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.annotate.layers import Layers
from onrecord.annotate.times_named import names_time
from onrecord.annotate.toponyms_words import AFTER, BEFORE, CONTAINERS, LINKS, OF_ROADS, PASSAGES, ROADS, SETTLEMENTS
from onrecord.resources.places_gazetteer import Candidates, Gazetteer
from onrecord.resources.places_names import fold

LONGEST = 6
"""Tokens of the longest name looked up."""

TAGGED = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate: tokens `first` up to `last` (exclusive) of a paragraph; `start`–`end` in the document."""

    paragraph: int
    first: int
    last: int
    start: int
    end: int
    folded: str
    places: Candidates | None
    shaped: bool


def candidates(layers: Layers, gazetteer: Gazetteer) -> list[Hit]:
    """Every candidate of a document in text order, longer ones first where they start together."""
    runs = [run for paragraph in layers.paragraphs for run in _runs(paragraph.index, paragraph.parse)]
    folded = [_folded(layers, run) for run in runs]
    places = gazetteer.lookup(folded)
    hits = []
    for (index, first, last, kept, shaped), name, found in zip(runs, folded, places, strict=True):
        if found is not None or kept:
            paragraph = layers.paragraphs[index]
            parse = paragraph.parse
            start = paragraph.start + parse[first].idx
            end = paragraph.start + parse[last - 1].idx + len(parse[last - 1])
            if names_time(layers.text[start:end]):
                continue  # "Nowruz", "Easter"
            hits.append(Hit(index, first, last, start, end, name, found, shaped))
    return hits


type Run = tuple[int, int, int, bool, bool]


def _folded(layers: Layers, run: Run) -> str:
    paragraph = layers.paragraphs[run[0]]
    first, last = paragraph.parse[run[1]], paragraph.parse[run[2] - 1]
    return fold(layers.text[paragraph.start + first.idx : paragraph.start + last.idx + len(last)])


def _runs(index: int, parse: Doc) -> Iterator[Run]:
    """Paragraph, first and last token of each run, whether it stands without the gazetteer, and by its shape."""
    texts = [token.text for token in parse]
    capital = [_capital(text) for text in texts]
    kept = dict.fromkeys(_tagged(parse), False) | dict.fromkeys(_introduced(texts, capital), False)
    kept |= dict.fromkeys(_shaped(texts, capital), True)
    spans = {**dict.fromkeys(_capital_runs(texts, capital)), **kept}
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        yield index, first, last, (first, last) in kept, bool(spans[first, last])


def _capital_runs(texts: list[str], capital: list[bool]) -> Iterator[tuple[int, int]]:
    for first, begins in enumerate(capital):
        if not begins:
            continue
        for last in range(first + 1, min(first + LONGEST, len(texts)) + 1):
            if capital[last - 1]:
                yield first, last
                if last < len(texts) and texts[last] in PASSAGES:
                    yield first, last + 1
            elif texts[last - 1] not in LINKS:
                break


_STOPS = frozenset(',;:()[]"“”!?/|…')
_ARTICLES = ("al", "el", "as", "ad", "an", "ar", "at", "az")


def _capital(word: str) -> bool:
    if word[0].isupper() or "-" not in word:
        return word[0].isupper()
    return word.partition("-")[0] in _ARTICLES and word.rpartition("-")[2][:1].isupper()


def _tagged(parse: Doc) -> Iterator[tuple[int, int]]:
    for entity in parse.ents:
        if entity.label_ not in TAGGED:
            continue
        first, last = entity.start, entity.end
        while first < last and (parse[first].lower_ in ("the", "a") or parse[first].is_punct):
            first += 1
        while last > first and (parse[last - 1].lower_ in ("'s", "’s", "'") or parse[last - 1].text in _STOPS):
            last -= 1
        if first < last and any(c.isupper() or c.isdigit() for c in parse[first:last].text):
            yield first, last


def _introduced(texts: list[str], capital: list[bool]) -> Iterator[tuple[int, int]]:
    """Names that a common noun calls a place: "the village of Jarjisa", "Amriya district"."""
    for i, text in enumerate(texts):
        low = text.lower()
        if low == "of" and i and texts[i - 1].lower() in SETTLEMENTS:
            last = i + 1
            while last < len(texts) and last < i + 4 and capital[last]:
                last += 1
            if last > i + 1:
                yield i + 1, last
        if text in CONTAINERS:
            first = i
            while first and first > i - 3 and capital[first - 1]:
                first -= 1
            if first < i:
                yield first, i


def _shaped(texts: list[str], capital: list[bool]) -> Iterator[tuple[int, int]]:
    """Runs such as "Otter Tail County", "Lake Harriet", "State Highway 360", by their words alone."""
    for i, text in enumerate(texts):
        if text in AFTER:
            first = i
            while first and i - first < 3 and capital[first - 1] and (first == i or texts[first - 1] not in AFTER):
                first -= 1
            if first < i:
                yield first, i + 1
        if text in BEFORE and i + 1 < len(texts) and capital[i + 1]:
            yield i, i + 3 if i + 2 < len(texts) and capital[i + 2] else i + 2
        if text in ROADS and i + 1 < len(texts) and texts[i + 1][:1].isdigit():
            yield i - 1 if i and texts[i - 1] in OF_ROADS else i, i + 2
        if text.startswith("I-") and text[2:].isdigit():
            yield i, i + 1
