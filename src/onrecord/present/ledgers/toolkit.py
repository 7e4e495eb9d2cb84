"""Instruments of institutions in a conflict: named, called for, offered, accepted, refused, used; by whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Actor, Report, Span
from onrecord.present.basis import basis
from onrecord.present.grounds import Ground, gathered, grounds
from onrecord.present.passages import Passages
from onrecord.present.phrases import flat
from onrecord.present.voice import Voice, voice
from onrecord.resources import toolkit as table

ANSWERS = 2
"""Sentences after one that offers an instrument in which "the offer" is still that one."""
_ANAPHOR = re.compile(
    r"\b(?:the|this|that|such an?|its|their) (?:offer|proposal|request|invitation|idea|initiative|plan|deployment|"
    r"mission|measure|move|call)s?\b|\b(?:accepted|rejected|refused|welcomed|declined) it\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:council|union|commission|organi[sz]ation|league|court|nations|community|assembly|committee|alliance|pact|"
    r"association|secretariat|parliament|tribunal|conference|forum|bloc|agency)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|never|without)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What is said to become of an instrument: `state`, by whom, to whom it is said of, on which day, in which words.

    `by` is empty where nobody is said to; `day` is that of the act where the text tells it, else of publication.
    """

    state: str
    by: tuple[str, ...]
    words: str
    day: str | None
    word: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolRow:
    """One instrument of one institution (null: not told of which) with all that is said of it, earliest first.

    `state` is the last that was said of it; `words` what the reports call it.
    """

    institution: str | None
    instrument: str
    words: tuple[str, ...]
    state: str
    uses: tuple[Use, ...]
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """One place where a report names an instrument, or answers an offer of it."""

    institution: str | None
    instrument: str
    words: str
    use: Use


def toolkit(reports: Sequence[Report]) -> tuple[ToolRow, ...]:
    """Every instrument that reports name, by institution and name; the order of the reports does not matter."""
    groups: dict[tuple[str, str], list[_Found]] = {}
    made = basis(reports)
    for report in made.reports:
        for found in _Reading(report, made.passages(report)).all():
            groups.setdefault((found.institution or "", found.instrument), []).append(found)
    rows = map(_row, _adopted(groups).values())
    return tuple(sorted(rows, key=lambda row: (row.institution or "~", row.instrument, row.grounds)))


def _adopted(groups: dict[tuple[str, str], list[_Found]]) -> dict[tuple[str, str], list[_Found]]:
    """What is told of no institution goes to the only one that has the instrument, where there is only one."""
    kept: dict[tuple[str, str], list[_Found]] = {key: found for key, found in groups.items() if key[0]}
    for (_, instrument), found in sorted(item for item in groups.items() if not item[0][0]):
        owners = [key for key in kept if key[1] == instrument]
        key = owners[0] if len(owners) == 1 else ("", instrument)
        kept[key] = [*kept.get(key, []), *found]
    return kept


def _row(group: list[_Found]) -> ToolRow:
    uses = sorted(_merged([one.use for one in group]), key=lambda use: (use.day or "9999", use.grounds))
    telling = [use.state for use in uses if use.state != "named"]
    days = [use.day for use in uses if use.day]
    named = next((one.institution for one in group if one.institution), None)
    return ToolRow(
        institution=named,
        instrument=group[0].instrument,
        words=tuple(dict.fromkeys(one.words for one in group)),
        state=telling[-1] if telling else "named",
        uses=tuple(uses),
        first=min(days, default=None),
        last=max(days, default=None),
        grounds=gathered(ground for use in uses for ground in use.grounds),
    )


def _merged(uses: list[Use]) -> Iterator[Use]:
    """The same thing said by the same on the same day, once, with all its words."""
    groups: dict[tuple[object, ...], list[Use]] = {}
    for use in uses:
        groups.setdefault((use.state, use.by, use.day, use.word), []).append(use)
    for same in groups.values():
        first = same[0]
        yield Use(
            state=first.state, by=first.by, words=first.words, day=first.day, word=first.word,
            grounds=gathered(ground for use in same for ground in use.grounds),
        )  # fmt: skip


class _Reading:
    """The instruments of one report."""

    def __init__(self, report: Report, passages: Passages) -> None:
        self._report = report
        self._passages = passages

    def all(self) -> Iterator[_Found]:
        offered: list[tuple[int, _Found]] = []
        places = sorted(self._passages.find(table.pattern()))
        if not places:
            return
        for number, sentence in enumerate(self._passages.sentences):
            inside = [place for place in places if place.start >= sentence.start and place.end <= sentence.end]
            seen: set[str] = set()
            for place in inside:
                tool = table.tool(place.text)
                if tool is None or tool.name in seen or self._is_a_person(place):
                    continue
                seen.add(tool.name)
                found = self._found(tool, place, sentence)
                yield found
                if found.use.state in ("offered", "called for", "named"):
                    offered.append((number, found))
            recent = [found for at, found in offered if 0 < number - at <= ANSWERS]
            if recent and not inside and _ANAPHOR.search(sentence.text):
                yield from self._answer(recent[-1], sentence)

    def _is_a_person(self, place: Span) -> bool:
        """Whether the words are somebody's title ("special envoy Karl Dent said"), not an instrument."""
        return any(
            m.actor is not None and m.actor.kind == "person" and m.span.overlap(place) for m in self._report.mentions
        )

    def _found(self, tool: table.Tool, place: Span, sentence: Span) -> _Found:
        state, cue = _state(place, sentence)
        by = self._by(state, cue, place, sentence)
        return _Found(
            institution=tool.institution or self._institution(place, sentence, by),
            instrument=tool.name,
            words=flat(place.text),
            use=self._use(state, by, place, sentence),
        )

    def _use(self, state: str, by: tuple[Voice, ...], place: Span, sentence: Span) -> Use:
        around = self._passages.statement(place)
        record = around.id if around is not None else self._record(place) or self._report.document.id
        return Use(
            state=state,
            by=tuple(one.label for one in by),
            words=flat(sentence.text),
            day=self._day(place),
            word=self._passages.word(place),
            grounds=grounds(self._report, record, dict.fromkeys((place, sentence))),
        )

    def _answer(self, offer: _Found, sentence: Span) -> Iterator[_Found]:
        for state in table.states()[:2]:
            cue = state.any.search(sentence.text)
            if cue is None:
                continue
            span = Span(sentence.start + cue.start(), sentence.start + cue.end(), cue.group())
            by = self._before(span, sentence)
            yield _Found(offer.institution, offer.instrument, offer.words, self._use(state.name, by, span, sentence))
            return

    def _by(self, state: str, cue: Span | None, place: Span, sentence: Span) -> tuple[Voice, ...]:
        """Who offers, asks or uses: the actor of the act with the words, the subject before the cue, the speaker."""
        acting = [e for e in self._report.events if place in e.evidence and e.actors and e.event not in ("THREATEN",)]
        said = self._passages.speaker(place)
        if state in ("named", "offered", "called for") and said is not None:
            return (said,)
        if acting and state in ("called for", "offered", "refused", "accepted"):
            best = min(acting, key=lambda e: (len(e.evidence.text), e.anchor.start))
            return tuple(voice(actor) for actor in best.actors)
        found = self._before(cue or place, sentence)
        return found or (() if said is None else (said,))

    def _before(self, cue: Span, sentence: Span) -> tuple[Voice, ...]:
        """The last actor named before words in their sentence."""
        named = [a for a in self._passages.actors(sentence) if a.mention is not None and a.mention.start < cue.start]
        return (voice(named[-1]),) if named else ()

    def _institution(self, place: Span, sentence: Span, by: tuple[Voice, ...]) -> str | None:
        """The institution named nearest before the instrument in its sentence, else after it, else the speaker's."""
        named = [a for a in self._passages.actors(sentence) if _is_institution(a) and a.mention is not None]
        if named:
            near = min(named, key=lambda a: _distance(a, place))
            return voice(near).label
        for one in by:
            if one.kind == "organization" and _INSTITUTION.search(one.label):
                return one.label
            if one.office and ", " in one.office and _INSTITUTION.search(one.office.rsplit(", ", 1)[1]):
                return one.office.rsplit(", ", 1)[1]
        return None

    def _day(self, place: Span) -> str | None:
        for event in self._report.events:
            when = event.when
            if place in event.evidence and when is not None and when.start and when.start == when.end:
                deadline = event.detail.deadline
                if deadline is None or when.mention is None or not when.mention.overlap(deadline):
                    published = self._report.document.published
                    return min(when.start, published) if published else when.start
        return self._report.document.published

    def _record(self, place: Span) -> str | None:
        return next((event.id for event in self._report.events if place in event.evidence), None)


def _distance(actor: Actor, place: Span) -> tuple[bool, int]:
    mention = actor.mention
    assert mention is not None  # noqa: S101  (callers choose those that have one)
    return mention.start > place.start, abs(mention.start - place.start)


def _is_institution(actor: Actor) -> bool:
    name = actor.name or ("" if actor.mention is None else actor.mention.text)
    return actor.kind == "organization" and ("IGO" in actor.country or bool(_INSTITUTION.search(name)))


def _state(place: Span, sentence: Span) -> tuple[str, Span | None]:
    """What is said to become of the instrument in this sentence, and the words that say it."""
    at = place.start - sentence.start
    before, after = sentence.text[:at], sentence.text[at + len(place.text) :]
    for state in table.states():
        cues = [m for m in state.any.finditer(before) if m.end() > len(before) - 90]
        cues += [m for m in state.before.finditer(before) if m.end() > len(before) - 90]
        if cues:
            start = sentence.start + cues[-1].start()
            span = Span(start, start + len(cues[-1].group()), cues[-1].group())
            return state.name, span
        later = state.any.search(after[:70])
        if later is not None:
            start = place.end + later.start()
            return state.name, Span(start, start + len(later.group()), later.group())
    if _NEGATED.search(before[-12:]):
        return "refused", None
    return "named", None
