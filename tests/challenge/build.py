"""Build the challenge files from their compact sources, with exact offsets.

Usage: python tests/challenge/build.py          (writes dyads.jsonl, events.jsonl, reports/*.txt, *.json)

Sources lie in `sources/`. Dyads mark the source actor `{so}` and the target `[so]`; events list their labels
under each text; reports keep the labels below the text and name spans by their exact words:
`first words ... last words` is the span from the one to the other, `before [[words]] after` fixes a place by its
surroundings. Offsets are Unicode code points, end exclusive; a label whose words are not in the text, or stand
there twice, stops the build.
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


SHORT = {"d": "direct", "i": "indirect", "m": "mixed", "s": "speech", "t": "thought", "n": "intention"}


def locate(words: str, text: str) -> dict[str, Any]:
    """The span that `words` names; its first place must be its only one unless it is one long run of text."""
    before, _, rest = words.partition("[[") if "[[" in words else ("", "", words)
    inner, _, after = rest.partition("]]")
    first, dots, last = inner.partition(" ... ")
    start = text.find(before + first + ("" if dots else after))
    if start < 0 or (not dots and text.find(before + first + after, start + 1) >= 0):
        raise ValueError(f"{words!r}: {'absent' if start < 0 else 'ambiguous'}")
    start += len(before)
    end = start + len(first) if not dots else text.index(last, start + len(first)) + len(last)
    return {"start": start, "end": end, "text": text[start:end]}


def names(cell: str) -> list[str]:
    """Names from `one; two`, none from `-`."""
    return [] if cell == "-" else [name.strip() for name in cell.split(";")]


def statement(line: str, text: str) -> dict[str, Any]:
    """One statement from `S kind act | speaker | office | country | addressees | channel | parent | content`."""
    head, speaker, office, country, addressees, channel, parent, content = (
        cell.strip() for cell in line.split(" | ", 7)
    )
    _, kind, act = head.split()
    spans = [locate(part.strip(), text) for part in content.split(" // ")]
    unnamed = speaker.startswith("?")
    found = [] if unnamed else names(speaker)
    return {
        "content": " ".join(span["text"] for span in spans),
        "spans": spans,
        "kind": SHORT[kind],
        "act": SHORT[act],
        "speaker": " and ".join(found) or None,
        "speakers": found,
        "speaker_text": speaker[1:] if unnamed and speaker != "?-" else None,
        "office": None if office == "-" else office,
        "country": None if country == "-" else country,
        "addressees": names(addressees),
        "channel": channel,
        "parent": None if parent == "-" else int(parent),
    }


def on_whose_word(anchor: dict[str, Any], statements: list[dict[str, Any]]) -> int | None:
    """Index of the innermost statement whose content holds part of the anchor; null is the report's own voice."""
    holding = []
    for index, record in enumerate(statements):
        for span in record["spans"]:
            if span["start"] < anchor["end"] and anchor["start"] < span["end"]:
                holding.append((span["end"] - span["start"], index))
    return min(holding)[1] if holding else None


def report_event(line: str, text: str, statements: list[dict[str, Any]]) -> dict[str, Any]:
    """One event from `E TYPE mode status [neg] [opt] | actors | recipients | anchor`."""
    head, actors, recipients, words = (cell.strip() for cell in line.split(" | ", 3))
    kind, mode, status, *flags = head.split()[1:]
    anchor = locate(words, text)
    index = on_whose_word(anchor, statements)
    speech = None if index is None else statements[index]
    return {
        "event": kind,
        "mode": None if mode == "-" else mode,
        "status": status,
        "negated": "neg" in flags,
        "optional": "opt" in flags,
        "actors": names(actors),
        "recipients": names(recipients),
        "anchor": anchor,
        "statement": index,
        "statement_by": (speech["speaker"] or speech["speaker_text"]) if speech else None,
    }


def report(block: str) -> tuple[str, str, dict[str, Any]]:
    """Number, text and labels of one report."""
    title, rest = block.split("\n", 1)
    number, style = title.split()
    text, _, labels = rest.partition("\n---\n")
    rows = labels.splitlines()
    try:
        statements = [statement(row, text) for row in rows if row.startswith("S ")]
        found = [report_event(row, text, statements) for row in rows if row.startswith("E ")]
    except ValueError as error:
        raise ValueError(f"report {number}: {error}") from error
    return number, text, {"id": number, "style": style, "events": found, "statements": statements}


def reports() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """All reports."""
    for number in (1, 2, 3):
        source = (SOURCES / f"reports_{number}.txt").read_text(encoding="utf-8")
        yield from (report(block) for block in source.removeprefix("=== ").split("\n=== "))


def write_jsonl(name: str, records: list[dict[str, Any]]) -> None:
    """One record a line."""
    rows = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    (HERE / name).write_text("".join(rows), encoding="utf-8")


def main() -> None:
    """Write every challenge file."""
    write_jsonl("dyads.jsonl", dyads())
    write_jsonl("events.jsonl", events())
    folder = HERE / "reports"
    folder.mkdir(exist_ok=True)
    for number, text, labels in reports():
        (folder / f"{number}.txt").write_text(text + "\n", encoding="utf-8")
        rows = json.dumps(labels, ensure_ascii=False, indent=1)
        (folder / f"{number}.json").write_text(rows + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
