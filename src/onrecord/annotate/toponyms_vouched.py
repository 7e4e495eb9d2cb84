"""Towns that the tagger takes for persons, known by the word before them: "waited in Goris", "overran Palma".

Nobody waits in a person, nor shells one, and no road leads to one. What troops capture or strike is a place where no
table of persons, bodies or groups knows the name. Where a name of the gazetteer that the tagger calls a person stands
once right after "in", "near" or "outside", or is what troops overrun, it is a place there, and wherever else in the
document it stands alone. So is a crossing, corridor or region of our own table by a name of two words ("Kerem Shalom").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span, Token

from onrecord.annotate.gazetteer import standard
from onrecord.annotate.layers import Layers
from onrecord.annotate.metonymy import subject_is_place
from onrecord.annotate.phrases import first_of
from onrecord.annotate.toponyms_candidates import Hit
from onrecord.resources.given_names import known_names
from onrecord.resources.metonymy import metonymy
from onrecord.resources.offices import by_last_name
from onrecord.resources.places_gazetteer import REGIONS, Gazetteer

VOUCHED = 0.5
"""Score that such a name is raised to."""

POPULATION = 1_000
"""Inhabitants of the least town known so."""

OTHER_NAME = 2_000
"""The same of one that goes by another name than its first in the gazetteer ("Raqqa", for Ar Raqqah)."""

_PLACING = ("in", "near", "outside")
_UNSURE = ("PERSON", "ORG", "PRODUCT", "NORP", "GPE", "FAC", "LOC", "")


def vouched(
    layers: Layers, hits: Sequence[Hit], scores: npt.NDArray[np.float64], known: Gazetteer
) -> npt.NDArray[np.float64]:
    """The scores of the candidates, raised to VOUCHED where the document shows that a name is a place's."""
    names = {hit.folded for hit in hits if _shown(hit, layers.paragraphs[hit.paragraph].parse, known)}
    if not names:
        return scores
    alone = [
        hit.folded in names and not _joined(hit, layers.paragraphs[hit.paragraph].parse) and hit.places is not None
        for hit in hits
    ]
    return np.where(alone, np.maximum(scores, VOUCHED), scores)


def _shown(hit: Hit, parse: Doc, known: Gazetteer) -> bool:
    if hit.places is None or _joined(hit, parse):
        return False
    if hit.last - hit.first > 1 and bool((known.records["kind"][hit.places.numbers] >= REGIONS).any()):
        return True
    placed, name = hit.first > 0 and parse[hit.first - 1].lower_ in _PLACING, parse[hit.first : hit.last]
    if not placed and not _taken(name.root) and not (_fought_over(name.root) and not _known(name)):
        return False
    if any(token.ent_type_ not in (("PERSON",) if placed else _UNSURE) for token in parse[hit.first : hit.last]):
        return False
    own, other = hit.places.numbers[hit.places.how == 0], hit.places.numbers[hit.places.how == 1]
    populations = known.records["population"]
    if bool((populations[own] >= POPULATION).any()):
        return True
    return not placed and bool((populations[other] >= OTHER_NAME).any())


def _fought_over(head: Token) -> bool:
    """Whether a name is the object of a deed of troops, the end of a road, or the subject of what a place suffers."""
    head = first_of(head)
    if head.dep_ in ("dobj", "nsubjpass"):
        return head.head.lemma_ in metonymy().war_verbs
    if head.dep_ == "nsubj":
        return subject_is_place(head) and head.head.lemma_ != "be"
    return head.dep_ == "pobj" and head.head.lower_ in ("from", "to", "between") and _leads(head.head)


def _leads(preposition: Token) -> bool:
    """Whether "from X", "to X" or "between X" tells where a road or a train goes."""
    above = preposition.head
    while above.dep_ in ("prep", "pobj") and above.head != above and above.lower_ not in metonymy().routes:
        above = above.head
    return above.lower_ in metonymy().routes


def _known(name: Span) -> bool:
    """Whether a name is, by any table, a person's, a body's or a group's."""
    if any(token.lower_ in known_names() or by_last_name(token.text) for token in name):
        return True
    return any(hit.label in ("ORG", "NORP", "PERSON") for hit in standard().hits(name.text))


def _taken(head: Token) -> bool:
    """Whether a name is the object of a verb that happens to places alone."""
    return head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in metonymy().ground_verbs


def _joined(hit: Hit, parse: Doc) -> bool:
    """Whether a name is part of a longer one, or a person's last name."""
    before = parse[hit.first - 1] if hit.first else None
    after = parse[hit.last] if hit.last < len(parse) else None
    if after is not None and after.text[:1].isupper() and after.pos_ == "PROPN":
        return True
    return before is not None and (
        (before.text[:1].isupper() and before.pos_ == "PROPN") or before.lower_ in known_names()
    )
