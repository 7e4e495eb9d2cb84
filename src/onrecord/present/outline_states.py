"""Lines for conditions, agreements, dates, and what stays open."""

from onrecord.present.agreements import Pact
from onrecord.present.chain import attribution
from onrecord.present.conditions import State
from onrecord.present.entry import Entry
from onrecord.present.phrases import count, flat, marks, quoted, times, who
from onrecord.present.timeline import Moment
from onrecord.present.unresolved import Open

_NOUNS = {
    "access": "access", "shortage": "shortage", "humanitarian": "humanitarian situation",
    "displacement": "displacement", "casualties": "casualties", "damage": "damage",
    "security": "security situation",
}  # fmt: skip


def state(one: State) -> Entry:
    """A condition: where, what, how bad, since when, and always on whose word."""
    place = "(place not said)" if one.place is None else one.place.label
    return Entry(
        head=f"{place}: {described(one)}",
        marks=_marks(one),
        words=quoted(flat(one.words.text)),
        notes=tuple(note for note in (_since(one), *_extent(one), _cause(one), _vouched(one)) if note),
        voice=one.word[-1].key if one.word else "",
        records=one.records,
        spans=one.spans,
    )


def described(one: State) -> str:
    """What the condition is: "blocked", "critical shortage of food and health"."""
    noun = _NOUNS[one.kind]
    if one.kind == "access":
        return " ".join(part for part in (one.severity, one.state or "access disturbed") if part)
    words = [part for part in (one.severity, one.state, noun) if part]
    of = f" ({', '.join(one.sectors)})" if one.sectors else ""
    return " ".join(dict.fromkeys(words)) + of


def pact(one: Pact) -> Entry:
    """An agreement: its date, what it obliges to, who is said to have broken it."""
    breaches = (
        f"breach alleged by {who(act.by) or '(not said who)'} against {who(act.to) or '(not said whom)'}"
        for act in one.breaches
    )
    parties = who(one.parties)
    return Entry(
        head=one.name,
        notes=(
            one.date or "undated",
            *((f"between {parties}",) if parties else ()),
            *(f"obliges to: {flat(span.text)}" for span in one.obligations),
            *dict.fromkeys(breaches),
        ),
        records=one.records,
        spans=one.spans,
    )


def moments(found: tuple[Moment, ...]) -> tuple[Entry, ...]:
    """Dated records in date order; none where there is only one, which another section shows."""
    return tuple(map(_moment, found)) if len(found) > 1 else ()


def _moment(one: Moment) -> Entry:
    return Entry(
        head=f"{one.days}  {flat(one.what)}",
        words=None if one.words is None else quoted(flat(one.words.text)),
        marks=marks(one.status, one.negated),
        notes=(attribution(one.word),) if one.word else (),
        records=one.records,
        spans=one.spans,
    )


def open_ends(found: tuple[Open, ...]) -> tuple[Entry, ...]:
    """Words that stay open, one line for each reason with the words inside it."""
    reasons: dict[tuple[str, str], list[Entry]] = {}
    for one in found:
        reasons.setdefault((one.kind, one.why), []).append(_open_end(one))
    return tuple(
        Entry(head=f"{kind if len(inside) == 1 else kind + 's'} {why}", inside=tuple(inside))
        for (kind, why), inside in reasons.items()
    )


def _open_end(one: Open) -> Entry:
    often = "" if len(one.spans) < 2 else f" ({times(len(one.spans))})"
    return Entry(head=f"{quoted(one.words)}{often}", records=one.records, spans=one.spans)


def _marks(one: State) -> tuple[str, ...]:
    return tuple("not so" if mark == "has not happened" else mark for mark in marks(one.status, one.negated))


def _since(one: State) -> str:
    if one.since is None:
        return ""
    lasted = "" if one.days is None else f", at least {count(one.days, 'day')} by publication"
    return f"since {one.since.phrase}{lasted}"


def _extent(one: State) -> tuple[str, ...]:
    return tuple(
        f"{label}: {value}"
        for label, value in (
            ("restricted", ", ".join(one.restricted)),
            ("affected", one.affected),
            ("quantity", one.quantity),
        )
        if value
    )


def _cause(one: State) -> str:
    return "" if one.cause_label is None else f"because of: {one.cause_label}"


def _vouched(one: State) -> str:
    return attribution(one.word) or "on the report’s own word"
