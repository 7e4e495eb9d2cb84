"""Extractors declare the layers they need and the drafts they give, and are found by name.

Other packages add theirs through the entry-point group `onrecord.extractors`: an entry point that names an
`Extractor`.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points

from onrecord.annotate.layers import Layers
from onrecord.errors import Code, ConfigurationError
from onrecord.extract.drafts import Draft, Drafts

ENTRY_POINTS = "onrecord.extractors"


@dataclass(frozen=True, slots=True)
class Completion:
    """A second look of an extractor at what it found, which needs layers that are there later than the first's."""

    needs: tuple[str, ...]
    run: Callable[[Layers, Sequence[Draft]], Sequence[Draft]]


@dataclass(frozen=True, slots=True)
class Extractor:
    """A named reading of the layers: `run` is a pure function from them to drafts of one or more kinds.

    `completion`, if any, turns them into those that count."""

    name: str
    needs: tuple[str, ...]
    run: Callable[[Layers], Sequence[Draft]]
    completion: Completion | None = None

    def complete(self, layers: Layers, found: Sequence[Draft] | None) -> Sequence[Draft]:
        """All drafts, of which `found` is what `run` gave, if it has run."""
        first = self.run(layers) if found is None else found
        return first if self.completion is None else self.completion.run(layers, first)


def installed() -> tuple[Extractor, ...]:
    """Extractors that other installed packages offer, by name."""
    found = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return tuple(point.load() for point in found)


class ExtractionPipeline:
    """Extractors run side by side; raises ConfigurationError (OR-E040) where a layer one needs is not given."""

    def __init__(self, extractors: Sequence[Extractor], given: Sequence[str]) -> None:
        for extractor in extractors:
            later = extractor.completion.needs if extractor.completion is not None else ()
            if missing := sorted({*extractor.needs, *later} - set(given)):
                raise ConfigurationError(Code.E040, part=extractor.name, needs=", ".join(missing))
        self.extractors = tuple(extractors)

    def before(self, absent: Collection[str], layers: Layers) -> dict[str, Sequence[Draft]]:
        """What those find at first that need no layer of `absent`, by the extractor's name; `layers` may lack these."""
        return {e.name: e.run(layers) for e in self.extractors if not set(absent) & set(e.needs)}

    def __call__(self, layers: Layers, found: Mapping[str, Sequence[Draft]] | None = None) -> Drafts:
        """Everything that the extractors find; what is `found` already (see `before`) is taken from there."""
        found = found or {}
        return Drafts.of(draft for e in self.extractors for draft in e.complete(layers, found.get(e.name)))
