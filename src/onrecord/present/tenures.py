"""Why an office stands for somebody: the rows of the table of offices that give it to him, their days and source."""

from onrecord.model import Actor
from onrecord.resources import offices
from onrecord.resources.offices import Tenure
from onrecord.resources.roles import read_role

MOST = 3
"""Rows told of one who held the office more than once, where none of them covers the report's day."""


def rows(actor: Actor, published: str | None) -> tuple[str, ...]:
    """The tenures of somebody found by his office, each as one line; empty for others.

    Those that cover the report's day; where none does (the sentence told another time) those of the same class.
    """
    if actor.resolved_by != "office" or actor.kind != "person" or actor.name is None:
        return ()
    own = [t for t in offices.by_person(actor.name) if _whose(t, actor)]
    alike = [t for t in own if _same_class(t, actor)] or own
    day = published[:10] if published else ""
    covering = [t for t in alike if day and t.holds_on(day)]
    return tuple(map(_line, (covering or alike)[:MOST]))


def _whose(tenure: Tenure, actor: Actor) -> bool:
    listed = (actor.id or "").startswith(("wikidata:", "person:"))
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
