"""What the reader finds of the acts labelled in a report (`train/statements/contacts`).

An act is found where an event of its type (a concession in words or in deed alike) has its word among its anchors, or
else tells it in the same sentence; an event that no label claims is false. Headlines are not asked: what they tell is
told again below. Parties are judged on those found: right where a party of the event stands on the words of the label,
or shares a word of a name with them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model import Actor, Event, Report
from tests.development.labelled import parser

LABELLED = parser()
YIELD = ("CONCEDE", "RETREAT")
PRONOUNS = frozenset("i we us he him she her it they them".split())


def count(report: Any, read: Report, counts: Counter[str], told: list[str]) -> None:
    """Count what of a report's labels was read."""
    claimed: set[str] = set()
    for line in report.lines:
        if _is_headline(report.text, line.sentence):
            continue
        head, anchor, *cells = line.cells
        kind, mode, status = head.split()
        at = LABELLED.place(report.text, anchor, line.sentence)
        sentence = f"{report.name} {' | '.join(line.cells)}: {report.text[slice(*line.sentence)]}"
        counts[f"{kind} asked"] += 1
        hit = _hit(read.events, kind, at, line.sentence, claimed)
        if hit is None:
            near = [e for e in read.events if any(s.start < at[1] and at[0] < s.end for s in (e.anchor, *e.mentions))]
            counts[f"{kind} read as {near[0].event if near else 'nothing'}"] += 1
            told.append(f"MISSED ({near[0].event if near else 'nothing'}) {sentence}")
            continue
        claimed.add(hit.id)
        counts[f"{kind} found"] += 1
        right = {"status": hit.status == status, "mode": (hit.mode or "-") == mode}
        for name, cell, parties in zip(("actors", "recipients"), cells, (hit.actors, hit.recipients), strict=True):
            right[name] = _same(report.text, cell, line.sentence, parties)
            if cell != "-":
                right[f"{name} told"] = right[name]
        for name, ok in right.items():
            counts[f"  {name} asked"] += 1
            counts[f"  {name} found"] += ok
            if not ok and name in ("actors", "recipients", "status"):
                told.append(f"{name.upper()} {_told(hit)} {sentence}")
    for one in read.events:
        if one.id not in claimed:
            counts[f"{one.event} false"] += 1
            told.append(f"FALSE {report.name} {_told(one)}: {one.evidence.text}")


def _told(one: Event) -> str:
    sides = [[p.mention.text if p.mention else p.name for p in parties] for parties in (one.actors, one.recipients)]
    coder = one.coded_by.rule or one.coded_by.model
    return f"{one.event} {one.mode} {one.status} {sides[0]} -> {sides[1]} by {coder} on {one.anchor.text!r}"


def _is_headline(text: str, sentence: tuple[int, int]) -> bool:
    start, end = sentence
    return start == 0 and text[end : end + 1] == "\n" and text[end - 1] not in ".?!”\"’'"


def _hit(events: Sequence[Event], kind: str, at: list[int], sentence: tuple[int, int], taken: set[str]) -> Event | None:
    alike = [e for e in events if e.event == kind or (e.event in YIELD and kind in YIELD)]
    for start, end in (at, sentence):
        for one in alike:
            near = any(s.start < end and start < s.end for s in (one.anchor, *one.mentions))
            if near and not (one.id in taken and (start, end) == sentence):
                return one
    return None


def _same(text: str, cell: str, sentence: tuple[int, int], parties: tuple[Actor, ...]) -> bool:
    """Whether some party is each of those labelled; none where none is."""
    words = cell.split(" ; ") if cell != "-" else []
    if not words or not parties:
        return not words and not parties
    spans = [LABELLED.place(text, one.strip(), sentence) for one in words]
    return all(any(_is_party(text, span, party) for party in parties) for span in spans)


def _is_party(text: str, span: list[int], party: Actor) -> bool:
    """Whether a party stands on labelled words, shares a word of a name with them, or may be their pronoun."""
    mention, label = party.mention, text[slice(*span)]
    if mention is not None and mention.start < span[1] and span[0] < mention.end:
        return True
    named = {word for word in _words(label) if word[:1].isupper() and len(word) > 2}
    told = _words(f"{party.name} {mention.text if mention else ''} {party.state}")
    return bool(named & told) or (not named and label.lower() in PRONOUNS)


def _words(text: str) -> set[str]:
    return set(text.replace("'s", "").replace("’s", "").split())


def f1(counts: Counter[str]) -> float:
    """F1 of what was found, over all types or kinds."""
    found, asked, false = (
        sum(n for key, n in counts.items() if key.endswith(f" {end}") and not key.startswith(" "))
        for end in ("found", "asked", "false")
    )
    return 2 * found / max(1, asked + found + false)


def lines(counts: Counter[str]) -> Iterator[str]:
    """The figures as a table."""
    for kind in sorted({key.split()[0] for key in counts if not key.startswith(" ")}):
        found, asked, false = (counts[f"{kind} {end}"] for end in ("found", "asked", "false"))
        others = {key.rpartition(" ")[2]: n for key, n in counts.items() if key.startswith(f"{kind} read as")}
        yield f"{kind:10s} {found} of {asked}, {false} false; missed, read as {others}"
    yield f"all: F1 {f1(counts):.3f}"
    for key in sorted(key for key in counts if key.startswith(" ") and key.endswith(" asked")):
        name = key.removesuffix(" asked")
        yield f"{name} {counts[name + ' found'] / counts[key]:.3f} of {counts[key]}"
