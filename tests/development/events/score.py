"""Score the coder on the labelled sentences of this folder: `python tests/development/events/score.py [--errors]`."""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.evaluation.challenge import Text, by_type, count, match, predicted, result
from onrecord.evaluation.scoring.events import event_ok
from onrecord.reader import load

RECIPROCAL = frozenset(["CONSULT", "COOPERATE", "AGREE", "ASSAULT", "SUPPORT"])


def texts(path: Path) -> list[Text]:
    """The labelled sentences of a file ("# " text, "E " required, "O " optional)."""
    found: list[tuple[str, list[dict[str, Any]], list[dict[str, Any]]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found.append((line[2:], [], []))
        elif line[:2] in ("E ", "O "):
            _, required, optional = found[-1]
            (required if line[0] == "E" else optional).append(_label(line[2:]))
    return [Text("sentences", text, tuple(must), tuple(may)) for text, must, may in found]


def _label(line: str) -> dict[str, Any]:
    head, actors, recipients = (cell.strip() for cell in line.split("|"))
    event, mode, status = head.split()
    alone = recipients == "-" and (event in ("CONSULT", "COOPERATE") or (event in RECIPROCAL and ";" in actors))
    sides = {"actors": _parties(actors), "recipients": _parties(recipients), "reciprocal": alone}
    return {"event": event, "mode": None if mode == "-" else mode, "status": status, "negated": False, **sides}


def _parties(cell: str) -> list[dict[str, str]]:
    return [] if cell == "-" else [{"text": name.strip()} for name in cell.split(";")]


def errors(text: Text, found: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What is missed, false or wrong in a text, one line each."""
    pairs = match(text.required, found)
    for i, j in pairs:
        gold, got = text.required[i], found[j]
        wrong = [name for name in ("status", "mode") if gold[name] != got[name]]
        wrong += [] if event_ok(gold, got, "text") else ["parties"]
        if wrong:
            yield f"{', '.join(wrong)}: {_shown(gold)} as {_shown(got)}"
    yield from (f"missed: {_shown(g)}" for i, g in enumerate(text.required) if all(i != a for a, _ in pairs))
    rest = [p for j, p in enumerate(found) if all(j != b for _, b in pairs)]
    allowed = {j for _, j in match(text.optional, rest)}
    yield from (f"false: {_shown(p)}" for j, p in enumerate(rest) if j not in allowed)


def _shown(event: Mapping[str, Any]) -> str:
    sides = ("; ".join(p["text"].strip() for p in event[side]) or "-" for side in ("actors", "recipients"))
    return f"{event['event']} {event['mode'] or '-'} {event['status']} | " + " | ".join(sides)


def main() -> None:
    """Print the figures; with `--errors` each sentence that is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--file", type=Path, default=Path(__file__).with_name("events.txt"))
    options = parser.parse_args()
    reader, counts = load(), Counter[str]()
    for text in texts(options.file):
        found = predicted(reader.read(text.text))
        count(text, found, counts)
        wrong = list(errors(text, found)) if options.errors else []
        if wrong:
            print("\n   ".join([f"# {text.text}", *wrong]))  # noqa: T201
    print(result(counts))  # noqa: T201
    print("\n".join(by_type(counts)))  # noqa: T201


if __name__ == "__main__":
    main()
