"""The annotators in the order in which they run, each declaring what it needs and what it fills."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.annotate.layers import Layers
from onrecord.errors import Code, ConfigurationError

type LayerName = str


@dataclass(frozen=True, slots=True)
class Annotator:
    """A named step: `run` reads the layers in `needs` and returns the value of the layer `assigns`."""

    name: str
    needs: tuple[LayerName, ...]
    assigns: LayerName
    run: Callable[[Layers], object]

    def apply(self, layers: Layers) -> Layers:
        """The layers with this one filled."""
        filled: dict[str, Any] = {self.assigns: self.run(layers)}
        return replace(layers, **filled)


class AnnotationPipeline:
    """Annotators applied one after another; raises ConfigurationError (OR-E040) where a need is unmet."""

    def __init__(self, annotators: Sequence[Annotator], given: Sequence[LayerName]) -> None:
        have = set(given)
        for annotator in annotators:
            if missing := sorted(set(annotator.needs) - have):
                raise ConfigurationError(Code.E040, part=annotator.name, needs=", ".join(missing))
            have.add(annotator.assigns)
        self.annotators = tuple(annotators)

    def __call__(self, layers: Layers, begun: Mapping[LayerName, Callable[[], object]] | None = None) -> Layers:
        """The layers with every annotator applied in order; a layer that was `begun` elsewhere is taken from there."""
        begun = begun or {}
        for annotator in self.annotators:
            ready = begun.get(annotator.assigns)
            layers = (replace(annotator, run=_taken(ready)) if ready else annotator).apply(layers)
        return layers


def _taken(result: Callable[[], object]) -> Callable[[Layers], object]:
    return lambda _: result()
