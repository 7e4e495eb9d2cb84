"""What is taken for a statement and is none: scraps of the tagger's, and words that only bring another statement.

Scraps were counted on the development documents of the corpus that the tagger learned from (27 November 2026): none of
those left out is marked there.
"""

import re
from collections.abc import Iterable, Sequence, Set

from spacy.tokens import Token

from onrecord.annotate.layers import Layers
from onrecord.extract.statements_cues import lexicon
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
FAINT, UNSAID = 0.25, 0.4
"""Score below which the tagger's word alone puts nothing on the record, but for what stands between quotation marks;
the same of what nobody is told to say. Of finds below .6 in real reporting, judged by hand, one in eight is a statement
an analyst would want; but the corpus marks one in three, and a bar of .6 would cost a tenth of its indirect ones."""
_MARKS = re.compile(r"[“”\"«»„]|``|''")
_GLOSS = re.compile(
    r"\b(?:(?:referring|alluding|reference|in response|nodding) to|(?:known|referred to) as|named|nicknamed|"
    r"stands? for)\W*$",
    re.IGNORECASE,
)
"""Words that tell whom another statement means or what something is called: "referring to the minister"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def without_scraps(layers: Layers, statements: Sequence[Found], ruled: Iterable[Found]) -> list[Found]:
    """`statements` but for those of the tagger's alone that it hardly believes, that are a pronoun, a document's name
    or a title, and that only tell whom another one means or how it came about.

    Where the rules (`ruled`) read a statement by the same cue, if in other bounds, it is not the tagger's alone.
    """
    cues = {one.cue for one in ruled if one.cue is not None}
    return [one for one in statements if one.found_by != "model" or not _is_scrap(layers, one, statements, cues)]


def _is_scrap(layers: Layers, found: Found, statements: Sequence[Found], cues: Set[Bounds]) -> bool:
    words = [token for part in found.content for token in _tokens(layers, part) if not token.is_punct]
    if len(words) == 1 and words[0].lower_ in _EMPTY:
        return True
    indirect = not any(_MARKS.search(layers.text, *part) for part in found.content)
    if indirect and (_is_doubtful(layers, found, cues) or _is_beside(layers, found, words, statements)):
        return True
    if found.source is not None or found.cue is None or not words:
        return False
    if _TITLE.match(layers.text, found.cue[0]) is not None:
        return True
    told_of = found.hull[1] <= found.cue[0] and len(words) <= _SHORT
    return told_of and occasion_of(words[-1]) is not None  # "The statement, posted on …"


def _is_doubtful(layers: Layers, found: Found, cues: Set[Bounds]) -> bool:
    """Whether no rule shares a statement's cue, and the tagger hardly believes it or nobody makes it."""
    if found.cue is not None and any(shared(found.cue, cue) for cue in cues):
        return False
    return found.score < (UNSAID if _is_nobodys(layers, found) else FAINT)


def _is_beside(layers: Layers, found: Found, words: Sequence[Token], statements: Sequence[Found]) -> bool:
    """Whether words without a finite verb only explain another statement or lead in to it."""
    if found.cue is None or any(word.tag_ in _FINITE for word in words):
        return False
    glosses = _GLOSS.search(layers.text[slice(*found.cue)]) is not None
    return glosses or _leads_in(layers, found, statements)


def _is_nobodys(layers: Layers, found: Found) -> bool:
    """Whether a statement has no speaker and is not told of one who is left out: "seems to work", "is expected to"."""
    if found.source is not None or found.carries or found.informed is not None or found.cue is None:
        return False
    verb = next((t for t in reversed(_tokens(layers, found.cue)) if lexicon().verb(t) is not None), None)
    cue = None if verb is None else lexicon().verb(verb)
    if verb is None or cue is None or verb.tag_ != "VBN" or cue.act != "speech":
        return True
    return not cue.frames & {"urge", "clause"}  # "have been urged to leave"


def _leads_in(layers: Layers, found: Found, statements: Sequence[Found]) -> bool:
    """Whether a participle at the head of a sentence only leads in to what its subject says in it: "Discussing the
    ferry in a letter, the mayor wrote that …"."""
    cue = _tokens(layers, found.cue or (0, 0))
    verb = next((t for t in cue if t.tag_ == "VBG"), None)
    if verb is None or verb.left_edge.i > verb.sent.start + 1 or verb.dep_ not in ("advcl", "prep", "pcomp"):
        return False
    main = verb.head if verb.dep_ != "pcomp" else verb.head.head
    paragraph = layers.paragraph_at((found.cue or (0, 0))[0])
    at = 0 if paragraph is None else paragraph.start + main.idx
    return any(one is not found and one.cue is not None and one.cue[0] <= at < one.cue[1] for one in statements)


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
