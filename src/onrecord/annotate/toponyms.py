"""Place names of a document: candidates from gazetteer, tagger and shapes, accepted or not by a learned recogniser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.annotate.layers import Layers, Toponym
from onrecord.annotate.toponyms_candidates import Hit, candidates
from onrecord.annotate.toponyms_features import DEMONYM, features
from onrecord.annotate.toponyms_use import use
from onrecord.annotate.toponyms_vouched import vouched
from onrecord.resources.places_gazetteer import COUNTRY, PASSAGES, REGIONS, Gazetteer, gazetteer
from onrecord.resources.trees import trees

THRESHOLD = 0.42
"""Least score of a name taken for a place; chosen on the development documents, two-fold."""


def toponyms(layers: Layers) -> tuple[Toponym, ...]:
    """The place names of a document in text order, not overlapping, adjectives and peoples included."""
    known = gazetteer()
    hits = candidates(layers, known)
    scores = trees("places/recogniser").score(features(layers, hits, known))
    scores = vouched(layers, hits, scores, known)
    return tuple(_toponym(layers, hits[i], float(scores[i]), known) for i in chosen(hits, scores))


def chosen(hits: Sequence[Hit], scores: npt.NDArray[Any], threshold: float = THRESHOLD) -> list[int]:
    """Indices of the accepted candidates in text order: best first, none that overlaps a better one."""
    taken: list[int] = []
    for i in sorted(range(len(hits)), key=lambda i: (-scores[i], hits[i].start, -hits[i].end)):
        if scores[i] < threshold:
            break
        if all(hits[i].end <= hits[j].start or hits[i].start >= hits[j].end for j in taken):
            taken.append(i)
    return sorted(taken, key=lambda i: hits[i].start)


def _toponym(layers: Layers, hit: Hit, score: float, known: Gazetteer) -> Toponym:
    adjective = hit.places is not None and bool((hit.places.how == DEMONYM).all())
    if adjective:
        return Toponym(hit.start, hit.end, "adjective", round(score, 4))
    kinds = known.records["kind"][hit.places.numbers] if hit.places is not None else np.zeros(0)
    if hit.places is not None and np.isin(kinds, PASSAGES)[hit.places.how == 0].any():
        return Toponym(hit.start, hit.end, "literal", round(score, 4))  # a crossing or strait that is shut acts not
    words = layers.paragraphs[hit.paragraph].parse[hit.first : hit.last]
    used = use(words, country=bool((kinds == COUNTRY).any()), special=bool((kinds >= REGIONS).any()))
    return Toponym(hit.start, hit.end, used, round(score, 4))
