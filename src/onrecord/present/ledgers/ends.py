"""What a demand or promise aims at, and deeds that bring it about or thwart it, in whatever words these are told.

"Hand over the fugitive" and "walked him across the bridge in handcuffs" share one name only; they are of one kind
(`resources/ends.yaml`) and about the same man. A sentence of a later report answers where its words tell a deed of the
kind that was asked, or the contrary, and the same clause names the thing that was asked about.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from onrecord.model import Report, Span
from onrecord.present.basis import Basis
from onrecord.present.ledgers.fulfilments import Deed, ahead, clauses, core, gist, matter, negates, of_another
from onrecord.present.signs import made as made_sign
from onrecord.present.wording import GENERIC_WEIGHT, telling
from onrecord.resources.cues import Cue, Phrases, worded
from onrecord.resources.lexicon import typed

SHARE, HEADED = 0.5, 0.25
"""Part of the things that were asked about that must be named where a deed of the kind is told: so much of them, or so
much with one of the first noun, of which the others only tell more ("a relief train with medicines for the sick")."""


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of end, by the words in which it is asked, told done, told not done."""

    name: str
    asks: list[str]
    done: list[str]
    undone: list[str]


class Carrier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What moves, and the routes of which its coming tells that they are open."""

    moves: list[str]
    routes: list[str]


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/ends.yaml`."""

    kinds: list[Kind]
    carriers: list[Carrier]
    counts: list[str]
    bids: list[str]
    still: list[str]
    not_still: list[str]
    refusing: list[str]
    goods: list[str]


class _Cues(msgspec.Struct, frozen=True):
    """The patterns of one kind."""

    name: str
    asks: Cue
    done: Cue
    undone: Cue


@cache
def _cues() -> tuple[_Cues, ...]:
    return tuple(
        _Cues(one.name, worded(one.asks), worded(one.done), worded(one.undone))
        for one in typed("ends.yaml", Lists).kinds
    )


@cache
def bids() -> tuple[str, ...]:
    """Verbs with which somebody bids another do something."""
    return tuple(typed("ends.yaml", Lists).bids)


@cache
def _goods() -> frozenset[str]:
    return frozenset(typed("ends.yaml", Lists).goods)


@cache
def _counts() -> frozenset[str]:
    return frozenset(typed("ends.yaml", Lists).counts)


@cache
def _carriers() -> tuple[tuple[Cue, frozenset[str]], ...]:
    return tuple(
        (worded(one.moves), frozenset(matter(" ".join(one.routes)))) for one in typed("ends.yaml", Lists).carriers
    )


@cache
def _lasting() -> tuple[Cue, Cue, Cue]:
    """What tells that something is still so, that somebody only still hopes, that somebody refuses to do something."""
    lists = typed("ends.yaml", Lists)
    return worded(lists.still), worded(lists.not_still), worded(lists.refusing)


_ENDING = ("open", "withdraw", "release", "dismantle", "restore", "evacuate", "close")
"""Kinds of end that have not come about where something is still so."""
_FIRST = re.compile(r"\b(?:the )?first (?:[\w-]+ ){1,3}(?:in|for|since)\b|\bfor the first time (?:in|since)\b", re.I)
"""What comes for the first time in so many days tells that its route is open again."""
_PART = re.compile(
    r"\b(?:some|half|part|most|one|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?:the|its|their|his|her)\b|"
    r"\bonly (?:part|half|some|one|two|three)\b",
    re.IGNORECASE,
)


_OF_A_NOUN = ("give",)
"""The kind of end of which a bare noun is asked: "a generator"."""
_ATTITUDE = re.compile(
    r"(?:respect|honou?r|observe|uphold|implement|abide|adhere|keep to|condemn|recogni[sz]e|support|heed|exercise)\b"
)
"""What is to be held to rather than handed over: no coming of a thing answers it."""
_RESTORED = "restore"
_GOODS = re.compile(r"\b(?:deliver(?:y|ies)|supplies)\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?<=\w) (?:with|for|in|from|to|by|on|at|into|that|who|which|and|so|as|along) ")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w-]+")
_COUNT = re.compile(r"\b(\d[\d,.]*) (\w+)")


def partial(words: str) -> bool:
    """Whether words tell that a part was done: "two of the six gates"."""
    return _PART.search(words) is not None


class Ends:
    """The deeds told in some reports by kind, to be found by what was asked or promised."""

    def __init__(self, made: Basis) -> None:
        self.made = made
        self._told: dict[str, list[tuple[Deed, frozenset[str]]]] = {}
        for report in made.reports:
            for kinds, deed in _of(report, made):
                told = deed, frozenset(_named(_with_subject(deed)))
                for kind in kinds:
                    self._told.setdefault(kind, []).append(told)

    def of(
        self, what: str, since: str | None, docs: frozenset[str], doers: frozenset[str], promised: bool
    ) -> Iterator[Deed]:
        """Deeds of the kind that words ask, about the same thing, told after a day in other reports, earliest first.

        `doers` are the sides that were to do it: what is told of another state's doing is not theirs. What is
        `promised` is told with its verb; what is asked for may be a bare noun.
        """
        asked = core(what)
        whole = what[: what.find(asked) + len(asked)]  # with "let" and "ensure that"
        kinds = tuple(dict.fromkeys((*_kinds(asked), *_kinds(whole)))) or _kinds(what)
        kinds = kinds or (() if promised or _ATTITUDE.match(asked) else _OF_A_NOUN)
        if _RESTORED in kinds and any(_is_goods(word) for word in _GOODS.finditer(asked)):
            kinds = (*kinds, *_OF_A_NOUN)  # deliveries go on again where the goods come
        things = self._things(what, doers)
        first = self._things(_PREPOSITION.split(asked.strip(), maxsplit=1)[0], doers)
        if since is None or not things:
            return
        found: dict[tuple[str, int], Deed] = {}
        for kind in kinds:
            for deed, named in self._told.get(kind, ()):
                if deed.day <= since or deed.report.document.id in docs:
                    continue
                share = sum(thing in named for thing in things) / len(things)
                told = share >= (SHARE if named.isdisjoint(first) else HEADED)
                if (promised and (deed.refused or deed.lasting)) or (deed.refused and share < SHARE):
                    continue
                if told and of_another(asked, deed.clause.text):
                    continue
                if told and not self._of_others(deed, doers) and not _counts_otherwise(asked, deed.sentence.text):
                    found.setdefault((deed.report.document.id, deed.sentence.start), deed)
        yield from sorted(found.values(), key=lambda deed: (deed.day, deed.report.document.id, deed.sentence.start))

    def _of_others(self, deed: Deed, doers: frozenset[str]) -> bool:
        """Whether only states of which none was to do it are named before the deed in its clause."""
        before = deed.clause.text[: deed.cue.start - deed.clause.start]
        named = {state for word in _CAPITAL.findall(before) if (state := self.made.sides.state(word))}
        return bool(named and not named & doers and any(map(self.made.sides.is_state, doers)))

    def _things(self, what: str, doers: frozenset[str]) -> tuple[str, ...]:
        """What is asked about: the telling words but those of asking and the names of states and of `doers`."""
        own = frozenset(name for side in doers for name in matter(side))
        for bare in map(_without_asking, (gist(what), core(what))):
            if found := tuple(name for name in self._telling(bare) if name not in own):
                return found
        return ()

    def _telling(self, text: str) -> tuple[str, ...]:
        """What words stand for that tell which matter is meant, in their order, without the names of states."""
        words = [w for w in telling(text) if self.made.sides.state(w) is None and w.casefold() not in _counts()]
        weighed = (item for word in words for item in matter(word).items())
        return tuple(dict.fromkeys(name for name, weight in weighed if weight > GENERIC_WEIGHT))


def _counts_otherwise(asked: str, told: str) -> bool:
    """Whether the same is told in other numbers: 900 tonnes are not the 200 that were promised."""
    counts = {found[2]: found[1] for found in _COUNT.finditer(asked)}
    others = {found[2]: found[1] for found in _COUNT.finditer(told)}
    return any(unit in others and others[unit] != count for unit, count in counts.items())


def _without_asking(asked: str) -> str:
    """Words without those of asking, whichever kind they are of."""
    for one in _asked(asked):
        asked = one.asks.finder.sub(lambda found: found.group() if _is_goods(found) else _kept(found.group()), asked)
    return asked


def _is_goods(found: re.Match[str]) -> bool:
    """Whether a word of asking is a noun there: the "deliveries" that are to be restored."""
    return found.group().casefold() in _goods()


def _kept(phrase: str) -> str:
    """What stands between the words of a phrase of asking: the "train" of "let a train through"."""
    return " ".join(phrase.split()[1:-1])


@lru_cache(50_000)
def _kinds(asked: str) -> tuple[str, ...]:
    """The kinds of which words ask something."""
    found = [(one.name, match) for one in _asked(asked) if (match := one.asks.search(asked))]
    done = tuple(name for name, match in found if not _is_goods(match))
    return done or tuple(name for name, _ in found)


def _with_subject(deed: Deed) -> str:
    """The clause of a deed, with what stands before it in the sentence where it opens with the deed: its subject."""
    words = deed.clause.text
    if len(words[: deed.cue.start - deed.clause.start].split()) > 1 or deed.clause.start == deed.sentence.start:
        return words
    return deed.sentence.text[: deed.clause.end - deed.sentence.start]


def _named(clause: str) -> Iterator[str]:
    """What a clause names; with what comes for the first time again, the routes that it takes."""
    yield from matter(clause)
    if _FIRST.search(clause):
        for moves, routes in _carriers():
            if moves.search(clause):
                yield from routes


def _of(report: Report, made: Basis) -> Iterator[tuple[tuple[str, ...], Deed]]:
    """The deeds that a report tells, each with its kinds."""
    passages, day = made.passages(report), report.document.published
    if day is None or not passages.has(_TELLS):
        return
    for sentence in passages.sentences:
        yield from _refusals(report, sentence, day)
        possible, still = _told(sentence.text), _lasting()[0].search(sentence.text) is not None
        for clause in clauses(sentence) if possible or still else ():
            if still:
                yield from _still(report, sentence, clause, day)
            for one, done, undone in possible:
                against = one.undone.search(clause.text) if undone else None
                cue = against or (one.done.search(clause.text) if done else None)
                if cue is None or ahead(clause.text[: cue.start()]):
                    continue
                span = Span(clause.start + cue.start(), clause.start + cue.end(), cue.group())
                no = against is not None or negates(clause.text[: cue.start()])
                yield (one.name,), Deed(report, sentence, clause, span, no, day)


@cache
def _phrases() -> tuple[Phrases[str], Phrases[tuple[str, bool]]]:
    """The phrases in which each kind is asked, and those that tell it done or not done."""
    kinds = typed("ends.yaml", Lists).kinds
    told = (((one.name, done), one.done if done else one.undone) for one in kinds for done in (True, False))
    return Phrases((one.name, one.asks) for one in kinds), Phrases(told)


def _asked(text: str) -> list[_Cues]:
    """The kinds of which a text can have words in which they are asked."""
    near = _phrases()[0].near(text)
    return [one for one in _cues() if one.name in near]


def _told(text: str) -> list[tuple[_Cues, bool, bool]]:
    """The kinds of which a text can have words that tell them done, or not done."""
    near = _phrases()[1].near(text)
    found = ((one, (one.name, True) in near, (one.name, False) in near) for one in _cues())
    return [(one, done, undone) for one, done, undone in found if done or undone]


def _still(report: Report, sentence: Span, clause: Span, day: str) -> Iterator[tuple[tuple[str, ...], Deed]]:
    """What a clause tells to be still so."""
    still, but_not, _ = _lasting()
    cue = still.search(clause.text)
    if cue is None or but_not.search(clause.text):
        return
    span = Span(clause.start + cue.start(), clause.start + cue.end(), cue.group())
    yield _ENDING, Deed(report, sentence, clause, span, True, day, lasting=True)


def _refusals(report: Report, sentence: Span, day: str) -> Iterator[tuple[tuple[str, ...], Deed]]:
    """What a sentence says that somebody will not do, by the verbs in which it is asked."""
    _, _, refusing = _lasting()
    for cue in refusing.finditer(sentence.text):
        rest = sentence.text[cue.end() : cue.end() + _VERB]
        span = Span(sentence.start + cue.start(), sentence.start + cue.end(), cue.group())
        for one in _asked(rest):
            asked = one.asks.search(rest)
            if asked is not None and len(rest[: asked.start()].split()) < 2:
                yield (one.name,), Deed(report, sentence, sentence, span, True, day, refused=True)


_VERB = 40
"""Characters behind "will not" in which the verb of what is refused stands."""


def _stands_in(text: str) -> bool:
    """Whether a text has any words that tell an end, that something is still so, or that somebody refuses."""
    still, _, refusing = _lasting()
    cues = (cue for one, done, undone in _told(text) for cue in (*[one.done] * done, *[one.undone] * undone))
    return any(cue.search(text) for cue in (*cues, still, refusing))


_TELLS = made_sign(
    "ends",
    lambda: (*(cue for one in _cues() for cue in (one.done, one.undone)), _lasting()[0], _lasting()[2]),
    _stands_in,
)


def ends(made: Basis) -> Ends:
    """The deeds of the reports by kind, made once."""
    return made.once("ends", lambda: Ends(made))
