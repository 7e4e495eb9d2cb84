"""Every condition once: what two readers tell of one state of affairs in the same words is one record.

The surest is told first (rules before the learned reader, of its own the surest); a later one of the same words gives
it the parts that it lacks.
"""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span

_WANT = ("shortage", "humanitarian")
_AHEAD = ("demanded", "hypothetical", "planned")


def once(told: Iterable[ConditionDraft]) -> tuple[ConditionDraft, ...]:
    """The conditions without those that an earlier one tells in the same words, in the order given."""
    kept: list[ConditionDraft] = []
    for draft in told:
        at = next((n for n, other in enumerate(kept) if _one_state(other, draft)), None)
        if at is None:
            kept.append(draft)
        else:
            surer, other = kept[at], draft
            if surer.kind == other.kind and surer.status in _AHEAD and other.status == "asserted":
                surer, other = other, surer  # "lift the closure": it is there, whatever is asked
            elif surer.kind == "humanitarian" and surer.state is None and other.kind == "shortage" and other.sectors:
                surer, other = other, surer  # what lacks is told, not only that somebody suffers
            kept[at] = _together(surer, other)
    return tuple(kept)


def _one_state(first: ConditionDraft, second: ConditionDraft) -> bool:
    """Whether two tell one state of affairs: of one sort, and the words of one stand in those of the other."""
    if first.kind == second.kind and first.kind in _WANT and _run_on(first, second):
        return True  # one clause that the parser takes for two: "the ward had", "no blood left"
    if not (first.evidence in second.evidence or second.evidence in first.evidence):
        return False
    if first.kind == "access" and second.kind == "access":
        return first.state == second.state or first.status in _AHEAD or second.status in _AHEAD
    if first.kind == second.kind:
        return first.quantity is None or second.quantity is None or first.quantity == second.quantity
    if {first.kind, second.kind} <= set(_WANT):
        return True
    kinds = {first.kind, second.kind}
    if kinds == {"access", "humanitarian"}:  # lorries that are stranded, buses that have stopped
        return True
    return first.evidence == second.evidence and (kinds == {"access", "shortage"} or "security" in kinds)


def _run_on(first: ConditionDraft, second: ConditionDraft) -> bool:
    """Whether the words of one follow on those of the other with only a blank between."""
    earlier, later = sorted((first.evidence, second.evidence))
    return later.start - earlier.end == 1


def _together(first: ConditionDraft, second: ConditionDraft) -> ConditionDraft:
    """The first with the parts that only the second has, in the longer of both words."""
    alike = first.kind == second.kind or {first.kind, second.kind} <= set(_WANT)
    wider = second.evidence if first.evidence in second.evidence else first.evidence
    if _run_on(first, second):
        earlier, later = sorted((first.evidence, second.evidence))
        wider = Span(earlier.start, later.end, f"{earlier.text} {later.text}")
    return replace(
        first,
        place=first.place or second.place,
        severity=first.severity or second.severity,
        sectors=tuple(dict.fromkeys((*first.sectors, *second.sectors))) if alike else first.sectors,
        restricted=first.restricted or (second.restricted if alike else ()),
        affected=first.affected or second.affected,
        since=first.since or second.since,
        quantity=first.quantity or second.quantity,
        cause=first.cause or second.cause,
        evidence=wider,
    )
