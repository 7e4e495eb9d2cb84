"""What tells a place name from another name: the features of the recogniser, one row a candidate."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

from onrecord.annotate import toponyms_words as words
from onrecord.annotate.layers import Layers
from onrecord.annotate.toponyms_candidates import Hit
from onrecord.resources.given_names import known_names
from onrecord.resources.places_gazetteer import DISTRICT, Gazetteer

type Matrix = npt.NDArray[np.float64]

DEMONYM = 3
_DASH = re.compile(r"—|--| - |–")
LABELS = ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW")


@dataclass(slots=True)
class Context:
    """What the whole document says of a name: how often the tagger gave each label, as first and as last word."""

    labels: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lower: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Tagged:
    """Where an entity of the tagger begins and ends, in tokens, and its label."""

    first: int
    last: int
    label: str


def context(layers: Layers) -> Context:
    """Reads the document once for what its names are."""
    found = Context()
    for paragraph in layers.paragraphs:
        for entity in paragraph.parse.ents:
            label = entity.label_
            for token in entity:
                if token.text[:1].isupper():
                    found.labels[token.lower_][label] += 1
            found.labels[entity.text.lower()]["=" + label] += 1
        found.lower.update(token.text for token in paragraph.parse if token.text.islower())
    return found


def features(layers: Layers, hits: list[Hit], gazetteer: Gazetteer) -> Matrix:
    """The matrix of candidates by NAMES."""
    if not hits:
        return np.zeros((0, len(NAMES)))
    whole = context(layers)
    tagged = {p.index: _tagged(p.parse) for p in layers.paragraphs}
    spans = defaultdict(list)
    for hit in hits:
        spans[hit.paragraph].append(hit)
    located = _located(layers, hits)
    rows = []
    for number, hit in enumerate(hits):
        parse = layers.paragraphs[hit.paragraph].parse
        row = [
            *_tagger(hit, tagged[hit.paragraph]),
            *_words(hit, parse, whole),
            *_left(hit, parse),
            *_right(hit, parse, spans[hit.paragraph]),
            *_syntax(parse[hit.first : hit.last].root),
            *_document(hit, whole),
            *_nesting(hit, spans[hit.paragraph]),
            _dateline(hit, layers),
            float(min(located[hit.folded] - (number in located.at), 3)),
            float(hit.first > 0 and parse[hit.first - 1].lower_ in known_names()),
        ]
        rows.append(row)
    return np.hstack([_gazetteer(hits, gazetteer), np.array(rows, np.float64)])


class Located(Counter[str]):
    """How often each name stands right after a word that places something; `at` are the candidates that do."""

    at: set[int]


def _located(layers: Layers, hits: list[Hit]) -> Located:
    found = Located()
    found.at = set()
    for number, hit in enumerate(hits):
        parse = layers.paragraphs[hit.paragraph].parse
        before = parse[hit.first - 1].lower_ if hit.first else ""
        if before in words.LOCATING or before in words.FROM or _dateline(hit, layers):
            found[hit.folded] += 1
            found.at.add(number)
    return found


def _gazetteer(hits: list[Hit], gazetteer: Gazetteer) -> Matrix:
    """The ten columns that come from the gazetteer, for all candidates at once."""
    table = np.zeros((len(hits), 10))
    table[:, 1:3] = -1.0
    known = [i for i, hit in enumerate(hits) if hit.places is not None]
    places = [hit.places for hit in hits if hit.places is not None]
    if not known:
        return table
    line = np.repeat(known, [len(place.numbers) for place in places])
    numbers, how = (np.concatenate([getattr(place, side) for place in places]) for side in ("numbers", "how"))
    table[known, 0], table[known, 4] = 1.0, 3.0
    np.maximum.at(table[:, 9], line, how == DEMONYM)
    proper = how != DEMONYM
    line, numbers, how = line[proper], numbers[proper], how[proper]
    kind = gazetteer.records["kind"][numbers]
    population = np.log10(gazetteer.records["population"][numbers] + 1.0)
    np.maximum.at(table[:, 1], line, population)
    np.maximum.at(table[:, 2], line[how == 0], population[how == 0])
    table[:, 3] = np.log2(np.bincount(line, minlength=len(hits)) + 1.0)
    np.minimum.at(table[:, 4], line, how)
    for column, wanted in enumerate((kind == 0, kind == 1, kind == DISTRICT, kind > DISTRICT + 2)):
        np.maximum.at(table[:, 5 + column], line, wanted)
    return table


def _tagged(parse: Doc) -> list[Tagged]:
    by_token: list[Tagged | None] = [None] * len(parse)
    for entity in parse.ents:
        held = Tagged(entity.start, entity.end, entity.label_)
        for i in range(entity.start, entity.end):
            by_token[i] = held
    return [tagged or Tagged(-1, -1, "") for tagged in by_token]


def _tagger(hit: Hit, tagged: list[Tagged]) -> Iterator[float]:
    around = tagged[hit.last - 1] if tagged[hit.last - 1].label else tagged[hit.first]
    exact = abs(around.first - hit.first) <= 1 and around.last - hit.last in (0, 1) and around.first <= hit.first + 1
    for label in LABELS:
        yield (2.0 if exact else 1.0) if around.label == label else 0.0
    yield float(not around.label)
    yield float(around.label != "" and around.label not in LABELS)
    yield float(max(hit.first - around.first, 0)) if around.label else 0.0
    yield float(max(around.last - hit.last, 0)) if around.label else 0.0


def _words(hit: Hit, parse: Doc, whole: Context) -> Iterator[float]:
    text = parse[hit.first : hit.last].text
    tokens = [parse[i] for i in range(hit.first, hit.last)]
    last, lower = tokens[-1], tokens[-1].lower_
    yield float(hit.shaped)
    yield float(len(tokens))
    yield float(min(len(text), 20))
    yield float(text.isupper() and len(text) > 3)
    yield float(text.isupper() and len(text) <= 3)
    yield float(text.endswith("."))
    yield float(any(c.isdigit() for c in text))
    yield float(all(token.pos_ == "PROPN" for token in tokens))
    yield float(last.pos_ in ("ADJ", "NOUN", "VERB", "ADV"))
    yield float(text.lower() in whole.lower or (len(tokens) > 1 and all(t.lower_ in whole.lower for t in tokens)))
    yield float(lower in words.BODIES)
    yield float(lower.rstrip(".") in words.CONTAINERS)
    yield float(tokens[0].lower_ in words.DIRECTIONS)
    yield float(tokens[0].is_stop)


def _left(hit: Hit, parse: Doc) -> Iterator[float]:
    before = parse[hit.first - 1] if hit.first else None
    second = parse[hit.first - 2] if hit.first > 1 else None
    if before is not None and before.lower_ == "the":
        yield 1.0
        before, second = second, parse[hit.first - 3] if hit.first > 2 else None
    else:
        yield 0.0
    low = before.lower_ if before is not None else ""
    yield float(low in words.LOCATING)
    yield float(low in words.FROM)
    yield float(low == "of" and second is not None and second.lower_ in words.OF_BODIES)
    yield float(low in words.TITLES)
    yield float(before is not None and before.pos_ == "PROPN" and before.text[:1].isupper())
    yield float(before is not None and before.pos_ == "ADJ")
    yield float(low == ",")
    yield float(low in ("-", "–", "/"))
    yield float(low in ("and", "or"))
    yield float(before is None or (parse[hit.first].is_sent_start is True))
    yield float(low in words.DIRECTIONS)
    yield float(low in words.SETTLEMENTS)
    yield _introduced(hit, parse)


def _introduced(hit: Hit, parse: Doc) -> float:
    """1 where a noun calls the name a place ("the villages of A, B and C"), through the list it stands in."""
    for i in range(hit.first - 1, max(hit.first - 16, 0), -1):
        token = parse[i]
        if token.lower_ == "of":
            return float(parse[i - 1].lower_ in words.SETTLEMENTS)
        if not (token.text[:1].isupper() or token.is_punct or token.lower_ in ("and", "or", "the")):
            return 0.0
    return 0.0


def _right(hit: Hit, parse: Doc, near: list[Hit]) -> Iterator[float]:
    after = parse[hit.last] if hit.last < len(parse) else None
    second = parse[hit.last + 1] if hit.last + 1 < len(parse) else None
    low = after.lower_ if after is not None else ""
    yield float(low in ("'s", "’s", "'"))
    owned = second.lower_ if second is not None and low in ("'s", "’s", "'") else low
    yield float(owned in words.BODIES)
    yield float(after is not None and after.pos_ == "PROPN" and after.text[:1].isupper())
    yield float(after is not None and after.pos_ == "NOUN")
    yield float(after is not None and after.lemma_ in words.SPEECH)
    yield float(after is not None and after.pos_ in ("VERB", "AUX"))
    yield float(low == ",")
    beyond = [h for h in near if h.first == hit.last + 1] if low == "," else []
    yield float(any(_is_area(h) for h in beyond))
    yield float(low in ("-", "–", "/"))
    yield float(low in (")", "(", "—", "--"))
    yield float(low in ("and", "or"))
    yield float(low in words.CONTAINERS)


def _is_area(hit: Hit) -> bool:
    return hit.places is not None and bool((hit.places.numbers < _areas_end()).any())


def _areas_end() -> int:
    return 4_500  # countries and first-order divisions stand first in the gazetteer's order of build


def _syntax(head: Token) -> Iterator[float]:
    dep, governor = head.dep_, head.head.pos_
    for name in ("pobj", "compound", "nsubj", "poss", "appos", "conj", "npadvmod", "ROOT", "amod", "dobj", "nmod"):
        yield float(dep == name)
    yield float(governor == "PROPN")
    yield float(governor == "NOUN")
    yield float(governor in ("VERB", "AUX"))


def _document(hit: Hit, whole: Context) -> Iterator[float]:
    first = hit.folded.partition(" ")[0]
    exact = whole.labels.get(hit.folded, Counter[str]())
    part = whole.labels.get(first, Counter[str]())
    for label in ("GPE", "LOC", "ORG", "PERSON", "NORP"):
        yield float(min(exact["=" + label], 5))
    total = sum(n for name, n in part.items() if not name.startswith("=")) or 1
    for label in ("GPE", "ORG", "PERSON", "FAC"):
        yield part[label] / total
    yield float(min(total, 10))


def _nesting(hit: Hit, near: list[Hit]) -> Iterator[float]:
    others = [h for h in near if h.first < hit.last and hit.first < h.last and h is not hit]
    longer = [h for h in others if h.first <= hit.first and h.last >= hit.last]
    shorter = [h for h in others if h.first >= hit.first and h.last <= hit.last]
    yield float(any(h.places is not None for h in longer))
    yield float(any(h.shaped for h in longer))
    yield float(bool(longer))
    yield float(any(h.places is not None for h in shorter))
    yield float(bool(shorter))


def _dateline(hit: Hit, layers: Layers) -> float:
    if hit.start - layers.paragraphs[hit.paragraph].start >= 40:
        return 0.0
    dash = _DASH.search(layers.text[hit.end : hit.end + 60])
    return float(dash is not None and dash.start() < 45)


NAMES = (
    "in_gazetteer", "population", "own_population", "namesakes", "how", "country", "division", "district", "special",
    "demonym", *(f"tag_{label}" for label in LABELS), "untagged", "tag_other", "words_before_in_tag",
    "words_after_in_tag",
    "shaped", "tokens", "length", "upper", "short_upper", "point", "digit", "proper", "not_proper", "lower_elsewhere",
    "body_word", "container_word", "direction_word", "stop_word", "after_the", "after_in", "after_from",
    "after_of_body",
    "after_title", "after_proper", "after_adjective", "after_comma", "after_dash", "after_and", "sentence_start",
    "after_direction", "after_settlement", "introduced", "possessive",
    "before_body", "before_proper", "before_noun", "before_speech", "before_verb",
    "before_comma", "before_area", "before_dash", "before_bracket", "before_and", "before_container",
    "pobj", "compound", "nsubj", "poss", "appos", "conj", "npadvmod", "root", "amod", "dobj", "nmod", "under_proper",
    "under_noun", "under_verb", "same_gpe", "same_loc", "same_org", "same_person", "same_norp", "word_gpe", "word_org",
    "word_person", "word_fac", "word_count", "inside_known", "inside_shaped", "inside", "around_known", "around",
    "dateline", "located_elsewhere", "after_given_name",
)  # fmt: skip
"""The features, in the order of the matrix's columns."""
