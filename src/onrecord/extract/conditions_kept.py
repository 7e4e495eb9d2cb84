"""Which of the conditions found are states of affairs: not what is only asked for, dreaded or meant.

That a road be opened is a demand, told as one among statements and events; it says how things stand only where nothing
else in the report does. Whoever would open it, if, has not.
"""

import re
from collections.abc import Iterable

from onrecord.extract.drafts import ConditionDraft

_CLOSED_SO_FAR = re.compile(r"\b(?:re-?open|lift|unblock|unseal)", re.IGNORECASE)
"""Verbs that ask for a way to be opened and so tell that it is closed: "reopen", not "open" or "let"."""
_SUFFERED = frozenset(["shortage", "humanitarian", "casualties", "damage"])


def states(told: Iterable[ConditionDraft]) -> tuple[ConditionDraft, ...]:
    """The conditions of a report that are states of affairs, in the order given."""
    found = tuple(told)
    closed = [d.evidence.start for d in found if d.kind == "access" and d.state != "open" and d.status == "asserted"]
    first = min(closed, default=None)
    return tuple(draft for draft in found if not _only_wanted(draft, first))


def _only_wanted(draft: ConditionDraft, closed: int | None) -> bool:
    """Whether a condition is no state of affairs; `closed`: where the report first tells of a closed way."""
    if draft.kind in _SUFFERED:
        bare = draft.kind == "shortage" and not draft.sectors and draft.quantity is None
        return draft.status == "demanded" or (draft.status == "planned" and bare)
    if draft.kind != "access":
        return False
    if draft.state != "open":
        meant = draft.status == "hypothetical" and draft.evidence.text.startswith("to ")  # "any attempt to close it"
        return meant or draft.status == "demanded" or (draft.negated and draft.status in ("planned", "hypothetical"))
    if draft.status != "demanded" or closed is None:
        return draft.status == "hypothetical"
    return closed < draft.evidence.start or not _CLOSED_SO_FAR.search(draft.evidence.text)
