"""Quotation marks."""

import random
import time

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.annotate.layers import Layers, Paragraph, Quotation
from onrecord.annotate.parse import paragraph_bounds
from onrecord.annotate.quotations import quotations
from onrecord.ingest.document import document

VOCAB = Vocab()


def layers(text: str) -> Layers:
    bounds = tuple(paragraph_bounds(text))
    paragraphs = tuple(Paragraph(n, a, b, Doc(VOCAB)) for n, (a, b) in enumerate(bounds))
    return Layers(document(text), text, paragraphs)


def texts(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(layers(text))]


def read(text: str) -> tuple[Quotation, ...]:
    return quotations(layers(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Enough,” he said.", ["“Enough,”"]),
        ('"Enough," he said. "Go home."', ['"Enough,"', '"Go home."']),
        ("«Enough», he said.", ["«Enough»"]),
        ("„Enough“, he said.", ["„Enough“"]),
        ("``Enough,'' he said.", ["``Enough,''"]),
        ("''Enough,'' he said.", ["''Enough,''"]),
        ('The port ("the hub") is shut.', ['"the hub"']),
        ('A call—"now"—was heard.', ['"now"']),
        ("He is 6'2\" tall and waits.", []),
        ("“They see that. “", ["“They see that. “"]),
    ],
)
def test_quotations_marks_of_every_shape(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers’ meeting didn’t help the ’90s generation.", []),
        ("The states' rights don't matter, rock 'n' roll does.", []),
        ("'We won't yield on the ministers' demands,' she said.", ["'We won't yield on the ministers' demands,'"]),
        ("‘We won’t yield on the ministers’ demands,’ she said.", ["‘We won’t yield on the ministers’ demands,’"]),
        ("She called it a ‘provocation’ and left.", ["‘provocation’"]),
        ("‘Tis the season of the states’ talks.", []),
    ],
)
def test_quotations_apostrophes_are_not_marks(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“He told us ‘stop the convoys’ and hung up,” she said.",
        "\"He told us 'stop the convoys' and hung up,\" she said.",
        "'He told us \"stop the convoys\" and hung up,' she said.",
        "«He told us “stop the convoys” and hung up», she said.",
        '"He told us “stop the convoys” and hung up," she said.',
    ],
)
def test_quotations_nest(text: str) -> None:
    outer, inner = read(text)
    assert outer.parent is None and inner.parent == 0
    assert text[inner.inner_start : inner.inner_end] == "stop the convoys"
    assert text[outer.inner_start : outer.inner_end].endswith(("hung up,", "hung up"))


def test_quotations_inner_and_outer_closed_together() -> None:
    text = "“It includes the ‘freedom of passage,’” the envoy said."
    outer, inner = read(text)
    assert text[outer.start : outer.end] == "“It includes the ‘freedom of passage,’”"
    assert text[inner.start : inner.end] == "‘freedom of passage,’"


def test_quotations_paragraphs_open_without_closing() -> None:
    text = "“One road is shut.\n\n“A second is mined.\n\n“The third is open,” he said. “Use it.”"
    first, second, third, last = read(text)
    assert [q.closed for q in (first, second, third, last)] == [False, False, True, True]
    assert [q.continues for q in (first, second, third, last)] == [None, 0, 1, None]
    assert text[first.start : first.end] == "“One road is shut."


def test_quotations_lost_closing_mark_ends_at_the_next_quotation() -> None:
    text = "“The road is shut, he said. “It will stay so,” he added."
    assert texts(text) == ["“The road is shut, he said.", "“It will stay so,”"]
    assert [q.closed for q in read(text)] == [False, True]


def test_quotations_thousandfold_nesting_is_quick_and_exact() -> None:
    text = "“" * 1000 + "peace" + "”" * 1000
    started = time.process_time()
    found = read(text)
    assert time.process_time() - started < 2
    assert len(found) == 1000
    assert [q.parent for q in found] == [None, *range(999)]
    assert all(q.closed for q in found)


@pytest.mark.parametrize("glyph", ["“", '"', "'", "‘", "”", "« “ ", "”“", "'\"", "‘“"])
def test_quotations_a_megabyte_of_marks_stays_linear(glyph: str) -> None:
    text = (glyph + "word ") * (300_000 // (len(glyph) + 5))
    started = time.process_time()
    found = read(text)
    assert time.process_time() - started < 20
    assert all(q.start < q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)


def test_quotations_any_characters_give_well_formed_spans() -> None:
    chooser = random.Random(7)
    for _ in range(300):
        text = "".join(chooser.choice("“”„‘’'\"«»‹›` a.s,\n—(5") for _ in range(60))
        found = read(text)
        for index, q in enumerate(found):
            assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
            if q.parent is not None:
                parent = found[q.parent]
                assert q.parent < index and parent.start < q.start and q.end <= parent.end
            assert q.continues is None or q.continues < index
        assert [q.start for q in found] == sorted(q.start for q in found)
