"""Who once held an office, of those whom a report has named: "the former secretary of state"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.link.referents import Post, Referent
from onrecord.link.scene import Noticed
from onrecord.resources import offices
from onrecord.resources.offices import Tenure
from onrecord.resources.roles import read_role

_ONE_AT_A_TIME = frozenset(["head_of_state", "head_of_government", "foreign_minister", "defence_minister",
                            "interior_minister", "legislature_head"])  # fmt: skip


def once_held(noticed: Iterable[Noticed], post: Post, day: str | None) -> Referent | None:
    """The one person named so far who held an office before the day, as the table tells; None where several did."""
    if not day or not post.role.former or post.role.plural or post.role.role not in _ONE_AT_A_TIME:
        return None
    named = dict.fromkeys(r for mention in noticed for r in mention.referents if r.kind == "person" and r.id)
    found = [p for p in named if any(_is_over(p, t, post, day) for t in offices.by_person(p.name or ""))]
    return found[0] if len(found) == 1 else None


def _is_over(person: Referent, tenure: Tenure, post: Post, day: str) -> bool:
    """Whether a tenure is somebody's in the office that a title names, and over on the day."""
    role = read_role(tenure.office.split())
    if role is None or role.role != post.role.role or role.deputy or tenure.person_id != person.id:
        return False
    whose = post.polity is None or tenure.country in post.polity.codes
    return whose and bool(tenure.end) and offices.last_day(tenure.end) < day
