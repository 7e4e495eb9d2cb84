"""Who asks whom for what, who promises what, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model import Report
from onrecord.model.vocabulary import Status
from onrecord.present.acts import Act
from onrecord.present.grounds import Ground, gathered
from onrecord.present.ledgers.entries import Entry, entries, keys, labels, word
from onrecord.present.phrases import flat
from onrecord.present.voice import Voice
from onrecord.present.wording import alike

SAME, ANSWERED = 0.6, 0.4
"""From this likeness of words on, two demands are one, and an act answers a demand."""

type Outcome = Literal["accepted", "rejected", "met", "kept"]


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
    "RETREAT": "met", "COOPERATE": "met", "AID": "met",
}  # fmt: skip
_PLEDGED: dict[str, Outcome] = {"RETREAT": "kept", "COOPERATE": "kept", "AID": "kept"}


def demands(reports: Sequence[Report]) -> tuple[RequestRow, ...]:
    """Every demand, earliest first, the same one of the same addressee in one row; with the answers found."""
    answers = [e for e in entries(reports, _DEMANDED) if e.act.status not in ("demanded", "hypothetical")]
    return tuple(_answered(group, answers, "to", _DEMANDED) for group in _groups(entries(reports, ("REQUEST",)), "to"))


def pledges(reports: Sequence[Report]) -> tuple[RequestRow, ...]:
    """Every promise and concession, earliest first; with acts of the promiser that carry it out, where found."""
    done = [e for e in entries(reports, _PLEDGED) if e.act.status in ("asserted", "alleged") and not e.act.negated]
    given = [e for e in entries(reports, ("AGREE", "CONCEDE")) if e.act.status not in ("demanded", "hypothetical")]
    return tuple(_answered(group, done, "by", _PLEDGED) for group in _groups(given, "by"))


def _groups(found: Sequence[Entry], side: Literal["by", "to"]) -> list[list[Entry]]:
    """Entries of the same side (addressee of a demand, giver of a pledge) in like words, together."""
    groups: dict[frozenset[str], list[list[Entry]]] = {}
    order: list[list[Entry]] = []
    for entry in found:
        bucket = groups.setdefault(keys(_side(entry.act, side)), [])
        same = next((group for group in bucket if _same(group[0].act, entry.act)), None)
        if same is None:
            bucket.append([entry])
            order.append(bucket[-1])
        else:
            same.append(entry)
    return order


def _side(act: Act, side: Literal["by", "to"]) -> tuple[Voice, ...]:
    return act.by if side == "by" else act.to


def _same(one: Act, other: Act) -> bool:
    return one.negated == other.negated and alike(one.words.text, other.words.text) >= SAME


def _answered(
    group: list[Entry], later: Sequence[Entry], side: Literal["by", "to"], outcomes: dict[str, Outcome]
) -> RequestRow:
    row, bound = _row(group), keys(_side(group[0].act, side))
    answers = [
        _answer(entry, outcomes)
        for entry in later
        if bound & keys(entry.act.by)
        and not _part_of(entry, row)
        and (entry.day or "9999") >= (row.first or "")
        and alike(row.what, entry.act.words.text) >= ANSWERED
    ]
    return replace(row, answers=tuple(answers))


def _part_of(entry: Entry, row: RequestRow) -> bool:
    """Whether an act stands in the words of the demand itself: what is called for is no answer to the call."""
    words = entry.act.words
    return any(ground.doc == entry.grounds[0].doc and ground.span.overlap(words) for ground in row.grounds)


def _answer(entry: Entry, outcomes: dict[str, Outcome]) -> Answer:
    refused = entry.act.negated or entry.act.status == "denied"
    return Answer(
        outcome="rejected" if refused else outcomes[entry.act.event],
        who=labels(entry.act.by),
        words=flat(entry.act.words.text),
        day=entry.day,
        word=word(entry.act),
        grounds=entry.grounds,
    )


def _row(group: list[Entry]) -> RequestRow:
    first = group[0].act
    days = [entry.day for entry in group if entry.day is not None]
    others = [label for entry in group[1:] if not keys(entry.act.by) & keys(first.by) for label in labels(entry.act.by)]
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
