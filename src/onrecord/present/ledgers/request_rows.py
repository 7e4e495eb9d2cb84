"""Rows of demands and promises: who asks or promises what, told how often; answers are added by `requests`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model.vocabulary import Status
from onrecord.present.acts import Act
from onrecord.present.alikes import Alikes
from onrecord.present.grounds import Ground, gathered
from onrecord.present.ledgers.entries import Entry, keys, labels, word
from onrecord.present.phrases import flat, paired
from onrecord.present.sides import Sides
from onrecord.present.voice import Voice

SAME = 0.6
"""From this likeness of words on, two demands are one."""
_SUBJECT = 3
"""Words of what is promised that are only what something is to be done with."""

type Outcome = Literal["accepted", "rejected", "met", "partly met", "unmet", "kept", "broken"]


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


def grouped(found: Sequence[Entry], side: Literal["by", "to"], sides: Sides) -> list[list[Entry]]:
    """Entries of the same side (addressee of a demand, giver of a pledge) in like words, together."""
    groups: dict[tuple[frozenset[str], bool], Alikes[list[Entry]]] = {}
    common = Alikes[list[Entry]]([entry.act.words.text for entry in found], SAME)
    order: list[list[Entry]] = []
    for entry in found:
        key, words = (keys(side_of(entry.act, side), sides), entry.act.negated), entry.act.words.text
        known = groups.get(key) or groups.setdefault(key, common.fresh())
        same = next(known.found(words), None)
        if same is None:
            order.append([entry])
            known.add(words, order[-1])
        else:
            same.append(entry)
    return order


def side_of(act: Act, side: Literal["by", "to"]) -> tuple[Voice, ...]:
    """Who acts, or to whom."""
    return act.by if side == "by" else act.to


def ordered(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Answers by day and place."""
    return tuple(sorted(answers, key=lambda one: (one.day or "9999", one.grounds)))


def made_row(group: list[Entry], sides: Sides) -> RequestRow:
    """One row of what its entries tell, without answers."""
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
        what=paired(flat(_what(first))),
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


def _what(act: Act) -> str:
    """The words of what is asked or promised; of a plan with its verb ("to withdraw" + "its guns")."""
    anchor = next((span for span in act.spans if span.end + 1 == act.words.start), None)
    if act.status == "planned" and anchor is not None:
        return f"{anchor.text} {act.words.text}"
    verb = next((span for span in act.spans if span.start == act.words.end + 1), None)
    if act.status == "planned" and verb is not None and len(act.words.text.split()) <= _SUBJECT:
        return f"{act.words.text} {verb.text}"  # "the quay" + "would be cleared"
    return act.words.text


def _particular(group: list[Entry], label: str) -> str | None:
    parts = (part for entry in group for part in entry.act.particulars if part.label == label)
    return next((flat(span.text) for part in parts for span in part.spans), None)
