"""What a demand or promise aims at, and deeds that bring it about or thwart it, in whatever words these are told.

"Hand over the fugitive" and "walked him across the bridge in handcuffs" share one name only; they are of one kind
(`resources/ends.yaml`) and about the same man. A sentence of a later report answers where its words tell a deed of the
kind that was asked, or the contrary, and the same clause names the thing that was asked about.
"""

import re
from collections.abc import Iterator

from onrecord.present.basis import Basis
from onrecord.present.ledgers.end_cues import counts, goods, kinds, told_in, without_asking
from onrecord.present.ledgers.end_deeds import deeds, named, with_subject
from onrecord.present.ledgers.fulfilments import Deed, core, gist, matter, negates, of_another
from onrecord.present.wording import GENERIC_WEIGHT, telling

SHARE, HEADED = 0.5, 0.25
"""Part of the things that were asked about that must be named where a deed of the kind is told: so much of them, or so
much with one of the first noun, of which the others only tell more ("a relief train with medicines for the sick")."""
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
_APOLOGISE = "apologise"
_RESTORED = "restore"
_ANYBODY = re.compile(
    r"^\W*(?:\w+ ){1,3}(?:anyone|anybody|anything|a single \w+|any of (?:them|these|those))\b", re.IGNORECASE
)
"""What a refusal is of that leaves out nothing of its kind."""
_PREPOSITION = re.compile(r"(?<=\w) (?:with|for|in|from|to|by|on|at|into|that|who|which|and|so|as|along) ")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w-]+")
_COUNT = re.compile(r"\b(\d[\d,.]*) (\w+)")


def partial(words: str) -> bool:
    """Whether words tell that a part was done: "two of the six gates"."""
    return _PART.search(words) is not None


def done_as(asked: str, told: str) -> bool:
    """Whether words tell a deed of a kind that was asked, and neither its contrary nor that it was not done."""
    sought = set(kinds(core(asked)))
    of = [(one, undone) for one, done, undone in told_in(told) if done and one.name in sought]
    found = [one.done.search(told) for one, undone in of if not (undone and one.undone.search(told))]
    return any(cue is not None and not negates(told[: cue.start()]) for cue in found)


class Ends:
    """The deeds told in some reports by kind, to be found by what was asked or promised."""

    def __init__(self, made: Basis) -> None:
        self.made = made
        self._told: dict[str, list[tuple[Deed, frozenset[str]]]] = {}
        for report in made.reports:
            for of, deed in deeds(report, made):
                told = deed, frozenset(named(with_subject(deed)))
                for kind in of:
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
        sought = tuple(dict.fromkeys((*kinds(asked), *kinds(whole)))) or kinds(what)
        sought = sought or (() if promised or _ATTITUDE.match(asked) else _OF_A_NOUN)
        if _RESTORED in sought and not goods().isdisjoint(asked.casefold().split()):
            sought = (*sought, *_OF_A_NOUN)  # deliveries go on again where the goods come
        things = self._things(what, doers)
        first = self._things(_PREPOSITION.split(asked.strip(), maxsplit=1)[0], doers)
        if since is None:
            return
        if not things:
            yield from self._of_itself(sought, since, docs, doers)
            return
        found: dict[tuple[str, int], Deed] = {}
        for kind in sought:
            for deed, there in self._told.get(kind, ()):
                if deed.day <= since or deed.report.document.id in docs:
                    continue
                share = sum(thing in there for thing in things) / len(things)
                told = share >= (SHARE if there.isdisjoint(first) else HEADED) or self._of_anybody(deed, doers)
                if (promised and (deed.refused or deed.lasting)) or (deed.refused and not told):
                    continue
                if told and of_another(asked, deed.clause.text):
                    continue
                if told and not self._of_others(deed, doers) and not _counts_otherwise(asked, deed.sentence.text):
                    found.setdefault((deed.report.document.id, deed.sentence.start), deed)
        yield from sorted(found.values(), key=lambda deed: (deed.day, deed.report.document.id, deed.sentence.start))

    def _of_itself(
        self, sought: tuple[str, ...], since: str, docs: frozenset[str], doers: frozenset[str]
    ) -> Iterator[Deed]:
        """What those who were to do it do or refuse, where what is asked is a deed of no thing: an apology."""
        for deed, _ in self._told.get(_APOLOGISE, ()) if sought == (_APOLOGISE,) else ():
            if deed.day > since and deed.report.document.id not in docs and self._by(deed) & doers:
                yield deed

    def _by(self, deed: Deed) -> set[str]:
        """The states named before a deed in its sentence; where none is, the side of who speaks or publishes."""
        before = deed.sentence.text[: deed.cue.start - deed.sentence.start]
        named = {state for word in _CAPITAL.findall(before) if (state := self.made.sides.state(word))}
        said = self.made.passages(deed.report).speaker(deed.cue)
        own = self.made.sides.publisher(deed.report) if said is None else self.made.sides.of(said)
        return named or ({own} if own else set())

    def _of_anybody(self, deed: Deed, doers: frozenset[str]) -> bool:
        """Whether those who were to do it refuse it as a whole: "will not surrender anyone"."""
        if not deed.refused or not _ANYBODY.search(deed.sentence.text[deed.cue.end - deed.sentence.start :]):
            return False
        before = deed.sentence.text[: deed.cue.start - deed.sentence.start]
        named = {state for word in _CAPITAL.findall(before) if (state := self.made.sides.state(word))}
        said = self.made.passages(deed.report).speaker(deed.cue)
        return bool(doers & (named | ({self.made.sides.of(said)} if said is not None else set())))

    def _of_others(self, deed: Deed, doers: frozenset[str]) -> bool:
        """Whether only states of which none was to do it are named before the deed in its clause."""
        before = deed.clause.text[: deed.cue.start - deed.clause.start]
        named = {state for word in _CAPITAL.findall(before) if (state := self.made.sides.state(word))}
        return bool(named and not named & doers and any(map(self.made.sides.is_state, doers)))

    def _things(self, what: str, doers: frozenset[str]) -> tuple[str, ...]:
        """What is asked about: the telling words but those of asking and the names of states and of `doers`."""
        own = frozenset(name for side in doers for name in matter(side))
        for bare in map(without_asking, (gist(what), core(what))):
            if found := tuple(name for name in self._telling(bare) if name not in own):
                return found
        return ()

    def _telling(self, text: str) -> tuple[str, ...]:
        """What words stand for that tell which matter is meant, in their order, without the names of states."""
        words = [w for w in telling(text) if self.made.sides.state(w) is None and w.casefold() not in counts()]
        weighed = (item for word in words for item in matter(word).items())
        return tuple(dict.fromkeys(name for name, weight in weighed if weight > GENERIC_WEIGHT))


def _counts_otherwise(asked: str, told: str) -> bool:
    """Whether the same is told in other numbers: 900 tonnes are not the 200 that were promised."""
    counts = {found[2]: found[1] for found in _COUNT.finditer(asked)}
    others = {found[2]: found[1] for found in _COUNT.finditer(told)}
    return any(unit in others and others[unit] != count for unit, count in counts.items())


def ends(made: Basis) -> Ends:
    """The deeds of the reports by kind, made once."""
    return made.once("ends", lambda: Ends(made))
