"""Deeds of force as one report tells them again: a casualty, "the attack", "the boat" are of the deed told before.

What a report tells of one deed in several places is put together first, so that its day, its place and whom it struck
are known wherever it is told; only then is it held against what other reports tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from onrecord.model import Event, Place, Span
from onrecord.present.identity.names import roots
from onrecord.present.wording import telling, term
from onrecord.resources.cues import Cue

FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types of deeds that reports tell without an agent and in many words."""

_HURT = Cue(
    r"\b(?:kill\w*|wound\w*|injur\w+|dead|die[ds]?|dying|maim\w*|hurt|slain|slay\w*|murder\w*|massacr\w+|perish\w*|"
    r"los\w+ (?:his|her|their) (?:life|lives))\b"
)
_NOUN = Cue(
    r"^(?:\w+(?:ing|tion|sion|ure|ment|ade|age)s?|(?:air)?strikes?|attacks?|assaults?|raids?|arrests?|bans?|sieges?|"
    r"ambush(?:es)?|massacres?|murders?|barrages?|explosions?|blasts?|curfews?|embargo(?:es)?|lockdowns?)"
    r"(?: (?:of|on|by|at|to|in))?$"
)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|its|their|his|her|such)(?: [\w’'-]+){0,2} $|\bthis (?:is|was) $", re.IGNORECASE
)
_LASTING = re.compile(r"^(?:has|have|had|is|are|was|were|remain\w*|been|being)\b")
_SUBORDINATE = Cue(r"^(?:who|which|that|since|after|when|those|this|it)\b")
_BEHIND = 25
"""Characters behind a noun of force within which it is told whom the deed struck: "the shelling of the queue"."""
_NEAR = 6
"""Sentences within which what is only alleged is the deed told before."""
_ARMS = frozenset({"firearms", "heavy-weapons", "explosives", "aerial", "drone", "suicide-attack", "targeted"})
"""Modes that reports take for one another."""
_ANYBODY = frozenset(
    map(
        term,
        "people person persons man men woman women child children civilians residents citizens own shot shots".split(),
    )
)
"""What words for whom a deed struck stand for that tell it from no other deed."""


class Told(msgspec.Struct, frozen=True):
    """What one report tells of the deed of a record: the bounds of its own day, where, on whom, in which words.

    `known` says that the record tells it as known or going on.
    """

    days: tuple[int, int] | None
    place: frozenset[str]
    struck: frozenset[str]
    words: str
    known: bool


@dataclass(slots=True)
class Telling:
    """One record of a deed in its report: the number of its sentence, its own days, the names of who did it."""

    event: Event
    sentence: int
    days: tuple[int, int] | None
    by: frozenset[str]
    place: frozenset[str] = field(init=False)
    struck: frozenset[str] = field(init=False)
    about: frozenset[str] = field(init=False)
    hurt: bool = field(init=False)
    at: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.place, self.struck = place(self.event.where), _struck(self.event)
        self.about = frozenset(map(term, telling(self.event.evidence.text))) - _ANYBODY
        self.hurt = _HURT.search(self.event.anchor.text) is not None


def place(where: Place | None) -> frozenset[str]:
    """The roots of the names of a place, as the report calls it and as it was found."""
    return frozenset() if where is None else roots(f"{where.name or ''} {where.mention.text}")


def retold(found: Sequence[Telling], text: str) -> dict[str, Told]:
    """What the report tells of the deed of each record of force."""
    parts: list[Telling] = []
    for at, part in enumerate(sorted(found, key=lambda one: (one.event.anchor.start, one.event.id))):
        before = next(
            (one for one in reversed(parts) if _again(one, part, text) and not _apart(one, part, parts)), None
        )
        part.at = at if before is None else before.at
        parts.append(part)
    return {part.event.id: _told(part, [one for one in parts if one.at == part.at], text) for part in parts}


def _told(part: Telling, whole: Sequence[Telling], text: str) -> Told:
    return Told(
        days=part.days or next((one.days for one in whole if one.days is not None), None),
        place=frozenset().union(*(one.place for one in whole)),
        struck=frozenset().union(*(one.struck for one in whole)),
        words=" ".join(dict.fromkeys(one.event.evidence.text for one in whole)),
        known=_known(part.event, text),
    )


def _named(event: Event, text: str) -> bool:
    """Whether a deed is named as one that is known: "the attack", "this was murder"."""
    if _NOUN.search(event.anchor.text) is None:
        return False
    return _DEFINITE.search(text[max(0, event.anchor.start - 40) : event.anchor.start]) is not None


def _known(event: Event, text: str) -> bool:
    """Whether a deed is told as one that was told before or goes on: "the closure", "has been shut", "who fired"."""
    lasts = event.event == "COERCE" and _LASTING.search(event.anchor.text) is not None
    return lasts or _named(event, text) or _SUBORDINATE.search(event.evidence.text) is not None


def _again(one: Telling, other: Telling, text: str) -> bool:
    """Whether a record is told as the deed of an earlier one of its report."""
    first, second = one.event, other.event
    if first.event != second.event or not _kindred(first.mode, second.mode):
        return False
    far = other.sentence - one.sentence
    if (one.hurt or other.hurt) and far <= 1:
        return True
    if one.struck & other.about or other.struck & one.about:
        return True
    if second.status == "denied" or second.negated:
        return True
    return not other.struck and (_named(second, text) or (second.status == "alleged" and far <= _NEAR))


def _apart(one: Telling, other: Telling, parts: Sequence[Telling]) -> bool:
    """Whether days, places or agents of what is told of one deed rule a further record out."""
    return any(
        (part.days is not None and other.days is not None and not _meet(part.days, other.days))
        or (part.place and other.place and not part.place & other.place)
        or (part.by and other.by and not part.by & other.by)
        for part in parts
        if part.at == one.at
    )


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _kindred(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other or {one, other} <= _ARMS


def _struck(event: Event) -> frozenset[str]:
    """What the words for whom or what a deed struck stand for."""
    noun = _NOUN.search(event.anchor.text) is not None
    named = [actor.mention for actor in event.recipients if actor.mention is not None]
    whom = [span for span in named if not noun or _behind(event.anchor, span)]
    return frozenset(map(term, (word for span in whom for word in telling(span.text)))) - _ANYBODY


def _behind(noun: Span, whom: Span) -> bool:
    return 0 <= whom.start - noun.end < _BEHIND
