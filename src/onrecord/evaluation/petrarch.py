"""PETRARCH's unit tests, as a check of syntax: who does what kind of thing to whom in stylised sentences.

The invented actors enter as a user's table (`petrarch_actors.csv`); no rule is written for these sentences. A
triple is source, target and root type. The codes of the file are of two schemes, without a mark: CAMEO, and the
older WEIS of the same three digits (041 is to consult in one and to praise in the other). `cameo` reads all of them as
CAMEO; `either` takes a type as right that either scheme gives; `pairs` asks for source and target alone. Codes that
neither has (904, 345) are left out, and so are triples without both actors.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from onrecord.annotate.parse import parse
from onrecord.annotate.standard import LAYERS, annotation
from onrecord.codebook.cameo import plover
from onrecord.evaluation.scoring.common import Result, Row, prf, rows
from onrecord.evaluation.scoring.plover import event_type
from onrecord.extract.pipeline import extraction
from onrecord.ingest.document import document
from onrecord.link.assemble import assemble
from onrecord.model import Actor, Event
from onrecord.resources.user_table import UserTable, read_user_table

WEIS = {
    "03": "CONSULT", "04": "SUPPORT", "05": "AGREE", "06": "COOPERATE", "07": "AID", "08": "AGREE", "09": "REQUEST",
    "10": "AGREE", "11": "REJECT", "12": "ACCUSE", "13": "ACCUSE", "14": "REJECT", "15": "REQUEST", "16": "THREATEN",
    "17": "THREATEN", "18": "PROTEST", "19": "SANCTION", "20": "SANCTION", "21": "COERCE", "22": "ASSAULT",
}  # fmt: skip
"""WEIS root codes as PLOVER types; 01 and 02 (yield, comment) have none."""

CODE = 3
"""Letters of an actor code that name the actor; the rest is its role, which our actors do not carry in their ids."""

type Triple = tuple[str, str, str | None]


def table() -> UserTable:
    """The invented actors of the file."""
    with as_file(files(__package__).joinpath("petrarch_actors.csv")) as path:
        return read_user_table(path)


def evaluate(gold: Path) -> Result:
    """F1 over triples in both readings, and over pairs."""
    counts: Counter[str] = Counter()
    actors, annotate = table(), annotation()
    extract = extraction(LAYERS)
    for row in rows(gold):
        if row["error"]:
            continue
        layers = annotate(replace(parse(document(row["text"])), own_actors=actors))
        found = list(triples(assemble(layers, extract(layers)).events, actors))
        _count(row, found, counts)
    return {
        "task": "petrarch",
        **{name: prf(counts[name], counts["pred"], counts["gold"]) for name in ("cameo", "either", "pairs")},
    }


def triples(events: Sequence[Event], actors: UserTable) -> Iterator[Triple]:
    """Every directed pair of actors that an event gives, each once; partners act on each other."""
    seen: set[Triple] = set()
    for event in events:
        if event.negated or event.status in ("hypothetical", "denied"):
            continue
        sources = [code(a, actors) for a in event.actors]
        targets = [code(a, actors) for a in event.recipients] or (sources if len(sources) > 1 else [])
        for source in filter(None, sources):
            for target in filter(None, targets):
                triple = (source, target, event_type(event.event))
                if source != target and triple not in seen:
                    seen.add(triple)
                    yield triple


def code(actor: Actor, actors: UserTable) -> str | None:
    """The code of the table's actor whose name stands in an actor's name or words."""
    words = f"{actor.name or ''} {actor.mention.text if actor.mention else ''}"
    for row in actors.rows:
        if actor.id == row.id or any(name in words for name in row.names):
            return row.id[:CODE]
    return None


def _count(row: Row, found: Sequence[Triple], counts: Counter[str]) -> None:
    gold = [
        (t["source"][:CODE], t["target"][:CODE], event_type(plover(t["cameo"])), WEIS.get(t["cameo"][:2]))
        for t in row["expected"]
        if t["source"] and t["target"] and "-" not in (t["source"] + t["target"])
    ]
    gold = [g for g in gold if g[2] or g[3]]
    counts.update(gold=len(gold), pred=len(found))
    counts.update(cameo=_hits(gold, found, "cameo"), either=_hits(gold, found, "either"))
    counts.update(pairs=_hits(gold, found, "pairs"))


def _hits(gold: Sequence[tuple[str, str, str | None, str | None]], found: Sequence[Triple], reading: str) -> int:
    rest = list(found)
    hits = 0
    for source, target, cameo, weis in gold:
        types = {"cameo": (cameo,), "either": (cameo, weis)}.get(reading)
        match = next((t for t in rest if t[:2] == (source, target) and (types is None or t[2] in types)), None)
        if match is not None:
            rest.remove(match)
            hits += 1
    return hits


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation.petrarch", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/data/petrarch_unit.jsonl"))
    print(json.dumps(evaluate(parser.parse_args().gold), indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
