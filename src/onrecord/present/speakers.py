"""Who spoke and what they said: statements by speaker, those inside others under them."""

from dataclasses import dataclass

from onrecord.model import Report, Span, Statement
from onrecord.model.vocabulary import Act, Channel, StatementKind
from onrecord.present.chain import Chains
from onrecord.present.dating import Dating, dating
from onrecord.present.voice import Voice, voice, voices

_ACTS: tuple[Act, ...] = ("speech", "unknown", "thought", "intention")

DEEPEST = 8
"""Levels of statements inside statements that are shown as such; what stands deeper is shown at the last of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement with those that stand inside it. `content` holds its parts in text order."""

    records: tuple[str, ...]
    speaker: Voice
    kind: StatementKind
    act: Act
    cue: Span | None
    content: tuple[Span, ...]
    to: tuple[Voice, ...]
    channel: Channel
    venue: str | None
    when: Dating | None
    negated: bool
    inside: tuple["Said", ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One voice: what it says in the report (speech first), and who else reports its words, how often."""

    voice: Voice
    said: tuple[Said, ...]
    quoted_by: tuple[tuple[Voice, int], ...]


def said(report: Report) -> tuple[Said, ...]:
    """The outermost statements in text order, each with those inside it."""
    parents = _parents(report)
    inside: dict[str, list[Statement]] = {}
    for statement in report.statements:
        if (parent := parents[statement.id]) is not None:
            inside.setdefault(parent, []).append(statement)
    return tuple(_said(one, inside) for one in report.statements if parents[one.id] is None)


def _parents(report: Report) -> dict[str, str | None]:
    """The statement under which each is shown: its parent, or a further ancestor where it stands too deep.

    Null where there is none, where it is missing, and where parents lead in a circle.
    """
    known = {statement.id for statement in report.statements}
    chains = Chains(report.statements)
    parents: dict[str, str | None] = {}
    for one in report.statements:
        outer = chains.statements(one.id)
        circle = outer[0].parent in known
        parents[one.id] = None if circle or len(outer) == 1 else outer[:-1][:DEEPEST][-1].id
    return parents


def speakers(report: Report) -> tuple[Speaker, ...]:
    """Every speaker in the order of first appearance, also those who are only quoted by others."""
    top = said(report)
    first: dict[str, Voice] = {}
    own: dict[str, list[Said]] = {}
    quoted: dict[str, dict[str, int]] = {}
    for one, outer in _walk(top, None):
        key = one.speaker.key
        first.setdefault(key, one.speaker)
        if outer is None:
            own.setdefault(key, []).append(one)
        elif outer.key != key:
            counts = quoted.setdefault(key, {})
            counts[outer.key] = counts.get(outer.key, 0) + 1
    return tuple(
        Speaker(
            voice=_fullest(found, top),
            said=tuple(sorted(own.get(key, ()), key=lambda one: _ACTS.index(one.act))),
            quoted_by=tuple((first[by], count) for by, count in quoted.get(key, {}).items()),
        )
        for key, found in first.items()
    )


def _said(one: Statement, inside: dict[str, list[Statement]]) -> Said:
    return Said(
        records=(one.id,),
        speaker=voice(one.speaker),
        kind=one.kind,
        act=one.act,
        cue=one.cue,
        content=one.content,
        to=voices(one.addressees),
        channel=one.channel,
        venue=one.venue,
        when=dating(one.when),
        negated=one.negated,
        inside=tuple(_said(child, inside) for child in inside.get(one.id, ())),
        spans=(*one.content, *(() if one.cue is None else (one.cue,))),
    )


def _walk(found: tuple[Said, ...], outer: Voice | None) -> list[tuple[Said, Voice | None]]:
    walked: list[tuple[Said, Voice | None]] = []
    for one in found:
        walked += [(one, outer), *_walk(one.inside, one.speaker)]
    return walked


def _fullest(first: Voice, top: tuple[Said, ...]) -> Voice:
    """The same voice at the mention that says most about it: an office may come with a later mention."""
    same = [one.speaker for one, _ in _walk(top, None) if one.speaker.key == first.key]
    return max(same, key=lambda found: (found.office is not None, bool(found.country)))
