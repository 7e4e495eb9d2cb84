"""Statements between quotation marks: which quotation is whose.

The words around a quotation decide: a reporting verb after it ("…,” said X"), before it ("X said: “…"), or none, when
it goes on with the statement before it. Only the zone of the quotation's own depth is searched, a few words far, so
quotations in quotations are read by the same rules and any number of them costs linear time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.layers import Quotation
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_view import REPORT, View

REACH = 30
"""Tokens that an attribution may lie away from its quotation."""

_STARTS = frozenset({".", "!", "?", ":", "…", "•", "-", "–", "*", "...", "·", "▪"})
_OPENERS = frozenset({"that", "whether", "if", "because", "while"})
_LINKS = frozenset({"and", "but", "yet", "indeed", "still", "so", "plus"})
_SIGNED = re.compile(
    r"\s?[—–―-]{1,2}\s?(?P<name>[A-Z][\w.’'-]{0,30}(?:\s(?:de|von|van|al|[A-Z])[\w.’'-]{0,30}){0,5}?)"
    r"(?=\.?\s*$|[,;(][^.]{0,60}$)"
)
_SMALL = frozenset({"of", "the", "and", "a", "an", "in", "on", "to", "with", "for", "at"})
_LEADS = frozenset({",", ":", "—", "–", "-"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the tokens `first`–`last` of its inside and its marks, and its cue's token, if it has one.

    `attached` tells a quotation that is an utterance of its own from one woven into the reporter's sentence.
    `aside`: the cue is that of an "as she said" before it. `cue` is None and `source` set where only a name stands
    beside it ("… ” — X").
    """

    index: int
    first: int
    last: int
    attached: bool
    cue: int | None = None
    source: tuple[int, int] | None = None
    trailing: bool = False
    aside: bool = False


def quoted(view: View) -> list[Quoted]:
    """The quotations that begin in this paragraph, in text order."""
    return [_read(view, index, first, last) for index, first, last in _runs(view)]


def _runs(view: View) -> Iterator[tuple[int, int, int]]:
    """Index, first token and one past the last (marks included) of each quotation of the paragraph."""
    paragraph = view.paragraph
    for index in _of_paragraph(view):
        quotation = view.quotations[index]
        span = paragraph.parse.char_span(
            quotation.start - paragraph.start,
            min(quotation.end, paragraph.end) - paragraph.start,
            alignment_mode="expand",
        )
        if span is not None and len(span) > 0 and quotation.inner_end > quotation.inner_start:
            yield index, span.start, span.end


def _of_paragraph(view: View) -> range:
    """Indexes of the quotations that start in the paragraph, found by bisection."""
    return range(_bisect(view.quotations, view.paragraph.start), _bisect(view.quotations, view.paragraph.end))


def _bisect(quotations: Sequence[Quotation], offset: int) -> int:
    low, high = 0, len(quotations)
    while low < high:
        middle = (low + high) // 2
        if quotations[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _read(view: View, index: int, first: int, last: int) -> Quoted:
    zone = view.parent(index)
    found = _after(view, index, last, zone) or _before(view, index, first, zone)
    if found is not None:
        cue, source, attached, trailing = found
        if trailing:
            attached = _opens(view, first, zone)
        aside = cue is not None and not trailing and _as_said(view.tokens[cue])
        return Quoted(index, first, last, attached, cue, source, trailing, aside)
    return Quoted(index, first, last, _stands_alone(view, first, last, zone))


type _Hit = tuple[int | None, tuple[int, int] | None, bool, bool]


def _after(view: View, index: int, last: int, zone: int) -> _Hit | None:
    """ "…,” said X", "…?” asked X", "…”, X said", "… ” — X"."""
    name = _signature(view, last) if zone == REPORT else None
    if name is not None:
        return None, name, True, True
    if not _invites(view, index, last):
        return _brief_sentence(view, last, zone)
    at = last
    while at < len(view.tokens) and view.tokens[at].text == ",":
        at += 1
    verb = _first_cue(view, at, zone)
    return None if verb is None else (verb, None, True, True)


def _brief_sentence(view: View, last: int, zone: int) -> _Hit | None:
    """ "“… missing.” Trump said.": an attribution of its own after a full stop, and nothing else in its sentence."""
    if view.paragraph.parse.text[: view.end(last - 1) - view.paragraph.start].rstrip("”\"’'»“ ")[-1:] != ".":
        return None
    verb = _first_cue(view, last, zone)
    if verb is None or verb - last > 5 or view.tokens[last].pos_ not in ("PROPN", "PRON", "DET"):
        return None
    if view.tokens[verb].tag_ == "VB":
        return None  # "“… before.” He declined to elaborate."
    closes = verb + 1 == len(view.tokens) or view.tokens[verb + 1].text == "."
    return (verb, None, True, True) if closes else None


def _invites(view: View, index: int, last: int) -> bool:
    """Whether a quotation ends as one does before its attribution."""
    inside = view.quotations[index]
    final = view.paragraph.parse.text[
        inside.inner_start - view.paragraph.start : inside.inner_end - view.paragraph.start
    ]
    ends = final.rstrip().rstrip("'’‘”“\"").rstrip()[-1:]
    following = view.tokens[last].text if last < len(view.tokens) else ""
    return ends in ",?!—–-…" or following == "," or (ends == "." and following in ("—", "–", "―", "-"))


def _first_cue(view: View, at: int, zone: int) -> int | None:
    """The first reporting verb of the words after a quotation, before anything that is not its own clause."""
    verbs = 0
    for index in range(at, min(at + REACH, len(view.tokens))):
        token = view.tokens[index]
        if view.zones[index] != zone or view.marks[index] or token.text in (".", "!", "?", ";", ":"):
            return None
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("relcl", "acl", "amod", "aux", "auxpass"):
            if _quotes(token):
                return index
            verbs += 1
        if token.lower_ == "according":
            return index
        if verbs > 1 or (token.text == "," and index > at and verbs):
            return None
    return None


def _quotes(token: Token) -> bool:
    """Whether a verb may report a quotation."""
    cue = lexicon().verb(token)
    return cue is not None and "quote" in cue.frames


def _signature(view: View, last: int) -> tuple[int, int] | None:
    """The name after a dash that signs a quotation, up to the end of the line or a stop: "― Sonya Herrera, Boston"."""
    parse = view.paragraph.parse
    start = view.end(last - 1) - view.paragraph.start
    match = _SIGNED.match(parse.text, start)
    named = None if match is None else parse.char_span(*match.span("name"), alignment_mode="contract")
    return None if named is None else (named.start, named.end)


def _before(view: View, index: int, first: int, zone: int) -> _Hit | None:
    """ "X said: “…", "X said, “…", "X said “We …", "According to X, “…", "as X put it, “…"."""
    if first == 0:
        return None
    last = view.tokens[first - 1]
    if view.zones[first - 1] != zone:
        return None
    led = last.text in _LEADS
    if not led and _names_something(view, index, last):
        return None
    verb = last_cue(view, first - 1, zone, led=led)
    if verb is None:
        return None
    whole = led or _starts_sentence(view, index)
    return verb, None, whole, False


def _names_something(view: View, index: int, before: Token) -> bool:
    """Whether a quotation is a title ("told “Morning Joe”", "on “State of the Union.”"): capitals, and no sentence.

    A full stop inside the marks says nothing (American style) after a word that leads up to a name.
    """
    quotation = view.quotations[index]
    start = view.paragraph.start
    text = view.paragraph.parse.text[quotation.inner_start - start : quotation.inner_end - start].strip()
    if text[-1:] in "!?" or (text[-1:] == "." and before.pos_ not in ("ADP", "PART", "DET", "PROPN")):
        return False
    words = text.rstrip(".,").split()
    return len(words) <= 6 and all(word[:1].isupper() or word.lower() in _SMALL for word in words)


def _starts_sentence(view: View, index: int) -> bool:
    inner = view.quotations[index].inner_start - view.paragraph.start
    return view.paragraph.parse.text[inner : inner + 1].isupper()


def last_cue(view: View, at: int, zone: int, *, led: bool) -> int | None:
    """The reporting verb that the words before a quotation lead up to."""
    colon = view.tokens[at].text == ":"
    for index in range(at, max(at - REACH, -1), -1):
        token = view.tokens[index]
        opener = token.lower_ in _OPENERS and token.dep_ in ("mark", "advmod") and not colon
        if view.zones[index] != zone or token.text in (".", "!", "?", ";") or opener:
            return None  # at an opener, the quotation ends a clause that began in the reporter's words
        if (token.lower_ == "according" and led) or _leads_to(token, at - index, led=led):
            return index
        if _is_verb(token) and not (led and token.dep_ in ("relcl", "acl", "advcl", "pcomp", "xcomp")):
            return None
    return None


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod")


def _leads_to(token: Token, distance: int, *, led: bool) -> bool:
    """Whether a verb reports the quotation that starts `distance` tokens after it."""
    if not _is_verb(token):
        return False
    if _quotes(token) and (led or distance <= 3 or _as_said(token)):
        return True
    return not led and distance <= 1 and lexicon().verb(token) is not None


def _as_said(verb: Token) -> bool:
    """ "as you have quoted": an aside that gives the source of what follows."""
    return any(t.dep_ in ("mark", "advmod") and t.lower_ == "as" for t in verb.children)


def _stands_alone(view: View, first: int, last: int, zone: int) -> bool:
    """Whether a quotation without attribution is a sentence of its own, not words woven into the reporter's."""
    closes = last >= len(view.tokens) or view.zones[last] != zone or view.tokens[last - 2].text[-1:] in ".!?…"
    return closes and _opens(view, first, zone)


def _passes(token: Token, distance: int) -> bool:
    """Space, and the reporter's "But" or "Indeed," right before a quotation that he leaves to speak for itself."""
    return token.is_space or (distance <= 2 and (token.lower_ in _LINKS or (token.text == "," and distance == 1)))


def _opens(view: View, first: int, zone: int) -> bool:
    """Whether a quotation starts where a sentence of its zone may start."""
    before = first - 1
    while before >= 0 and view.zones[before] == zone and _passes(view.tokens[before], first - before):
        before -= 1
    if before < 0 or view.zones[before] != zone or view.marks[before]:
        return True
    return view.tokens[before].text in _STARTS
