"""Lines for those who speak and for what they say."""

from dataclasses import replace

from onrecord.present.entry import Entry
from onrecord.present.phrases import cue_verb, flat, joined, times, who
from onrecord.present.speakers import Said, Speaker


def speaker(one: Speaker) -> Entry:
    """A speaker, with the statements as lines inside; circumstances are said where they change."""
    return Entry(
        head=who((one.voice,)),
        marks=() if one.voice.identified or not one.voice.key else ("not identified",),
        notes=tuple(note for note in (one.voice.office, _quoted(one)) if note),
        voice=one.voice.key,
        inside=_thinned(tuple(statement(said) for said in one.said), {}),
    )


def _thinned(lines: tuple[Entry, ...], last: dict[str, tuple[str, ...]]) -> tuple[Entry, ...]:
    """The lines without circumstances that are those of the same voice's line before (`last`, by voice)."""
    thinned: list[Entry] = []
    for line in lines:
        notes = () if last.get(line.voice) == line.notes else line.notes
        last[line.voice] = line.notes
        thinned.append(replace(line, notes=notes, inside=_thinned(line.inside, last)))
    return tuple(thinned)


def statement(said: Said) -> Entry:
    """A statement: the verb, the words, and in which circumstances they were said."""
    return Entry(
        head=cue_verb(said.cue),
        marks=_marks(said),
        words=joined(said.content),
        notes=_circumstances(said),
        voice=said.speaker.key,
        records=said.records,
        spans=said.spans,
        carried=carried(said),
        inside=tuple(_nested(inner, said) for inner in said.inside),
    )


def carried(said: Said) -> float:
    """Which part of a statement's words (0–1) stands in the statements inside it."""
    words = sum(span.end - span.start for span in said.content)
    within = {
        place
        for inner in said.inside
        for part in (*inner.content, *(() if inner.cue is None else (inner.cue,)))
        for place in range(part.start, part.end)
    }
    own = sum(1 for span in said.content for place in range(span.start, span.end) if place in within)
    return own / words if words else 0.0


def _nested(inner: Said, outer: Said) -> Entry:
    line = statement(inner)
    if inner.speaker.same(outer.speaker):
        return line
    return replace(line, head=f"{inner.speaker.label} {line.head}")


def _marks(said: Said) -> tuple[str, ...]:
    act = {"thought": "thought, not said", "intention": "intention"}.get(said.act)
    return tuple(mark for mark in (act, "not said" if said.negated else None) if mark)


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
    return "quoted " + ", ".join(f"{times(number)} by {voice.label}" for voice, number in one.quoted_by)
