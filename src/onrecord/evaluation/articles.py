"""Whole articles against a careful reading of them: statements, events, conditions, agreements, times, readouts.

A reading is a JSON file `NAME.gold.json` in a folder of articles; "document" names its text. Each line of it asks for
one field of one record. `python -m onrecord.evaluation.articles FOLDER` prints what is missing, wrong or beyond the
reading, then found and asked by field, and how many of the records given are asked for; `--quiet` prints figures alone
(for articles that nobody who writes rules may read).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import Code, InputError
from onrecord.evaluation.articles_match import SAME_WORDS, alike_statement, beyond, is_condition, is_event
from onrecord.evaluation.articles_names import covers, name_words, names_of, same_name
from onrecord.evaluation.scoring.common import Result, Row, ratio
from onrecord.model import Condition, Event, Report, Statement
from onrecord.present.accounts import Account
from onrecord.present.readouts import compare
from onrecord.reader import load
from onrecord.resources.names import fold

_KINDS = {"humanitarian situation": "humanitarian"}


class Sheet:
    """What was asked, what of it was found, and a line for each that was not."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.given: Counter[str] = Counter()
        self.asked_for: Counter[str] = Counter()

    def hold(self, field: str, right: bool, what: str) -> None:
        """One line of a reading: whether it is right, and what to print where it is not."""
        self.asked[field] += 1
        self.found[field] += right
        if not right:
            self.wrong.append(f"{field}: {what}")

    def miss(self, fields: Sequence[str]) -> None:
        """The fields of a record that was not found at all."""
        self.asked.update(fields)

    def give(self, kind: str, records: int, unasked: Sequence[str]) -> None:
        """How many records of a kind a report has, and those of them that no line of its reading asks for."""
        self.given[kind] += records
        self.asked_for[kind] += records - len(unasked)
        self.wrong += [f"beyond the reading: {told}" for told in unasked]

    def add(self, other: "Sheet") -> None:
        """Count another sheet's lines and records too."""
        for mine, more in ((self.asked, other.asked), (self.found, other.found), (self.given, other.given),
                           (self.asked_for, other.asked_for)):  # fmt: skip
            mine.update(more)

    def result(self) -> Result:
        """Shares by field, over all lines ("all"), and of the records given those that are asked for ("… wanted")."""
        shares = {field: ratio(self.found[field], n) for field, n in self.asked.items()}
        wanted = {f"{kind} wanted": ratio(self.asked_for[kind], n) for kind, n in self.given.items()}
        return {**shares, **wanted, "all": ratio(self.found.total(), self.asked.total())}


def hold_statements(gold: Sequence[Row], report: Report, text: str, sheet: Sheet) -> dict[str, Statement]:
    """The statements matched with the reading's, one to one in its order, by its ids."""
    matched: dict[str, Statement] = {}
    for label in gold:
        taken = {one.id for one in matched.values()}
        pool = [
            (alike, (one.parent is None) == (label["parent"] is None), one)
            for one in report.statements
            if one.id not in taken and (alike := alike_statement(label, one, text)) >= SAME_WORDS
        ]
        fields = ["statement kind", "channel"] + ["speaker"] * bool(label["speaker"])
        fields += ["addressee"] * bool(label["addressees"]) + ["nesting"] * bool(label["parent"])
        told = f"{label['id']} {label['content'][0]['text'][:60]!r}"
        sheet.hold("statement", bool(pool), f"missing {told}")
        if pool:
            matched[label["id"]] = max(pool, key=lambda found: found[:2])[2]
            _hold_statement(label, matched, told, sheet)
        else:
            sheet.miss(fields)
    return matched


def _hold_statement(label: Row, matched: dict[str, Statement], told: str, sheet: Sheet) -> None:
    one = matched[label["id"]]
    sheet.hold("statement kind", one.kind == label["kind"], f"{told}: {one.kind} for {label['kind']}")
    sheet.hold("channel", one.channel == label["channel"], f"{told}: {one.channel} for {label['channel']}")
    if label["speaker"]:
        name = one.speaker.name if one.speaker else None
        sheet.hold("speaker", same_name(label["speaker"], name), f"{told}: {name!r} for {label['speaker']!r}")
    if label["addressees"]:
        to = covers(label["addressees"], one.addressees)
        sheet.hold("addressee", to, f"{told}: {names_of(one.addressees)} for {label['addressees']}")
    if label["parent"]:
        above = matched.get(label["parent"])
        nested = above is not None and one.parent == above.id
        sheet.hold("nesting", nested, f"{told}: in {one.parent} for {label['parent']}")


def hold_events(gold: Sequence[Row], report: Report, text: str, matched: dict[str, Statement], sheet: Sheet) -> None:
    """The events of a reading, each by the event of its type whose parties fit best."""
    for label in gold:
        pool = [one for one in report.events if is_event(label, one, text)]
        told = f"{label['id']} {label['event']} {label['anchor']['text']!r}"
        sheet.hold("event", bool(pool), f"missing {told}")
        if pool:
            best = max(
                pool, key=lambda e: covers(label["actors"], e.actors) + covers(label["recipients"], e.recipients)
            )
            _hold_event(label, best, report, matched, told, sheet)
        else:
            fields = ["event mode", "event actors", "event status", "on whose word"]
            sheet.miss([*fields, *["event recipients"] * bool(label["recipients"])])


def _performs(one: Event, report: Report) -> bool:
    """Whether an act is the word that reports an outermost statement: "rejected the charge" is the report's and his."""
    own = next((s for s in report.statements if s.id == one.statement), None)
    return own is not None and own.parent is None and own.cue is not None and own.cue.overlap(one.anchor) > 0


def _hold_event(label: Row, one: Event, report: Report, matched: dict[str, Statement], told: str, sheet: Sheet) -> None:
    sheet.hold("event mode", one.mode == label["mode"], f"{told}: {one.mode} for {label['mode']}")
    actors = covers(label["actors"], one.actors)
    sheet.hold("event actors", actors, f"{told}: {names_of(one.actors)} for {label['actors']}")
    if label["recipients"]:
        to = covers(label["recipients"], one.recipients)
        sheet.hold("event recipients", to, f"{told}: {names_of(one.recipients)} for {label['recipients']}")
    sheet.hold("event status", one.status == label["status"], f"{told}: {one.status} for {label['status']}")
    source = matched.get(label["source_statement"])
    right = one.statement == (source.id if source else None) or (source is None and _performs(one, report))
    sheet.hold("on whose word", right, f"{told}: {one.statement} for {label['source_statement']}")


def hold_conditions(gold: Sequence[Row], report: Report, text: str, sheet: Sheet) -> None:
    """The conditions of a reading, each by the first of its kind in its clause, and no closed one by one that opens."""
    for label in gold:
        pool = [one for one in report.conditions if is_condition(label, one, text)]
        told = f"{label['id']} {label['kind']} {label['evidence']['text'][:50]!r}"
        sheet.hold("condition", bool(pool), f"missing {told}")
        if pool:
            kind = _KINDS.get(label["kind"], label["kind"])
            best = [one for one in pool if one.kind == kind]
            if label.get("state") in ("closed", "blocked"):
                best = [one for one in best if one.state != "open"] or best
            sheet.hold("condition kind", bool(best), f"{told}: {[one.kind for one in pool]}")
            _hold_condition(label, (best or pool)[0], told, sheet)
        else:
            extra = [f"condition {key}" for key in ("place", "sectors", "severity", "restricted") if label.get(key)]
            sheet.miss(["condition kind", *extra, *["condition since"] * bool(label.get("since_end"))])


def _one_of(noun: str) -> str:
    """A noun without the mark of the plural: a reading's "trains" are "no train"."""
    return noun.removesuffix("ies") if noun.endswith("ies") else noun.removesuffix("s")


def _hold_condition(label: Row, one: Condition, told: str, sheet: Sheet) -> None:
    if "place" in label:
        places = [one.place.name, one.place.mention.text] if one.place else []
        right = any(same_name(label["place"], place) for place in places)
        sheet.hold("condition place", right, f"{told}: {places} for {label['place']!r}")
    if label.get("sectors"):
        known = {s for s in label["sectors"] if " " not in s}
        sheet.hold("condition sectors", known <= set(one.sectors), f"{told}: {one.sectors} for {label['sectors']}")
    if label.get("severity"):
        right = one.severity == label["severity"]
        sheet.hold("condition severity", right, f"{told}: {one.severity} for {label['severity']}")
    if label.get("restricted"):
        got = " ".join(one.restricted)
        kept = all(_one_of(name_words(word)[-1]) in fold(got) for word in label["restricted"])
        sheet.hold("condition restricted", kept, f"{told}: {got!r} for {label['restricted']}")
    if label.get("since_end"):
        end = one.since.end if one.since else None
        sheet.hold("condition since", end == label["since_end"], f"{told}: {end} for {label['since_end']}")


def hold_agreements(gold: Sequence[Row], report: Report, sheet: Sheet) -> None:
    """Each agreement by its date, and whether any obligation of it was found where the reading has one."""
    for label in gold:
        pool = [one for one in report.agreements if one.date == label["date"]]
        dates = [(one.name, one.date) for one in report.agreements]
        sheet.hold("agreement", bool(pool), f"missing {label['name']} among {dates}")
        if label["obligations"]:
            found = bool(pool and pool[0].obligations)
            sheet.hold("agreement obligations", found, f"{label['name']}: none")


def hold_times(gold: Sequence[Row], report: Report, sheet: Sheet) -> None:
    """Each time by any mention that holds its words and has its value ("or more" and the time of day aside)."""
    values = [(m.time.mention.text, m.time.value) for m in report.mentions if m.time and m.time.mention]
    for label in gold:
        want = next(value for key, value in label.items() if key.startswith("value"))
        got = [value for words, value in values if label["text"] in words]
        right = any(value and value.rstrip("+") == want.rstrip("+") for value in got)
        sheet.hold("time", right, f"{label['text']}: {got} for {want}")


def hold_comparison(gold: Row, report: Report, matched: dict[str, Statement], sheet: Sheet) -> None:
    """Whether two accounts are found, and each statement of the reading's sides in the right one of them."""
    found = compare([report])
    accounts = found.sides if found else ()
    sheet.hold("readouts", bool(accounts), f"no two accounts of {list(gold['sides'])}")
    sides: list[tuple[str, list[str]]] = list(gold["sides"].items())
    ids = [{matched[name].id for name in names if name in matched} for _, names in sides]
    orders = [tuple(accounts), tuple(reversed(accounts))] if accounts else []
    best = max(
        orders, key=lambda order: sum(len(i & _told(a, report)) for i, a in zip(ids, order, strict=True)), default=()
    )
    for n, (side, names) in enumerate(sides):
        for name in names:
            told = name in matched and bool(best) and matched[name].id in _told(best[n], report)
            sheet.hold("readout side", told, f"{name} not told by {side} ({[a.label for a in accounts]})")


def _told(account: Account, report: Report) -> set[str]:
    """The statements of an account with those that they stand in: an account names the innermost."""
    above = {one.id: one.parent for one in report.statements}
    told: set[str] = set()
    for name in account.statements:
        inner: str | None = name
        while inner is not None:
            told.add(inner)
            inner = above.get(inner)
    return told


def hold(gold: Row, text: str, report: Report, sheet: Sheet) -> None:
    """Hold one report against its reading, every line of it."""
    matched = hold_statements(gold["statements"], report, text, sheet)
    hold_events(gold["events"], report, text, matched, sheet)
    hold_conditions(gold["conditions"], report, text, sheet)
    hold_agreements(gold["agreements"], report, sheet)
    hold_times(gold["times"], report, sheet)
    if gold.get("readout_comparison"):
        hold_comparison(gold["readout_comparison"], report, matched, sheet)
    for kind, records, unasked in beyond(gold, text, report):
        sheet.give(kind, records, unasked)


def articles(folder: Path) -> Iterator[tuple[str, str, Row]]:
    """Name, text and reading of each article; raises InputError (OR-E001) where there are none."""
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        raise InputError(Code.E001, source=folder, reason="no readings (*.gold.json) there")
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield path.name.removesuffix(".gold.json"), (folder / gold["document"]).read_text(encoding="utf-8"), gold


def evaluate(folder: Path, quiet: bool = True) -> tuple[Result, list[str]]:
    """The figures by field over all articles of a folder, and lines: what is wrong, then found and asked."""
    reader = load()
    whole, told = Sheet(), []
    for name, text, gold in articles(folder):
        report = reader.read(text, published=gold["published_when_known"])
        own = Sheet()
        hold(gold, text, report, own)
        whole.add(own)
        told += [] if quiet else [f"== {name}", *own.wrong]
        sizes = [
            f"{len(getattr(report, kind))} for {len(gold[kind])} {kind}"
            for kind in ("statements", "events", "conditions")
        ]
        told.append(f"{name}: {own.found.total()}/{own.asked.total()}; {', '.join(sizes)}")
    told += [f"{field} {whole.found[field]}/{n}" for field, n in whole.asked.items()]
    told += [f"{kind} given that are asked for {whole.asked_for[kind]}/{n}" for kind, n in whole.given.items()]
    told.append(f"all {whole.found.total()}/{whole.asked.total()}")
    return {"task": "articles", **whole.result()}, told


def main() -> None:
    """Print what is missing or wrong, and the figures."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.evaluation.articles", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("tests/articles"), help="where the articles are")
    parser.add_argument("--quiet", action="store_true", help="figures only")
    args = parser.parse_args()
    print("\n".join(evaluate(args.folder, args.quiet)[1]))  # noqa: T201


if __name__ == "__main__":
    main()
