"""Demands told as a list: "the note asks for:", then a line for each thing that is asked."""

import re
from collections.abc import Iterator

from onrecord.model import Actor, Report, Span
from onrecord.present.acts import Act, Particular
from onrecord.present.basis import Basis
from onrecord.present.ledgers.request_acts import as_request
from onrecord.present.passages import Passages
from onrecord.present.signs import sign
from onrecord.present.voice import Voice, publisher, voice
from onrecord.resources.cues import Cue

_LEADS = Cue(
    r"\b(?:demand(?:s|ed|ing)?|request(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:for|of|that|to)|urg(?:es?|ed|ing)|"
    r"call(?:s|ed|ing)? (?:for|on|upon)|appeal(?:s|ed|ing)?|requir(?:es?|ed|ing)|insist(?:s|ed|ing)? on|"
    r"seek(?:s|ing)?|conditions)\b"
)
"""How a line asks that ends in a colon."""
_BULLET = r"(?:[-–—•*·]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]|\(?[A-Z]\))[ \t]+"
"""What a line of a list opens with; "Mr." and "A. Lind" open a sentence."""
_LIST = re.compile(rf"(?m)^(?P<lead>[^\n]*):[ \t]*\n(?:[ \t]*\n)?(?P<items>(?:[ \t]*{_BULLET}[^\n]+\n?)+)")
_ITEM = re.compile(rf"(?m)^[ \t]*{_BULLET}(?P<what>[^\n]+?)(?:[;.,]| and|; and)*[ \t]*$")
_AWAITED = re.compile(
    r"\b(?:repl(?:y|ies)|answers?|respon(?:se|d)|deadline|expects?|compl(?:y|iance)|met|meet)\b", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|before|until|till|no later than) (?:the |midnight on |noon on )?$")
_STOP = re.compile(r"[.!?][”\"]? (?=[A-ZÀ-Þ“\"])")
_TELLS = sign("lists", _LEADS)


def listed(report: Report, made: Basis) -> Iterator[Act]:
    """A demand for each line of a list whose opening words ask somebody for what follows."""
    passages = made.passages(report)
    if not passages.has(_TELLS):
        return
    for found in _LIST.finditer(passages.text):
        lead = _last_sentence(found)
        asks = None if lead is None else _last(lead)
        if lead is None or asks is None:
            continue
        named = [a for a in passages.actors(lead) if a.mention is not None and a.kind != "people"]
        by, to = _asker(report, passages, named, asks, made), _asked(named, asks)
        if by is None:
            continue
        to = to or _other(report, passages, lead, by, made)
        due = _due(report, passages, found.end())
        for item in _ITEM.finditer(found["items"]):
            start = found.start("items") + item.start("what")
            yield as_request(report, passages, by, to, Span(start, start + len(item["what"]), item["what"]), asks, due)


def _due(report: Report, passages: Passages, end: int) -> tuple[Particular, ...]:
    """The day by which an answer is awaited, in the first sentence behind the list: "an answer is expected by …"."""
    number = passages.number(end + len(passages.text[end:]) - len(passages.text[end:].lstrip()))
    after = None if number is None else passages.sentences[number]
    asks = None if after is None else _AWAITED.search(after.text)
    if after is None or asks is None:
        return ()
    days = [m.span for m in report.mentions if m.time is not None and m.time.start and m.span in after]
    near = [day for day in days if _BY.search(passages.text[after.start : day.start])]
    return (Particular("deadline", (near[0],)),) if near else ()


def opens_list(words: Span, text: str) -> bool:
    """Whether words end where a list begins: what they ask for stands in it."""
    return re.match(r"[ \t]*:[ \t]*\n", text[words.end :]) is not None


def _last_sentence(found: re.Match[str]) -> Span | None:
    """The sentence that ends in the colon."""
    lead = found["lead"]
    starts = [m.end() for m in _STOP.finditer(lead)]
    start = starts[-1] if starts else 0
    at = found.start("lead") + start
    return Span(at, at + len(lead) - start, lead[start:]) if lead[start:].strip() else None


def _last(lead: Span) -> Span | None:
    """The last words of asking in a sentence."""
    cues = list(_LEADS.finditer(lead.text))
    if not cues:
        return None
    return Span(lead.start + cues[-1].start(), lead.start + cues[-1].end(), cues[-1].group())


def _asker(report: Report, passages: Passages, named: list[Actor], asks: Span, made: Basis) -> Voice | None:
    """Who asks: the last one named before the words, else who speaks them, else the office that publishes."""
    before = [a for a in named if a.mention is not None and a.mention.end <= asks.start]
    if before:
        return voice(before[-1])
    official = made.sides.publisher(report)
    own = None if official is None else publisher(report.document.publisher or official)
    return passages.speaker(asks) or own


def _asked(named: list[Actor], asks: Span) -> Voice | None:
    """Who is asked: the first one named behind the words."""
    after = [a for a in named if a.mention is not None and a.mention.start >= asks.end]
    return voice(after[0]) if after else None


def _other(report: Report, passages: Passages, lead: Span, by: Voice, made: Basis) -> Voice | None:
    """The state of another side whom the paragraph names last before: to it the note that asks was handed."""
    start = passages.text.rfind("\n\n", 0, lead.start) + 1
    own = {made.sides.of(by), made.sides.publisher(report)}
    before = (m.actor for m in report.mentions if m.actor is not None and start <= m.span.start < lead.end)
    sides = [side for actor in before if made.sides.is_state(side := made.sides.of(actor)) and side not in own]
    return Voice(key=sides[-1], label=sides[-1], kind="state") if sides else None
