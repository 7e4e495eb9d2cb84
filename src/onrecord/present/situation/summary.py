"""The summary: a few sentences, each built from rows of ledgers and from contacts, nothing added."""

from collections.abc import Iterator, Sequence

from onrecord.present.grounds import Ground, gathered
from onrecord.present.ledgers import AgreementRow, ConditionRow, Episode, RequestRow
from onrecord.present.phrases import count, listing, marks, quoted, several, shortened
from onrecord.present.situation.happenings import Happening
from onrecord.present.situation.line import Line, sentence
from onrecord.present.situation.sources import Numbers
from onrecord.present.situation.tables import Row, Table

_ROUTES, _DEMANDS, _PLEDGES, _PACTS, _CONTACTS, _NEEDS = 4, 4, 3, 3, 4, 4
"""Lines of each kind at most: those that most tellings stand behind."""
_WORDS = 160
"""Characters of quoted words in a line."""


def summary(tables: Sequence[Table], happenings: Sequence[Happening], numbers: Numbers) -> tuple[Line, ...]:
    """The lines that most tellings stand behind: routes, agreements, demands, promises, contacts, people's needs."""
    rows = {table.name: table.rows for table in tables}
    lines = [
        *(_line("access", *told, numbers) for told in _routes(rows.get("access", ()), numbers)),
        *(_line("agreements", *told, numbers) for told in _pacts(rows.get("agreements", ()))),
        *(_line("demands", *told, numbers) for told in _asked(rows.get("demands", ()))),
        *(_line("pledges", *told, numbers) for told in _promised(rows.get("pledges", ()))),
        *(_line("contacts", *told, numbers) for told in _contacts(happenings)),
        *(_line("humanitarian", *told, numbers) for told in _needs(rows.get("humanitarian", ()))),
    ]
    return tuple(line for line in lines if line.grounds)


type Told = tuple[str, tuple[Ground, ...]]


def _line(about: str, text: str, grounds: tuple[Ground, ...], numbers: Numbers) -> Line:
    return Line(about=about, text=sentence(text), sources=numbers.grounded(grounds), grounds=grounds)


def most_told(rows: Sequence[Row], most: int) -> list[Row]:
    """The rows that most tellings stand behind, in their own order."""
    best = sorted(range(len(rows)), key=lambda n: (-rows[n].tellings, n))[:most]
    return [rows[n] for n in sorted(best)]


def _routes(rows: Sequence[Row], numbers: Numbers) -> Iterator[Told]:
    """One line a route: what most say of it, then who says otherwise."""
    routes: dict[str, list[Episode]] = {}
    for row in rows:
        if isinstance(row.row, Episode) and row.row.status in ("asserted", "alleged", "denied"):
            routes.setdefault(row.row.route.casefold(), []).append(row.row)
    weight = {key: numbers.tellings([g.doc for e in found for g in e.grounds]) for key, found in routes.items()}
    for key in sorted(routes, key=lambda k: (-weight[k], k))[:_ROUTES]:
        found = routes[key]
        parts = list(dict.fromkeys(_episode(one) for one in found))[:4]
        contested = " (contested)" if any(one.contested for one in found) else ""
        yield f"{found[0].route}{contested}: {'; '.join(parts)}", gathered(g for e in found for g in e.grounds)


def _episode(one: Episode) -> str:
    begun = "" if one.since_to is None else (
        f" since {one.since_to}" if one.since_from == one.since_to else f" since {one.since_to} or earlier"
    )  # fmt: skip
    lasted = "" if one.days_least is None or not begun else f", at least {count(one.days_least, 'day')}"
    denied = "denied to be " if one.status == "denied" else ""
    return f"{denied}{one.state}{begun}{lasted} {vouched(one.word)}".strip()


def vouched(word: str) -> str:
    """Whose word it is; the report's own where nobody else's."""
    return word or "as reported"


def _pacts(rows: Sequence[Row]) -> Iterator[Told]:
    for row in most_told([r for r in rows if isinstance(r.row, AgreementRow)], _PACTS):
        pact: AgreementRow = row.row
        accused = list(
            dict.fromkeys(
                f"{_named(b.accuser)} accuses {_named(b.accused, 'somebody')} of breaking it" for b in pact.breaches
            )
        )
        if len(accused) > _SHOWN:
            accused = [*accused[:_SHOWN], f"{len(accused) - _SHOWN} more accuse somebody of breaking it"]
        denied = [f"{_few(pact.denied_by)} denies"] if pact.denied_by else []
        dated = f" of {pact.date}" if pact.date and pact.date[:4] not in pact.name else ""
        told = "; ".join([*accused, *denied]) or "named, no breach alleged"
        grounds = gathered([*pact.grounds, *(g for b in pact.breaches for g in b.grounds)])
        yield f"{pact.name}{dated}: {told}", grounds


def _asked(rows: Sequence[Row]) -> Iterator[Told]:
    standing = [r for r in rows if isinstance(r.row, RequestRow) and r.row.status != "hypothetical"]
    for row in most_told(standing, _DEMANDS):
        one: RequestRow = row.row
        until = f", {_due(one.by_when)}" if one.by_when and one.by_when not in one.what else ""
        again = f", repeated by {_few(one.repeated_by)}" if one.repeated_by else ""
        answers = [f"{a.outcome} by {_named(a.who)}{_on(a.day)}" for a in one.answers]
        told = "; ".join(dict.fromkeys(answers)) or "no answer found"
        does = "ask" if several(one.who) else "asks"
        asks = f"{_named(one.who)} {does}{_to(one.whom)} for {_quote(one.what)}{until}{_on(one.first)}{again}: {told}"
        yield asks, gathered([*one.grounds, *(g for a in one.answers for g in a.grounds)])


def _promised(rows: Sequence[Row]) -> Iterator[Told]:
    for row in most_told([r for r in rows if isinstance(r.row, RequestRow)], _PLEDGES):
        one: RequestRow = row.row
        kept = "; ".join(dict.fromkeys(f"{a.outcome}{_on(a.day)}" for a in one.answers))
        does = "promise" if several(one.who) else "promises"
        told = f"{_named(one.who)} {does}{_to(one.whom)} {_quote(one.what)}{_on(one.first)}"
        yield (
            told + (f": {kept}" if kept else ""),
            gathered([*one.grounds, *(g for a in one.answers for g in a.grounds)]),
        )


def _contacts(happenings: Sequence[Happening]) -> Iterator[Told]:
    held = [one for one in happenings if one.kind == "contact" and one.dated]
    best = sorted(range(len(held)), key=lambda n: (-held[n].tellings, n))[:_CONTACTS]
    for one in (held[n] for n in sorted(best)):
        noted = "".join(f" [{mark}]" for mark in marks(one.status, one.negated))
        differ = f" (reports differ: {'; '.join(one.differences)})" if one.differences else ""
        yield f"{one.days}: {one.what}{noted}{differ}", one.grounds


def _needs(rows: Sequence[Row]) -> Iterator[Told]:
    for row in most_told([r for r in rows if isinstance(r.row, ConditionRow)], _NEEDS):
        one: ConditionRow = row.row
        what = " ".join(part for part in (one.severity, one.state, one.kind if not one.state else "") if part)
        of = f" ({', '.join(one.sectors)})" if one.sectors else ""  # sectors: nobody is short of health
        fear = {"hypothetical": "feared: ", "denied": "denied: "}.get(one.status, "")
        much = f", {one.quantity}" if one.quantity else ""
        begun = f" since {one.since_to}" if one.since_to else ""
        yield f"{one.place or 'Place not said'}: {fear}{what}{of}{much}{begun} {vouched(one.word)}", one.grounds


def _due(words: str) -> str:
    """A deadline as it is said, with "by" before a bare date."""
    return f"by {words}" if words[:1].isdigit() else words


def _quote(words: str) -> str:
    return quoted(shortened(words, _WORDS))


_SHOWN = 6
"""Names or accusations that a sentence of the summary tells; the rest is counted."""


def _few(labels: Sequence[str]) -> str:
    return listing([*labels[:_SHOWN], *([f"{len(labels) - _SHOWN} more"] if len(labels) > _SHOWN else [])])


def _named(labels: Sequence[str], nobody: str = "somebody not named") -> str:
    return listing(labels) or nobody


def _to(labels: Sequence[str]) -> str:
    return f" {listing(labels)}" if labels else ""


def _on(day: str | None) -> str:
    return f" ({day})" if day else ""
