"""What is contested or open: states told both ways, demands without an answer, accounts that differ."""

from collections.abc import Iterator, Sequence

from onrecord.present.grounds import gathered
from onrecord.present.ledgers import AgreementRow, Episode, RequestRow
from onrecord.present.phrases import listing, quoted, several, shortened
from onrecord.present.situation.happenings import Happening
from onrecord.present.situation.line import Line, sentence
from onrecord.present.situation.sources import Numbers
from onrecord.present.situation.summary import vouched
from onrecord.present.situation.tables import Table

_WORDS = 160


def questions(tables: Sequence[Table], happenings: Sequence[Happening], numbers: Numbers) -> tuple[Line, ...]:
    """Every open question with the words it stands on: contested first, then unanswered, then told differently."""
    rows = {table.name: [row.row for row in table.rows] for table in tables}
    found = [
        *_contested(rows.get("access", ())),
        *_broken(rows.get("agreements", ())),
        *_unanswered(rows.get("demands", ())),
        *_differing(happenings),
    ]
    return tuple(
        Line(about=about, text=sentence(text), sources=numbers.grounded(grounds), grounds=grounds)
        for about, text, grounds in found
        if grounds
    )


type _Open = Iterator[tuple[str, str, tuple]]  # type: ignore[type-arg]


def _contested(rows: Sequence[object]) -> _Open:
    routes: dict[str, list[Episode]] = {}
    for row in rows:
        if isinstance(row, Episode) and row.contested:
            routes.setdefault(row.route.casefold(), []).append(row)
    for found in routes.values():
        told = dict.fromkeys(
            f"{'denied to be ' if one.status == 'denied' else ''}{one.state} {vouched(one.word)}" for one in found
        )
        yield "contested", f"{found[0].route}: {'; '.join(told)}", gathered(g for e in found for g in e.grounds)


def _broken(rows: Sequence[object]) -> _Open:
    for row in rows:
        if isinstance(row, AgreementRow) and row.breaches and (row.denied_by or _both(row)):
            names = tuple(dict.fromkeys(name for b in row.breaches for name in b.accuser)) or ("somebody",)
            alleges = f"{listing(names)} {'allege' if len(names) > 1 else 'alleges'} a breach"
            denied = (
                f", which {listing(row.denied_by)} denies" if row.denied_by else ", and each side accuses the other"
            )
            text = f"who broke the {row.name}: {alleges}{denied}"
            yield "contested", text, gathered([*row.grounds, *(g for b in row.breaches for g in b.grounds)])


def _both(row: AgreementRow) -> bool:
    accusers = {name for b in row.breaches for name in b.accuser}
    return any(name in accusers for b in row.breaches for name in b.accused)


def _unanswered(rows: Sequence[object]) -> _Open:
    for row in rows:
        if isinstance(row, RequestRow) and not row.answers and row.who and row.status in ("asserted", "alleged"):
            whom = f" {listing(row.whom)}" if row.whom else ""
            what = quoted(shortened(row.what, _WORDS))
            asks = "ask" if several(row.who) else "asks"
            yield (
                "unanswered",
                f"{listing(row.who)} {asks}{whom} for {what}: no answer found in these reports",
                row.grounds,
            )


def _differing(happenings: Sequence[Happening]) -> _Open:
    for one in happenings:
        if one.differences:
            yield "told differently", f"{one.what}: {'; '.join(one.differences)}", one.grounds
