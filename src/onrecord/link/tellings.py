"""Statements as rules read them, in the form that the tagger is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.speech_signs import Bounds, Telling, Voice
from onrecord.model import Actor, Span, Statement

SHORT = 2
"""A last name of no more characters does not stand for the whole name."""


def tellings(statements: Sequence[Statement], text: str) -> list[Telling]:
    """Those of the statements of the document `text`, in their order."""
    words = _Words(text)
    return [_telling(statement, words) for statement in statements]


class _Words:
    """Where words stand in a text, each looked for once."""

    def __init__(self, text: str) -> None:
        lower = text.lower()
        self._text, self._lower = text, lower if len(lower) == len(text) else text
        self._known: dict[tuple[str, bool], tuple[Bounds, ...]] = {}

    def of(self, words: str, *, any_case: bool = False) -> tuple[Bounds, ...]:
        key = words, any_case
        if key not in self._known:
            text = self._lower if any_case else self._text
            self._known[key] = tuple(_whole(words.lower() if any_case else words, text))
        return self._known[key]


def _whole(words: str, text: str) -> Iterator[Bounds]:
    """Where words stand as whole words."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        before, behind = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or before == "_") and not (behind.isalnum() or behind == "_"):
            yield at, end
        at = text.find(words, end)


def _telling(statement: Statement, words: _Words) -> Telling:
    speaker = statement.speaker
    voices = () if speaker is None else (speaker,)
    return Telling(
        content=_bounds(statement.content[0]),
        cue=None if statement.cue is None else _bounds(statement.cue),
        source=None if speaker is None or speaker.mention is None else _bounds(speaker.mention),
        kind=statement.kind,
        act=statement.act,
        channel=statement.channel,
        voice=_voice(speaker),
        heard=bool(statement.addressees),
        nested=statement.parent is not None,
        has_office=speaker is not None and speaker.office is not None,
        has_state=speaker is not None and (bool(speaker.country) or speaker.state is not None),
        words=(
            _mentions(voices),
            _names(voices, words),
            _mentions(statement.addressees),
            _names(statement.addressees, words),
            words.of(speaker.office, any_case=True) if speaker is not None and speaker.office else (),
        ),
    )


def _voice(speaker: Actor | None) -> Voice:
    if speaker is None:
        return "none"
    if speaker.name is None:
        return "unnamed"
    return "person" if speaker.kind == "person" else "body"


def _mentions(actors: Sequence[Actor]) -> tuple[Bounds, ...]:
    return tuple(_bounds(actor.mention) for actor in actors if actor.mention is not None)


def _names(actors: Sequence[Actor], words: _Words) -> tuple[Bounds, ...]:
    """Wherever the names of actors stand, or their last words alone."""
    found: list[Bounds] = []
    for actor in actors:
        if actor.name is not None:
            last = actor.name.rpartition(" ")[2]
            found += words.of(actor.name)
            found += words.of(last) if last != actor.name and len(last) > SHORT else ()
    return tuple(found)


def _bounds(span: Span) -> Bounds:
    return span.start, span.end
