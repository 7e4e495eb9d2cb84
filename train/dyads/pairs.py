"""Unlabelled pairs of parties: sentences of news in which the reader finds an event, with its actor and its recipient.

With the package's own environment: python train/dyads/pairs.py --texts NEWS.jsonl OTHERS.jsonl --out PAIRS.jsonl

Each line: `parts`, the sentence cut at its parties. A teacher says what they are of; what the reader took them for is
not written down.
"""

import argparse
import json
from pathlib import Path

from onrecord.annotate.dyad_input import pieces
from onrecord.annotate.parse import parse
from onrecord.ingest.document import document
from onrecord.reader import load

LONGEST = 420
"""Sentences of so many characters are left out."""


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--texts", type=Path, nargs="+", required=True, help="rows with a `text`")
    p.add_argument("--most", type=int, help="only so many texts of each file")
    p.add_argument("--out", type=Path, required=True)
    a = p.parse_args()
    a.out.parent.mkdir(parents=True, exist_ok=True)
    reader, count = load(), 0
    with a.out.open("w", encoding="utf-8") as out:
        for path in a.texts:
            for line in path.read_text(encoding="utf-8").splitlines()[: a.most]:
                for parts in pairs(reader, json.loads(line)["text"]):
                    out.write(json.dumps({"parts": parts}, ensure_ascii=False) + "\n")
                    count += 1
    print(count, "pairs")


def pairs(reader, text):
    """The cut sentences of one text, each pair of parties once."""
    report = reader.read(text)
    layers, seen = parse(document(report.document.text or text)), set()
    for event in report.events:
        sentence = layers.sentence_at(event.anchor.start)
        if sentence is None or sentence.end - sentence.start >= LONGEST:
            continue
        actors, recipients = inside(event.actors, sentence), inside(event.recipients, sentence)
        if event.event == "CONSULT" and not recipients:  # of those who meet, the first does so with the others
            actors, recipients = actors[:1], actors[1:]
        pair = sentence.start, actors, recipients
        if actors and recipients and pair not in seen:
            seen.add(pair)
            words = layers.text[sentence.start : sentence.end].replace("\n", " ")
            yield pieces(words, actors, recipients)


def inside(parties, sentence):
    """Where the parties that are named in a sentence stand in it."""
    named = [p.mention for p in parties if p.mention]
    return tuple(
        (m.start - sentence.start, m.end - sentence.start)
        for m in named
        if sentence.start <= m.start and m.end <= sentence.end
    )


if __name__ == "__main__":
    main()
