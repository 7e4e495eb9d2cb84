"""Demands told as terms ("ready to talk if X frees …", "no talks until …") and as nouns ("X's request for …")."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.model import Report, Span
from onrecord.present.acts import Act, Particular
from onrecord.present.basis import Basis
from onrecord.present.ledgers.end_cues import bids
from onrecord.present.ledgers.meant import placed
from onrecord.present.ledgers.request_acts import as_request, span_of
from onrecord.present.passages import Passages
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import Voice, voice

_NAME = r"(?:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of (?:the )?)?[A-ZÀ-Þ][\w’'-]*)*"
_WHOM = rf"(?:{_NAME}|(?:the|both|all) (?:two |three |four )?(?:sides|parties|governments|states|countries))"
_END = r"[^.;:”]{4,160}?(?=[.;:”]|, |$)"
_REST = rf"(?:{_END}|(?=[.;:”]|, |$))"
_ASKED = r"(?:request|demand|appeal|call|plea|proposal|ultimatum)"
_TIME = r"(?:(?:\d+|\w+|a) (?:hours?|days?|weeks?|months?))"
_HINGES = r"(?:if|provided(?: that)?|once|as soon as|on condition that|as long as|so long as|only if|only when)"
_NEVER = (
    r"(?:impossible|out of the question|unthinkable|no (?:[\w-]+ ){1,3}|not (?:[\w-]+ ){1,6}|cannot (?:[\w-]+ ){1,6}|"
    r"refus\w+ to (?:[\w-]+ ){1,6})"
)
_KINDLY = (
    r"(?:attend|talk|negotiate|resume|re-?open|release|free|lift|withdraw|sign|stop|halt|end|join|return|meet|"
    r"hand over|send|allow|drop|suspend|take part|lay down|cooperate|co-operate|disarm|consider|"
    r"restore|be (?:re-?opened|opened|cleared|lifted|dropped|halted|returned|handed over|"
    r"released|freed|restored|resumed|withdrawn))"
)
"""What somebody does for another on terms; what he threatens with sets none here."""
_PAST = (
    r"(?:not |fully |first |all )?"
    r"(?:\w+ed|paid|left|gone|given|sent|met|withdrawn|let|handed|taken|lifted|shown|made|cut)"
)
_THINGS = r"(?:the|its|his|her|their|all|both) (?:[\w’'-]+ ){1,6}?"
"""What is to be done to things or people, by whom it is not said: "only if the drivers are freed"."""
_GIVES = r"\b(?:set|sets|given|gave|gives)"
_UNTIL = rf"(?:{_TIME}|(?:until|till) [^.;]{{3,30}}?)"
_RESOLVES = r"\b(?:voted|decided|resolved|agreed)(?: \w+ly| unanimously)? to"
_AMENDS = (
    r"(?:an? |the )?(?:[\w-]+ )?(?:apology|apologies|explanations?|compensation|reparations|assurances?|guarantees?|"
    r"access|clarification)"
)
_TERMS: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b(?:ready|prepared|willing|happy) to [^.;”]{{4,120}}?,? {_HINGES} (?P<whom>(?:the [a-z]+ of )?{_WHOM}) "
        rf"(?P<what>{_END})"
    ),
    re.compile(
        rf"\b(?:would|will) (?:only |then |gladly )?{_KINDLY}\b[^.;,”]{{0,80}}?,? {_HINGES} (?P<whom>{_NAME}) "
        rf"(?!(?:did|does|do|agree[sd]?|accept\w*|attack\w*|invade\w*|fire[sd]?|refuse[sd]?|fail\w*|violate\w*|broke|breaks|"
        rf"is|are|was|were|has|had|remain\w*|want\w*)\b)(?P<what>{_END})"
    ),
    re.compile(
        rf"\b(?:would|will) (?:be )?[^.;,”]{{3,80}}? (?:once|as soon as|only after|after) (?P<whom>{_NAME}) "
        rf"(?P<what>(?:has|have|had) (?:{_PAST})\b{_REST})"
    ),
    re.compile(
        rf"\b(?:would|will) [^.;,”]{{3,80}}? only (?:if|when|once|after) (?P<what>{_THINGS}"
        rf"(?:is|are|was|were|(?:has|have|had) been) (?:{_PAST})\b{_REST})"
    ),
    re.compile(
        rf"\b(?:would|will|could|can) not [^.;,”]{{3,80}}? (?:until|unless|before) (?P<what>{_THINGS}"
        rf"(?:is|are|was|were|(?:has|have|had) been) (?:{_PAST})\b{_REST})"
    ),
    re.compile(rf"\b{_NEVER},?\s?(?:until|unless|as long as|so long as|before) (?P<whom>{_WHOM}) (?P<what>{_END})"),
    re.compile(
        rf"(?P<by>{_NAME}) (?:had |has )?made (?P<what>(?:the|an?) [^.;”]{{6,80}}?) "
        rf"(?:a|the|its|his|her|their) (?:pre)?conditions? for\b"
    ),
    re.compile(r"\bmade (?P<what>(?:the|an?) [^.;”]{6,80}?) (?:a|the|its|his|her|their) (?:pre)?conditions? for\b"),
    re.compile(rf"{_GIVES} (?P<whom>{_WHOM}) (?P<due>{_TIME})(?: on \w+day| yesterday| today)? to (?P<what>{_END})"),
    re.compile(rf"{_GIVES} (?P<whom>{_WHOM}) a deadline of (?P<due>[^.;]{{3,30}}?) (?:to|for) (?P<what>{_END})"),
    re.compile(rf"(?P<whom>{_WHOM}) (?:has|have|had) (?P<due>{_UNTIL}) to (?P<what>{_END})"),
    re.compile(rf"\bwarn(?:ed|s) (?P<whom>{_WHOM}) (?:not )?to (?P<what>{_END})"),
    re.compile(
        rf"{_RESOLVES} (?:ask|call on|urge|request|appeal to|demand of) (?P<whom>{_WHOM}) (?:for|to) (?P<what>{_END})"
    ),
    re.compile(
        rf"\b(?:turned|written|wrote|gone|applied|appealed) to (?P<whom>{_WHOM}) "
        rf"(?:with (?:the|a) (?:request|demand|plea) (?:that (?:it|they|he|she)|to|for)|asking (?:it|them|him|her) to) "
        rf"(?P<what>{_END})"
    ),
    re.compile(
        rf"\bexpects? (?P<what>(?:their|his|her|its|the|an?) (?:[\w-]+ ){{0,2}}?(?:release|withdrawal|return|handover|"
        rf"departure|removal|reopening|lifting|repeal|apology|reply|answer)\b{_REST})"
    ),
    re.compile(
        rf"\b(?:expect|demand|insist|require|request|ask)(?:s|ed)? [^.;]{{3,120}}? and that "
        rf"(?P<what>[^.;,]{{3,60}}? be {_PAST}\b{_REST})"
    ),
    re.compile(
        rf"\b(?P<what>(?:[Tt]hey|he|she|[Tt]he [a-z][^.;,”]{{2,50}}?|[Aa]ll [a-z][^.;,”]{{2,50}}?) "
        rf"must be (?:released|freed|"
        rf"returned|withdrawn|handed over|handed back|lifted|re-?opened|removed|dismantled|let go|let through|let in|"
        rf"brought to justice|punished|paid)\b{_REST})"
    ),
    re.compile(
        rf"\b(?:(?:expect|await|want|seek|claim)(?:s|ed|ing)?|sought|(?:look|wait|hop)(?:s|ed|ing)? for) "
        rf"(?P<what>{_AMENDS}) from (?P<whom>{_WHOM})"
    ),
)
"""Terms that one side sets another: what it is ready for on condition, what will not be until, deadlines, amends."""
_OF_A_SIDE = re.compile(
    r"\b(?:ordered|told|gave|asked|instructed) (?P<what>[^.;,”]{0,60}?\b(?:diplomats?|ambassador|envoys?|attach[ée]s?|"
    r"consuls?|embassy staff|troops|soldiers|vessels|ships|observers|journalists) [^.;,”]{0,40}?\bto "
    r"(?:leave|depart|go home|quit|withdraw|get out|pull out)[^.;,”]{0,60})"
)
"""Those of a state who are told to go: the state is asked."""
_NOUN = re.compile(
    rf"(?P<by>{_NAME}(?=[’'] )|{_NAME}(?=[’']s )|\b(?:[Tt]he|[Aa]n?) [A-ZÀ-Þ]\w+|\b(?:[Tt]he|[Aa]n?) (?:\w+ ){{0,2}}?"
    rf"(?:envoy|minister|president|ambassador|mayor|governor|mediators?|mission|council|office|ministry)(?=[’']s? ))"
    rf"(?:[’']s?)? (?:\w+ )?{_ASKED} (?:for|that|to) (?P<what>[^.;:”]{{4,120}}?)"
    rf"(?=[.;:”,]|$| (?:was|were|has been|had been|found|met|went|remains?) )"
)
_SETTLED = re.compile(
    r"\b(?:declin\w+|refus\w+|reject\w+|turn\w+ down|dismiss\w+|rebuff\w+|spurn\w+|ignor\w+|brush\w+ aside|grant\w+|"
    r"accept\w+|agree\w+ to|approv\w+|consent\w+ to|repl\w+|answer\w+|backed|supported|no support)\b"
)
"""Verbs that settle what was asked: in the sentence of a request told as a noun."""


@cache
def _bids() -> re.Pattern[str]:
    """Quoted words that begin with what is to be done: "“Take the gate down by Friday"."""
    verbs = "|".join(verb.capitalize() for verb in bids())
    return re.compile(
        rf"[“\"](?P<what>(?:{verbs})\b (?!me\b|us\b|him\b)[^.;:,”\"!?]{{6,120}}?)"
        rf"(?: by (?P<due>[A-Z]\w+(?: \w+)?))?(?=[.;:,”\"!]| and (?:we|I)\b| or (?:we|I)\b)"
    )


_TELLS = made_sign("terms", lambda: (*_TERMS, _OF_A_SIDE, _NOUN, _bids()))


def terms(report: Report, made: Basis) -> Iterator[Act]:
    """The demands that the sentences of a report tell as terms or as nouns, where no event asks in the same words."""
    passages = made.passages(report)
    if not passages.has(_TELLS):
        return
    asked = [e for e in report.events if e.event == "REQUEST"]
    told = [e.anchor for e in asked] + [e.detail.demand for e in asked if e.detail.demand is not None]
    for pattern in _TERMS:
        for found in pattern.finditer(passages.text):
            one = _term(report, passages, found, made, told)
            if one is not None and "by" in pattern.groupindex:
                told.append(one.words)
            yield from () if one is None else (one,)
    for found in _bids().finditer(passages.text):
        yield from _bidden(report, passages, found, told)
    for found in _OF_A_SIDE.finditer(passages.text):
        yield from _sent_away(report, passages, found, made, told)
    for found in _NOUN.finditer(passages.text):
        yield from _requested(report, passages, found, made, told)


def _term(report: Report, passages: Passages, found: re.Match[str], made: Basis, told: list[Span]) -> Act | None:
    what, groups = span_of(found, "what"), found.re.groupindex
    whom = _party(passages, span_of(found, "whom"), made) if "whom" in groups else None
    cue = Span(found.start(), what.start, passages.text[found.start() : what.start])
    by = _party(passages, span_of(found, "by"), made) if "by" in groups else _asker(report, passages, cue, whom, made)
    if by is None or any(one.overlap(what) for one in told) or ("whom" in groups and whom is None):
        return None
    if whom is not None and made.sides.of(whom) == made.sides.of(by):
        return None
    due = (Particular("deadline", (span_of(found, "due"),)),) if "due" in groups else ()
    return as_request(report, passages, by, whom, what, cue, due)


def _bidden(report: Report, passages: Passages, found: re.Match[str], told: list[Span]) -> Iterator[Act]:
    """What the quoted words of an official bid somebody do."""
    what, speaker = span_of(found, "what"), passages.speaker(span_of(found, "what"))
    if speaker is None or speaker.kind not in ("person", "office") or any(one.overlap(what) for one in told):
        return
    due = (Particular("deadline", (span_of(found, "due"),)),) if found["due"] else ()
    cue = Span(what.start, what.start + len(what.text.split()[0]), what.text.split()[0])
    yield as_request(report, passages, speaker, None, what, cue, due)


def _sent_away(
    report: Report, passages: Passages, found: re.Match[str], made: Basis, told: list[Span]
) -> Iterator[Act]:
    what = span_of(found, "what")
    cue = Span(found.start(), what.start, passages.text[found.start() : what.start])
    by = _asker(report, passages, cue, None, made)
    words = re.findall(r"\b[A-ZÀ-Þ][\w-]+", found["what"].split(" to ")[0])
    state = next((state for word in words if (state := made.sides.state(word))), None)
    if by is None or state is None or state == made.sides.of(by) or any(one.overlap(what) for one in told):
        return
    yield as_request(report, passages, by, Voice(key=state, label=state, kind="state"), what, cue, ())


def _requested(
    report: Report, passages: Passages, found: re.Match[str], made: Basis, told: list[Span]
) -> Iterator[Act]:
    """A request told as a noun, with those of whom it was made where the same sentence says how they answered."""
    what, asker = span_of(found, "what"), span_of(found, "by")
    by = _party(passages, asker, made)
    if by is None or any(one.overlap(what) for one in told) or len(what.text.split()) < 2:
        return
    sentence = passages.sentence(what)
    settled = _SETTLED.search(sentence.text)
    before = [
        a for a in passages.actors(sentence) if a.mention is not None and a.mention.end <= asker.start and settled
    ]
    whom = voice(before[-1]) if before and settled and settled.start() < asker.start - sentence.start else None
    cue = Span(asker.start, what.start, passages.text[asker.start : what.start])
    yield as_request(report, passages, by, whom, what, cue, ())


def _party(passages: Passages, span: Span, made: Basis) -> Voice | None:
    """The actor whom the report links in these words, else the state whose adjective they have, else the words."""
    around = passages.actors(passages.sentence(span))
    named = [a for a in around if a.mention is not None and a.mention.overlap(span) and a.kind != "people"]
    if named:
        return voice(max(named, key=lambda a: a.mention.end if a.mention else 0))
    words = re.findall(r"\b[A-ZÀ-Þ][\w-]+", span.text)
    state = next((state for word in words if (state := made.sides.state(word))), None)
    if state is not None:
        return Voice(key=state, label=state, kind="state")
    label = re.sub(r"^(?:the|an?) ", "", span.text, flags=re.IGNORECASE)
    return Voice(key=label.casefold(), label=label, identified=False, mention=span) if label[0].islower() else None


def _asker(report: Report, passages: Passages, cue: Span, whom: Voice | None, made: Basis) -> Voice | None:
    """Who sets terms: who speaks the words, else the actor named before them in the sentence."""
    speaker = passages.speaker(cue)
    if speaker is not None:
        return speaker
    sentence = passages.sentence(cue)
    before = [
        voice(a)
        for a in passages.actors(sentence)
        if a.mention is not None and a.mention.end <= cue.start and a.kind != "people"
    ]
    near = [one for one in before if whom is None or made.sides.of(one) != made.sides.of(whom)]
    return placed(near[-1], report, made) if near else None
