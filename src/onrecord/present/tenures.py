"""Why an office stands for somebody: the rows of the table of offices that give it to him, their days and source."""

from collections.abc import Iterator

from onrecord.model import Actor
from onrecord.resources import offices
from onrecord.resources.offices import Tenure
from onrecord.resources.roles import read_role

_LISTED = ("wikidata:", "person:")
MOST = 3
"""Rows told of one who held the office more than once, where none of them covers the report's day."""


def rows(actor: Actor, published: str | None) -> tuple[str, ...]:
    """The tenures of somebody found by his office or by name, each as one line; empty for others.

    Those that cover the report's day; where none does (the sentence told another time) those of the same class. Where
    the table names nobody, those of the candidates, and whether it is because they are open at the snapshot.
    """
    if actor.kind != "person" or actor.name is None:
        return ()
    if actor.resolved_by == "unresolved":
        return tuple(_abstained(actor, published[:10] if published else ""))[:MOST]
    named = actor.resolved_by in ("name", "title") and (actor.id or "").startswith(_LISTED)
    if actor.resolved_by != "office" and not named:
        return ()
    own = [t for t in offices.by_person(actor.name) if _whose(t, actor)]
    alike = [t for t in own if _same_class(t, actor)] or own
    day = published[:10] if published else ""
    covering = [t for t in alike if day and t.holds_on(day)]
    return tuple(map(_line, (covering or alike)[:MOST]))


def _abstained(actor: Actor, day: str) -> Iterator[str]:
    """The rows of those whom a title may mean, and why none of them was chosen."""
    for candidate in actor.candidates if actor.office else ():
        for tenure in offices.by_person(candidate.name):
            if tenure.person_id != candidate.id or not _same_class(tenure, actor):
                continue
            if not tenure.end and tenure.snapshot < day:
                yield f"{_line(tenure)}; the report is of a later day, so the row does not tell who held it then"
            elif day and tenure.may_hold_on(day):
                yield f"{_line(tenure)}; it may cover the report's day, and so may others"


def _whose(tenure: Tenure, actor: Actor) -> bool:
    listed = (actor.id or "").startswith(_LISTED)
    return tenure.person_id == actor.id or not listed  # a user's own table may have given him another id


def _same_class(tenure: Tenure, actor: Actor) -> bool:
    if tenure.country and tenure.country not in actor.country:
        return False
    asked = read_role((actor.office or "").partition(",")[0].split())
    return asked is None or asked.role == tenure.role or not tenure.country


def _line(tenure: Tenure) -> str:
    end = tenure.end or f"open on {tenure.snapshot}, the day of the snapshot"
    held = f"{tenure.office} ({tenure.jurisdiction}), {tenure.start or 'unknown'} to {end}"
    return f"{held}; snapshot {tenure.snapshot}; source: {offices.table().note.source}"
