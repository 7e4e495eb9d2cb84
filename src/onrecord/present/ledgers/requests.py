"""Who asks whom for what, who promises what, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model import Report
from onrecord.model.vocabulary import Status
from onrecord.present.acts import Act
from onrecord.present.alikes import Alikes
from onrecord.present.grounds import Ground, gathered
from onrecord.present.ledgers.entries import Entry, entries, keys, labels, word
from onrecord.present.phrases import flat
from onrecord.present.voice import Voice

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
    later = [e for e in entries(reports, _DEMANDED) if e.act.status not in ("demanded", "hypothetical")]
    groups = _groups(entries(reports, ("REQUEST",)), "to")
    answers = _Answers(later, groups)
    return tuple(_answered(group, answers, "to", _DEMANDED) for group in groups)


def pledges(reports: Sequence[Report]) -> tuple[RequestRow, ...]:
    """Every promise and concession, earliest first; with acts of the promiser that carry it out, where found."""
    done = [e for e in entries(reports, _PLEDGED) if e.act.status in ("asserted", "alleged") and not e.act.negated]
    given = [e for e in entries(reports, ("AGREE", "CONCEDE")) if e.act.status not in ("demanded", "hypothetical")]
    groups = _groups(given, "by")
    answers = _Answers(done, groups)
    return tuple(_answered(group, answers, "by", _PLEDGED) for group in groups)


def _groups(found: Sequence[Entry], side: Literal["by", "to"]) -> list[list[Entry]]:
    """Entries of the same side (addressee of a demand, giver of a pledge) in like words, together."""
    groups: dict[tuple[frozenset[str], bool], Alikes[list[Entry]]] = {}
    common = Alikes[list[Entry]]([entry.act.words.text for entry in found], SAME)
    order: list[list[Entry]] = []
    for entry in found:
        key, words = (keys(_side(entry.act, side)), entry.act.negated), entry.act.words.text
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

    def __init__(self, later: Sequence[Entry], groups: Sequence[list[Entry]]) -> None:
        self._by: dict[str, Alikes[int]] = {}
        self._later = later
        texts = [entry.act.words.text for entry in later] + [flat(group[0].act.words.text) for group in groups]
        common = Alikes[int](texts, ANSWERED)
        for at, entry in enumerate(later):
            for key in keys(entry.act.by):
                known = self._by.get(key) or self._by.setdefault(key, common.fresh())
                known.add(entry.act.words.text, at)

    def of(self, who: frozenset[str], what: str) -> Iterator[Entry]:
        """Acts of any of these actors in like words, in their order."""
        for at in sorted({at for key in who if key in self._by for at in self._by[key].found(what)}):
            yield self._later[at]


def _answered(
    group: list[Entry], later: _Answers, side: Literal["by", "to"], outcomes: dict[str, Outcome]
) -> RequestRow:
    row, bound = _row(group), keys(_side(group[0].act, side))
    answers = [
        _answer(entry, outcomes)
        for entry in later.of(bound, row.what)
        if not _part_of(entry, row) and (entry.day or "9999") >= (row.first or "")
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
