"""For which state somebody speaks."""

import time

import pytest

from onrecord.model import Actor, Document, Report, Span
from onrecord.present.affiliation import Affiliations


def report(text: str) -> Report:
    return Report(document=Document(id="doc-a", sha256="", version="0", text=text))


@pytest.mark.parametrize(
    ("text", "words", "fields", "state"),
    [
        ("Ada Lind spoke.", "Ada Lind", {"country": ("VLD",)}, "VLD"),
        ("Ada Lind spoke.", "Ada Lind", {"office": "Foreign Minister, Veldoria"}, "Veldoria"),
        ("Envoy Ada Lind of Veldoria spoke.", "Envoy Ada Lind", {}, "Veldoria"),
        ("Veldoria’s envoy Ada Lind spoke.", "Veldoria’s envoy Ada Lind", {}, "Veldoria"),
        ("Kenya’s envoy Ada Lind spoke.", "Kenya’s envoy Ada Lind", {}, "KEN"),
        ("Halmar's envoy Ada Lind spoke.", "'s envoy Ada Lind", {}, "Halmar"),
        ("It spoke.", "It", {"kind": "office", "name": "Office of the President of Norrland"}, "Norrland"),
        ("Ada Lind spoke.", "Ada Lind", {}, None),
    ],
)  # fmt: skip
def test_affiliation_is_told_by_code_office_or_the_words_beside(
    text: str, words: str, fields: dict[str, str], state: str | None
) -> None:
    start = text.index(words)
    actor = Actor(mention=Span(start, start + len(words), words), **{"kind": "person", **fields})  # type: ignore[arg-type]
    assert Affiliations(report(text)).of(actor) == state


def test_affiliation_takes_long_capital_words_in_its_stride() -> None:
    words = "A" * 400 + " " + "AB " * 200
    actor = Actor(mention=Span(0, len(words), words), kind="person")
    began = time.process_time()
    assert Affiliations(report(words)).of(actor) is None
    assert time.process_time() - began < 1
