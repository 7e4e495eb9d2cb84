"""What is taken for a statement and is none: scraps of the tagger's, and words that only bring another statement.

Scraps were counted on the development documents of the corpus that the tagger learned from (27 November 2026): none of
those left out is marked there.
"""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.extract.statements_found import Bounds, Found, shared
from onrecord.extract.statements_occasions import occasion_of

_EMPTY = frozenset({"it", "that", "this", "what", "them", "these", "you", "me", "him", "her", "us", "those"})
"""Words that alone say nothing: "laughed at that"."""
_SHORT = 3
"""Most words for a document or an occasion that is told of, and nothing that was said in it."""
_TITLE = re.compile(r"(?:Readout|Read-out|Transcript|Summary) of\b")
_BRINGING = re.compile(r"\b(?:hear[ds]?|received?|shared?|shows?|showed|carried|aired|broadcast)\b")
"""What is done with another's words: "heard a warning from the envoy that …", "shared a video in which he says …"."""
_COVERED = 0.5
"""Part of such a content that the words of the other must make up."""


def without_scraps(layers: Layers, statements: Iterable[Found]) -> list[Found]:
    """`statements` but for those of the tagger's alone that are a pronoun, a document's name or a title."""
    return [one for one in statements if one.found_by != "model" or not _is_scrap(layers, one)]


def _is_scrap(layers: Layers, found: Found) -> bool:
    words = [token for part in found.content for token in _tokens(layers, part) if not token.is_punct]
    if len(words) == 1 and words[0].lower_ in _EMPTY:
        return True
    if found.source is not None or found.cue is None or not words:
        return False
    if _TITLE.match(layers.text, found.cue[0]) is not None:
        return True
    told_of = found.hull[1] <= found.cue[0] and len(words) <= _SHORT
    return told_of and occasion_of(words[-1]) is not None  # "The statement, posted on …"


def without_bringers(layers: Layers, statements: Sequence[Found]) -> list[Found]:
    """`statements` but for those that only bring what another says in most of their words."""
    return [
        one for one in statements if not (_is_bringer(layers, one) and any(_brings(one, other) for other in statements))
    ]


def _is_bringer(layers: Layers, found: Found) -> bool:
    if found.cue is None or found.found_by == "rules":
        return False
    return _BRINGING.search(layers.text, *found.cue) is not None


def _brings(outer: Found, inner: Found) -> bool:
    if outer is inner or inner.cue is None or inner.source is None or outer.zone != inner.zone:
        return False
    start, end = outer.hull
    within = all(start <= part[0] and part[1] <= end for part in (inner.cue, inner.source, *inner.content))
    said = sum(shared(part, outer.hull) for part in inner.content)
    return within and said >= _COVERED * (end - start)


def _tokens(layers: Layers, bounds: Bounds) -> list[Token]:
    paragraph = layers.paragraph_at(bounds[0])
    tokens = None if paragraph is None else paragraph.tokens(layers.span(*bounds))
    return [] if tokens is None else list(tokens)
