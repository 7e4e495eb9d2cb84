"""`python -m onrecord.evaluation.reference_cost`: what the reference data costs (no parser, no language model).

Opens every table, dictionary and tree model of the package in a process of its own: seconds of processor time,
resident memory added (10⁶ bytes), and the size of the files as installed.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.annotate import gazetteer as dictionary
from onrecord.resources import (
    agreements,
    countries,
    given_names,
    groups,
    institutions,
    instruments,
    offices,
    organizations,
    places_gazetteer,
    regions,
    trees,
)
from onrecord.resources.roles import lexicon

RESOURCES = Path(places_gazetteer.__file__).parent

OPENED: dict[str, Callable[[], object]] = {
    "countries": lambda: countries.by_code("ARM"),
    "organizations": lambda: organizations.by_name("OSCE"),
    "groups": groups.all,
    "regions": regions.all,
    "agreements": agreements.all,
    "instruments": instruments.all,
    "institutions": institutions.all_bodies,
    "roles": lexicon,
    "given names": lambda: given_names.gender_of(["Ada"]),
    "offices": lambda: (offices.of("ARM"), offices.by_last_name("Mirzoyan"), offices.begins_name("Ararat")),
    "dictionary": dictionary.standard,
    "places": lambda: places_gazetteer.gazetteer().named("Goris"),
    "event models": lambda: [trees.trees(f"events/{side}") for side in ("actors", "recipients")],
    "place models": lambda: [trees.trees(f"places/{name}") for name in ("recogniser", "resolver", "event_places")],
}
"""Each part with a first use of it."""


def _resident() -> float:
    """Resident memory of this process, 10⁶ bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def opened() -> dict[str, dict[str, float]]:
    """Seconds and added memory of each part, opened in this process."""
    found = {}
    for name, use in OPENED.items():
        before, began = _resident(), time.process_time()
        use()
        found[name] = {"seconds": time.process_time() - began, "memory_mb": _resident() - before}
    return found


def measure() -> dict[str, object]:
    """The costs in a fresh process, with their sums."""
    command = [sys.executable, "-m", "onrecord.evaluation.reference_cost", "--here"]
    parts = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603  (our own command)
    size = sum(path.stat().st_size for path in RESOURCES.rglob("*") if path.is_file() and "models" not in path.parts)
    return {
        "parts": parts,
        "seconds": sum(part["seconds"] for part in parts.values()),
        "memory_mb": sum(part["memory_mb"] for part in parts.values()),
        "installed_mb": size / 1e6,
    }


def main() -> None:
    """Print the costs."""
    if "--here" in sys.argv:
        print(json.dumps(opened()))  # noqa: T201
        return
    found = measure()
    for name, part in found.pop("parts").items():  # type: ignore[attr-defined]
        print(f"{name:14s} {part['seconds']:.3f} s  {part['memory_mb']:6.1f} MB")  # noqa: T201
    print("  ".join(f"{name} {value:.2f}" for name, value in found.items()))  # noqa: T201


if __name__ == "__main__":
    main()
