"""The parser's rules for parts of speech and morphology, held once against each kind of token.

spaCy's attribute ruler holds each of its 179 rules against every token. All but a few are about a single one, and what
they say of it hangs on its word, tag and dependency: they need not be asked again of the same three.
"""

from collections.abc import Iterator
from typing import Any, Literal

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

MOST = 100_000
"""Kinds of tokens that are remembered; after so many all are forgotten, so that memory stays bounded."""

BEGINS = "begins"
"""The name of what begins a rule for several tokens."""

type Found = tuple[int, int, int]
"""A rule's name, as a number of the vocabulary, and from which token to which it holds."""


class RulesByKind:
    """Finds where the rules of a ruler hold: put in the place of the ruler's own matcher, it gives the same."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._single, self._longer = Matcher(ruler.vocab), Matcher(ruler.vocab)
        asked: set[str] = set()
        for number, rule in enumerate(ruler.patterns):
            patterns: list[list[dict[str, Any]]] = rule["patterns"]  # type: ignore[assignment]
            for pattern in patterns:
                asked.update(pattern[0])
                self._single.add(str(number) if len(pattern) == 1 else BEGINS, [pattern[:1]])
                if len(pattern) > 1:
                    self._longer.add(str(number), [pattern])
        self._asked: list[int | str] = sorted(asked)
        """The attributes that are asked of a token: those alike in all of them are of one kind."""
        self._begins = ruler.vocab.strings[BEGINS]
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}

    def __call__(self, doc: Doc, *, allow_missing: bool, as_spans: Literal[False]) -> list[Found]:
        """Each rule with each place where it holds, in no order. The options are those that the ruler asks with."""
        single = list(self._of_single(doc))
        found = [one for one in single if one[0] != self._begins]
        if len(found) < len(single):
            found += self._longer(doc, allow_missing=allow_missing, as_spans=as_spans)
        return found

    def _of_single(self, doc: Doc) -> Iterator[Found]:
        for at, kind in enumerate(map(tuple, doc.to_array(self._asked).tolist())):
            names = self._known.get(kind)
            if names is None:
                if len(self._known) >= MOST:
                    self._known.clear()
                names = tuple(name for name, _, _ in self._single(doc[at : at + 1], allow_missing=True))
                self._known[kind] = names
            for name in names:
                yield name, at, at + 1
