"""The measure of statements on the golden reports, on statements made for the purpose."""

from collections import Counter
from typing import Any

import pytest

from onrecord.evaluation.golden import aligned, count, result
from onrecord.evaluation.golden_names import same_country, same_office, same_party, same_speaker, told_beside
from onrecord.model import Actor, Document, Report, Span, Statement

TEXT = "Ada Lind of Veldoria told Karsun that the road was shut."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def label(**changes: Any) -> dict[str, Any]:
    words = span("that the road was shut")
    row = {"spans": [{"start": words.start, "end": words.end}], "kind": "indirect", "act": "speech",
           "speakers": ["Ada Lind"], "speaker_text": None, "office": None, "country": "Veldoria",
           "addressees": ["Karsun"], "channel": "unknown", "parent": None}  # fmt: skip
    return row | changes


def report(**changes: Any) -> Report:
    lind = Actor(mention=span("Ada Lind"), name="Ada Lind", kind="person", office="minister, Veldoria")
    fields: dict[str, Any] = {"id": "s", "doc": "d", "kind": "indirect", "content": (span("the road was shut"),),
                              "speaker": lind, "addressees": (Actor(name="Karsun"),)}  # fmt: skip
    document = Document(id="d", sha256="", version="0", text=TEXT)
    return Report(document=document, statements=(Statement(**fields | changes),))


def test_golden_all_right_scores_one() -> None:
    counts: Counter[str] = Counter()
    count([label()], report(), counts)
    figures = result(counts)
    assert figures["finding"]["F1"] == figures["addressees"]["F1"] == 1.0
    assert figures["speaker"] == figures["country"] == figures["country_told"] == figures["parent"] == 1.0
    assert figures["office"] is None


def test_golden_wrong_fields_are_counted_one_by_one() -> None:
    counts: Counter[str] = Counter()
    count([label(channel="letter")], report(speaker=Actor(name="Karsun"), addressees=(), kind="direct"), counts)
    figures = result(counts)
    assert (figures["finding"]["F1"], figures["speaker"], figures["channel"], figures["kind"]) == (1.0, 0.0, 0.0, 0.0)
    assert figures["addressees"]["R"] == 0.0 and counts["channel letter as unknown"] == 1


def test_golden_content_that_shares_less_than_half_is_missed() -> None:
    assert aligned([label()], report(content=(span("shut"),)).statements) == []


@pytest.mark.parametrize(
    ("labels", "words", "name", "right"),
    [(["Ada Lind"], None, "Ada Lind", True), (["Ada Lind"], None, "Lind", False), ([], "a diplomat", None, True),
     ([], "a diplomat", "Ada Lind", False), (["A", "B"], None, "A and B", True), (["A", "B"], None, "A", False)],
)  # fmt: skip
def test_golden_speaker(labels: list[str], words: str | None, name: str | None, right: bool) -> None:
    assert same_speaker(labels, words, Actor(name=name, kind="person", resolved_by="name")) is right


def test_golden_names_of_offices_countries_and_addressees() -> None:
    assert same_office("defence minister", Actor(office="Minister of Defence, Ilmar"))
    assert not same_office("defence minister", Actor(office="Foreign Minister, Ilmar"))
    assert same_country("France", Actor(country=("FRA",))) and not same_country("Ilmar", Actor(name="Ada Lind"))
    assert same_party("the council", Actor(name="Council of Ilmar")) and not same_party("reporters", Actor(name="Lind"))
    assert told_beside("Veldoria", ["Ada Lind"], TEXT) and not told_beside("Ilmar", ["Ada Lind"], TEXT)
