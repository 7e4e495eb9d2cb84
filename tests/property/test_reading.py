"""What must hold of every reading: grounded spans, exact round trip, the same bytes in any order or company."""

import os
import pickle
import random
import time
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import Code, ConfigurationError
from onrecord.ingest.document import document
from onrecord.model import Document, Report, Span
from onrecord.reader import Reader, load
from tests.property.mutations import MUTATIONS, SEEDS, Mutation, mutated

MUTATED = int(os.environ.get("ONRECORD_MUTATED", "60"))
"""Mutated reports to read; 500 for a release (`ONRECORD_MUTATED=500 pytest tests/property`)."""

LONGEST = 30.0
"""Seconds of one processor that no reading of a damaged report may take."""


def read_in_time(reader: Reader, text: str, published: str | None = None) -> Report:
    started = time.process_time()
    report = reader.read(text, published=published)
    assert time.process_time() - started < LONGEST
    return report


def spans(value: object) -> Iterator[Span]:
    """Every span anywhere in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def check(report: Report) -> None:
    """Every property of one report."""
    text = report.document.text
    assert text is not None
    rows = list(report.records())
    for record in rows:
        for span in spans(record):
            assert span.grounded_in(text), f"{type(record).__name__} {record.id}: {span}"
    assert len({record.id for record in rows}) == len(rows), "two records share an id"
    ids = {record.id for record in rows}
    for statement in report.statements:
        assert statement.parent is None or statement.parent in ids
    words = [event.statement for event in report.events] + [c.statement for c in report.conditions]
    assert ids.issuperset(word for word in words if word is not None)
    assert Report.from_jsonl(report.to_jsonl(text=True)) == report


WORDS = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "«", "»", "\n", "\n\n", "said", "told", "Minister", "Ada Lind", "Veldoria", "that",
     "the", "road", "blocked", "accused", "Tuesday", "May 3, 2031", "he", "we", "called on", "to", "withdraw", ",",
     ".", "?", "—", "Q:", "MS LIND:", "•", "according to", "not", "troops", "killed", "12", "🛂", "\u202e", "ﬀ", "İ"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, min_size=1, max_size=60), published=st.sampled_from([None, "2031-05-04"]))
def test_reading_of_any_words_is_grounded(reader: Reader, words: list[str], published: str | None) -> None:
    check(reader.read(" ".join(words), published=published))


@pytest.mark.parametrize("number", range(MUTATED))
def test_reading_of_a_mutated_report_is_grounded(reader: Reader, number: int) -> None:
    check(read_in_time(reader, mutated(random.Random(number)), "2031-05-14"))


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_reading_after_each_single_mutation_is_grounded(reader: Reader, mutation: Mutation) -> None:
    check(read_in_time(reader, mutation(SEEDS[0], random.Random(1)) or SEEDS[0]))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 1000 + "We agree" + "”" * 1000,
        '"' * 2001,
        "‘“" * 500 + "no" + "”’" * 500,
        "said " * 20_000,
        "x" * 1_000_000,
    ],
    ids=["nested", "odd", "mixed", "cues", "word"],
)
def test_reading_of_pathological_text_ends(reader: Reader, text: str) -> None:
    check(read_in_time(reader, text))


def test_reading_is_the_same_in_any_order_and_on_any_number_of_workers(reader: Reader) -> None:
    texts: list[str | Document] = [document(mutated(random.Random(n)), uri=str(n)) for n in range(6)]
    texts += [document(seed, uri="seed") for seed in SEEDS]
    alone = [reader.read(text).to_jsonl() for text in texts]
    backwards = [report.to_jsonl() for report in reader.pipe(reversed(texts))]
    assert backwards[::-1] == alone
    assert [report.to_jsonl() for report in reader.pipe(texts, workers=2)] == alone


def test_pipe_a_defect_on_one_document_does_not_cost_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = load()
    whole = reader.read

    def fragile(text: Document) -> Report:
        if "fall over" in (text.text or ""):
            raise RecursionError("too deep")
        return whole(text)

    monkeypatch.setattr(reader, "read", fragile)
    good, bad, last = reader.pipe(["He said yes.", "Now fall over.", "She said no."])
    assert [d.code for d in bad.document.diagnostics][-1] == "OR-W006" and not bad.statements
    assert "too deep" in bad.document.diagnostics[-1].message
    assert good.document.text == "He said yes." and last.document.text == "She said no."


def test_pipe_a_codebook_that_cannot_be_used_is_no_defect_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = load()

    def without_rules(_: Document) -> Report:
        raise ConfigurationError(Code.E020, source="rules", line=1, reason="no such folder", remedy="Copy ours.")

    monkeypatch.setattr(reader, "read", without_rules)
    with pytest.raises(ConfigurationError, match="OR-E020"):
        list(reader.pipe(["He said yes."]))


def test_errors_come_whole_out_of_another_process() -> None:
    error = ConfigurationError(Code.E020, source="rules", line=1, reason="no such folder", remedy="Copy ours.")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.code) == (type(error), str(error), error.code)
