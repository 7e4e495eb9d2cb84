"""What the learned tagger found, put into the terms of the rules: quotation bounds, lexicon, negation, addressees.

The quotation layer has the last word on where direct speech begins and ends: a content that covers half of a quotation
told from outside it takes all of it, marks included.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.layers import Attribution, Layers, Quotation
from onrecord.extract.calls_paid import pays_call
from onrecord.extract.statements_addressees import addressed, urged
from onrecord.extract.statements_cues import Cue, lexicon
from onrecord.extract.statements_found import Bounds, Found, shared
from onrecord.extract.statements_sources import was_asked
from onrecord.extract.statements_view import REPORT, View
from onrecord.model import Span
from onrecord.model.vocabulary import Act

_NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "neither", "declined", "refused", "declines", "refuses", "failed", "without"}
)


def learned(layers: Layers, views: Sequence[View]) -> list[Found]:
    """The tagger's statements as `Found`, in text order, one a paragraph unless a quotation runs on."""
    return [
        part
        for attribution in layers.attributions
        if not any(map(pays_call, _tokens(layers, attribution.cue)))
        for part in _by_paragraph(layers, _asked(layers, _found(layers, views, _told(layers, attribution))))
    ]


def _told(layers: Layers, attribution: Attribution) -> Attribution:
    """What the tagger found, without a cue that is nothing but a name ("Said", "Saidov") and the source it led to."""
    cue = _tokens(layers, attribution.cue)
    name = bool(cue) and all(token.pos_ == "PROPN" and token.text[:1].isupper() for token in cue)
    return replace(attribution, cue=None, source=None) if name else attribution


def _asked(layers: Layers, found: Found) -> Found:
    """ "Asked why, the minister …": a question put to whom the tagger takes for its source, up to the comma."""
    verb = next((t for t in _tokens(layers, found.cue) if was_asked(t)), None)
    paragraph = layers.paragraph_at(found.content[0][0])
    if verb is None or paragraph is None:
        return replace(found, source=None) if found.source in found.addressees else found
    end = paragraph.span(verb.right_edge).end
    if found.source is not None and paragraph.start + verb.idx < found.source[0]:
        end = min(end, found.source[0])
    content = tuple((a, min(b, end)) for a, b in found.content if a < end) or found.content
    asked = found.addressees if found.source is None else (found.source,)
    return replace(found, content=content, source=None, addressees=asked)


def _by_paragraph(layers: Layers, found: Found) -> list[Found]:
    """A statement without those fragments that the report takes up again in a later paragraph, and these as others.

    `found.source` stays the same words: nesting makes it a carried source.
    """
    home = layers.paragraph_at((found.cue or found.source or found.content[0])[0])
    parts: dict[int, list[Bounds]] = {}
    for part in found.content:
        paragraph = layers.paragraph_at(part[0])
        at = paragraph.index if paragraph is not None else -1
        parts.setdefault(at, []).append(part)
    if home is None or len(parts) < 2 or home.index not in parts:
        return [found]
    own = parts.pop(home.index)
    rest = [replace(found, content=tuple(p), cue=None, verb="", carries=True) for p in parts.values()]
    return [replace(found, content=tuple(own)), *rest]


def _found(layers: Layers, views: Sequence[View], attribution: Attribution) -> Found:
    zone = _zone(layers.quotations, attribution)
    tokens = _tokens(layers, attribution.cue)
    verb = next((t for t in reversed(tokens) if t.lemma_.lower() in lexicon().verbs), None)
    cue = None if verb is None else lexicon().verbs[verb.lemma_.lower()]
    noun = next((lexicon().nouns[t.lemma_.lower()] for t in tokens if t.lemma_.lower() in lexicon().nouns), None)
    content = [_snapped(layers.quotations, part, zone) for part in attribution.content]
    return Found(
        content=tuple(_disjoint(content)),
        source=attribution.source,
        cue=attribution.cue,
        verb=cue.lemma if cue else "",
        reading="model",
        zone=zone,
        act=_leaning(tokens, _tokens(layers, content[0])) or (cue.act if cue else noun or "speech"),
        negated=any(t.lower_ in _NEGATIONS for t in tokens),
        addressees=() if verb is None or cue is None else _addressees(layers, views, attribution, verb, cue),
        score=attribution.score,
        found_by="model",
    )


def _leaning(cue: Sequence[Token], content: Sequence[Token]) -> Act | None:
    """What a cue tells that ends in a verb of thought, or in one of intention before "to".

    "Is trying to persuade" tells none of these, since it ends in another verb.
    """
    last = next((t for t in reversed(cue) if t.pos_ == "VERB"), None)
    act = None if last is None else lexicon().leanings.get(last.lemma_.lower())
    opens = bool(content) and content[0].tag_ == "TO"
    return act if act != "intention" or opens else None


def _addressees(
    layers: Layers, views: Sequence[View], attribution: Attribution, verb: Token, cue: Cue
) -> tuple[Bounds, ...]:
    """Whom the cue's verb speaks to, read by the rules."""
    paragraph = layers.paragraph_at(attribution.content[0][0])
    at = layers.paragraph_at(attribution.cue[0]) if attribution.cue else None
    if paragraph is None or at is None:
        return ()
    view = views[at.index]
    tokens = paragraph.tokens(Span(*attribution.content[0], ""))
    told = () if tokens is None or at != paragraph else urged(view, verb, cue, (tokens.start, tokens.end))
    return told or addressed(view, verb, cue)


def _tokens(layers: Layers, cue: Bounds | None) -> list[Token]:
    paragraph = None if cue is None else layers.paragraph_at(cue[0])
    found = None if paragraph is None or cue is None else paragraph.tokens(Span(cue[0], cue[1], ""))
    return [] if found is None else list(found)


def _zone(quotations: Sequence[Quotation], attribution: Attribution) -> int:
    """The quotation in which a statement is told: where its cue stands, else its source, else around its content."""
    told = attribution.cue or attribution.source
    at = told if told is not None else attribution.content[0]
    index = _innermost(quotations, at[0])
    if told is None:
        while index != REPORT and shared((quotations[index].start, quotations[index].end), at) < at[1] - at[0] + 2:
            index = _parent(quotations, index)
        if index != REPORT and at[1] - at[0] >= 0.5 * (quotations[index].end - quotations[index].start):
            index = _parent(quotations, index)
    return index


def _innermost(quotations: Sequence[Quotation], offset: int) -> int:
    """The innermost quotation whose inside holds the character at `offset`."""
    index = bisect_right(quotations, offset, key=lambda q: q.start) - 1
    while index >= 0 and not quotations[index].inner_start <= offset < quotations[index].inner_end:
        parent = quotations[index].parent
        index = REPORT if parent is None else parent
    return index


def _parent(quotations: Sequence[Quotation], index: int) -> int:
    parent = quotations[index].parent
    return REPORT if parent is None else parent


def _snapped(quotations: Sequence[Quotation], part: Bounds, zone: int) -> Bounds:
    """A content widened to the quotations of its zone that it covers at least half of."""
    start, end = part
    first = bisect_left(quotations, start, key=lambda q: q.start)
    last = bisect_left(quotations, end, key=lambda q: q.start)
    for quotation in (*_around(quotations, first, zone), *quotations[first:last]):
        bounds = quotation.start, quotation.end
        parent = REPORT if quotation.parent is None else quotation.parent
        if parent == zone and shared(part, bounds) >= 0.5 * (bounds[1] - bounds[0]):
            start, end = min(start, bounds[0]), max(end, bounds[1])
    return start, end


def _around(quotations: Sequence[Quotation], first: int, zone: int) -> list[Quotation]:
    """The quotation of `zone` that starts before number `first` and may still be open there."""
    index = first - 1
    while index >= 0 and _parent(quotations, index) != zone:
        index = _parent(quotations, index)
    return [quotations[index]] if index >= 0 else []


def _disjoint(content: Sequence[Bounds]) -> list[Bounds]:
    """Fragments in text order, overlapping ones joined."""
    joined: list[Bounds] = []
    for start, end in sorted(content):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
