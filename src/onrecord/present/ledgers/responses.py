"""Refusals and consents told anywhere in words of what was asked: "ruled out an apology", "agreed to pay"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.grounds import Ground, grounds
from onrecord.present.ledgers.fulfilments import core, gist, matter
from onrecord.present.ledgers.replies import Kind, lists
from onrecord.present.phrases import flat
from onrecord.present.signs import made as made_sign
from onrecord.present.voice import voice
from onrecord.present.wording import telling
from onrecord.resources.cues import Cue, worded

SHARE = 0.5
"""Part of the weight of what is refused, or of what was asked, that must stand in the other."""


@cache
def _kinds() -> tuple[tuple[Kind, Cue], ...]:
    return ("rejected", worded(lists().refuses)), ("accepted", worded(lists().consents))


@cache
def _acts() -> Cue:
    return worded(lists().acts)


@dataclass(frozen=True, slots=True)
class Response:
    """A clause in which somebody refuses or consents to what its words tell."""

    report: Report
    kind: Kind
    sentence: Span
    cue: Span
    matter: str
    day: str
    by: Span | None = None


class Responses:
    """The refusals and consents of some reports, to be found by what they are about."""

    def __init__(self, made: Basis) -> None:
        self._made = made
        self._told = [one for report in made.reports for one in _of(report, made)]  # in the order of their days
        self._matters = [self._about(one.matter) for one in self._told]
        self._by_word: dict[str, list[int]] = {}
        for at, about in enumerate(self._matters):
            for word in about:
                self._by_word.setdefault(word, []).append(at)
        self._days = [one.day for one in self._told]
        self._acts = [at for at, one in enumerate(self._told) if _acts().search(one.matter[:_OPENS])]
        self._naming: dict[str, tuple[int, ...]] = {}  # acts by the sides that their words name

    def of(self, what: str, since: str | None, places: dict[str, int], against: frozenset[str]) -> Iterator[Response]:
        """Those from a day on whose words are of what was asked, told by others than those who ask.

        `places` gives, by report, where the demand ends: what stands before it there answers nothing, unless it is the
        reply itself that tells what was asked ("declined the request for …").
        """
        asked = self._about(gist(what)) or self._about(core(what))
        strong = [word for word, weight in asked.items() if weight == 1.0]
        first = bisect_left(self._days, since or "")
        for at in sorted({at for word in strong for at in self._by_word.get(word, ())[:200] if at >= first}):
            one = self._told[at]
            if one.cue.start < places.get(one.report.document.id, 0) and what[:60] not in one.matter:
                continue
            told = self._matters[at]
            shared = sum(asked[word] for word in asked.keys() & told.keys())
            if shared < SHARE * min(sum(asked.values()), sum(told.values())) or shared < 0.3 * sum(asked.values()):
                continue
            if self.who(one)[1] not in against:
                yield one

    def to_act(self, asking: frozenset[str], since: str | None, places: dict[str, int]) -> Iterator[Response]:
        """Refusals and consents, from a day on, of what those who ask have put as such: "the Tribunal's ruling"."""
        first = bisect_left(self._days, since or "")
        for at in sorted({at for side in asking for at in self._of_side(side) if at >= first}):
            one = self._told[at]
            if one.cue.start >= places.get(one.report.document.id, 0) and self.who(one)[1] not in asking:
                yield one

    def _of_side(self, side: str) -> tuple[int, ...]:
        if side not in self._naming:
            self._naming[side] = tuple(at for at in self._acts if side in self._told[at].matter)
        return self._naming[side]

    def _about(self, text: str) -> dict[str, float]:
        """What words are about, with how much each tells, without the names of states."""
        words = (word for word in telling(text) if self._made.sides.state(word) is None)
        return matter(" ".join(words))

    def who(self, one: Response) -> tuple[str, str]:
        """Who refuses or consents, by name and by side; empty where nobody is named."""
        passages = self._made.passages(one.report)
        if one.by is not None:
            agent = next((a for a in passages.actors(one.sentence) if a.mention and a.mention.overlap(one.by)), None)
            if agent is not None:
                return self._made.sides.callings.full(voice(agent)).label, self._made.sides.of(agent)
            state = next((s for word in one.by.text.split() if (s := self._made.sides.state(word))), "")
            state = state or self._made.sides.seat(one.by.text) or ""
            return state, state
        before = [a for a in passages.actors(one.sentence) if a.mention is not None and a.mention.end <= one.cue.start]
        if before:
            full = self._made.sides.callings.full(voice(before[-1]))
            return full.label, self._made.sides.of(before[-1])
        said = passages.speaker(one.cue)
        official = self._made.sides.publisher(one.report) if said is None else None
        if said is None:
            return (one.report.document.publisher or official, official) if official else ("", "")
        full = self._made.sides.callings.full(said)
        return full.label, self._made.sides.of(said)

    def is_state(self, side: str) -> bool:
        """Whether a side is a state, with those who are of it."""
        return self._made.sides.state(side) == side

    def grounds(self, one: Response) -> tuple[Ground, ...]:
        """The sentence, under the statement it stands in."""
        around = self._made.passages(one.report).statement(one.cue)
        record = one.report.document.id if around is None else around.id
        return grounds(one.report, record, (one.sentence,))

    def word(self, one: Response) -> str:
        """On whose word it stands."""
        return self._made.passages(one.report).word(one.cue)


def responses(made: Basis) -> Responses:
    """The refusals and consents of the reports, made once."""
    return made.once("responses", lambda: Responses(made))


def _of(report: Report, made: Basis) -> Iterator[Response]:
    passages, day = made.passages(report), report.document.published
    if day is None or not passages.has(_TELLS):
        return
    for kind, pattern in _kinds():
        for found in passages.find(pattern):
            sentence = passages.sentence(found)
            rest = sentence.text[found.end - sentence.start :]
            about = re.split(r"[,;:.]| (?:but|and said|saying|because|unless|while|although) ", rest)[0]
            # "will not withdraw its troops": the verb is of the matter too
            verb = found.text.split(" not ", 1)[1] if " not " in found.text else ""
            if telling(about):
                yield Response(report, kind, sentence, found, f"{verb} {flat(about)}".strip(), day)
    for kind, told in _PASSIVES:
        for match in told.finditer(passages.text):
            cue = Span(match.start("cue"), match.end("cue"), match["cue"])
            agent = Span(match.start("by"), match.end("by"), match["by"]) if match["by"] else None
            yield Response(report, kind, passages.sentence(cue), cue, flat(match["what"]), day, agent)


_OPENS = 40
"""Characters of what is refused in which the act itself is named."""
_ASKED = r"\b(?:request|demand|appeal|call|plea|proposal|ultimatum)s? (?:for|that|to) "
_BY = r"(?: by (?P<by>(?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*))?"
_HELPED = r"(?P<cue>(?:was|were|has been|had been|have been) (?:\w+ly )?"
_PASSIVES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "rejected",
        re.compile(
            rf"{_ASKED}(?P<what>[^.;,]{{4,120}}?) {_HELPED}(?:rejected|refused|turned down|declined|dismissed|ignored|"
            rf"rebuffed|brushed aside))\b{_BY}"
        ),
    ),
    (
        "accepted",
        re.compile(
            rf"{_ASKED}(?P<what>[^.;,]{{4,120}}?) {_HELPED}(?:accepted|granted|approved|agreed to|welcomed))\b{_BY}"
        ),
    ),
)
_OFFER = (
    r"\b(?:offer|request|demand|appeal|call|plea|proposal|invitation)s? (?:of|for|that|to) "
    r"(?P<what>[^.;,]{4,100}?), which "
)
_WHO = r"(?P<by>(?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*) "
_PASSIVES += (
    ("rejected", re.compile(rf"{_OFFER}{_WHO}(?:had |has )?(?P<cue>turned down|rejected|refused|declined|dismissed)")),
    ("accepted", re.compile(rf"{_OFFER}{_WHO}(?:had |has )?(?P<cue>accepted|agreed to|welcomed|granted)")),
)
"""A request told with what became of it: "the request for access was turned down by Kelm"."""
_TELLS = made_sign("responses", lambda: (*(cue for _, cue in _kinds()), *(pattern for _, pattern in _PASSIVES)))
