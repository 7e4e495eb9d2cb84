"""What is told to be done, or not done, without an act of its own: "the airlift resumed", "it has not been repaired".

A sentence of a later report that tells in the past what a demand asks or a promise promises answers it: most of the
words of what was asked stand in it, by what they stand for, and it has a verb that ends such a matter.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.grounds import Ground, grounds
from onrecord.present.signs import made as made_sign
from onrecord.present.wording import GENERIC_WEIGHT, profile, telling, term
from onrecord.resources.cues import Cue, any_of, worded
from onrecord.resources.lexicon import typed

SHARE = 0.6
"""Part of the weight of what was asked or promised that must stand in a sentence that tells it done."""
MOST = 400
"""Sentences looked at for one demand, at most: those that share one of its four rarest words."""
LESS = 0.4
"""Part of the weight that is enough where a sentence tells that it was thwarted."""
_NOT = re.compile(
    r"\b(?:not|never|yet to|no longer|failed to|still has|still have|without|refus\w+ to|n[’']t)\b[^.;]{0,40}$|"
    r"\b(?:no|none|nobody|neither|nothing)(?: [\w’'-]+){0,5} $",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:,|;| —) | (?:and|but|while) ")
_TOPIC = re.compile(r"\b(?:(?:reports?|study|ruling|findings) on|into|about|concerning) ((?:the |an? )?[a-z][^.;,]+)")
_OF_A_NAME = re.compile(
    r"\b([A-ZÀ-Þ][a-zà-ÿ]+) (bridge|road|crossing|tunnel|port|strait|pass|dam|island|airport|ferry|prison)\b"
)
"""What a report or an inquiry is about; a place that is told from others of its kind by its name."""
_FOR_ITS_PART = re.compile(
    r"^[^,.;]{2,40}, (?:for (?:its|his|her|their) part|in (?:its |his |her |their )?turn|too|in return|in exchange), "
)
_FERRY = re.compile(r"\b(?:ferry|ferries|ferryboats?)\b", re.IGNORECASE)
_SHIP = re.compile(r"\b(?:ships?|vessels?|freighters?|tankers?|trawlers?|frigates?|warships?)\b", re.IGNORECASE)
"""A ship of another sort tells nothing of a ferry's service."""
_ASIDE = re.compile(r"^(?:that )?(?:let|allow|permit|ensure that|ensure|make sure that|see to it that) ", re.IGNORECASE)


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/fulfilments.yaml`."""

    done: list[str]
    thwarted: list[str]
    ceased: list[str]
    goes_on: list[str]
    ahead: list[str]


class _Cues(msgspec.Struct, frozen=True):
    done: Cue
    thwarted: Cue
    ceased: Cue
    goes_on: Cue
    ahead: re.Pattern[str]


@cache
def _cues() -> _Cues:
    lists = typed("fulfilments.yaml", Lists)
    ahead = re.compile(
        rf"\b{any_of(lists.ahead)}\b[^.;]{{0,80}}$|"
        r"\b(?:den(?:y|ies|ied|ying)|no evidence|no proof|no sign)\b[^.;]{0,80}$",
        re.IGNORECASE,
    )
    done, thwarted, ceased, goes_on = map(worded, (lists.done, lists.thwarted, lists.ceased, lists.goes_on))
    return _Cues(done, thwarted, ceased, goes_on, ahead)


class Deed(msgspec.Struct, frozen=True):
    """A part of a sentence that tells something done (`negated`: not done): its day is that of its report."""

    report: Report
    sentence: Span
    clause: Span
    cue: Span
    negated: bool
    day: str
    thwarted: bool = False
    refused: bool = False
    lasting: bool = False

    @property
    def words(self) -> str:
        """The words on one line."""
        return " ".join(self.clause.text.split())

    def sides(self, made: Basis) -> tuple[str, ...]:
        """The sides that it names."""
        return made.sides.all(made.passages(self.report).actors(self.clause))

    def word(self, made: Basis) -> str:
        """On whose word it stands."""
        return made.passages(self.report).word(self.cue)

    def grounds(self, made: Basis) -> tuple[Ground, ...]:
        """The sentence, under the statement it stands in."""
        around = made.passages(self.report).statement(self.cue)
        return grounds(self.report, self.report.document.id if around is None else around.id, (self.sentence,))


class Deeds:
    """The sentences of some reports that tell something done, to be found by what it is."""

    def __init__(self, made: Basis) -> None:
        self.made = made
        self._told = [deed for report in made.reports for deed in _of(report, made)]  # in the order of their days
        self._days = [deed.day for deed in self._told]
        self._ceased = [_cues().ceased.search(deed.cue.text) is not None for deed in self._told]
        self._by_word: dict[str, list[int]] = {}
        self._held = [matter(deed.words) for deed in self._told]
        for at, held in enumerate(self._held):
            for word in held:
                self._by_word.setdefault(word, []).append(at)

    def of(self, what: str, since: str | None, docs: frozenset[str]) -> Iterator[Deed]:
        """Deeds told after a day, in other reports, that hold most of the words of what was asked."""
        asked = core(what)
        states = {name for word in telling(asked) if self.made.sides.state(word) for name in matter(word)}
        weights = {name: GENERIC_WEIGHT if name in states else weight for name, weight in matter(asked).items()}
        strong = [word for word, weight in weights.items() if weight == 1.0]
        if since is None or len(weights) < 2 or not strong:
            return
        rare = sorted(strong, key=lambda word: len(self._by_word.get(word, ())))[:4]
        first = bisect_right(self._days, since)
        near = {at for word in rare for at in self._by_word.get(word, ())[:MOST] if at >= first}
        whole, goes_on = sum(weights.values()), _cues().goes_on.search(what) is not None
        for at in sorted(near):
            deed, held = self._told[at], self._held[at]
            shared = [weights[word] for word in weights.keys() & held.keys()]
            weight = sum(shared)
            if weight < LESS * whole or (len(strong) < 2 and len(shared) < 2) or deed.report.document.id in docs:
                continue
            ceased = self._ceased[at]
            against = deed.thwarted or (ceased and goes_on)
            if weight < SHARE * whole and not (against and shared.count(1.0) + bool(states & held.keys()) > 1):
                continue
            if ceased and not against and not _cues().done.finder.fullmatch(deed.cue.text):
                continue
            if of_another(asked, deed.clause.text):
                continue
            yield replace(deed, negated=not deed.negated) if against and not deed.thwarted else deed


class Kin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The list of `resources/deeds.yaml`: words for one matter, a line each."""

    kin: list[list[str]]


@cache
def _kin() -> dict[str, str]:
    """What kindred words stand for: the concept of the first of their line; words of another concept keep theirs."""
    named = ((term(line[0]), term(word)) for line in typed("deeds.yaml", Kin).kin for word in line)
    return {found: name for name, found in named if not found.startswith("~") or found == name}


@lru_cache(100_000)
def matter(text: str) -> dict[str, float]:
    """What the words of a text stand for, those for one matter of deeds as one, with how much each tells."""
    found: dict[str, float] = {}
    for word, weight in profile(text)[0].items():
        name = _kin().get(word, word)
        found[name] = max(weight, found.get(name, 0.0))
    return found


def deeds(made: Basis) -> Deeds:
    """The deeds of the reports, made once."""
    return made.once("deeds", lambda: Deeds(made))


def of_another(asked: str, told: str) -> bool:
    """Whether a report on something else, or a bridge by another name, is told of."""
    topic = _TOPIC.search(asked)
    if topic is not None and frozenset(matter(topic[1])).isdisjoint(matter(told)):
        return True
    if _FERRY.search(asked) and _SHIP.search(told) and not _FERRY.search(told):
        return True
    names = {found[2]: found[1] for found in _OF_A_NAME.finditer(asked)}
    return any(found[2] in names and names[found[2]] != found[1] for found in _OF_A_NAME.finditer(told))


def ahead(before: str) -> bool:
    """Whether words before a deed tell that it is to come, only asked for, or denied."""
    return _cues().ahead.search(before) is not None


def negates(before: str) -> bool:
    """Whether words before a deed tell that it was not done."""
    return _NOT.search(before) is not None


@lru_cache(20_000)
def core(what: str) -> str:
    """What is asked without what is said about it: up to a relative clause, a deadline or a second clause."""
    said = _FOR_ITS_PART.sub("", what.strip("“”\"' "))
    bare = re.sub(r" without (?:\w+ )?(?:delay|\w*conditions?)", "", _ASIDE.sub("", said))
    return re.split(
        r",|;| whom? | which | when | where | by (?:the|\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun)|"
        r" within | before | after | until | (?:from|on) \d| no later | immediately|"
        r" on (?:that|the same) day| by then| on or before |"
        r" at once| as soon | (?:for )?as long as |"
        r" on the day | once | if | provided | unless | and (?:not )?to | (?:it|he|she|they) ",
        bare,
    )[0]


_PLACE = re.compile(r"\b(?:in|at|to|from|into|near|for|of|on|over) (?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*")
_TIME = re.compile(r"\b(?:next|this|last|coming) (?:week|month|year|weekend)\b", re.IGNORECASE)


def gist(what: str) -> str:
    """What is asked without where and when: that something else is done there answers nothing."""
    return _TIME.sub("", _PLACE.sub("", core(what)))


def _of(report: Report, made: Basis) -> Iterator[Deed]:
    passages, day = made.passages(report), report.document.published
    if day is None or not passages.has(_TELLS):
        return
    for sentence, clause in ((one, clause) for one in passages.sentences for clause in clauses(one)):
        against = _cues().thwarted.search(clause.text)
        cue = against or _cues().done.search(clause.text) or _cues().ceased.search(clause.text)
        if cue is None or ahead(clause.text[: cue.start()]):
            continue
        span = Span(clause.start + cue.start(), clause.start + cue.end(), cue.group())
        no = negates(clause.text[: cue.start()]) != (against is not None)
        yield Deed(report, sentence, clause, span, no, day, against is not None)


_TELLS = made_sign("fulfilments", lambda: (_cues().done, _cues().thwarted, _cues().ceased))


def clauses(sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between commas and conjunctions."""
    start = 0
    for found in (*_CLAUSE.finditer(sentence.text), None):
        end = len(sentence.text) if found is None else found.start()
        if end > start:
            yield Span(sentence.start + start, sentence.start + end, sentence.text[start:end])
        start = end if found is None else found.end()
