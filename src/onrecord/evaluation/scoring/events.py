"""Events end to end, from plain text to type, actors and recipients."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

from onrecord.evaluation.scoring.common import Result, Row, Rows, max_matching, pair, prf, ratio
from onrecord.evaluation.scoring.plover import QUADS, event_type

type Side = Literal["text", "country"]

STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "for",
        "by",
        "with",
        "from",
        "its",
        "his",
        "her",
        "their",
        "s",
    ]
)
LEVELS = ("type", "type_actors", "type_countries", "quad", "binary")


def content_words(actor: Row) -> set[str]:
    """The lower-case words of an actor that say something."""
    return set(re.findall(r"\w+", (actor.get("text") or "").lower())) - STOP


def _values(actor: Row, side: Side) -> set[str]:
    if side == "text":
        return content_words(actor)
    return {actor["country"]} if actor.get("country") else set()


def side_ok(gold: Sequence[Row], predicted: Sequence[Row], side: Side) -> bool:
    """Whether some predicted actor shares a content word (or the country code) with some gold one.

    Nothing in the gold: nothing may be predicted.
    """
    if not gold:
        return not predicted
    return any(_values(a, side) & _values(b, side) for a in gold for b in predicted)


def event_ok(gold: Row, predicted: Row, side: Side) -> bool:
    """Whether both sides of two events of one type agree.

    Reciprocal gold (each actor is also the recipient): two of its actors, or the only one, must be among the
    prediction's actors and recipients taken together.
    """
    gold_actors, gold_recipients = gold.get("actors") or [], gold.get("recipients") or []
    actors, recipients = predicted.get("actors") or [], predicted.get("recipients") or []
    if gold.get("reciprocal"):
        found = sum(side_ok([actor], [*actors, *recipients], side) for actor in gold_actors)
        return found >= min(2, len(gold_actors))
    return side_ok(gold_actors, actors, side) and side_ok(gold_recipients, recipients, side)


def sentence_count(text: str) -> int:
    """Naive count: runs of . ! ? before white space or the end; at least 1 for a text that is not blank."""
    return max(len(re.findall(r'[.!?]+["\'”’)\]]*(?=\s|$)', text)), 1 if text.strip() else 0)


TESTS: dict[str, Callable[[Row, Row], bool]] = {
    "type": lambda gold, predicted: True,
    "type_actors": lambda gold, predicted: event_ok(gold, predicted, "text"),
    "type_countries": lambda gold, predicted: event_ok(gold, predicted, "country"),
}


def _compare(want: Sequence[Row], got: Sequence[Row], counts: Counter[str]) -> bool:
    """Count the matches of one document; True where every gold type was found."""
    counts.update(docs=1, gold=len(want), pred=len(got))
    want_types = [event_type(event["event"]) for event in want]
    got_types = [event_type(event.get("event")) for event in got]
    for name, agree in TESTS.items():
        edges = [
            [j for j, p in enumerate(got) if got_types[j] == want_types[i] and agree(g, p)] for i, g in enumerate(want)
        ]
        counts[name] += max_matching(edges)
    want_quads, got_quads = (Counter(QUADS.get(t or "") for t in types) for types in (want_types, got_types))
    want_halves, got_halves = (Counter(q > 2 for q in c.elements() if q) for c in (want_quads, got_quads))
    counts["quad"] += (want_quads & got_quads).total()
    counts["binary"] += (want_halves & got_halves).total()
    return not Counter(want_types) - Counter(got_types)


def score_events(gold: Rows, predicted: Rows, errors: list[str]) -> Result:
    """F1 of type, of type with both sides by words, and by countries; false events where the gold has none.

    Predicted and gold events of a document are matched one-to-one (maximum matching). Gold that lists one
    event a text makes precision a lower bound. quad and binary: as type, on the quad class and on cooperation
    against conflict. false_events: predictions in documents whose gold is empty, per 1,000 sentences.
    """
    counts: Counter[str] = Counter()
    for ident, (want, got) in zip(gold, pair(gold, predicted, "events"), strict=True):
        said = want["text"][:120]
        if want["events"]:
            if not _compare(want["events"], got["events"], counts):
                types = [[event_type(event.get("event")) for event in row["events"]] for row in (want, got)]
                errors.append(f"{ident}: gold {types[0]} predicted {types[1]}: {said}")
            continue
        false = got["events"]
        sentences = sentence_count(want["text"])
        counts.update(empty_docs=1, false_events=len(false), false_docs=bool(false), sentences=sentences)
        errors += [f"{ident}: false {event.get('event')}: {said}" for event in false]
    return {
        "docs_with_events": counts["docs"],
        **{level: prf(counts[level], counts["pred"], counts["gold"]) for level in LEVELS},
        "false_events": {
            "docs": counts["empty_docs"],
            "sentences": counts["sentences"],
            "events": counts["false_events"],
            "docs_with_false_event": counts["false_docs"],
            "per_1000_sentences": ratio(1000 * counts["false_events"], counts["sentences"]),
        },
    }
