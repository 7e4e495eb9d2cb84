"""Who says the quotations of a document, as far as the names beside them tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.link.cast import Naming
from onrecord.link.referents import Referent
from onrecord.link.scene import SPEECH


class Speakers:
    """The speakers of one document's quotations, each found once; `namings` are those of persons by paragraph."""

    def __init__(self, layers: Layers, namings: Mapping[int, Sequence[Naming]]) -> None:
        self._layers = layers
        self._namings = namings
        self._known: dict[int, Referent | None] = {}

    def of(self, quote: int | None, paragraph: Paragraph) -> Referent | None:
        """Who says a quotation, as far as names in its paragraph tell: the subject of a verb of saying beside it."""
        if quote is None:
            return None
        if quote not in self._known:
            self._known[quote] = self._find(quote, paragraph)
        return self._known[quote]

    def _find(self, quote: int, paragraph: Paragraph) -> Referent | None:
        quotation = self._layers.quotations[quote]
        best: tuple[int, Referent] | None = None
        for naming in self._namings.get(paragraph.index, []):
            if quotation.start <= naming.entity.start < quotation.end:
                continue
            head = naming.paragraph.parse[naming.first.i : naming.last.i + 1].root
            if (head.dep_ in ("nsubj", "appos", "conj") and head.head.lemma_ in SPEECH) or head.dep_ == "nsubj":
                distance = min(abs(naming.entity.start - quotation.end), abs(naming.entity.end - quotation.start))
                if best is None or distance < best[0]:
                    best = (distance, naming.person)
        return best[1] if best else None
