"""What the coder would be asked about in labelled sentences and in news: rows for `acts.py`, one JSON object a line.

Run with the package's own environment, since candidates come from its parse:

python train/dyads/asked.py --out build/dyads/asked.jsonl --news ../shared/data/places_dev.jsonl …

Of a sentence with marked parties, the candidates between the marked ones carry its type, those the other way round
NONE; of a sentence told to hold no act, all carry NONE; those of news carry no label, but the type of a rule that
codes the same word.
"""

import argparse
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "development" / "events"))
from score import texts

from onrecord.annotate import dyad_model
from onrecord.annotate.entities import entities
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.codebook.compiled import standard
from onrecord.extract.event_candidates import candidates
from onrecord.extract.events import code_events, labels, officials_of
from onrecord.extract.parties import Parties
from onrecord.ingest.document import document

HERE = Path(__file__).parent
MUTUAL = {"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "AID"}


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--out", required=True)
    p.add_argument("--news", nargs="*", default=[])
    p.add_argument("--every", type=int, default=1, help="one document of news in so many")
    p.add_argument("--blocks", type=int, default=1, help="of the files of sentences, two blocks in so many")
    p.add_argument("--labelled", nargs="*", default=[], help="files of tests/development/events")
    p.add_argument("--own", action="store_true", help="our own marked sentences and those without an act")
    a = p.parse_args()
    dyad_model.available = lambda: False  # rules alone
    Path(a.out).parent.mkdir(parents=True, exist_ok=True)
    with Path(a.out).open("w", encoding="utf-8") as out:
        for row in rows(a):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def rows(a):
    """All rows asked for."""
    if a.own:
        for path in (HERE / "acts" / "none.txt", HERE / "acts" / "none_plain.txt"):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                yield from ({**row, "label": "NONE", "group": f"{path.stem}-{number // 20}"} for row in of(line[2:]))
        for path in [HERE / "acts" / "acts.txt", *sorted((HERE / "sentences").glob("*.txt"), reverse=True)]:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                block = number // 20
                if (
                    line.strip()
                    and not line.startswith("#")
                    and (path.stem == "acts" or block % a.blocks in (0, 3 % a.blocks))
                ):
                    yield from marked(line, f"{path.stem}-{block}")
    for path in a.labelled:
        yield from labelled(Path(path))
    for path in a.news:
        for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n")):
            if line and number % a.every == 0:
                one = json.loads(line)
                name = one.get("doc_id") or one["id"]
                yield from ({**row, "label": None, "group": f"{name}"} for row in of(one["text"]))


def of(text):
    """The candidates of a text, with its rules' types."""
    layers = parse(document(text))
    layers = Layers(**{f: getattr(layers, f) for f in layers.__dataclass_fields__} | {"entities": entities(layers)})
    book = standard()
    coded = [(d.anchor.start, d.anchor.end, d.event, d.coded_by.rule) for d in code_events(layers, book)]
    officials = officials_of(layers, book)
    for paragraph in layers.paragraphs:
        parties = Parties(book, labels(layers, paragraph), officials)
        for sentence in paragraph.parse.sents:
            for c in candidates(sentence, parties, book.nouns):
                start = sentence.start_char
                low = paragraph.start + c.trigger.idx
                rule = [e for s, t, e, r in coded if s <= low < t]
                near = [e for s, t, e, r in coded if paragraph.start + start <= s < paragraph.start + sentence.end_char]
                yield {
                    "text": sentence.text,
                    "source": [[p.words.start_char - start, p.words.end_char - start] for p in c.arguments.actors],
                    "target": [[p.words.start_char - start, p.words.end_char - start] for p in c.arguments.recipients],
                    "trigger": [c.trigger.idx - start, c.trigger.idx - start + len(c.trigger)],
                    "mutual": c.arguments.reciprocal,
                    "words": [[p.head.text for p in side] for side in (c.arguments.actors, c.arguments.recipients)],
                    "weight": c.arguments.weight,
                    "dep": c.trigger.dep_,
                    "lemma": c.trigger.lemma_.lower(),
                    "known": c.trigger.lemma_.lower() in book.verbs,
                    "rule": rule[0] if rule else None,
                    "near": near,
                }


def marked(line, group):
    """The candidates of one line, TYPE | words with [S]…[/S] and [T]…[/T]."""
    label, _, words = line.strip().partition(" | ")
    text, spans = "", {"S": [], "T": []}
    for mark, inner, plain in re.findall(r"\[(S|T)\](.+?)\[/\1\]|([^\[]+)", words):
        if mark:
            spans[mark].append((len(text), len(text) + len(inner)))
        text += inner or plain
    hit = False
    for row in of(text):
        source, target = row["source"], row["target"]
        if any(inside(h, spans["S"]) for h in source) and any(inside(h, spans["T"]) for h in target):
            hit = True
            yield {**row, "label": label, "group": group}
        elif (
            any(inside(h, spans["T"]) for h in source)
            and any(inside(h, spans["S"]) for h in target)
            and label not in MUTUAL
        ):
            yield {**row, "label": "NONE", "group": group, "swapped": True}
    if not hit:
        yield {"text": text, "missed": True, "label": label, "group": group, "marked": words}


def inside(words, spans):
    """Whether a party's words touch a marked span."""
    return any(s < words[1] and words[0] < e for s, e in spans)


def labelled(path):
    """The candidates of a file of the development events; those that nobody can judge from its labels are left out."""
    for number, text in enumerate(texts(path)):
        hit = set()
        for row in of(text.text):
            must = [i for i, e in enumerate(text.required) if agrees(e, row, both=True)]
            if must:
                hit |= set(must)
                yield {**row, "label": unified(text.required[must[0]]["event"]), "group": f"{path.stem}-{number}"}
            elif not any(agrees(e, row, both=False) for e in (*text.required, *text.optional)):
                yield {**row, "label": "NONE", "group": f"{path.stem}-{number}"}
        for i, e in enumerate(text.required):
            if i not in hit:
                sides = [[x["text"] for x in e[s]] for s in ("actors", "recipients")]
                yield {
                    "text": text.text,
                    "missed": True,
                    "label": e["event"],
                    "group": f"{path.stem}-{number}",
                    "sides": sides,
                }


def agrees(event, row, *, both):
    """Whether a candidate's parties are an event's: both sides, or else any party that they share."""
    found = [[text_of(row, s) for s in row[side]] for side in ("source", "target")]
    sides = [[x["text"] for x in event[s]] for s in ("actors", "recipients")]
    if not both:
        every = [w for side in sides for w in side]
        return not every or any(w in words for words in (*found[0], *found[1]) for w in every)
    if event["reciprocal"] or not sides[1]:
        return len(sides[0]) > 1 and all(any(w in words for words in (*found[0], *found[1])) for w in sides[0])
    return all(any(w in words for w in side for words in got) for side, got in zip(sides, found, strict=True) if side)


def text_of(row, span):
    """The words of a span."""
    return row["text"][span[0] : span[1]]


def unified(event):
    """The type as the coder has it."""
    return "YIELD" if event in ("CONCEDE", "RETREAT") else event


if __name__ == "__main__":
    main()
