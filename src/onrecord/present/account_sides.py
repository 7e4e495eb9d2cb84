"""For which side the teller of a statement speaks: his state, his principal's, or the one his paragraph opens with."""

import re
from collections.abc import Sequence

from onrecord.model import Actor, Report, Statement
from onrecord.present.affiliation import Affiliations
from onrecord.present.mentioned import mentioned

OPENING = 12
"""Code points from its beginning in which a paragraph names whom it opens with ("For its part, Ostravia")."""
_TELLING = frozenset({"organization", "office", "government", "group", "unknown"})
_SPOKESMEN = re.compile(
    r"\b(?:spokes(?:man|woman|person)|press secretary|press officer|press attach[eé]|chief of staff|aides?)\b",
    re.IGNORECASE,
)


def side_of(tree: Sequence[Statement], stand: Affiliations) -> str | None:
    """For whom the teller of a statement speaks: his state, else that of the person whose words he tells.

    "The office said that the premier had told …": an office tells of its own principal first, unless the
    principal speaks to somebody of the office's state. Who has no state is a side under his own name.
    """
    root, *inside = tree
    if root.speaker is not None and root.speaker.kind == "group" and len(set(root.speaker.country)) > 1:
        return None  # both governments
    people = [one.speaker for one in inside if one.speaker and one.speaker.kind in ("person", "office")]
    principal = next((actor for actor in people if actor.name), None)
    chief = None if principal is None else stand.of(principal)
    if (state := stand.of(root.speaker)) is not None:
        guessed = root.speaker is not None and root.speaker.country_by == "report" and speaks_for(root.speaker)
        heard = {stand.of(listener) for one in inside for listener in one.addressees}
        return chief if guessed and chief is not None and state not in heard else state
    if root.speaker is not None and not speaks_for(root.speaker):
        return None
    if root.speaker is not None and (holder := stand.office_holder(root.speaker)) is not None:
        return stand.of(holder) or holder.name
    return None if principal is None else chief or principal.name


def speaks_for(actor: Actor) -> bool:
    """Whether an actor may tell of what another did: a body, or a person who serves somebody."""
    return actor.kind in _TELLING or _serves(actor)


def _serves(actor: Actor) -> bool:
    """Whether a person speaks for another: "his spokeswoman Petra Lund", "Reyl's chief of staff"."""
    words = f"{actor.office or ''} {actor.mention.text if actor.mention else ''} {actor.name or ''}"
    return actor.kind == "person" and _SPOKESMEN.search(words) is not None


def sides_of(
    report: Report, trees: Sequence[tuple[Statement, ...]], countries: tuple[str, ...], stand: Affiliations
) -> list[str | None]:
    """The side of each statement: what else its teller says shows whose he is, or who the paragraph opens with.

    "Ostravia told of the talks in its own way. The chancellery said …": the chancellery is Ostravia's.
    """
    sides = [side_of(tree, stand) for tree in trees]
    known = {who_says(tree[0]): side for tree, side in zip(trees, sides, strict=True) if side in countries}
    found: list[str | None] = []
    for tree, side in zip(trees, sides, strict=True):
        root = tree[0]
        if side in countries or root.speaker is None or root.speaker.kind not in _TELLING or stand.of(root.speaker):
            found.append(side)
            continue
        found.append(known.get(who_says(root)) or _opened_by(report, root, countries, stand) or side)
    return found


def _opened_by(report: Report, root: Statement, countries: tuple[str, ...], stand: Affiliations) -> str | None:
    """The state that a statement's paragraph opens with."""
    start = (report.document.text or "").rfind("\n", 0, root.content[0].start) + 1
    for mention in mentioned(report):
        if mention.actor is not None and mention.actor.mention and 0 <= mention.actor.mention.start - start < OPENING:
            state = stand.of(mention.actor)
            return state if state in countries else None
    return None


def who_says(statement: Statement) -> str:
    """The speaker's id or name; empty where nobody was found."""
    return "" if statement.speaker is None else statement.speaker.id or statement.speaker.name or ""
