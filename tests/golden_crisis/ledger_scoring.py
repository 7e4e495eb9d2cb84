"""How much of the hand-made ledgers of the golden crisis the views find, line by line and field by field.

A gold line is *found* when a row of the same ledger stands on some of its evidence; it is *right* when the fields that
say what it is agree as well. Sides are compared by state, so that a minister stands for his.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.model import Report
from onrecord.present import ledgers
from onrecord.present.calendar import calendar
from onrecord.present.sides import Sides
from onrecord.reader import Reader

FOLDER = Path(__file__).parent


@dataclass(slots=True)
class Score:
    """What became of the gold lines of one ledger; `wrong` counts the fields that keep found lines from being right."""

    name: str
    gold: int = 0
    found: int = 0
    right: int = 0
    wrong: dict[str, int] = field(default_factory=dict)
    lines: list[tuple[str, str]] = field(default_factory=list)

    def add(self, line: str, wrong: Sequence[str] | None) -> None:
        """Count one gold line: null where it was not found, else the names of its wrong fields."""
        self.gold += 1
        self.found += wrong is not None
        self.right += wrong is not None and not wrong
        for name in wrong or ():
            self.wrong[name] = self.wrong.get(name, 0) + 1
        self.lines.append((line, "missing" if wrong is None else ", ".join(wrong) or "right"))


class Crisis:
    """A crisis of a folder with what was read of it; the golden one unless another is given."""

    def __init__(self, reader: Reader, folder: Path = FOLDER) -> None:
        self.gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        self.states = [name for name, actor in self.gold["actors"].items() if actor["kind"] == "state"]
        self.docs: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        found = []
        for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines():
            head = json.loads(line)
            text = (folder / head["file"]).read_text(encoding="utf-8")
            report = reader.read(
                text, published=head["published"], title=head["title"], publisher=head["publisher"], uri=head["uri"]
            )
            self.docs[head["id"]], self.texts[head["id"]] = report.document.id, report.document.text or ""
            found.append(report)
        self.reports: tuple[Report, ...] = tuple(found)
        self.sides = Sides(self.reports)

    def places(self, evidence: Sequence[dict[str, Any]]) -> list[tuple[str, int, int]]:
        """Document, start and end of every place where words of evidence stand."""
        found = []
        for one in evidence:
            if "report" in one and "words" in one:
                text = self.texts[one["report"]]
                for match in re.finditer(re.escape(one["words"]), text):
                    found.append((self.docs[one["report"]], match.start(), match.end()))
        return found

    def side(self, name: str | None) -> str | None:
        """The state of one of the gold's actors, else the body, else the name."""
        actor = self.gold["actors"].get(name or "")
        return name if actor is None else actor["state"] or name

    def same(self, gold: str | None, told: Sequence[str]) -> bool:
        """Whether somebody of the gold's side is among those a row names."""
        if gold is None:
            return True
        wanted = {gold, self.side(gold)}
        names = {*told, *(self._told(name) for name in told)}
        return bool(wanted & names) or any(str(w).casefold() in n.casefold() for w in wanted for n in names if w)

    def _told(self, name: str) -> str:
        known = self.gold["actors"].get(name)
        if known is not None:
            return str(known["state"] or name)
        held = next((a["state"] for person, a in self.gold["actors"].items() if person in name and a["state"]), None)
        if held is not None:
            return str(held)
        state = next((s for s in self.states if s[:6] in name), None)
        return state or name


def stands_on(row: Any, places: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a row stands on words at any of these places."""
    return any(
        g.doc == doc and g.span.start < end and start < g.span.end for g in row.grounds for doc, start, end in places
    )


def measure(crisis: Crisis) -> list[Score]:
    """The score of every ledger."""
    return [make(crisis) for make in _LEDGERS]


def _lines(
    crisis: Crisis, name: str, rows: Sequence[Any], gold: Sequence[dict[str, Any]],
    wrong: Callable[[dict[str, Any], Any], Iterator[str]],
    evidence: Callable[[dict[str, Any]], Sequence[dict[str, Any]]] = lambda line: line["evidence"],
) -> Score:  # fmt: skip
    """Each gold line with the row of which fewest fields are wrong."""
    score = Score(name)
    for line in gold:
        places = crisis.places(evidence(line))
        tried = [list(wrong(line, row)) for row in rows if stands_on(row, places)]
        score.add(line.get("id") or line.get("contact") or "", min(tried, key=len, default=None))
    return score


def _access(crisis: Crisis) -> Score:
    rows = ledgers.access(crisis.reports)

    def wrong(line: dict[str, Any], row: Any) -> Iterator[str]:
        told = (
            "open"
            if row.state in ("open", "opened")
            else "blocked"
            if row.state in ("blocked", "closed")
            else row.state
        )
        if told != line["state"] and {told, line["state"]} != {"restricted", "open"}:
            yield "state"
        if (line["side"] or "") != row.side:
            yield "side"
        since = line["since"] or {}
        if since.get("latest") and row.since_to != since["latest"]:
            yield "since"
        if line["contested_with"] and not row.contested:
            yield "contested"
        counts = line["day_counts"] if since.get("earliest") == since.get("latest") else []
        for one in counts:
            again = [r for r in ledgers.access(crisis.reports, one["at"]) if r.grounds == row.grounds]
            if not any(r.days_least == one["days"] for r in again):
                yield "days"
                break

    return _lines(crisis, "access", rows, crisis.gold["ledgers"]["access"], wrong)


_ANSWERS = {"accepted": {"accepted"}, "rejected": {"rejected"}, "met": {"met"}, "partly met": {"partly met", "met"},
            "unmet": {"unmet", "rejected"}}  # fmt: skip


def _demands(crisis: Crisis) -> Score:
    rows = ledgers.demands(crisis.reports)

    def wrong(line: dict[str, Any], row: Any) -> Iterator[str]:
        if not any(crisis.same(who, (*row.who, *row.repeated_by)) for who in line["who"]):
            yield "who"
        if line["whom"] and row.whom and not crisis.same(line["whom"], row.whom):
            yield "whom"
        if line["deadline"] and not row.by_when:
            yield "deadline"
        outcomes = {answer.outcome for answer in row.answers}
        if line["answer"] == "none":
            if outcomes - {"accepted"}:
                yield "answer"
        elif not outcomes & _ANSWERS[line["answer"]]:
            yield "answer"

    return _lines(crisis, "demands", rows, crisis.gold["ledgers"]["demands"], wrong)


def _pledges(crisis: Crisis) -> Score:
    rows = ledgers.pledges(crisis.reports)

    def wrong(line: dict[str, Any], row: Any) -> Iterator[str]:
        if not any(crisis.same(who, (*row.who, *row.repeated_by)) for who in line["who"]):
            yield "who"
        outcomes = {answer.outcome for answer in row.answers}
        wanted = {"kept": {"kept"}, "partly kept": {"kept"}, "broken": {"broken"}}.get(line["kept"])
        if (wanted is None and outcomes) or (wanted is not None and not outcomes & wanted):
            yield "kept"

    return _lines(crisis, "pledges", rows, crisis.gold["ledgers"]["pledges"], wrong)


def _agreements(crisis: Crisis) -> Score:
    """The agreement itself, then each accusation, denial, invocation and obligation as a line."""
    score = Score("agreements")
    rows = ledgers.agreements(crisis.reports)
    for line in crisis.gold["ledgers"]["agreements"]:
        row = next((r for r in rows if r.date == line["date"] and line["name"].split()[0] in r.name), None)
        score.add(line["id"], None if row is None else [])
        for one in line["obligations"]:
            score.add(one["id"], None if row is None or not _quotes(one["words"], row.obligations) else [])
        for one in line["accusations"]:
            hits = [] if row is None else [b for b in row.breaches if crisis.same(one["accuser"], b.accuser)]
            right = any(crisis.same(one["accused"], b.accused) for b in hits)
            score.add(one["id"], None if not hits else [] if right else ["accused"])
        for one in line["denials"]:
            score.add(f"{one['of']} denied", None if row is None or not crisis.same(one["by"], row.denied_by) else [])
        for one in line["invoked"]:
            score.add(
                f"invoked by {one['by']}", None if row is None or not crisis.same(one["by"], row.invoked_by) else []
            )
    return score


def _quotes(words: str, told: Sequence[str]) -> bool:
    return any(words[:40] in one or one[:40] in words for one in told)


_KINDS = {"humanitarian": {"humanitarian", "shortage"}, "shortage": {"shortage", "humanitarian"}}


def _humanitarian(crisis: Crisis) -> Score:
    rows = ledgers.conditions(crisis.reports)

    def wrong(line: dict[str, Any], row: Any) -> Iterator[str]:
        if row.kind not in _KINDS.get(line["kind"], {line["kind"]}):
            yield "kind"
        if line["said_by"] and not any(crisis.same(who, (row.side, *row.said_by)) for who in line["said_by"]):
            yield "said by"
        if (line["status"] == "hypothetical") != row.feared or (
            line["status"] == "denied" and row.status != "denied" and not row.negated
        ):
            yield "status"
        values = {figure.value for figure in row.figures}
        wanted = {float(one["value"]) for one in line["figures"] if isinstance(one["value"], int | float)}
        if wanted and not wanted & values:
            yield "figures"

    return _lines(crisis, "humanitarian", rows, crisis.gold["ledgers"]["humanitarian"], wrong)


def _calendar(crisis: Crisis) -> Score:
    rows = calendar(crisis.reports)
    mentions = {one["id"]: one["mentions"] for one in crisis.gold["contacts"]}

    def wrong(line: dict[str, Any], row: Any) -> Iterator[str]:
        talk = {"meeting", "talks", "summit", "session", "visit"}
        if row.kind != line["kind"] and not {row.kind, line["kind"]} <= talk:
            yield "kind"
        if not all(crisis.same(one, (*row.parties, *row.sides)) for one in line["parties"]):
            yield "parties"
        bounds = (row.first or "", row.last or row.first or "")
        if not (bounds[0] <= line["date"] <= bounds[1] or bounds[0].startswith(line["date"])):
            yield "date"
        states = {"held": {"held"}, "cancelled": {"cancelled"}, "invited": {"planned", "proposed"}}
        if row.state not in states[line["status"]]:
            yield "status"

    return _lines(crisis, "contacts", rows, crisis.gold["ledgers"]["contacts_calendar"], wrong,
                  lambda line: mentions[line["contact"]])  # fmt: skip


_STATES = {"offered": {"offered", "used", "accepted"}, "agreed": {"offered", "accepted", "used"}}


def _toolkit(crisis: Crisis) -> Score:
    rows = ledgers.toolkit(crisis.reports)

    def wrong(line: dict[str, Any], row: Any) -> Iterator[str]:
        if not crisis.same(line["institution"], (row.institution or "", *(by for use in row.uses for by in use.by))):
            yield "institution"
        states = {use.state for use in row.uses}
        if not states & _STATES.get(line["state"], {line["state"]}):
            yield "state"
        if not crisis.same(line["by"], [by for use in row.uses for by in use.by]):
            yield "by"
        for answer in line["answers"]:
            kind = {"accepted": "accepted", "rejected": "refused", "refused": "refused"}.get(answer["answer"])
            if kind and not any(use.state == kind and crisis.same(answer["by"], use.by) for use in row.uses):
                yield "answers"
                break

    return _lines(crisis, "toolkit", rows, crisis.gold["ledgers"]["toolkit"], wrong)


def _accountability(crisis: Crisis) -> Score:
    rows = ledgers.accountability(crisis.reports)

    def wrong(line: dict[str, Any], row: Any) -> Iterator[str]:
        if not any(crisis.same(one, row.accusers) for one in line["accusers"]):
            yield "accusers"
        if not crisis.same(line["accused"], row.accused):
            yield "accused"
        for name, told in (("denials", row.denials), ("calls_to_investigate", row.calls),
                           ("investigations", row.investigations), ("findings", row.findings)):  # fmt: skip
            if line[name] and not any(crisis.same(one["by"], t.by) for one in line[name] for t in told):
                yield name

    return _lines(crisis, "accountability", rows, crisis.gold["ledgers"]["accountability"], wrong)


_LEDGERS = (_access, _demands, _pledges, _agreements, _humanitarian, _calendar, _toolkit, _accountability)
