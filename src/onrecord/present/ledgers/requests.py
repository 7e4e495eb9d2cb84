"""Who asks whom for what, who promises what, and what became of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from onrecord.model import Report
from onrecord.present.alikes import Alikes
from onrecord.present.basis import Basis, basis
from onrecord.present.grounds import Ground
from onrecord.present.ledgers.ends import done_as, ends, partial
from onrecord.present.ledgers.entries import Entry, entries, keys, labels, word
from onrecord.present.ledgers.fulfilments import Deed, deeds
from onrecord.present.ledgers.funding import funded
from onrecord.present.ledgers.lateness import earliest, late
from onrecord.present.ledgers.moves import Move
from onrecord.present.ledgers.openings import Openings, openings
from onrecord.present.ledgers.outcomes import Outcomes, outcomes
from onrecord.present.ledgers.pledge_words import MEETS, OPENS, RECEIVES, promises
from onrecord.present.ledgers.promise_told import of_promise
from onrecord.present.ledgers.promised import promised, promised_reply
from onrecord.present.ledgers.replies import held, replies
from onrecord.present.ledgers.request_rows import Answer, Outcome, RequestRow, grouped, made_row, ordered, side_of
from onrecord.present.ledgers.responses import Responses, responses
from onrecord.present.ledgers.taken_up import taken_up, with_names
from onrecord.present.meetings import Meeting
from onrecord.present.phrases import flat
from onrecord.present.sides import Sides
from onrecord.present.voice import Voice

ANSWERED = 0.4
"""From this likeness of words on, an act answers a demand."""

_AGAINST: dict[str, Outcome] = {"met": "unmet", "kept": "broken", "unmet": "met", "broken": "kept"}
"""What a negated deed says: "has not withdrawn" leaves a demand unmet."""
_DEMANDED: dict[str, Outcome] = {
    "AGREE": "accepted", "CONCEDE": "accepted", "REJECT": "rejected",
    "RETREAT": "met", "COOPERATE": "met", "AID": "met", "COERCE": "unmet", "ASSAULT": "unmet", "MOBILIZE": "unmet",
}  # fmt: skip
_PLEDGED: dict[str, Outcome] = {
    "RETREAT": "kept", "COOPERATE": "kept", "AID": "kept", "COERCE": "broken", "ASSAULT": "broken", "REJECT": "broken",
}  # fmt: skip
_DEEDS_SHOWN = 3
"""Sentences that tell a demand met or a promise kept, at most; the earliest ones."""
_BOTH = 2
"""Sides of a contact of which both are told: who promised it must be one of them."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DEEDS = frozenset({"RETREAT", "COOPERATE", "AID"})
_DEMAND = re.compile(
    r"\b(?:demands?|ultimatums?|calls?|requests?|appeals?|terms|conditions|deadline|proposals?|offers?)\b",
    re.IGNORECASE,
)


def demands(reports: Sequence[Report]) -> tuple[RequestRow, ...]:
    """Every demand, earliest first, the same one of the same addressee in one row; with the answers found."""
    return basis(reports).of_each_matter(_demands, _earliest)


def _demands(made: Basis) -> tuple[RequestRow, ...]:
    sides, reports = made.sides, made.reports
    later = [e for e in entries(reports, _DEMANDED) if e.act.status not in ("demanded", "hypothetical")]
    groups = grouped(entries(reports, ("REQUEST",)), "to", sides)
    answers = _Answers(later, groups, sides)
    known = outcomes(made)
    rows = ((_told_later(_answered(g, answers, "to", _DEMANDED, sides), g, made), g) for g in groups)
    told = ((_by_ledgers(row, known, made), g, with_names(row.what, g[0], made)) for row, g in rows)
    return tuple(_done_later(row, g, "to", made, what) for row, g, what in told)


def _earliest(row: RequestRow) -> tuple[str, tuple[Ground, ...]]:
    return row.first or "9999", row.grounds


def _by_ledgers(row: RequestRow, known: Outcomes, made: Basis) -> RequestRow:
    """A demand with the uses of the instrument, the inquiries into the abuse, or the money that it asks for."""
    told: list[tuple[Outcome, Move]] = [("met", move) for move in known.used(row.what, row.whom, row.first)]
    told += [
        ("met" if not row.whom or set(move.by) & set(row.whom) else "partly met", move)
        for move in known.inquired(row.what, row.grounds, row.first)
    ]
    told += [("met" if whole else "partly met", move) for whole, move in funded(row.what, row.first, made)]
    found = [
        Answer(outcome=outcome, who=move.by, words=move.words, day=move.day, word=move.word, grounds=move.grounds)
        for outcome, move in told[:3]
    ]
    return replace(row, answers=ordered([*row.answers, *found])) if found else row


def pledges(reports: Sequence[Report]) -> tuple[RequestRow, ...]:
    """Every promise and concession, earliest first; with acts of the promiser that keep or break it, where found."""
    return basis(reports).of_each_matter(_pledges, _earliest)


def _pledges(made: Basis) -> tuple[RequestRow, ...]:
    sides, reports = made.sides, made.reports
    acted = [e for e in entries(reports, _PLEDGED) if e.act.status in ("asserted", "alleged")]
    given = [
        e
        for e in entries(reports, ("AGREE", "CONCEDE"))
        if e.act.status not in ("demanded", "hypothetical") and promises(e.act)
    ]
    groups = grouped(given, "by", sides)
    answers = _Answers(acted, groups, sides)
    rows = ((_kept(_answered(group, answers, "by", _PLEDGED, sides), group, made), group) for group in groups)
    asked = entries(reports, ("REQUEST",))
    done = ((row, group, taken_up(row.what, group[0], asked, made)) for row, group in rows)
    return tuple(late(_done_later(row, group, "by", made, what), made) for row, group, what in done)


def _kept(row: RequestRow, group: list[Entry], made: Basis) -> RequestRow:
    """A promise with what is told later of the route or the contact that it promises."""
    if row.negated:
        return row
    giving = keys(group[0].act.by, made.sides)
    opens = OPENS.match(row.what.strip("“ "))
    opened = _by_state(row, group, openings(made), frozenset()) if opens else ()
    found = [replace(one, outcome="kept") for one in opened if one.outcome == "met"]
    what = f"{group[0].act.spans[-1].text} {row.what}" if row.status == "planned" else row.what
    met = keys(group[0].act.to, made.sides)
    for one in held(made).asked(what, row.first, giving, met) if MEETS.match(what.strip("“ ")) else ():
        later = (one.first or one.last or "") > (row.first or "")
        theirs = len(one.sides) < _BOTH or not giving or bool(giving & set(one.sides))
        if later and theirs and (not met or met & set(one.sides)):
            found.append(_of_contact(one, "kept"))
    due = _DAY.match(row.by_when or "")
    if RECEIVES.match(what.strip("“ ")) and due is not None:
        found += [_of_contact(one, "kept") for one in held(made).on(due.group(), met)]
    for one in held(made).called_off(row.first, row.by_when, giving | met) if MEETS.match(what.strip("“ ")) else ():
        found.append(_of_contact(one, "broken"))
    found += promised_reply(row, group[0], made)
    if told := of_promise(row, group[0], made):  # what is told of it as a promise goes before what may be its deed
        return replace(row, answers=ordered(dict.fromkeys(told[:_DEEDS_SHOWN])))
    return replace(row, answers=ordered(dict.fromkeys([*row.answers, *found[:_DEEDS_SHOWN]]))) if found else row


def _of_contact(one: Meeting, outcome: Outcome) -> Answer:
    """A contact that was held, as what was asked for or promised."""
    last = one.steps[-1]
    return Answer(
        outcome=outcome, who=one.parties, words=last.words, day=one.first or one.last, word=last.word,
        grounds=one.grounds,
    )  # fmt: skip


def _done_later(
    row: RequestRow, group: list[Entry], side: Literal["by", "to"], made: Basis, what: str = ""
) -> RequestRow:
    """A demand or promise with sentences of later reports that tell it done or not done, where no act does.

    `what` is what is to be done, where the words of the row do not tell it.
    """
    outcomes: tuple[Outcome, Outcome] = ("met", "unmet") if side == "to" else ("kept", "broken")
    if row.negated or any(answer.outcome == outcomes[0] for answer in row.answers):
        return row
    docs, doers = frozenset(ground.doc for ground in row.grounds), keys(side_of(group[0].act, side), made.sides)
    in_its_words = side == "by" and what in ("", row.what)
    found = list(islice(deeds(made).of(what or row.what, row.first, docs), _DEEDS_SHOWN))
    if all(deed.negated for deed in found):  # of several things that were asked, one may be done and another not
        found += islice(ends(made).of(what or row.what, row.first, docs, doers, in_its_words), _DEEDS_SHOWN)
    due = earliest(row.by_when) if side == "by" else None
    found = [deed for deed in found if due is None or not deed.negated or deed.day >= due]
    answers = [_of_deed(deed, outcomes, doers, made) for deed in found]
    return replace(row, answers=ordered([*row.answers, *answers])) if answers else row


def _of_deed(deed: Deed, outcomes: tuple[Outcome, Outcome], doers: frozenset[str], made: Basis) -> Answer:
    """A deed told later, as what was asked for or promised; a part of it meets a demand partly.

    What those who are asked say themselves not to be done is refused in words.
    """
    outcome = outcomes[deed.negated]
    said = made.passages(deed.report).speaker(deed.cue)
    if outcome == "unmet" and (deed.refused or (said is not None and made.sides.of(said) in doers)):
        outcome = "rejected"
    return Answer(
        outcome="partly met" if outcome == "met" and partial(deed.words) else outcome, who=deed.sides(made)[:1],
        words=deed.words, day=deed.day, word=deed.word(made), grounds=deed.grounds(made),
    )  # fmt: skip


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
            if asking & keys(_named_here(entry), self._sides) or entry.grounds[0].doc in docs:
                yield entry


def _named_here(entry: Entry) -> tuple[Voice, ...]:
    """Those whom the clause of an act itself names; who was carried over from an act told before is of that report."""
    clause = entry.act.spans[0]
    return tuple(one for one in entry.act.to if one.mention is None or one.mention.end > clause.start)


def _answered(
    group: list[Entry], later: _Answers, side: Literal["by", "to"], outcomes: dict[str, Outcome], sides: Sides
) -> RequestRow:
    row, bound = made_row(group, sides), keys(side_of(group[0].act, side), sides)
    asking, docs = keys(group[0].act.by, sides), {ground.doc for ground in row.grounds}
    general = later.general(bound, asking, docs) if side == "to" else ()
    found = {id(entry): entry for entry in (*later.of(bound, row.what), *general)}
    answers = [
        _answer(entry, _as_bidden(entry, row, outcomes))
        for entry in found.values()
        if not _part_of(entry, row) and (entry.day or "9999") >= (row.first or "") and _may_answer(entry, outcomes)
    ]
    return replace(row, answers=ordered(answers))


def _told_later(row: RequestRow, group: list[Entry], made: Basis) -> RequestRow:
    """A demand with what is told later of the route, contact or matter it asks for, and with replies right after it."""
    told, contacts, sides = replies(made), held(made), made.sides
    bound, asking = keys(group[0].act.to, sides), keys(group[0].act.by, sides)
    answers = [
        *row.answers,
        *_by_state(row, group, openings(made), bound),
        *_in_words(row, asking, bound, responses(made)),
    ]
    answers += promised(row, group[0], made)
    for one in contacts.asked(row.what, row.first, bound, asking):
        answers.append(_of_contact(one, "met"))
    for entry in group:
        for reply in told.after(entry.grounds[0].doc, entry.grounds[0].span.start, bound, asking, row.what):
            answers.append(
                Answer(outcome=reply.kind, who=(reply.who,), words=reply.words, day=reply.day, word=reply.word,
                       grounds=reply.grounds)
            )  # fmt: skip
    return replace(row, answers=ordered(dict.fromkeys(answers)))


def _as_bidden(entry: Entry, row: RequestRow, outcomes: dict[str, Outcome]) -> dict[str, Outcome]:
    """What acts tell, where one that mostly goes against what was asked is the very deed: "switched off its pumps"."""
    if outcomes[entry.act.event] not in ("unmet", "broken") or not done_as(row.what, entry.act.words.text):
        return outcomes
    return {**outcomes, entry.act.event: _AGAINST[outcomes[entry.act.event]]}


def _may_answer(entry: Entry, outcomes: dict[str, Outcome]) -> bool:
    """A deed that goes against what is asked answers only where the text tells it for a fact or on somebody's word."""
    return outcomes[entry.act.event] not in ("unmet", "broken") or entry.act.status in ("asserted", "alleged")


def _by_state(row: RequestRow, group: list[Entry], opened: Openings, bound: frozenset[str]) -> Iterator[Answer]:
    """What became of a demand to open a route, by how the route is said to be later."""
    places = [(entry.grounds[0].doc, entry.act.words) for entry in group]
    for one, whole in opened.of(row.what, places, bound):
        later = [ground for ground in one.grounds if ground.published > (row.first or "9999")]
        if later:
            yield Answer(
                outcome="met" if whole else "partly met", who=one.said_by, words=flat(later[0].span.text),
                day=later[0].published, word=one.word, grounds=tuple(later),
            )  # fmt: skip


def _in_words(row: RequestRow, asking: frozenset[str], bound: frozenset[str], found: Responses) -> Iterator[Answer]:
    """Refusals and consents, anywhere later, in words of what is asked; of no state that is not asked."""
    places = {ground.doc: ground.span.end for ground in row.grounds}
    told = islice(found.of(row.what, row.first, places, asking), _DEEDS_SHOWN)
    for one in (*told, *islice(found.to_act(asking, row.first, places), _DEEDS_SHOWN)):
        who, side = found.who(one)
        if bound and who == side and side not in bound and found.is_state(side):
            continue
        yield Answer(
            outcome=one.kind, who=(who,) if who else (), words=flat(one.sentence.text), day=one.day,
            word=found.word(one), grounds=found.grounds(one),
        )  # fmt: skip


def _part_of(entry: Entry, row: RequestRow) -> bool:
    """Whether an act stands in the words of the demand itself: what is called for is no answer to the call."""
    words = entry.act.words
    return any(ground.doc == entry.grounds[0].doc and ground.span.overlap(words) for ground in row.grounds)


def _answer(entry: Entry, outcomes: dict[str, Outcome]) -> Answer:
    """An act as an answer: by its type, against it where it is negated or denied, in part where its words say so."""
    against = entry.act.negated or entry.act.status == "denied"
    outcome = outcomes[entry.act.event]
    if against:
        outcome = _AGAINST.get(outcome, "rejected") if entry.act.event in _DEEDS else "rejected"
    if outcome == "met" and partial(entry.act.words.text):
        outcome = "partly met"
    return Answer(
        outcome=outcome,
        who=labels(entry.act.by),
        words=flat(entry.act.words.text),
        day=entry.day,
        word=word(entry.act),
        grounds=entry.grounds,
    )
