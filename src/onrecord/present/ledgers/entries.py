"""Acts of many reports with the report they stand in and the day they belong to."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.model import Report, Span
from onrecord.present.acts import Act, acts
from onrecord.present.basis import Basis, basis
from onrecord.present.chain import attribution
from onrecord.present.demands import demands
from onrecord.present.grounds import Ground, grounds
from onrecord.present.ledgers.announcements import announcements
from onrecord.present.ledgers.deadlines import deadline
from onrecord.present.ledgers.parted import parted
from onrecord.present.ledgers.request_lists import listed, opens_list
from onrecord.present.ledgers.request_terms import terms
from onrecord.present.ledgers.request_words import requests_in_words
from onrecord.present.ledgers.spoken import named, spoken
from onrecord.present.ledgers.undertakings import undertakings
from onrecord.present.ledgers.unnamed import bound
from onrecord.present.mentioned import mentioned
from onrecord.present.sides import Sides
from onrecord.present.voice import Voice


class Entry(msgspec.Struct, frozen=True):
    """One act. `day` is its own first day, else the day its report was published; null where neither is known.

    `due` is the time that stands in what is asked or promised itself ("meet next month"): a day of that, not of this.
    """

    act: Act
    day: str | None
    due: str | None
    grounds: tuple[Ground, ...]

    @property
    def place(self) -> tuple[str, str, int]:
        """Sort key: by day (unknown last), then document and place in it."""
        first = self.grounds[0]
        return self.day or "9999", first.doc, first.span.start


def entries(reports: Sequence[Report], types: Iterable[str]) -> tuple[Entry, ...]:
    """The acts of these PLOVER types, earliest first; the order of the reports does not matter."""
    wanted, made = tuple(types), basis(reports)
    return made.once(("entries", wanted), lambda: _all(wanted, made))


def _all(types: tuple[str, ...], made: Basis) -> tuple[Entry, ...]:
    found = list(_coded(types, made))
    for report in made.reports:
        if len(types) <= len(GIVEN):
            found += _entries(spoken(report, types, made), report, made)
        if types == ("REQUEST",):
            found += _entries(requests_in_words(report, made), report, made)
            found += _entries(terms(report, made), report, made)
            found += _entries(listed(report, made), report, made)
        if types == GIVEN:
            plans = tuple(announcements(report, made))
            told = [one.words for one in (*plans, *spoken(report, types, made))]
            plans += tuple(undertakings(report, made, told))
            told += [one.words for one in plans]
            found += _entries((*plans, *bound(report, made, told)), report, made)
    return tuple(sorted(found, key=lambda e: e.place))


def _coded(types: tuple[str, ...], made: Basis) -> Iterator[Entry]:
    """The entries of what the reports code as events of these types, report by report."""
    if types == ("REQUEST",):
        for report in made.reports:
            yield from _entries(demands(report, made.passages(report).chains), report, made)
        return
    several = frozenset(_ASKED if _ASKED.issuperset(types) else types)
    known = made.once(
        ("coded", several),
        lambda: [
            entry
            for report in made.reports
            for entry in _entries(acts(report, several, made.passages(report).chains), report, made)
        ],
    )
    yield from (entry for entry in known if entry.act.event in types)


def _entries(found: Iterable[Act], report: Report, made: Basis) -> Iterator[Entry]:
    text = report.document.text or ""
    whole = (_whole(one, text) for one in found)
    for act in (part for one in whole for part in parted(named(one, report, made), report)):
        if not _tells(act, report):
            continue
        spans = dict.fromkeys((act.words, *act.spans))
        due = _due(act) or deadline(act, report, made)
        when = None if act.when is None or _due(act) else act.when.start or act.when.end
        if when is not None and act.event in GIVEN and when > (report.document.published or when):
            due, when = due or (None if act.when is None else act.when.phrase), None  # for when it is promised
        yield Entry(act, when or report.document.published, due, grounds(report, act.records[0], spans))


_ASKED = frozenset("AGREE CONCEDE REJECT RETREAT COOPERATE AID COERCE ASSAULT MOBILIZE".split())
"""Types that several ledgers ask for: their entries are made once for all of them."""
GIVEN = ("AGREE", "CONCEDE")
"""Types of promises; statements are looked through for these and for demands, not for answers."""


def _tells(act: Act, report: Report) -> bool:
    """Whether a demand says what is asked: not only a name, and not what somebody was merely told."""
    if act.event != "REQUEST":
        return True
    if any(
        m.actor is not None and act.words in m.span and not _WANTED.match(act.words.text) for m in mentioned(report)
    ):
        return False
    if any(m.time is not None and act.words in m.span for m in report.mentions):
        return False  # "a session on Friday, which X had requested": a day is not what was asked
    if opens_list(act.words, report.document.text or ""):
        return False
    if any(_AT_REQUEST.search((report.document.text or "")[: span.end][-40:]) for span in act.spans[1:]):
        return False
    anchor = act.spans[1] if len(act.spans) > 1 else act.words
    return not _TOLD.fullmatch(anchor.text) and act.words.text.strip().casefold() not in _EMPTY


def _whole(act: Act, text: str) -> Act:
    """The act in all its words where those of its matter tell only how ("at once"), or only what it is to serve."""
    if act.event == "REQUEST" and act.words.text.strip().casefold() in _HOW:
        return msgspec.structs.replace(act, words=act.spans[0])
    anchor = act.spans[1] if len(act.spans) > 1 else act.words
    between = text[anchor.end : act.words.start]
    if act.event not in GIVEN or not _FUTURE.match(anchor.text) or not _GOODS.fullmatch(between):
        return act
    return msgspec.structs.replace(act, words=Span.of(text, anchor.start, act.words.end))


_FUTURE = re.compile(r"(?:will|would|shall) ")
_GOODS = re.compile(r" [^.;:,]* to ")
"""What stands between "will send" and what it is sent for: that is to be sent."""
_HOW = frozenset({"once", "at once", "immediately", "now", "forthwith", "again"})
_AT_REQUEST = re.compile(r"\bat (?:his|her|its|their|the latter’s|the latter's) (?:own )?(?:request|invitation)$")
"""That somebody was met at his own request asks for nothing."""
_WANTED = re.compile(
    r"(?:\d[\d,.]*|more|some|several|an? (?:\w+ )?|two|three|four|five|six|seven|eight|nine|ten) [a-z]"
)
"""How what is asked for is counted: "two more nurses" are wanted, nobody by that name is told anything."""
_TOLD = re.compile(r"(?:told|tells|said|says|informed|has told|had told)", re.IGNORECASE)
_EMPTY = frozenset({"it", "that", "this", "so", "side", "not to be named", "to be named", "anonymity"})


def _due(act: Act) -> str | None:
    """The act's time where it stands in its deadline, or in the words of what is asked rather than in its own."""
    if act.when is None or act.when.mention is None:
        return None
    inside = [span for part in act.particulars if part.label == "deadline" for span in part.spans]
    inside += [act.words] if act.words != act.spans[0] else []
    return act.when.phrase if any(act.when.mention.overlap(span) for span in inside) else None


def keys(voices: Iterable[Voice], sides: Sides) -> frozenset[str]:
    """What actors are held together by: the states or bodies for which they stand, else themselves."""
    return frozenset(sides.of(one) for one in voices if one.key)


def labels(voices: Iterable[Voice]) -> tuple[str, ...]:
    """What actors are called, each once."""
    return tuple(dict.fromkeys(one.label for one in voices))


def word(act: Act) -> str:
    """Who vouches for an act besides its own actor; empty where the report itself does."""
    return attribution(act.word)
