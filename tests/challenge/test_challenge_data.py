"""The challenge data checks itself: labels, spans, counts, duplicates, and nothing copied."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
DEVELOPMENT = HERE.parents[2] / "shared" / "data"
MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial"
    " drone heavy-weapons crowd-control unconventional",
}  # fmt: skip


def load(name: str) -> list[dict[str, Any]]:
    """Records of one challenge file."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def normal(text: str) -> list[str]:
    """Lower-case words, for comparing texts."""
    return re.findall(r"[^\W_]+", text.lower())


def test_challenge_dyads_labels_are_valid() -> None:
    for record in load("dyads.jsonl"):
        assert record["plover"] in MODES
        assert record["mode"] is None or record["mode"] in MODES[record["plover"]].split()
        yields = record["plover"] in ("CONCEDE", "RETREAT")
        assert record["event"] == ("YIELD" if yields else record["plover"])


def test_challenge_dyads_spans_match_the_sentence() -> None:
    for record in load("dyads.jsonl"):
        for role in ("source", "target"):
            span = record[role]
            text = record["sentence"][span["start"] : span["end"]]
            assert text == record[f"{role}_text"] == text.strip() != ""
        source, target = record["source"], record["target"]
        assert source["end"] <= target["start"] or target["end"] <= source["start"]
        assert not re.search(r"[{}\[\]|]", record["sentence"])


def test_challenge_dyads_cover_every_type_and_mode() -> None:
    records = load("dyads.jsonl")
    assert Counter(record["plover"] for record in records) == {
        name: 16 if name in ("CONCEDE", "RETREAT") else 32 for name in MODES
    }
    covered = {(record["plover"], record["mode"]) for record in records}
    assert {(name, mode) for name, modes in MODES.items() for mode in modes.split()} <= covered
    assert min(Counter(record["style"] for record in records).values()) >= 20


def test_challenge_dyads_no_duplicates() -> None:
    records = load("dyads.jsonl")
    assert len({record["id"] for record in records}) == len(records)
    assert len({" ".join(normal(record["sentence"])) for record in records}) == len(records)


def shingles(words: list[str], size: int = 8) -> set[tuple[str, ...]]:
    """All runs of `size` words."""
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def texts() -> list[str]:
    """Every text of the challenge data."""
    found = [record["sentence"] for record in load("dyads.jsonl")]
    return found


def test_challenge_data_shares_no_eight_words_with_development_data() -> None:
    files = sorted(DEVELOPMENT.glob("*.jsonl"))
    if not files:
        pytest.skip("development data (../shared/data) absent: copying NOT checked")
    ours: set[tuple[str, ...]] = set().union(*(shingles(normal(text)) for text in texts()))
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            theirs = shingles(normal(record.get("text") or record.get("sentence") or ""))
            assert not ours & theirs, (path.name, sorted(ours & theirs)[:3])
