"""Agreements without a name: "the two sides agreed on Monday to …", "signed a protocol", later "the deal".

A report that tells how one was made gives its day, its parties and what it binds to; it is called by the noun that the
reports use. Later reports that name no agreement mean it by "the deal" or "the arrangement".
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Agreement, Report, Span
from onrecord.present.acts import Act
from onrecord.present.basis import Basis
from onrecord.present.ledgers.both import states
from onrecord.present.passages import Passages
from onrecord.present.signs import sign
from onrecord.present.voice import voice

_NOUNS = (
    r"(?:agreement|understanding|compact|arrangement|accord|treaty|ceasefire|cease-fire|truce|pact|memorandum|protocol|"
    r"convention|armistice|settlement|deal|bargain|compromise|package|roadmap|timetable)"
)
_QUALIFIED = r"(?:[\w-]+ ){0,3}?"
_CALLED = r"what (?:they|both|both sides|the two sides|the two|officials|the mediators?) (?:call|called|described as)"
_MADE = re.compile(
    r"\b(?:sign(?:ed|ing)?|initial(?:l?ed|l?ing)|conclud(?:ed|ing)|reach(?:ed|ing)|struck|seal(?:ed|ing)|settled on|"
    r"clinch(?:ed|ing)|agreed(?: on| to)?|hammered out|"
    r"(?:put|putting|set|setting) (?:their|its) (?:names?|signatures?|hands?|initials) to|"
    r"(?:came|come|emerged) (?:out|away|back|up)?[^.;:]{0,40}? with)"
    rf" (?:{_CALLED} an? (?:[\w-]+ ){{0,2}}?(?P<called>[a-z]+)(?=[:;,.]| (?:that|which|under|by|to|for)\b)|"
    rf"an? {_QUALIFIED}(?P<noun>{_NOUNS}))\b"
)
_AGREED = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]he) (?:sides|countries|governments|states|parties|capitals|delegations|neighbou?rs)"
    r"(?: have| had)? (?:agreed|consented|settled|pledged|undertook|undertaken)\b"
)
_MEANT = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Ii]ts) (?:[a-z][\w-]* ){{0,2}}?(?P<noun>{_NOUNS})\b"
    r"(?! (?:of|between|with|on|to|dated|signed) (?:the )?[A-Z\d])"
)
_FOLLOWS = re.compile(r"\b(?:following|as follows|these points|the points)\b|:\s*$|: ")
_MODAL = r"\b(?:will|shall|would|is to|are to|was to|were to|must)\b"
_BINDS = re.compile(_MODAL)
_SPLIT = re.compile(
    rf"[;:]\s*(?:and\s+)?|,\s+(?:and\s+|but\s+|while\s+)?(?=[^,;:.]*{_MODAL})|\s(?:under|by) which\s|"
    rf"\s(?:and|while)\s(?=(?:the |both |neither )?[A-Z][^,;:.]*{_MODAL})"
)
_OPENS = re.compile(r"(?:Under|By|In) (?:the|this|that|its) ")
_RELATIVE = re.compile(r"(?:who|whom|whose|which)\b")
_NEAR_DAYS = 7
_TWO = 2
_WORDS = 3


@dataclass(frozen=True, slots=True)
class Made:
    """One making of an agreement as a report tells it; `by` is its day, or that of the report which tells none."""

    report: Report
    span: Span
    noun: str
    by: str
    dated: bool
    obligations: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An agreement without a name as one report tells of it; those made `by` one day are one."""

    report: Report
    agreement: Agreement
    by: str


def unnamed(made: Basis) -> tuple[Unnamed, ...]:
    """The agreements without a name, as each report tells of them; dated where a report tells their day."""
    return made.once("unnamed agreements", lambda: tuple(_told(made)))


def _told(made: Basis) -> Iterator[Unnamed]:
    by_day: dict[str, list[Made]] = {}
    for report in made.reports:
        for one in _makings(report, made):
            by_day.setdefault(one.by, []).append(one)
    meant = _meant(made, list(by_day.values()))
    for day, makings in by_day.items():
        later = meant.get(day, [])
        if not any(one.noun or _FOLLOWS.search(_sentence(one, made)) for one in makings) and not later:
            continue
        nouns = Counter([*(one.noun for one in makings if one.noun), *(noun for _, _, noun in later)])
        name = next((one.noun for one in makings if one.noun), None) or max(nouns, key=nouns.__getitem__, default="")
        told: dict[str, tuple[Report, list[Span], tuple[Span, ...]]] = {
            one.report.document.id: (one.report, [one.span], one.obligations) for one in makings
        }
        for report, found, _ in later:
            told.setdefault(report.document.id, (report, [], ()))[1].extend(found)
        dated = day if any(one.dated for one in makings) else None
        for report, spans, obligations in told.values():
            told_of = Agreement(
                id=report.document.id, doc=report.document.id, name=name or "agreement", date=dated,
                mentions=tuple(sorted(set(spans))), obligations=obligations,
            )  # fmt: skip
            yield Unnamed(report, told_of, day)


def _sentence(one: Made, made: Basis) -> str:
    return made.passages(one.report).sentence(one.span).text


def _meant(made: Basis, makings: Sequence[list[Made]]) -> dict[str, list[tuple[Report, list[Span], str]]]:
    """By the day of each making, the later words that mean it: the last one told by then, else that of the report."""
    told = sorted((one.report.document.published or "9999", one.by) for same in makings for one in same[:1])
    days, found = [day for day, _ in told], dict[str, list[tuple[Report, list[Span], str]]]()
    for report in made.reports:
        own = next((one.by for same in makings for one in same if one.report is report), None)
        at = bisect_right(days, report.document.published or "") - 1
        meant = list(_references(report, made)) if own or at >= 0 else []
        if meant:
            found.setdefault(own or told[at][1], []).append((report, [span for span, _ in meant], meant[0][1]))
    return found


_TELLS = sign("unnamed_agreements", _MADE, _AGREED)
_MEANS = sign("agreements_meant", _MEANT)


def _makings(report: Report, made: Basis) -> Iterator[Made]:
    """The making of an agreement in a report: the first with a noun, else the first of both sides."""
    passages = made.passages(report)
    if not passages.has(_TELLS):
        return
    two = len(states(report, len(passages.text), made)) == _TWO
    found = [(m["called"] or m["noun"], Span(m.start(), m.end(), m.group())) for m in _MADE.finditer(passages.text)]
    found += [("", Span(m.start(), m.end(), m.group())) for m in _AGREED.finditer(passages.text)]
    for noun, span in found:
        sentence = passages.sentence(span)
        if any(mention.overlap(sentence) for one in report.agreements for mention in one.mentions):
            continue
        if not two and (not noun or len(passages.actors(sentence)) < _TWO):
            continue
        if _NOT.search(sentence.text[: span.start - sentence.start]):
            continue
        published = report.document.published
        if published is not None:
            day = _day(report, passages, sentence, published)
            obligations = tuple(_obligations(passages, sentence))
            yield Made(report, span, noun.casefold(), day or published, day is not None, obligations)
            return


_NOT = re.compile(
    r"\b(?:not|never|if|unless|until|should|could|may|might|will|would|to|hop\w+|fail\w*|refus\w+|since|after|urg\w+|"
    r"call\w* (?:for|on)|before)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
"""What is not made yet, or was made before what is told."""


def _day(report: Report, passages: Passages, sentence: Span, published: str) -> str | None:
    """The day of a making: the last one of its sentence, else the last before it of a week; None where none is told."""
    days = [
        (m.span, m.time.start)
        for m in report.mentions
        if m.time is not None and m.time.start is not None and m.time.start == m.time.end and m.time.start <= published
    ]
    inside = [day for span, day in days if span in sentence]
    before = [day for span, day in days if span.start < sentence.start and _apart(day, published) <= _NEAR_DAYS]
    return inside[-1] if inside else before[-1] if before else None


def _apart(day: str, published: str) -> int:
    return (date.fromisoformat(published) - date.fromisoformat(day[:10])).days if len(day) >= 10 else 9999


def _obligations(passages: Passages, sentence: Span) -> Iterator[Span]:
    """The clauses that say what it binds to: in its sentence, and behind it up to the end of the paragraph or list."""
    end = passages.text.find("\n\n", sentence.start)
    end = len(passages.text) if end < 0 else end
    listed = _FOLLOWS.search(passages.text[sentence.start : sentence.end]) is not None
    for one in passages.sentences:
        follows = sentence.start <= one.start < end
        under = one.start >= end and _OPENS.match(one.text) and _MEANT.search(one.text[:60])
        if follows or under:
            behind = follows and one.start > sentence.start
            yield from _clauses(one, (listed and follows) or (behind and ": " in one.text), listed and behind)


def _clauses(sentence: Span, listed: bool, whole: bool) -> Iterator[Span]:
    """The clauses of a sentence that bind; all of a list (`whole`: from its beginning, else behind its colon)."""
    start = 0
    cuts = [(m.start(), m.end()) for m in _SPLIT.finditer(sentence.text)]
    for left, right in [*cuts, (len(sentence.text), len(sentence.text))]:
        words = sentence.text[start:left].rstrip(" .,;")
        behind = listed and (whole or start > 0)
        if len(words.split()) >= _WORDS and not _RELATIVE.match(words) and (_BINDS.search(words) or behind):
            yield Span(sentence.start + start, sentence.start + start + len(words), words)
        start = right


def bound(report: Report, made: Basis, told: Sequence[Span]) -> Iterator[Act]:
    """What an agreement without a name binds somebody named to, beyond the words in which promises are `told`."""
    passages = made.passages(report)
    known = [*told, *(e.anchor for e in report.events if e.event in ("AGREE", "CONCEDE"))]
    for one in unnamed(made):
        for clause in one.agreement.obligations if one.report is report else ():
            if any(span.overlap(clause) for span in known):
                continue
            named = [a for a in passages.actors(clause) if a.mention is not None and made.sides.all((a,))]
            if named and named[0].mention is not None and named[0].mention.start - clause.start <= _HEAD:
                yield Act(
                    records=(report.document.id,), event="AGREE", mode=None, by=(voice(named[0]),), to=(), words=clause,
                    particulars=(), when=None, where=None, status="planned", negated=False, reported=True, word=(),
                    spans=(clause,),
                )  # fmt: skip


_HEAD = 4
"""Characters before the name of who is bound, where a clause begins with it ("the")."""


def _references(report: Report, made: Basis) -> Iterator[tuple[Span, str]]:
    """Where a report that names no agreement means one by a noun alone."""
    passages = made.passages(report)
    if report.agreements or not passages.has(_MEANS):
        return
    for found in _MEANT.finditer(passages.text):
        yield Span(found.start(), found.end(), found.group()), found["noun"].casefold()
