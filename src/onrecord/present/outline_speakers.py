"""Lines for those who speak and for what they say."""

from dataclasses import replace

from onrecord.present.entry import Entry
from onrecord.present.phrases import count, flat, joined, who
from onrecord.present.speakers import Said, Speaker
from onrecord.present.voice import Voice


def speaker(one: Speaker) -> Entry:
    """A speaker, with the statements as lines inside; circumstances are said where they change."""
    lines: list[Entry] = []
    before: tuple[str, ...] = ()
    for said in one.said:
        line = statement(said)
        lines.append(replace(line, notes=() if line.notes == before else line.notes))
        before = line.notes
    return Entry(
        head=one.voice.label,
        marks=() if one.voice.identified or not one.voice.key else ("not identified",),
        notes=tuple(note for note in (*about(one.voice), _quoted(one)) if note),
        voice=one.voice.key,
        inside=tuple(lines),
    )


def about(voice: Voice) -> tuple[str, ...]:
    """Office and country of a voice, where known."""
    return tuple(note for note in (voice.office, "/".join(voice.country)) if note)


def statement(said: Said) -> Entry:
    """A statement: the verb, the words, and in which circumstances they were said."""
    return Entry(
        head=_verb(said),
        marks=_marks(said),
        words=joined(said.content),
        notes=_circumstances(said),
        voice=said.speaker.key,
        records=said.records,
        spans=said.spans,
        inside=tuple(_nested(inner, said) for inner in said.inside),
    )


def _nested(inner: Said, outer: Said) -> Entry:
    line = statement(inner)
    if inner.speaker.same(outer.speaker):
        return line
    return replace(line, head=f"{inner.speaker.label} {line.head}")


def _verb(said: Said) -> str:
    return "says" if said.cue is None else flat(said.cue.text)


def _marks(said: Said) -> tuple[str, ...]:
    act = {"thought": "thought, not said", "intention": "intention"}.get(said.act)
    return tuple(mark for mark in (act, "denied that it was said" if said.negated else None) if mark)


def _circumstances(said: Said) -> tuple[str, ...]:
    notes = (
        None if said.channel == "unknown" else said.channel,
        None if said.venue is None else flat(said.venue),
        f"to {who(said.to)}" if said.to else None,
        None if said.when is None else said.when.phrase,
    )
    return tuple(note for note in notes if note)


def _quoted(one: Speaker) -> str:
    if not one.quoted_by:
        return ""
    by = ", ".join(f"{voice.label} ({count(number, 'time')})" for voice, number in one.quoted_by)
    return f"quoted by {by}"
