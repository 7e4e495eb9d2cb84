"""Demands told without a verb of asking: deadlines set, "at the request of", "stands by its demand for"."""

import re
from collections.abc import Iterator

from onrecord.model import Actor, Report, Span
from onrecord.present.acts import Act, Particular
from onrecord.present.basis import Basis
from onrecord.present.ledgers.request_acts import as_request, span_of
from onrecord.present.passages import Passages
from onrecord.present.signs import sign
from onrecord.present.voice import Voice, voice

_NAME = r"(?:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of (?:the )?)?[A-ZÀ-Þ][\w’'-]*)*"
_END = (
    r"[^.;:”]{4,160}?(?=[.;:”]|, (?:and|but|which|who|saying|or)\b|"
    r" (?:and|but) (?:told|said|called|asked|accused|warned|threatened|rejected)\b|$)"
)
_GAVE = r"\b(?:gave|gives|has given|had given|set)"
_HOLDS = (
    r"\b(?:stands? by|stood by|repeat(?:s|ed)|reiterat(?:es|ed)|renew(?:s|ed)|press(?:es|ed)|voiced|maintain(?:s|ed)|"
    r"sticks? to|stuck to|insist(?:s|ed) on|reaffirm(?:s|ed)|underlin(?:es|ed))"
)
_ASKS = (
    r"\b(?:invit(?:ed|es)|urg(?:ed|es)|ask(?:ed|s)|begg?(?:ed|s)|press(?:ed|es)|order(?:ed|s)|instruct(?:ed|s)|"
    r"direct(?:ed|s)|appeal(?:ed|s) to|call(?:ed|s) (?:up)?on|implor(?:ed|es)|told|expects?|expected|wants?|wanted)"
)
_DAY = (
    r"(?:(?:,)? (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|this week|last week|at the weekend|"
    r"again|once more|in writing|in a letter|by telephone),?)?"
)
"""When or how somebody was told, between whom and what."""
_ORDERED = (
    r"\b(?:order(?:ed|s)|commission(?:ed|s)|request(?:ed|s)|sought|seeks) (?P<what>an? (?:[\w-]+ ){0,3}?"
    r"(?:survey|inquiry|investigation|study|review|audit|inspection|report|inventory|examination|autopsy)"
    r"(?: (?:of|into|on) [^.;,]{3,80})?)"
)
_COUNTED = r"(?=\d|(?:an?|two|three|four|five|six|ten|more|some|another|further|additional) )"
"""Goods and people are asked for in numbers; "we need peace" asks nobody for anything."""
_PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"{_GAVE} (?P<whom>{_NAME}) (?:until|till) (?P<due>[^.;]{{3,40}}?) to (?P<what>{_END})"),
    re.compile(rf"{_GAVE} (?P<whom>{_NAME}) (?P<due>(?:\d+|\w+) (?:hours|days|weeks)) to (?P<what>{_END})"),
    re.compile(rf"\bsets? (?:a |the )?deadline of (?P<due>[^.;]{{3,40}}?) for (?P<whom>{_NAME}) to (?P<what>{_END})"),
    re.compile(rf"{_ASKS} (?P<whom>{_NAME}){_DAY} to (?P<what>{_END})"),
    re.compile(
        rf"{_HOLDS} (?:its|her|his|their|the) (?:demand|call|request|appeal|claim|plea)s? "
        rf"(?:for|that|to) (?P<what>{_END})"
    ),
    re.compile(
        rf"\b(?:ask|press|petition|begg?)(?:ed|s) (?P<whom>{_NAME}) for (?P<what>(?!its\b|his\b|her\b|comment){_END})"
    ),
    re.compile(_ORDERED),
    re.compile(
        rf"\b(?:propos|suggest)(?:ed|es) to "
        rf"(?P<whom>(?:{_NAME}|(?:his|her|its|their|the) (?:[A-ZÀ-Þ]?[\w-]+ ){{0,2}}[a-z]+)) "
        rf"that (?P<what>{_END})"
    ),
    re.compile(
        rf"\bwants? (?P<what>(?:the|all|its|his|her|their|these|those) [^.;:,]{{3,60}}? "
        rf"(?:out of|off|away from|gone from|back in|back on|back at|home)\b{_END})"
    ),
    re.compile(
        r"(?:\b[Ww]e (?:have |are |had )?(?:also |again |now )?(?:request(?:ed|ing)?|ask(?:ed|ing)? for|"
        r"appeal(?:ed|ing)? for|"
        rf"call(?:ed|ing)? for|urgently need|need)) (?P<what>{_COUNTED}{_END})"
    ),
)
_ASKED_FOR = re.compile(
    rf"(?P<what>\b(?:an?|the) (?:[\w-]+ ){{0,3}}(?:session|meeting|summit|inquiry|investigation|debate|sitting|visit|"
    rf"mission|inspection|vote|ceasefire|truce|talks))\b[^.;]{{0,80}}?(?:\bat the request of (?P<by>{_NAME})|"
    rf",? (?:which|that) (?P<by2>{_NAME}) (?:had |has )?(?:requested|asked for|called for|demanded|sought)|"
    rf"\b(?:requested|sought|demanded|called for) by (?P<by3>{_NAME}))"
)


def requests_in_words(report: Report, made: Basis) -> Iterator[Act]:
    """The demands that the sentences of a report tell by these words, where no event or statement asks in them."""
    passages = made.passages(report)
    if not passages.has(_TELLS):
        return
    asked = [e for e in report.events if e.event == "REQUEST"]
    told = [e.anchor for e in asked if e.status == "asserted" or e.detail.demand is not None]
    for pattern in _PATTERNS:
        for found in pattern.finditer(passages.text):
            span = span_of(found, "what")
            cue = Span(found.start(), span.start, passages.text[found.start() : span.start])
            if any(anchor.overlap(cue) and not anchor.text.casefold().startswith("told") for anchor in told):
                continue
            by = _before(passages, cue) or _reported(report, cue)
            if by is None or _QUESTION.match(span.text):
                continue
            to = _actor(passages, found, "whom") if "whom" in pattern.groupindex else None
            due = (Particular("deadline", (span_of(found, "due"),)),) if "due" in pattern.groupindex else ()
            yield as_request(report, passages, by, to, span, cue, due)
    wanted = [e.detail.demand for e in asked if e.detail.demand is not None]
    for found in _ASKED_FOR.finditer(passages.text):
        group = next(name for name in ("by", "by2", "by3") if found[name])
        by, span = _actor(passages, found, group), span_of(found, "what")
        cue = Span(span.end, found.end(), passages.text[span.end : found.end()])
        if by is not None and not any(words.overlap(span) for words in wanted):
            yield as_request(report, passages, by, None, span, cue, ())


_TELLS = sign("requests", *_PATTERNS, _ASKED_FOR)
_QUESTION = re.compile(r"(?:know|believe|think|be (?:told|informed)|expect)\b", re.IGNORECASE)


def _actor(passages: Passages, found: re.Match[str], group: str) -> Voice | None:
    """The actor of the words of a group: as the report links it, else by its words."""
    span = span_of(found, group)
    named = [a for a in passages.actors(passages.sentence(span)) if a.mention is not None and a.mention.overlap(span)]
    if named:
        return voice(min(named, key=lambda a: abs(a.mention.start - span.start) if a.mention else 0))
    words = span.text.removeprefix("the ")
    return Voice(key=words.casefold(), label=words, identified=False, mention=span)


def _reported(report: Report, cue: Span) -> Voice | None:
    """Whose statement these words report ("They also ordered a survey")."""
    by = next((one.speaker for one in report.statements if one.cue is not None and one.cue.overlap(cue)), None)
    return None if by is None else voice(by)


def _before(passages: Passages, cue: Span) -> Voice | None:
    """Who asks: the first actor named in the sentence before the words, else who speaks them."""
    sentence = passages.sentence(cue)
    named: list[Actor] = [
        a
        for a in passages.actors(sentence)
        if a.mention is not None and a.mention.end <= cue.start and a.kind != "people"
    ]
    named = [a for a in named if not re.match(r"[Ww]e\b", cue.text)]
    near = [
        a for a in named if a.mention is not None and not re.search(r"[;:]", passages.text[a.mention.end : cue.start])
    ]
    if near:
        return voice(near[0])
    said = passages.speaker(cue)
    own = re.match(r"[Ww]e\b", cue.text)
    if said is None and own is not None:
        span = Span(cue.start, cue.start + 2, own.group())
        return Voice(key="we", label="we", identified=False, mention=span)
    pronoun = re.match(r"(?:He|She)\b", sentence.text)
    if said is None and pronoun is not None:  # whom it stands for is told where names are
        span = Span(sentence.start, sentence.start + pronoun.end(), pronoun.group())
        return Voice(key=span.text.casefold(), label=f"“{span.text}”", identified=False, mention=span)
    return said
