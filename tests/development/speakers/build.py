"""Build the development reports from their compact sources, with exact offsets.

Usage: python tests/development/speakers/build.py     (writes reports/*.txt, *.json here and in each further set)

The format is that of the challenge reports (`tests/challenge/build.py`), without events.
"""

import importlib.util
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SETS = (HERE, *(HERE / name for name in ("third", "fourth", "fifth_a", "fifth_b")))


def challenge() -> Any:
    """The builder of the challenge reports, whose format these have."""
    spec = importlib.util.spec_from_file_location("challenge_build", HERE.parents[1] / "challenge" / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build_set(home: Path, build: Any) -> None:
    """Write the reports of one set."""
    folder = home / "reports"
    for source in sorted((home / "sources").glob("reports_*.txt")):
        folder.mkdir(exist_ok=True)
        for block in source.read_text(encoding="utf-8").removeprefix("=== ").split("\n=== "):
            title, rest = block.split("\n", 1)
            number, _, style = title.partition(" ")
            _, text, labels = build.report(f"{number} {style.replace(' ', '-')}\n{rest}")
            (folder / f"{number}.txt").write_text(text + "\n", encoding="utf-8")
            rows = json.dumps(labels | {"style": style}, ensure_ascii=False, indent=1)
            (folder / f"{number}.json").write_text(rows + "\n", encoding="utf-8")


def main() -> None:
    """Write every report."""
    build = challenge()
    for home in SETS:
        build_set(home, build)


if __name__ == "__main__":
    main()
