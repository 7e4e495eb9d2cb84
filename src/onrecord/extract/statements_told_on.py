"""Tellings that go on: "it states that the minister dismissed the threat and demanded that …".

What somebody's office tells that he did first, it tells of his second act as well: the second clause is no word of the
office's own, nor the report's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.layers import Layers
from onrecord.annotate.phrases import noun_phrase
from onrecord.extract.statements_found import Bounds, Found, Shelf

TELLER = re.compile(
    r"\b(?:it|ministry|office|readout|read-out|statement|communiqu[eé]|release|note|service|presidency|palace|embassy|"
    r"department|agency|delegation|side|spokes(?:man|woman|person)|secretariat|chancellery|account|version)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[”\"’]?,(?:[”\"’]|'')? (?P<who>it|(?:the|her|his|its) (?:[\w’'-]+ ){0,3}[\w’'-]+) ", re.IGNORECASE
)
_JOINT = re.compile(
    r"[”\"’]?,?(?:[”\"’]|'')? (?:and|but) (?P<who>he |she )?"
    r"(?:(?:also|further|then|later|again) )*(?P<had>had |has |have )?"
    r"(?:(?:also|further|then|later|again) )*"
)


def told_by_others(layers: Layers, found: Sequence[Found]) -> list[Found]:
    """The statements, those parted that are told by one and said by another: "He pointed out that …, it claimed"."""
    return [part for one in found for part in _parted(layers, one)]


def _parted(layers: Layers, one: Found) -> tuple[Found, ...]:
    """What a teller tells and what is said in it, where one statement has the words of both; else it itself."""
    if one.cue is None or one.source is None or one.cue[0] <= one.hull[1]:
        return (one,)
    if one.source[0] >= one.hull[1]:
        return _with_inner(layers, one)
    if one.source[1] >= one.hull[0]:
        return (one,)  # named within what is said
    teller = _TRAILING.fullmatch(layers.text, one.hull[1], one.cue[0])
    paragraph = layers.paragraph_at(one.source[1])
    between = None if paragraph is None else paragraph.tokens(layers.span(one.source[1] + 1, one.hull[0]))
    if teller is None or between is None or not any(t.pos_ == "VERB" for t in between):
        return (one,)
    said = (one.source[1] + 1, one.hull[0] - (1 if layers.text[one.hull[0] - 1].isspace() else 0))
    outer = replace(one, content=((one.source[0], one.hull[1]),), source=teller.span("who"))
    return outer, replace(one, cue=said, verb=between.root.lemma_)


def _with_inner(layers: Layers, one: Found) -> tuple[Found, ...]:
    """What a teller tells and what is said in it, where the words found are only the latter's "that" clause."""
    paragraph = layers.paragraph_at(one.hull[0])
    clause = one.content[-1]
    words = None if paragraph is None else paragraph.tokens(layers.span(*clause))
    if paragraph is None or words is None or words[0].lower_ != "that":
        return (one,)
    verb = words.root.head
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if words.root.dep_ != "ccomp" or subject is None or not verb.sent.start <= subject.i < verb.i < words.start:
        return (one,)
    if verb.pos_ != "VERB" or verb.sent != words.root.sent:
        return (one,)
    who, told = paragraph.span(noun_phrase(subject)), paragraph.span(verb.doc[verb.i : words.start])
    if one.hull[0] < who.start:
        return (one,)
    outer = replace(one, content=((who.start, one.hull[1]),))
    inner = replace(one, content=(clause,), source=(who.start, who.end), cue=(told.start, told.end), verb=verb.lemma_)
    return outer, replace(inner, reading="clause")


def told_on(layers: Layers, found: Sequence[Found]) -> list[Found]:
    """The statements, each with what its teller goes on to tell of the one whose words it tells."""
    changed: dict[int, Found] = {}
    cued = Shelf[int]()
    for number, one in enumerate(found):
        if one.cue is not None:
            cued.add(number, one.cue)
    for number, outer in enumerate(found):
        joint = _JOINT.match(layers.text, outer.hull[1]) if _is_teller(layers, outer) else None
        inner = None if joint is None else _told([found[n] for n in cued.near(outer.content[-1])], outer)
        if inner is None or joint is None:
            continue
        for other in cued.near(joint.span()):  # in which the cue of what goes on with it begins
            after = found[other]
            source = _same_teller(layers, outer, inner, after)
            if source is not None and number not in changed:
                changed[other] = replace(after, source=source)
                last = (outer.content[-1][0], after.hull[1])
                changed[number] = replace(outer, content=(*outer.content[:-1], last))
    return [changed.get(number, one) for number, one in enumerate(found)]


def _told(found: Sequence[Found], outer: Found) -> Found | None:
    """The last statement of somebody that an outer one tells in its own last words."""
    last = outer.content[-1]
    inside = [
        f for f in found if f.cue and f.source and f is not outer and _within(f.cue, last) and _within(f.source, last)
    ]
    return max(inside, key=lambda f: f.cue or (0, 0), default=None)


def _within(inner: Bounds, outer: Bounds) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_teller(layers: Layers, outer: Found) -> bool:
    """Whether an office or document tells a statement, for somebody else."""
    if outer.cue is None or outer.source is None or outer.reading == "quotation":
        return False
    return TELLER.search(layers.text, *outer.source) is not None


def _same_teller(layers: Layers, outer: Found, inner: Found, after: Found) -> Bounds | None:
    """The words for who speaks in a clause that goes on with an inner one; None where it does not."""
    if after.cue is None or outer.cue is None or inner.cue is None or after.cue[0] <= outer.hull[1]:
        return None
    joint = _JOINT.match(layers.text, outer.hull[1], after.cue[1])
    if joint is None or after.hull[0] < after.cue[1] or not after.cue[0] <= joint.end() <= after.cue[1]:
        return None
    if joint["who"]:
        return joint.start("who"), joint.end("who") - 1
    before = layers.text[max(inner.cue[0] - 10, 0) : inner.cue[1]].split()
    if (joint["had"] and {"had", "has", "have"} & set(before)) or is_present(layers, outer.cue):
        return inner.source
    return None


def is_present(layers: Layers, cue: Bounds) -> bool:
    """Whether somebody tells in the present what was said before: "it states that he dismissed … and demanded"."""
    paragraph = layers.paragraph_at(cue[0])
    tokens = None if paragraph is None else paragraph.tokens(layers.span(*cue))
    return tokens is not None and any(t.tag_ in ("VBZ", "VBP") for t in tokens)
