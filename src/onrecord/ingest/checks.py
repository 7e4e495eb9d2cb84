"""What a reader should know about a text before trusting its records."""

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.errors import Code
from onrecord.model import Diagnostic

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 3000
"""Code points that the language is told from."""
SHORTEST = 40
"""Code points below which no language is told: names and numbers look like any."""
SURE = 0.9
_ENGLISH = frozenset("the and to that with from by it his her their has have said which this would".split())
_PLAINLY = 0.1
"""Share of these words, which hardly another language has, from which a text is English without asking the identifier:
its model takes half a second to open."""


@functools.cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (with numpy a third of a second)

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> tuple[str | None, float]:
    """ISO 639-1 code of the text's language with its probability; None where it cannot be told."""
    sample = text[:SAMPLE]
    if len(sample.strip()) < SHORTEST:
        return None, 0.0
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if sum(word in _ENGLISH for word in words) >= _PLAINLY * max(len(words), 1):
        return "en", 1.0
    code, probability = _identifier().classify(sample)
    return (str(code), float(probability)) if probability >= SURE else (None, float(probability))


def diagnose(text: str, published: str | None, language: str | None) -> Iterator[Diagnostic]:
    """Diagnostics of a text, its publication date and its language."""
    if published is None:
        yield Diagnostic("OR-W001", Code.W001.value)
    if language not in {None, "en"}:
        yield Diagnostic("OR-W002", Code.W002.value.format(language=language))
    if controls := sum(ord(c) < 32 and c not in "\t\n\r\f" for c in text):
        yield Diagnostic("OR-W007", Code.W007.value.format(count=controls))
