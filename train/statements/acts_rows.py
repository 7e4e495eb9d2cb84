"""Sentences with marked parties as the event head learns them: which words may tell the act, and which nobody judged.

Run with the package's own environment, since candidates come from its parse and its rules (alone, without the tagger):

python train/statements/acts_rows.py --out build/statements/acts.jsonl --dyads ../shared/data/dyads_train.jsonl

Each line: text, `acts` (type, triggers, actors, recipients as code points) and `ignore` (words that tell an act nobody
labelled). A rule that codes the labelled type between the marked parties names the trigger; else every verb and noun
outside the parties may be it.
"""

import argparse
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dyads.synthetic import examples as rule_examples
from onrecord.annotate.entities import entities
from onrecord.annotate.layers import Layers
from onrecord.annotate.parse import parse
from onrecord.codebook.compiled import standard
from onrecord.extract.events import code_events
from onrecord.ingest.document import document

SINGLE = Path(__file__).with_name("single")
SENTENCES = Path(__file__).resolve().parents[1] / "dyads" / "sentences"
NOT_TOLD_BY = frozenset(["be", "have", "do", "say", "will", "would", "can", "could", "may", "might", "must", "should"])


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--out", required=True)
    p.add_argument("--dyads", required=True, help="rows of the dyads format")
    a = p.parse_args()
    Path(a.out).parent.mkdir(parents=True, exist_ok=True)
    with Path(a.out).open("w", encoding="utf-8") as out:
        for group, label, text, sides in marked(a.dyads):
            out.write(json.dumps({"group": group, **row(label, text, sides)}, ensure_ascii=False) + "\n")


def marked(dyads):
    """(group, type or None, text, {"S": spans, "T": spans}) of all sources."""
    for path in (SINGLE / "none.txt", SINGLE / "none_plain.txt"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            yield f"{path.stem}-{number // 20}", None, line[2:], {"S": [], "T": []}
    files = [SINGLE / "acts.txt", *sorted(SENTENCES.rglob("*.txt"))]
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if line.strip() and not line.startswith("#"):
                label, _, words = line.strip().partition(" | ")
                parts = re.findall(r"\[(S|T)\](.+?)\[/\1\]|([^\[]+)", words)
                yield (f"{path.stem}-{number // 20}", label, *joined((m, inner or plain) for m, inner, plain in parts))
    for number, (parts, label) in enumerate(rule_examples()):
        yield (f"rule-{number // 20}", label, *joined(parts))
    for line in Path(dyads).read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        spans = {m: one.get(f"{side}_spans") or [] for m, side in (("S", "source"), ("T", "target"))}
        yield f"row-{one['sentence_id']}", one["event"], one["sentence"], spans


def joined(parts):
    """(text, spans of the marked parties) of a cut sentence."""
    text, spans = "", {"S": [], "T": []}
    for mark, words in parts:
        if mark:
            spans[mark].append([len(text), len(text) + len(words)])
        text += words
    return text, spans


def row(label, text, sides):
    """What one sentence teaches."""
    if label is None:
        return {"text": text, "acts": [], "ignore": []}
    label = "YIELD" if label in ("CONCEDE", "RETREAT") else label
    layers = parse(document(text))
    layers = Layers(**{f: getattr(layers, f) for f in layers.__dataclass_fields__} | {"entities": entities(layers)})
    parties = [*sides["S"], *sides["T"]]
    own, other = [], []
    for draft in code_events(layers, standard()):
        event = "YIELD" if draft.event in ("CONCEDE", "RETREAT") else draft.event
        theirs = [(s.start, s.end) for s in (*draft.actors, *draft.recipients)]
        agrees = event == label and any(s < t and a < e for s, e in theirs for a, t in parties)
        (own if agrees else other).append(trigger(layers, draft.anchor))
    own = [s for s in own if s]
    if not own:
        own = [list(s) for s in words(layers, parties)] or [list(s) for s in words(layers, [])]
    ignore = [s for s in other if s and s not in own]
    act = {"type": label, "triggers": own, "actors": sides["S"], "recipients": sides["T"]}
    return {"text": text, "acts": [act] if own else [], "ignore": ignore}


def trigger(layers, anchor):
    """The code points of the word that an anchor is about."""
    paragraph = layers.paragraph_at(anchor.start)
    tokens = paragraph.tokens(anchor) if paragraph else None
    if not tokens:
        return None
    root = tokens.root
    return [paragraph.start + root.idx, paragraph.start + root.idx + len(root)]


def words(layers, parties):
    """Verbs and nouns outside these spans."""
    for paragraph in layers.paragraphs:
        for token in paragraph.parse:
            start, end = paragraph.start + token.idx, paragraph.start + token.idx + len(token)
            inside = any(a < end and start < b for a, b in parties)
            if token.pos_ in ("VERB", "NOUN", "ADJ") and not inside and token.lemma_.lower() not in NOT_TOLD_BY:
                yield start, end


if __name__ == "__main__":
    main()
