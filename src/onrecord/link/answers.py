"""Whom an act concerns that answers another: of the accuser, the offerer, the attacker that the report told of before.

"Tolvia accused the customs service of delays, a charge which the service denied": the denial concerns Tolvia. The
act that is taken up is found by what its words may stand for (`extract.taken_up`), by nearness, and by whether it
was turned to whoever acts now. Where no act told before fits, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.codebook.plover import TYPES, VERBAL
from onrecord.extract.drafts import EventDraft, TakenUp
from onrecord.link.linkers import carried, identity
from onrecord.link.voices_of import principal
from onrecord.model import Actor, Event, Statement
from onrecord.model.vocabulary import CONTACTS

REACH = {"noun": 1500, "denial": 1500, "pronoun": 600, "silence": 600, "content": 400}
"""How far back an act may be taken up, in characters."""
ANSWERED: dict[str, frozenset[str]] = {
    "REJECT": frozenset(["REQUEST", "AGREE", "ACCUSE", "THREATEN"]),
    "AGREE": frozenset(["REQUEST", "AGREE", "ACCUSE"]),
    "CONCEDE": frozenset(["REQUEST", "THREATEN", "REJECT", "ACCUSE"]),
    "ACCUSE": frozenset(TYPES),
    "SUPPORT": frozenset(TYPES),
    "THREATEN": frozenset(["REQUEST", "ACCUSE", "REJECT", "COERCE", "SANCTION", "ASSAULT", "THREATEN"]),
    "SANCTION": frozenset(["ACCUSE", "COERCE", "SANCTION", "ASSAULT", "THREATEN"]),
    "REQUEST": frozenset(["REQUEST", "ACCUSE", "CONSULT", "REJECT", "COERCE", "ASSAULT", "SANCTION"]),
}
"""Types of acts that one of a type may answer without naming them."""
POINTING = 500
"""How far back a noun points at an act that was not turned to whoever answers, in characters."""
TALKED = frozenset(["AGREE", "REQUEST", "REJECT", "CONCEDE"])
"""Acts of words that two who talk turn to one another."""
TALK = 1200
"""How far back a talk goes on, in characters."""
GOING_ON = frozenset(["AGREE", "REQUEST", "CONCEDE", "THREATEN"])
"""Acts of words that somebody adds to others towards the same party."""
REPROACHES = frozenset(["ACCUSE", "THREATEN", "REJECT"])
"""Acts of words by which somebody is reproached."""
KINDLY = frozenset(["AGREE", "CONCEDE"])
"""Acts of words that promise whomever they are turned to something."""
REPLIES = frozenset(["AGREE", "REJECT"])
"""Acts by which two others may answer one offer: "She rejected it. The rebels accepted it."."""
AGAINST = frozenset(["REQUEST", "ACCUSE", "THREATEN"])
"""Acts of words by which a speaker shows whom he holds to account."""
CLAUSE = 200
"""How far one actor's coordinated acts of words may stand apart, in characters."""
POINTED = frozenset(["noun", "pronoun"])
JUDGING = frozenset(["ACCUSE", "SUPPORT"])
"""Types that judge what somebody did to anybody."""
BODIES = frozenset(["IGO", "NGO", "ISM", "IMG", "MNC"])
"""Codes of kinds of organisations, which tell of no two that they are one."""
STEM = 5
"""Letters that names of a state and its people share ("Brevia", "Brevian")."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its draft, the statement that it stands in, and the place of its paragraph."""

    event: Event
    draft: EventDraft
    statement: Statement | None
    paragraph: int


def with_answered(told: Sequence[Told]) -> list[Event]:
    """The events, in order; those without recipient that answer an act told before have its actor as theirs."""
    done: list[Told] = []
    told = [_accusing(one, told) for one in told]
    for one in sorted(told, key=lambda t: t.event.anchor.start):
        found = _concerned(one, done) if one.draft.takes_up is not None and not one.event.recipients else ()
        done.append(replace_event(one, found) if found else one)
    return [one.event for one in done]


def _accusing(one: Told, told: Sequence[Told]) -> Told:
    """A breach told of without whose it is ("the closure violates the protocol"), laid at the door of whom the speaker
    speaks to alone, or of whom he asks or accuses beside it."""
    if one.event.event != "ACCUSE" or one.event.mode != "allege" or one.event.recipients or one.statement is None:
        return one
    if not one.draft.implied_actor:
        return one  # "blamed the drought": on nobody
    if one.statement.speaker is None or not any(one.event.anchor in part for part in one.statement.content):
        return one
    if not _kin(one.event.actors, (one.statement.speaker,)):
        return one
    if one.statement.channel in CONTACTS and one.statement.addressees:
        return replace_event(one, _carried([carried(a) for a in one.statement.addressees]))
    near = [t for t in told if t is not one and t.event.event in AGAINST and t.event.recipients]
    near = [t for t in near if _apart(one, t) <= POINTING and _kin(one.event.actors, t.event.actors)]
    best = min(near, key=lambda t: _apart(one, t), default=None)
    return one if best is None else replace_event(one, _carried(best.event.recipients))


def _apart(one: Told, other: Told) -> int:
    return abs(one.event.anchor.start - other.event.anchor.start)


def replace_event(one: Told, recipients: tuple[Actor, ...]) -> Told:
    """The same with other recipients."""
    return Told(replace(one.event, recipients=recipients), one.draft, one.statement, one.paragraph)


def _concerned(one: Told, before: Sequence[Told]) -> tuple[Actor, ...]:
    taken = one.draft.takes_up
    if one.draft.to_nobody or (taken is not None and _only_guessed(one, taken)):
        return ()
    if taken is None or one.event.event not in ANSWERED or not one.event.actors:
        return ()
    if one.event.event == "AGREE" and len(one.event.actors) > 1 and taken.kind not in POINTED:
        return ()  # they agreed with one another
    reach = REACH[taken.kind]
    near = [t for t in reversed(before) if one.event.anchor.start - t.event.anchor.start <= reach]
    if one.event.event == "SANCTION" and taken.kind == "silence":
        near = [t for t in near if t.paragraph == one.paragraph]
    if taken.kind == "content" and one.event.event in KINDLY and _goes_on_after_reproach(one, near):
        return ()
    if taken.kind in ("content", "silence") and one.event.event in GOING_ON and (found := _going_on(one, near)):
        return found
    if one.event.event == "REQUEST" and one.event.mode == "assist" and taken.kind in ("content", "silence"):
        near = [t for t in near if t.event.event not in REPROACHES]  # nobody turns to his accuser for help
    named = [t for t in reversed(before) if _names_whom(one, t)]
    for other in [*named, *near]:
        if found := _carried(_others(one, other, taken)):
            return found
    if taken.kind in ("silence", "pronoun") and (offered := _just_before(one, near)):
        return offered
    if taken.kind == "noun":
        return next((found for t in near if (found := _pointed_at(one, t, taken))), ())
    return _partner(one, before) if one.event.event in TALKED and not taken.types else ()


def _only_guessed(one: Told, taken: TakenUp) -> bool:
    """Whether only the tagger sees a request, which takes up nothing that its clause tells."""
    guessed = one.draft.coded_by.model is not None and one.event.event == "REQUEST"
    return guessed and taken.kind in ("silence", "content")


def _names_whom(one: Told, other: Told) -> bool:
    """Whether a judgement names whom the deed was done to: "condemned the detention of Lind"."""
    if one.event.event not in JUDGING:
        return False
    names = [(r.name or "").split()[-1:] for r in other.event.recipients]
    return any(name[0] in one.event.evidence.text for name in names if name and name[0][:1].isupper())


def _just_before(one: Told, near: Sequence[Told]) -> tuple[Actor, ...]:
    """Who offered or asked something in the act before, to nobody else: "… offered to open it. He refused."."""
    if not near or one.event.event not in ("AGREE", "REJECT", "SANCTION"):
        return ()
    last = near[0].event
    if one.event.event == "SANCTION":  # "Velmar's refusal angered Ardenia, which recalled its envoy"
        close = one.event.anchor.start - last.anchor.start <= CLAUSE and near[0].paragraph == one.paragraph
        return (
            _carried(last.actors)
            if close and TYPES[last.event].quad > 2 and not _kin(one.event.actors, last.actors)
            else ()
        )
    others = bool(last.recipients) and not _kin(one.event.actors, last.recipients)  # it was turned to somebody else
    fits = last.event in ("REQUEST", "AGREE") and one.event.anchor.start - last.anchor.start <= POINTING and not others
    return _carried(last.actors) if fits and not _kin(one.event.actors, last.actors) else ()


def _pointed_at(one: Told, other: Told, taken: TakenUp) -> tuple[Actor, ...]:
    """Whose act a noun points at that was turned to others, or to nobody who is named, shortly before."""
    far = one.event.anchor.start - other.event.anchor.start > POINTING
    if far or not _may_answer(one.event.event, other.event.event, taken) or one.event.event in JUDGING:
        return ()
    return () if _kin(one.event.actors, other.event.actors) else _carried(other.event.actors)


def _going_on(one: Told, near: Sequence[Told]) -> tuple[Actor, ...]:
    """Whom the same actor addressed in the clause before: "apologised to X and offered to pay"."""
    for other in near:
        if other.paragraph != one.paragraph or one.event.anchor.start - other.event.anchor.start > CLAUSE:
            return ()
        if other.event.event in VERBAL and other.event.recipients and _kin(one.event.actors, other.event.actors):
            return _carried(other.event.recipients)
    return ()


def _goes_on_after_reproach(one: Told, near: Sequence[Told]) -> bool:
    """Whether the same actor reproached somebody in the clause before: "denounced the raids and pledged to fight on"
    promises nobody anything."""
    last = next((t for t in near if _kin(one.event.actors, t.event.actors)), None)
    if last is None or last.paragraph != one.paragraph or last.event.event not in REPROACHES:
        return False
    return one.event.anchor.start - last.event.anchor.start <= CLAUSE


def _partner(one: Told, before: Sequence[Told]) -> tuple[Actor, ...]:
    """The other of the two who last met or spoke, where one of them acts in words and nobody else is named."""
    for other in reversed(before):
        if one.event.anchor.start - other.event.anchor.start > TALK:
            return ()
        if other.event.event != "CONSULT" or other.event.status == "planned":
            continue
        both = (*other.event.actors, *other.event.recipients)
        theirs = [a for a in both if not _kin(one.event.actors, (a,))]
        if len(both) == 2 and len(theirs) == 1:
            return _carried(theirs)
    return ()


def _others(one: Told, other: Told, taken: TakenUp) -> tuple[Actor, ...]:
    """The parties of an act told before that are meant where `one` takes it up; none where it is not that act."""
    if taken.kind == "denial":
        return _accusers(one, other)
    event, mine = other.event, one.event.actors
    replies = taken.kind == "pronoun" and event.event in REPLIES and one.event.event in REPLIES
    if not replies and not _may_answer(one.event.event, event.event, taken):
        return ()
    acted, addressed = _kin(mine, event.actors), _kin(mine, event.recipients)
    if one.event.status == "denied" and one.event.event == event.event == "AGREE":
        return event.recipients if acted and not addressed else ()  # the promise that is denied is the one told before
    if replies:
        return () if acted or addressed else event.recipients
    if one.event.event in JUDGING:
        return () if acted or taken.kind not in POINTED else event.actors
    if addressed and not acted:
        return event.actors
    return event.actors if taken.kind == "pronoun" and not acted and not event.recipients else ()


def _may_answer(event: str, other: str, taken: TakenUp) -> bool:
    named = event == "SUPPORT" and other in taken.types  # "welcomed the verdict"
    if event in JUDGING and not named and (TYPES[other].quad > 2) != (event == "ACCUSE"):
        return False
    return other in taken.types if taken.types else other in ANSWERED[event]


def _accusers(one: Told, other: Told) -> tuple[Actor, ...]:
    """Who laid it at the door of whoever denies: by an accusation, or by telling of his deed."""
    mine, event = one.event.actors, other.event
    if event.event == "ACCUSE" and _kin(mine, event.recipients) and not _kin(mine, event.actors):
        return event.actors
    speaker = other.statement.speaker if other.statement is not None else None
    alleged = event.status == "alleged" and TYPES[event.event].quad == 4 and _kin(mine, event.actors)
    if alleged and speaker is not None and not _kin(mine, (speaker,)):
        return (speaker,)
    return ()


def _carried(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Parties as they are taken over from an act told before, an envoy with the state for which he spoke."""
    states = [state for a in actors if a.kind == "person" and a.office and (state := principal(a, None)) is not None]
    known = {identity(a) for a in actors}
    more = [state for state in states if identity(state) not in known]
    return tuple(replace(a, resolved_by="carried") if a.name else a for a in (*actors, *more))


def _kin(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """Whether two sides share somebody, or stand for one state."""
    return any(identity(a) == identity(b) or _alike(a, b) for a in some for b in others)


def _alike(one: Actor, other: Actor) -> bool:
    """Whether two share a state or, where a state is not known of both, a word: two "Permanent Representatives" of
    different states are nobody's kin."""
    mine, theirs = set(one.country) - BODIES, set(other.country) - BODIES
    return bool(mine & theirs) if mine and theirs else bool(_keys(one) & _keys(other))


def _keys(actor: Actor) -> set[str]:
    return set(_all_keys(actor))


def _all_keys(actor: Actor) -> Iterator[str]:
    yield from set(actor.country) - BODIES
    words = f"{actor.name or ''} {actor.state or ''} {actor.mention.text if actor.mention else ''}"
    for word in re.findall(r"[^\W\d_]+", words):
        if word[:1].isupper() and len(word) >= STEM:
            yield word[:STEM]
        elif len(word) >= STEM:
            yield word.removesuffix("s")
