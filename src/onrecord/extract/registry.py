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


type Drafting = Callable[[Layers], Sequence[Draft]]
"""A pure function from the layers to drafts of one or more kinds."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The part of an extractor's work that needs but a few of its layers.

    `run` does it and returns the rest of the work, which knows what was found so far and is given all layers.
    """

    needs: tuple[str, ...]
    run: Callable[[Layers], Drafting]


@dataclass(frozen=True, slots=True)
class Extractor:
    """A named reading of the layers, `run`.

    Where it has a `beginning`, this and the rest of the work that it returns give the same drafts as `run`.
    """

    name: str
    needs: tuple[str, ...]
    run: Drafting
    beginning: Beginning | None = None

    def begun(self, absent: Collection[str], layers: Layers) -> Drafting | None:
        """The rest of its work, with what needs no layer of `absent` done; None where all of it does."""
        if not set(absent) & set(self.needs):
            drafts = self.run(layers)
            return lambda _: drafts
        if self.beginning is not None and not set(absent) & set(self.beginning.needs):
            return self.beginning.run(layers)
        return None


def installed() -> tuple[Extractor, ...]:
    """Extractors that other installed packages offer, by name."""
    found = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return tuple(point.load() for point in found)


class ExtractionPipeline:
    """Extractors run side by side; raises ConfigurationError (OR-E040) where a layer one needs is not given."""

    def __init__(self, extractors: Sequence[Extractor], given: Sequence[str]) -> None:
        for extractor in extractors:
            first = extractor.beginning.needs if extractor.beginning is not None else ()
            if missing := sorted({*extractor.needs, *first} - set(given)):
                raise ConfigurationError(Code.E040, part=extractor.name, needs=", ".join(missing))
        self.extractors = tuple(extractors)

    def before(self, absent: Collection[str], layers: Layers) -> dict[str, Drafting]:
        """What is left to do of what can begin without the layers `absent` from `layers`, by the extractor's name."""
        begun = {e.name: e.begun(absent, layers) for e in self.extractors}
        return {name: rest for name, rest in begun.items() if rest is not None}

    def __call__(self, layers: Layers, begun: Mapping[str, Drafting] | None = None) -> Drafts:
        """Everything that the extractors find; those that have `begun` (see `before`) do the rest of their work."""
        begun = begun or {}
        return Drafts.of(draft for e in self.extractors for draft in begun.get(e.name, e.run)(layers))
