"""Agreements by name and date: their obligations, who invokes them, who is said to have broken them."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Agreement, Report, Span
from onrecord.present.accusations import accusations
from onrecord.present.acts import Act
from onrecord.present.agreements import Pact, pact_of
from onrecord.present.agreements import agreements as pacts
from onrecord.present.basis import Basis, basis
from onrecord.present.chain import Chains
from onrecord.present.grounds import Ground, gathered, grounds
from onrecord.present.ledgers.both import states
from onrecord.present.ledgers.commitments import broken, denied, quoted
from onrecord.present.ledgers.entries import labels
from onrecord.present.ledgers.meant import known_as
from onrecord.present.ledgers.pacts import united
from onrecord.present.ledgers.unnamed import unnamed
from onrecord.present.phrases import flat
from onrecord.present.refusals import refusals
from onrecord.present.voice import Voice, voices

_DAY = len("2029-06-14")


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Somebody accuses somebody of having broken an agreement, in these words; `sides` are those of the accused."""

    accuser: tuple[str, ...]
    accused: tuple[str, ...]
    sides: tuple[str, ...]
    words: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """One agreement; `date` is its own ISO date, `first` and `last` when reports named it.

    `invoked_by` are those in whose words it stands, `denied_by` those who deny or refuse in words that name it.
    """

    name: str
    known_id: str | None
    date: str | None
    parties: tuple[str, ...]
    obligations: tuple[str, ...]
    invoked_by: tuple[str, ...]
    breaches: tuple[Breach, ...]
    denied_by: tuple[str, ...]
    first: str | None
    last: str | None
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """One agreement as one report tells of it."""

    report: Report
    one: Agreement
    pact: Pact


def agreements(reports: Sequence[Report]) -> tuple[AgreementRow, ...]:
    """Every agreement of the reports, by date (unknown last) and name; the same one of several reports in one row."""
    told = [
        _Told(report, one, pact)
        for report in sorted(reports, key=lambda r: (r.document.published or "9999", r.document.id))
        for one, pact in zip(report.agreements, pacts(report), strict=True)
    ]
    made = basis(reports)
    groups = [[told[at] for at in group] for group in united([one.one for one in told])]
    days = {told.one.date: group for group in groups for told in group if told.one.date and len(told.one.date) == _DAY}
    for other in (one for part in made.matters for one in unnamed(part)):
        if other.by not in days:  # else told without its name on the day it bears, or by others
            groups.append([])
            days[other.by] = groups[-1]
        days[other.by].append(_Told(other.report, other.agreement, pact_of(other.agreement, other.report)))
    rows = (_row(group, made) for group in groups)
    return tuple(sorted(rows, key=lambda row: (row.date or "9999", row.name, row.grounds)))


def _row(group: list[_Told], made: Basis) -> AgreementRow:
    days = [told.report.document.published for told in group if told.report.document.published]
    names = [told.one.name for told in group]
    said_broken = [breach for told in group for breach in (*_breaches(told, made), *_broken(told, made))]
    breaches = tuple(_distinct(sorted(said_broken, key=lambda one: not one.accused)))
    accused = tuple(side for breach in breaches for side in breach.sides)
    articles = [said for told in group for said in quoted(told.report, told.one, made)]
    denials = [said for told in group for said in denied(told.report, made, accused, told.one)]
    obligations = [flat(s.text) for told in group for s in told.one.obligations]
    obligations += [said.words for said in articles if not any(said.words in other for other in obligations)]
    return AgreementRow(
        name=min(dict.fromkeys(names), key=lambda name: (name.islower(), -names.count(name), names.index(name))),
        known_id=next((told.one.known_id for told in group if told.one.known_id), None),
        date=max((told.one.date for told in group if told.one.date), key=len, default=None),
        parties=labels(voice for told in group for voice in told.pact.parties),
        obligations=tuple(dict.fromkeys(obligations)),
        invoked_by=tuple(dict.fromkeys(name for told in group for name in _invoked(told, made))),
        breaches=breaches,
        denied_by=tuple(
            dict.fromkeys(
                (*(name for told in group for name in _denied(told)), *(v.label for said in denials for v in said.by))
            )
        ),
        first=min(days, default=None),
        last=max(days, default=None),
        grounds=gathered(
            (
                *(g for told in group for g in grounds(told.report, told.one.id, told.pact.spans)),
                *(g for said in (*articles, *denials) for g in said.grounds),
                *(g for breach in breaches for g in breach.grounds),
            )
        ),
    )


def _invoked(told: _Told, made: Basis) -> tuple[str, ...]:
    """Who speaks the words in which the agreement is named: the innermost voice of each."""
    chains, found = Chains(told.report.statements), []
    for mention in told.one.mentions:
        around = [s for s in told.report.statements if any(mention in span for span in s.content)]
        if around:
            inner = max(around, key=lambda s: len(chains.statements(s.id)))
            found += [] if inner.speaker is None else [inner.speaker]
    return labels(known_as(voices(found), told.report, made))


def _breaches(told: _Told, made: Basis) -> list[Breach]:
    return [
        Breach(
            accuser=labels(known_as(act.by, told.report, made)),
            accused=labels(to),
            sides=made.sides.all(to),
            words=flat(act.words.text),
            grounds=grounds(told.report, act.records[0], act.spans),
        )
        for act in accusations(told.report)
        if _names(act, told.one)
        for to in (_accused(act, told, made),)
    ]


def _accused(act: Act, told: _Told, made: Basis) -> tuple[Voice, ...]:
    """Who is accused: where it is only "it" or "the step", the other of the two states that a report is of."""
    own = {made.sides.of(one) for one in known_as(act.by, told.report, made)}
    if made.sides.all(act.to) or not any(made.sides.is_state(side) for side in own):
        return act.to
    others = [one for one in states(told.report, act.words.start, made) if one.label not in own]
    return (others[0],) if len(others) == 1 else act.to


def _broken(told: _Told, made: Basis) -> list[Breach]:
    """Accusations that no event tells, by the words around the agreement's name."""
    return [
        Breach(
            accuser=tuple(v.label for v in said.by), accused=tuple(v.label for v in said.about),
            sides=made.sides.all(said.about), words=said.words, grounds=said.grounds,
        )
        for said in broken(told.report, told.one, made)
    ]  # fmt: skip


def _distinct(found: list[Breach]) -> list[Breach]:
    """Accusations without those that stand on words of another one, the coded ones first."""
    kept: list[Breach] = []
    told: dict[str, list[Span]] = {}
    for one in found:
        if not any(span.overlap(ground.span) for ground in one.grounds for span in told.get(ground.doc, ())):
            kept.append(one)
            for ground in one.grounds:
                told.setdefault(ground.doc, []).append(ground.span)
    return kept


def _denied(told: _Told) -> tuple[str, ...]:
    return labels(v for act in refusals(told.report) if act.event == "REJECT" and _names(act, told.one) for v in act.by)


def _names(act: Act, one: Agreement) -> bool:
    return any(span.overlap(mention) for span in act.spans for mention in one.mentions)
