"""What a store of many reports costs: adding one report to it, a dossier over all of it, and the memory that takes.

`python scripts/bench_many.py --reports 10000` reads every paragraph of `examples/kestrel-pass.jsonl` once as a
short report and varies them: names, a part of the other words and all dates change, for words of the same length, so
that every record still points at its words. All of them name the topic, which is the worst case.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from onrecord.model import Report
from onrecord.present.situation import kept as signs
from onrecord.reader import load
from onrecord.store import EvidenceBase

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "kestrel-pass.jsonl"
TOPIC = "Kestrel Pass"
DAY = re.compile(r"20\d\d-\d\d-\d\d")
WORD = re.compile(r"[A-Za-z]{5,}")
KEPT = frozenset("kestrel monday tuesday wednesday thursday friday saturday sunday march correction".split())
CHILD = """
import re, resource, sys, time
from pathlib import Path
start = time.perf_counter()
from onrecord.cli.app import app
try:
    app()
finally:
    took, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    print(f"{took:.1f} s ({used.ru_utime + used.ru_stime:.1f} s of processor), {peak:.0f} MiB", file=sys.stderr)
"""
"""Run by a process of its own, so that its memory is its own."""
SHARE = 0.35
"""Part of the words without a capital that change from report to report."""


def varied(lines: list[str], text: str, number: int) -> Report:
    """The report of JSON Lines with other names, words and dates, the same for the same number."""
    chance = random.Random(number)
    days = timedelta(days=chance.randrange(365))
    changed: dict[str, str] = {}
    for word in sorted(set(WORD.findall(text))):
        capital = word[0].isupper()
        if word.casefold() in KEPT or not (capital or chance.random() < SHARE):
            continue
        changed[word] = _other(word, chance.randrange(40 if capital else 4000))
    head = json.loads(lines[0])
    spans = re.compile("|".join(map(re.escape, sorted(changed, key=len, reverse=True))))

    def renamed(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: renamed(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [renamed(part, key) for part in value]
        if not isinstance(value, str):
            return value
        if key in ("text", "name", "title", "mention"):
            return spans.sub(lambda found: changed[found.group()], value)
        if value.startswith("local:"):
            return "local:" + renamed_id(value)
        if DAY.fullmatch(value):
            return (date.fromisoformat(value) + days).isoformat()
        return value.replace(head["id"], f"{head['id']}{number:06d}") if key in ("id", "doc") else value

    def renamed_id(value: str) -> str:
        return spans.sub(lambda f: changed[f.group()], value.removeprefix("local:").title()).lower()

    records = [renamed(json.loads(line)) for line in lines]
    for record in records:
        for key in ("id", "statement", "parent", "cause"):
            if isinstance(record, dict) and record.get(key) and key in record:
                record[key] = f"{str(record[key]).removesuffix(f'{number:06d}')}{number:06d}"
    assert isinstance(records[0], dict)
    records[0]["title"] = f"{TOPIC}: {records[0]['title']}"
    records[0]["uri"] = f"https://bench.example/{number}"
    return Report.from_jsonl("\n".join(json.dumps(record) for record in records))


def _other(word: str, turn: int) -> str:
    """Another word of the same length and with the same capital; the same for the same turn."""
    letters = random.Random(f"{word.lower()}{turn}")
    made = "".join(letters.choice("aeiou" if c in "aeiou" else "bdfgklmnprstv") for c in word.lower())
    return made.capitalize() if word[0].isupper() else made


def main() -> None:
    """Make the store, then time adding to it and a dossier over all of it in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--store", type=Path, help="keep the store here; an existing one is used as it is")
    options = parser.parse_args()
    folder = tempfile.TemporaryDirectory()
    store = options.store or Path(folder.name) / "many.db"
    reader = load()
    rows = [json.loads(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]
    read = [
        reader.read(part, title=row["title"], publisher=row["publisher"], published=row["published"], uri=row["uri"])
        for row in rows
        for part in row["text"].split("\n\n")
    ]
    base = [(r.to_jsonl(text=True).splitlines(), f"{r.document.text} {r.document.title} {TOPIC}") for r in read]
    words = sum(len(text.split()) for _, text in base) / len(base)
    print(f"{len(base)} reports varied, {words:.0f} words each with their titles")
    fresh = not store.exists()
    times = []
    with EvidenceBase.open(str(store)) as kept:
        for number in range(options.reports if fresh else 0):
            report = varied(*base[number % len(base)], number)
            start = time.perf_counter()
            kept.add(report)
            kept.keep(signs.KIND, signs.version(), signs.of(report.document))
            times.append(time.perf_counter() - start)
        counts = kept.counts()
    print(f"reports: {counts['document']}, records: {sum(counts.values())}, {store.stat().st_size / 1e6:.0f} MB")
    if times:
        tenth = max(1, len(times) // 10)
        first, last = (1000 * sum(part) / len(part) for part in (times[:tenth], times[-tenth:]))
        print(f"adding one report: {first:.1f} ms to the small store, {last:.1f} ms to the full one")
    for form in ("md", "md", "html"):
        command = [sys.executable, "-c", CHILD, "dossier", "--store", str(store), "--topic", TOPIC, "--format", form]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        print(f"dossier ({form}): {done.stderr.strip()}, {len(done.stdout) / 1e6:.2f} MB of output")


if __name__ == "__main__":
    main()
