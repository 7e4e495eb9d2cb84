"""Build the readings of the articles from their compact sources, with exact offsets.

Usage: python tests/articles/build.py        (writes NAME.gold.json beside each article)

In a source, words stand for their place: "first words >> last words" is the stretch from one to the other. A cue and a
speaker's words are looked for nearest to the content, an anchor inside the evidence. `in` names the statement that an
event or condition stands in, `to` the addressees; a time is `relative` where its value needs the publication date.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
type Row = Mapping[str, Any]


def span(text: str, words: str, near: int | None = None, first: int = 0) -> dict[str, Any]:
    """The stretch that `words` stand for: the first from `first` on, or the one nearest to `near`."""
    opening, _, closing = words.partition(" >> ")
    places = [at for at in range(first, len(text)) if text.startswith(opening, at)]
    if not places:
        raise ValueError(f"not in the text: {opening!r}")
    start = places[0] if near is None else min(places, key=lambda at: abs(at - near))
    end = text.index(closing, start) + len(closing) if closing else start + len(opening)
    return {"start": start, "end": end, "text": text[start:end]}


def near(text: str, words: str | None, content: Row) -> dict[str, Any] | None:
    """The occurrence nearest to either edge of a content; null for no words."""
    if words is None:
        return None
    found = [span(text, words, content[edge]) for edge in ("start", "end")]
    return min(found, key=lambda s: min(abs(s["end"] - content["start"]), abs(s["start"] - content["end"])))


def statement(text: str, row: Row) -> dict[str, Any]:
    """One statement in the form of a reading."""
    content = span(text, row["content"])
    return {
        "id": row["id"],
        "kind": row["kind"],
        "cue": near(text, row.get("cue"), content),
        "content": [content],
        "speaker": row["speaker"],
        "speaker_mention": near(text, row.get("mention"), content),
        "speaker_office": row.get("office"),
        "addressees": row.get("to", []),
        "channel": row["channel"],
        "venue": row.get("venue"),
        "when": row.get("when"),
        "parent": row.get("parent"),
        "note": row.get("note"),
    }


def event(text: str, row: Row) -> dict[str, Any]:
    """One event in the form of a reading."""
    evidence = span(text, row["evidence"])
    anchor = span(text, row["anchor"], first=evidence["start"])
    assert anchor["end"] <= evidence["end"], row["id"]
    return {
        "id": row["id"],
        "event": row["event"],
        "mode": row["mode"],
        "actors": row["actors"],
        "recipients": row.get("recipients", []),
        "anchor": anchor,
        "evidence": evidence,
        "source_statement": row["in"],
        "status": row["status"],
        "detail": row.get("detail", {}),
        "when": row.get("when"),
        "where": row.get("where"),
        "contexts": [],
    }


def condition(text: str, row: Row) -> dict[str, Any]:
    """One condition in the form of a reading."""
    kept = {key: value for key, value in row.items() if key not in ("evidence", "in")}
    return {**kept, "evidence": span(text, row["evidence"]), "source_statement": row["in"]}


def agreement(text: str, row: Row) -> dict[str, Any]:
    """One agreement in the form of a reading."""
    obliged = [span(text, words) for words in row["obligations"]]
    return {**row, "mention": span(text, row["mention"]), "obligations": obliged}


def time(text: str, row: Row, published: str) -> dict[str, Any]:
    """One time in the form of a reading."""
    assert row["text"] in text, row
    if not row.get("relative"):
        return {"text": row["text"], "value": str(row["value"])}
    value = {f"value_when_published_{published}": str(row["value"])}
    return {"text": row["text"], **value, "unresolved_without_publication_date": True}


def compared(row: Row) -> dict[str, Any]:
    """The comparison of two readouts in the form of a reading."""
    only = {f"only_{side.lower().replace(' ', '_')}": points for side, points in row["only"].items()}
    return {key: row[key] for key in ("meeting", "sides", "both")} | only


def reading(source: Row, text: str) -> dict[str, Any]:
    """The whole reading of one article."""
    return {
        "document": source["document"],
        "published": None,
        "published_when_known": source["published"],
        "offsets": "Unicode code points into the file as it stands, end exclusive",
        "statements": [statement(text, row) for row in source["statements"]],
        "events": [event(text, row) for row in source["events"]],
        "conditions": [condition(text, row) for row in source["conditions"]],
        "agreements": [agreement(text, row) for row in source["agreements"]],
        "times": [time(text, row, source["published"]) for row in source["times"]],
        "readout_comparison": compared(source["readout_comparison"]),
    }


def built() -> dict[Path, str]:
    """Each reading's path and content."""
    made = {}
    for path in sorted(HERE.rglob("sources/*.yaml")):
        source = yaml.safe_load(path.read_text(encoding="utf-8"))
        article = path.parents[1] / source["document"]
        try:
            found = reading(source, article.read_text(encoding="utf-8"))
        except (ValueError, AssertionError) as error:
            raise SystemExit(f"{path.name}: {error}") from error
        made[article.with_suffix(".gold.json")] = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return made


if __name__ == "__main__":
    for target, content in built().items():
        target.write_text(content, encoding="utf-8")
