"""On whose word a span stands."""

import pytest
from msgspec.structs import replace

from onrecord.link.voices import Voices
from onrecord.model import Actor, Span, Statement

TEXT = "Dorel said that Corin claimed that the pass was shut. Snow fell."


def statement(ident: str, cue: str, content: str) -> Statement:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span.of(TEXT, start, start + len(words))

    return Statement(id=ident, doc="d", kind="indirect", content=(span(content),), cue=span(cue))


OUTER = statement("outer", "said", "that Corin claimed that the pass was shut")
INNER = statement("inner", "claimed", "that the pass was shut")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the pass", "inner"),
        ("Corin", "outer"),
        ("claimed", "outer"),
        ("said", "outer"),
        ("Snow", None),
        ("Dorel", None),
    ],
)
def test_voices_innermost_content_then_cue(words: str, expected: str | None) -> None:
    start = TEXT.index(words)
    found = Voices((OUTER, INNER)).around(Span.of(TEXT, start, start + len(words)))
    assert (found.id if found else None) == expected


def test_voices_of_no_statements() -> None:
    assert Voices(()).around(Span.of(TEXT, 0, 5)) is None


def test_voices_words_of_a_speaker_mean_him_but_those_of_several_mean_them() -> None:
    words = Span.of(TEXT, 0, 5)
    speaker = Actor(mention=words, name="Ana Dorel", kind="person", resolved_by="coreference")
    voices = Voices((replace(OUTER, speaker=speaker), INNER))
    alone, other = Actor(mention=words), Actor(mention=Span.of(TEXT, 16, 21), name="Corin")
    assert voices.meant((alone, other)) == (speaker, other)
    assert voices.meant((alone, replace(alone, name="Doria"))) == (alone, replace(alone, name="Doria"))
    unknown = Voices((replace(OUTER, speaker=replace(speaker, resolved_by="unresolved")),))
    assert unknown.meant((alone,)) == (alone,)
    several = Voices((replace(OUTER, speaker=replace(speaker, kind="group")),))
    assert several.meant((alone,)) == (alone,)
