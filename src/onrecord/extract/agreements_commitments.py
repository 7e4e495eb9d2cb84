"""What a report with one agreement quotes of commitments, and says under an article or term: the agreement's own."""

import re
from collections.abc import Iterator

from onrecord.annotate.layers import Layers
from onrecord.extract.agreements_provided import ruled
from onrecord.extract.agreements_words import words
from onrecord.model import Span

_SHALL = re.compile(r"(?:^|\b(?!I\b|[Ww]e\b|[Yy]ou\b)\w+ )shall(?: not)? be\b")
"""What texts of treaties say: "shall not be searched by the other side"; not "we shall be there"."""


def quoted_commitments(layers: Layers) -> Iterator[Span]:
    """What is quoted of commitments or obligations: words after such a noun, no sentence of somebody's own."""
    for quotation in layers.quotations:
        if layers.text[quotation.inner_start : quotation.inner_start + 1].isupper():
            continue
        sentence = layers.sentence_at(quotation.start)
        paragraph = layers.paragraph_at(quotation.start)
        if sentence is None or paragraph is None or quotation.start <= sentence.start:
            continue
        before = paragraph.tokens(layers.span(sentence.start, quotation.start))
        if before is not None and any(t.pos_ == "NOUN" and t.lemma_.lower() in words("commitments") for t in before):
            yield layers.span(quotation.start, quotation.end)


def ruled_by_parts(layers: Layers) -> Iterator[Span]:
    """What a part of the only agreement says: "Under clause nine no ship may anchor …", a quoted "shall not"."""
    for paragraph in layers.paragraphs:
        under = (t for t in paragraph.parse if t.lower_ == "under")
        for part in (c for t in under for c in t.children if c.lemma_.lower() in words("parts")):
            yield from (paragraph.span(found) for found in ruled(part))
    holders = {quotation.parent for quotation in layers.quotations}
    for number, quotation in enumerate(layers.quotations):
        words_ = layers.text[quotation.inner_start : quotation.inner_end]
        if number not in holders and _SHALL.search(words_):
            yield layers.span(quotation.start, quotation.end)
