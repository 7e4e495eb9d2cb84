"""Who asks whom for what, who promises what, and what became of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from onrecord.model import Report
from onrecord.model.vocabulary import Status
from onrecord.present.acts import Act
from onrecord.present.alikes import Alikes
from onrecord.present.basis import basis
from onrecord.present.grounds import Ground, gathered
from onrecord.present.ledgers.access import Episode, access
from onrecord.present.ledgers.entries import Entry, entries, keys, labels, word
from onrecord.present.ledgers.fulfilments import Deeds, deeds
from onrecord.present.ledgers.moves import Move
from onrecord.present.ledgers.outcomes import Outcomes, outcomes
from onrecord.present.ledgers.replies import Held, Replies, held, replies
from onrecord.present.phrases import flat
from onrecord.present.sides import Sides
from onrecord.present.voice import Voice

SAME, ANSWERED = 0.6, 0.4
"""From this likeness of words on, two demands are one, and an act answers a demand."""

type Outcome = Literal["accepted", "rejected", "met", "partly met", "unmet", "kept", "broken"]
_AGAINST: dict[str, Outcome] = {"met": "unmet", "kept": "broken", "unmet": "met", "broken": "kept"}
"""What a negated deed says: "has not withdrawn" leaves a demand unmet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An act found later that answers: by whom, in which words, on whose word, on which day."""

    outcome: Outcome
    who: tuple[str, ...]
    words: str
    day: str | None
    word: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """One demand or pledge. `first` and `last` are ISO dates; `word` who vouches for it (empty: the report itself).

    `repeated_by` are further actors who say the same of the same; an empty `answers` means that none was found.
    """

    who: tuple[str, ...]
    whom: tuple[str, ...]
    what: str
    by_when: str | None
    condition: str | None
    status: Status
    negated: bool
    word: str
    first: str | None
    last: str | None
    repeated_by: tuple[str, ...]
    answers: tuple[Answer, ...]
    grounds: tuple[Ground, ...]


_DEMANDED: dict[str, Outcome] = {
    "AGREE": "accepted", "CONCEDE": "accepted", "REJECT": "rejected",
    "RETREAT": "met", "COOPERATE": "met", "AID": "met", "COERCE": "unmet", "ASSAULT": "unmet", "MOBILIZE": "unmet",
}  # fmt: skip
_PLEDGED: dict[str, Outcome] = {
    "RETREAT": "kept", "COOPERATE": "kept", "AID": "kept", "COERCE": "broken", "ASSAULT": "broken", "REJECT": "broken",
}  # fmt: skip
_DEEDS_SHOWN = 3
"""Sentences that tell a demand met or a promise kept, at most; the earliest ones."""
_DEEDS = frozenset({"RETREAT", "COOPERATE", "AID"})
_DEMAND = re.compile(
    r"\b(?:demands?|ultimatums?|calls?|requests?|appeals?|terms|conditions|deadline|proposals?|offers?)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:re-?open|open|unblock|lift|restor|unhindered|let .* pass|allow .* (?:pass|through))", re.IGNORECASE
)


def demands(reports: Sequence[Report]) -> tuple[RequestRow, ...]:
    """Every demand, earliest first, the same one of the same addressee in one row; with the answers found."""
    sides = basis(reports).sides
    later = [e for e in entries(reports, _DEMANDED) if e.act.status not in ("demanded", "hypothetical")]
    groups = _groups(entries(reports, ("REQUEST",)), "to", sides)
    answers = _Answers(later, groups, sides)
    opened, made = _opened(access(reports), groups), basis(reports)
    told, contacts = replies(made), held(made)
    rows = (
        _told_later(_answered(g, answers, "to", _DEMANDED, sides), g, opened, told, contacts, sides) for g in groups
    )
    known = outcomes(made)
    return tuple(_done_later(_by_ledgers(row, known), deeds(made), ("met", "unmet")) for row in rows)


def _by_ledgers(row: RequestRow, known: Outcomes) -> RequestRow:
    """A demand with the uses of the instrument, or the inquiries into the abuse, that it asks for."""
    told: list[tuple[Outcome, Move]] = [("met", move) for move in known.used(row.what, row.whom, row.first)]
    told += [("partly met", move) for move in known.inquired(row.grounds, row.first)]
    found = [
        Answer(outcome=outcome, who=move.by, words=move.words, day=move.day, word=move.word, grounds=move.grounds)
        for outcome, move in told[:3]
    ]
    return replace(row, answers=_ordered([*row.answers, *found])) if found else row


def pledges(reports: Sequence[Report]) -> tuple[RequestRow, ...]:
    """Every promise and concession, earliest first; with acts of the promiser that keep or break it, where found."""
    sides = basis(reports).sides
    done = [e for e in entries(reports, _PLEDGED) if e.act.status in ("asserted", "alleged")]
    given = [e for e in entries(reports, ("AGREE", "CONCEDE")) if e.act.status not in ("demanded", "hypothetical")]
    groups = _groups(given, "by", sides)
    answers = _Answers(done, groups, sides)
    told = deeds(basis(reports))
    rows = (_answered(group, answers, "by", _PLEDGED, sides) for group in groups)
    return tuple(_done_later(row, told, ("kept", "broken")) for row in rows)


def _done_later(row: RequestRow, told: Deeds, outcomes: tuple[Outcome, Outcome]) -> RequestRow:
    """A demand or promise with sentences of later reports that tell it done or not done, where no act does."""
    if row.negated or any(answer.outcome in outcomes for answer in row.answers):
        return row
    docs = frozenset(ground.doc for ground in row.grounds)
    made = told.made
    found = [
        Answer(outcome=outcomes[deed.negated], who=deed.sides(made)[:1], words=deed.words, day=deed.day,
               word=deed.word(made), grounds=deed.grounds(made))
        for deed in islice(told.of(row.what, row.first, docs), _DEEDS_SHOWN)
    ]  # fmt: skip
    return replace(row, answers=_ordered([*row.answers, *found])) if found else row


def _groups(found: Sequence[Entry], side: Literal["by", "to"], sides: Sides) -> list[list[Entry]]:
    """Entries of the same side (addressee of a demand, giver of a pledge) in like words, together."""
    groups: dict[tuple[frozenset[str], bool], Alikes[list[Entry]]] = {}
    common = Alikes[list[Entry]]([entry.act.words.text for entry in found], SAME)
    order: list[list[Entry]] = []
    for entry in found:
        key, words = (keys(_side(entry.act, side), sides), entry.act.negated), entry.act.words.text
        known = groups.get(key) or groups.setdefault(key, common.fresh())
        same = next(known.found(words), None)
        if same is None:
            order.append([entry])
            known.add(words, order[-1])
        else:
            same.append(entry)
    return order


def _side(act: Act, side: Literal["by", "to"]) -> tuple[Voice, ...]:
    return act.by if side == "by" else act.to


class _Answers:
    """Acts that can answer, to be found by those who act and by what they are about."""

    def __init__(self, later: Sequence[Entry], groups: Sequence[list[Entry]], sides: Sides) -> None:
        self._by: dict[str, Alikes[int]] = {}
        self._general: dict[str, list[int]] = {}
        self._later, self._sides = later, sides
        texts = [entry.act.words.text for entry in later] + [flat(group[0].act.words.text) for group in groups]
        common = Alikes[int](texts, ANSWERED)
        for at, entry in enumerate(later):
            for key in keys(entry.act.by, sides):
                known = self._by.get(key) or self._by.setdefault(key, common.fresh())
                known.add(entry.act.words.text, at)
                if entry.act.event == "REJECT" and _DEMAND.search(entry.act.words.text):
                    self._general.setdefault(key, []).append(at)

    def of(self, who: frozenset[str], what: str) -> Iterator[Entry]:
        """Acts of any of these sides in like words, in their order."""
        for at in sorted({at for key in who if key in self._by for at in self._by[key].found(what)}):
            yield self._later[at]

    def general(self, who: frozenset[str], asking: frozenset[str], docs: set[str]) -> Iterator[Entry]:
        """Refusals of "the demand" or "ultimatums" as such, of those who ask or in a report that tells the demand."""
        for at in sorted({at for key in who for at in self._general.get(key, ())}):
            entry = self._later[at]
            if asking & keys(entry.act.to, self._sides) or entry.grounds[0].doc in docs:
                yield entry


def _answered(
    group: list[Entry], later: _Answers, side: Literal["by", "to"], outcomes: dict[str, Outcome], sides: Sides
) -> RequestRow:
    row, bound = _row(group, sides), keys(_side(group[0].act, side), sides)
    asking, docs = keys(group[0].act.by, sides), {ground.doc for ground in row.grounds}
    general = later.general(bound, asking, docs) if side == "to" else ()
    found = {id(entry): entry for entry in (*later.of(bound, row.what), *general)}
    answers = [
        _answer(entry, outcomes)
        for entry in found.values()
        if not _part_of(entry, row) and (entry.day or "9999") >= (row.first or "") and _may_answer(entry, outcomes)
    ]
    return replace(row, answers=_ordered(answers))


def _opened(states: Sequence[Episode], groups: Sequence[list[Entry]]) -> Alikes[Episode]:
    """Routes that reports themselves tell to be open, to be found by what is demanded."""
    told = [
        one
        for one in states
        if one.status in ("asserted", "alleged") and not one.side and one.state in ("open", "opened")
    ]
    texts = [one.route for one in told] + [flat(group[0].act.words.text) for group in groups]
    found = Alikes[Episode](texts, ANSWERED)
    for one in told:
        found.add(one.route, one)
    return found


def _told_later(
    row: RequestRow, group: list[Entry], opened: Alikes[Episode], told: Replies, contacts: Held, sides: Sides
) -> RequestRow:
    """A demand with what is told later of the route or the contact it asks for, and with replies right after it."""
    bound, asking = keys(group[0].act.to, sides), keys(group[0].act.by, sides)
    answers = [*row.answers, *_by_state(row, opened)]
    for one in contacts.asked(row.what, row.first, bound | asking):
        last = one.steps[-1]
        answers.append(
            Answer(outcome="met", who=one.parties, words=last.words, day=one.first or one.last, word=last.word,
                   grounds=one.grounds)
        )  # fmt: skip
    for entry in group if bound else ():
        for reply in told.after(entry.grounds[0].doc, entry.grounds[0].span.start, bound):
            answers.append(
                Answer(outcome=reply.kind, who=(reply.who,), words=reply.words, day=reply.day, word=reply.word,
                       grounds=reply.grounds)
            )  # fmt: skip
    return replace(row, answers=_ordered(dict.fromkeys(answers)))


def _may_answer(entry: Entry, outcomes: dict[str, Outcome]) -> bool:
    """A deed that goes against what is asked answers only where the text tells it for a fact or on somebody's word."""
    return outcomes[entry.act.event] not in ("unmet", "broken") or entry.act.status in ("asserted", "alleged")


def _by_state(row: RequestRow, opened: Alikes[Episode]) -> Iterator[Answer]:
    """What became of a demand to open a route, by how the route is said to be later."""
    if not _OPENING.search(row.what):
        return
    for one in opened.found(row.what):
        later = [ground for ground in one.grounds if ground.published > (row.first or "9999")]
        if not later:
            continue
        yield Answer(
            outcome="partly met" if one.may_pass else "met", who=one.said_by, words=flat(later[0].span.text),
            day=later[0].published, word=one.word, grounds=tuple(later),
        )  # fmt: skip


def _part_of(entry: Entry, row: RequestRow) -> bool:
    """Whether an act stands in the words of the demand itself: what is called for is no answer to the call."""
    words = entry.act.words
    return any(ground.doc == entry.grounds[0].doc and ground.span.overlap(words) for ground in row.grounds)


def _answer(entry: Entry, outcomes: dict[str, Outcome]) -> Answer:
    against = entry.act.negated or entry.act.status == "denied"
    outcome = outcomes[entry.act.event]
    if against:
        outcome = _AGAINST.get(outcome, "rejected") if entry.act.event in _DEEDS else "rejected"
    return Answer(
        outcome=outcome,
        who=labels(entry.act.by),
        words=flat(entry.act.words.text),
        day=entry.day,
        word=word(entry.act),
        grounds=entry.grounds,
    )


def _ordered(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(sorted(answers, key=lambda one: (one.day or "9999", one.grounds)))


def _row(group: list[Entry], sides: Sides) -> RequestRow:
    first = group[0].act
    days = [entry.day for entry in group if entry.day is not None]
    others = [
        label
        for entry in group[1:]
        if not keys(entry.act.by, sides) & keys(first.by, sides)
        for label in labels(entry.act.by)
    ]
    return RequestRow(
        who=labels(first.by),
        whom=labels(first.to),
        what=flat(first.words.text),
        by_when=_particular(group, "deadline") or next((entry.due for entry in group if entry.due), None),
        condition=_particular(group, "condition"),
        status=first.status,
        negated=first.negated,
        word=word(first),
        first=min(days, default=None),
        last=max(days, default=None),
        repeated_by=tuple(dict.fromkeys(others)),
        answers=(),
        grounds=gathered(ground for entry in group for ground in entry.grounds),
    )


def _particular(group: list[Entry], label: str) -> str | None:
    parts = (part for entry in group for part in entry.act.particulars if part.label == label)
    return next((flat(span.text) for part in parts for span in part.spans), None)
