"""Runs of words that may name a place: names of the gazetteer, the tagger's places, and shapes such as "X County"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.annotate.layers import Layers
from onrecord.annotate.toponyms_words import LINKS
from onrecord.resources.places_gazetteer import Candidates, Gazetteer
from onrecord.resources.places_names import fold

LONGEST = 6
"""Tokens of the longest name looked up."""

TAGGED = ("GPE", "LOC", "FAC")

_BEFORE = (
    "Lake|Mount|Mt\\.|River|Loch|Lough|Cape|Fort|Ft\\.|Port|Camp"
    "|Isle of|Town of|City of|Strait of|Gulf of|Bay of|Sea of"
)
_AFTER = (
    "County|Counties|Co\\.|Parish|Township|Twp\\.|Borough|Province|Prefecture|Oblast|Governorate|District|Region|Raion|Street"
    "|St\\.|Road|Rd\\.|Avenue|Ave\\.|Drive|Dr\\.|Lane|Boulevard|Blvd\\.|Highway|Hwy\\.|Parkway|Pike|Turnpike|Way|Court|Circle"
    "|Square|Plaza|Trail|Freeway|Expressway|River|Creek|Lake|Reservoir|Dam|Canal|Bay|Gulf|Strait|Sea|Ocean|Island"
    "|Islands|Isles|Peninsula|Valley|Mountain|Mountains|Hills|Heights|Forest|Desert|Park|Beach|Harbor|Harbour|Bridge"
    "|Corridor|Crossing|Airport|Airfield|Basin|Plateau|Pass|Falls|Springs|Wilderness|Refuge|Ridge|Swamp|Camp"
)
_CAP = r"(?:[A-Z][\w’'.]*)"
_SHAPES = re.compile(
    rf"\b(?:{_BEFORE}) {_CAP}(?: {_CAP})?"
    rf"|\b{_CAP}(?:[ -]{_CAP}){{0,2}} (?:{_AFTER})(?![\w-])"
    r"|\b(?:U\.S\. |US |State |County |Farm to Market )?(?:Highway|Route|Road|Interstate|Hwy\.?|Rt\.|FM) \d+[A-Z]?\b"
    r"|\bI-\d+\b"
)


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
            hits.append(Hit(index, first, last, start, end, name, found, shaped))
    return hits


type Run = tuple[int, int, int, bool, bool]


def _folded(layers: Layers, run: Run) -> str:
    parse = layers.paragraphs[run[0]].parse
    return fold(parse.text[parse[run[1]].idx : parse[run[2] - 1].idx + len(parse[run[2] - 1])])


def _runs(index: int, parse: Doc) -> Iterator[Run]:
    """Paragraph, first and last token of each run, whether it stands without the gazetteer, and by its shape."""
    kept = dict.fromkeys(_tagged(parse), False) | dict.fromkeys(_shaped(parse), True)
    spans = {**dict.fromkeys(_capital_runs(parse)), **kept}
    for first, last in sorted(spans, key=lambda span: (span[0], -span[1])):
        yield index, first, last, (first, last) in kept, bool(spans[first, last])


def _capital_runs(parse: Doc) -> Iterator[tuple[int, int]]:
    texts = [token.text for token in parse]
    capital = [_capital(text) for text in texts]
    for first, begins in enumerate(capital):
        if not begins:
            continue
        for last in range(first + 1, min(first + LONGEST, len(parse)) + 1):
            if capital[last - 1]:
                yield first, last
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


def _shaped(parse: Doc) -> Iterator[tuple[int, int]]:
    for match in _SHAPES.finditer(parse.text):
        span = parse.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            continue
        first, last = span.start, span.end
        while first < last - 1 and parse[first].lower_ in ("the", "a", "in", "at", "on", "from", "near"):
            first += 1
        yield first, last
