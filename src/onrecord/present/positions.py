"""Who stands where on what: side by issue, the issues found in the texts or named by the user."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Report
from onrecord.present.basis import basis
from onrecord.present.grounds import Ground, gathered
from onrecord.present.phrases import flat
from onrecord.present.points import Names
from onrecord.present.stances import Stance, Taken, stances
from onrecord.present.wording import term, weight, words

OTHER = "other matters"
"""The issue of a stance that names no place, no agreement and nothing that others have in common with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One side's stance on one issue, with the days on which it was first and last taken (ISO dates).

    `before` is the side's stance on the issue that was first taken last before this one; null for the first.
    """

    issue: str
    side: str
    stance: Stance
    by: tuple[str, ...]
    before: Stance | None
    first: str | None
    last: str | None
    words: tuple[str, ...]
    grounds: tuple[Ground, ...]


def positions(reports: Sequence[Report], issues: Sequence[str] = ()) -> tuple[Position, ...]:
    """Every position, by issue and side in the order in which the stances were taken.

    Without `issues`, each stance belongs to the agreement it names, else to that of its places and words that most
    stances have in common. With `issues`, to each one all of whose words it has; the others are left out.
    """
    ordered = sorted(reports, key=_place)
    sides = basis(reports).sides
    taken = [one for report in ordered for one in stances(report, sides.names, sides.affiliations[id(report)])]
    named = {key: Names(report) for key, report in {id(one.report): one.report for one in taken}.items()}
    terms = [_terms(one, named[id(one.report)]) for one in taken]
    common = Counter(key for found in terms for key in found)
    called = {key: label for found in reversed(terms) for key, label in found.items()}
    groups: dict[tuple[str, str, Stance], list[Taken]] = {}
    for one, found in zip(taken, terms, strict=True):
        for issue in _named(found, issues) if issues else _issue(one, found, common, called):
            groups.setdefault((issue, one.side, one.stance), []).append(one)
    rows = sorted(
        (_position(issue, group) for (issue, _, _), group in groups.items()),
        key=lambda row: (row.issue, row.side, row.first or "9999", row.grounds),
    )
    return tuple(_after(rows))


def _place(report: Report) -> tuple[str, str]:
    return report.document.published or "9999", report.document.id


def _terms(one: Taken, names: Names) -> dict[str, str]:
    """What a stance is about: places and words that tell something, each with the words for it in the text."""
    named = names.inside(one.about)
    known = [(span.start, span.end) for _, span in named]
    known += [(one.anchor.start, one.anchor.end)] if one.anchor is not None else []
    found = {key: flat(span.text).removeprefix("the ") for key, span in named if key.startswith("place:")}
    before = one.about.start
    for start, end, word in words(one.about.text):
        if weight(word) == 1.0 and not any(a < before + end and before + start < b for a, b in known):
            found.setdefault(term(word), word.lower())
    return found


def _issue(one: Taken, found: dict[str, str], common: Counter[str], called: dict[str, str]) -> list[str]:
    """The agreement in the words of a stance, else the commonest of what it is about: place, concept, word."""
    words_ = [ground.span for ground in one.grounds]
    for agreement in one.report.agreements:
        if any(span.overlap(mention) for mention in agreement.mentions for span in words_):
            return [agreement.name]
    telling = [key for key in found if common[key] > 1 or key.startswith(("place:", "~"))]
    if not telling:
        return [OTHER] if found else []
    key = min(telling, key=lambda k: (-common[k], not k.startswith("place:"), not k.startswith("~")))
    return [key[1:] if key.startswith("~") else called[key]]


def _named(found: dict[str, str], issues: Sequence[str]) -> list[str]:
    have = {*found, *(term(word) for words_ in found.values() for _, _, word in words(words_))}
    return [issue for issue in issues if {term(word) for _, _, word in words(issue)} <= have]


def _position(issue: str, group: list[Taken]) -> Position:
    days = [one.day for one in group if one.day is not None]
    return Position(
        issue=issue,
        side=group[0].side,
        stance=group[0].stance,
        by=tuple(dict.fromkeys(one.by for one in group)),
        before=None,
        first=min(days, default=None),
        last=max(days, default=None),
        words=tuple(dict.fromkeys(flat(one.about.text) for one in group)),
        grounds=gathered(ground for one in group for ground in one.grounds),
    )


def _after(rows: list[Position]) -> list[Position]:
    """Rows with the stance that the same side took on the same issue on an earlier day."""
    shifted: list[Position | None] = [None, *rows]
    return [
        replace(row, before=old.stance) if old is not None and _follows(old, row) else row
        for old, row in zip(shifted, rows, strict=False)
    ]


def _follows(old: Position, row: Position) -> bool:
    same = (old.issue, old.side) == (row.issue, row.side)
    return same and (old.first or "9999") < (row.first or "9999")
