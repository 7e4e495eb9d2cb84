"""Which of the conditions found are states of affairs: not what is only asked for, dreaded or meant.

That a road be opened is a demand, told as one among statements and events; it says how things stand only where nothing
else in the report does. Whoever would open it, if, has not.
"""

from collections.abc import Iterable

from onrecord.extract.drafts import ConditionDraft

_SUFFERED = frozenset(["shortage", "humanitarian", "casualties", "damage"])


def states(told: Iterable[ConditionDraft]) -> tuple[ConditionDraft, ...]:
    """The conditions of a report that are states of affairs, in the order given."""
    found = tuple(told)
    closed = any(draft.kind == "access" and draft.state != "open" and draft.status == "asserted" for draft in found)
    return tuple(draft for draft in found if not _only_wanted(draft, closed))


def _only_wanted(draft: ConditionDraft, closed: bool) -> bool:
    if draft.kind in _SUFFERED:
        bare = draft.kind == "shortage" and not draft.sectors and draft.quantity is None
        return draft.status == "demanded" or (draft.status == "planned" and bare)
    if draft.kind != "access":
        return False
    if draft.state != "open":
        meant = draft.status == "hypothetical" and draft.evidence.text.startswith("to ")  # "any attempt to close it"
        return meant or draft.status == "demanded" or (draft.negated and draft.status in ("planned", "hypothetical"))
    return draft.status == "hypothetical" or (draft.status == "demanded" and closed)
