"""Printed interviews without names before the turns: a question, and behind it or below it the answer.

A paragraph asks where it ends in a question mark, or begins with a sentence or two that do; what follows answers. It is
an interview where three such exchanges follow each other (two below a quotation for a title), somebody is called "you",
and answers say "I" or "we": the questions that head the parts of an explainer are answered by its author. The first
exchange may have names. Where all other paragraphs hold an exchange each, one without a question mark does too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_lines import quoted
from onrecord.extract.transcript_labels import labels_of

LEAST, LEAST_TITLED = 3, 2
_SENTENCE = re.compile(r"[.?!…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])|[.?!…]+[\"”’')\]]*\s*$")
_QUESTIONED = 3
"""Most sentences of a question."""
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b(?!\.)")
_MARKS = "\"“”'‘"


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A question and what answers it, with the labels of who speaks; of each there may be none in a paragraph."""

    asked: Bounds | None
    told: Bounds | None
    asker: Bounds | None = None
    teller: Bounds | None = None

    @property
    def is_whole(self) -> bool:
        """Whether a paragraph holds both."""
        return self.asked is not None and self.told is not None


def answers(layers: Layers) -> list[Found]:
    """The turns of an interview that is printed without names; none elsewhere."""
    read = [_exchange(layers, paragraph) for paragraph in layers.paragraphs]
    run = _run(layers, read)
    if run is None:
        return []
    first, last = run
    part = _parted(layers, read[first : last + 1])
    guest = next((e.teller for e in part if e.teller), None) or _guest(layers, layers.paragraphs[first].start)
    return list(_turns(part, guest))


def asked_between(layers: Layers) -> list[Found]:
    """The questions that a reporter tells he asked, each right before the quotation that answers: "Was it? “No.”"."""
    found = []
    ends = {quotation.start: quotation.end for quotation in layers.quotations}
    is_quoted = quoted(layers)
    for before, after in pairwise(layers.sentences):
        words = layers.text[before.start : before.end].rstrip()
        if words[-1:] != "?" or before.paragraph != after.paragraph or layers.text[after.start] not in _MARKS:
            continue
        whole = ends.get(after.start, 0) >= after.start + len(layers.text[after.start : after.end].rstrip())
        if whole and not is_quoted(before.start) and not is_quoted(before.start + len(words) - 1):
            found.append(Found(content=((before.start, before.start + len(words)),), reading="clause", sure=True))
    return found


def _turns(read: Sequence[_Exchange], guest: Bounds | None) -> Iterator[Found]:
    """Each question, and each answer with the paragraphs that go on with it."""
    told: list[Bounds] = []
    heard = () if guest is None else (guest,)
    for exchange in [*read, None]:
        if told and (exchange is None or exchange.asked is not None):
            yield _turn(told, guest)
            told = []
        if exchange is not None and exchange.asked is not None:
            yield replace(_turn([exchange.asked], exchange.asker), addressees=heard)
        if exchange is not None and exchange.told is not None:
            told.append(exchange.told)


def _turn(parts: Sequence[Bounds], source: Bounds | None) -> Found:
    return Found(
        content=tuple(parts), source=source, reading="turn", verbatim=True, sure=True, channel="interview"
    )  # fmt: skip


def _run(layers: Layers, read: Sequence[_Exchange]) -> tuple[int, int] | None:
    """The first and last paragraph of the exchanges; None where there are too few or nobody is called "you"."""
    asking = [n for n, exchange in enumerate(read) if exchange.asked is not None]
    titled = bool(read) and layers.text[layers.paragraphs[0].start] in _MARKS
    if len(asking) < (LEAST_TITLED if titled else LEAST):
        return None
    first, last = asking[0], _last(layers, read, asking[-1])
    part = read[first : last + 1]
    asked = [layers.text[slice(*e.asked)] for e in part if e.asked is not None]
    told = [layers.text[slice(*e.told)] for e in part if e.told is not None]
    if not any(_YOU.search(words) for words in asked) or 3 * len(asking) < len(part):
        return None
    return (first, last) if 2 * sum(bool(_OWN.search(words)) for words in told) >= len(told) > 1 else None


def _last(layers: Layers, read: Sequence[_Exchange], asking: int) -> int:
    """The last paragraph of the answer to the last question: one, and more as long as they say "I" or "we"."""
    last = asking
    if read[asking].told is None and asking + 1 < len(read):
        last += 1
    while last + 1 < len(read) and _goes_on(layers.text[slice(*(read[last + 1].told or (0, 0)))]):
        last += 1
    return last


def _goes_on(words: str) -> bool:
    return _OWN.search(words) is not None and not any(mark in words for mark in '"“”')


def _parted(layers: Layers, read: Sequence[_Exchange]) -> list[_Exchange]:
    """With the first sentence of a paragraph as the asker's where nearly all others hold an exchange each."""
    if 3 * sum(e.is_whole for e in read) < 2 * len(read):
        return list(read)
    return [e if e.asked is not None or e.told is None else _prompted(layers, e.told) for e in read]


def _prompted(layers: Layers, part: Bounds) -> _Exchange:
    """A paragraph as what the asker puts to the other, its first sentence, and what this one replies."""
    stop = next((m.end() for m in _SENTENCE.finditer(layers.text, *part)), part[1])
    return _split(layers, part, stop) if stop < part[1] else _Exchange(None, part)


def _split(layers: Layers, part: Bounds, stop: int) -> _Exchange:
    rest = stop + len(layers.text[stop : part[1]]) - len(layers.text[stop : part[1]].lstrip())
    return _Exchange((part[0], stop), (rest, part[1]) if rest < part[1] else None)


def _exchange(layers: Layers, paragraph: Paragraph) -> _Exchange:
    """A paragraph as question and answer; a paragraph between marks, or with one label, as an answer."""
    text, part = layers.text, (paragraph.start, paragraph.end)
    labels = [label for label in labels_of(layers, paragraph) if not label.bare]
    if len(labels) == 2 and labels[0].bounds[0] == paragraph.start:
        first, second = labels
        asked = (first.start, first.start + len(text[first.start : second.bounds[0]].rstrip()))
        return _Exchange(asked, (second.start, paragraph.end), first.bounds, second.bounds)
    if labels or text[paragraph.start] in _MARKS:
        return _Exchange(None, part)
    stop = None
    for number, match in enumerate(_SENTENCE.finditer(text, *part)):
        if "?" in match.group() and not any(mark in text[part[0] : match.end()] for mark in '"“”'):
            stop = match.end()
        elif stop is not None or number + 1 >= _QUESTIONED:
            break
    return _Exchange(None, part) if stop is None else _split(layers, part, stop)


def _guest(layers: Layers, before: int) -> Bounds | None:
    """The first person named in the head of the interview."""
    named = next((e for e in layers.entities if e.end <= before and e.label == "PERSON"), None)
    return None if named is None else (named.start, named.end)
