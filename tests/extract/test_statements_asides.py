"""Reports in brackets of commas, and what they bound."""

import pytest

from onrecord.annotate.parse import parse
from onrecord.annotate.standard import annotation
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements import statements
from onrecord.extract.statements_asides import aside_start
from onrecord.ingest.document import document


def read(text: str) -> tuple[StatementDraft, ...]:
    return statements(annotation()(parse(document(text))))


def told(text: str) -> list[tuple[str | None, str]]:
    return [(s.source.text if s.source else None, " … ".join(part.text for part in s.content)) for s in read(text)]


@pytest.mark.parametrize(
    ("text", "verb", "opens"),
    [
        ("The pass was shut, a Norvian envoy said on Monday.", "said", "a"),
        ("Flour, the charity warned, would run out by Friday.", "warned", "the"),
        ("The locks had been forced, the envoy told the council, and the yard was empty.", "told", "the"),
        ("The envoy, who said that the pass was shut, left.", "said", None),
        ("When he spoke, the envoy said that the pass was shut.", "said", None),
        ("The pass was shut, the envoy announced a plan.", "announced", None),
    ],
)
def test_aside_start(text: str, verb: str, opens: str | None) -> None:
    words = parse(document(text)).paragraphs[0].parse
    start = aside_start(next(t for t in words if t.text == verb))
    assert (None if start is None else words[start].text) == opens


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Premier Ada Lind asked her guest, Omar Beg, to open the line before spring and offered to pay half of it, "
            "spokesman Nur Alim said on Monday.",
            "Premier Ada Lind",
            "to pay half of it",
        ),
        (
            "The harbour master answered that the quay belonged to the navy, a pilot who listened told the paper.",
            "a pilot",
            "The harbour master answered that the quay belonged to the navy",
        ),
        (
            "The harbour master answered that the quay belonged to the navy, a pilot who listened told the paper.",
            "The harbour master",
            "that the quay belonged to the navy",
        ),
        ("Sund refused the offer, they said, adding that talks were over.", "they", "Sund refused the offer"),
        ("The guild put the harvest at 40 tons.", "The guild", "the harvest at 40 tons"),
    ],
)
def test_statements_end_before_asides(text: str, source: str, content: str) -> None:
    assert (source, content) in told(text)


@pytest.mark.parametrize(
    "text",
    ["The army put two guns at the bridge.", "Engineers put up a fence at kilometre 40."],
)
def test_what_is_put_somewhere_is_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Asked about the loan, a clerk of the bank said: “Nobody has signed.”", "the loan"),
        (
            "Asked whether Sund would send men, the spokeswoman declined to comment.",
            "whether Sund would send men",
        ),
    ],
)
def test_who_is_asked_is_no_source(text: str, asked: str) -> None:
    assert (None, asked) in told(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("We condemn in the strongest terms the killing of two guards.", "the killing of two guards"),
        ("The council condemned in the strongest possible terms the raid on the camp.", "the raid on the camp"),
    ],
)
def test_manner_is_not_told(text: str, content: str) -> None:
    assert [said for _, said in told(text)] == [content]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The premier replied: “Never.”", False),
        ("The premier never said that the pass was open.", True),
        ("The ministry neither confirmed nor denied the report.", True),
    ],
)
def test_negated_by_the_reporters_words(text: str, negated: bool) -> None:
    assert [s.negated for s in read(text)] == [negated]
