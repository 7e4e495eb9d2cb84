"""The points of an account: stretches of words with what they are about, ready to be held against another's."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Actor, Event, Mention, Report, Span
from onrecord.present.figures import Figure, figures
from onrecord.present.mentioned import mentioned
from onrecord.present.wording import GENERIC_WEIGHT, denies, strength, term, weight, words

NAMED, PARTY, TYPE = 0.5, 0.1, 0.3
"""What a named actor or place counts, a party of the contact (named everywhere), a common record type."""
_NEARLY = 0.85
"""Share of a figure down to which another is about the same."""
_BLAMING = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "THREATEN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of one account.

    `spans` are its words in the document `doc`, the fullest first (others repeat it); `statement` is the innermost
    statement they stand in (null: the report's own voice). `about` holds what it is about with weights in 0–1;
    `blamed` the countries or names it blames, `strength` the level (0–3) of its harshest word or of the words that
    report it, `denied` that these say it is not so.
    """

    doc: str
    spans: tuple[Span, ...]
    statement: str | None
    records: tuple[str, ...]
    about: tuple[tuple[str, float], ...]
    blamed: tuple[str, ...]
    strength: int
    denied: bool


class Names:
    """The names that a report links, to be found wherever their words stand, in capitals or not."""

    def __init__(self, report: Report) -> None:
        self._mentions = tuple((key, m.span) for m in mentioned(report) if (key := _key(m)))
        self._keys: dict[str, str] = {}
        for key, span in self._mentions:
            if len(bare := _bare(span.text)) > 3:
                self._keys.setdefault(bare, key)

    def inside(self, span: Span) -> list[tuple[str, Span]]:
        """Keys of the names in a span with their words there; linked mentions before other words alike."""
        found = [(key, where) for key, where in self._mentions if where in span]
        for start, end in self._places(span.text):
            where = Span(span.start + start, span.start + end, span.text[start:end])
            key = self._keys.get(where.text.casefold())
            if key is not None and not any(where.overlap(taken) for _, taken in found):
                found.append((key, where))
        return found

    def _places(self, text: str) -> list[tuple[int, int]]:
        """Where whole words of a text are a name, whatever their case: from left to right, the longest first."""
        low, places = text.lower(), []
        if len(low) != len(text):
            return []  # a letter that lower case makes two of: offsets would not hold
        for name in self._keys:
            at = low.find(name)
            while at >= 0:
                end = at + len(name)
                if not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum()):
                    places.append((at, end))
                at = low.find(name, at + 1)
        kept: list[tuple[int, int]] = []
        for at, end in sorted(places, key=lambda place: (place[0], -place[1])):
            if not kept or at >= kept[-1][1]:
                kept.append((at, end))
        return kept


_AROUND = re.compile(r"^the |[’']s$")


def _bare(words: str) -> str:
    return _AROUND.sub("", words.casefold())


def _key(mention: Mention) -> str | None:
    """A country is the same whether it acts or is where something is."""
    place, actor = mention.place, mention.actor
    if place is not None and (place.id or place.name):
        code = (place.id or "").removeprefix("country:")
        return f"actor:{code}" if code != place.id and code else f"place:{place.id or place.name}"
    return f"actor:{key}" if actor is not None and (key := who(actor)) else None


def point(report: Report, names: Names, span: Span, statement: str | None, parties: frozenset[str]) -> Point:
    """The point that `span` makes; `parties` are the countries of the contact."""
    cue = next((one.cue.text for one in report.statements if one.id == statement and one.cue), "")
    events = tuple(event for event in report.events if event.anchor in span)
    states = tuple(one for one in report.conditions if one.evidence.overlap(span))
    named = _named(names, span, parties)
    about = dict(_words(span, [where for _, _, where in named]))
    about |= {key: worth for key, worth, _ in named}
    about |= {f"type:{kind}": TYPE for kind in (*(e.event for e in events), *(s.kind for s in states))}
    return Point(
        doc=report.document.id,
        spans=(span,),
        statement=statement,
        records=(*(event.id for event in events), *(state.id for state in states)),
        about=tuple(sorted(about.items())),
        blamed=tuple(dict.fromkeys(who for event in events for who in _blamed(event))),
        strength=max(strength(span.text), strength(cue)),
        denied=denies(cue),
    )


def similarity(one: Point, other: Point) -> float:
    """How much two points are about the same, 0–1: the cosine of what they are about.

    0 where nothing but actors, record types and words that could stand anywhere is shared.
    """
    a, b = dict(one.about), dict(other.about)
    shared = a.keys() & b.keys()
    if not any(_telling(key, a[key]) for key in shared):
        return 0.0
    dot = math.fsum(a[key] * b[key] for key in sorted(shared))
    return dot / math.sqrt(math.fsum(v * v for v in a.values()) * math.fsum(v * v for v in b.values()))


def tells_something(one: Point) -> bool:
    """Whether a point is about more than actors and words that could stand anywhere."""
    return any(worth > GENERIC_WEIGHT and not key.startswith(("actor:", "type:")) for key, worth in one.about)


def named(one: Point) -> frozenset[str]:
    """Actors and places that a point names beside the parties of the contact."""
    return _names_in(one, PARTY)


def _names_in(one: Point, above: float = 0.0) -> frozenset[str]:
    return frozenset(key for key, worth in one.about if key.startswith(("actor:", "place:")) and worth > above)


def other_figures(one: Point, other: Point) -> tuple[str, ...]:
    """The words of the figures of one point for which another has no figure that agrees, but one of the same unit."""
    theirs = _figures(other)
    apart = []
    for mine in _figures(one):
        alike = [figure for figure in theirs if _counts_the_same(mine, figure)]
        if alike and not any(_agree(mine, figure) for figure in alike):
            apart.append(mine.words)
    return tuple(dict.fromkeys(apart))


def _figures(one: Point) -> list[Figure]:
    return [figure for span in one.spans for figure in figures(span.text)]


def _counts_the_same(mine: Figure, theirs: Figure) -> bool:
    """Whether two figures count the same: they share the first word or the last of what they count."""
    units = [[term(word) for _, _, word in words(figure.unit)] or [figure.unit] for figure in (mine, theirs)]
    return bool({units[0][0], units[0][-1]} & {units[1][0], units[1][-1]})


def _agree(mine: Figure, theirs: Figure) -> bool:
    """Whether two figures can be true together: "more than 10" and "12", "about 100" and "95"."""
    low, high = sorted((mine, theirs), key=lambda figure: figure.value)
    if low.value == high.value or low.bound == "at least" or high.bound == "at most":
        return True
    return "about" in (low.bound, high.bound) and low.value >= _NEARLY * high.value


def merged(points: Iterable[Point], alike: float) -> tuple[Point, ...]:
    """The points of one account without repetitions: one that is `alike` and blames nobody new joins the first."""
    kept: list[Point] = []
    for one in points:
        at = next((n for n, old in enumerate(kept) if similarity(old, one) >= alike and _nothing_new(old, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = joined(kept[at], one)
    return tuple(kept)


def joined(first: Point, again: Point) -> Point:
    """The first point with the words of another that repeats it."""
    return Point(
        doc=first.doc,
        spans=(*first.spans, *again.spans),
        statement=first.statement,
        records=tuple(dict.fromkeys((*first.records, *again.records))),
        about=first.about,
        blamed=tuple(dict.fromkeys((*first.blamed, *again.blamed))),
        strength=max(first.strength, again.strength),
        denied=first.denied or again.denied,
    )


def _nothing_new(old: Point, one: Point) -> bool:
    return set(one.blamed) == set(old.blamed) and _names_in(one) <= _names_in(old)


def _telling(key: str, worth: float) -> bool:
    return not key.startswith(("actor:", "type:", "place:")) and worth > GENERIC_WEIGHT


def _words(span: Span, taken: list[Span]) -> Iterable[tuple[str, float]]:
    for start, end, word in words(span.text):
        if not any(start + span.start < one.end and one.start < end + span.start for one in taken):
            yield term(word), weight(word)


def _named(names: Names, span: Span, parties: frozenset[str]) -> list[tuple[str, float, Span]]:
    """Actors and places named in the span: key, weight, words."""
    return [
        (key, PARTY if key.removeprefix("actor:") in parties else NAMED, where) for key, where in names.inside(span)
    ]


def who(actor: Actor) -> str | None:
    """What an actor is held together by across accounts: the country it stands for, else its id; null for unknown."""
    if actor.resolved_by == "unresolved" or actor.kind == "people":
        return None
    return actor.country[0] if actor.country else actor.id or actor.name


def _blamed(event: Event) -> Iterable[str]:
    blamed = event.recipients if event.event == "ACCUSE" else event.actors if event.event in _BLAMING else ()
    return (key for actor in blamed if (key := who(actor)))
