"""The crisis of thirty reports checks itself: words, ids, dates, labels, counts, copies."""

import difflib
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PLOVER = {
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
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack"
    " aerial drone heavy-weapons crowd-control unconventional",
}  # fmt: skip
STATUSES = {"asserted", "alleged", "planned", "demanded", "hypothetical", "denied"}
LEDGERS = {
    "access": {"open", "restricted", "blocked"},
    "demands": {"none", "met", "partly met", "rejected", "unmet", "accepted"},
    "pledges": {"open", "kept", "partly kept", "broken"},
    "toolkit": {"offered", "called for", "used", "agreed", "refused"},
}
FIELD = {"access": "state", "demands": "answer", "pledges": "kept", "toolkit": "state"}

REPORTS: dict[str, dict[str, Any]] = {
    record["id"]: record
    for record in map(json.loads, (HERE / "reports.jsonl").read_text(encoding="utf-8").splitlines())
}
TEXTS = {id_: (HERE / record["file"]).read_text(encoding="utf-8") for id_, record in REPORTS.items()}
GOLD: dict[str, Any] = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value, itself included."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def plain(text: str) -> list[str]:
    """Lower-case words, for comparing texts whatever their quotation marks."""
    return re.findall(r"[^\W_]+", text.lower().replace("’", "'"))


def test_crisis_has_thirty_reports_of_four_outlets_over_six_weeks() -> None:
    assert len(REPORTS) == 30
    assert Counter(record["publisher"] for record in REPORTS.values()) == {
        "Continental Press Agency": 10,
        "The Torvay Herald": 6,
        "Ministry of Foreign Affairs of Hestria": 8,
        "Atlas World News": 6,
    }
    days = [date.fromisoformat(record["published"]) for record in REPORTS.values()]
    assert days == sorted(days)
    assert timedelta(weeks=5) < days[-1] - days[0] <= timedelta(weeks=6)
    assert {path.name for path in HERE.glob("*.txt")} == {record["file"] for record in REPORTS.values()}
    assert len({record["uri"] for record in REPORTS.values()}) == 30


@pytest.mark.parametrize("id_", REPORTS)
def test_crisis_report_is_short_and_clean(id_: str) -> None:
    text = TEXTS[id_]
    assert 90 <= len(text.split()) <= 250
    assert text == text.strip() + "\n"
    assert "\r" not in text and "  " not in text


def test_crisis_copies_and_the_correction_are_what_the_index_says() -> None:
    shares = {}
    for id_, record in REPORTS.items():
        if source := record["copy_of"]:
            assert REPORTS[source]["published"] <= record["published"]
            assert REPORTS[source]["publisher"] != record["publisher"]
            matcher = difflib.SequenceMatcher(None, plain(TEXTS[source]), plain(TEXTS[id_]), autojunk=False)
            shares[id_] = sum(block.size for block in matcher.get_matching_blocks()) / len(plain(TEXTS[id_]))
    assert len(shares) == 3
    assert all(share > 0.85 for share in shares.values()), shares
    assert TEXTS["r06"] == TEXTS["r04"]
    assert TEXTS["r15"] != TEXTS["r14"] and TEXTS["r22"] != TEXTS["r20"]
    corrections = {id_: record["corrects"] for id_, record in REPORTS.items() if record["corrects"]}
    assert corrections == {"r11": "r08"}
    assert REPORTS["r11"]["title"].startswith("CORRECTION: ")


def test_crisis_gold_words_occur_in_their_reports() -> None:
    pointers = [node for node in nodes(GOLD) if "report" in node and "words" in node]
    assert len(pointers) > 400
    missing = [node for node in pointers if node["words"] not in TEXTS[node["report"]]]
    assert not missing


def test_crisis_mentions_point_at_one_place_and_stand_in_one_cluster() -> None:
    for kind in ("contacts", "events"):
        seen: Counter[tuple[str, str]] = Counter()
        for cluster in GOLD[kind]:
            assert cluster["mentions"], cluster["id"]
            for mention in cluster["mentions"]:
                assert TEXTS[mention["report"]].count(mention["words"]) == 1, mention
                if not mention.get("shared"):
                    seen[mention["report"], mention["words"]] += 1
        assert not [key for key, count in seen.items() if count > 1]


def test_crisis_copies_carry_the_mentions_of_their_source() -> None:
    for kind in ("contacts", "events"):
        for cluster in GOLD[kind]:
            have = {(m["report"], " ".join(plain(m["words"]))) for m in cluster["mentions"]}
            for id_, record in REPORTS.items():
                for report, words in list(have):
                    if report == record["copy_of"] and words in " ".join(plain(TEXTS[id_])):
                        assert (id_, words) in have, (cluster["id"], id_, words)


def test_crisis_ids_are_unique_and_references_exist() -> None:
    ids = [node["id"] for node in nodes(GOLD) if "id" in node]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for cluster in GOLD["contacts"]:
        assert set(cluster["reports"]) == {m["report"] for m in cluster["mentions"]}
    for event in GOLD["events"]:
        assert event.get("contact", "C01") in known
    for line in GOLD["ledgers"]["access"]:
        assert all(ref in known or ref.startswith("r13:") for ref in line["contested_with"])
        assert set(line["effects"]) <= known
    for line in GOLD["ledgers"]["humanitarian"]:
        assert set(line["differs_from"]) <= known
    agreement = GOLD["ledgers"]["agreements"][0]
    assert {accusation["obligation"] for accusation in agreement["accusations"]} <= known
    assert {denial["of"] for denial in agreement["denials"]} <= known


@pytest.mark.parametrize("event", GOLD["events"], ids=lambda event: event["id"])
def test_crisis_event_labels_are_plover(event: dict[str, Any]) -> None:
    modes = PLOVER[event["event"]].split()
    assert event["mode"] in modes if modes else event["mode"] is None
    assert set(event.get("mode_also", [])) <= set(modes)
    assert set(event.get("event_also", [])) <= set(PLOVER)
    assert event["status"] in STATUSES
    for mention in event["mentions"]:
        assert mention["status"] in STATUSES


def test_crisis_names_of_contacts_are_in_the_list_of_actors() -> None:
    for cluster in GOLD["contacts"]:
        if not cluster["optional"]:
            assert set(cluster["parties"]) <= set(GOLD["actors"]), cluster["id"]


def test_crisis_dates_parse_and_held_contacts_precede_their_last_report() -> None:
    keys = {"date", "made", "due", "deadline", "earliest", "latest", "until", "first_said", "last_said", "as_of", "at"}
    for node in nodes({key: value for key, value in GOLD.items() if key != "actors"}):
        for key in keys & set(node):
            if node[key] is not None:
                date.fromisoformat(node[key] if len(node[key]) == 10 else f"{node[key]}-01")
    for cluster in GOLD["contacts"]:
        if cluster["status"] == "held":
            last = max(REPORTS[m["report"]]["published"] for m in cluster["mentions"])
            assert cluster["date"] <= last, cluster["id"]


def test_crisis_day_counts_are_the_difference_of_two_dates() -> None:
    counted = 0
    for line in GOLD["ledgers"]["access"]:
        for count in line["day_counts"]:
            since = line["since"]
            assert since["earliest"] == since["latest"]
            days = date.fromisoformat(count["at"]) - date.fromisoformat(since["latest"])
            assert count["days"] == days.days
            counted += 1
    assert counted >= 8
    assert {"at": "2031-03-04", "days": 31} in GOLD["ledgers"]["access"][0]["day_counts"]


@pytest.mark.parametrize("ledger", GOLD["ledgers"])
def test_crisis_ledger_lines_have_evidence_and_known_values(ledger: str) -> None:
    lines = GOLD["ledgers"][ledger]
    assert lines
    for line in lines:
        if ledger == "contacts_calendar":
            continue
        assert line.get("evidence") or line.get("mentions"), line["id"]
        if ledger in FIELD:
            assert line[FIELD[ledger]] in LEDGERS[ledger], line["id"]
        if line.get("answer") not in (None, "none"):
            assert line["answer_evidence"], line["id"]
        if line.get("kept") not in (None, "open"):
            assert line["outcome_evidence"], line["id"]


def test_crisis_calendar_is_the_contacts_by_date() -> None:
    calendar = GOLD["ledgers"]["contacts_calendar"]
    assert [line["date"] for line in calendar] == sorted(line["date"] for line in calendar)
    assert {line["contact"] for line in calendar} == {cluster["id"] for cluster in GOLD["contacts"]}


def test_crisis_tells_the_story_that_it_promises() -> None:
    answers = Counter(line["answer"] for line in GOLD["ledgers"]["demands"])
    assert {"met", "partly met", "rejected", "unmet", "none"} <= set(answers)
    assert any(contact["status"] == "cancelled" for contact in GOLD["contacts"])
    assert any(len(contact["reports"]) >= 4 for contact in GOLD["contacts"])
    assert 25 <= sum(event["main"] for event in GOLD["events"]) <= 45
    states = {line["state"] for line in GOLD["ledgers"]["access"] if line["contested_with"]}
    assert {"open", "blocked"} <= states
