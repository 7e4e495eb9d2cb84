"""Build the challenge files from their compact sources, with exact offsets.

Usage: python tests/challenge/build.py          (writes dyads.jsonl, events.jsonl, reports/*.txt, *.json)

Sources lie in `sources/`. Dyads mark the source actor `{so}` and the target `[so]`; events list their labels
under each text; reports keep the labels below the text and name spans by their exact words. Offsets are
Unicode code points, end exclusive; a label whose words are not in the text stops the build.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "YIELD": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
MARK = {"{": "source", "[": "target"}


def lines_of(name: str) -> Iterator[str]:
    """Lines of one source file that carry something."""
    for line in (SOURCES / name).read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield line


def unmark(marked: str) -> tuple[str, dict[str, dict[str, int]]]:
    """The sentence without its marks, and the span of each marked actor."""
    plain, spans, opened = "", {}, {}
    for char in marked:
        if char in MARK:
            opened[MARK[char]] = len(plain)
        elif char in "}]":
            role = "source" if char == "}" else "target"
            if role in spans:
                raise ValueError(f"two {role} marks: {marked}")
            spans[role] = {"start": opened.pop(role), "end": len(plain)}
        else:
            plain += char
    if opened or set(spans) != {"source", "target"}:
        raise ValueError(f"unbalanced marks: {marked}")
    return plain, spans


def dyad(header: list[str], line: str, number: int) -> dict[str, Any]:
    """One record of the dyads format from `[mode |] style | marked sentence`."""
    mode, style, marked = (part.strip() for part in line.split(" | ", 2))
    sentence, spans = unmark(marked)
    plover = header[0]
    event = "YIELD" if plover in ("CONCEDE", "RETREAT") else plover
    record: dict[str, Any] = {"id": f"dyad-{plover.lower()}-{number:02d}", "sentence": sentence}
    for role in ("source", "target"):
        span = spans[role]
        record[role] = span
        record[f"{role}_spans"] = [span]
        record[f"{role}_text"] = sentence[span["start"] : span["end"]]
    record |= {"event": event, "quad": QUADS[event], "plover": plover}
    return record | {"mode": None if mode == "-" else mode, "style": style}


def dyads() -> list[dict[str, Any]]:
    """All dyads, in the order of their sources."""
    records: list[dict[str, Any]] = []
    for name in ("dyads_1.txt", "dyads_2.txt"):
        header, number = [""], 0
        for line in lines_of(name):
            if line.startswith("# "):
                header, number = line[2:].split(), 0
            else:
                number += 1
                records.append(dyad(header, line, number))
    return records


def parties(cell: str, text: str) -> list[dict[str, str]]:
    """Actors from `words=ISO3; words=`; the words must stand in the text."""
    found = []
    for part in filter(None, (item.strip() for item in cell.split(";"))):
        words, country = part.split("=")
        if words not in text:
            raise ValueError(f"{words!r} not in {text!r}")
        found.append({"text": words, "country": country})
    return found


def event(line: str, text: str) -> dict[str, Any]:
    """One label from `E TYPE mode status [neg] [recip] | actors | recipients`."""
    head, actors, recipients = (cell.strip() for cell in line.split("|"))
    kind, mode, status, *flags = head.split()[1:]
    label: dict[str, Any] = {"event": kind, "mode": None if mode == "-" else mode, "status": status}
    label |= {"negated": "neg" in flags, "actors": parties(actors, text)}
    label["recipients"] = parties(recipients, text)
    if "recip" in flags:
        label["reciprocal"] = True
    return label


def events() -> list[dict[str, Any]]:
    """All texts with their events; `optional` holds what may be recorded with its status but need not be."""
    records: list[dict[str, Any]] = []
    for number in (1, 2, 3, 4, 5):
        for line in lines_of(f"events_{number}.txt"):
            if line.startswith("T "):
                tags, text = line[2:].split(" :: ")
                name = f"event-{len(records) + 1:03d}"
                records.append({"id": name, "text": text, "events": [], "optional": [], "tags": tags.split(",")})
            else:
                kind = "events" if line.startswith("E ") else "optional"
                records[-1][kind].append(event(line, records[-1]["text"]))
    return records


def write_jsonl(name: str, records: list[dict[str, Any]]) -> None:
    """One record a line."""
    rows = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    (HERE / name).write_text("".join(rows), encoding="utf-8")


def main() -> None:
    """Write every challenge file."""
    write_jsonl("dyads.jsonl", dyads())
    write_jsonl("events.jsonl", events())


if __name__ == "__main__":
    main()
